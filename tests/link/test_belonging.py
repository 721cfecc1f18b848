"""Does `link.belonging` doubt what hangs loosely in a claim, and nothing that stands at its centre?"""

import numpy as np
import pytest

from whence.link.belonging import judge_belonging
from whence.link.options import LinkOptions
from whence.link.saying_groups import SayingGroups

OPTIONS = LinkOptions()


def _found(likeness: list[list[float]], groups: tuple[tuple[int, ...], ...]) -> SayingGroups:
    places = tuple(range(len(likeness)))
    return SayingGroups(groups, tuple(range(len(groups))), places, np.array(likeness, np.float32), places)


def test_judge_belonging_is_sure_of_the_centre_and_of_what_stands_alone() -> None:
    likeness = [[1.0, 0.8, 0.3, 0.0], [0.8, 1.0, 0.1, 0.0], [0.3, 0.1, 1.0, 0.0], [0.0, 0.0, 0.0, 1.0]]
    centre, near, loose, alone = judge_belonging(_found(likeness, ((0, 1, 2), (3,))), OPTIONS)
    assert centre == alone == 1.0
    assert near > 0.99
    assert loose == pytest.approx(0.5), "at `belonging_even` it is as likely as not"


def test_judge_belonging_takes_equal_wordings_for_equally_sure() -> None:
    found = SayingGroups(((0, 1, 2),), (0,), (0, 2), np.array([[1.0, 0.2], [0.2, 1.0]], np.float32), (0, 0, 2))
    first, same, other = judge_belonging(found, OPTIONS)
    assert first == same == 1.0
    assert other < 0.5
