"""How does each annotated corpus of `../shared/data` become examples, and what does it leave unsaid?

No text of these corpora enters the repository; the weights learn from them under the licences that the model card
lists. Whoever trains has `../shared` beside the checkout.
"""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from benchmarks.datasets.names import CORPUS_LABELS, DEPTHS, NESTED, head_shape, is_free
from training.reader.examples import Example, Flags, Span, only, open_kinds, put, role, words_of
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

_PRONOUNS = frozenset("i you he she it we they his her its our their who".split())


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
    places = _places(pieces, row["spans"])
    named = np.zeros(len(pieces), np.bool_)
    for low, high in sorted(places, key=lambda place: place[0] - place[1]):
        # A name inside a name is none to us; inside a description it is.
        if not named[low:high].any():
            named[low:high] = _our_label(allowed, corpus, places[low, high], (pieces, text), (low, high), weak=weak)
    own = _own_labels(corpus, len(pieces), places) if corpus in CORPUS_LABELS else None
    return Example(corpus, pieces, names=allowed, corpus_names=None if own is None else (corpus, own))


def _places(pieces: Pieces, spans: list[dict[str, Any]]) -> dict[Span, list[str]]:
    """Return the labels of each range of words that a span covers whole.

    re3d marks letters across the edges of words too ("st Day" in "latest Day"), which names nothing.
    """
    found: dict[Span, list[str]] = {}
    for span in spans:
        low, high = words_of(pieces, (span["start"], span["end"]))
        if low < high and pieces.starts[low] == span["start"]:
            found.setdefault((low, high), []).append(span["label"])
    return found


def _own_labels(corpus: str, words: int, places: dict[Span, list[str]]) -> NDArray[np.int64]:
    """Return the tags of each word in each row of a corpus's head, as `head_shape` describes them."""
    labels = CORPUS_LABELS[corpus]
    own = np.zeros((words, head_shape(corpus)[0]), np.int64)
    known = [(low, high, label) for (low, high), names in places.items() for label in names if label in labels]
    outermost = sorted(known, key=lambda place: place[0] - place[1])
    if corpus not in NESTED:
        for low, high, label in outermost:
            _tag(own[:, 0], (low, high), labels.index(label))
        return own
    for depth, ordered in enumerate((outermost, sorted(known, key=lambda place: place[1] - place[0]))):
        for low, high, label in ordered:
            _tag(own[:, DEPTHS * labels.index(label) + depth], (low, high), 0)
    return own


def _tag(tags: NDArray[np.int64], place: Span, kind: int) -> None:
    """Mark a range of words as one name, unless some of them are of a name that came before."""
    low, high = place
    if not tags[low:high].any():
        tags[low:high] = 2 + 2 * kind
        tags[low] = 1 + 2 * kind


def _our_label(
    allowed: Flags, corpus: str, labels: list[str], where: tuple[Pieces, str], place: Span, *, weak: bool
) -> bool:
    """Put a corpus's labels in our kinds, at our edges, and tell whether that is a name to us.

    No title before a person, no article, no pronoun, no description ("a commander of the northern corps").
    """
    low, high = place
    pieces, text = where
    kinds = tuple(dict.fromkeys(kind for label in labels for kind in KINDS[corpus].get(label, ())))
    words = [text[pieces.starts[i] : pieces.ends[i]] for i in range(low, high)]
    if not kinds or ("tim" in labels and not any(_is_marked(word) for word in words)):
        allowed[low:high] = True
        return False
    while low < high and words[0].lower() in ("the", "a", "an"):
        allowed[low] = True
        low, words = low + 1, words[1:]
    if kinds == ("person",):
        while len(words) > 1 and words[0].lower() in _TITLES:
            allowed[low] = only(NAME_TAGS, 1)[0]
            low, words = low + 1, words[1:]
        if len(words) == 1 and words[0].lower() in _TITLES:
            allowed[low:high] = True
            return False
    if not words or (corpus in NESTED and _is_description(words)):
        allowed[low:high] = True
        return False
    put(allowed, NAME_TAGS, (low, high), narrowed(kinds, " ".join(words)) if weak else kinds)
    return True


def _is_marked(word: str) -> bool:
    """Tell whether a word has the look of a name or a number."""
    return word[0].isupper() or word[0].isdigit()


def _is_description(words: list[str]) -> bool:
    """Tell whether a phrase refers, describes or lists rather than names.

    That is a pronoun, a common word at either end, or a comma within.

    >>> _is_description(["commander", "of", "Northern", "Corps"]), _is_description(["Northern", "Corps"])
    (True, False)
    """
    return words[0].lower() in _PRONOUNS or not (_is_marked(words[0]) and _is_marked(words[-1])) or "," in words


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
