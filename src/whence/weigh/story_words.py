"""Which words do the reports and mentions of a story hold, and how much does each word tell?"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from whence.model.report import Report
from whence.model.spans import cut_all
from whence.model.story import Claim, Mention
from whence.weigh.words import ReportWords, find_words, read_words, share_of, weigh_words


@dataclass(frozen=True, slots=True)
class StoryWords:
    """The words of every report and every mention of a story, and how much each word tells."""

    reports: Mapping[str, ReportWords]
    weights: Mapping[str, float]
    mentions: Mapping[str, frozenset[str]]

    def closeness(self, later: Mention, earlier: Mention) -> float:
        """Return which share of the later mention's words stands in the earlier one; none where either is a title's."""
        nothing: frozenset[str] = frozenset()
        return share_of(self.mentions.get(later.id, nothing), self.mentions.get(earlier.id, nothing), self.weights)

    def share(self, later: str, earlier: str) -> float:
        """Return which share of the later report's rare words stands in the earlier one, 0 to 1."""
        return share_of(self.reports[later].words, self.reports[earlier].words, self.weights)


def read_story_words(reports: Sequence[Report], claims: Sequence[Claim]) -> StoryWords:
    """Return the words of a story's reports and mentions; a text that several outlets print counts once for rarity."""
    read = {report.id: read_words(report) for report in reports}
    texts = {report.text_sha256: read[report.id].words for report in reports}
    held = {report.id: report.text for report in reports}
    mentions = {
        mention.id: find_words(cut_all(mention.statement.content, held[mention.report]))
        for claim in claims
        for mention in claim.mentions
        if mention.report in held and mention.statement.within == "text"
    }
    return StoryWords(read, weigh_words(texts.values()), mentions)
