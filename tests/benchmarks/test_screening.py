"""Is recall counted at the best threshold that keeps the precision?"""

from benchmarks.datasets.screening import LEARN, LOCKED, ScreeningQuery, load_screening
from benchmarks.tasks.screening import Hit, recall_at
from whence.model.watchlist import ScreenedName


def a_hit(score: float, *, is_right: bool, is_listed: bool = True) -> Hit:
    return Hit(ScreeningQuery(ScreenedName((), "A", "person"), "e1" if is_listed else "", "t"), score, is_right)


def test_recall_stops_where_too_many_are_wrong() -> None:
    right = [a_hit(0.9 - n / 100, is_right=True) for n in range(9)]
    hits = [*right, a_hit(0.5, is_right=False, is_listed=False), a_hit(0.4, is_right=True), a_hit(0.4, is_right=False)]
    assert recall_at(hits, 0.9) == (9 / 11, right[-1].score)


def test_hits_of_one_score_are_taken_together() -> None:
    hits = [a_hit(0.5, is_right=True), a_hit(0.5, is_right=False, is_listed=False)]
    assert recall_at(hits, 0.9) == (0.0, 1.0)


def test_both_halves_are_whole() -> None:
    for name in (LEARN, LOCKED):
        half = load_screening(name)
        assert (len(half.entries), len(half.queries)) == (130, 350)
        ids = {entry.id for entry in half.entries}
        assert sum(bool(query.expected) for query in half.queries) == 200
        # Counted, not compared: a failing test must print nothing of the locked half.
        assert sum(query.expected not in ids for query in half.queries if query.expected) == 0
        assert sum(len(query.name.contexts) for query in half.without_contexts().queries) == 0
