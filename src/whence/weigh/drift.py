"""What changed between an earlier mention of a claim and the later one that depends on it?"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from whence.model.report import Report
from whence.model.spans import Span, cut_all, hull
from whence.model.statement import Voice
from whence.model.stemma import Drift, DriftKind, DriftSide, Parent
from whence.model.story import Claim, Mention
from whence.registry import Row, Table
from whence.text.dates import do_dates_agree, find_dates
from whence.text.quantities import Quantity, are_comparable, are_compatible, find_quantities, is_abbreviated
from whence.text.words import content_words
from whence.weigh.citations import match_voice
from whence.weigh.outlets import list_outlets
from whence.weigh.relays import name_words
from whence.weigh.view import StoryView
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


def find_drift(claim: Claim, parents: Mapping[str, Sequence[Parent]], view: StoryView) -> tuple[Drift, ...]:
    """Return the changes along the edges of a claim's stemma, each kind once a pair of reports; only sure ones."""
    found: dict[tuple[str, str, DriftKind], Drift] = {}
    for step in follow_steps(claim, parents, view):
        if min(step.later.belongs, step.earlier.belongs) < view.options.drift_belongs:
            continue
        for row in CHANGES:
            change = row.thing(step)
            key = (step.earlier.report, step.later.report, _kind(row.name))
            if change is not None and key not in found:
                found[key] = Drift(key[0], key[1], key[2], *change)
    return tuple(found[key] for key in sorted(found))


def follow_steps(claim: Claim, parents: Mapping[str, Sequence[Parent]], view: StoryView) -> list[Step]:
    """Return each mention with the earlier mention that it most likely repeats, where that is another report's."""
    mentions = sorted((m for m in claim.mentions if m.statement.within == "text"), key=lambda m: (m.report, m.id))
    steps = []
    for later in mentions:
        best = parents[later.id][0]
        inside = [other for other in mentions if best.kind == "report" and other.report == best.id]
        same = [other for other in inside if other.statement.polarity == later.statement.polarity]
        if same and best.probability >= view.options.drift_floor:
            earlier = max(same, key=lambda other: _closeness(later, other, view))
            beside = tuple(other for other in mentions if other.report == later.report and other is not later)
            reports = view.reports[later.report], view.reports[earlier.report]
            close = max(view.words.closeness(later, earlier), view.words.closeness(earlier, later))
            steps.append(Step(later, earlier, *reports, beside, tuple(m for m in same if m is not earlier), close))
    return steps


def _closeness(later: Mention, earlier: Mention, view: StoryView) -> float:
    same_voice = bool(set(later.voice_ids) & set(earlier.voice_ids))
    return view.words.closeness(later, earlier) + 0.2 * same_voice


def _change_certainty(step: Step) -> Change | None:
    before, after = step.earlier.statement.certainty, step.later.statement.certainty
    told_before = {CERTAINTY_ORDER[m.statement.certainty] for m in (step.earlier, *step.beside_earlier)}
    if CERTAINTY_ORDER[after] in told_before:
        return None
    how = "more" if CERTAINTY_ORDER[after] > CERTAINTY_ORDER[before] else "less"
    return *_whole(step), f"{before} became {after}: {how} certain"


def _change_number(step: Step) -> Change | None:
    """Find the first amount that has comparable ones on the other side, none of which is the same figure.

    An amount compares with others of its unit, and with the one amount of its kind where both sides give only one.
    """
    old, new = find_quantities(step.earlier_text()), find_quantities(step.later_text())
    for amount in new:
        rivals = [other for other in old if are_comparable(amount, other) and (amount.unit or not other.unit)]
        lone = sum(q.kind == amount.kind for q in old) == 1 == sum(q.kind == amount.kind for q in new)
        if not rivals and lone:
            rivals = [other for other in old if other.kind == amount.kind]
        if not rivals or any(_is_same_figure(amount, other) for other in old):
            continue
        rival = min(rivals, key=lambda other: abs(other.low - amount.low))
        could_be = are_compatible(amount, rival)
        why = "rounded: it may be the same amount" if could_be else "the amounts cannot be the same"
        return _sides(step, rival.span, amount.span, why)
    return None


def _is_same_figure(one: Quantity, other: Quantity) -> bool:
    """Tell whether two amounts give one figure, whatever they count: equal, or one without its scale or unit."""
    return (one.low, one.high) == (other.low, other.high) or is_abbreviated(one, other)


def _change_date(step: Step) -> Change | None:
    old = find_dates(step.earlier_text(), published=step.earlier_report.published)
    new = find_dates(step.later_text(), published=step.later_report.published)
    for date in new:
        verdicts = [do_dates_agree(date.value, other.value) for other in old]
        if verdicts and False in verdicts and True not in verdicts:
            at = verdicts.index(False)
            return _sides(step, old[at].span, date.span, "the dates cannot be the same")
    return None


def _change_source(step: Step) -> Change | None:
    """Find a source that the later report gives no longer, more vaguely, or as somebody of more weight."""
    old, new = step.earlier.statement, step.later.statement
    if not old.voices or new.basis == "first_hand" or any(_gives_source(other, step) for other in step.beside_later):
        return None
    before = old.voices[-1]
    if not new.voices:
        why = f"{before.name} is no longer given as the source"
        return _voice_side(step.earlier, step.earlier_report), None, why
    after = new.voices[-1]
    was, became = _weight_of(before), _weight_of(after)
    is_kept = _may_be_one(before, after) or bool(set(step.earlier.voice_ids) & set(step.later.voice_ids))
    # Somebody else by name is another source, not the same one given otherwise; a lost name is drift of the name.
    loses_name = before.kind == "person" and became < was and after.kind in ("person", "unnamed")
    if is_kept or became in (was, 3) or loses_name or _is_outlet_of(after, step.earlier_report):
        return None
    how = "given more vaguely, as" if became < was else "given with more weight, as"
    why = f"{before.name} is {how} {after.as_worded or after.name}"
    return _voice_side(step.earlier, step.earlier_report), _voice_side(step.later, step.later_report), why


def _may_be_one(one: Voice, other: Voice) -> bool:
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


def _weight_of(voice: Voice) -> int:
    """Return how exactly a source is given: 3 by name, 2 a body or document, 1 officials, 0 whoever else."""
    if voice.named and find_proper_words(voice.name):
        return 3
    if voice.kind in ("organisation", "government", "document"):
        return 2
    return int(_OFFICIALS.search(f"{voice.name} {voice.as_worded}") is not None)


def _change_name(step: Step) -> Change | None:
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


def _lose_detail(step: Step) -> Change | None:
    """Find an amount or a date of the earlier mention that the later report gives nowhere, nor another in its place."""
    return _only_in(step, gained=False)


def _add_detail(step: Step) -> Change | None:
    """Find an amount or a date of the later mention that appears from nowhere: the earlier report has none like it."""
    return _only_in(step, gained=True)


@lru_cache(maxsize=1024)
def _amounts_of(text: str) -> tuple[Quantity, ...]:
    """Return the amounts of a whole text; every step between two reports asks for the same."""
    return tuple(find_quantities(text))


def _only_in(step: Step, *, gained: bool) -> Change | None:
    if step.closeness < CLOSE_WORDS:
        return None
    mine, its = (step.later_text(), step.earlier_text()) if gained else (step.earlier_text(), step.later_text())
    report, other = (step.later_report, step.earlier_report) if gained else (step.earlier_report, step.later_report)
    amounts, elsewhere = find_quantities(mine), _amounts_of(other.text)
    beside = {quantity.kind for quantity in find_quantities(its)}
    missing = [
        quantity.span
        for quantity in amounts
        if quantity.kind not in beside and not any(_is_same_figure(quantity, given) for given in elsewhere)
    ]
    if not find_dates(its, published=None):
        known = find_dates(other.text, published=other.published)
        missing += [
            date.span
            for date in find_dates(mine, published=report.published)
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


def _kind(name: str) -> DriftKind:
    kinds: dict[str, DriftKind] = {
        "certainty": "certainty",
        "number": "number",
        "date": "date",
        "source": "source",
        "name": "name",
        "detail_lost": "detail_lost",
        "detail_added": "detail_added",
    }
    return kinds[name]


CHANGES: Table[Callable[[Step], Change | None]] = Table(
    "kind of change",
    (
        Row("certainty", _change_certainty, "the two mentions are graded differently by the same table"),
        Row("number", _change_number, "comparable amounts with another figure"),
        Row("date", _change_date, "dates that cannot be the same"),
        Row("source", _change_source, "a source no longer given, given more vaguely, or with more weight"),
        Row("name", _change_name, "a person who is no longer named"),
        Row("detail_lost", _lose_detail, "an amount or date that the later report gives nowhere"),
        Row("detail_added", _add_detail, "an amount or date that appears from nowhere"),
    ),
)
