"""What in two texts tells which was written after the other, where their times do not?

Every feature is a difference, the same with the sign turned when the reports change places, so neither order is
preferred. They stand for what a copyist leaves: who credits names a model, an agency is seldom the second to print,
a model shares with all that took from it (what editors of texts call the common reading), a copy holds what others
hold and little else, and of an excerpt all but nothing is its own. `direction_weights.py` says what each tells.
"""

from collections.abc import Mapping, Sequence
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from whence.model.report import Report
from whence.model.story import CopiedPassage
from whence.weigh.access import SPEAKS_FOR_ITSELF
from whence.weigh.citations import Citation
from whence.weigh.direction_weights import WEIGHTS
from whence.weigh.story_words import StoryWords

Matrix = NDArray[np.float32]

# Outlets that mostly pass on what others published.
DIGESTS = frozenset({"aggregator", "social", "blog"})
# Credits beyond this many tell nothing more.
_MOST_CREDITS = 3
# Weight of rare words that is added to a share, so that a share of few words is not taken for much.
_FEW_WORDS = 5.0


class Directions:
    """Tells of each two reports of a story what speaks for the one having come after the other."""

    def __init__(
        self,
        reports: Mapping[str, Report],
        *,
        citations: Sequence[Citation],
        copies: Sequence[CopiedPassage],
        words: StoryWords,
    ) -> None:
        self._reports = reports
        self._place = {report: place for place, report in enumerate(reports)}
        self._words = words
        self.credits: dict[tuple[str, str], int] = {}
        credited_by: dict[str, set[str]] = {report: set() for report in reports}
        outlets: dict[str, set[str]] = {report: set() for report in reports}
        for citation in citations:
            outlets[citation.later].add(citation.outlet)
            for earlier in citation.earlier:
                pair = (citation.later, earlier)
                self.credits[pair] = self.credits.get(pair, 0) + 1
                credited_by[earlier].add(reports[citation.later].text_sha256)
        self._copied: dict[tuple[str, str], int] = {}
        for copy in copies:
            if not copy.is_quotation:
                for here, there in ((copy.later, copy.earlier), (copy.earlier, copy.later)):
                    pair = (here.report, there.report)
                    self._copied[pair] = self._copied.get(pair, 0) + here.span.end - here.span.start
        self._own = {
            report.id: {
                "in a digest": float(report.outlet_type in DIGESTS),
                "no agency": float(report.outlet_type != "wire"),
                "not its own matter": float(report.outlet_type not in SPEAKS_FOR_ITSELF),
                "credits": float(min(_MOST_CREDITS, len(outlets[report.id]))),
                "not credited": -float(min(_MOST_CREDITS, len(credited_by[report.id]))),
            }
            for report in reports.values()
        }

    def features(self, later: str, earlier: str) -> dict[str, float]:
        """Return what speaks for `later` having come after `earlier`: above 0 where it speaks for, below against."""
        here, there = self._own[later], self._own[earlier]
        found = {name: here[name] - there[name] for name in here}
        found["credits it"] = float(self._credits(later, earlier)) - float(self._credits(earlier, later))
        a, b = self._place[later], self._place[earlier]
        found["common reading"] = float(self._central(a, b))
        found["known words"] = float(self._known(a, b))
        return found

    def odds(self, later: str, earlier: str) -> float:
        """Return the log-odds that `later` came after `earlier` by the texts alone; 0 where they tell nothing."""
        if later not in self._place or earlier not in self._place:
            return 0.0
        return sum(WEIGHTS.get(name, 0.0) * value for name, value in self.features(later, earlier).items())

    def _credits(self, later: str, earlier: str) -> bool:
        return self.credits.get((later, earlier), 0) > 0

    def _contained(self, report: str, other: str) -> float:
        """Return which share of a report's characters is copied from the other, or the other's from it."""
        return min(1.0, self._copied.get((report, other), 0) / max(1, len(self._reports[report].text)))

    def _central(self, later: int, earlier: int) -> float:
        """Return by how much more of the other reports' words stands in the earlier than in the later one."""
        shares, sums, others = self._shares, self._share_sums, len(self._texts) - 2
        if others < 1 or shares[later, earlier] == shares[earlier, later] == 1:
            return 0.0
        of_earlier = sums[earlier] - shares[earlier, earlier] - shares[later, earlier]
        of_later = sums[later] - shares[later, later] - shares[earlier, later]
        return float(of_earlier - of_later) / others

    def _known(self, later: int, earlier: int) -> float:
        """Return whether more of the words that only one of the two has stand elsewhere: 1 if only the earlier's."""
        both = self._known_weight[later, earlier]
        of_later = self._known_weight[later, later] - both
        of_earlier = self._known_weight[earlier, earlier] - both
        return float((of_earlier - of_later) / (of_earlier + of_later + _FEW_WORDS))

    @cached_property
    def _presence(self) -> tuple[Matrix, NDArray[np.float32]]:
        """Which words each report holds, (reports, words), and how much each word tells."""
        number_of = {word: number for number, word in enumerate(sorted(self._words.weights))}
        found = np.zeros((len(self._place), max(1, len(number_of))), np.float32)
        for report, place in self._place.items():
            found[place, [number_of[w] for w in self._words.reports[report].words if w in number_of]] = 1.0
        weights = np.array([self._words.weights[word] for word in number_of] or [0.0], np.float32)
        return found, weights

    @cached_property
    def _texts(self) -> NDArray[np.int64]:
        """The place of one report a text: one more copy of a text must change nothing about the others."""
        first = {report.text_sha256: self._place[report.id] for report in reversed(list(self._reports.values()))}
        return np.array(sorted(first.values()), np.int64)

    @cached_property
    def _shares(self) -> Matrix:
        """Which share of the row's rare words stands in the column."""
        presence, weights = self._presence
        common = (presence * weights) @ presence.T
        shares: Matrix = (common / np.maximum(np.diag(common)[:, None], 1e-6)).astype(np.float32)
        return shares

    @cached_property
    def _share_sums(self) -> NDArray[np.float32]:
        """How much of all texts' rare words stands in each report, texts counted once."""
        sums: NDArray[np.float32] = self._shares[self._texts].sum(axis=0)
        return sums

    @cached_property
    def _known_weight(self) -> Matrix:
        """The weight of the words that two reports share and that stand in two texts at least."""
        presence, weights = self._presence
        told = np.where(presence[self._texts].sum(axis=0) >= 2, weights, 0).astype(np.float32)
        common: Matrix = ((presence * told) @ presence.T).astype(np.float32)
        return common
