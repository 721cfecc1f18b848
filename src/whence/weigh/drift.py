"""What changed between an earlier mention of a claim and the later one that depends on it?"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from whence.model.report import Report
from whence.model.spans import Span, cut_all, hull
from whence.model.stemma import Drift, DriftKind, DriftSide, Parent
from whence.model.story import Claim, Mention
from whence.registry import Row, Table
from whence.text.dates import do_dates_agree, find_dates
from whence.text.quantities import are_comparable, are_compatible, find_quantities
from whence.weigh.view import StoryView
from whence.weigh.words import find_proper_words

CERTAINTY_ORDER = {"possible": 0, "unstated": 0, "probable": 1, "certain": 2}
_CAPITAL = re.compile(r"(?<![.!?\"“] )(?<!^)\b[A-ZÀ-Þ][\w-]+")


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a claim's way: a later mention, the earlier one that it rests on, and both reports."""

    later: Mention
    earlier: Mention
    later_report: Report
    earlier_report: Report

    def later_text(self) -> str:
        """Return the words of the later mention."""
        return cut_all(self.later.statement.content, self.later_report.text)

    def earlier_text(self) -> str:
        """Return the words of the earlier mention."""
        return cut_all(self.earlier.statement.content, self.earlier_report.text)


Change = tuple[DriftSide, DriftSide | None, str]


def find_drift(claim: Claim, parents: Mapping[str, Sequence[Parent]], view: StoryView) -> tuple[Drift, ...]:
    """Return the changes along the edges of a claim's stemma, each kind once a pair of reports; only sure ones."""
    found: dict[tuple[str, str, DriftKind], Drift] = {}
    for step in follow_steps(claim, parents, view):
        if min(step.later.belongs, step.earlier.belongs) < view.options.belongs_fully:
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
            steps.append(Step(later, earlier, view.reports[later.report], view.reports[earlier.report]))
    return steps


def _closeness(later: Mention, earlier: Mention, view: StoryView) -> float:
    same_voice = bool(set(later.voice_ids) & set(earlier.voice_ids))
    return view.words.closeness(later, earlier) + 0.2 * same_voice


def _change_certainty(step: Step) -> Change | None:
    before, after = step.earlier.statement.certainty, step.later.statement.certainty
    if CERTAINTY_ORDER[before] == CERTAINTY_ORDER[after]:
        return None
    how = "more" if CERTAINTY_ORDER[after] > CERTAINTY_ORDER[before] else "less"
    return *_whole(step), f"{before} became {after}: {how} certain"


def _change_number(step: Step) -> Change | None:
    """Find the first amount that has a comparable one on the other side but none that could be the same.

    An amount without a unit compares only where it is the one amount of its kind on both sides.
    """
    old, new = find_quantities(step.earlier_text()), find_quantities(step.later_text())
    for amount in new:
        rivals = [other for other in old if are_comparable(amount, other)]
        if not rivals or any(are_compatible(amount, other) for other in rivals):
            continue
        same_unit = [other for other in rivals if amount.unit and other.unit == amount.unit]
        lone = sum(q.kind == amount.kind for q in old) == 1 == sum(q.kind == amount.kind for q in new)
        if same_unit or lone:
            return _sides(step, (same_unit or rivals)[0].span, amount.span, "the amounts cannot be the same")
    return None


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
    """Find a source that the later report no longer gives."""
    old, new = step.earlier.statement, step.later.statement
    if not old.voices or new.voices or new.basis == "first_hand":
        return None
    return (
        _voice_side(step.earlier, step.earlier_report),
        None,
        f"{old.voices[-1].name} is no longer given as the source",
    )


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
    """Find a name of the earlier mention that the later report gives nowhere."""
    later = step.later_report.text.lower()
    for match in _CAPITAL.finditer(step.earlier_text()):
        if match.group().lower() not in later:
            return _lost(step, Span(*match.span()), "the later report does not name it")
    return None


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
    }
    return kinds[name]


CHANGES: Table[Callable[[Step], Change | None]] = Table(
    "kind of change",
    (
        Row("certainty", _change_certainty, "the two mentions are graded differently by the same table"),
        Row("number", _change_number, "comparable amounts that cannot be the same"),
        Row("date", _change_date, "dates that cannot be the same"),
        Row("source", _change_source, "a source that is no longer given"),
        Row("name", _change_name, "a person who is no longer named"),
        Row("detail_lost", _lose_detail, "a name that the later report gives nowhere"),
    ),
)
