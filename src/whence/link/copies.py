"""Which passages stand word for word in two reports, and which of the two had them first?

Hashed word trigrams in an inverted index find where two reports meet; runs of meetings on one diagonal are extended
word by word on both sides and joined over small gaps. Measured before: this beats every MinHash setting tried.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

import numpy as np
from numpy.typing import NDArray

from whence.link.copy_candidates import CopyIndex, join_candidates
from whence.link.options import LinkOptions
from whence.model.report import Passage, Report
from whence.model.spans import Span, Spans
from whence.model.story import CopiedPassage
from whence.text.quotes import find_quotes
from whence.text.words import Words, find_words, hash_trigrams, hash_words

Numbers = NDArray[np.int64]

# Share of a passage's words that must lie inside quote marks, on both sides, for it to count as a shared quotation: a
# short "she said" between two halves of a quotation does not make it copying.
QUOTED_SHARE = 0.8


@dataclass(frozen=True, slots=True)
class _Corpus:
    """The words of all reports in one row: their hashes, where each report starts, and which words are quoted."""

    words: tuple[Words, ...]
    hashes: NDArray[np.uint64]
    first: Numbers
    is_quoted: tuple[NDArray[np.bool_], ...]
    is_furniture: NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class _Runs:
    """Stretches of equal words: report `a` from word `start_a`, report `b` from `start_b`, `length` words each."""

    a: Numbers
    b: Numbers
    start_a: Numbers
    start_b: Numbers
    length: Numbers

    def take(self, which: NDArray[np.bool_] | Numbers) -> "_Runs":
        return _Runs(self.a[which], self.b[which], self.start_a[which], self.start_b[which], self.length[which])


def find_copies(
    reports: Sequence[Report], *, boilerplate: Mapping[str, Spans], options: LinkOptions
) -> list[CopiedPassage]:
    """Return the passages that any two reports share, boilerplate left out; the order of the reports does not matter.

    Memory is bounded: a trigram in many reports pairs each with the next few only, so of many copies of one wire text
    not every pair is returned, but every copy is tied to others. Of very many reports only those are compared that
    share sampled trigrams (`copy_candidates.py`), so many at a time.
    """
    reports = sorted(reports, key=lambda report: report.id)
    if len(reports) <= options.copies_at_once:
        return _find(reports, boilerplate, options)
    blocks = _cut_blocks(reports, options)
    return [copy for block in blocks for copy in _find(block, boilerplate, options)]


def _cut_blocks(reports: Sequence[Report], options: LinkOptions) -> Iterator[list[Report]]:
    """Yield the reports that may share passages, at most so many at a time: what hangs together, by time."""
    index = CopyIndex(options)
    index.add(report.text for report in reports)
    label = join_candidates(index.pairs(), len(reports))
    is_alone = np.bincount(label, minlength=len(reports))[label] < 2
    ordered = sorted(np.flatnonzero(~is_alone).tolist(), key=lambda n: (int(label[n]), _time_of(reports[n]), n))
    block: list[Report] = []
    for _, members in groupby(ordered, key=lambda n: int(label[n])):
        held = [reports[n] for n in members]
        if block and len(block) + len(held) > options.copies_at_once:
            yield block
            block = []
        block += held
        while len(block) > options.copies_at_once:
            yield block[: options.copies_at_once]
            block = block[options.copies_at_once :]
    if block:
        yield block


def _time_of(report: Report) -> float:
    return 0.0 if report.published is None else report.published.earliest().timestamp()


def _find(reports: Sequence[Report], boilerplate: Mapping[str, Spans], options: LinkOptions) -> list[CopiedPassage]:
    if len(reports) < 2:
        return []
    corpus = _read_corpus(reports, boilerplate)
    runs = _find_runs(corpus, options)
    return [
        _make_passage(reports, corpus, a, b, pieces)
        for a, b, pieces in _join_runs(runs, options)
        if pieces[:, 2].sum() >= options.passage_words
    ]


def _read_corpus(reports: Sequence[Report], boilerplate: Mapping[str, Spans]) -> _Corpus:
    words = tuple(find_words(report.text) for report in reports)
    lengths = np.array([len(found) for found in words], np.int64)
    first = np.concatenate(([0], np.cumsum(lengths)))
    is_furniture = np.zeros(first[-1], np.bool_)
    for place, report in enumerate(reports):
        for span in boilerplate.get(report.id, ()):
            at = np.searchsorted(words[place].starts, (span.start, span.end)) + first[place]
            is_furniture[at[0] : at[1]] = True
    hashes = hash_words(tuple(form for found in words for form in found.forms))
    is_quoted = tuple(_mark_quoted(report.text, found) for report, found in zip(reports, words, strict=True))
    return _Corpus(words, hashes, first, is_quoted, is_furniture)


def _mark_quoted(text: str, words: Words) -> NDArray[np.bool_]:
    """Tell of each word whether it stands inside quote marks."""
    is_quoted = np.zeros(len(words), np.bool_)
    for quote in find_quotes(text):
        first, last = np.searchsorted(words.starts, quote.span)
        is_quoted[first:last] = True
    return is_quoted


def _find_runs(corpus: _Corpus, options: LinkOptions) -> _Runs:
    """Return the maximal stretches of three or more equal words of any two reports that the index brings together."""
    meetings = list(_find_meetings(corpus, options))
    place_a = np.concatenate([first for first, _ in meetings] or [np.zeros(0, np.int64)])
    place_b = np.concatenate([second for _, second in meetings] or [np.zeros(0, np.int64)])
    # Places on one diagonal belong to one pair of reports, for places are numbered through the whole corpus.
    report_a = np.searchsorted(corpus.first, place_a, side="right") - 1
    report_b = np.searchsorted(corpus.first, place_b, side="right") - 1
    order = np.lexsort((place_a, place_b - place_a, report_b, report_a))
    place_a, place_b, report_a, report_b = place_a[order], place_b[order], report_a[order], report_b[order]
    diagonal = place_b - place_a
    is_new = np.ones(len(place_a), np.bool_)
    is_new[1:] = (np.diff(diagonal) != 0) | (np.diff(report_a) != 0) | (np.diff(place_a) > 1)
    starts = np.flatnonzero(is_new)
    lengths = np.diff(np.append(starts, len(place_a))) + 2
    runs = _Runs(report_a[starts], report_b[starts], place_a[starts], place_b[starts], lengths)
    return _extend(runs, corpus)


def _find_meetings(corpus: _Corpus, options: LinkOptions) -> Iterator[tuple[Numbers, Numbers]]:
    """Yield places (in the whole corpus) of equal trigrams in two reports, the earlier report's first."""
    hashes, places = _index_trigrams(corpus)
    starts = np.flatnonzero(np.append(True, hashes[1:] != hashes[:-1])) if len(hashes) else np.zeros(0, np.int64)
    sizes = np.diff(np.append(starts, len(hashes)))
    size_here = np.repeat(sizes, sizes)
    left_here = np.repeat(starts + sizes, sizes) - np.arange(len(hashes))
    few = size_here <= options.trigram_reports
    for lag in range(1, options.trigram_reports):
        reach = (left_here > lag) & (few | (lag <= options.trigram_neighbours))
        at = np.flatnonzero(reach)
        if len(at) == 0:
            return
        yield places[at], places[at + lag]


def _index_trigrams(corpus: _Corpus) -> tuple[NDArray[np.uint64], Numbers]:
    """Return the trigrams that stand in several reports, sorted, with one place a report: the first there."""
    hashes = hash_trigrams(corpus.hashes)
    if len(hashes) == 0:
        return hashes, np.zeros(0, np.int64)
    report = np.repeat(np.arange(len(corpus.words)), np.diff(corpus.first))
    inside = report[:-2] == report[2:]
    clear = ~(corpus.is_furniture[:-2] | corpus.is_furniture[1:-1] | corpus.is_furniture[2:])
    places = np.flatnonzero(inside & clear)
    if len(places) == 0:
        return hashes[:0], places
    hashes = hashes[places]
    order = np.argsort(hashes, kind="stable")
    hashes, places = hashes[order], places[order]
    reports = report[places]
    keep = np.ones(len(hashes), np.bool_)
    keep[1:] = (hashes[1:] != hashes[:-1]) | (reports[1:] != reports[:-1])
    hashes, places = hashes[keep], places[keep]
    same = hashes[1:] == hashes[:-1]
    shared = np.append(False, same) | np.append(same, False)
    return hashes[shared], places[shared]


def _extend(runs: _Runs, corpus: _Corpus) -> _Runs:
    """Return the runs grown to both sides as far as the words are equal, each stretch once."""
    start_a, start_b, length = runs.start_a.copy(), runs.start_b.copy(), runs.length.copy()
    end_of_a, end_of_b = corpus.first[runs.a + 1], corpus.first[runs.b + 1]
    growing = np.arange(len(length))
    while len(growing):
        after_a, after_b = start_a[growing] + length[growing], start_b[growing] + length[growing]
        inside = (after_a < end_of_a[growing]) & (after_b < end_of_b[growing])
        growing, after_a, after_b = growing[inside], after_a[inside], after_b[inside]
        equal = _are_equal(corpus, after_a, after_b)
        growing = growing[equal]
        length[growing] += 1
    growing = np.arange(len(length))
    while len(growing):
        inside = (start_a[growing] > corpus.first[runs.a[growing]]) & (start_b[growing] > corpus.first[runs.b[growing]])
        growing = growing[inside]
        growing = growing[_are_equal(corpus, start_a[growing] - 1, start_b[growing] - 1)]
        start_a[growing] -= 1
        start_b[growing] -= 1
        length[growing] += 1
    grown = np.stack((runs.a, runs.b, start_a, start_b, length), axis=1)
    unique = np.unique(grown, axis=0) if len(grown) else grown
    return _Runs(*unique.T)


def _are_equal(corpus: _Corpus, place_a: Numbers, place_b: Numbers) -> NDArray[np.bool_]:
    """Tell of each two places whether the same word stands there and neither is boilerplate."""
    furniture = corpus.is_furniture[place_a] | corpus.is_furniture[place_b]
    equal: NDArray[np.bool_] = (corpus.hashes[place_a] == corpus.hashes[place_b]) & ~furniture
    return equal


def _join_runs(runs: _Runs, options: LinkOptions) -> Iterator[tuple[int, int, Numbers]]:
    """Yield, for each two reports, runs joined over small gaps: rows of (start in a, start in b, length)."""
    order = np.lexsort((runs.start_b, runs.start_a, runs.b, runs.a))
    runs = runs.take(order)
    if len(runs.a) == 0:
        return
    gap_a = runs.start_a[1:] - (runs.start_a[:-1] + runs.length[:-1])
    gap_b = runs.start_b[1:] - (runs.start_b[:-1] + runs.length[:-1])
    one_pair = (runs.a[1:] == runs.a[:-1]) & (runs.b[1:] == runs.b[:-1])
    near = (gap_a >= 0) & (gap_b >= 0) & (gap_a <= options.gap_words) & (gap_b <= options.gap_words)
    breaks = np.flatnonzero(np.append(True, ~(one_pair & near)))
    rows = np.stack((runs.start_a, runs.start_b, runs.length), axis=1)
    totals = np.add.reduceat(runs.length, breaks)
    ends = np.append(breaks[1:], len(rows))
    for start, end in zip(breaks[totals >= options.passage_words], ends[totals >= options.passage_words], strict=True):
        yield int(runs.a[start]), int(runs.b[start]), rows[start:end]


def _make_passage(reports: Sequence[Report], corpus: _Corpus, a: int, b: int, pieces: Numbers) -> CopiedPassage:
    """Return the passage from the first joined run to the last, on both sides."""
    first_a, first_b = int(pieces[0, 0] - corpus.first[a]), int(pieces[0, 1] - corpus.first[b])
    last_a = int(pieces[-1, 0] + pieces[-1, 2] - corpus.first[a])
    last_b = int(pieces[-1, 1] + pieces[-1, 2] - corpus.first[b])
    is_quotation = _is_quoted(corpus, a, first_a, last_a) and _is_quoted(corpus, b, first_b, last_b)
    side_a = Passage(reports[a].id, _span(corpus.words[a], first_a, last_a))
    side_b = Passage(reports[b].id, _span(corpus.words[b], first_b, last_b))
    is_b_later = not _came_before(reports[b], reports[a])
    words_of_later = last_b - first_b if is_b_later else last_a - first_a
    shared = int(np.maximum(pieces[:, 2] - 2, 0).sum())
    verbatim = min(1.0, shared / max(1, words_of_later - 2))
    earlier, later = (side_a, side_b) if is_b_later else (side_b, side_a)
    return CopiedPassage(earlier, later, verbatim, is_quotation)


def _is_quoted(corpus: _Corpus, report: int, first: int, last: int) -> bool:
    return bool(corpus.is_quoted[report][first:last].mean() >= QUOTED_SHARE)


def _span(words: Words, first: int, last: int) -> Span:
    return Span(int(words.starts[first]), int(words.ends[last - 1]))


def _came_before(one: Report, other: Report) -> bool:
    """Tell whether a report surely came before another; times that may overlap say nothing, then their ids decide."""
    if one.published is None or other.published is None:
        return False
    return one.published.latest() < other.published.earliest()
