"""Which day does a full date with a month in another language name, as quoted in an English text?"""

from datetime import datetime

from whence.text.times.cursor import Words
from whence.text.times.nodes import Calendar, Year

# How the months begin in the languages that English reports quote most; the library below knows the whole names.
_MONTHS = tuple(
    """janv févr fevr mars avri mai juin juil août aout octo déce dece ener febr marz abri mayo juni juli agos seti octu
    novi dici märz augu okto deze genn febb apri magg giug lugl sett otto dice jane feve març maio junh julh sete outu
    maar mei янв фев мар апр мая июн июл авг сен окт ноя дек ocak şuba mart nisa mayı hazi temm ağus eylü ekim kası
    aral stycz lut kwie maj czerw lip sierp wrze paźdz listop grud""".split()
)


def read_foreign(words: Words, place: int) -> tuple[Calendar, int] | None:
    """Return a day, a foreign month and a year: "14 mai 2029", "5 de marzo de 2028".

    The library that reads it is loaded for the first such shape alone, and is given the whole date, so that neither
    clock nor today take part.
    """
    token = words.at(place)
    if not token.text[:1].isdecimal() or len(token.text) > 4:
        return None
    after = words.skip(words.skip(place + 1, ".", "º"), "de")
    if not words.low(after).startswith(_MONTHS) or words.at(after).sort != "word":
        return None
    end = words.skip(words.skip(after + 1, "."), "de", "del", ",")
    year = words.number(end)
    if year is None or len(words.at(end).text) != 4:
        return None
    found = _parse(f"{token.text.rstrip('er')} {words.at(after).text} {year}")
    return (Calendar(Year(found.year), found.month, found.day), end + 1) if found else None


def _parse(worded: str) -> datetime | None:
    # Loaded here, since it takes a tenth of a second and hardly a report has such a date.
    import dateparser  # type: ignore[import-untyped] # noqa: PLC0415 # it ships no types; see above

    settings = {"REQUIRE_PARTS": ["day", "month", "year"], "STRICT_PARSING": True, "DATE_ORDER": "DMY"}
    found: datetime | None = dateparser.parse(worded, settings={**settings, "RELATIVE_BASE": datetime(2000, 1, 1)})  # noqa: DTZ001 # the date has no zone
    return found
