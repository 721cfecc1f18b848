"""Are two things of two reports one, and why? A score that explains itself in words.

Names are compared in every form that either report gives, contexts by the sentences around them. The weights were
learned from near names and from annotated stories (`entity_weights`); what no weight could outvote comes first: another
number, another model, a person against a body.
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from whence.link.entity_context import Context, ContextLikeness, compare_contexts, read_context
from whence.link.entity_weights import BIAS, NOT_SAME_BELOW, SAME_ABOVE, WEIGHTS
from whence.model.entity import EntityVerdict, Occurrence
from whence.model.statement import EntityKind
from whence.text.name_forms import NameFamily, NameForm, lookup_keys, read_form
from whence.text.name_likeness import NameLikeness, compare_forms

_FAMILIES: dict[EntityKind, NameFamily] = {"person": "person", "place": "place", "equipment": "model"}


@dataclass(frozen=True)
class Compared:
    """One thing ready to be compared: its forms of name, its family, and what stands around it."""

    occurrence: Occurrence

    @property
    def family(self) -> NameFamily:
        """Which sort of name it has; facilities, outlets and armed groups are named as bodies are."""
        return family_of(self.occurrence.kind)

    @cached_property
    def forms(self) -> tuple[NameForm, ...]:
        """Its full name and its other names, as compared."""
        names = dict.fromkeys((self.occurrence.name, *self.occurrence.aliases))
        return tuple(read_form(name, self.family) for name in names)

    @cached_property
    def keys(self) -> frozenset[str]:
        """The keys by which it is looked up."""
        return frozenset(key for form in self.forms for key in lookup_keys(form))

    @cached_property
    def context(self) -> Context:
        """What the sentences around its first places tell."""
        return read_context([self.occurrence.context], name=self.occurrence.name)


@dataclass(frozen=True, slots=True)
class PairScore:
    """How surely two things are one, 0 to 1, what follows from it, and why."""

    score: float
    verdict: EntityVerdict
    reasons: tuple[str, ...]
    against: tuple[str, ...]


def family_of(kind: EntityKind) -> NameFamily:
    """Return the family of names that things of a kind bear.

    >>> family_of("outlet"), family_of("equipment")
    ('body', 'model')
    """
    return _FAMILIES.get(kind, "body")


def gap_km(one: Occurrence, other: Occurrence) -> float:
    """Return how far apart their reports place two things at least; 0 where they may be one, or one is not placed."""
    return one.position.gap_km(other.position) if one.position and other.position else 0.0


def score_pair(one: Compared, other: Compared) -> PairScore | None:
    """Return how surely two things of different stories are one, or None where their names are plainly two."""
    likeness = _best_names(one, other)
    if _are_plainly_two(likeness) and not (one.context.told_same or other.context.told_same):
        return None
    context = _compare_around(one, other)
    values = _pair_values(one.occurrence.kind, other.occurrence.kind, likeness, context.values)
    total = BIAS + _weigh(values)
    score = 1 / (1 + math.exp(-total))
    reasons = (*likeness.reasons, *context.reasons)
    kinds = (f"{one.occurrence.kind} against {other.occurrence.kind}",) if values["family_clash"] else ()
    against = (*likeness.against, *context.against, *kinds)
    if gap := gap_km(one.occurrence, other.occurrence):
        # What either report tells of where it lies outweighs how alike the names are.
        return PairScore(min(score, NOT_SAME_BELOW), "not_same", reasons, (placed_apart(gap), *against))
    return PairScore(score, _decide(score, values), reasons, against)


def placed_apart(gap: float) -> str:
    """Return in words that two reports place two things apart.

    >>> placed_apart(9654.3)
    'placed about 9,700 km apart'
    """
    return f"placed about {round(gap, -2 if gap >= 1000 else -1):,.0f} km apart"


def values_of(one: Compared, other: Compared) -> dict[str, float]:
    """Return the values that are weighed for two things, by name, 0 to 1 each."""
    around = _compare_around(one, other).values
    return _pair_values(one.occurrence.kind, other.occurrence.kind, _best_names(one, other), around)


def _compare_around(one: Compared, other: Compared) -> ContextLikeness:
    return compare_contexts(one.context, other.context, names=(one.occurrence.name, other.occurrence.name))


def _pair_values(
    one: EntityKind,
    other: EntityKind,
    likeness: NameLikeness,
    context: Mapping[str, float],
) -> dict[str, float]:
    values = {**likeness.values, **context}
    told = 1.0 - values["told_same"]
    family = family_of(one)
    return values | {
        "whole_words": values["whole"] * values["shared_words"],
        "clash_told": values["clash"] * told,
        "number_told": values["number_clash"] * told,
        "apart_words": values["shared_words"] * (1 - values["clash"]),
        "person": float(family == "person"),
        "model": float(family == "model"),
        "place": float(family == "place"),
        "kind_clash": float(one != other),
        "family_clash": float(family != family_of(other)),
    }


def _are_plainly_two(likeness: NameLikeness) -> bool:
    """Tell whether both names have words that the other lacks, with no initials or acronym to account for them."""
    values = likeness.values
    return bool(values["left_both"]) and not (values["initials_fit"] or values["acronym"] or values["short_name"])


def _best_names(one: Compared, other: Compared) -> NameLikeness:
    """Return the comparison of the two forms of name that fit best; both are read as one family."""
    found = [compare_forms(a, b) for a in one.forms for b in other.forms]
    return max(found, key=lambda each: _weigh(each.values))


def _weigh(values: Mapping[str, float]) -> float:
    """Return the log-odds that values add up to; one that has no weight adds nothing."""
    return sum(WEIGHTS.get(name, 0.0) * value for name, value in values.items())


def _decide(score: float, values: Mapping[str, float]) -> EntityVerdict:
    """Return what a score comes to; another number or generation, or a person and a body, are never one by a run."""
    is_barred = (values["number_clash"] or values["generation_clash"] == 1 or values["family_clash"]) and not values[
        "told_same"
    ]
    if is_barred:
        return "not_same"
    return "same" if score >= SAME_ABOVE else "not_same" if score <= NOT_SAME_BELOW else "unsure"
