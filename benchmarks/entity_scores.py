"""How well do found entities agree with annotated ones? B-cubed over the places where things are named."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from benchmarks.datasets.entities import NamedPlace

HALF = 0.5
# Characters of an article and the space behind it, which annotators leave out.
ARTICLE = 4
# (report, start, end) of a place, and the id of the entity found there.
Found = Mapping[str, Sequence[tuple[int, int, str]]]


@dataclass(frozen=True, slots=True)
class EntityScore:
    """B-cubed of one or more stories, in per cent, over so many places.

    A place where nothing was found is a thing of its own. `misplaced` counts the places that lie in an entity most of
    whose places are another thing's.
    """

    precision: float
    recall: float
    f1: float
    places: int
    found: int
    misplaced: int


def score_entities(stories: Sequence[tuple[Sequence[NamedPlace], Found]]) -> EntityScore:
    """Return the score over all places of all stories; a found place counts where it covers half of both or more."""
    precision = recall = 0.0
    places = hits = misplaced = 0
    for gold, found in stories:
        labels = [_label(number, place, found) for number, place in enumerate(gold)]
        hits += sum(not label.startswith("missing:") for label in labels)
        pairs = Counter((place.entity, label) for place, label in zip(gold, labels, strict=True))
        ours = Counter(labels)
        theirs = Counter(place.entity for place in gold)
        for place, label in zip(gold, labels, strict=True):
            both = pairs[place.entity, label]
            precision += both / ours[label]
            recall += both / theirs[place.entity]
        places += len(gold)
        most: dict[str, int] = {}
        for (_, label), both in pairs.items():
            most[label] = max(most.get(label, 0), both)
        misplaced += len(gold) - sum(most.values())
    p, r = 100 * precision / places, 100 * recall / places
    return EntityScore(p, r, 2 * p * r / (p + r), places, hits, misplaced)


def _label(number: int, place: NamedPlace, found: Found) -> str:
    """Return the entity found at a place: the one that covers half of both or more, else one whose words begin there.

    Annotators mark the head of a description ("draft"), the program all of it ("a draft of the report").
    """
    best, most = f"missing:{number}", 0.0
    for start, end, entity in found.get(place.report, ()):
        shared = min(end, place.end) - max(start, place.start)
        share = shared / max(end - start, place.end - place.start)
        is_head = 0 <= place.start - start <= ARTICLE and place.end <= end
        if shared > 0 and (share >= HALF or is_head) and share > most:
            best, most = entity, share
    return best
