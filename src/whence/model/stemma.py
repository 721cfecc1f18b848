"""Where did a claim come from, how many independent origins stand behind it, and how did it change on the way?"""

from dataclasses import dataclass
from typing import Literal

from whence.model.report import Edit, Failure, MadeBy, Passage, Report
from whence.model.spans import Span
from whence.model.story import CaseVoice, Claim, Mention, Story

How = Literal["copy", "rewrite", "excerpt", "quote"]
DriftKind = Literal["certainty", "number", "date", "place", "name", "source", "detail_added", "detail_lost"]
Flag = Literal[
    "single_origin",
    "circular",
    "certainty_hardened",
    "source_dropped",
    "unacknowledged_copy",
    "refuted",
    "corrected",
]


@dataclass(frozen=True, slots=True)
class Edge:
    """Report `later` depends on `earlier` (an inner report id, or "unseen:NAME"); span pairs are (later, earlier).

    An edge to something unseen has the passage that names it as both spans of its pair. There is no edge without one.
    """

    later: str
    earlier: str
    how: How
    acknowledged: bool
    probability: float
    spans: tuple[tuple[Span, Span], ...]
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Parent:
    """Where a mention may have its content from: a report, a voice, something unseen, or its own access."""

    kind: Literal["report", "voice", "unseen", "own"]
    id: str
    name: str
    probability: float
    passages: tuple[Passage, ...]
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class WeighedMention:
    """A mention with its possible parents, best first; their probabilities sum to 1."""

    mention: Mention
    parents: tuple[Parent, ...]


@dataclass(frozen=True, slots=True)
class Origin:
    """A node of the stemma that rests on nothing else, and why it counts as one."""

    kind: Literal["voice", "report", "unseen"]
    id: str
    name: str
    own_access: bool
    why: str


@dataclass(frozen=True, slots=True)
class Numbers:
    """The three numbers of a claim: at least, likely and at most so many independent origins."""

    at_least: int
    likely: int
    at_most: int


@dataclass(frozen=True, slots=True)
class WouldChange:
    """What an analyst could find out, and what the three numbers would then be."""

    condition: str
    then: Numbers


@dataclass(frozen=True, slots=True)
class Origins:
    """The number of independent origins of a claim as a range and a distribution, and which they are.

    `interval90` holds the number with probability 0.9 or more; `distribution` is (number, probability), by number.
    """

    numbers: Numbers
    own_access: int
    interval90: tuple[int, int]
    distribution: tuple[tuple[int, float], ...]
    members: tuple[Origin, ...]
    would_change: tuple[WouldChange, ...] = ()

    @property
    def is_corroborated(self) -> bool:
        """Whether two or more independent origins are established: P(two or more) of at least 0.95."""
        return sum(p for n, p in self.distribution if n >= 2) >= 0.95


@dataclass(frozen=True, slots=True)
class Correction:
    """Where a report says that something was wrong or is withdrawn, and which earlier reports it may mean.

    A suggestion: no origin falls by it alone. `meant` is empty where only an earlier version of itself can be meant.
    """

    report: str
    meant: tuple[str, ...]
    kind: Literal["corrected", "retracted"]
    passage: Passage


@dataclass(frozen=True, slots=True)
class DriftSide:
    """The words on one side of a change and where they stand in that report."""

    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class Drift:
    """One change along an edge, from the earlier report to the later; `after` is None where something was lost.

    Where a detail was added, `before` is the passage of the earlier report that lacks it.
    """

    earlier: str
    later: str
    kind: DriftKind
    before: DriftSide
    after: DriftSide | None
    why: str


@dataclass(frozen=True, slots=True)
class WeighedClaim:
    """A claim with the stemma behind it: parents of each mention, origins, drift, flags, and its place in the list."""

    claim: Claim
    mentions: tuple[WeighedMention, ...]
    origins: Origins
    drift: tuple[Drift, ...]
    flags: tuple[Flag, ...]
    rank: int


@dataclass(frozen=True, slots=True)
class WeighedStory:
    """A story with its numbers pooled over its related claims; `pooled_claims` are the ids that were pooled."""

    story: Story
    origins: Origins
    pooled_claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ReportVersions:
    """The earlier versions of one report (same address, another text), oldest first, and the edits to the newest."""

    report: str
    earlier: tuple[str, ...]
    edits: tuple[Edit, ...]


@dataclass(frozen=True, slots=True)
class Trace:
    """Everything that was found about a set of reports.

    `remote` is the address that any of their texts was sent to, where that is not on this computer.
    """

    made_by: MadeBy
    reports: tuple[Report, ...]
    versions: tuple[ReportVersions, ...]
    stories: tuple[WeighedStory, ...]
    claims: tuple[WeighedClaim, ...]
    edges: tuple[Edge, ...]
    voices: tuple[CaseVoice, ...]
    not_understood: tuple[str, ...]
    failed: tuple[Failure, ...]
    remote: str | None = None
    corrections: tuple[Correction, ...] = ()
