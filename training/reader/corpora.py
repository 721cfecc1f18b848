"""How does each annotated corpus of `../shared/data` become examples, and what does it leave unsaid?

No text of these corpora enters the repository; the weights learn from them under the licences that the model card
lists. Whoever trains has `../shared` beside the checkout.
"""

import json
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from tokenizers import Tokenizer

from benchmarks.datasets.names import CORPUS_LABELS, is_free
from training.reader.examples import Example, Span, only, open_kinds, put, role, words_of
from training.reader.weak import narrowed, weak_manner
from whence.engines.pieces import cut_pieces
from whence.model.pieces import Pieces
from whence.understand.tags import CUE_TAGS, NAME_TAGS
from whence.understand.tokens import read_tokens

SHARED = Path(__file__).resolve().parents[3] / "shared" / "data"
BODIES = ("organisation", "armed_group", "government", "outlet")
UNSAID = ("facility", "equipment", "document", "quantity", "date", "nationality", "armed_group", "outlet")
# Which of our kinds a corpus's label may be; () is a label that stands for none of ours and says nothing.
KINDS: dict[str, dict[str, tuple[str, ...]]] = {
    "gmb": {
        "geo": ("place", "facility"), "gpe": ("nationality", "place"), "org": (*BODIES, "facility"), "per": ("person",),
        "tim": ("date",), "art": (), "eve": (), "nat": (),
    },
    "uner": {"PER": ("person",), "ORG": BODIES, "LOC": ("place", "facility")},
    "wikigold": {"PER": ("person",), "ORG": (*BODIES, "facility"), "LOC": ("place", "facility"), "MISC": ()},
    "wnut": {
        "person": ("person",), "location": ("place", "facility"), "corporation": ("organisation", "outlet"),
        "group": (), "product": (), "creative-work": (),
    },
    "crossner": {
        "politician": ("person",), "person": ("person",), "organisation": BODIES, "politicalparty": ("organisation",),
        "location": ("place", "facility"), "country": ("place",), "election": (), "event": (), "misc": (),
    },
    "re3d": {
        "Organisation": (*BODIES, "place"), "Person": ("person",), "Location": ("place", "facility"),
        "Nationality": ("nationality",), "Temporal": ("date",), "Quantity": (), "Weapon": (), "Vehicle": (),
        "MilitaryPlatform": (), "DocumentReference": (), "Money": ("quantity",),
    },
}  # fmt: skip
# Of what each corpus says nothing, so that its "outside" may be any of these.
OPEN = {
    "gmb": ("quantity", "document", "equipment", "facility", "date"),
    "uner": ("date", "quantity", "nationality", "document", "equipment"),
    "wikigold": ("date", "quantity", "document", "equipment"),
    "wnut": ("date", "quantity", "nationality", "document", "equipment", *BODIES),
    "crossner": ("date", "quantity", "nationality", "document", "equipment"),
    "re3d": ("quantity", "document", "equipment"),
}  # fmt: skip
_TITLES = frozenset(
    """mr mrs ms dr prof sir president vice prime minister chancellor king queen prince princess pope general colonel
    captain lieutenant sergeant major admiral secretary senator governor mayor ambassador judge justice sheikh shaikh
    foreign interior defense defence chief former spokesman spokeswoman leader of state deputy opposition rebel .
    ayatollah representative congressman sen rep gov gen lt col""".split()
)


def rows(path: Path) -> list[dict]:  # type: ignore[type-arg]  # as the files are
    """Return the lines of a JSON lines file."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def polnear(tokenizer: Tokenizer, split: str, *, weak: bool = True) -> Iterator[Example]:
    """Yield PolNeAR's articles: outermost attributions, each with source, cue and content; nothing of relays."""
    for row in rows(SHARED / "polnear" / f"{split}.jsonl"):
        yield polnear_example(tokenizer, row, weak=weak)


def polnear_example(tokenizer: Tokenizer, row: dict, *, weak: bool = True) -> Example:  # type: ignore[type-arg]  # as the file is
    """Return one article with its attributions and the manner that the tables give to their cues."""
    text = row["text"]
    pieces, tokens = cut_pieces(tokenizer, text), read_tokens(text)
    cues, inner = only(CUE_TAGS, len(pieces)), only(CUE_TAGS, len(pieces))
    roles = []
    for item in row["attributions"]:
        sources, cue, contents = ([tuple(span) for span in item[part]] for part in ("source", "cue", "content"))
        if not cue:
            continue
        whole = (cue[0][0], cue[-1][1])
        found = role(pieces, whole, sources, contents)
        if found is None:
            continue
        put(cues, CUE_TAGS, (found.low, found.high), ("",))
        for span in contents:
            # What is said inside a content is not annotated, so it may hold attributions of its own.
            inner[slice(*words_of(pieces, span))] = True
        if weak:
            found.act, found.certainty, found.polarity = weak_manner(tokens, whole, contents)
        found.weight = 0.5
        roles.append(found)
    return Example("polnear", pieces, cues=cues, inner=inner, roles=roles)


def names(tokenizer: Tokenizer, corpus: str, file: str, *, weak: bool = True) -> Iterator[Example]:
    """Yield the sentences or documents of a corpus of names, in our kinds and, where it has a head, in its own."""
    for row in rows(SHARED / "entities" / f"{file}.jsonl"):
        if not is_free(row):
            continue
        yield names_example(tokenizer, corpus, row, weak=weak)


def names_example(tokenizer: Tokenizer, corpus: str, row: dict, *, weak: bool = True) -> Example:  # type: ignore[type-arg]  # as the file is
    """Return one text with its names."""
    text = row["text"]
    pieces = cut_pieces(tokenizer, text)
    allowed = only(NAME_TAGS, len(pieces))
    open_kinds(allowed, OPEN[corpus])
    own = np.zeros(len(pieces), np.int64)
    labels = CORPUS_LABELS.get(corpus, ())
    for span in sorted(row["spans"], key=lambda s: s["start"] - s["end"]):
        low, high = words_of(pieces, (span["start"], span["end"]))
        if low >= high:
            continue
        _own_label(own, labels, span["label"], (low, high))
        _our_label(allowed, corpus, span["label"], (pieces, text), (low, high), weak=weak)
    return Example(corpus, pieces, names=allowed, corpus_names=(corpus, own) if labels else None)


def _own_label(own: "np.ndarray", labels: tuple[str, ...], label: str, place: Span) -> None:  # type: ignore[type-arg]
    if label in labels:
        low, high = place
        own[low:high] = 2 + 2 * labels.index(label)
        own[low] = 1 + 2 * labels.index(label)


def _our_label(  # type: ignore[type-arg]  # see rows
    allowed: "np.ndarray", corpus: str, label: str, where: tuple[Pieces, str], place: Span, *, weak: bool
) -> None:
    """Put a corpus's label in our kinds, at our edges: no title before a person, no article, no pronoun."""
    low, high = place
    pieces, text = where
    kinds = KINDS[corpus].get(label, ())
    words = [text[pieces.starts[i] : pieces.ends[i]] for i in range(low, high)]
    if not kinds or (label == "tim" and not any(w[0].isupper() or w[0].isdigit() for w in words)):
        allowed[low:high] = True
        return
    while low < high and words[0].lower() in ("the", "a", "an"):
        allowed[low] = True
        low, words = low + 1, words[1:]
    if kinds == ("person",):
        while len(words) > 1 and words[0].lower() in _TITLES:
            allowed[low] = only(NAME_TAGS, 1)[0]
            low, words = low + 1, words[1:]
        if len(words) == 1 and words[0].lower() in _TITLES:
            allowed[low:high] = True
            return
    if not words or (corpus == "re3d" and not any(w[0].isupper() or w[0].isdigit() for w in words[-1:])):
        allowed[low:high] = True
        return
    put(allowed, NAME_TAGS, (low, high), narrowed(kinds, " ".join(words)) if weak else kinds)


def factuality(tokenizer: Tokenizer, split: str = "train") -> Iterator[Example]:
    """Yield UDS-IH2's sentences: how surely each predicate is presented as having happened, from -3 to 3."""
    for row in rows(SHARED / "certainty" / f"fact_uds_ih2_{split}.jsonl"):
        pieces = cut_pieces(tokenizer, row["text"])
        values = []
        for span in row["spans"]:
            low, high = words_of(pieces, (span["start"], span["end"]))
            if low < high:
                values.append((high - 1, float(span["value"])))
        if values:
            yield Example("uds", pieces, factuality=values)
