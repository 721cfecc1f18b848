"""May two statements that read alike be one claim? Polarity, amounts, dates and actors decide.

Cosine cannot tell a denial from a repetition (0.74 against 0.72, measured before), nor 38 from 3.8 million.
"""

from collections.abc import Callable

from whence.link.sayings import Saying
from whence.registry import Row, Table
from whence.text.dates import do_dates_agree
from whence.text.quantities import do_amounts_agree

Guard = Callable[[Saying, Saying], bool]


def keep_apart(one: Saying, other: Saying) -> str | None:
    """Return why two statements cannot be one claim, or None where nothing speaks against it."""
    for row in GUARDS:
        if row.thing(one, other):
            return row.name
    return None


def differ_in_polarity(one: Saying, other: Saying) -> bool:
    """Tell whether one says that it is so and the other that it is not."""
    return one.denies != other.denies


def differ_in_amount(one: Saying, other: Saying) -> bool:
    """Tell whether both give amounts of a sort, and none of them can be the same."""
    return do_amounts_agree(one.quantities, other.quantities) is False


def differ_in_date(one: Saying, other: Saying) -> bool:
    """Tell whether both give dates or clock times, and none of them can be the same."""
    verdicts = [do_dates_agree(a.value, b.value) for a in one.dates for b in other.dates]
    told = [verdict for verdict in verdicts if verdict is not None]
    return bool(told) and not any(told)


GUARDS: Table[Guard] = Table(
    "guard",
    (
        Row("polarity", differ_in_polarity, "a denial is a claim of its own, linked to what it denies"),
        Row("amounts", differ_in_amount, "other amounts of the same sort are another claim, or one gone wrong"),
        Row("dates", differ_in_date, "another day is another event"),
    ),
)
