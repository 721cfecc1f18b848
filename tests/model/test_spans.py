"""Do spans cut, overlap and hold as half-open ranges?"""

from hypothesis import given
from hypothesis import strategies as st

from whence.model.spans import Span, cut_all, hull

SPANS = st.tuples(st.integers(0, 30), st.integers(1, 10)).map(lambda pair: Span(pair[0], pair[0] + pair[1]))


@given(SPANS, SPANS)
def test_overlap_is_a_shared_place(a: Span, b: Span) -> None:
    assert a.overlaps(b) == bool(set(range(*a)) & set(range(*b)))
    assert a.holds(b) == (set(range(*b)) <= set(range(*a)))


@given(st.lists(SPANS, min_size=1, max_size=5))
def test_the_hull_holds_every_span(spans: list[Span]) -> None:
    assert all(hull(tuple(spans)).holds(span) for span in spans)


def test_pieces_are_joined_in_reading_order() -> None:
    assert cut_all((Span(4, 8), Span(0, 3)), "one fine day") == "one fine"
