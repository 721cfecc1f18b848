"""What do all steps of `weigh` look up about one story?"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from whence.model.judgement import NOTHING_JUDGED, Judged
from whence.model.report import Report
from whence.model.stemma import Correction, Edge
from whence.model.story import CaseVoice, CopiedPassage
from whence.weigh.citations import Citation
from whence.weigh.corrections import find_corrections
from whence.weigh.options import WeighOptions
from whence.weigh.order import Order
from whence.weigh.outlets import OutletNames, list_outlets
from whence.weigh.relays import Relay
from whence.weigh.story_words import StoryWords


@dataclass(frozen=True, slots=True)
class StoryView:
    """The reports of one story with their words, outlets, edges and copied passages, ready to be looked up.

    `largest` is how many reports and how many mentions the widest claims of the story have.
    """

    reports: Mapping[str, Report]
    words: StoryWords
    outlets: tuple[OutletNames, ...]
    edges: Mapping[tuple[str, str], Edge]
    copies: tuple[CopiedPassage, ...]
    voices: Mapping[str, CaseVoice]
    order: Order
    relays: frozenset[Relay]
    citations: tuple[Citation, ...]
    options: WeighOptions
    judged: Judged = NOTHING_JUDGED
    corrections: tuple[Correction, ...] = ()
    largest: tuple[int, int] = (1, 1)

    def withdrawn(self) -> frozenset[str]:
        """Return the reports and voices of which a person said that they no longer stand."""
        return frozenset(node for node, _ in self.judged.marks)

    def probability_edge(self, later: str, earlier: str) -> float:
        """Return how likely one report depends on the other; 0 where no edge was found."""
        edge = self.edges.get((later, earlier))
        return edge.probability if edge else 0.0

    def outlets_but(self, report: Report) -> list[OutletNames]:
        """Return the outlets other than that of a report."""
        return [outlet for outlet in self.outlets if outlet.outlet != report.outlet]

    def outlets_of(self, report: Report) -> list[OutletNames]:
        """Return the names of a report's own outlet."""
        return [outlet for outlet in self.outlets if outlet.outlet == report.outlet]


def view_story(  # noqa: PLR0913 - it only gathers, by name
    order: Order,
    *,
    words: StoryWords,
    edges: Sequence[Edge],
    copies: Sequence[CopiedPassage],
    voices: Sequence[CaseVoice],
    relays: frozenset[Relay],
    citations: Sequence[Citation],
    options: WeighOptions,
    judged: Judged = NOTHING_JUDGED,
    largest: tuple[int, int] = (1, 1),
) -> StoryView:
    """Gather what is known about a story's reports under the ids by which it is looked up."""
    held = order.reports
    return StoryView(
        reports=held,
        words=words,
        outlets=tuple(list_outlets(held.values())),
        edges={(edge.later, edge.earlier): edge for edge in edges},
        copies=tuple(copy for copy in copies if copy.later.report in held and copy.earlier.report in held),
        voices={voice.id: voice for voice in voices},
        order=order,
        relays=relays,
        citations=tuple(citations),
        options=options,
        judged=judged,
        corrections=find_corrections(held, order),
        largest=largest,
    )
