"""Does `text.words` cut words with exact offsets, and hash runs of them alike everywhere?"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whence.text.words import content_words, find_words, hash_trigrams, hash_words, stem

CUT = [
    ("The mayor's 1,200 sheep", ("the", "mayor", "1,200", "sheep"), "possessives go, grouped numbers stay"),
    ("U-boat, re-elected", ("u", "boat", "re", "elected"), "hyphens part words"),
    ("“Don’t!” she said.", ("don't", "she", "said"), "curly and straight apostrophes are one"),
    ("", (), "nothing in nothing"),
]


@pytest.mark.parametrize(("text", "forms", "why"), CUT)
def test_find_words_cuts(text: str, forms: tuple[str, ...], why: str) -> None:
    assert find_words(text).forms == forms, why


@given(st.text(max_size=80))
def test_find_words_offsets_cover_what_they_name(text: str) -> None:
    words = find_words(text)
    pieces = [text[start:end] for start, end in zip(words.starts, words.ends, strict=True)]
    assert all(piece and not piece.isspace() for piece in pieces)
    assert [find_words(piece).forms for piece in pieces] == [(form,) for form in words.forms]


def test_content_words_drop_grammar() -> None:
    assert content_words("It was the bridge that they were closing") == ["bridg", "clos"]


@pytest.mark.parametrize(("one", "other"), [("leaked", "leaking"), ("studies", "study"), ("closures", "closure")])
def test_stem_brings_forms_together(one: str, other: str) -> None:
    assert stem(one) == stem(other)


def test_hash_trigrams_tell_order_and_place() -> None:
    there, back = hash_words(("one", "two", "three")), hash_words(("three", "two", "one"))
    assert hash_trigrams(there) != hash_trigrams(back)
    longer = hash_trigrams(hash_words(("so", "one", "two", "three", "more")))
    assert hash_trigrams(there)[0] in longer
    assert len(hash_trigrams(there[:2])) == 0


def test_hash_words_is_the_same_in_every_process() -> None:
    assert hash_words(("bridge",)).tolist() == [0x69780F9F], "Python's own hash differs from process to process"
