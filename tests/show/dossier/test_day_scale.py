"""Do days stand in their order, apart from each other, under words that do not meet?"""

from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from whence.show.dossier.day_scale import build_scale
from whence.show.dossier.picture import width_of

DAYS = st.dates(date(1, 1, 1), date(9999, 12, 31))


@settings(max_examples=100, deadline=None)
@given(st.lists(DAYS, min_size=1, max_size=40))
def test_days_stand_in_their_order_and_inside(days: list[date]) -> None:
    scale = build_scale(days, 100, 600)
    places = [scale.x(day) for day in sorted(set(days))]
    assert all(low < high for low, high in pairwise(places))
    assert all(100 <= place <= 600 for place in places)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.dates(date(1900, 1, 1), date(2100, 1, 1)), min_size=2, max_size=30))
def test_the_words_of_ticks_do_not_meet(days: list[date]) -> None:
    ticks = build_scale(days, 100, 600).ticks()
    assert ticks
    for one, other in pairwise(ticks):
        assert one.x + width_of(one.words) / 2 < other.x - width_of(other.words) / 2


def test_close_days_stay_apart_where_others_are_years_away() -> None:
    first = date(2031, 5, 1)
    scale = build_scale([date(1998, 1, 1), first, first + timedelta(days=1), first + timedelta(days=2)], 0, 600)
    assert not scale.is_even
    assert scale.x(first + timedelta(days=1)) - scale.x(first) > 20


def test_an_axis_with_room_is_to_scale_and_names_round_days_first() -> None:
    scale = build_scale([date(2020, 1, 1), date(2025, 1, 1), date(2030, 1, 1)], 0, 600)
    assert scale.is_even
    assert {"2020", "2025", "2030"} <= {tick.words for tick in scale.ticks()}
