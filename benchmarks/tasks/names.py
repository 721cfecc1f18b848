"""How many names are found, with the right kind and edges?

Twice. `names` scores what the program prints, in our kinds; corpora mark names differently (GMB's persons have their
titles, re3d marks pronouns and articles), so that a reader of ours cannot reach 100 there. `names-corpus` scores the
heads that learned each corpus's own labels, which the program never asks: how well the network below can tell names.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Protocol

import numpy as np

from benchmarks.datasets.names import CORPORA, CORPUS_LABELS, DEPTHS, NESTED, Corpus, Row, head_shape
from benchmarks.datasets.written import FOLDER, LOCKED, WrittenNames, sentences
from benchmarks.program import read_rows
from benchmarks.shared import digest, scorer
from benchmarks.tasks.measure import Figure, Measured
from whence.engines.tagger import OnnxTagger
from whence.model.pieces import Floats, Pieces
from whence.text.windows import cut_stretches
from whence.understand.decoding import spans_of
from whence.understand.tags import NAME_KINDS

Kinds = Mapping[str, Sequence[str]]


class CorpusTagger(Protocol):
    """What scores words by a corpus's own labels, as `OnnxTagger` does."""

    def pieces(self, text: str) -> Pieces:
        """Return the words and pieces of a text."""

    def corpus_names(self, pieces: Pieces, low: int, high: int, corpus: str) -> Floats:
        """Return the scores of the words `low` to `high`."""


class CorpusReader:
    """Finds names in a corpus's own labels by the most likely tag of each word in each of the head's rows."""

    def __init__(self, tagger: CorpusTagger, corpus: str) -> None:
        self._tagger = tagger
        self._corpus = corpus
        self._rows, self._tags = head_shape(corpus)
        # The labels of which each row has the tags.
        labels = CORPUS_LABELS[corpus]
        self._labels = [(label,) for label in labels for _ in range(DEPTHS)] if corpus in NESTED else [labels]

    def read(self, text: str) -> Row:
        """Return the names of a text as the scorer takes them, the corpus's labels in place of kinds."""
        pieces = self._tagger.pieces(text)
        return {"entities": [entity for low, high in cut_stretches(pieces) for entity in self._read(pieces, low, high)]}

    def _read(self, pieces: Pieces, low: int, high: int) -> Iterable[Row]:
        scores = self._tagger.corpus_names(pieces, low, high, self._corpus)
        tags = np.asarray(scores).reshape(-1, self._rows, self._tags).argmax(2)
        for row, labels in enumerate(self._labels):
            for label, start, end in spans_of(tags[:, row], len(labels)):
                span = [int(pieces.starts[low + start]), int(pieces.ends[low + end - 1])]
                yield {"kind": labels[label], "occurrences": [span]}


def measure_names() -> Measured:
    """Score the names that the program prints: the corpora's texts that are held out, and the locked written ones."""
    figures = [figure for corpus in CORPORA for figure in _printed(corpus)]
    rows = [gold_row(sentence) for sentence in sentences(LOCKED)]
    figures += _figures("written", rows, _read(rows), {kind: (kind,) for kind in NAME_KINDS})
    files = [*(corpus.file for corpus in CORPORA), *FOLDER.glob(f"{LOCKED}/names-*.tsv")]
    return Measured("names", digest(*files), tuple(figures))


def measure_corpus_names() -> Measured:
    """Score the network's heads for the corpora's own labels on the same held-out texts."""
    tagger = OnnxTagger()
    with_head = [corpus for corpus in CORPORA if corpus.key]
    figures: list[Figure] = []
    for corpus in with_head:
        rows, reader = corpus.texts(), CorpusReader(tagger, corpus.key)
        found = {row["id"]: reader.read(row["text"]) for row in rows}
        figures += _figures(corpus.name, rows, found, {label: (label,) for label in CORPUS_LABELS[corpus.key]})
    return Measured("names-corpus", digest(*(corpus.file for corpus in with_head)), tuple(figures))


def gold_row(sentence: WrittenNames) -> Row:
    """Return a written sentence as the scorer takes it."""
    spans = [{"start": start, "end": end, "label": kind} for (start, end), kind in sentence.names]
    return {"id": sentence.id, "text": sentence.text, "spans": spans}


def in_shared_labels(rows: Iterable[Row], corpus: Corpus) -> tuple[list[Row], Kinds]:
    """Return the rows with labels that are one to us written as one, and which of our kinds stand for each.

    The scorer takes each kind of ours for one label only.
    """
    shared = {label: ", ".join(labels) for labels in corpus.kinds for label in labels}
    relabelled = [
        row | {"spans": [span | {"label": shared.get(span["label"], span["label"])} for span in row["spans"]]}
        for row in rows
    ]
    return relabelled, {", ".join(labels): kinds for labels, kinds in corpus.kinds.items()}


def _printed(corpus: Corpus) -> list[Figure]:
    rows, kinds = in_shared_labels(corpus.texts(), corpus)
    return _figures(corpus.name, rows, _read(rows), kinds)


def _read(rows: Sequence[Row]) -> dict[str, Row]:
    return read_rows([{"id": row["id"], "text": row["text"], "language": "en"} for row in rows])


def _figures(name: str, rows: Sequence[Row], found: Mapping[str, Row], kinds: Kinds) -> list[Figure]:
    """Return the shared scorer's figures, without labels that no text has; of the texts they say nothing."""
    scores = scorer("score_names").score({row["id"]: row for row in rows}, found, kinds)
    return [
        Figure(f"{name}: {label} F1", value["f1"], str(value))
        if "f1" in value
        else Figure(f"{name}: {label}", value["r"], f"{len(rows)} texts")
        for label, value in scores.items()
        if value.get("gold", 1)
    ]
