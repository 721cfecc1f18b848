"""Which report depends on which, how, and in which passages does it show?"""

import math
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from whence.model.judgement import Judged
from whence.model.spans import Span, hull
from whence.model.stemma import Edge, How
from whence.model.story import Claim, CopiedPassage, Mention
from whence.weigh.citations import Citation
from whence.weigh.options import WeighOptions
from whence.weigh.order import Order
from whence.weigh.story_words import StoryWords
from whence.weigh.words import closest_sentence, find_words, share_of, split_sentences

UNSEEN = "unseen:"
JUDGED = "an analyst judged that it depends on it"
# Passages shown of what two reports say alike.
_MOST_PASSAGES = 3
# A report that is this unlikely to be the earlier one is not what a credit means; and the least that the order of two
# reports may take off a credit or a copy, which shows dependence in one direction or the other.
_TOO_EARLY = 0.3
_LEAST_ORDER = 0.6
# What a claim stated on nobody's word, and the closest claim, add to the share of rare words. By eye on `TUNED_ON`.
_BARE_CLAIM = 0.05
_CLOSE_CLAIM = 0.1

SharedMentions = dict[tuple[str, str], list[tuple[Mention, Mention]]]


@dataclass(slots=True)
class Evidence:
    """What speaks for `later` depending on `earlier`, gathered before it is weighed."""

    doubts: list[float] = field(default_factory=list)
    spans: list[tuple[Span, Span]] = field(default_factory=list)
    reasons: list[str] = field(default_factory=list)
    credits: int = 0
    copied: int = 0
    is_quotation_only: bool = True


def find_edges(
    order: Order,
    *,
    claims: Sequence[Claim],
    copies: Sequence[CopiedPassage],
    citations: Sequence[Citation],
    words: StoryWords,
    options: WeighOptions,
) -> list[Edge]:
    """Return the edges between the reports of a story, each with its passages; by later report, then probability."""
    gathered: dict[tuple[str, str], Evidence] = {}
    _add_copies(gathered, copies, order, options)
    shared = _shared_mentions(claims)
    _add_citations(gathered, citations, shared, order=order, words=words, options=options)
    _add_rewrites(gathered, shared, order=order, words=words, options=options)
    edges = [_weigh(pair, evidence, order, options) for pair, evidence in sorted(gathered.items())]
    edges += _unseen_edges(citations, options)
    kept = [edge for edge in edges if edge.probability >= options.edge_floor and edge.spans]
    return sorted(kept, key=lambda edge: (edge.later, -edge.probability, edge.earlier))


def judge_edges(edges: Sequence[Edge], judged: Judged, order: Order) -> list[Edge]:
    """Return the edges as an analyst has them: one judged away is gone, one judged to be there is certain.

    An edge that nothing in the texts shows has the opening of both reports for its passage.
    """
    said = {(later, earlier): holds for later, earlier, holds in judged.edges}
    kept = [
        replace(edge, probability=1.0, reasons=(*edge.reasons, JUDGED)) if (edge.later, edge.earlier) in said else edge
        for edge in edges
        if said.get((edge.later, edge.earlier), True)
    ]
    there = {(edge.later, edge.earlier) for edge in kept}
    for (later, earlier), holds in sorted(said.items()):
        if holds and (later, earlier) not in there and {later, earlier} <= order.reports.keys():
            openings = tuple(split_sentences(order.text(report))[0] for report in (later, earlier))
            spans = ((openings[0], openings[1]),)
            kept.append(Edge(later, earlier, "rewrite", order.is_credited(later, earlier), 1.0, spans, (JUDGED,)))
    return sorted(kept, key=lambda edge: (edge.later, -edge.probability, edge.earlier))


def _add_copies(
    gathered: dict[tuple[str, str], Evidence],
    copies: Sequence[CopiedPassage],
    order: Order,
    options: WeighOptions,
) -> None:
    """Enter copied passages in the likelier direction; a shared quotation counts less, as it may be a shared source."""
    for copy in copies:
        if copy.earlier.report not in order.reports or copy.later.report not in order.reports:
            continue
        pair, spans = (copy.later.report, copy.earlier.report), (copy.later.span, copy.earlier.span)
        forward = order.probability_later(*pair)
        if forward < 0.5:
            pair, spans, forward = pair[::-1], spans[::-1], 1 - forward
        evidence = gathered.setdefault(pair, Evidence())
        weight = options.same_quotation if copy.is_quotation else options.copied
        if not (copy.is_quotation and evidence.copied):
            evidence.doubts.append(1 - weight * max(forward, _LEAST_ORDER))
        evidence.spans.append(spans)
        evidence.is_quotation_only &= copy.is_quotation
        evidence.copied += copy.later.span.end - copy.later.span.start
        words = "the same quotation" if copy.is_quotation else "the same words"
        evidence.reasons.append(words)


def _add_citations(
    gathered: dict[tuple[str, str], Evidence],
    citations: Sequence[Citation],
    shared: SharedMentions,
    *,
    order: Order,
    words: StoryWords,
    options: WeighOptions,
) -> None:
    """Enter each credit for the one report of the credited outlet that it fits best: earlier, and closest in words."""
    for citation in citations:
        passage = find_words(citation.passage.cut(order.text(citation.later)))
        fits = []
        for earlier in citation.earlier:
            after = order.probability_later(citation.later, earlier)
            close = share_of(passage, words.reports[earlier].words, words.weights)
            fits.append((after >= _TOO_EARLY, (citation.later, earlier) in shared, close, after, earlier))
        if not fits or not max(fits)[0]:
            continue
        after, earlier = max(fits)[-2:]
        other = closest_sentence(passage, words.reports[earlier], words.weights)
        if other is None:
            continue
        evidence = gathered.setdefault((citation.later, earlier), Evidence())
        if not evidence.credits:
            evidence.doubts.append(1 - options.credited * (after if after < 0.5 else max(after, _LEAST_ORDER)))
        evidence.credits += 1
        evidence.spans.append((citation.passage, other))
        evidence.reasons.append(citation.reason)


def _add_rewrites(
    gathered: dict[tuple[str, str], Evidence],
    shared: SharedMentions,
    *,
    order: Order,
    words: StoryWords,
    options: WeighOptions,
) -> None:
    """Enter uncredited dependence: rare words shared, and claims that the later report states on nobody's word."""
    for (later, earlier), pairs in sorted(shared.items()):
        after = order.probability_later(later, earlier)
        if after < 0.5:
            continue
        close = [words.closeness(*pair) for pair in pairs]
        bare = sum(not m.statement.voices and m.statement.basis == "none" for m, _ in pairs)
        strength = share_of(words.reports[later].words, words.reports[earlier].words, words.weights)
        strength += _BARE_CLAIM * bare + _CLOSE_CLAIM * max(close)
        probability = after / (1 + math.exp(-options.rewrite_slope * (strength - options.rewrite_share)))
        if probability < options.edge_floor / 2:
            continue
        evidence = gathered.setdefault((later, earlier), Evidence())
        evidence.doubts.append(1 - probability)
        best = sorted(range(len(pairs)), key=lambda n: (-close[n], n))[:_MOST_PASSAGES]
        evidence.spans += [(hull(pairs[n][0].statement.content), hull(pairs[n][1].statement.content)) for n in best]
        evidence.reasons.append(f"it says {len(pairs)} of the same things" if len(pairs) > 1 else "it says the same")


def _shared_mentions(claims: Sequence[Claim]) -> SharedMentions:
    """Return for each ordered pair of reports the mentions of the same claims, in the text (not the title)."""
    shared: SharedMentions = {}
    for claim in sorted(claims, key=lambda claim: claim.id):
        mentions = sorted((m for m in claim.mentions if m.statement.within == "text"), key=lambda m: m.id)
        for later in mentions:
            for earlier in mentions:
                if later.report != earlier.report:
                    shared.setdefault((later.report, earlier.report), []).append((later, earlier))
    return shared


def _weigh(pair: tuple[str, str], evidence: Evidence, order: Order, options: WeighOptions) -> Edge:
    """Return the edge that the evidence makes: each piece alone leaves a doubt, all doubts multiply."""
    share = evidence.copied / max(1, len(order.text(pair[0])))
    how: How = "quote"
    if evidence.copied and not evidence.is_quotation_only:
        how = "copy" if share >= options.copy_share else "excerpt" if share >= options.excerpt_share else "rewrite"
    elif not evidence.credits and not evidence.copied:
        how = "rewrite"
    return Edge(
        later=pair[0],
        earlier=pair[1],
        how=how,
        acknowledged=evidence.credits > 0,
        probability=round(1 - math.prod(evidence.doubts), 4),
        spans=tuple(sorted(set(evidence.spans))),
        reasons=tuple(dict.fromkeys(evidence.reasons)),
    )


def _unseen_edges(citations: Sequence[Citation], options: WeighOptions) -> list[Edge]:
    """Return one edge for each outlet that a report credits and that we hold no report of."""
    held: dict[tuple[str, str], list[Citation]] = {}
    for citation in citations:
        if not citation.earlier:
            held.setdefault((citation.later, citation.outlet), []).append(citation)
    return [
        Edge(
            later=later,
            earlier=UNSEEN + outlet,
            how="quote",
            acknowledged=True,
            probability=options.credited,
            spans=tuple(sorted({(citation.passage, citation.passage) for citation in group})),
            reasons=tuple(dict.fromkeys(citation.reason for citation in group)),
        )
        for (later, outlet), group in sorted(held.items())
    ]
