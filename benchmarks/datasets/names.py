"""On which corpora are names measured, which of their texts does training never see, and what do their labels mean?

All lie in `../shared/data/entities`, whose README gives sources and licences. What is held out stands here alone:
training takes its own part from here too.
"""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from benchmarks.shared import SHARED

Row = dict[str, Any]

FOLDER = SHARED / "data" / "entities"
RE3D, GMB, UNER, WNUT, CROSSNER = (
    FOLDER / f"{name}.jsonl" for name in ("re3d_docs", "gmb_dev", "uner_ewt_dev", "wnut17_dev", "crossner_politics_dev")
)
# Licences for non-commercial use only, as of the BBC's documents in re3d.
NON_COMMERCIAL = "NC"

# The labels of each corpus that the network has a head for, in the head's order.
CORPUS_LABELS = {
    "gmb": ("geo", "gpe", "org", "per", "tim"),
    "re3d": (
        "Organisation",
        "Location",
        "Person",
        "Nationality",
        "Temporal",
        "Quantity",
        "Weapon",
        "Vehicle",
        "MilitaryPlatform",
        "DocumentReference",
        "Money",
    ),
    "uner": ("PER", "ORG", "LOC"),
}
# Corpora whose names lie in one another: "the Syrian coast" is a place and so is "Syrian" a nationality. Their heads
# have rows of labels for each label apart, one for its outermost names and one for its innermost.
NESTED = frozenset({"re3d"})
DEPTHS = 2
BODIES = ("organisation", "government", "armed_group", "outlet")
PLACES = ("place", "facility")


@dataclass(frozen=True, slots=True)
class Corpus:
    """One corpus: its texts that are held out, and which of our kinds stand for its labels.

    Labels that share a row are one to us, as a politician is a person; a label without a row is none of ours. `key` is
    the corpus's in `CORPUS_LABELS`, "" where the network has no head for it.
    """

    name: str
    file: Path
    texts: Callable[[], list[Row]]
    kinds: Mapping[tuple[str, ...], tuple[str, ...]]
    key: str = ""


def head_shape(corpus: str) -> tuple[int, int]:
    """Return how many rows of tags a head gives each word, and how many tags a row has: O, then B and I of each label.

    >>> head_shape("uner"), head_shape("re3d")
    ((1, 7), (22, 3))
    """
    labels = len(CORPUS_LABELS[corpus])
    return (DEPTHS * labels, 3) if corpus in NESTED else (1, 1 + 2 * labels)


def re3d_documents(*, held_out: bool) -> list[Row]:
    """Return re3d's documents without the BBC's: every fifth is held out to measure with, the others are learned from.

    The corpus's own split is by sentence, so that both of its parts would share documents.
    """
    found = [row for row in read_rows(RE3D) if is_free(row)]
    return [row for number, row in enumerate(found) if (number % 5 == 4) == held_out]


def uner_sentences(*, held_out: bool) -> list[Row]:
    """Return UNER's sentences in runs of 50, as near to documents as the file tells: every third run is held out."""
    return [row for number, row in enumerate(read_rows(UNER)) if (number // 50 % 3 == 2) == held_out]


def is_free(row: Row) -> bool:
    """Tell whether weights that are given away may learn from a text: nothing for non-commercial use only."""
    return NON_COMMERCIAL not in (row.get("licence") or "")


def read_rows(file: Path) -> list[Row]:
    """Return the lines of a corpus: `id`, `text`, `licence`, and `spans` with `start`, `end` and `label`."""
    return [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]


CORPORA = (
    Corpus(
        "re3d",
        RE3D,
        partial(re3d_documents, held_out=True),
        {
            ("Person",): ("person",),
            ("Organisation",): BODIES,
            ("Location",): PLACES,
            ("Nationality",): ("nationality",),
            ("Temporal",): ("date",),
            ("Quantity", "Money"): ("quantity",),
            ("Weapon", "Vehicle", "MilitaryPlatform"): ("equipment",),
            ("DocumentReference",): ("document",),
        },
        "re3d",
    ),
    Corpus(
        "GMB",
        GMB,
        partial(read_rows, GMB),
        {
            ("geo",): PLACES,
            ("gpe",): ("nationality",),
            ("org",): BODIES,
            ("per",): ("person",),
            ("tim",): ("date",),
        },
        "gmb",
    ),
    Corpus(
        "UNER-EWT",
        UNER,
        partial(uner_sentences, held_out=True),
        {("PER",): ("person",), ("ORG",): BODIES, ("LOC",): PLACES},
        "uner",
    ),
    Corpus(
        "WNUT-17",
        WNUT,
        partial(read_rows, WNUT),
        {("person",): ("person",), ("location",): PLACES, ("corporation", "group"): BODIES},
    ),
    Corpus(
        "CrossNER politics",
        CROSSNER,
        partial(read_rows, CROSSNER),
        {
            ("politician", "person"): ("person",),
            ("organisation", "politicalparty"): BODIES,
            ("location", "country"): PLACES,
        },
    ),
)
