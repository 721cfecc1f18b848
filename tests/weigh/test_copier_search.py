"""Does the search get out of an answer that confirms itself?"""

import numpy as np

from tests.weigh.value_worlds import Copier, Original, make_table
from whence.weigh.coded_values import code_values
from whence.weigh.copier_search import search_copiers
from whence.weigh.options import CopierOptions
from whence.weigh.value_votes import independent, weigh_choices

OPTIONS = CopierOptions()


def test_a_block_of_copies_that_looks_accurate_at_first_is_found() -> None:
    originals = {f"o{number}": Original(0.75) for number in range(4)} | {"bad": Original(0.3)}
    coded = code_values(make_table(originals, {f"copy{number}": Copier("bad") for number in range(4)}, items=200))
    bad, good = coded.sources.index("bad"), coded.sources.index("o0")
    taken_in = weigh_choices(coded, independent(coded), options=OPTIONS)
    assert taken_in.accuracy[bad] > taken_in.accuracy[good]
    answer = search_copiers(coded, options=OPTIONS)
    assert answer.votes.accuracy[bad] < answer.votes.accuracy[good]
    assert answer.fit > taken_in.fit


def test_the_forest_has_no_ring_and_hangs_from_the_fullest_source() -> None:
    copiers = {f"copy{number}": Copier("o1", covers=0.8) for number in range(4)}
    originals = {f"o{number}": Original(0.7) for number in range(6)}
    coded = code_values(make_table(originals, copiers, items=200))
    copying = search_copiers(coded, options=OPTIONS).copying
    for name in copiers:
        place, steps = coded.sources.index(name), 0
        while copying.parent[place] >= 0:
            place, steps = int(copying.parent[place]), steps + 1
            assert steps <= len(coded.sources)
        assert coded.sources[place] == "o1"
    assert copying.share.min() >= 0
    assert copying.share.max() <= 1 - OPTIONS.least_doubt
    assert np.array_equal(copying.share > 0, copying.parent >= 0)
