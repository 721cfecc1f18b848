"""Which number does a run of figures or number words stand for?"""

import re

UNITS = {
    word: value
    for value, word in enumerate(
        """zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
        seventeen eighteen nineteen""".split()
    )
}
TENS = {
    word: 10 * place
    for place, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), start=2)
}
SCALES = {
    "hundred": 1e2,
    "thousand": 1e3,
    "k": 1e3,
    "lakh": 1e5,
    "million": 1e6,
    "mln": 1e6,
    "mn": 1e6,
    "m": 1e6,
    "crore": 1e7,
    "billion": 1e9,
    "bln": 1e9,
    "bn": 1e9,
    "trillion": 1e12,
    "trn": 1e12,
    "dozen": 12.0,
    "score": 20.0,
}
# Plural scale words without a figure: from two of them up to where the next scale word begins.
VAGUE = {
    "dozens": (24.0, 99.0),
    "scores": (40.0, 199.0),
    "hundreds": (200.0, 1999.0),
    "thousands": (2e3, 19999.0),
    "tens of thousands": (2e4, 199999.0),
    "hundreds of thousands": (2e5, 1999999.0),
    "millions": (2e6, 99999999.0),
    "billions": (2e9, 99999999999.0),
    "a handful": (3.0, 6.0),
    "a couple": (2.0, 2.0),
    "several": (3.0, 9.0),
}

FIGURES = r"\d{1,3}(?:[,\u00a0\u202f]\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_WORD = "|".join(sorted([*UNITS, *TENS], key=len, reverse=True))
_SCALE = "|".join(sorted(SCALES, key=len, reverse=True))
# "k", "m" and "bn" count only where they touch figures; apart from them they are words of other meanings.
_SPELLED_SCALE = "hundred|thousand|million|billion|trillion|dozen|lakh|crore"
WORDED = (
    rf"(?:(?:half\ a|a|{_WORD})[\s-]+(?:{_SPELLED_SCALE})|(?:{_WORD}))"
    rf"(?:(?:[\s-]+|\s+and\s+)(?:{_WORD}|{_SPELLED_SCALE})\b)*"
)
VAGUELY = "|".join(phrase.replace(" ", r"\s+") for phrase in sorted(VAGUE, key=len, reverse=True))
NUMERAL = rf"(?:(?:{FIGURES})(?:\s?(?:{_SCALE})\b)?|\b(?:{VAGUELY})\b|\b(?:{WORDED})\b)"

_FIGURES = re.compile(FIGURES)
_NUMERAL = re.compile(rf"\A{NUMERAL}\Z", re.IGNORECASE)


def read_numeral(text: str) -> tuple[float, float] | None:
    """Return the lowest and highest value of a numeral as worded, or None where it is none.

    Figures stand for what rounds to them only in so far as `step_of` says; here both ends are the value itself.

    >>> read_numeral("1.1 million"), read_numeral("two hundred and five"), read_numeral("dozens")
    ((1100000.0, 1100000.0), (205.0, 205.0), (24.0, 99.0))
    """
    low = " ".join(text.casefold().split())
    if not _NUMERAL.match(low):
        return None
    if low in VAGUE:
        return VAGUE[low]
    figures = _FIGURES.match(low)
    if figures:
        scale = low[figures.end() :].strip()
        value = float(re.sub(r"[,\u00a0\u202f]", "", figures.group())) * SCALES.get(scale, 1.0)
    else:
        value = _read_words(low)
    return value, value


def step_of(text: str) -> float:
    """Return the value of one step in the last figure that a numeral gives: the most that rounding could have moved it.

    >>> step_of("312,000"), step_of("1.1 million"), step_of("eleven")
    (1000.0, 100000.0, 1.0)
    """
    low = text.casefold().strip()
    figures = _FIGURES.match(low)
    if not figures:
        if low.endswith("dozen"):
            return 4.0  # "a dozen" is ten to fourteen
        return next((scale for word, scale in SCALES.items() if len(word) > 5 and low.endswith(word)), 1.0)
    number = re.sub(r"[,\u00a0\u202f]", "", figures.group())
    scale = SCALES.get(low[figures.end() :].strip(), 1.0)
    if "." in number:
        return float(scale * 10.0 ** -len(number.split(".")[1]))
    zeros = len(number) - len(number.rstrip("0")) if len(number) > 1 else 0
    return float(scale * 10**zeros)


def _read_words(low: str) -> float:
    """Return the value of a numeral in words."""
    total, part = 0.0, 0.0
    if low.startswith("half a "):
        low, part = low.removeprefix("half a "), 0.5
    for word in re.split(r"[\s-]+", low):
        if word in UNITS or word in TENS:
            part += UNITS.get(word, 0) + TENS.get(word, 0)
        elif word in SCALES:
            scaled = (part or 1.0) * SCALES[word]
            if SCALES[word] >= 1e3:
                total, part = total + scaled, 0.0
            else:
                part = scaled
    return total + part
