"""Does `link.wording` compare reports by what they share, names above all?"""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.link.making import make_report
from whence.link.affairs import number_affairs
from whence.link.options import LinkOptions
from whence.link.wording import compare_wordings, keep_heaviest, weigh_words

OPTIONS = LinkOptions(least_wording=0.0)
TEXTS = [
    "The ferry Tern sank off Kellin on Tuesday morning with forty aboard.",
    "Off Kellin the Tern went down; the ferry carried forty people.",
    "The council of Dunesk raised the price of bread and water again.",
]


def _likeness(
    texts: list[str], options: LinkOptions = OPTIONS, *, most_in_table: int = 4000
) -> dict[tuple[int, int], float]:
    reports = [make_report(f"r{n}", text) for n, text in enumerate(texts)]
    words = weigh_words(reports, options)
    pairs = compare_wordings(words, len(reports), options, most_in_table=most_in_table)
    return {(a, b): value for a, b, value in pairs.rows()}


def test_compare_wordings_is_the_cosine() -> None:
    found = _likeness([TEXTS[0], TEXTS[0], TEXTS[2]])
    assert found[0, 1] == pytest.approx(1.0)
    assert found.get((0, 2), 0.0) == pytest.approx(0.0)


def test_weigh_words_counts_names_more() -> None:
    shared_name = ["Kellin burned", "Kellin rejoiced", "A town slept"]
    shared_word = ["A barn burned", "A mill burned", "A town slept"]
    assert _likeness(shared_name)[0, 1] > _likeness(shared_word)[0, 1]


def test_compare_wordings_leaves_out_words_of_too_many_reports() -> None:
    assert _likeness([TEXTS[0]] * 3, LinkOptions(word_reports=2)) == {}


def test_keep_heaviest_keeps_so_many_words_a_report() -> None:
    reports = [make_report(f"r{n}", text) for n, text in enumerate(TEXTS)]
    kept = keep_heaviest(weigh_words(reports, OPTIONS), 3)
    assert np.bincount(kept.report).tolist() == [3, 3, 3]


@given(st.lists(st.sampled_from(TEXTS), min_size=1, max_size=6))
def test_compare_wordings_is_the_same_without_a_table(texts: list[str]) -> None:
    in_table = _likeness(texts)
    assert _likeness(texts, most_in_table=0) == pytest.approx(in_table)


def test_number_affairs_parts_reports_by_their_words() -> None:
    reports = [make_report(f"r{n}", text) for n, text in enumerate(TEXTS)]
    first, second, third = number_affairs(reports, options=LinkOptions())
    assert first == second != third
    assert number_affairs([], options=LinkOptions()) == []
