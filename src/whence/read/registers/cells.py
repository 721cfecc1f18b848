"""What does one cell of a register say: a date, a year of birth, a share, a domain?"""

import re
from collections.abc import Sequence
from datetime import date, datetime

_ISO = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?(?:[T ]\d.*)?$")
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})$")
_YEAR = re.compile(r"(?<!\d)(1[89]\d\d|20\d\d)(?!\d)")
_PERCENT = re.compile(r"(\d+(?:[.,]\d+)?)\s*%?$")
_DOMAIN = re.compile(r"^(?:[a-z][a-z0-9+.-]*://)?(?:[^@/\s]+@)?(?:www\.)?([a-z0-9-]+(?:\.[a-z0-9-]+)+)(?:[:/?#].*)?$")
# Written where nothing is known; the registers of many countries fill their cells with such.
EMPTY = frozenset(("", "-", "--", "n/a", "na", "none", "null", "nil", "unknown", "not known", "not recorded", "."))
# No company was registered before, and years of birth and dates after the next century are slips.
FIRST_YEAR, LAST_YEAR = 1500, 2199


def read_text(cell: str) -> str:
    """Return what a cell says with its blanks evened out, "" where it only says that nothing is known.

    >>> read_text("  Quay   Street "), read_text("N/A")
    ('Quay Street', '')
    """
    words = " ".join(cell.split())
    return "" if words.casefold() in EMPTY else words


def read_date(cell: str, formats: Sequence[str]) -> str | None:
    """Return a date as ISO 8601, cut to what is known; None where it fits neither that nor any of the formats.

    A format is strptime's, as "%d/%m/%Y"; 03/04/2031 alone is never guessed at, since it is two different days: None
    also where two of the formats make two days of it.

    >>> read_date("2031-03-02", ()), read_date("2.3.2031", ["%d.%m.%Y"]), read_date("03/04/2031", ())
    ('2031-03-02', '2031-03-02', None)
    >>> read_date("03/04/2031", ["%d/%m/%Y", "%m/%d/%Y"]), read_date("03/24/2031", ["%d/%m/%Y", "%m/%d/%Y"])
    (None, '2031-03-24')
    """
    found = _ISO.match(cell) or _COMPACT.match(cell)
    if found:
        parts = [part for part in found.groups() if part]
        return "-".join(parts) if _is_day(parts) else None
    days: set[str] = set()
    for form in formats:
        try:
            day = datetime.strptime(cell, form)  # noqa: DTZ007 - a day in a register has no zone
        except ValueError:
            continue
        shape = "%Y-%m-%d" if "%d" in form or "%j" in form else "%Y-%m" if "%m" in form or "%b" in form else "%Y"
        days.add(day.strftime(shape))
    return days.pop() if len(days) == 1 else None


def _is_day(parts: Sequence[str]) -> bool:
    year, month, day = (*map(int, parts), 1, 1)[:3]
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return False
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


def read_year(cell: str) -> int | None:
    """Return the year in a date of birth, however the rest of it is written; None where there is not just one.

    >>> read_year("April 1971"), read_year("1971-04-02"), read_year("71")
    (1971, 1971, None)
    """
    years = set(_YEAR.findall(cell))
    return int(years.pop()) if len(years) == 1 else None


def read_share(cell: str) -> float | None:
    """Return a share in percent, or None where it is none; a comma is taken for a point.

    >>> read_share("33,3 %"), read_share("100"), read_share("most"), read_share("120%")
    (33.3, 100.0, None, None)
    """
    found = _PERCENT.match(cell)
    share = float(found.group(1).replace(",", ".")) if found else None
    return share if share is not None and share <= 100 else None


def read_domain(cell: str) -> str | None:
    """Return the domain of an e-mail or web address, or None where it is neither.

    >>> read_domain("office@Quay-Works.example"), read_domain("https://www.quay.example/en"), read_domain("none given")
    ('quay-works.example', 'quay.example', None)
    """
    found = _DOMAIN.match(cell.casefold())
    return found.group(1) if found else None
