"""What must a reader be warned of about a claim?"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from whence.model.stemma import Flag, Origins, Parent
from whence.model.story import Claim, Mention
from whence.registry import Row, Table
from whence.weigh.access import judge_access
from whence.weigh.changes import Step
from whence.weigh.drift import WeighedWay, chance_of_any, is_hardening
from whence.weigh.view import StoryView
from whence.weigh.words import find_words, share_of

# What a passage that takes back a report whole must share with a mention, beside one that takes back its words.
_OF_A_WHOLE = 0.1


@dataclass(frozen=True, slots=True)
class Findings:
    """All that the flags of one claim are read from."""

    claim: Claim
    origins: Origins
    parents: Mapping[str, Sequence[Parent]]
    steps: Sequence[Step]
    ways: Sequence[WeighedWay]
    view: StoryView
    contrary: Sequence[Mention]

    def affirming(self) -> list[Mention]:
        """Return the mentions that affirm the claim."""
        return [m for m in self.claim.mentions if m.statement.polarity == "positive"]


def raise_flags(findings: Findings) -> tuple[Flag, ...]:
    """Return the flags that hold, in the order of the table."""
    return tuple(row.thing[0] for row in FLAGS if row.thing[1](findings))


def _is_single_origin(found: Findings) -> bool:
    return len({m.report for m in found.affirming()}) >= 2 and found.origins.numbers.likely == 1


def _is_circular(found: Findings) -> bool:
    """Tell whether following parents from outlet to outlet leads back to where it began."""
    rests: dict[str, set[str]] = {}
    for mention in found.affirming():
        best = found.parents[mention.id][0]
        if best.kind == "report" and _is_a_step(found.view, mention.report, best):
            later = found.view.reports[mention.report].outlet or mention.report
            earlier = found.view.reports[best.id].outlet or best.id
            if later != earlier:
                rests.setdefault(later, set()).add(earlier)
    return any(_reaches(start, start, rests) for start in rests)


def _is_a_step(view: StoryView, later: str, parent: Parent) -> bool:
    """Tell whether a parent is sure enough, and not only so because nothing says which of two reports came first."""
    is_first = view.order.is_credited(later, parent.id) or view.order.probability_later(later, parent.id) > 0.5
    return parent.probability >= view.options.drift_floor and is_first


def _reaches(start: str, goal: str, rests: Mapping[str, set[str]]) -> bool:
    seen: set[str] = set()
    todo = sorted(rests.get(start, ()))
    while todo:
        node = todo.pop()
        if node == goal:
            return True
        if node not in seen:
            seen.add(node)
            todo += sorted(rests.get(node, ()))
    return False


def _is_hardened(found: Findings) -> bool:
    """Tell whether it is likely that the certainty was raised along any way, though no single one shows it."""
    rising = [weighed for weighed in found.ways if is_hardening(weighed)]
    return chance_of_any(rising, "certainty") >= found.view.options.hardened_likely


def _is_source_dropped(found: Findings) -> bool:
    """Tell whether it is likely that a source was lost or given otherwise along any way, or plain along one."""
    if any(weighed.shows("source", found.view.options) for weighed in found.ways):
        return True
    return chance_of_any(found.ways, "source", "name") >= found.view.options.dropped_likely


def _is_unacknowledged_copy(found: Findings) -> bool:
    """Tell whether a mention rests on a report that its own report credits nowhere."""
    for step in found.steps:
        edge = found.view.edges.get((step.later.report, step.earlier.report))
        if step.later_report.outlet == step.earlier_report.outlet:
            continue
        if edge is not None and not edge.acknowledged and edge.probability >= 0.5:
            return True
    return False


def _is_refuted(found: Findings) -> bool:
    """Tell whether a voice with own access says the contrary, in a claim linked as contradicting or by denying this.

    Where those who affirm it have own access too, word stands against word: contradicted, not refuted.
    """
    if _rests_on(found, "refuted"):
        return True
    if found.origins.own_access:
        return False
    denials = [m for m in found.claim.mentions if m.statement.polarity == "negative"]
    return any(judge_access(m.statement, found.view.reports[m.report]) == "own" for m in (*denials, *found.contrary))


def _is_taken_back(found: Findings) -> bool:
    """Tell whether a text takes back, in much the same words, what an earlier report of the claim says."""
    words = found.view.words
    for correction in found.view.corrections:
        # Who takes back a report whole need not repeat what it said: little in common is enough.
        is_whole = correction.kind == "retracted" and len(correction.meant) == 1
        least = found.view.options.taken_back * (_OF_A_WHOLE if is_whole else 1.0)
        told = find_words(correction.passage.span.cut(found.view.reports[correction.report].text))
        for mention in found.affirming():
            if mention.report in correction.meant and mention.id in words.mentions:
                shared = share_of(words.mentions[mention.id], told, words.weights)
                if shared >= least:
                    return True
    return False


def _rests_on(found: Findings, *verdicts: str) -> bool:
    """Tell whether the claim rests, by any way that is likely enough, on what a person marked so."""
    marked = {node for node, verdict in found.view.judged.marks if verdict in verdicts}
    if not marked:
        return False
    floor = found.view.options.drift_floor
    return any(
        mention.report in marked
        or marked & set(mention.voice_ids)
        or any(parent.id in marked and parent.probability >= floor for parent in found.parents[mention.id])
        for mention in found.affirming()
    )


def _is_corrected(found: Findings) -> bool:
    """Tell whether an outlet or voice that affirmed it takes it back elsewhere, or a person says that it did."""
    if _rests_on(found, "retracted", "corrected"):
        return True
    if _is_taken_back(found):
        return True
    said = {(found.view.reports[m.report].outlet or m.report, m.report) for m in found.affirming()}
    for mention in found.claim.mentions:
        outlet = found.view.reports[mention.report].outlet or mention.report
        if mention.statement.polarity == "negative" and any(
            name == outlet and report != mention.report for name, report in said
        ):
            return True
    return False


FLAGS: Table[tuple[Flag, Callable[[Findings], bool]]] = Table(
    "flag",
    (
        Row("single_origin", ("single_origin", _is_single_origin), "several reports, likely one origin"),
        Row("circular", ("circular", _is_circular), "an outlet rests on itself by way of others"),
        Row("certainty_hardened", ("certainty_hardened", _is_hardened), "more certain than what it rests on"),
        Row("source_dropped", ("source_dropped", _is_source_dropped), "fewer or vaguer voices than what it rests on"),
        Row("unacknowledged_copy", ("unacknowledged_copy", _is_unacknowledged_copy), "rests on an uncredited report"),
        Row("refuted", ("refuted", _is_refuted), "own access says the contrary"),
        Row("corrected", ("corrected", _is_corrected), "taken back by its origin or a report on the way"),
    ),
)
