"""Does what is copied count as copied, and does the fit never fall?"""

from dataclasses import replace

import numpy as np
import pytest

from tests.weigh.value_worlds import Copier, Original, eight_originals, make_table
from whence.model.values import GivenValue
from whence.weigh.coded_values import CodedValues, code_values
from whence.weigh.options import CopierOptions
from whence.weigh.value_votes import Copying, first_votes, independent, weigh_choices

OPTIONS = CopierOptions()


def copying(coded: CodedValues, children: dict[str, str], share: float = 0.99) -> Copying:
    answer = independent(coded)
    for child, parent in children.items():
        answer.parent[coded.sources.index(child)] = coded.sources.index(parent)
        answer.share[coded.sources.index(child)] = share
    return answer


def test_three_copies_weigh_hardly_more_than_one() -> None:
    rows = [GivenValue(name, "x", "copied", 1) for name in ("a", "b", "c")]
    rows += [GivenValue(name, "x", "looked up", 1) for name in ("d", "e")]
    coded = code_values(rows)
    once = replace(OPTIONS, rounds=1)
    alone = weigh_choices(coded, independent(coded), options=once)
    together = weigh_choices(coded, copying(coded, {"b": "a", "c": "a"}), options=once)
    place = coded.choices.index("copied")
    assert alone.weight[place] > 0.5 > together.weight[place]
    assert together.own[[1, 2]] == pytest.approx([0, 0], abs=0.05)
    assert together.own[0] == 1


def test_accuracies_are_found_again() -> None:
    accuracies = (0.95, 0.9, 0.85, 0.8, 0.7, 0.6, 0.5, 0.4)
    coded = code_values(make_table(eight_originals(accuracies), {}, items=400))
    votes = weigh_choices(coded, independent(coded), options=OPTIONS)
    assert votes.accuracy == pytest.approx(accuracies, abs=0.08)


def test_the_true_copying_fits_best() -> None:
    coded = code_values(make_table(eight_originals(), {"copy": Copier("o4", share=0.9)}))
    nobody = weigh_choices(coded, independent(coded), options=OPTIONS).fit
    right = weigh_choices(coded, copying(coded, {"copy": "o4"}, 0.9), options=OPTIONS).fit
    other = weigh_choices(coded, copying(coded, {"copy": "o0"}, 0.9), options=OPTIONS).fit
    assert right > nobody > other


def test_weights_of_an_item_leave_room_for_what_nobody_gives() -> None:
    coded = code_values(make_table({"o0": Original(0.5), "o1": Original(0.5)}, {}))
    for votes in (weigh_choices(coded, independent(coded), options=OPTIONS), first_votes(coded)):
        total = np.bincount(coded.choice_item, votes.weight)
        assert ((total > 0) & (total < 1)).all()


def test_a_parent_without_a_value_for_the_item_lends_nothing() -> None:
    rows = [GivenValue("a", "x", "1", 1), GivenValue("b", "x", "1", 1), GivenValue("b", "y", "2", 1)]
    coded = code_values(rows)
    votes = weigh_choices(coded, copying(coded, {"b": "a"}), options=OPTIONS)
    assert votes.own.tolist()[0] == votes.own.tolist()[2] == pytest.approx(1)
    assert votes.own.tolist()[1] < 0.1
