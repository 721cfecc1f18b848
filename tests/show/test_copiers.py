"""Is it told who copies so that no line speaks of what was not said before?"""

import pytest

from whence.model.values import CopierFindings, CopierGroup, CopyPair
from whence.show.copiers import copier_lines

PAIR = CopyPair(("Bay Echo", "Pier Post"), 0.7, 0.4, 4, 2, 60)
GROUP = CopierGroup(("Coast Times", "Harbour Desk"), 9)


@pytest.mark.parametrize(
    ("groups", "heading"),
    [((), "Pairs that may copy, in part"), ((GROUP,), "Further pairs that may copy, in part")],
)
def test_pairs_are_further_ones_only_below_a_group(groups: tuple[CopierGroup, ...], heading: str) -> None:
    lines = [line.plain for line in copier_lines(CopierFindings(4, 60, 240, groups, (PAIR,), ()), most_items=10)]
    assert any(line.startswith(heading) for line in lines)
