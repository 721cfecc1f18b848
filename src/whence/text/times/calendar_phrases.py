"""Which day, month, season or holiday do the words at a place name?"""

from datetime import date

from whence.text.times.cursor import Words
from whence.text.times.foreign import read_foreign
from whence.text.times.nodes import Calendar, Decade, Figures, Node, NthWeekday, Season, Weekday, Which, Year
from whence.text.times.vocabulary import (
    ALSO_OTHER_WORDS,
    DECADES,
    EVENTS,
    HOLIDAY_PHRASES,
    HOLIDAYS,
    MONTH_NUMBERS,
    NAMED_DAYS,
    NUMBERS,
    ORDINALS,
    PAPERS,
    SEASONS,
    by_first_word,
)
from whence.text.times.years import after_bc, read_bare_year, read_year

Found = tuple[Node, int] | None
_WHICH: dict[tuple[str, ...], Which] = {
    ("last",): "last",
    ("past",): "last",
    ("this", "past"): "last",
    ("this", "last"): "last",
    ("next",): "next",
    ("coming",): "next",
    ("this", "coming"): "next",
    ("this",): "this",
}
_WHICH_PHRASES = by_first_word(_WHICH)
# Before a month these show that it is one, and neither a person nor a verb.
_BEFORE_MONTHS = frozenset(
    """in since until till by of from last next this early mid late between before after during through around
    throughout and to about past coming end or following - – /""".split()
)
_ADJECTIVAL = frozenset("the its his her their our a an that 's".split())
_NOT_AFTER_MARCH = frozenset("on for to of through against in by and is was has had said will would can".split())


def read_which(words: Words, place: int) -> tuple[Which, int] | None:
    """Return "last", "this" or "next" and the place after it, with an article where one leads: "the coming"."""
    start = words.skip(place, "the")
    end = words.after_any(start, _WHICH_PHRASES)
    return (_WHICH[tuple(words.low(step) for step in range(start, end))], end) if end else None


def read_date(words: Words, place: int) -> Found:
    """Return a day, month, season, holiday, decade, century or year: whatever calendar words stand here."""
    for read in (
        _written_out,
        _nth_weekday,
        _weekday,
        _day_month,
        read_foreign,
        _month_day,
        _month,
        _holiday,
        _season,
        _decade,
        _century,
    ):
        if found := read(words, place):
            return found
    bare = read_bare_year(words, place)
    return (Calendar(bare[0]), bare[1]) if bare else None


def day_of(year: Year | None, month: int, day: int, weekday: int | None = None) -> Calendar | None:
    """Return a day of the calendar, None where there is none such: 31 June."""
    # What has no number here, or lies before Christ, may be a leap year.
    number = year.number if year and year.number and year.number > 0 else 2000
    try:
        date(number, month, day)
    except ValueError:
        return None
    return Calendar(year, month, day, weekday)


def _written_out(words: Words, place: int) -> Found:
    """Return a date all in figures: ISO, year first, or with the day and the month in whichever order can be.

    Where both can, dots are read day first, as wherever they are used; of the others the order is left open.
    """
    token = words.at(place)
    if token.sort not in ("iso", "ymd", "dmy") or (words.is_glued(place) and words.low(place - 1) in ("-", "/", ".")):
        return None
    parts = [int(part) for part in token.text[:10].replace("/", "-").replace(".", "-").split("-")[:3] if part.isdigit()]
    if len(parts) != 3:
        return None
    if token.sort != "dmy":
        year, month, day = parts
        found = day_of(Year(year), month, day)
        return (found, place + 1) if found and token.sort == "ymd" else None
    day, month, year = parts
    is_short = len(token.text.replace("/", "-").replace(".", "-").split("-")[2]) == 2
    named = Year(short=year) if is_short else Year(year)
    if not is_short and not 1000 <= year <= 2199:
        return None
    if max(day, month) <= 12 and day != month and "." not in token.text:
        return Figures(day, month, named), place + 1
    found = day_of(named, month, day) if month <= 12 else day_of(named, day, month) if day <= 12 else None
    return (found, place + 1) if found else None


def _weekday(words: Words, place: int) -> Found:
    """Return a weekday, alone, with its date, or placed in a week: "Tuesday, July 23", "Monday last week"."""
    which = read_which(words, place)
    start = which[1] if which else place
    named = words.weekday(start, short=True)
    if not named:
        return None
    dated = _day_month(words, words.skip(words.skip(named[1], ","), "the")) or _month_day(
        words, words.skip(named[1], ",")
    )
    if dated and isinstance(dated[0], Calendar) and not which:
        day = dated[0]
        return Calendar(day.year, day.month, day.day, named[0]), dated[1]
    before, after = words.low(place - 1), words.at(named[1])
    is_any = before in ("a", "one", "any", "some") and not (
        after.sort == "word" and after.text.islower() and len(after.low) > 3
    )
    is_repeated = words.low(place - 2) in ("every", "each") and before in ("other", *ORDINALS)
    if not words.weekday(start) or is_repeated or before in NAMED_DAYS or is_any or _is_title(words, start):
        return None
    week = _week_after(words, named[1])
    if week and not which:
        return Weekday(named[0], week=week[0]), week[1]
    return Weekday(named[0], which[0] if which else None), named[1]


def _is_title(words: Words, place: int) -> bool:
    """Tell whether a weekday begins the name of a paper or club: "the Sunday Times", "Sunday school"."""
    after = words.at(place + 1)
    if after.low in ("school", "best", "club", "roast", "league", "brunch"):
        return True
    is_name = after.sort == "word" and after.text[:1].isupper() and not words.month(place + 1)
    return is_name and (words.low(place - 1) == "the" or after.low in PAPERS)


def _nth_weekday(words: Words, place: int) -> Found:
    """Return "the first Monday in May", "the last Sunday of October 2031"."""
    nth = words.ordinal(words.skip(place, "the"))
    named = words.weekday(nth[1]) if nth else None
    if not nth or not named or words.low(named[1]) not in ("of", "in"):
        return None
    month = _month_year(words, named[1] + 1)
    return (NthWeekday(nth[0], named[0], month[0]), month[1]) if month else None


def _week_after(words: Words, place: int) -> tuple[int, int] | None:
    """Return the week that a weekday is said to be in: "of last week"."""
    start = words.skip(place, "of")
    shift = {"last": -1, "this": 0, "next": 1}.get(words.low(start))
    return (shift, start + 2) if shift is not None and words.low(start + 1) == "week" else None


def _day_month(words: Words, place: int) -> Found:
    """Return a day before its month: "3 May 2021", "the 3rd of May, 2021", "14-May-2031"."""
    start = words.skip(place, "the")
    day = words.day(start)
    if not day or (words.is_glued(start) and words.low(start - 1) in (".", "$", "€", "£", ":", "#")):
        return None
    if words.low(day[1]) == "of" and words.low(day[1] + 1) in ("this", "last", "next"):
        return _day_of_month(words, day[0], day[1] + 1)
    after = words.skip(day[1], "of", "-", ".") if words.low(day[1]) in ("of", "-", ".") else day[1]
    month = _month_year(words, after)
    found = day_of(month[0].year, month[0].month or 0, day[0]) if month else None
    return (found, month[1]) if month and found else None


def _day_of_month(words: Words, day: int, place: int) -> Found:
    shift = {"last": -1, "this": 0, "next": 1}[words.low(place)]
    if words.low(place + 1) != "month":
        return None
    return Calendar(Year(shift=0), shift, day, which="this"), place + 2


def _month_day(words: Words, place: int) -> Found:
    """Return a day after its month: "May 14, 2031", "last May 14", "May the fourth"."""
    which = read_which(words, place)
    month = words.month(which[1] if which else place)
    if not month:
        return None
    day = words.day(words.skip(month[1], "the"))
    if not day or words.at(day[1]).low in (":",):
        return None
    if words.at(day[1] - 1).sort == "number" and words.month(day[1]):
        return None  # "May 16 June": the number belongs to what follows
    year = read_year(words, day[1])
    found = day_of(year[0] if year else None, month[0], day[0])
    if not found:
        return None
    if which and not year:
        found = Calendar(None, found.month, found.day, which=which[0])
    return found, year[1] if year else day[1]


def _month_year(words: Words, place: int) -> tuple[Calendar, int] | None:
    """Return a month with its year where it has one, for a day that stands before it."""
    month = words.month(place)
    if not month:
        return None
    year = read_year(words, month[1])
    return Calendar(year[0] if year else None, month[0]), year[1] if year else month[1]


def _month(words: Words, place: int) -> Found:
    """Return a month, with its year or alone where nothing else can be meant: "last May", "October of 2029"."""
    which = read_which(words, place)
    start = which[1] if which else place
    month = words.month(start)
    if not month:
        return None
    year = read_year(words, month[1])
    if year:
        return None if which else (Calendar(year[0], month[0]), year[1])
    if words.is_short_month(start) or (start == place and not _is_month_alone(words, place)):
        return None
    return Calendar(None, month[0], which=which[0] if which else None), month[1]


def _is_month_alone(words: Words, place: int) -> bool:
    """Tell whether a month without day and year is one; "May" may be a person and "March" a walk."""
    before, low = words.low(place - 1), words.low(place)
    if low not in ALSO_OTHER_WORDS:
        return low in MONTH_NUMBERS
    if before in _BEFORE_MONTHS:
        return not (words.at(place + 1).text[:1].isupper() and words.at(place + 1).sort == "word")
    after = words.at(place + 1)
    if before == "for":
        return after.sort != "word"
    if after.low in EVENTS:
        return True
    is_noun_next = after.text.islower() and after.sort == "word" and after.low not in _NOT_AFTER_MARCH
    return before in _ADJECTIVAL and is_noun_next


def _holiday(words: Words, place: int) -> Found:
    which = read_which(words, place)
    start = which[1] if which else place
    end = words.after_any(start, HOLIDAY_PHRASES)
    if not end or not words.at(start).text[:1].isupper():
        return None
    month, day = HOLIDAYS[tuple(words.low(step) for step in range(start, end))]
    year = read_year(words, end)
    leads = _BEFORE_MONTHS | {"at", "on", "over", "for"}
    if (
        words.low(start) == "christmas"
        and end == start + 1
        and not year
        and not which
        and words.low(place - 1) not in leads
    ):
        return None  # a tree, an island, a market
    if words.after(start, "christmas") == end and words.at(end).low in ("tree", "island", "market", "card", "carol"):
        return None
    if which and not year:
        return Calendar(None, month, day, which=which[0]), end
    return Calendar(year[0] if year else None, month, day), year[1] if year else end


def _season(words: Words, place: int) -> Found:
    """Return a season; without year or "last" it needs an article or preposition, for "spring" and "fall" are verbs."""
    which = read_which(words, place)
    start = which[1] if which else words.skip(place, "the")
    number = SEASONS.get(words.low(start))
    if number is None or words.low(start + 1) in (
        "back",
        "apart",
        "short",
        "off",
        "camp",
        "camps",
        "water",
        "olympics",
    ):
        return None
    end = start + 1
    year = read_year(words, end)
    if year and words.low(year[1]) in ("-", "–", "/") and words.number(year[1] + 1) is not None and year[0].number:
        return Season(number, year[0]), year[1] + 2
    if year:
        return Season(number, year[0]), year[1]
    leads = (
        "in",
        "by",
        "since",
        "until",
        "before",
        "after",
        "early",
        "mid",
        "late",
        "during",
        "of",
        "-",
        "over",
        "this",
    )
    is_led = words.low(place - 1) in leads or (words.low(place) == "the" and words.low(place - 1) not in ("if", "as"))
    if words.low(start) in ("fall", "spring") and not which:
        is_led = is_led and words.low(end) not in ("in", "of", "from", "by")
    if words.low(place) == "the" and words.low(place - 1) not in leads:
        is_led = is_led and not words.at(end).text.islower()  # "the winter rye"
    return (Season(number, which=which[0] if which else None), end) if which or is_led else None


def _decade(words: Words, place: int) -> Found:
    """Return a decade: "the 1990s", "the '90s", "the nineteen-sixties"; ages and temperatures have no article."""
    start = words.skip(place, "the")
    token = words.at(start)
    if token.sort == "decade":
        figures = "".join(filter(str.isdigit, token.text))
        if len(figures) == 4:
            is_century = figures.endswith("00") and figures < "2000"
            return Decade(int(figures), is_century), start + 1
        is_led = start > place or words.low(place - 1) in ("early", "mid", "late", "-")
        is_spoken = (
            is_led and int(figures) >= 20 and words.low(place - 1) not in ("temperatures", "his", "her", "their")
        )
        return (Decade(1900 + int(figures)), start + 1) if is_spoken and not _is_of_person(words, place) else None
    century = NUMBERS.get(token.low, 0)
    if century in (17, 18, 19):
        after = words.skip(start + 1, "-", "hundred")
        if words.low(after) in DECADES:
            return Decade(century * 100 + DECADES[words.low(after)]), after + 1
    is_led = start > place or words.low(place - 1) in ("early", "mid", "late", "-")
    if token.low in DECADES and is_led and not _is_of_person(words, place):
        return Decade(1900 + DECADES[token.low]), start + 1
    return None


def _is_of_person(words: Words, place: int) -> bool:
    """Tell whether a decade is somebody's age: "in her early forties"."""
    owners = ("his", "her", "their", "my", "our", "your", "temperatures", "degrees", "aged")
    return any(words.low(place - step) in owners for step in (1, 2, 3))


def _century(words: Words, place: int) -> Found:
    start = words.skip(place, "the")
    nth = words.ordinal(start)
    if nth and nth[0] > 0:
        end = words.skip(nth[1], "-")
        if words.low(end) == "century":
            before_christ = after_bc(words, end + 1)
            first = 1 - 100 * nth[0] if before_christ else 100 * (nth[0] - 1)
            return Decade(first, is_century=True), before_christ or end + 1
    return None
