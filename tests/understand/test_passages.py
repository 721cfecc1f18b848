"""Are passages short, whole where they can be, and is nothing left between them?"""

from itertools import pairwise

import pytest

from whence.understand.passages import cut_passages

LONG = "The ferry left at nine. " * 40

# text, why
TEXTS = [
    ("", "nothing"),
    (" \n\n ", "only white space"),
    ("One.\n\nTwo.\n\nThree.", "paragraphs"),
    (f"One.\n\n{LONG}\n\nTwo.", "a paragraph longer than a passage"),
    ("word " * 200, "no full stop at all"),
    ("x" * 500, "no blank at all"),
    (f'"{LONG}" he said.', "a quotation longer than a passage"),
    ("One.\n \t\nTwo.\r\n\r\nThree.", "blank lines that are not empty"),
]


@pytest.mark.parametrize(("text", "why"), TEXTS)
def test_cut_passages_keeps_to_the_limit_and_leaves_nothing_out(text: str, why: str) -> None:
    passages = cut_passages(text, most=100)
    assert all(0 < span.end - span.start <= 100 for span in passages), why
    assert all(one.end <= other.start for one, other in pairwise(passages)), why
    assert "".join("".join(span.cut(text).split()) for span in passages) == "".join(text.split()), why


def test_cut_passages_takes_paragraphs_together() -> None:
    text = "Falk left.\n\nShe was late.\n\n" + "It rained. " * 8
    assert [span.cut(text)[:10] for span in cut_passages(text, most=100)] == ["Falk left.", "It rained."]


def test_cut_passages_cuts_a_long_paragraph_at_the_ends_of_sentences() -> None:
    assert all(span.cut(LONG).endswith("nine.") for span in cut_passages(LONG, most=100))
