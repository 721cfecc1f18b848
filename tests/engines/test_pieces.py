"""Do the words of a text stand where the text has them, and is noted what the vocabulary leaves out?"""

from functools import cache

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tokenizers import Tokenizer

from whence.engines.pieces import AT_ONCE, cut_pieces
from whence.engines.tagger import TOKENIZER, TOKENIZER_FILE
from whence.model.pieces import LOOKS, Pieces

CASES = ("none", "lower", "capital", "capitals", "other")
GAPS = ("", " ", "\n")

# Characters that tokenizers stumble over: astral, combining, no width, right to left, controls, surrogates.
ODD = "aB1.,“”'\"\n\t \u00a0\u200b\u0301é😀𝔘한中\u0000\u001f\u2028\ufeffאİǅ\ud800\udfff"


@cache
def load_tokenizer() -> Tokenizer:
    loaded: Tokenizer = Tokenizer.from_file(str(TOKENIZER / TOKENIZER_FILE))
    loaded.no_padding()
    loaded.no_truncation()
    return loaded


@pytest.fixture
def tokenizer() -> Tokenizer:
    return load_tokenizer()


def words_of(pieces: Pieces, text: str) -> list[str]:
    return [text[start:end] for start, end in zip(pieces.starts, pieces.ends, strict=True)]


def case_of(pieces: Pieces) -> list[str]:
    return [CASES[look % 5] for look in pieces.looks]


def gaps_of(pieces: Pieces) -> list[str]:
    return [GAPS[look // 5 % 3] for look in pieces.looks]


def quoted_of(pieces: Pieces) -> list[bool]:
    return [bool(look // 15) for look in pieces.looks]


@pytest.mark.parametrize(
    ("text", "words", "why"),
    [
        ("Falk said it rained.", ["Falk", "said", "it", "rained", "."], "words and marks"),
        ("😀 Falk 𝔘 said", ["😀", "Falk", "𝔘", "said"], "astral characters count as one"),
        ("Falk\u00a0said", ["Falk", "said"], "a no-break space parts words"),
        ("a \ud800 b", ["a", "\ud800", "b"], "a lone surrogate keeps its place"),
        ("re\u0301sume\u0301s closed", ["re\u0301sume\u0301s", "closed"], "combining accents belong to their word"),
        pytest.param(
            "Jose\u0301 closed",
            ["Jose\u0301", "closed"],
            "and so does the last one",
        ),
        ("İzmir’de", ["İzmir", "’", "de"], "a capital whose small letter is two characters"),
        ("停電 soon", ["停", "電", "soon"], "each Chinese character is a word"),
        ("a\u200bb c", ["a\u200bb", "c"], "a space of no width is left out within its word"),
        ("\x00 a", ["a"], "a nul is no word"),
        ("x" * 300 + " y", ["x" * 300, "y"], "a word without end is one word"),
    ],
)
def test_cut_pieces_gives_code_points_of_the_text(tokenizer: Tokenizer, text: str, words: list[str], why: str) -> None:
    assert words_of(cut_pieces(tokenizer, text), text) == words, why


@pytest.mark.parametrize("text", ["", " \n\t", "\u00a0", "\x00"])
def test_cut_pieces_of_nothing_are_none(tokenizer: Tokenizer, text: str) -> None:
    pieces = cut_pieces(tokenizer, text)
    assert len(pieces) == len(pieces.ids) == len(pieces.looks) == 0
    assert pieces.first.tolist() == [0]


def test_cut_pieces_splits_a_rare_word_into_pieces_of_one_word(tokenizer: Tokenizer) -> None:
    pieces = cut_pieces(tokenizer, "the Sandhollow vote")
    counts = np.diff(pieces.first).tolist()
    assert len(counts) == len(pieces) == 3
    assert (counts[0], counts[2]) == (1, 1)
    assert counts[1] > 1
    assert pieces.first[-1] == len(pieces.ids)


@pytest.mark.parametrize(
    ("word", "case", "why"),
    [
        ("1934", "none", "no letters"),
        ("“", "none", "a mark"),
        ("停", "none", "a script without capitals"),
        ("said", "lower", "small letters"),
        ("Falk", "capital", "a capital first"),
        ("A", "capital", "a single capital is no word in capitals"),
        ("Éva", "capital", "with an accent"),
        ("NATO", "capitals", "all capitals"),
        ("B2", "capitals", "capitals and digits"),
        ("mcDonald", "other", "a capital inside"),
        ("McDonald", "other", "two capitals among small letters"),
    ],
)
def test_cut_pieces_notes_the_case(tokenizer: Tokenizer, word: str, case: str, why: str) -> None:
    assert case_of(cut_pieces(tokenizer, f"so {word} so"))[1] == case, why


def test_cut_pieces_notes_what_stands_before_a_word(tokenizer: Tokenizer) -> None:
    text = "Falk, said\u00a0it\nwas \n over\r\nnow\tand"
    pieces = cut_pieces(tokenizer, text)
    assert list(zip(words_of(pieces, text), gaps_of(pieces), strict=True)) == [
        ("Falk", "\n"),  # a text begins on a line of its own
        (",", ""),
        ("said", " "),
        ("it", " "),
        ("was", "\n"),
        ("over", "\n"),
        ("now", "\n"),
        ("and", " "),
    ]


@pytest.mark.parametrize("before", ["", " ", "\n"])
def test_cut_pieces_begins_a_text_on_a_line_of_its_own(tokenizer: Tokenizer, before: str) -> None:
    assert gaps_of(cut_pieces(tokenizer, f"{before}Falk")) == ["\n"]


@pytest.mark.parametrize(
    ("text", "inside", "why"),
    [
        ("He said “it is” now", ["“", "it", "is", "”"], "with its marks"),
        ('He said "no" now', ['"', "no", '"'], "straight marks"),
        ("the drivers’ union’s bus", [], "apostrophes quote nothing"),
        ("😀 “so” he", ["“", "so", "”"], "behind an astral character"),
        ("He “said", [], "a lone mark"),
    ],
)
def test_cut_pieces_notes_quotations(tokenizer: Tokenizer, text: str, inside: list[str], why: str) -> None:
    pieces = cut_pieces(tokenizer, text)
    quoted = [word for word, is_in in zip(words_of(pieces, text), quoted_of(pieces), strict=True) if is_in]
    assert quoted == inside, why


@given(st.text(st.one_of(st.sampled_from(ODD), st.characters()), max_size=80))
@settings(max_examples=150, deadline=None)
def test_cut_pieces_holds_for_any_text(text: str) -> None:
    pieces = cut_pieces(load_tokenizer(), text)
    places = [place for pair in zip(pieces.starts.tolist(), pieces.ends.tolist(), strict=True) for place in pair]
    assert places == sorted(places)
    assert all(0 <= start < end <= len(text) for start, end in zip(pieces.starts, pieces.ends, strict=True))
    assert pieces.first[0] == 0
    assert pieces.first[-1] == len(pieces.ids)
    assert (np.diff(pieces.first) >= 1).all()
    assert len(pieces.looks) == len(pieces)
    assert ((pieces.looks >= 0) & (pieces.looks < LOOKS)).all()


@pytest.mark.parametrize("joint", [" ", "\n"])
def test_cut_pieces_gives_a_long_text_the_words_of_one_go(tokenizer: Tokenizer, joint: str) -> None:
    paragraph = "“Nobody at Sandhollow’s 3rd depot 😀 said so,” Falk said." + joint
    times = AT_ONCE // len(paragraph) + 40
    text = paragraph * times
    short = cut_pieces(tokenizer, paragraph * 2)
    count = len(short) // 2
    pieces = cut_pieces(tokenizer, text)
    assert len(text) > AT_ONCE
    assert len(pieces) == count * times
    shifts = np.arange(times)[:, None] * len(paragraph)
    assert np.array_equal(pieces.starts.reshape(times, count), short.starts[:count] + shifts)
    assert np.array_equal(pieces.ends.reshape(times, count), short.ends[:count] + shifts)
    assert np.array_equal(pieces.ids.reshape(times, -1), np.tile(short.ids[: len(short.ids) // 2], (times, 1)))
    # The first paragraph begins the text, all others stand behind white space.
    assert np.array_equal(pieces.looks.reshape(times, count)[1:], np.tile(short.looks[count:], (times - 1, 1)))


def test_cut_pieces_reads_on_where_no_white_space_parts_a_long_text(tokenizer: Tokenizer) -> None:
    text = "ab," * (AT_ONCE // 3 + 20)
    pieces = cut_pieces(tokenizer, text)
    places = np.stack([pieces.starts, pieces.ends], axis=1).reshape(-1)
    # No character is lost or read twice, though one word is cut where the stretch ends.
    assert np.array_equal(places[1:-1:2], places[2::2])
    assert (places[0], places[-1]) == (0, len(text))
