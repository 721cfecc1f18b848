"""Where in a text may a time stand, and what are the words around it?"""

import re
from typing import NamedTuple

from whence.text.dates import MONTHS, WEEKDAYS
from whence.text.times.nodes import Order

_SHORT = "|".join(month[:3] for month in MONTHS)
_ANYCASE = "|".join(f"{month[:3]}|{month[:3].upper()}" for month in MONTHS)
_HINTS = (
    "today tonight yesterday tomorrow overnight ago summer autumn winter spring fall christmas halloween juneteenth"
)
_UNITS = "days?|weeks?|weekend|fortnights?|months?|quarter|years?|decades?|century|centuries|morning|afternoon|evening"


def _either_case(word: str) -> str:
    return f"[{word[0].upper()}{word[0]}]{word[1:]}"


# One scan a text finds the words that a time cannot do without; everything else is looked at around those alone.
# Units count only where a word before them can make a time of them.
TRIGGER = re.compile(
    rf"""(?<![\w.,$€£¥])(?:
      [12]\d{{3}}(?![\d,%]\d|\d)
    | \d{{1,2}}[./-]\d{{1,2}}[./-]\d\d
    | \d{{6}}\s?[A-Z](?![a-z])
    | [’']?\d0[’']?s\b
    | [’']\d\d\b
    | Q[1-4]\b | H[12]\b | [1-4]Q | [12]H
    | (?:{_SHORT})[a-z]*
    | (?:{"|".join(month.upper() for month in MONTHS)})\b
    | (?:{"|".join(WEEKDAYS)})\b
    | (?:{"|".join(month.casefold() for month in MONTHS if month not in ("May", "March", "August"))})\b
    | (?:{"|".join(_either_case(word) for word in _HINTS.split())})\b
    | (?:[Tt]his|[Ll]ast|[Nn]ext|[Pp]ast|[Cc]oming|[Cc]urrent|[Pp]revious|[Ii]n|[Oo]f|[Tt]he)\s+
      (?:[\w-]+\s+){{0,4}}?(?:{_UNITS}|night|hours)\b
    | (?:(?:\d+|[\w-]+)\s+)(?:days?|weeks?|months?|years?)\s+from\s+(?:now|today)
    | (?:twent|thirt|fort|fift|sixt|sevent|eight|ninet)ies\b
    | [Nn]ineteen[ -] | [Tt]wenty[ -]
    | New\sYear | Boxing\sDay | (?:Valentine|Patrick|Bastille|Saints|Armistice|Remembrance|Women)\b | Bonfire\sNight
    | \d{{1,4}}\s(?:BCE?\b|B\.\s?C\.)
    | ca?\.[12]\d{{3}}\b | century | centuries | AD\s\d | [Mm]id- | -(?:{_SHORT})[a-z]*
    )""",
    re.VERBOSE,
)
REACH = 75  # characters: the longest lead ("in the early hours of the morning of ...") that a time was seen to have
_TOKEN = re.compile(
    rf"""
      (?P<iso>\d{{4}}-\d\d-\d\d(?:(?:T\d\d:?\d\d|\s\d\d:\d\d)(?::?\d\d(?:\.\d+)?)?(?:\s?Z\b|[+-]\d\d:?\d\d)?)?(?![\d-]))
    | (?P<ymd>\d{{4}}(?P<y>[/.])\d{{1,2}}(?P=y)\d{{1,2}}(?!\d))
    | (?P<dmy>\d{{1,2}}(?P<d>[./-])\d{{1,2}}(?P=d)(?:\d{{4}}|\d\d)(?!\d|[./-]\d))
    | (?P<group>\d{{6}}\s?[A-Z]\s?(?:{_ANYCASE})[A-Za-z]*(?:\.?\s?(?:\d{{4}}|\d\d)\b)?)
    | (?P<decade>\d{{3}}0[’']?s\b|[’']\d0s\b|\d0[’']?s\b)
    | (?P<short>(?<!\w)[’']\d\d(?!\d|s))
    | (?P<clock>\d{{1,2}}[:.]\d\d(?::\d\d)?(?!\d|[.,:]\d|\s?%))
    | (?P<ordinal>\d{{1,2}}(?:st|nd|rd|th)\b)
    | (?P<half>[APap]\.\s?[Mm]\.?|[APap][Mm]\b)
    | (?P<number>\d+(?:,\d{{3}})*(?:\.\d+)?(?![^\W_])|(?<!\d)\d{{1,2}}(?=[AaPp]\.?[Mm]\b)|(?<!\d)\d{{4}}(?=[Zh]))
    | (?P<oclock>o[’']clock)
    | (?P<quarter>(?:Q|FY)?\d(?:Q|H)\b|[QH]\d\b)
    | (?P<own>[’']s\b|(?<=s)[’'](?!\w))
    | (?P<word>[^\W\d_]+|\w+)
    | (?P<gap>\n\s*\n)
    | (?P<sign>[^\w\s])
    """,
    re.VERBOSE,
)

# Dates written with dots are day first wherever they are, and show nothing of how others are written.
_FIGURES = re.compile(
    r"(?<![\w./-])(?P<first>\d{1,2})(?P<sign>[/-])(?P<second>\d{1,2})(?P=sign)(?:\d{4}|\d\d)(?![\w/-])"
)


class Token(NamedTuple):
    """One word, number or sign: what sort it is, its text, in lower case too, and where it stands."""

    sort: str
    text: str
    low: str
    start: int
    end: int


def find_windows(text: str) -> list[tuple[int, int]]:
    """Return the stretches of a text that may hold a time, in order and apart; most of a text is in none.

    >>> find_windows("Nothing happened here. " * 20)
    []
    """
    windows: list[tuple[int, int]] = []
    for match in TRIGGER.finditer(text):
        low, high = max(0, match.start() - REACH), min(len(text), match.end() + REACH)
        if windows and low <= windows[-1][1]:
            windows[-1] = (windows[-1][0], high)
        else:
            windows.append((low, high))
    return windows


def order_of_figures(text: str) -> Order | None:
    """Return the order of day and month that the dates in figures of a text show, None where they show none or both.

    >>> order_of_figures("On 12/31/2028 and on 02/03/2029."), order_of_figures("On 02/03/2029.")
    ('month first', None)
    """
    orders: set[Order] = set()
    for match in _FIGURES.finditer(text):
        first, second = int(match["first"]), int(match["second"])
        if first > 12 >= second:
            orders.add("day first")
        elif second > 12 >= first:
            orders.add("month first")
    return orders.pop() if len(orders) == 1 else None


def read_tokens(text: str, low: int, high: int) -> list[Token]:
    """Return the tokens of a window; it is moved outward to white space, so that no word is cut.

    >>> [token.text for token in read_tokens("on 14 May, at 9pm", 3, 17)]
    ['14', 'May', ',', 'at', '9', 'pm']
    """
    while low > 0 and not text[low - 1].isspace():
        low -= 1
    while high < len(text) and not text[high].isspace():
        high += 1
    return [_token(match) for match in _TOKEN.finditer(text, low, high)]


def _token(match: re.Match[str]) -> Token:
    worded = match.group()
    return Token(match.lastgroup or "", worded, worded.casefold().replace("’", "'"), match.start(), match.end())
