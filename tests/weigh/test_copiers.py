"""Are copiers of invented tables found, and are independent sources that agree left apart?"""

from dataclasses import replace

import numpy as np
import pytest

from tests.weigh.value_worlds import SO, Copier, Original, eight_originals, make_table
from whence.model.values import CopierFindings, GivenValue
from whence.weigh.copiers import find_copiers
from whence.weigh.options import CopierOptions

OPTIONS = CopierOptions()


def grouped(findings: CopierFindings) -> set[tuple[str, ...]]:
    return {group.sources for group in findings.groups}


def paired(findings: CopierFindings) -> set[tuple[str, ...]]:
    within = {(a, b) for group in findings.groups for a in group.sources for b in group.sources if a < b}
    return within | {pair.sources for pair in findings.pairs}


def right_share(findings: CopierFindings) -> float:
    heaviest = [max(item.values, key=lambda value: value.weight).value for item in findings.disputed]
    return heaviest.count(SO) / len(heaviest)


@pytest.mark.parametrize("of", ["o0", "o1", "o4"], ids=["accurate 0.9", "accurate 0.8", "accurate 0.6"])
def test_whole_copies_are_one_group_whatever_the_accuracy_of_the_original(of: str) -> None:
    copiers = {f"copy{number}": Copier(of) for number in range(3)}
    for seed in range(3):
        findings = find_copiers(make_table(eight_originals(), copiers, seed=seed, items=200), options=OPTIONS)
        assert grouped(findings) == {(*copiers, of)}


def test_two_groups_stay_two() -> None:
    copiers = {"a1": Copier("o1"), "a2": Copier("o1", covers=0.7), "b1": Copier("o4"), "b2": Copier("o4", covers=0.7)}
    findings = find_copiers(make_table(eight_originals(), copiers, items=200), options=OPTIONS)
    assert grouped(findings) == {("a1", "a2", "o1"), ("b1", "b2", "o4")}


@pytest.mark.parametrize("seed", range(6))
def test_five_copies_of_a_bad_source_do_not_outvote_four_independent_ones(seed: int) -> None:
    originals = {f"o{number}": Original(0.75) for number in range(4)} | {"bad": Original(0.3)}
    copiers = {f"copy{number}": Copier("bad") for number in range(4)}
    table = make_table(originals, copiers, items=200, seed=seed)
    findings = find_copiers(table, options=OPTIONS)
    assert grouped(findings) == {("bad", *copiers)}
    by_count = [max(item.values, key=lambda value: len(value.sources)).value for item in findings.disputed]
    assert by_count.count(SO) / len(by_count) < 0.5
    assert right_share(findings) > 0.8


@pytest.mark.parametrize("accuracy", [0.8, 0.95, 0.99])
def test_independent_sources_that_agree_are_no_copiers(accuracy: float) -> None:
    originals = {f"o{number}": Original(accuracy) for number in range(8)}
    for seed in range(4):
        findings = find_copiers(make_table(originals, {}, seed=seed, items=200), options=OPTIONS)
        assert paired(findings) == set()


def test_an_accurate_source_beside_copiers_is_none() -> None:
    originals = {**eight_originals(), "good": Original(0.98)}
    findings = find_copiers(make_table(originals, {"copy": Copier("o4")}, items=200), options=OPTIONS)
    assert paired(findings) == {("copy", "o4")}


def test_a_copier_of_part_is_a_pair_and_no_group() -> None:
    table = make_table(eight_originals(), {"half": Copier("o4", share=0.6)}, items=300)
    findings = find_copiers(table, options=OPTIONS)
    assert grouped(findings) == set()
    [pair] = findings.pairs
    assert pair.sources == ("half", "o4")
    assert pair.probability > 0.95
    assert pair.share < OPTIONS.wholesale
    assert pair.rare + pair.differing <= pair.compared


def test_a_copier_with_few_items_is_at_most_a_pair() -> None:
    findings = find_copiers(make_table(eight_originals(), {"few": Copier("o4", covers=0.05)}), options=OPTIONS)
    assert grouped(findings) == set()
    assert {source for pair in findings.pairs for source in pair.sources} <= {"few", "o4"}


def test_examples_are_values_that_both_give() -> None:
    table = make_table(eight_originals(), {"copy": Copier("o4")})
    given = {(row.source, row.item): row.value for row in table}
    [group] = find_copiers(table, options=OPTIONS).groups
    assert len(group.examples) == OPTIONS.examples <= group.rare
    for example in group.examples:
        assert given["copy", example.item] == given["o4", example.item] == example.value
        there = [value for (_, item), value in given.items() if item == example.item]
        assert (example.given_by, example.of) == (there.count(example.value), len(there))


def test_a_group_counts_once() -> None:
    copiers = {f"copy{number}": Copier("o4") for number in range(3)}
    findings = find_copiers(make_table(eight_originals(), copiers), options=OPTIONS)
    for item in findings.disputed:
        assert [value.at_most for value in item.values] == sorted((v.at_most for v in item.values), reverse=True)
        for value in item.values:
            independent = {source for source in value.sources if source not in (*copiers, "o4")}
            assert value.at_most == len(independent) + (len(independent) < len(value.sources))
            assert 1 <= value.at_least <= value.at_most


def test_the_order_of_rows_makes_no_difference() -> None:
    table = make_table(eight_originals(), {"copy": Copier("o4"), "part": Copier("o2", share=0.7)})
    shuffled = [table[place] for place in np.random.default_rng(1).permutation(len(table))]
    assert find_copiers(shuffled, options=OPTIONS) == find_copiers(table, options=OPTIONS)


def test_an_empty_table_has_nothing() -> None:
    assert find_copiers([], options=OPTIONS) == CopierFindings(0, 0, 0, (), (), ())


def test_one_source_alone_copies_nobody() -> None:
    findings = find_copiers(make_table({"o0": Original(0.5)}, {}), options=OPTIONS)
    assert (findings.sources, findings.groups, findings.pairs, findings.disputed) == (1, (), (), ())


def test_two_sources_alone_show_nothing() -> None:
    # Nobody else says which of their values are rare.
    findings = find_copiers(make_table({"o0": Original(0.5)}, {"copy": Copier("o0")}), options=OPTIONS)
    assert paired(findings) == set()


def test_sources_without_an_item_in_common_are_not_compared() -> None:
    rows = [GivenValue("a", "one", "1", 2), GivenValue("b", "two", "1", 3)]
    findings = find_copiers(rows, options=OPTIONS)
    assert (findings.sources, findings.items, findings.pairs) == (2, 2, ())


def test_fewer_examples_may_be_asked_for() -> None:
    table = make_table(eight_originals(), {"copy": Copier("o4")})
    [group] = find_copiers(table, options=replace(OPTIONS, examples=1)).groups
    assert len(group.examples) == 1
