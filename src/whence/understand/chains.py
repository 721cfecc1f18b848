"""Which chain of voices stands behind an attribution: who was told, who speaks, whom they cite?"""

from dataclasses import dataclass, field

from whence.model.statement import Voice
from whence.understand.attribution import Attribution
from whence.understand.drafts import Draft, Holding
from whence.understand.outlets import is_publisher, outlet_at
from whence.understand.phrases import Range, find_main_verb, find_object, find_object_with_asides, find_subject
from whence.understand.reference import Chain, Memory, Referent
from whence.understand.sources import UNSPECIFIED, read_modifiers, read_source
from whence.understand.tokens import Tokens

# Ways of speaking that are no document in anyone's hands.
_OCCASIONS = frozenset("interview interviews conversation conversations statement remarks comments".split())
# A sentence about one of these says nothing new to refer to.
_EMPTY_SUBJECTS = frozenset("it he she they there this that who which we i you".split())

Source = tuple[Range, Chain]


@dataclass(slots=True)
class Reading:
    """One text being read: its tokens, what was spoken of, what was found, and who spoke last in quotation marks."""

    tokens: Tokens
    memory: Memory
    found: list[Draft] = field(default_factory=list)
    last_quoted: Holding | None = None
    last_spoken: Holding | None = None
    # What each source phrase that was read stood for, by the token it begins at.
    spoken: dict[int, Chain] = field(default_factory=dict)


def find_sources(reading: Reading, found: Attribution, low: int, subject: tuple[Source, ...]) -> tuple[Source, ...]:
    """Return who says the content of an attribution, each with its own chain; `subject` where it names no one."""
    tokens = reading.tokens
    if found.is_hearsay:
        return (((found.cue_range[0], found.cue_range[0]), (UNSPECIFIED,)),)
    if found.source is None:
        return subject
    word = tokens.words[found.source[0]]
    if found.shape in ("after", "middle") and word in ("it", "they", "he", "she"):
        _note_if_unresolved(reading, found, word)
    sources = read_source(tokens, reading.memory, found.source, max(found.source_to, found.source[1]))
    return _with_antecedent(reading, found.source, low, sources)


def extend_chain(reading: Reading, found: Attribution, chain: Chain, outer: Chain) -> Chain:
    """Return a source's chain with those who were told in front and those it cites behind, none of `outer` repeated."""
    known = {voice.name for voice in (*chain, *outer)}
    relays = tuple(voice for voice in _relay_voices(reading, found) if voice.name not in known)
    return _without_repeats(outer, relays + chain + _cited_voices(reading, found))


def _relay_voices(reading: Reading, found: Attribution) -> Chain:
    """Return the outlets and documents that the audience, the occasion or an opening phrase names."""
    tokens, memory = reading.tokens, reading.memory
    voices: list[Voice] = []
    for low, high in found.relays:
        if low >= high:
            continue
        voice = outlet_at(tokens, memory, low, high)
        if voice is None and tokens.words[low] in ("with", "to", "by", "for") and low + 1 < high:
            voice = outlet_at(tokens, memory, low + 1, high)
        if voice is None and tokens.words[low] in ("on", "in") and low + 1 < high:
            known = outlet_at(tokens, memory, low + 1, high)
            voice = (
                known if known is not None and any(n.kind == "outlet" for n in memory.names.within(low, high)) else None
            )
        if voice is not None and not is_publisher(voice, memory):
            voices.append(voice)
            continue
        outer, _ = read_modifiers(tokens, memory, low, high, is_document=False)
        voices.extend(outer)
        if (
            outer
            and tokens.words[low] in ("in", "from")
            and low + 1 < high
            and not _OCCASIONS & set(tokens.words[low:high])
        ):
            document = read_source(tokens, memory, (low + 1, find_object_with_asides(tokens, low + 1, high)), low + 1)
            voices.extend(v for _, chain in document[:1] for v in chain if v.kind == "document")
    return tuple(dict.fromkeys(voices))


def _cited_voices(reading: Reading, found: Attribution) -> Chain:
    """Return the voices that the source is said to cite, innermost of the chain."""
    voices: Chain = ()
    for low, high in found.cited:
        for _, chain in read_source(reading.tokens, reading.memory, (low, core_end(reading.tokens, low, high)), high)[
            :1
        ]:
            voices += chain
    return voices


def core_end(tokens: Tokens, low: int, high: int) -> int:
    """Return where the noun phrase at `low` ends, without what modifies it."""
    return min(high, find_object(tokens, low, high))


def _without_repeats(outer: Chain, chain: Chain) -> Chain:
    """Return the part of the chain that the outer chain does not already end with ("told it" inside its own report)."""
    known = {voice.name for voice in outer if voice.kind in ("outlet", "document")}
    return tuple(voice for voice in chain if voice.name not in known)


def _with_antecedent(
    reading: Reading, source: Range, low: int, sources: tuple[Source, ...] | list[Source]
) -> tuple[Source, ...]:
    """Replace "who" or "which" as a source by the phrase before it."""
    tokens = reading.tokens
    if tokens.words[source[0]] not in ("who", "which", "that") or source[1] - source[0] > 1:
        return tuple(sources)
    end = source[0]
    while end > low and tokens.words[end - 1] in (",", "—"):
        end -= 1
    before = find_subject(tokens, low, end)
    if before is None:
        return ()
    return tuple((place, chain) for place, chain in read_source(tokens, reading.memory, before, before[1]))


def main_subject(reading: Reading, low: int, high: int) -> tuple[Source, ...]:
    """Return whom the main clause is about: they are the ones who cite."""
    tokens = reading.tokens
    verb = find_main_verb(tokens, low, high)
    subject = find_subject(tokens, low, verb) if verb is not None else None
    return tuple(read_source(tokens, reading.memory, subject, subject[1])) if subject else ()


def note_subject(reading: Reading, low: int, high: int) -> None:
    """Remember what a sentence is about, so that a pronoun in the next may lead back to it."""
    tokens = reading.tokens
    verb = find_main_verb(tokens, low, high)
    if verb is None:
        return
    subject = find_subject(tokens, low, verb)
    if subject is None or tokens.words[subject[0]] in _EMPTY_SUBJECTS:
        return
    known = len(reading.memory.referents)
    sources = read_source(tokens, reading.memory, subject, verb)
    noted = reading.memory.forget_since(known)
    for referent, _ in zip(noted, sources, strict=False):
        reading.memory.note(
            Referent(referent.token, referent.chain, referent.head, referent.gender, referent.is_plural, spoke=False)
        )


def _note_if_unresolved(reading: Reading, found: Attribution, pronoun: str) -> None:
    """Take what the content is about for a speaker that nothing before explains ("The firm is sound, it said")."""
    at = found.source[0] if found.source else 0
    if reading.memory.resolve_pronoun(pronoun, at) is None:
        note_subject(reading, *found.contents[0][0])


def is_relative(tokens: Tokens, found: Attribution) -> bool:
    """Tell whether the attribution is a relative clause's: the clause around it says something of its own."""
    return (
        found.source is not None
        and tokens.words[found.source[0]] in ("who", "which")
        and found.source[1] - found.source[0] == 1
    )
