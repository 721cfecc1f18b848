"""Are names scored on the texts that training never sees, and in labels that mean the same?"""

import math
from pathlib import Path

import numpy as np
import pytest

from benchmarks.datasets import names
from benchmarks.datasets.names import CORPORA, CORPUS_LABELS, DEPTHS, Corpus, Row, head_shape
from benchmarks.datasets.written import WrittenNames
from benchmarks.shared import scorer
from benchmarks.tasks.names import CorpusReader, gold_row, in_shared_labels
from tests.shared import needs_shared
from whence.engines.tagger import OnnxTagger
from whence.model.pieces import Floats, Pieces
from whence.understand.tags import NAME_KINDS

# Texts that are held out of each corpus.
HELD_OUT = {"re3d": 18, "GMB": 2378, "UNER-EWT": 650, "WNUT-17": 1009, "CrossNER politics": 541}


class WordTagger:
    """A tagger of words between spaces, with the labels that it is given in a row."""

    def __init__(self, *labels: int) -> None:
        self._labels = labels

    def pieces(self, text: str) -> Pieces:
        """Return one piece a word."""
        words = text.split(" ")
        ends = np.cumsum([len(word) + 1 for word in words]) - 1
        starts = ends - [len(word) for word in words]
        count = np.arange(len(words) + 1)
        return Pieces(count[:-1], count, starts, ends, np.zeros(len(words), np.int64))

    def corpus_names(self, pieces: Pieces, low: int, high: int, corpus: str) -> Floats:  # noqa: ARG002 - the port's
        """Return scores that are highest for the given labels."""
        return np.eye(head_shape(corpus)[1], dtype=np.float32)[list(self._labels[low:high])]


def lines(rows: list[Row]) -> str:
    return "".join(f'{{"id": "{row["id"]}", "licence": "{row["licence"]}"}}\n' for row in rows)


def test_every_fifth_document_is_held_out_and_none_for_non_commercial_use_is_in_either_part(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "re3d.jsonl"
    file.write_text(lines([{"id": n, "licence": "CC-BY-NC-3.0" if n == 2 else "OGL-3.0"} for n in range(12)]), "utf-8")
    monkeypatch.setattr(names, "RE3D", file)
    held_out, others = (names.re3d_documents(held_out=part) for part in (True, False))
    assert [row["id"] for row in held_out] == ["5", "10"]
    assert [row["id"] for row in others] == ["0", "1", "3", "4", "6", "7", "8", "9", "11"]


def test_every_third_run_of_50_sentences_is_held_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "uner.jsonl"
    file.write_text(lines([{"id": n, "licence": ""} for n in range(310)]), "utf-8")
    monkeypatch.setattr(names, "UNER", file)
    held_out = [int(row["id"]) for row in names.uner_sentences(held_out=True)]
    assert held_out == [*range(100, 150), *range(250, 300)]
    assert len(names.uner_sentences(held_out=False)) == 210


@needs_shared
@pytest.mark.parametrize("corpus", CORPORA, ids=lambda corpus: corpus.name)
def test_a_corpus_has_its_texts_and_every_label_of_its_table(corpus: Corpus) -> None:
    rows = corpus.texts()
    assert len(rows) == len({row["id"] for row in rows}) == HELD_OUT[corpus.name]
    labels = {span["label"] for row in names.read_rows(corpus.file) for span in row["spans"]}
    assert {label for labels in corpus.kinds for label in labels} <= labels
    assert set(CORPUS_LABELS.get(corpus.key, ())) <= labels


@pytest.mark.parametrize("corpus", CORPORA, ids=lambda corpus: corpus.name)
def test_a_kind_stands_for_one_label_only(corpus: Corpus) -> None:
    kinds = [kind for kinds in corpus.kinds.values() for kind in kinds]
    assert len(kinds) == len(set(kinds))
    assert set(kinds) <= set(NAME_KINDS)


def test_labels_that_are_one_to_us_are_written_as_one() -> None:
    corpus = Corpus("c", Path(), list, {("politician", "person"): ("person",), ("country",): ("place",)})
    row = {"id": "1", "spans": [{"start": 0, "end": 1, "label": label} for label in ("person", "politician", "event")]}
    (found,), kinds = in_shared_labels([row], corpus)
    assert [span["label"] for span in found["spans"]] == ["politician, person", "politician, person", "event"]
    assert kinds == {"politician, person": ("person",), "country": ("place",)}


def test_a_written_sentence_is_gold_in_our_kinds() -> None:
    row = gold_row(WrittenNames("wx-1", "Runa Holt", (((0, 9), "person"),), ""))
    assert row["spans"] == [{"start": 0, "end": 9, "label": "person"}]


def test_the_most_likely_labels_of_a_head_become_names() -> None:
    per, org = (1 + 2 * CORPUS_LABELS["uner"].index(label) for label in ("PER", "ORG"))
    found = CorpusReader(WordTagger(per, per + 1, 0, org), "uner").read("Runa Holt of Arvo")
    assert found["entities"] == [
        {"kind": "PER", "occurrences": [[0, 9]]},
        {"kind": "ORG", "occurrences": [[13, 17]]},
    ]


def test_names_in_one_another_are_read_from_rows_of_their_own() -> None:
    class Nested(WordTagger):
        """A tagger that sees a place in an organisation's name, and an organisation in that organisation's."""

        def corpus_names(self, pieces: Pieces, low: int, high: int, corpus: str) -> Floats:
            """Return scores that are highest for one name in three rows: outermost, innermost, and another label's."""
            tags = np.zeros((high - low, head_shape(corpus)[0]), np.int64)
            body, place = (DEPTHS * CORPUS_LABELS[corpus].index(label) for label in ("Organisation", "Location"))
            tags[:, body], tags[1:, body + 1], tags[1:2, place] = [1, 2, 2], [1, 2], [1]
            return np.eye(3, dtype=np.float32)[tags].reshape(len(pieces), -1)

    found = CorpusReader(Nested(), "re3d").read("the Veldia Guard")
    assert found["entities"] == [
        {"kind": "Organisation", "occurrences": [[0, 16]]},
        {"kind": "Organisation", "occurrences": [[4, 16]]},
        {"kind": "Location", "occurrences": [[4, 10]]},
    ]


def test_a_text_without_words_has_no_names() -> None:
    class Silent(WordTagger):
        """A tagger that sees no word."""

        def pieces(self, text: str) -> Pieces:  # noqa: ARG002 - the port's
            """Return none."""
            nothing = np.zeros(0, np.int64)
            return Pieces(nothing, np.zeros(1, np.int64), nothing, nothing, nothing)

    assert CorpusReader(Silent(), "gmb").read("") == {"entities": []}


@needs_shared
def test_what_a_head_finds_is_what_the_shared_scorer_takes() -> None:
    row = gold_row(WrittenNames("1", "Runa Holt of Arvo", (((0, 9), "PER"), ((13, 17), "ORG")), ""))
    found = {"1": CorpusReader(WordTagger(1, 2, 0, 1), "uner").read(row["text"])}
    score = scorer("score_names").score({"1": row}, found, {"PER": ("PER",), "ORG": ("ORG",)})
    assert (score["all"]["f1"], score["PER"]["r"], score["ORG"]["r"]) == (50.0, 100.0, 0.0)


@pytest.mark.slow
def test_the_network_has_a_head_of_the_right_size_for_each_corpus() -> None:
    tagger = OnnxTagger(threads=1)
    pieces = tagger.pieces("Runa Holt of Arvo said so in Veldia. " * 40)
    for corpus in CORPUS_LABELS:
        scores = tagger.corpus_names(pieces, 10, len(pieces), corpus)
        assert scores.shape == (len(pieces) - 10, math.prod(head_shape(corpus)))
