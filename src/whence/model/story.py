"""Which reports, statements and voices of several reports belong together?"""

from dataclasses import dataclass
from typing import Literal

from whence.model.report import Passage
from whence.model.statement import Statement, VoiceKind


@dataclass(frozen=True, slots=True)
class CopiedPassage:
    """The same words in two reports. `earlier` and `later` are by time where it is known, else by their ids.

    `is_quotation` marks a passage that lies inside quote marks on both sides: a shared quotation is a shared source,
    not copying. `verbatim` is the share of the later passage's word trigrams that stand in the earlier one, 0 to 1.
    """

    earlier: Passage
    later: Passage
    verbatim: float
    is_quotation: bool


@dataclass(frozen=True, slots=True)
class CaseVoice:
    """One voice across reports: every occurrence that was judged to be it, and why they were taken as one."""

    id: str
    name: str
    kind: VoiceKind
    named: bool
    occurrences: tuple[Passage, ...]
    reason: str


@dataclass(frozen=True, slots=True)
class Story:
    """Reports on one affair, in order of publication as far as known; `reason` says what holds them together."""

    id: str
    reports: tuple[str, ...]
    title: str
    reason: str


@dataclass(frozen=True, slots=True)
class StoryChange:
    """What became of stories when reports arrived or were grouped anew.

    The stories of `before`, by id, are gone; those of `after`, (id, reports), are there with all of their reports, so
    that a log of changes replays.
    """

    kind: Literal["opened", "joined", "merged", "split", "regrouped", "left"]
    before: tuple[str, ...]
    after: tuple[tuple[str, tuple[str, ...]], ...]


# Log-odds of saying the same below which nothing is told, and at which it is as likely as not: average links join far
# below 0 (`claim_likeness`), since most pairs of one claim are worded apart.
UNLIKE, AS_LIKELY_AS_NOT = -6.0, -2.0


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """What another report holds that is like a statement.

    `same` are the log-odds, from `UNLIKE` up, that its most similar statement says the same; `around` is the share,
    0 to 1, of the statements near this one that have their like there.
    """

    report: str
    same: float
    around: float


@dataclass(frozen=True, slots=True)
class Mention:
    """One statement of one report as a member of a claim; `voice_ids` are the case voices of its chain, in order.

    `belongs` is the probability, 0 to 1, that it says the same as the claim's central mention, whose own is 1.
    `elsewhere` are the other reports that hold anything like it, by id.
    """

    id: str
    report: str
    statement: Statement
    voice_ids: tuple[str, ...] = ()
    ground_ids: tuple[str, ...] = ()
    belongs: float = 1.0
    elsewhere: tuple[Elsewhere, ...] = ()


@dataclass(frozen=True, slots=True)
class ClaimLink:
    """How one claim stands to another: related, contradicting, narrower or broader, with the passages that show it."""

    claim: str
    kind: Literal["related", "contradicts", "narrower", "broader"]
    why: str
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class Claim:
    """Statements of one story that say the same thing; `text` is the clearest mention, verbatim."""

    id: str
    story: str
    text: str
    mentions: tuple[Mention, ...]
    links: tuple[ClaimLink, ...] = ()
