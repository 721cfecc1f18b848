"""Which year do the words at a place name?"""

from whence.text.times.cursor import Words
from whence.text.times.nodes import Year
from whence.text.times.vocabulary import COUNTED, LABELLED, NUMBERS, STREETS

YearFound = tuple[Year, int] | None
_SHIFTS = {"last": -1, "previous": -1, "this": 0, "current": 0, "present": 0, "next": 1, "coming": 1}
# After these a number of four figures is a year even where a plural follows: "in 2014 rebels seized".
_OF_YEARS = frozenset("in since during until before after by from mid early late year of through and to".split())
_LEAST, _MOST = 1000, 2199


def read_year(words: Words, place: int) -> YearFound:
    """Return a year beside a month, season or quarter: "2031", "'31", "of last year", "in the year 1979".

    >>> from whence.text.times.tokens import read_tokens
    >>> read_year(Words(read_tokens("of last year", 0, 12)), 0)
    (Year(number=None, short=None, shift=-1), 3)
    """
    start = words.skip(place, "of", "in") if words.low(place) in ("of", "in") else place
    start = words.skip(start, ",", "-", "/") if start == place else start
    token = words.at(start)
    if before_christ := _read_bc(words, start):
        return before_christ
    if token.sort == "short" and start == place:
        return Year(short=int(token.text[1:])), start + 1
    if after := words.after(start, "the", "year"):
        return read_figures(words, after)
    if (found := read_figures(words, start)) and not counts_things(words, found[1]):
        return found
    return None if words.low(place) in (",", "-", "/") else read_relative(words, start)


def read_relative(words: Words, place: int) -> YearFound:
    """Return this, last or next year, also with "the same month" style articles: "of the current year"."""
    start = words.skip(place, "the")
    shift = _SHIFTS.get(words.low(start))
    if shift is not None and words.low(start + 1) == "year":
        return Year(shift=shift), start + 2
    if start > place and words.low(place - 1) == "of" and words.low(start) == "year" and not words.number(start + 1):
        return Year(shift=0), start + 1
    return None


def read_figures(words: Words, place: int) -> YearFound:
    """Return a year in four figures."""
    number = words.number(place)
    is_year = number is not None and len(words.at(place).text) == 4 and _LEAST <= number <= _MOST
    return (Year(number), place + 1) if is_year else None


def after_bc(words: Words, place: int) -> int | None:
    """Return the place after "BC", "BCE" or "B.C.", None where none stands here."""
    if words.at(place).text.upper() in ("BC", "BCE") and words.at(place).text.isupper():
        return place + 1
    letters = [step for step in range(place, place + 5, 2) if words.at(step).text in ("B", "C", "E")]
    spelled = "".join(words.at(step).text for step in letters)
    if spelled[:2] != "BC" or words.low(place + 1) != ".":
        return None
    end = place + (6 if spelled == "BCE" else 4)
    return end if words.low(end - 1) == "." else end - 1


def _read_bc(words: Words, place: int) -> YearFound:
    """Return a year before Christ: "300 BC", "44 B.C."; it may have any number of figures up to four."""
    number = words.number(place)
    end = after_bc(words, place + 1) if number and number <= 9999 else None
    return (Year(1 - number), end) if number and end else None


def read_bare_year(words: Words, place: int) -> YearFound:
    """Return a year that stands alone, where the words around it show no count, label or house number."""
    if after := words.after(place, "the", "year") or words.after(place, "year"):
        return read_figures(words, after)
    if before_christ := _read_bc(words, place):
        return before_christ
    if words.at(place).text == "AD":
        number = words.number(place + 1)
        return (Year(number), place + 2) if number and number < 2200 else None
    found = read_figures(words, place) or _worded(words, place)
    return found if found and _is_year_alone(words, place, found[1], found[0].number or 0) else None


def _is_year_alone(words: Words, place: int, end: int, number: int) -> bool:
    """Tell whether a number of four figures is a year by the words before and after it."""
    before = words.low(place - 1)
    is_circa = before == "." and words.low(place - 2) in ("c", "ca")
    touches = words.is_glued(place) and not is_circa and before not in ("(", "[", "“", '"', "‘", "—", "–", "-", "/")
    if touches or _is_labelled(words, place, end) or counts_things(words, end) or _is_address(words, end):
        return False
    is_joined = words.low(place - 2) in ("mid", "early", "late") or bool(read_figures(words, place - 2))
    if before in ("-", "/") and not is_joined:
        return False
    if number < 1500 and (before not in _OF_YEARS or (before == "of" and _is_plural(words, end))):
        return False
    # Counts are round where they are written without a comma; "the 1998 bombings" are of that year.
    is_count = number % 50 == 0 and _is_plural(words, end)
    return before in _OF_YEARS or before == "the" or not is_count


def _is_labelled(words: Words, place: int, end: int) -> bool:
    """Tell whether the word before makes a label of a number; "at 1980 levels" and "an increase over 2009." do not."""
    before = words.low(place - 1)
    if before == "at":
        return words.low(end) not in ("levels", "prices", "rates")
    return before in LABELLED and not (before == "over" and words.at(end).sort == "sign")


def counts_things(words: Words, place: int) -> bool:
    """Tell whether what follows a number is a thing that it counts."""
    after = words.skip(place, "-")
    return words.low(after) in COUNTED or words.low(place) in ("%", "°") or words.low(place) in ("bc", "bce")


def _worded(words: Words, place: int) -> YearFound:
    """Return a year in words: "nineteen eighty-four"."""
    century = NUMBERS.get(words.low(place), 0)
    if century not in (17, 18, 19, 20) or not words.at(place).text.islower():
        return None
    rest = words.counted(words.skip(place + 1, "-"))
    if not rest or not 10 <= rest[0] <= 99 or words.at(rest[1] - 1).sort != "word":
        return None
    return (Year(century * 100 + rest[0]), rest[1]) if words.low(place - 1) in _OF_YEARS else None


def _is_address(words: Words, place: int) -> bool:
    return words.at(place).text[:1].isupper() and any(words.low(place + step) in STREETS for step in (1, 2))


def _is_plural(words: Words, place: int) -> bool:
    """Tell whether a plural noun seems to follow; small words that end in "s" are none."""
    low = words.low(place)
    if low in (
        "was",
        "is",
        "has",
        "as",
        "this",
        "its",
        "his",
        "across",
        "does",
        "plus",
        "less",
        "thus",
        "unless",
        "us",
    ):
        return False
    return low.endswith("s") and words.at(place).text.islower() and not low.endswith("ss")
