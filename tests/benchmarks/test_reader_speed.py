"""Is the bare encoder shown the same texts as the reader, and nothing beside them?"""

import numpy as np

from benchmarks.tasks.reader_speed import BATCH, ROOM, encoder_inputs, texts_of
from whence.engines.tagger import BEGIN, END
from whence.model.pieces import LOOKS, Pieces
from whence.model.report import MadeBy, Report


def pieces_of(count: int) -> Pieces:
    """Return words of two pieces each, numbered from 1000."""
    words = np.arange(count // 2)
    return Pieces(np.arange(1000, 1000 + count), np.append(words * 2, count), words, words + 1, words % LOOKS)


def report_of(text: str, title: str | None, *, title_in_text: bool = False) -> Report:
    return Report("r", text, "", "", "text/plain", MadeBy("", "", ""), title=title, title_in_text=title_in_text)


def test_a_title_is_shown_where_the_reader_reads_it() -> None:
    reports = [
        report_of("One.", "First"),
        report_of("Two. More.", "Two.", title_in_text=True),
        report_of("Three.", None),
    ]
    assert list(texts_of(reports)) == ["One.", "First", "Two. More.", "Three."]


def test_every_piece_is_shown_once_with_its_look_in_batches_of_like_length() -> None:
    texts = [pieces_of(2 * ROOM + 10), *[pieces_of(20)] * BATCH, pieces_of(ROOM)]
    inputs = encoder_inputs(texts)
    assert [given["input_ids"].shape for given in inputs] == [(BATCH, 22), (4, ROOM + 2)]
    shown = [
        (row[1:size], seen[1:size])
        for given in inputs
        for row, seen, size in zip(given["input_ids"], given["looks"], given["attention_mask"].sum(1) - 1, strict=True)
    ]
    assert sum(len(ids) for ids, _ in shown) == sum(len(pieces.ids) for pieces in texts)
    assert all((seen == (ids - 1000) // 2 % LOOKS).all() for ids, seen in shown)


def test_a_window_has_its_marks_at_both_ends() -> None:
    (given,) = encoder_inputs([pieces_of(4), pieces_of(2)])
    assert given["input_ids"].tolist() == [[BEGIN, 1000, 1001, END, 0, 0], [BEGIN, 1000, 1001, 1002, 1003, END]]
    assert given["attention_mask"].tolist() == [[1, 1, 1, 1, 0, 0], [1, 1, 1, 1, 1, 1]]
