"""Is it the rare shared value that tells, and not the common one?"""

import numpy as np
import pytest

from tests.weigh.value_worlds import Copier, eight_originals, make_table
from whence.model.values import GivenValue
from whence.weigh import coded_values
from whence.weigh.coded_values import code_values, row_pairs
from whence.weigh.copy_pairs import PairEvidence, compare_sources, paired_sources
from whence.weigh.options import CopierOptions
from whence.weigh.value_votes import independent, weigh_choices

OPTIONS = CopierOptions()


def compare(rows: list[GivenValue]) -> tuple[PairEvidence, tuple[str, ...]]:
    coded = code_values(rows)
    votes = weigh_choices(coded, independent(coded), options=OPTIONS)
    return compare_sources(coded, votes, paired_sources(coded), options=OPTIONS), coded.sources


def of_pair(evidence: PairEvidence, sources: tuple[str, ...], one: str, other: str) -> int:
    [place] = np.flatnonzero((evidence.one == sources.index(one)) & (evidence.other == sources.index(other))).tolist()
    return int(place)


def given(source: str, values: str) -> list[GivenValue]:
    return [GivenValue(source, f"item {place}", value, place) for place, value in enumerate(values)]


def test_shared_rare_values_tell_and_shared_common_ones_do_not() -> None:
    # All agree on the first ten; on the others a and b share values that nobody else gives.
    rows = [*given("a", "x" * 10 + "pqrstuvw"), *given("b", "x" * 10 + "pqrstuvw")]
    for name in "cdef":
        rows += given(name, "x" * 18)
    evidence, sources = compare(rows)
    assert evidence.copies[of_pair(evidence, sources, "a", "b")] > 0.99
    # No more than before anything was looked at.
    assert evidence.copies[of_pair(evidence, sources, "c", "d")] < OPTIONS.pairs_copy


def test_sources_that_are_wrong_each_in_its_own_way_are_independent() -> None:
    rows = [*given("a", "x" * 10 + "pqrstuvw"), *given("b", "x" * 10 + "ghijklmn")]
    for name in "cdef":
        rows += given(name, "x" * 18)
    evidence, sources = compare(rows)
    assert evidence.copies[of_pair(evidence, sources, "a", "b")] < 0.02


def test_a_share_is_found_again() -> None:
    for share in (0.5, 0.9):
        table = make_table(eight_originals(), {"copy": Copier("o4", share=share)}, items=400)
        evidence, sources = compare(table)
        place = of_pair(evidence, sources, "copy", "o4")
        values = {name: {row.item: row.value for row in table if row.source == name} for name in ("copy", "o4")}
        either = [item for item in values["o4"] if values["o4"][item] != "0" or values["copy"][item] != "0"]
        same = sum(values["o4"][item] == values["copy"][item] for item in either)
        assert evidence.share[place] == pytest.approx(same / len(either), abs=0.1)


def test_blocks_make_no_difference(monkeypatch: pytest.MonkeyPatch) -> None:
    table = make_table(eight_originals(), {"copy": Copier("o4")}, items=40)
    whole, _ = compare(table)
    coded = code_values(table)
    every = {(one, other) for left, right in row_pairs(coded) for one, other in zip(left, right, strict=True)}
    monkeypatch.setattr(coded_values, "BLOCK", 50)
    assert {(one, other) for left, right in row_pairs(coded) for one, other in zip(left, right, strict=True)} == every
    parts, _ = compare(table)
    assert np.allclose(whole.copies, parts.copies)
    assert np.array_equal(whole.one, parts.one)


def test_every_pair_on_an_item_comes_once_with_the_lesser_source_first() -> None:
    coded = code_values([*given("a", "xy"), *given("b", "xz"), *given("c", "x")])
    pairs = [
        (coded.sources[coded.source[one]], coded.sources[coded.source[other]], coded.items[coded.item[one]])
        for left, right in row_pairs(coded)
        for one, other in zip(left.tolist(), right.tolist(), strict=True)
    ]
    assert sorted(pairs) == [("a", "b", "item 0"), ("a", "b", "item 1"), ("a", "c", "item 0"), ("b", "c", "item 0")]
