"""Which passages show that something changed along a way? No change is told without them."""

import re
from collections.abc import Callable

from whence.model.spans import Span, hull
from whence.model.stemma import DriftSide
from whence.registry import Row, Table
from whence.text.words import STOP_WORDS, stem
from whence.text.words import find_words as split_words
from whence.weigh.changes import (
    Change,
    Step,
    add_detail,
    change_certainty,
    change_date,
    change_name,
    change_number,
    change_source,
    lose_detail,
)
from whence.weigh.drift_features import HEDGES, VAGUE_AMOUNT, is_misspelled, keeps_source, loses_roughness
from whence.weigh.readings import amounts_of, find_names, forms_of, plain_name, stems_of
from whence.weigh.ways import Side, Way
from whence.weigh.words import find_proper_words


def _show_certainty(way: Way) -> Change | None:
    """Show another grade, else words that hold back on one side only, else a rough figure given as exact."""
    step = way.step()
    if step.earlier.statement.certainty != step.later.statement.certainty:
        return change_certainty(step)
    before, after = _find(HEDGES, way.earlier), _find(HEDGES, way.later)
    if before is not None and after is None:
        return before, _whole(way.later), f"“{before.text}” is no longer said: more certain"
    if before is None and after is not None:
        return _whole(way.earlier), after, f"“{after.text}” came in: less certain"
    if loses_roughness(way):
        return _whole(way.earlier), _whole(way.later), "a rough figure is given as an exact one: more certain"
    return None


def _show_number(way: Way) -> Change | None:
    """Show another figure, in the two mentions or any others, else a figure that became vague."""
    found = _first(way, change_number)
    if found is not None:
        return found
    vague = _find(VAGUE_AMOUNT, way.later)
    figures = amounts_of(way.earlier.one)
    if vague is None or not figures or amounts_of(way.later.one):
        return None
    before = way.earlier.mention.statement.content
    if len(before) > 1:
        return _whole(way.earlier), vague, "a figure became vague"
    span = Span(before[0].start + figures[0].span.start, before[0].start + figures[0].span.end)
    return DriftSide(span.cut(way.earlier.report.text), span), vague, "a figure became vague"


def _show_date(way: Way) -> Change | None:
    return _first(way, change_date)


def _show_source(way: Way) -> Change | None:
    """Show whom the earlier report has it from, and whom the later one has, where that is not the same."""
    found = change_source(way.step())
    if found is not None:
        return found
    old, new = way.earlier.mention.statement.voices, way.later.mention.statement.voices
    if (not old and not new) or keeps_source(way):
        return None
    before = _voice(way.earlier) if old else _whole(way.earlier)
    after = _voice(way.later) if new else None
    if not old:
        return before, after, f"{new[-1].as_worded or new[-1].name} is given as the source of what had none"
    if not new:
        return before, None, f"{old[-1].name} is no longer given as the source"
    return before, after, f"{old[-1].name} is no longer given as the source, but {new[-1].as_worded or new[-1].name}"


def _show_name(way: Way) -> Change | None:
    """Show a person who is no longer named, else a name spelled otherwise, else one that the later report lacks."""
    found = change_name(way.step())
    if found is not None:
        return found
    text = way.later.report.text
    elsewhere, known = forms_of(text), forms_of(way.earlier.report.text)
    voices = way.earlier.mention.statement.voices
    proper = find_proper_words(voices[-1].name) if voices and voices[-1].kind == "person" else frozenset()
    if proper and not proper & elsewhere:
        new = way.later.mention.statement.voices
        after = _voice(way.later) if new else _whole(way.later)
        return _voice(way.earlier), after, f"{voices[-1].name} is no longer named"
    lost = [side for side in _names(way.earlier) if plain_name(side.text) not in elsewhere]
    gained = [side for side in _names(way.later) if plain_name(side.text) not in known]
    for before in lost:
        for after in gained:
            if is_misspelled(plain_name(before.text), plain_name(after.text)):
                return before, after, f"{before.text} is spelled {after.text}"
    return (lost[0], None, f"{lost[0].text} is no longer named") if lost else None


def _show_lost(way: Way) -> Change | None:
    """Show an amount or date that is lost, else the longest row of words that the later report has nowhere."""
    found = lose_detail(way.step())
    side = _only_in(way.earlier, way.later) if found is None else None
    return found if side is None else (side, None, "the later report gives it nowhere")


def _show_added(way: Way) -> Change | None:
    """Show an amount or date that came in, else the longest row of words that the earlier report has nowhere."""
    found = add_detail(way.step())
    side = _only_in(way.later, way.earlier) if found is None else None
    why = "the earlier report has no such detail: it appears from nowhere"
    return found if side is None else (_whole(way.earlier), side, why)


def _only_in(mine: Side, other: Side) -> DriftSide | None:
    """Return the longest row of content words in one side's mentions that stand nowhere in the other report."""
    known = stems_of(other.report.text)
    rows: list[Span] = []
    best = 0
    for piece in sorted(piece for mention in mine.mentions for piece in mention.statement.content):
        words = split_words(piece.cut(mine.report.text))
        start, row = 0, 0
        for place, form in enumerate(words.forms):
            if form in STOP_WORDS:
                continue
            if stem(form) in known:
                row = 0
                continue
            start, row = (place, 1) if row == 0 else (start, row + 1)
            if row > best:
                best = row
                rows = [Span(piece.start + int(words.starts[start]), piece.start + int(words.ends[place]))]
    return DriftSide(rows[0].cut(mine.report.text), rows[0]) if rows else None


def _first(way: Way, find: Callable[[Step], Change | None]) -> Change | None:
    """Return the change that the two closest mentions show, else the first that any other two do."""
    step = way.step()
    found = find(step)
    if found is not None:
        return found
    for later in way.later.mentions:
        for earlier in way.earlier.mentions:
            other = find(Step(later, earlier, step.later_report, step.earlier_report))
            if other is not None:
                return other
    return None


def _find(words: re.Pattern[str], side: Side) -> DriftSide | None:
    """Return the first of some words inside the mention that is looked at."""
    for piece in sorted(side.mention.statement.content):
        match = words.search(side.report.text, piece.start, piece.end)
        if match is not None:
            return DriftSide(match.group(), Span(*match.span()))
    return None


def _names(side: Side) -> list[DriftSide]:
    found = []
    for piece in sorted(piece for mention in side.mentions for piece in mention.statement.content):
        for span in find_names(piece.cut(side.report.text)):
            at = Span(piece.start + span.start, piece.start + span.end)
            found.append(DriftSide(at.cut(side.report.text), at))
    return found


def _voice(side: Side) -> DriftSide:
    statement = side.mention.statement
    span = statement.voices[-1].span or hull(statement.source or statement.content)
    return DriftSide(span.cut(side.report.text), span)


def _whole(side: Side) -> DriftSide:
    span = hull(side.mention.statement.content)
    return DriftSide(span.cut(side.report.text), span)


EVIDENCE: Table[Callable[[Way], Change | None]] = Table(
    "kind of change",
    (
        Row("certainty", _show_certainty, "the two mentions are graded differently, or one alone holds back"),
        Row("number", _show_number, "comparable amounts with another figure, or a figure that became vague"),
        Row("date", _show_date, "dates that cannot be the same"),
        Row("source", _show_source, "a source no longer given, or given as somebody else"),
        Row("name", _show_name, "a person who is no longer named, or a name that is spelled otherwise"),
        Row("detail_lost", _show_lost, "what the later report gives nowhere"),
        Row("detail_added", _show_added, "what appears from nowhere"),
    ),
)
