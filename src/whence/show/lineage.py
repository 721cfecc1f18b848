"""By which way did a claim reach each report? Rows of a tree by the likeliest parents: origins first, reports below."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from whence.model.report import Report
from whence.model.stemma import Edge, Parent, WeighedClaim, WeighedMention
from whence.show.wording import NOT_RECORDED, ids_with_access, outlet_in_words, plain, voice_in_words

NO_SOURCE = "no source named"
SOURCE_NOT_RECORDED = f"a source {NOT_RECORDED}"
UNSEEN = "not among the reports"
OWN_ACCESS = "own access"
MAY_HAVE_ACCESS = "may have own access"
SAYS_NOT = "does not say it itself"
CIRCLE = "these reports rest on each other in a circle"
UNCREDITED = "not credited"


@dataclass(frozen=True, slots=True)
class LineageRow:
    """One line of the tree: where the ways end at `depth` 0, then the reports that likely have the claim from there.

    `mention` is that of a report; None where the row is no report of the claim. A report that likely rests on nothing
    else stands at depth 0 itself; it is said to have own access where it is counted so. `probability` is that of the
    step to the row above. `node` is the id of the report, voice or unseen source that the row is.
    """

    depth: int
    name: str
    remark: str = ""
    probability: float = 1.0
    mention: WeighedMention | None = None
    node: str = ""


def find_uncredited(edges: Iterable[Edge]) -> frozenset[tuple[str, str]]:
    """Return the pairs (later report, earlier report) of the edges that the later report does not own up to."""
    return frozenset((edge.later, edge.earlier) for edge in edges if not edge.acknowledged)


def trace_lineage(
    claim: WeighedClaim, *, reports: Mapping[str, Report], uncredited: frozenset[tuple[str, str]]
) -> list[LineageRow]:
    """Return the tree of a claim, roots in the order of its mentions; each report that makes the claim stands once.

    Only the likeliest parent of each is followed. Where those form a circle, it is cut above its first report.
    """
    mentions = {mention.mention.report: mention for mention in first_mentions(claim)}
    above = {report: _report_above(mention, mentions) for report, mention in mentions.items()}
    _cut_circles(above)
    below: dict[str, list[str]] = {report: [] for report in mentions}
    roots: dict[tuple[str, str], list[str]] = {}
    for report, parent in above.items():
        home = below[parent] if parent is not None else roots.setdefault(_root_key(mentions[report], mentions), [])
        home.append(report)
    access = ids_with_access(claim.origins)
    rows: list[LineageRow] = []
    for children in roots.values():
        root = _root_row(mentions[children[0]], mentions, reports)
        rows += [root] if root is not None else []
        # A stack, not a recursion: a chain of copies may be as long as the case.
        waiting = [(report, int(root is not None)) for report in reversed(children)]
        while waiting:
            report, depth = waiting.pop()
            rows.append(_report_row(mentions[report], depth, reports, uncredited, access))
            waiting += [(child, depth + 1) for child in reversed(below[report])]
    return rows


def first_mentions(claim: WeighedClaim) -> list[WeighedMention]:
    """Return one mention a report, in the order of the claim's mentions.

    An affirming one where there is one, and of those the one that most surely belongs to the claim.
    """
    found: dict[str, WeighedMention] = {}
    for mention in claim.mentions:
        kept = found.setdefault(mention.mention.report, mention)
        if _fit(mention) > _fit(kept):
            found[mention.mention.report] = mention
    return list(found.values())


def _fit(mention: WeighedMention) -> tuple[bool, float]:
    return mention.mention.statement.polarity == "positive", mention.mention.belongs


def _likeliest(mention: WeighedMention) -> Parent | None:
    return mention.parents[0] if mention.parents else None


def _report_above(mention: WeighedMention, mentions: Mapping[str, WeighedMention]) -> str | None:
    """Return the report that the mention likeliest has its content from, if that makes the claim too."""
    parent = _likeliest(mention)
    return parent.id if parent is not None and parent.kind == "report" and parent.id in mentions else None


def _cut_circles(above: dict[str, str | None]) -> None:
    """Take away, in each circle of likeliest parents, the step of its first report."""
    for report, first in above.items():
        passed, parent = {report}, first
        while parent is not None and parent not in passed:
            passed.add(parent)
            parent = above[parent]
        if parent == report:
            above[report] = None


def _root_parent(mention: WeighedMention, mentions: Mapping[str, WeighedMention]) -> Parent | None:
    """Return where the way of a root ends: where it was cut out of a circle, the likeliest parent outside of it."""
    outside = (p for p in mention.parents if p.kind != "report" or p.id not in mentions)
    return next(outside, _likeliest(mention))


def _root_key(mention: WeighedMention, mentions: Mapping[str, WeighedMention]) -> tuple[str, str]:
    parent = _root_parent(mention, mentions)
    if parent is None or parent.kind == "own":
        return ("own", mention.mention.report)
    return (parent.kind, parent.id)


def _root_row(
    mention: WeighedMention, mentions: Mapping[str, WeighedMention], reports: Mapping[str, Report]
) -> LineageRow | None:
    """Return the row that the ways end at, or None where they end at the report itself."""
    parent = _root_parent(mention, mentions)
    if parent is None or parent.kind == "own":
        return None
    if parent.kind == "report":
        remark = CIRCLE if parent.id in mentions else SAYS_NOT
        return LineageRow(0, _outlet(parent.id, reports, parent.name), remark, node=parent.id)
    name = plain(parent.name)
    if name in {"", NOT_RECORDED}:
        return LineageRow(0, SOURCE_NOT_RECORDED, node=parent.id)
    # As the report's own chain has it: a voice left unnamed must not look like a name.
    said = next(
        (voice_in_words(voice) for voice in mention.mention.statement.voices if voice.name == parent.name), name
    )
    return LineageRow(0, said, UNSEEN if parent.kind == "unseen" else "", node=parent.id)


def _report_row(
    mention: WeighedMention,
    depth: int,
    reports: Mapping[str, Report],
    uncredited: frozenset[tuple[str, str]],
    access: frozenset[str],
) -> LineageRow:
    parent = _likeliest(mention)
    report = mention.mention.report
    remark = UNCREDITED if parent is not None and (report, parent.id) in uncredited else ""
    if depth == 0:
        remark = NO_SOURCE if parent is None else OWN_ACCESS if parent.id in access else MAY_HAVE_ACCESS
    probability = parent.probability if parent else 1.0
    return LineageRow(depth, _outlet(report, reports, report), remark, probability, mention, node=report)


def _outlet(report: str, reports: Mapping[str, Report], otherwise: str) -> str:
    return outlet_in_words(reports[report]) if report in reports else plain(otherwise)
