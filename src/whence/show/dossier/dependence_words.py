"""In which words is a dependence told: whole in the table, and in a few letters inside a box of the drawing?"""

from collections.abc import Mapping
from dataclasses import dataclass

from whence.model.statement import Voice, VoiceKind
from whence.model.stemma import How
from whence.model.story import CaseVoice
from whence.show.dossier.dependences import Dependence
from whence.show.dossier.places import Places
from whence.show.dossier.range_picture import percent
from whence.show.wording import HOW_WORDS, NOT_RECORDED, VOICE_KIND_WORDS, outlet_in_words, plain, quoted
from whence.weigh.words import find_proper_words

# One word each, for the rows inside a box.
_SHORT_HOW: Mapping[How, str] = {**HOW_WORDS, "excerpt": "excerpts"}

# Kinds of voices that are no people: where the reports give them no name, what they are tells who speaks.
_BODIES: frozenset[VoiceKind] = frozenset({"organisation", "government", "outlet", "document"})


@dataclass(frozen=True, slots=True)
class Ground:
    """What a stemma is told against: places, the voices by id, which nodes count as origins, and which with access."""

    places: Places
    voices: Mapping[str, CaseVoice]
    origins: frozenset[str] = frozenset()
    access: frozenset[str] = frozenset()


def sentence(row: Dependence, ground: Ground) -> str:
    """Return a dependence in one sentence with its probability."""
    later = ground.places.report(row.later).label
    return f"{later} {how_words(row)} {earlier_words(row, ground)}: {percent(row.probability)}"


def how_words(row: Dependence) -> str:
    """Return the verb of a dependence, to stand before `earlier_words`."""
    if row.kind == "report":
        return HOW_WORDS[row.how] if row.how else "has it from"
    if row.kind == "own":
        return "holds it itself:" if row.has_node else "has it by"
    return "attributes it to" if row.kind == "voice" else "has it from"


def earlier_words(row: Dependence, ground: Ground) -> str:
    """Return what a report depends on."""
    places = ground.places
    if not row.has_node:
        own = "its own access" if row.earlier in ground.access else "what may be its own access"
        return own if row.kind == "own" else f"a source {NOT_RECORDED}"
    if row.kind == "report" and row.earlier in places.report_numbers:
        return f"{places.report(row.earlier).label} {outlet_in_words(places.reports[row.earlier])}"
    name = name_source(row.earlier, row.name, ground)
    return f"{name} (not among these reports)" if row.kind == "unseen" else name


def is_left_unnamed(voice: Voice | CaseVoice) -> bool:
    """Tell whether the reports leave a voice without a name: a body or a document with a name of its own is named.

    >>> board = Voice("report of the Lock Safety Board", "the report", "document", named=False)
    >>> is_left_unnamed(board), is_left_unnamed(Voice("report", "the report", "document", named=False))
    (False, True)
    """
    return not voice.named and not (voice.kind in _BODIES and find_proper_words(voice.name))


def name_source(source: str, name: str, ground: Ground) -> str:
    """Return a voice or something unseen by name; who is left unnamed is said to be so, and what a body or paper is."""
    voice = ground.voices.get(source)
    if voice is not None and voice.kind == "unspecified":
        return VOICE_KIND_WORDS["unspecified"]
    if voice is None or not is_left_unnamed(voice):
        return plain(name)
    kind = voice.kind if voice.kind in _BODIES else "unnamed"
    return f"{VOICE_KIND_WORDS[kind]}, {quoted(name)}"


def credit_words(row: Dependence, ground: Ground) -> str:
    """Return whether the report credits what it depends on."""
    if row.acknowledged is not None:
        return "yes" if row.acknowledged else "no"
    if row.kind == "own":
        return "does not apply"
    if row.kind != "voice":
        return NOT_RECORDED
    voice = ground.voices.get(row.earlier)
    if voice is None:
        return "yes"
    return "yes, not by name" if is_left_unnamed(voice) else "yes, by name"


def short_words(row: Dependence, ground: Ground) -> str:
    """Return what the row of a box holds: a word, a number of a report, a probability."""
    return f"{_few_words(row, ground)} {percent(row.probability).replace('over ', '>').replace('under ', '<')}"


def _few_words(row: Dependence, ground: Ground) -> str:
    if row.kind == "own":
        return "holds it" if row.has_node else "own access" if row.earlier in ground.access else "own access?"
    if not row.has_node:
        return NOT_RECORDED
    if row.kind == "report":
        verb = _SHORT_HOW[row.how] if row.how else "follows"
        return f"{verb} {ground.places.report(row.earlier).label}"
    return "told by" if row.kind == "voice" else "unseen"
