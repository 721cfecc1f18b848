"""How much longer does understanding a report take than the bare encoder over the same texts?

Both in this process, with two threads, one after the other again and again, so that a busy machine slows both. The
reader runs as `trace` runs it. The encoder sees as few and as even windows as can be, without overlap and sorted by
size, and is given both ways to use two threads: in each step of a batch, or for two batches at a time; the quicker
counts.
"""

import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from statistics import median
from typing import Any

import numpy as np

from benchmarks.datasets.newsroom import load_stories
from benchmarks.shared import SHARED, digest
from benchmarks.tasks.measure import Figure, Measured
from whence.engines.tagger import BEGIN, END, WEIGHTS, WORDS_FILE, OnnxTagger
from whence.engines.weight_files import open_session, read_checked
from whence.flow.understanding import in_turn
from whence.model.pieces import LOOKS, Numbers, Pieces
from whence.model.report import Report
from whence.understand.finder import NetworkFinder
from whence.understand.options import UnderstandOptions
from whence.understand.reader import understand
from whence.understand.tokens import read_tokens

STORIES = SHARED / "newsroom"
THREADS, BATCH, TIMES = 2, 8, 5
# Pieces of a window without its end marks.
ROOM = 254

Given = dict[str, Numbers]


def measure_reader_speed() -> Measured:
    """Time the reader and the bare encoder on the newsroom reports, in turns; the ratio is the median of the pairs."""
    reports = [report for story in load_stories(STORIES) for report in story.reports]
    texts = list(texts_of(reports))
    tagger = OnnxTagger(threads=THREADS)
    finder = NetworkFinder(tagger, options=UnderstandOptions())
    inputs = [_embedded(tagger, given) for given in encoder_inputs([tagger.pieces(text) for text in texts])]
    model = read_checked(WEIGHTS, WORDS_FILE)[0]
    in_steps, beside = (open_session(model, threads, WORDS_FILE) for threads in (THREADS, 1))

    def read() -> None:
        for _ in in_turn(reports, lambda report: understand(report, finder=finder), at_once=finder.at_once):
            pass

    def encode_in_steps() -> None:
        for given in inputs:
            in_steps.run(["vectors"], given)

    def encode_beside() -> None:
        with ThreadPoolExecutor(THREADS) as pool:
            list(pool.map(lambda given: beside.run(["vectors"], given), inputs))

    works = (read, encode_in_steps, encode_beside)
    for work in works:
        work()
    rounds = [[_time(work) for work in works] for _ in range(TIMES)]
    pairs = [(reading, min(encodings)) for reading, *encodings in rounds]
    reader, encoder = (median(side) for side in zip(*pairs, strict=True))
    ratios = [one / other for one, other in pairs]
    sentences, words = (sum(counts) for counts in zip(*map(_size, texts), strict=True))
    figures = (
        Figure(
            "time over the bare encoder's", median(ratios), f"{min(ratios):.2f} to {max(ratios):.2f}, {TIMES} pairs"
        ),
        Figure("sentences a second", sentences / reader, f"{sentences} sentences, {reader:.2f} s"),
        Figure("words a second", words / reader, f"{words} words in {len(reports)} reports"),
        Figure("bare encoder's sentences a second", sentences / encoder, f"{encoder:.2f} s"),
    )
    return Measured("reader-speed", digest(*STORIES.glob("*.json")), figures)


def texts_of(reports: Sequence[Report]) -> Iterator[str]:
    """Yield all that the network is shown of the reports: the texts, and titles that are no part of them."""
    for report in reports:
        yield report.text
        if report.title and not report.title_in_text:
            yield report.title


def encoder_inputs(texts: Sequence[Pieces]) -> list[Given]:
    """Return the inputs of the words network for windows without overlap, in batches of like length."""
    windows = sorted((window for pieces in texts for window in _windows(pieces)), key=lambda window: len(window[0]))
    return [_inputs(windows[low : low + BATCH]) for low in range(0, len(windows), BATCH)]


def _embedded(tagger: OnnxTagger, given: Given) -> dict[str, Any]:
    """Return the inputs of one batch with the vocabulary's vectors in place of numbers, as the network takes them."""
    rest = {name: value for name, value in given.items() if name != "input_ids"}
    return {**rest, "embedded": tagger.embed(given["input_ids"])}


def _windows(pieces: Pieces) -> Iterator[tuple[Numbers, Numbers]]:
    """Yield numbers and looks of the pieces of each window."""
    looks = np.repeat(pieces.looks, np.diff(pieces.first))
    for low in range(0, len(pieces.ids), ROOM):
        yield pieces.ids[low : low + ROOM], looks[low : low + ROOM]


def _inputs(batch: Sequence[tuple[Numbers, Numbers]]) -> Given:
    """Return the inputs of one batch; a single word is asked for, so that nothing but the encoder costs time."""
    shape = (len(batch), max(len(ids) for ids, _ in batch) + 2)
    numbers, seen, mask = (np.zeros(shape, np.int64) for _ in range(3))
    for row, (ids, looks) in enumerate(batch):
        size = len(ids) + 2
        numbers[row, :size] = [BEGIN, *ids, END]
        seen[row, :size] = [LOOKS, *looks, LOOKS]
        mask[row, :size] = 1
    return {"input_ids": numbers, "looks": seen, "attention_mask": mask, "first": np.zeros(1, np.int64)}


def _size(text: str) -> tuple[int, int]:
    """Return the sentences and words of a text."""
    return len(read_tokens(text).sentences), len(text.split())


def _time(work: Callable[[], None]) -> float:
    """Return wall seconds."""
    begin = time.perf_counter()
    work()
    return time.perf_counter() - begin
