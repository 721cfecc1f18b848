"""Which links do fixed phrases state, of the thing before them to the thing behind: "on the books of", "part of"?"""

from collections.abc import Iterator

from whence.understand.certainty import weakest
from whence.understand.relation_clauses import listed, named_behind
from whence.understand.relation_groups import BE, is_finite, read_any_group, read_group
from whence.understand.relation_hedges import HEDGES, beside, is_unreal, weigh
from whence.understand.relation_links import Link, Stated, link_all
from whence.understand.relation_roles import before_comma
from whence.understand.relation_subjects import finite_subject, participle_subject
from whence.understand.relation_things import Scene, Thing
from whence.understand.relation_words import GROUPS, PHRASE_STARTS, PHRASES, Frames
from whence.understand.vocabulary import (
    ADVERBS,
    NEGATIONS,
)


def links_of_phrases(scene: Scene) -> Iterator[Link]:
    """Yield the links of fixed phrases: "on the books of", "part of", "under investigation by"."""
    words = scene.tokens.words
    for at in range(scene.low + 1, scene.high - 2):
        if words[at] not in PHRASE_STARTS or is_unreal(scene, at):
            continue
        for phrase, frames in PHRASES:
            end = at + len(phrase)
            if tuple(words[at:end]) != phrase:
                continue
            objects = scene.begins(end) or named_behind(scene, end)
            if objects is None or objects.is_owned or not (objects.is_party or objects.head in GROUPS):
                break
            yield from _phrase_links(scene, at, end, frames, listed(scene, objects))
            break


def _phrase_links(  # noqa: C901, PLR0912 - one case a line
    scene: Scene, at: int, end: int, frames: Frames, objects: list[Thing]
) -> Iterator[Link]:
    """Yield what a phrase states of the thing before it, as a predicate, behind "as" or beside the name."""
    words = scene.tokens.words
    start = at
    while start > scene.low and (
        words[start - 1] in ADVERBS
        or words[start - 1].endswith("ly")
        or words[start - 1] in ("a", "not", "no", "now", "longer")
    ):
        start -= 1
    negated = any(word in NEGATIONS for word in words[start:at])
    if words[start - 1] == "as" and start - 2 > scene.low:
        other = read_any_group(scene, start - 2) if is_finite(words[start - 2]) else None
        found = finite_subject(scene, other.start) if other else before_comma(scene, start - 2)
        for frame in frames:
            slots = {"H": found, "C": objects}
            yield from link_all(
                scene.tokens, frame, slots[frame.subject[0]], slots[frame.object[0]], Stated(start, end)
            )
        return
    if words[at] in ("took", "take", "taken"):
        group = read_group(scene.tokens, scene.low, at, end)
        if group is None:
            return
        holders, stated = (
            finite_subject(scene, group.start),
            Stated(group.start, end, group.certainty, group.is_negated),
        )
    elif words[start - 1] in BE or words[start - 1] in (
        "has",
        "have",
        "had",
        "remains",
        "remain",
        "became",
        "works",
        "lists",
    ):
        group = read_group(scene.tokens, scene.low, start - 1, end)
        if group is None:
            return
        certainty = weakest(group.certainty, beside(scene, group.start, start))
        if words[start - 1].endswith("ing") and not group.has_be:
            holders, weight = participle_subject(scene, group)
            certainty = weakest(certainty, weight)
        else:
            holders = finite_subject(scene, group.start)
        stated = Stated(group.start, end, certainty, group.is_negated or negated)
    else:
        comma = start - 1
        holders = before_comma(scene, comma) if words[comma] == "," else []
        if (
            not holders
            and (thing := scene.ends.get(start))
            and not thing.is_owned
            and thing.is_party
            and words[at] not in ("part", "close", "loyal")
        ):
            holders = [thing]
        if negated:
            return
        certainty = weakest(beside(scene, start, start), weigh(words[start:at], HEDGES))
        stated = Stated(start, end, certainty, is_background=True)
    for frame in frames:
        slots = {"H": holders, "C": objects}
        yield from link_all(scene.tokens, frame, slots[frame.subject[0]], slots[frame.object[0]], stated)
