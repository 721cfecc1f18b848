"""On what does each report's telling of a claim depend? One row a pair, whichever of its statements show it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from whence.model.report import Passage
from whence.model.spans import Span, hull
from whence.model.stemma import Edge, How, Parent, WeighedMention

Kind = Literal["report", "voice", "unseen", "own"]
UNSEEN = "unseen:"


@dataclass(frozen=True, slots=True)
class Dependence:
    """`later` has the content from `earlier`; `passages` are all that show it, in either report."""

    later: str
    earlier: str
    kind: Kind
    name: str
    probability: float
    passages: tuple[Passage, ...]
    reasons: tuple[str, ...]
    how: How | None = None
    acknowledged: bool | None = None

    @property
    def has_node(self) -> bool:
        """Whether the other end is drawn as a node: a report's own access and a source wholly unknown are not."""
        return self.earlier not in {self.later, f"{UNSEEN}{self.later}"}


def find_dependences(mentions: Sequence[WeighedMention], edges: Mapping[tuple[str, str], Edge]) -> list[Dependence]:
    """Return what the mentions of a claim depend on, by report, the likeliest first."""
    found: dict[tuple[str, str], list[tuple[WeighedMention, Parent]]] = {}
    for weighed in mentions:
        for parent in weighed.parents:
            found.setdefault((weighed.mention.report, parent.id), []).append((weighed, parent))
    rows = [_merge(later, earlier, held, edges.get((later, earlier))) for (later, earlier), held in found.items()]
    return sorted(rows, key=lambda row: (row.later, -row.probability, row.earlier))


def dependences_of_reports(edges: Iterable[Edge]) -> list[Dependence]:
    """Return how whole reports depend on each other, as rows of the same kind."""
    rows = [_of_edge(edge) for edge in edges]
    return sorted(rows, key=lambda row: (row.later, -row.probability, row.earlier))


def edges_by_pair(edges: Iterable[Edge]) -> dict[tuple[str, str], Edge]:
    """Return the likeliest edge of each pair (later, earlier)."""
    return {(edge.later, edge.earlier): edge for edge in sorted(edges, key=lambda edge: edge.probability)}


def _merge(later: str, earlier: str, held: Sequence[tuple[WeighedMention, Parent]], edge: Edge | None) -> Dependence:
    best = max((parent for _, parent in held), key=lambda parent: parent.probability)
    passages = dict.fromkeys(passage for _, parent in held for passage in parent.passages)
    reasons = dict.fromkeys(reason for _, parent in held for reason in parent.reasons)
    if edge is not None:
        passages |= dict.fromkeys(_passages_about([weighed for weighed, _ in held], edge))
        reasons |= dict.fromkeys(edge.reasons)
    if not any(passage.report == later for passage in passages):
        # What the report itself says is then the passage on its side.
        passages |= {Passage(later, hull(weighed.mention.statement.content)): None for weighed, _ in held}
    return Dependence(
        later=later,
        earlier=earlier,
        kind=best.kind,
        name=best.name,
        probability=best.probability,
        passages=tuple(passages),
        reasons=tuple(reasons),
        how=edge.how if edge else None,
        acknowledged=edge.acknowledged if edge else None,
    )


def _passages_about(mentions: Sequence[WeighedMention], edge: Edge) -> list[Passage]:
    """Return the pairs of passages of an edge that touch what is claimed, or its first pair where none does."""
    contents = [hull(weighed.mention.statement.content) for weighed in mentions]
    pairs = [pair for pair in edge.spans if any(pair[0].overlaps(content) for content in contents)]
    return _passages(edge, pairs or edge.spans[:1])


def _of_edge(edge: Edge) -> Dependence:
    return Dependence(
        later=edge.later,
        earlier=edge.earlier,
        kind="unseen" if edge.earlier.startswith(UNSEEN) else "report",
        name=edge.earlier.removeprefix(UNSEEN),
        probability=edge.probability,
        passages=tuple(dict.fromkeys(_passages(edge, edge.spans))),
        reasons=edge.reasons,
        how=edge.how,
        acknowledged=edge.acknowledged,
    )


def _passages(edge: Edge, pairs: Sequence[tuple[Span, Span]]) -> list[Passage]:
    out: list[Passage] = []
    for later, earlier in pairs:
        out.append(Passage(edge.later, later))
        if not edge.earlier.startswith(UNSEEN):
            out.append(Passage(edge.earlier, earlier))
    return out
