"""On whose word is an act said to rest, without that voice being the source of the statement?"""

import re

from whence.understand.phrases import find_main_verb, find_object, find_subject
from whence.understand.reference import Chain, Memory, Referent
from whence.understand.sources import name_of_counterpart, read_source
from whence.understand.tokens import Tokens

# "based on warnings from X", "following a tip from X", "acting on information supplied by X".
_GROUND = re.compile(
    r"\b(?:based (?:up)?on|on the basis of|following|after|acting (?:up)?on|prompted by|triggered by|relying on"
    r"|thanks to"
    r"|in response to|as a result of|drawing on)\s+(?:[\w-]+\s+){0,4}?"
    r"(?:warnings?|tips?|tip-offs?|information|intelligence|reports?|complaints?|allegations?|evidence|data|findings|advice|alerts?"
    r"|statements?|testimony|claims?|a call|a request)\s+(?:\w+\s+)?(?:from|by|of)\s+",
    re.I,
)


def find_grounds(tokens: Tokens, memory: Memory, low: int, high: int) -> Chain:
    """Return the voices on whose word the clause's act is said to rest; "their counterparts" are the subject's."""
    if low >= high:
        return ()
    start, end = tokens.starts[low], tokens.ends[high - 1]
    match = _GROUND.search(tokens.text, start, end)
    if match is None:
        return ()
    at = next((i for i in range(low, high) if tokens.starts[i] >= match.end()), None)
    if at is None:
        return ()
    stop = find_object(tokens, at, high)
    if stop <= at:
        return ()
    _note_subject(tokens, memory, low, at)
    counterpart = name_of_counterpart(tokens, memory, at, stop)
    if counterpart is not None:
        return (counterpart,)
    return tuple(voice for _, chain in read_source(tokens, memory, (at, stop), stop) for voice in chain)


def _note_subject(tokens: Tokens, memory: Memory, low: int, at: int) -> None:
    """Remember the subject of the clause itself: "their counterparts" are its counterparts."""
    verb = find_main_verb(tokens, low, at)
    subject = find_subject(tokens, low, verb) if verb is not None else None
    if subject is None or verb is None:
        return
    known = len(memory.referents)
    sources = read_source(tokens, memory, subject, verb)
    memory.forget_since(known)
    for place, chain in sources:
        memory.note(Referent(place[0], chain, "", "", is_plural=tokens.words[place[1] - 1].endswith("s")))
