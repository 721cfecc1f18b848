"""Is each statement told what the other reports hold that is like it?"""

import numpy as np
import pytest

from tests.link.making import make_report, make_statement
from whence.link.elsewhere import look_elsewhere
from whence.link.saying_groups import SayingGroups
from whence.link.sayings import Saying, read_saying
from whence.model.story import UNLIKE, Elsewhere

FAR, NEAR = UNLIKE - 3, 4.0


def _sayings(*texts: str) -> list[Saying]:
    """Return the sentences of some reports, r0 first."""
    reports = [make_report(f"r{n}", text) for n, text in enumerate(texts)]
    return [
        read_saying(report, make_statement(report, sentence))
        for report in reports
        for sentence in report.text.split(". ")
    ]


def _found(likeness: list[list[float]], stands_for: tuple[int, ...] | None = None) -> SayingGroups:
    matrix = np.array(likeness, np.float32)
    shown = tuple(range(len(likeness)))
    return SayingGroups(((0,),), (0,), shown, matrix, stands_for or shown, matrix)


def _told(found: SayingGroups, sayings: list[Saying]) -> list[dict[str, Elsewhere]]:
    return [{row.report: row for row in told} for told in look_elsewhere(found, sayings)]


def test_the_most_similar_statement_of_each_other_report_counts() -> None:
    sayings = _sayings("a", "b. c", "d")
    likeness = [[9, 1, NEAR, FAR], [1, 9, FAR, FAR], [NEAR, FAR, 9, FAR], [FAR, FAR, FAR, 9]]
    first, _, third, last = _told(_found(likeness), sayings)
    assert first.keys() == {"r1"}
    assert first["r1"].same == pytest.approx(NEAR)
    assert third["r0"].same == pytest.approx(NEAR)
    assert not last, "what is like nothing is told nothing"


def test_what_stands_around_counts_and_not_the_statement_itself() -> None:
    """Why: a report that has the neighbours too was more likely read than one that has this sentence alone."""
    sayings = _sayings("a. b", "c. d", "e")
    likeness = [
        [9, FAR, NEAR, FAR, NEAR],
        [FAR, 9, FAR, NEAR, FAR],
        [NEAR, FAR, 9, FAR, FAR],
        [FAR, NEAR, FAR, 9, FAR],
        [NEAR, FAR, FAR, FAR, 9],
    ]
    first = _told(_found(likeness), sayings)[0]
    assert first["r1"].same == first["r2"].same
    assert first["r1"].around > 0.9
    assert first["r2"].around < 0.1


def test_equal_wordings_are_in_each_others_reports() -> None:
    sayings = _sayings("the same", "the same")
    one, other = _told(_found([[9.0]], stands_for=(0, 0)), sayings)
    assert one["r1"].same == other["r0"].same == 9.0


def test_what_was_not_compared_is_like_nothing() -> None:
    sayings = _sayings("a", "b", "c")
    told = _told(_found([[9, NEAR], [NEAR, 9]], stands_for=(0, 1, 2)), sayings)
    assert told[2] == {}
    assert told[0].keys() == {"r1"}
