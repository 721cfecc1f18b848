"""What can a time phrase say, before it is read against the day of its report?"""

from dataclasses import dataclass
from typing import Literal

Which = Literal["last", "next", "this"]
Unit = Literal["day", "week", "weekend", "month", "quarter", "year", "decade", "century"]
Third = Literal["early", "mid", "late"]
Mark = Literal["~", "?"]
# Which of two figures is the day's: of the first or of the second.
Order = Literal["day first", "month first"]
ORDERS: tuple[Order, ...] = ("day first", "month first")


@dataclass(frozen=True, slots=True)
class Year:
    """A year as worded: its number, the last two figures alone (`short`), or its distance from the report's year.

    The year 1 BC is 0, as EDTF counts, 2 BC is -1.
    """

    number: int | None = None
    short: int | None = None
    shift: int | None = None


@dataclass(frozen=True, slots=True)
class Calendar:
    """A year, month or day, as far as worded; `which` is "last" in "last May"."""

    year: Year | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    which: Which | None = None


@dataclass(frozen=True, slots=True)
class Figures:
    """A day all in figures that may be day first or month first: 02/03/2031."""

    first: int
    second: int
    year: Year


@dataclass(frozen=True, slots=True)
class Weekday:
    """A weekday, Monday being 0; `week` is the week it is in, counted from the report's, where the words say so."""

    weekday: int
    which: Which | None = None
    week: int | None = None


@dataclass(frozen=True, slots=True)
class NthWeekday:
    """The first Monday of a month; -1 is the last."""

    place: int
    weekday: int
    month: Calendar


@dataclass(frozen=True, slots=True)
class DayShift:
    """Today, yesterday, tomorrow: a day counted from the report's own. A night brings its hours after noon."""

    days: int
    is_late: bool = False


@dataclass(frozen=True, slots=True)
class Away:
    """So many units ago (negative) or ahead."""

    count: int
    unit: Unit


@dataclass(frozen=True, slots=True)
class Current:
    """The present, last or next week, month, year, weekend, quarter, decade or century, as a distance."""

    unit: Unit
    shift: int


@dataclass(frozen=True, slots=True)
class Around:
    """The past or next so many units, up to the report's day or from it on."""

    count: int
    unit: Unit
    is_ahead: bool = False


@dataclass(frozen=True, slots=True)
class Season:
    """A season by its EDTF number: 21 spring, 22 summer, 23 autumn, 24 winter."""

    number: int
    year: Year | None = None
    which: Which | None = None


@dataclass(frozen=True, slots=True)
class Decade:
    """A decade or, where `is_century`, a century, by its first year, which before Christ is below 1."""

    first: int
    is_century: bool = False


@dataclass(frozen=True, slots=True)
class WeekOf:
    """The week that holds a day, begins or ends with it."""

    day: "Node"
    how: Literal["of", "beginning", "ending"]


@dataclass(frozen=True, slots=True)
class Thirds:
    """The early, middle or late part of a longer time, or from one part to another."""

    first: Third
    last: Third
    of: "Node"


@dataclass(frozen=True, slots=True)
class Slice:
    """One of equal parts: the third quarter, the second half, the first three months. Negative places count back."""

    unit: Literal["half", "quarter", "month", "week"]
    place: int
    count: int
    of: "Node | None"


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day; `is_plain` where nothing says which half of the day is meant."""

    hour: int
    minute: int
    is_universal: bool = False
    is_plain: bool = False


@dataclass(frozen=True, slots=True)
class At:
    """A day with a clock time, or with the two between which something was."""

    day: "Node"
    clock: Clock
    until: Clock | None = None
    is_late: bool = False


@dataclass(frozen=True, slots=True)
class Between:
    """From one time to another; None where that side is open."""

    first: "Node | None"
    last: "Node | None"


@dataclass(frozen=True, slots=True)
class Marked:
    """A time worded as approximate (~) or uncertain (?)."""

    node: "Node"
    mark: Mark


Node = (
    Calendar
    | Figures
    | Weekday
    | NthWeekday
    | DayShift
    | Away
    | Current
    | Around
    | Season
    | Decade
    | WeekOf
    | Thirds
    | Slice
    | At
    | Between
    | Marked
)
