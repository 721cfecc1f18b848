"""What do the texts say about who stands at an end of a stemma, and could two such ends be one origin?"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from whence.model.spans import hull
from whence.model.statement import Voice
from whence.model.story import Mention
from whence.weigh.access import SPEAKS_FOR_ITSELF, Access, judge_access
from whence.weigh.options import WeighOptions
from whence.weigh.relays import name_words
from whence.weigh.stemma import End
from whence.weigh.view import StoryView
from whence.weigh.words import find_proper_words

STRENGTH: dict[Access, int] = {"own": 3, "likely": 2, "unknown": 1, "told": 0}
HAS_ACCESS = frozenset({"own", "likely"})

# "Members of our team", "my editor": people of the outlet that speaks.
_OWN_PEOPLE = re.compile(r"\b(?:our|my|we|us|I)\b")
# A reference to someone whom the text names elsewhere, or a voice that stands for several.
_VAGUE = re.compile(r"(?:the|this|that|its|their|his|her|each|both|all|several|many|some|various)\b", re.IGNORECASE)
_PLURAL = re.compile(r"(?:[^s]s|media|people|police)$")
_OFFICE = re.compile(
    r"\b(?:spokes\w+|director|chief|head|minister|secretary|inspector|commissioner|president|chair\w*|manager|officer"
    r"|deputy|official|governor|mayor|commander|superintendent)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Standing:
    """An end with what the mentions that end there say: its access, whether it has a name, and the words of it."""

    end: End
    access: Access
    named: bool
    is_vague: bool
    is_faceless: bool
    is_document: bool
    is_body: bool
    has_office: bool
    words: frozenset[str]
    told_by: frozenset[str]
    reports: frozenset[str]


def judge_end(end: End, mentions: Sequence[Mention], view: StoryView) -> Standing:
    """Return what the mentions that end here say about this end: the best access that any of them shows."""
    held = [mention for mention in mentions if mention.id in end.mentions]
    said = (
        [(view.reports[m.report].outlet, voice, m) for m in held for voice in _ends_of(m)]
        if end.kind == "voice"
        else []
    )
    names = [end.name, *(name for outlet, voice, m in said for name in _names_of(voice, m, outlet or "", view))]
    vague = any(_is_reference(voice) for _, voice, _ in said)
    known = view.voices.get(end.id)
    access = _best_access(end, held, view)
    words = frozenset(word for name in names for word in name_words(name))
    return Standing(
        end=end,
        access=access,
        named=not vague and (end.kind == "report" or (known.named if known else end.kind == "voice")),
        is_vague=vague,
        is_faceless=access not in HAS_ACCESS and _is_faceless(end, [voice for _, voice, _ in said], words),
        is_document=any(voice.kind == "document" for _, voice, _ in said),
        is_body=end.kind == "report" or any(voice.kind in ("organisation", "government") for _, voice, _ in said),
        has_office=any(voice.kind == "person" and _holds_office(voice, m, view) for _, voice, m in said),
        words=words,
        told_by=frozenset(giver for teller, giver in view.relays if teller <= words and giver != end.id),
        reports=frozenset(mention.report for mention in held),
    )


def _is_reference(voice: Voice) -> bool:
    """Tell whether a voice only points at someone: "the company", "both governments", "its reporter"."""
    return not find_proper_words(voice.name) and any(_VAGUE.match(name) for name in (voice.name, voice.as_worded))


def _is_faceless(end: End, voices: Sequence[Voice], words: frozenset[str]) -> bool:
    """Tell whether nobody in particular stands at an end: an unseen text, an unsourced report, "sources", "reports"."""
    if end.kind != "voice":
        return end.kind == "report" or not words
    return not words and all(
        voice.kind in ("unspecified", "document") or _PLURAL.search(voice.name) for voice in voices
    )


def _ends_of(mention: Mention) -> tuple[Voice, ...]:
    statement = mention.statement
    return statement.grounds[-1:] or statement.voices[-1:]


def _names_of(voice: Voice, mention: Mention, outlet: str, view: StoryView) -> list[str]:
    """Return what a voice is called; a body's own papers and people go by the body's name too."""
    report = view.reports[mention.report]
    owns = voice.kind == "document" and report.outlet_type in SPEAKS_FOR_ITSELF
    return [voice.name, voice.as_worded, *([outlet] if owns or _OWN_PEOPLE.search(voice.as_worded) else [])]


def _best_access(end: End, mentions: Sequence[Mention], view: StoryView) -> Access:
    if end.kind == "unseen":
        return "told"
    if end.kind == "report":
        mentions = [mention for mention in mentions if mention.report == end.id]
    judged = [judge_access(mention.statement, view.reports[mention.report]) for mention in mentions]
    return max(judged, key=lambda access: STRENGTH[access], default="unknown")


def _holds_office(voice: Voice, mention: Mention, view: StoryView) -> bool:
    """Tell whether a person speaks for a body, by the words of the name or those just before and after it."""
    if _OFFICE.search(f"{voice.name} {voice.as_worded}"):
        return True
    if mention.statement.within != "text":
        return False
    span, text = voice.span or hull(mention.statement.content), view.reports[mention.report].text
    return _OFFICE.search(text[max(0, span.start - 40) : span.end + 40]) is not None


def pair_same(standings: Sequence[Standing], options: WeighOptions) -> NDArray[np.float64]:
    """Return how likely each two ends are one origin: one body, or one told by the other.

    Nobody in particular beside somebody is one unknown; where nobody else stands behind a claim, two reports that do
    not say whom they have it from may have it from two.
    """
    size = len(standings)
    same = np.zeros((size, size))
    nobody = all(standing.is_faceless for standing in standings)
    for i in range(size):
        for j in range(i + 1, size):
            one, other = standings[i], standings[j]
            chance = probability_same(one, other, options)
            if nobody and not one.reports & other.reports:
                chance = min(chance, options.same_nobody)
            same[i, j] = same[j, i] = chance
    return same


def probability_same(one: Standing, other: Standing, options: WeighOptions) -> float:
    """Return how likely two ends are one origin; names first, then who could have told whom."""
    if one.words & other.words:
        return options.same_name if one.words <= other.words or other.words <= one.words else options.same_words
    if one.is_faceless and other.is_faceless:
        return options.same_faceless
    if other.end.id in one.told_by or one.end.id in other.told_by:
        return options.same_told
    if _may_refer(one, other) or _may_refer(other, one):
        return options.same_reference
    same = 1 - (1 - _heard(one.access, options)) * (1 - _heard(other.access, options))
    if one.reports & other.reports and ((one.has_office and other.is_body) or (other.has_office and one.is_body)):
        same = max(same, options.same_office)
    return same if one.named and other.named and one.words and other.words else max(same, options.same_unnamed)


def _may_refer(one: Standing, other: Standing) -> bool:
    """Tell whether one is an unresolved reference and the other somebody whom it can mean."""
    if one.words and other.words:
        return False
    both_documents = one.is_document and other.is_document
    return both_documents or (one.is_vague and not other.is_vague and not other.is_faceless)


def _heard(access: Access, options: WeighOptions) -> float:
    return {
        "own": options.heard_own,
        "likely": options.heard_likely,
        "unknown": options.heard_unknown,
        "told": options.heard_told,
    }[access]


def explain_standing(standing: Standing) -> str:
    """Return in words how an end is taken to know what it says."""
    return {
        "own": "speaks from own access: saw it, keeps the record, or did it",
        "likely": "speaks on what may be its own matter, or as a witness",
        "unknown": "independence not established: not recorded how they know",
        "told": "told by others, or nobody here says by whom",
    }[standing.access]
