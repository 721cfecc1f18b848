"""Does `text.quantities` find amounts with their units, and tell which of them could be the same?"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whence.text.quantities import are_comparable, are_compatible, do_amounts_agree, find_quantities, is_abbreviated

FOUND = [
    # text, amounts as (words, low, high, unit, kind), why
    ("a dozen people", [("a dozen people", 12, 12, "person", "count")], "a dozen is a number"),
    ("about 20 men", [("20 men", 20, 20, "man", "count")], "the counted noun is the unit, in the singular"),
    ("41 percent of voters", [("41 percent", 41, 41, "percent", "percent")], "percent in a word"),
    ("4.5% of it", [("4.5%", 4.5, 4.5, "percent", "percent")], "percent as a sign"),
    ("€4.2 million", [("€4.2 million", 4.2e6, 4.2e6, "euro", "money")], "sign before, scale word after"),
    ("$1.5bn", [("$1.5bn", 1.5e9, 1.5e9, "dollar", "money")], "scale letters touch the figure"),
    ("42m crowns", [("42m crowns", 4.2e7, 4.2e7, "crown", "money")], "m is million beside a currency"),
    ("1,200 tonnes", [("1,200 tonnes", 1200, 1200, "tonne", "measure")], "the comma groups thousands"),
    ("dozens were hurt", [("dozens", 24, 99, "", "count")], "a vague plural is a range"),
    ("a 31-year-old man", [("31-year-old", 31, 31, "year", "age")], "an age is no duration"),
    ("half of the depots", [("half", 50, 50, "percent", "percent")], "a share in a word"),
    ("twice as many", [("twice", 2, 2, "times", "factor")], "a factor"),
    (
        "two or three million people",
        [("two or three million people", 2e6, 3e6, "person", "count")],
        "one scale for both",
    ),
    ("between 20 and 30 lorries", [("20 and 30 lorries", 20, 30, "lorry", "count")], "both ends of a range"),
    ("40 litres a second", [("40 litres a second", 40, 40, "litre per second", "measure")], "a rate"),
    ("an 18-metre crack", [("18-metre", 18, 18, "metre", "measure")], "a hyphened measure"),
    ("two hundred and five cows", [("two hundred and five cows", 205, 205, "cow", "count")], "and inside a numeral"),
    ("at 07:15 on 3 May 2031", [], "numbers of dates and clock times are no amounts"),
    ("no one was there, one of them said", [], "one is a pronoun more often than a number"),
]


@pytest.mark.parametrize(("text", "expected", "why"), FOUND)
def test_find_quantities_reads(text: str, expected: list[tuple[str, float, float, str, str]], why: str) -> None:
    found = [(q.span.cut(text), q.low, q.high, q.unit, q.kind) for q in find_quantities(text)]
    assert found == expected, why


COMPATIBLE = [
    # one, other, comparable, compatible, why
    ("312,000 doses", "312,400 doses", True, True, "a figure stands for all that round to it"),
    ("40 litres a second", "38 litres a second", True, True, "40 is a rounded figure"),
    ("40 litres a second", "400 litres a second", True, False, "a slipped zero"),
    ("1.1 million doses", "38 doses", True, False, "far apart"),
    ("about 100 people", "92 people", True, True, "about reaches that far"),
    ("17 metres", "17 people", False, True, "what cannot be compared cannot clash"),
    ("12 people", "15 people", True, False, "exact small counts"),
    ("dozens of people", "41 people", True, True, "41 is dozens"),
    ("more than 400 people", "412 people", True, True, "over a floor"),
    ("half the depots", "52 percent of depots", True, True, "half is rough"),
]


@pytest.mark.parametrize(("one", "other", "comparable", "compatible", "why"), COMPATIBLE)
def test_are_compatible_compares(one: str, other: str, comparable: bool, compatible: bool, why: str) -> None:
    a, b = find_quantities(one)[0], find_quantities(other)[0]
    assert are_comparable(a, b) is comparable, why
    assert are_compatible(a, b) is compatible, why
    assert are_compatible(b, a) is compatible, why


ABBREVIATED = [
    ("42 million crowns", "I said 42", True, "the scale and the unit are understood"),
    ("400 litres a second", "the 400 figure", True, "a figure is not counted"),
    ("42 million crowns", "41 of them", False, "another number"),
    ("two million crowns", "two of them", False, "small numbers are everywhere"),
    ("42 million crowns", "42 sheep", False, "with a unit of its own it is itself"),
]


@pytest.mark.parametrize(("one", "other", "expected", "why"), ABBREVIATED)
def test_is_abbreviated(one: str, other: str, expected: bool, why: str) -> None:
    a, b = find_quantities(one)[0], find_quantities(other)[0]
    assert is_abbreviated(a, b) is expected, why
    assert is_abbreviated(b, a) is expected, why


def test_do_amounts_agree_needs_one_agreement() -> None:
    both = find_quantities("12 buses and 400 people")
    assert do_amounts_agree(both, find_quantities("400 people")) is True
    assert do_amounts_agree(both, find_quantities("90 people")) is False
    assert do_amounts_agree(both, find_quantities("nobody at all")) is None


@given(st.text(alphabet="0123456789 ,.-%€$abmn\nonetwvhudrmillioa½", max_size=60))
def test_find_quantities_keeps_order_and_bounds(text: str) -> None:
    found = find_quantities(text)
    assert [q.span for q in found] == sorted(q.span for q in found)
    assert all(0 <= q.span.start < q.span.end <= len(text) and q.low <= q.high for q in found)


@given(st.integers(min_value=2, max_value=10**9))
def test_find_quantities_reads_back_any_grouped_number(number: int) -> None:
    (found,) = find_quantities(f"{number:,} sheep")
    assert (found.low, found.high, found.unit) == (number, number, "sheep")
