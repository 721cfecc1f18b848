"""How is a text cut so that marks may overlap? Into pieces, each under one set of marks."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from whence.model.spans import Span
from whence.show.dossier.inert import inert
from whence.show.dossier.views import Link, Piece

_PARAGRAPH_END = re.compile(r"\n[ \t\r\n]*\n\s*")


@dataclass(frozen=True, slots=True)
class Mark:
    """A span of a text that is shown in some way: `kind` is its class, "" where it only carries an anchor."""

    span: Span
    kind: str = ""
    anchor: str = ""
    note: str = ""
    claim: Link | None = None


@dataclass(slots=True)
class _Cuts:
    starts: dict[int, list[Mark]] = field(default_factory=dict)
    ends: dict[int, list[Mark]] = field(default_factory=dict)


def mark_text(text: str, marks: Sequence[Mark]) -> tuple[Piece, ...]:
    """Return the whole text in pieces; each carries the classes of all marks over it, and anchors where marks start.

    >>> marks = [Mark(Span(0, 5), "a"), Mark(Span(3, 8), "b")]
    >>> [(piece.words, piece.classes) for piece in mark_text("overlaps", marks)]
    [('ove', 'a'), ('rl', 'a b'), ('aps', 'b')]
    """
    cuts = _find_cuts(text, marks)
    places = sorted({0, len(text), *cuts.starts, *cuts.ends})
    active: list[Mark] = []
    pieces: list[Piece] = []
    for place, following in zip(places, [*places[1:], None], strict=True):
        ended = cuts.ends.get(place, [])
        active = [mark for mark in active if mark not in ended] + cuts.starts.get(place, [])
        if following is None:
            break
        pieces.append(_piece(text[place:following], active, cuts.starts.get(place, []), cuts.ends.get(following, [])))
    return tuple(pieces)


def mark_paragraphs(text: str, marks: Sequence[Mark]) -> tuple[tuple[Piece, ...], ...]:
    """Return the text's paragraphs, each in pieces; a mark that runs over a break is on both sides of it."""
    breaks = [Span(*found.span()) for found in _PARAGRAPH_END.finditer(text)]
    pieces = mark_text(text, [*marks, *(Mark(gap, "break") for gap in breaks)])
    paragraphs: list[list[Piece]] = [[]]
    held: tuple[str, ...] = ()
    for piece in pieces:
        if "break" in piece.classes.split():
            if paragraphs[-1]:
                paragraphs.append([])
            held += piece.anchors
            continue
        carried = Piece(piece.words, piece.classes, held + piece.anchors, piece.note, piece.claims)
        held = ()
        paragraphs[-1].append(carried)
    if held:
        paragraphs[-1].append(Piece("", anchors=held))
    return tuple(tuple(paragraph) for paragraph in paragraphs if paragraph)


def _find_cuts(text: str, marks: Sequence[Mark]) -> _Cuts:
    cuts = _Cuts()
    for mark in marks:
        start = min(max(mark.span.start, 0), max(len(text) - 1, 0))
        end = min(max(mark.span.end, start + 1), len(text))
        cuts.starts.setdefault(start, []).append(mark)
        cuts.ends.setdefault(end, []).append(mark)
    return cuts


def _piece(words: str, active: Sequence[Mark], started: Sequence[Mark], ending: Sequence[Mark]) -> Piece:
    classes = " ".join(sorted({mark.kind for mark in active if mark.kind}))
    anchors = tuple(dict.fromkeys(mark.anchor for mark in started if mark.anchor))
    notes = dict.fromkeys(mark.note for mark in active if mark.note)
    claims = dict.fromkeys(mark.claim for mark in ending if mark.claim is not None)
    return Piece(inert(words), classes, anchors, " · ".join(notes), tuple(claims))
