"""What changed between an earlier mention of a claim and the later one, in words that can be pointed at?"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from whence.model.report import Report
from whence.model.spans import Span, cut_all, hull
from whence.model.statement import Statement, Voice
from whence.model.stemma import DriftSide
from whence.model.story import Mention
from whence.text.dates import do_dates_agree
from whence.text.quantities import are_comparable, are_compatible, is_same_figure
from whence.text.words import content_words
from whence.weigh.citations import match_voice
from whence.weigh.outlets import list_outlets
from whence.weigh.readings import amounts_of, dates_of
from whence.weigh.relays import name_words
from whence.weigh.words import find_proper_words

CERTAINTY_ORDER = {"possible": 0, "unstated": 0, "probable": 1, "certain": 2}
# Unnamed people whose office gives their word some weight.
_OFFICIALS = re.compile(
    r"\b(?:official|officer|police|investigator|prosecutor|inspector|minist\w+|authorit\w+|spokes\w+|diplomat|expert)s?\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a claim's way: a later mention, the earlier one that it rests on, their reports, and what these add.

    `closeness` is the larger share of either mention's words that stand in the other.
    """

    later: Mention
    earlier: Mention
    later_report: Report
    earlier_report: Report
    beside_later: tuple[Mention, ...] = ()
    beside_earlier: tuple[Mention, ...] = ()
    closeness: float = 1.0

    def later_text(self) -> str:
        """Return the words of the later mention."""
        return cut_all(self.later.statement.content, self.later_report.text)

    def earlier_text(self) -> str:
        """Return the words of the earlier mention."""
        return cut_all(self.earlier.statement.content, self.earlier_report.text)


# Share of either mention's words in the other from which a detail more or less is a change, not another sentence.
CLOSE_WORDS = 0.5

Change = tuple[DriftSide, DriftSide | None, str]


def is_seen(change: Change) -> bool:
    """Tell whether the passages of a change differ by more than capitals, blanks and marks: none is told without that.

    >>> is_seen((DriftSide("It", Span(0, 2)), DriftSide("it,", Span(9, 12)), "the Courier is given as it"))
    False
    """
    before, after, _ = change
    return after is None or _bare(before.text) != _bare(after.text)


def _bare(text: str) -> str:
    """Return words without what makes none of them another: capitals, line ends, quote marks and stops."""
    return " ".join(text.casefold().split()).strip(" .,;:!?\"'“”‘’«»()[]-–—")


def change_certainty(step: Step) -> Change | None:
    """Find another grade than any mention of the earlier report has.

    Where the words themselves are the same, what grades them stands beside them: who is said to say so, and how.
    """
    before, after = step.earlier.statement.certainty, step.later.statement.certainty
    told_before = {CERTAINTY_ORDER[m.statement.certainty] for m in (step.earlier, *step.beside_earlier)}
    if CERTAINTY_ORDER[after] in told_before:
        return None
    how = "more" if CERTAINTY_ORDER[after] > CERTAINTY_ORDER[before] else "less"
    why = f"{before} became {after}: {how} certain"
    change = *_whole(step), why
    return change if is_seen(change) else (*_with_cues(step), why)


def change_number(step: Step) -> Change | None:
    """Find the first amount that has comparable ones on the other side, none of which is the same figure.

    An amount compares with others of its unit, and with the one amount of its kind where both sides give only one.
    """
    old, new = amounts_of(step.earlier_text()), amounts_of(step.later_text())
    for amount in new:
        rivals = [other for other in old if are_comparable(amount, other) and (amount.unit or not other.unit)]
        lone = sum(q.kind == amount.kind for q in old) == 1 == sum(q.kind == amount.kind for q in new)
        if not rivals and lone:
            rivals = [other for other in old if other.kind == amount.kind]
        if not rivals or any(is_same_figure(amount, other) for other in old):
            continue
        rival = min(rivals, key=lambda other: abs(other.low - amount.low))
        could_be = are_compatible(amount, rival)
        why = "rounded: it may be the same amount" if could_be else "the amounts cannot be the same"
        return _sides(step, rival.span, amount.span, why)
    return None


def change_date(step: Step) -> Change | None:
    """Find the first date that cannot be any of those on the other side."""
    old = dates_of(step.earlier_text(), step.earlier_report.published)
    new = dates_of(step.later_text(), step.later_report.published)
    for date in new:
        verdicts = [do_dates_agree(date.value, other.value) for other in old]
        if verdicts and False in verdicts and True not in verdicts:
            at = verdicts.index(False)
            return _sides(step, old[at].span, date.span, "the dates cannot be the same")
    return None


def change_source(step: Step) -> Change | None:
    """Find a source that the later report gives no longer, more vaguely, or as somebody of more weight."""
    old, new = step.earlier.statement, step.later.statement
    if not old.voices or new.basis == "first_hand" or any(_gives_source(other, step) for other in step.beside_later):
        return None
    before = old.voices[-1]
    if not new.voices:
        why = f"{before.name} is no longer given as the source"
        return _voice_side(step.earlier, step.earlier_report), None, why
    after = new.voices[-1]
    was, became = weight_of(before), weight_of(after)
    is_kept = may_be_one(before, after) or bool(set(step.earlier.voice_ids) & set(step.later.voice_ids))
    # Somebody else by name is another source, not the same one given otherwise; a lost name is drift of the name.
    loses_name = before.kind == "person" and became < was and after.kind in ("person", "unnamed")
    if is_kept or became in (was, 3) or loses_name or _is_outlet_of(after, step.earlier_report):
        return None
    how = "given more vaguely, as" if became < was else "given with more weight, as"
    why = f"{before.name} is {how} {after.as_worded or after.name}"
    return _voice_side(step.earlier, step.earlier_report), _voice_side(step.later, step.later_report), why


def may_be_one(one: Voice, other: Voice) -> bool:
    """Tell whether two voices share a word that tells voices apart, or one that says what they are."""
    mine, its = (
        name_words(voice.name) | set(content_words(f"{voice.name} {voice.as_worded}")) for voice in (one, other)
    )
    return bool(mine & its)


def _gives_source(mention: Mention, step: Step) -> bool:
    """Tell whether another mention of the later report still gives the earlier one's source."""
    old = step.earlier.statement.voices[-1]
    return bool(set(mention.voice_ids[-1:]) & set(step.earlier.voice_ids)) or any(
        name_words(voice.name) & name_words(old.name) for voice in mention.statement.voices[-1:]
    )


def _is_outlet_of(voice: Voice, report: Report) -> bool:
    """Tell whether a voice is the outlet of the earlier report: who credits the report need not say who told it."""
    return match_voice(voice, list_outlets([report])) is not None


def weight_of(voice: Voice) -> int:
    """Return how exactly a source is given: 3 by name, 2 a body or document, 1 officials, 0 whoever else."""
    if voice.named and find_proper_words(voice.name):
        return 3
    if voice.kind in ("organisation", "government", "document"):
        return 2
    return int(_OFFICIALS.search(f"{voice.name} {voice.as_worded}") is not None)


def change_name(step: Step) -> Change | None:
    """Find a person with a name whom the later report leaves without one."""
    old, new = step.earlier.statement, step.later.statement
    if not old.voices or not new.voices or old.voices[-1].kind != "person":
        return None
    if not find_proper_words(old.voices[-1].name) or find_proper_words(new.voices[-1].name):
        return None
    why = f"{old.voices[-1].name} became {new.voices[-1].name}"
    return _voice_side(step.earlier, step.earlier_report), _voice_side(step.later, step.later_report), why


def _voice_side(mention: Mention, report: Report) -> DriftSide:
    statement = mention.statement
    span = statement.voices[-1].span or hull(statement.source or statement.content)
    return DriftSide(span.cut(report.text), span)


def lose_detail(step: Step) -> Change | None:
    """Find an amount or a date of the earlier mention that the later report gives nowhere, nor another in its place."""
    return _only_in(step, gained=False)


def add_detail(step: Step) -> Change | None:
    """Find an amount or a date of the later mention that appears from nowhere: the earlier report has none like it."""
    return _only_in(step, gained=True)


def _only_in(step: Step, *, gained: bool) -> Change | None:
    if step.closeness < CLOSE_WORDS:
        return None
    mine, its = (step.later_text(), step.earlier_text()) if gained else (step.earlier_text(), step.later_text())
    report, other = (step.later_report, step.earlier_report) if gained else (step.earlier_report, step.later_report)
    amounts, elsewhere = amounts_of(mine), amounts_of(other.text)
    beside = {quantity.kind for quantity in amounts_of(its)}
    missing = [
        quantity.span
        for quantity in amounts
        if quantity.kind not in beside and not any(is_same_figure(quantity, given) for given in elsewhere)
    ]
    if not dates_of(its, None):
        known = dates_of(other.text, other.published)
        missing += [
            date.span
            for date in dates_of(mine, report.published)
            if not any(do_dates_agree(date.value, given.value) for given in known)
        ]
    if not missing:
        return None
    first = min(missing)
    if gained:
        return _gained(step, first, "the earlier report has no such detail: it appears from nowhere")
    return _lost(step, first, "the later report gives it nowhere")


def _gained(step: Step, span: Span, why: str) -> Change:
    """Return a detail of the later mention beside the passage of the earlier one that lacks it."""
    before = hull(step.earlier.statement.content)
    side = DriftSide(before.cut(step.earlier_report.text), before)
    return side, _locate(step.later, step.later_report, span), why


def _lost(step: Step, span: Span, why: str) -> Change:
    return _sides(step, span, None, why)


def _whole(step: Step) -> tuple[DriftSide, DriftSide]:
    old, new = hull(step.earlier.statement.content), hull(step.later.statement.content)
    return DriftSide(old.cut(step.earlier_report.text), old), DriftSide(new.cut(step.later_report.text), new)


def _with_cues(step: Step) -> tuple[DriftSide, DriftSide]:
    old, new = (hull((*m.statement.content, *_who_and_how(m.statement))) for m in (step.earlier, step.later))
    return DriftSide(old.cut(step.earlier_report.text), old), DriftSide(new.cut(step.later_report.text), new)


def _who_and_how(statement: Statement) -> Iterator[Span]:
    yield from statement.cue
    yield from statement.source or [voice.span for voice in statement.voices if voice.span is not None]


def _sides(step: Step, old: Span, new: Span | None, why: str) -> Change:
    """Return both sides of a change found in the mentions' joined words, as spans of their reports."""
    before = _locate(step.earlier, step.earlier_report, old)
    return before, None if new is None else _locate(step.later, step.later_report, new), why


def _locate(mention: Mention, report: Report, within: Span) -> DriftSide:
    """Return where a span of the joined content stands in the report; pieces are joined by one space."""
    offset = 0
    for piece in sorted(mention.statement.content):
        length = piece.end - piece.start
        if within.start < offset + length:
            start = piece.start + max(0, within.start - offset)
            span = Span(start, min(piece.end, piece.start + within.end - offset))
            return DriftSide(span.cut(report.text), span)
        offset += length + 1
    whole = hull(mention.statement.content)
    return DriftSide(whole.cut(report.text), whole)
