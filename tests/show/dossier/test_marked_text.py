"""Does a marked text keep every character, every mark and every anchor, however the marks lie?"""

from hypothesis import given
from hypothesis import strategies as st

from whence.model.spans import Span
from whence.show.dossier.inert import inert
from whence.show.dossier.marked_text import Mark, mark_paragraphs, mark_text

TEXT = "Two engineers said so.\n\nThe dam held, officials said.\n \nNobody came."


@st.composite
def marks(draw: st.DrawFn) -> list[Mark]:
    ends = st.tuples(st.integers(0, len(TEXT)), st.integers(0, len(TEXT)))
    pairs = draw(st.lists(ends, max_size=8))
    return [
        Mark(Span(min(pair), max(pair)), kind=draw(st.sampled_from("abc")), anchor=f"p{n}")
        for n, pair in enumerate(pairs)
    ]


@given(marks())
def test_no_character_is_lost_or_moved(drawn: list[Mark]) -> None:
    assert "".join(piece.words for piece in mark_text(TEXT, drawn)) == TEXT


@given(marks())
def test_every_character_carries_just_the_marks_over_it(drawn: list[Mark]) -> None:
    at = 0
    for piece in mark_text(TEXT, drawn):
        for place in range(at, at + len(piece.words)):
            over = {mark.kind for mark in drawn if mark.span.start <= place < mark.span.end}
            empty = {mark.kind for mark in drawn if mark.span.start == mark.span.end}
            assert over <= set(piece.classes.split()) <= over | empty
        at += len(piece.words)


@given(marks())
def test_every_anchor_is_there_once(drawn: list[Mark]) -> None:
    found = [anchor for paragraph in mark_paragraphs(TEXT, drawn) for piece in paragraph for anchor in piece.anchors]
    assert sorted(found) == sorted(mark.anchor for mark in drawn)


def test_paragraphs_are_cut_at_empty_lines() -> None:
    paragraphs = mark_paragraphs(TEXT, [Mark(Span(4, 30), "said")])
    words = ["".join(piece.words for piece in paragraph) for paragraph in paragraphs]
    assert words == ["Two engineers said so.", "The dam held, officials said.", "Nobody came."]
    assert [[piece.words for piece in paragraph if piece.classes] for paragraph in paragraphs] == [
        ["engineers said so."],
        ["The da"],
        [],
    ]


def test_an_empty_text_has_no_paragraph() -> None:
    assert mark_paragraphs("", []) == ()


def test_characters_that_could_steer_a_page_are_seen_instead() -> None:
    hostile = "a\u202eb\u2066c\x00d\x1be\ud800f\ufffeg\u200dh\tj\n"
    assert inert(hostile) == "a�b�c�d�e�f�g\u200dh\tj\n"
    assert len(inert("line\r\nline\rline")) == len("line\r\nline\rline")
