"""Does `link.saying_groups` group the same whether or not all fits at once?"""

from collections.abc import Sequence

import numpy as np
import pytest

from tests.link.making import make_report, make_statement
from whence.link.likeness import Likeness
from whence.link.options import LinkOptions
from whence.link.saying_groups import group_sayings
from whence.link.sayings import Saying, read_saying


def _say(report: str, text: str) -> Saying:
    made = make_report(report, text)
    return read_saying(made, make_statement(made, text))


def _same_first_word(sayings: Sequence[Saying]) -> Likeness:
    first = [saying.text.split()[0] for saying in sayings]
    same = np.array([[9.0 if a == b else -9.0 for b in first] for a in first], np.float32)
    return Likeness(same, same, same > np.inf, same)


WORDINGS = ["Crates left", "crates left.", "Crates came", "Keys left", "Rain"]
SAYINGS = [_say(f"r{n}", text) for n, text in enumerate(WORDINGS)]


@pytest.mark.parametrize("most", [2, 3, 10])
def test_group_sayings_in_any_memory(most: int) -> None:
    found = group_sayings(SAYINGS, _same_first_word, LinkOptions(most_compared=most))
    assert (0, 1, 2) in found.groups, "what says the same meets, in one portion or by one statement of each"
    assert sorted(place for group in found.groups for place in group) == list(range(5))
    assert len(found.topics) == len(found.groups)


def test_group_sayings_lets_one_stand_for_equal_wordings() -> None:
    found = group_sayings(SAYINGS, _same_first_word, LinkOptions())
    assert found.stands_for[:2] == (0, 0)
    assert found.shown == (0, 2, 3, 4)
    assert found.likeness.shape == (4, 4)
