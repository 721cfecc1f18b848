"""Does `link.belonging` doubt what hangs loosely in a claim, and nothing that stands at its centre?"""

from dataclasses import replace

import numpy as np
import pytest

from tests.link.making import make_report, make_statement
from whence.link.belonging import judge_belonging
from whence.link.options import LinkOptions
from whence.link.saying_groups import SayingGroups
from whence.link.sayings import Saying, read_saying

OPTIONS = LinkOptions()


def _found(likeness: list[list[float]], groups: tuple[tuple[int, ...], ...]) -> SayingGroups:
    places = tuple(range(len(likeness)))
    matrix = np.array(likeness, np.float32)
    return SayingGroups(groups, tuple(range(len(groups))), places, matrix, places, matrix)


def _judge(found: SayingGroups, sayings: list[Saying]) -> list[float]:
    return judge_belonging(found.groups, found, sayings, OPTIONS)


def _sayings(*texts: str) -> list[Saying]:
    reports = [make_report(f"r{n}", text) for n, text in enumerate(texts)]
    return [read_saying(report, make_statement(report, report.text)) for report in reports]


def test_judge_belonging_is_sure_of_the_centre_and_of_what_stands_alone() -> None:
    even = OPTIONS.belonging_even
    likeness = [[9.0, 5.0, even, -9], [5.0, 9.0, -3, -9], [even, -3, 9.0, -9], [-9, -9, -9, 9.0]]
    centre, near, loose, alone = _judge(_found(likeness, ((0, 1, 2), (3,))), _sayings(*"abcd"))
    assert centre == alone == 1.0
    assert near > 0.95
    assert loose == pytest.approx(0.5), "at `belonging_even` it is as likely as not"


def test_judge_belonging_takes_equal_wordings_for_equally_sure() -> None:
    found = replace(_found([[9.0, -3], [-3, 9.0]], ((0, 1, 2),)), shown=(0, 2), stands_for=(0, 0, 2))
    first, same, other = _judge(found, _sayings(*"aab"))
    assert first == same == 1.0
    assert other < 0.5


def test_judge_belonging_doubts_what_gives_another_number_than_the_centre() -> None:
    sayings = _sayings("She saw 12 bodies", "He saw 12 bodies", "He saw 40 bodies")
    likeness = [[9.0, 5.0, 4.0], [5.0, 9.0, 4.0], [4.0, 4.0, 9.0]]
    belongs = _judge(_found(likeness, ((0, 1, 2),)), sayings)
    assert belongs[2] == pytest.approx(OPTIONS.belonging_apart)
    assert min(belongs[:2]) > 0.9
