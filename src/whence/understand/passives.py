"""Which attributions stand in the passive, or name whoever was heard: "was confirmed by X", "heard from X that"?"""

from whence.understand.attribution import Attribution
from whence.understand.cues import HEARSAY_PASSIVES, Cue
from whence.understand.frames import content_after
from whence.understand.phrases import find_object, find_object_with_asides, find_subject
from whence.understand.tokens import Tokens
from whence.understand.turns import split_contents
from whence.understand.verbs import VerbGroup


def read_passive(tokens: Tokens, verb: VerbGroup, low: int, high: int) -> Attribution | None:  # noqa: C901, PLR0911 - one case a line
    """Read "C was confirmed by X", "they were told by X that C", "X is said to C", "it is believed that C"."""
    words = tokens.words
    lemma_frames = verb.cue.frames
    if verb.negated:
        return None
    after = verb.end
    if after < high and words[after] == "by":
        if hearsay_to(words, after, high):
            return None
        end = find_object_with_asides(tokens, after + 1, high)
        core = find_object(tokens, after + 1, high)
        if end <= after + 1:
            return None
        if "a" in lemma_frames and end < high:
            found = content_after(tokens, verb, end, high)
            if found is None:
                return None
            contents = split_contents(tokens, found[1], high, found[0])
            return Attribution(found[0], (verb.start, after + 1), (after + 1, core), end, contents, "before")
        subject = find_subject(tokens, low, verb.start)
        told = "a" in lemma_frames and end >= high and subject is not None and subject[0] - 2 > low
        if told and subject is not None and words[subject[0] - 1] == ",":
            place = (verb.start, after + 1)
            content = (((low, subject[0] - 1),),)
            return Attribution(verb.cue, place, (after + 1, core), end, content, "after", relays=(subject,))
        if subject is None or "n" not in lemma_frames:
            return None
        return Attribution(
            verb.cue,
            (verb.start, after + 1),
            (after + 1, core),
            end,
            (((low, verb.start),),),
            "after",
            rest=((end, high),) if end < high else (),
        )
    hearsay = HEARSAY_PASSIVES.get(words[verb.end - 1])
    if hearsay is None or after >= high:
        return None
    act, certainty = hearsay
    cue = Cue(verb.cue.lemma, "s", act, certainty)
    subject = find_subject(tokens, low, verb.start)
    if subject is None:
        return None
    if words[after] == "to":
        return Attribution(
            cue,
            (verb.start, verb.end),
            None,
            verb.start,
            (((subject[0], high),),),
            "hearsay",
            is_hearsay=True,
            rest=((low, subject[0]),) if subject[0] - low > 3 else (),
        )
    if words[subject[0]] == "it" and words[after] == "that":
        return Attribution(
            cue, (verb.start, verb.end), None, verb.start, (((after + 1, high),),), "hearsay", is_hearsay=True
        )
    return None


def hearsay_to(words: list[str], after: int, high: int) -> bool:
    """Tell whether "is expected by aides to sign" stands here: what is expected follows, not precedes."""
    return words[after - 1] in HEARSAY_PASSIVES and "to" in words[after + 2 : min(high, after + 6)]


def read_hearing(tokens: Tokens, verb: VerbGroup, high: int) -> Attribution | None:
    """Read "the inquest heard from X that C": who is heard is the source."""
    words = tokens.words
    if not verb.negated and verb.end + 1 < high and words[verb.end] == "that" and verb.cue.lemma == "hear":
        contents = split_contents(tokens, verb.end + 1, high, verb.cue)
        return Attribution(verb.cue, (verb.start, verb.end), None, verb.start, contents, "hearsay", is_hearsay=True)
    if verb.negated or verb.end >= high or words[verb.end] != "from":
        return None
    core = find_object(tokens, verb.end + 1, high)
    end = find_object_with_asides(tokens, verb.end + 1, high)
    at = end + 1 if end < high and words[end] == "," else end
    if at >= high or words[at] != "that" or core <= verb.end + 1:
        return None
    contents = split_contents(tokens, at + 1, high, verb.cue)
    return Attribution(verb.cue, (verb.start, verb.end + 1), (verb.end + 1, core), end, contents, "before")
