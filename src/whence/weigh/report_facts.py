"""What holds of two reports of a story, and of what a voice says in each, whatever mention is looked at?"""

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from whence.model.report import Report
from whence.model.spans import Span, cut_all
from whence.model.story import AS_LIKELY_AS_NOT, UNLIKE, Claim, Elsewhere, Mention
from whence.text.quantities import Quantity
from whence.weigh.access import SPEAKS_FOR_ITSELF
from whence.weigh.citations import Citation
from whence.weigh.direction import DIGESTS
from whence.weigh.readings import amounts_of
from whence.weigh.view import StoryView

# Hours that two reports may lie apart without that telling anything.
_DAY = 24.0


@dataclass(frozen=True, slots=True)
class PairFacts:
    """What holds of two reports whatever mention is looked at: features of a candidate, and copied passages.

    `copies` are (span here, how verbatim, whether a quotation) of passages that stand in both.
    """

    after: float
    features: Mapping[str, float]
    copies: tuple[tuple[Span, float, bool], ...]


class Facts:
    """Looks up what the candidates of a story share, facts of two reports once each."""

    def __init__(self, view: StoryView, claims: Sequence[Claim]) -> None:
        self._view = view
        self._said: dict[tuple[str, str], list[Mention]] = defaultdict(list)
        self._elsewhere: dict[str, dict[str, Elsewhere]] = {}
        for mention in (mention for claim in claims for mention in claim.mentions):
            for voice in mention.voice_ids[-1:]:
                self._said[mention.report, voice].append(mention)
        self._pairs: dict[tuple[str, str], PairFacts] = {}
        self._copies: dict[tuple[str, str], list[tuple[Span, float, bool]]] = defaultdict(list)
        for copy in view.copies:
            for here, there in ((copy.later, copy.earlier), (copy.earlier, copy.later)):
                self._copies[here.report, there.report].append((here.span, copy.verbatim, copy.is_quotation))
        self.copied_from: dict[str, set[str]] = defaultdict(set)
        self.tied: dict[str, set[str]] = defaultdict(set)
        for (later, earlier), edge in view.edges.items():
            self.tied[later].add(earlier)
            if edge.how == "copy":
                self.copied_from[later].add(earlier)
        self._credited: dict[str, set[str]] = defaultdict(set)
        self._outlets: dict[str, set[str]] = defaultdict(set)
        self.citations: dict[str, list[Citation]] = defaultdict(list)
        for citation in view.citations:
            self._credited[citation.later].update(citation.earlier)
            self._outlets[citation.later].add(citation.outlet)
            self.citations[citation.later].append(citation)

    def pair(self, later: str, earlier: str) -> PairFacts:
        """Return what holds of two reports."""
        if (later, earlier) not in self._pairs:
            self._pairs[later, earlier] = self._look(later, earlier)
        return self._pairs[later, earlier]

    def amounts(self, mention: Mention) -> Sequence[Quantity]:
        """Return the amounts that a mention in a text gives."""
        statement = mention.statement
        is_text = statement.within == "text"
        return amounts_of(cut_all(statement.content, self._view.reports[mention.report].text)) if is_text else ()

    def elsewhere(self, mention: Mention, report: str) -> Elsewhere:
        """Return what another report holds that is like a mention."""
        if mention.id not in self._elsewhere:
            self._elsewhere[mention.id] = {row.report: row for row in mention.elsewhere}
        return self._elsewhere[mention.id].get(report) or Elsewhere(report, UNLIKE, 0.0)

    def said_there(self, report: str, voice: str, earlier: str) -> float:
        """Return which share, 0 to 1, of what a report has from a voice stands in another report too."""
        said = self._said.get((report, voice), ())
        return sum(_likely(self.elsewhere(mention, earlier).same) for mention in said) / max(1, len(said))

    def newest_said(self, report: str, voice: str) -> float:
        """Return how surely a report has something from a voice that stands in no report before it, 0 to 1."""
        return max((self._newness(mention) for mention in self._said.get((report, voice), ())), default=0.0)

    def _newness(self, mention: Mention) -> float:
        order = self._view.order
        known = (
            order.probability_later(mention.report, row.report) * _likely(row.same)
            for row in mention.elsewhere
            if row.report in self._view.reports
        )
        return 1 - max(known, default=0.0)

    def _look(self, later: str, earlier: str) -> PairFacts:
        view = self._view
        here, there = view.reports[later], view.reports[earlier]
        after = view.order.probability_later(later, earlier)
        copies = tuple(self._copies.get((later, earlier), ()))
        copied = sum(span.end - span.start for span, _, is_quotation in copies if not is_quotation)
        credits_it = earlier in self._credited[later]
        features = {
            "report": 1.0,
            "order": math.log(max(after, 0.01)),
            "edge": view.probability_edge(later, earlier),
            "edge back": view.probability_edge(earlier, later),
            "same outlet": float(bool(here.outlet) and here.outlet == there.outlet),
            "from an agency": float(there.outlet_type == "wire"),
            "from a body": float(there.outlet_type in SPEAKS_FOR_ITSELF),
            "from a digest": float(there.outlet_type in DIGESTS),
            "days apart": _days_apart(here, there),
            "report shares rare words": view.words.share(later, earlier),
            "report credits it": float(credits_it),
            "report credits only it": float(credits_it and len(self._outlets[later]) == 1),
            "report copies it": min(1.0, copied / max(1, len(here.text))),
        }
        return PairFacts(after, features, copies)


def _likely(odds: float) -> float:
    return 1 / (1 + math.exp(AS_LIKELY_AS_NOT - odds))


def _days_apart(here: Report, there: Report) -> float:
    if here.published is None or there.published is None:
        return 0.0
    hours = abs((here.published.earliest() - there.published.earliest()).total_seconds()) / 3600
    return math.log1p(hours / _DAY)
