"""What would editors make of a report? Copies with known spans: cut, put in another order, reworded, added to.

The models are invented reports; a copy keeps some of a model's sentences, rewords some by a table of everyday
equivalents, lets a figure slip now and then, and adds sentences of reports on other affairs. Each seed gives another
world; those of `HELD_OUT` are for measuring alone and nothing may be set on them.
"""

import random
import re
from collections.abc import Sequence
from dataclasses import dataclass

from whence.model.spans import Span
from whence.text.sentences import find_sentences

HELD_OUT = (101, 102, 103)

# Everyday equivalents, written for this: what desks swap without a thought.
EQUIVALENTS = {
    "said": "told reporters", "about": "around", "killed": "left dead", "began": "started", "because": "since",
    "many": "a number of", "several": "a handful of", "show": "indicate", "shows": "indicates", "big": "large",
    "morning": "early hours", "evening": "night", "yesterday": "the day before", "also": "in addition", "but": "yet",
    "officials": "authorities", "police": "officers", "company": "firm", "near": "close to", "found": "discovered",
    "people": "persons", "men": "individuals", "after": "following", "before": "ahead of", "used": "employed",
    "received": "got", "asked": "questioned", "took": "removed", "large": "sizeable", "town": "municipality",
    "workers": "employees", "children": "youngsters", "house": "home", "money": "funds", "last": "previous",
    "first": "initial", "more than": "over", "at least": "no fewer than", "however": "still", "whole": "entire",
}  # fmt: skip
_WORD = re.compile(r"\b(" + "|".join(sorted(EQUIVALENTS, key=len, reverse=True)) + r")\b(?= \w)")
_NUMBER = re.compile(r"\b[2-9]\d\b")


@dataclass(frozen=True, slots=True)
class Copy:
    """One edited copy: its text, which model it is made from, and which spans of it come from there."""

    text: str
    model: int
    spans: tuple[Span, ...]


def make_copies(models: Sequence[str], *, seed: int, copies: int) -> list[Copy]:
    """Return that many copies of models drawn by chance; the same for one seed."""
    chance = random.Random(seed)  # noqa: S311 - a world, no secret
    found = []
    for _ in range(copies):
        model, other = chance.sample(range(len(models)), 2)
        found.append(_copy(models[model], models[other], model, chance))
    return found


def _copy(model: str, other: str, number: int, chance: random.Random) -> Copy:
    kept = [span.cut(model) for span in find_sentences(model)]
    kept = [sentence for sentence in kept if chance.random() < 0.75] or kept[:2]
    if chance.random() < 0.3:
        at = chance.randrange(len(kept))
        kept = kept[at:] + kept[:at]
    rewords = chance.choice((0.0, 0.3, 0.7))
    pieces = [(edit_sentence(sentence, rewords, chance), True) for sentence in kept]
    added = [span.cut(other) for span in find_sentences(other)]
    for sentence in chance.sample(added, min(len(added), chance.randrange(4))):
        pieces.insert(chance.randrange(len(pieces) + 1), (sentence, False))
    text, spans = "", []
    for sentence, is_copied in pieces:
        start = len(text) + bool(text)
        text = f"{text} {sentence}" if text else sentence
        if is_copied:
            spans.append(Span(start, len(text)))
    return Copy(text, number, tuple(spans))


def edit_sentence(sentence: str, rewords: float, chance: random.Random, *, slips: float = 0.1) -> str:
    """Return the sentence with some words swapped, a short end cut off now and then, and a figure that may slip."""
    edited = _WORD.sub(lambda m: EQUIVALENTS[m.group()] if chance.random() < rewords else m.group(), sentence)
    if chance.random() < slips:
        edited = _NUMBER.sub(lambda m: str(int(m.group()) + chance.choice((-1, 1, 10))), edited, count=1)
    if rewords and chance.random() < 0.3 and ", " in edited:
        edited = edited[: edited.rindex(", ")] + ("." if edited.endswith(".") else "")
    return edited
