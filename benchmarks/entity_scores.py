"""How well do found entities agree with annotated ones? B-cubed over the places where things are named."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from benchmarks.datasets.entities import NamedPlace

# (report, start, end) of a place, and the id of the entity found there.
Found = Mapping[str, Sequence[tuple[int, int, str]]]


@dataclass(frozen=True, slots=True)
class EntityScore:
    """B-cubed of one or more stories, in per cent; and how many pairs of places were put together wrongly.

    A place where nothing was found is a thing of its own. `merged_wrongly` counts found entities that hold places of
    two annotated things or more, `merged` those with two places or more.
    """

    precision: float
    recall: float
    f1: float
    places: int
    found: int
    merged_wrongly: int
    merged: int


def score_entities(stories: Sequence[tuple[Sequence[NamedPlace], Found]]) -> EntityScore:
    """Return the score over all places of all stories; a found place counts where it covers half of both or more."""
    precision = recall = 0.0
    places = hits = wrong = merged = 0
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
        things: dict[str, set[str]] = {}
        for place, label in zip(gold, labels, strict=True):
            things.setdefault(label, set()).add(place.entity)
        merged += sum(count > 1 for count in ours.values())
        wrong += sum(len(held) > 1 for held in things.values())
    p, r = 100 * precision / places, 100 * recall / places
    return EntityScore(p, r, 2 * p * r / (p + r), places, hits, wrong, merged)


def _label(number: int, place: NamedPlace, found: Found) -> str:
    best, most = f"missing:{number}", 0.5
    for start, end, entity in found.get(place.report, ()):
        shared = min(end, place.end) - max(start, place.start)
        share = shared / max(end - start, place.end - place.start)
        if shared > 0 and share >= most:
            best, most = entity, share
    return best
