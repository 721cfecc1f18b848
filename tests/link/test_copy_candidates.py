"""Does the index of copies bring together what shares a passage, and stay within its bounds?"""

import numpy as np

from tests.link.making import make_report
from whence.link.copies import find_copies
from whence.link.copy_candidates import CopyIndex, join_candidates
from whence.link.options import LinkOptions
from whence.text.fast_words import hash_texts

SHARED = "the lock gate at Osk stood open all night and nobody on the quay could say who had left it so"
OWN = "Report {n} of series {n}: council {n} met in hall {n} about road {n}, item {n}, with guest {n} and clerk {n}."


def _texts(count: int, *, copies: int) -> list[str]:
    return [f"{OWN.format(n=n * 7919)} {SHARED if n < copies else ''}" for n in range(count)]


def test_pairs_are_those_that_share_a_passage() -> None:
    index = CopyIndex(LinkOptions())
    index.add(_texts(50, copies=3))
    assert {tuple(pair) for pair in index.pairs().tolist()} == {(0, 1), (0, 2), (1, 2)}


def test_a_bounded_index_still_brings_copies_together() -> None:
    index = CopyIndex(LinkOptions(), most_kept=2000)
    index.add(_texts(400, copies=2))
    assert index._kept <= 2000
    assert join_candidates(index.pairs(), 400)[1] == 0


def test_candidates_hang_together_through_others() -> None:
    assert join_candidates(np.array([[3, 1], [0, 3]]), 5).tolist() == [0, 0, 2, 0, 4]


def test_many_reports_are_compared_in_blocks_and_lose_no_copy() -> None:
    reports = [make_report(f"r{n:03}", text) for n, text in enumerate(_texts(60, copies=4))]
    whole = find_copies(reports, boilerplate={}, options=LinkOptions())
    blocks = find_copies(reports, boilerplate={}, options=LinkOptions(copies_at_once=10))
    assert whole
    assert blocks == whole


def test_words_of_all_scripts_have_hashes_and_none_is_no_text() -> None:
    hashes, texts = hash_texts(["", "Пожар на складе", "—", "消防"])
    assert texts.tolist() == [1, 1, 1, 3]
    assert len(set(hashes.tolist())) == 4
    assert len(hash_texts([])[0]) == 0
