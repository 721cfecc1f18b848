"""Which outlet does a phrase name as the one that was told, saw or obtained something?"""

from dataclasses import replace

from whence.model.statement import Voice
from whence.text.nations import BY_CAPITAL, BY_NAME
from whence.understand.names import Name
from whence.understand.reference import Memory, voice_of_name
from whence.understand.tokens import Tokens
from whence.understand.vocabulary import FINITE, OPENINGS, OUTLET_NOUNS, PREPOSITIONS, TITLE_GENDER

# What may follow the name of an outlet that was told; any other small word makes the name part of a longer phrase.
_AFTER_OUTLET = (
    PREPOSITIONS
    | FINITE
    | frozenset("that and or who which but has had have is was exclusively last this yesterday the a".split())
)
# Institutions that hear, but are no outlet: an unknown name among these is an audience.
_NO_OUTLETS = frozenset(
    "parliament congress council committee court senate hearing tribunal inquest inquiry assembly".split()
)


def outlet_at(tokens: Tokens, memory: Memory, start: int, end: int) -> Voice | None:  # noqa: C901, PLR0911 - one case a line
    """Return the outlet named at the start of a phrase: by its words, by reference, or as a name of no other kind."""
    words = tokens.words
    if start >= end:
        return None
    if words[start] in ("it", "them"):
        chain = memory.resolve_pronoun("it", start)
        return (
            replace(chain[-1], as_worded=words[start], span=tokens.span(start, start + 1))
            if chain and chain[-1].kind == "outlet"
            else None
        )
    if words[start] in ("us", "me"):
        return Voice(memory.outlet, tokens.forms[start], "outlet", named=True) if memory.outlet else None
    at = start
    while at < end and words[at] in OPENINGS:
        at += 1
    if at >= end:
        return None
    if words[start] in ("this", "our") and words[at] in OUTLET_NOUNS | {"agency", "news"}:
        return Voice(memory.outlet or "this outlet", tokens.cut(start, at + 1), "outlet", named=True)
    following = [
        name
        for name in memory.names.within(at, end)
        if name.low == at or words[at] in OUTLET_NOUNS | {"state", "news", "local", "national", "agency", "service"}
    ]
    if following and following[0].low <= at + 3:
        name = following[0]
        stop = name.high
        if (
            stop < end
            and words[stop][0].isalpha()
            and tokens.forms[stop].islower()
            and words[stop] not in _AFTER_OUTLET
        ):
            return None
        if name.kind == "outlet":
            return replace(voice_of_name(name, tokens.cut(start, stop)), span=tokens.span(start, stop))
        free_kinds = ("unknown",) if memory.names.sure else ("unknown", "person", "organisation")
        is_free = name.kind in free_kinds and name.text not in BY_CAPITAL and name.text not in BY_NAME
        is_title = tokens.forms[name.low].lower() in TITLE_GENDER or name.role
        is_free = is_free and name.low == at and not is_title
        is_free = is_free and not any(w in _NO_OUTLETS for w in words[name.low : stop])
        is_free = is_free and (name.kind != "person" or not _speaks_elsewhere(memory, name))
        if is_free and (name.kind != "organisation" or (memory.outlet and name.text.isupper())):
            return Voice(
                name.full or name.text,
                tokens.cut(start, stop),
                "outlet",
                named=True,
                span=tokens.span(start, stop),
            )
        return None
    if words[start] == "the" and words[at] in OUTLET_NOUNS | {"agency"}:
        chain = memory.resolve_description(words[at], [], start)
        if chain and chain[-1].kind == "outlet":
            return replace(chain[-1], as_worded=tokens.cut(start, at + 1), span=tokens.span(start, at + 1))
    return None


def is_publisher(voice: Voice, memory: Memory) -> bool:
    """Tell whether the voice is the outlet that publishes the report."""
    if voice.kind == "outlet" and voice.as_worded.lower().startswith(("this ", "our ")):
        return True
    if voice.kind == "outlet" and memory.outlet and _is_short_for(voice.name, memory.outlet):
        return True
    return (
        bool(memory.outlet)
        and voice.kind == "outlet"
        and (memory.outlet or "").lower().removeprefix("the ") == voice.name.lower().removeprefix("the ")
    )


def _is_short_for(short: str, outlet: str) -> bool:
    """Tell whether a name is an outlet's acronym or a part of its name."""
    words = [word for word in outlet.split() if word[:1].isupper() and word.lower() != "the"]
    if short.isupper() and len(short) > 1:
        return short == "".join(word[0] for word in words)
    parts = set(short.lower().split()) - {"the"}
    return bool(parts) and parts <= {word.lower() for word in words}


def _speaks_elsewhere(memory: Memory, name: Name) -> bool:
    """Tell whether a name is known as a person: it has a title, a role, or spoke before."""
    for other in memory.names.all:
        if other.full == name.full and (other.role or other.gender):
            return True
    return any(
        referent.chain[-1].name == name.full and referent.chain[-1].kind == "person" for referent in memory.referents
    )
