"""Which number does a written phone number mean: its digits, with the country's code where that is known?"""

import re

_EXTENSION = re.compile(r"(?:ext\.?|extension|x|#)\s*\d+\s*$", re.IGNORECASE)
_DIGITS = re.compile(r"\d+")
_TRUNK = re.compile(r"\(0\)")
# A line has six digits at least, and a whole number fifteen at most (ITU-T E.164).
LEAST_DIGITS, MOST_DIGITS = 6, 15
# What countries' registers call themselves -> calling code, for numbers written without one.
CALLING_CODES = {
    country: code
    for code, countries in {
        "1": "us usa united-states ca canada",
        "7": "ru russia russian-federation kz kazakhstan",
        "20": "eg egypt",
        "27": "za south-africa",
        "30": "gr greece",
        "31": "nl netherlands",
        "32": "be belgium",
        "33": "fr france",
        "34": "es spain",
        "36": "hu hungary",
        "39": "it italy",
        "40": "ro romania",
        "41": "ch switzerland",
        "43": "at austria",
        "44": "gb uk united-kingdom england scotland wales",
        "45": "dk denmark",
        "46": "se sweden",
        "47": "no norway",
        "48": "pl poland",
        "49": "de germany",
        "52": "mx mexico",
        "54": "ar argentina",
        "55": "br brazil",
        "56": "cl chile",
        "57": "co colombia",
        "60": "my malaysia",
        "61": "au australia",
        "62": "id indonesia",
        "63": "ph philippines",
        "64": "nz new-zealand",
        "65": "sg singapore",
        "66": "th thailand",
        "81": "jp japan",
        "82": "kr south-korea",
        "84": "vn vietnam",
        "86": "cn china",
        "90": "tr turkey turkiye",
        "91": "in india",
        "92": "pk pakistan",
        "234": "ng nigeria",
        "254": "ke kenya",
        "351": "pt portugal",
        "352": "lu luxembourg",
        "353": "ie ireland",
        "356": "mt malta",
        "357": "cy cyprus",
        "358": "fi finland",
        "359": "bg bulgaria",
        "370": "lt lithuania",
        "371": "lv latvia",
        "372": "ee estonia",
        "373": "md moldova",
        "374": "am armenia",
        "375": "by belarus",
        "380": "ua ukraine",
        "381": "rs serbia",
        "385": "hr croatia",
        "386": "si slovenia",
        "387": "ba bosnia-and-herzegovina",
        "389": "mk north-macedonia",
        "420": "cz czechia czech-republic",
        "421": "sk slovakia",
        "423": "li liechtenstein",
        "507": "pa panama",
        "852": "hk hong-kong",
        "961": "lb lebanon",
        "971": "ae united-arab-emirates",
        "972": "il israel",
        "994": "az azerbaijan",
        "995": "ge georgia",
        "996": "kg kyrgyzstan",
        "998": "uz uzbekistan",
    }.items()
    for country in countries.split()
}


def read_phone(phone: str, *, jurisdiction: str = "", calling_code: str = "") -> str | None:
    """Return a key that is equal for ways to write one number; None where it has too few or too many digits.

    A number without a code of its own gets `calling_code`, or that of the jurisdiction; where neither is known it is
    only one with others of the same jurisdiction. An extension is left out, as the 0 before the area is.

    >>> read_phone("(0)20 7946 0000 ext. 5", jurisdiction="GB") == read_phone("+44 (0)20 7946 0000")
    True
    """
    written = _TRUNK.sub("", _EXTENSION.sub("", phone)).strip()
    digits = "".join(_DIGITS.findall(written))
    if not LEAST_DIGITS <= len(digits) <= MOST_DIGITS + 2:
        return None
    if written.startswith("+"):
        return f"+{digits}"
    if digits.startswith("00"):
        return f"+{digits[2:]}"
    place = jurisdiction.strip().casefold().replace(" ", "-")
    code = calling_code or CALLING_CODES.get(place) or CALLING_CODES.get(place.split("-")[0], "")
    area = digits.removeprefix("0")
    return f"+{code}{area}" if code else f"{place} {area}"
