"""How alike are reports in their words? TF-IDF with names weighed more, compared through an inverted index."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from whence.link.grouping import Floats, Numbers, Pairs
from whence.link.options import LinkOptions
from whence.model.report import Report
from whence.text.words import STOP_WORDS, stem

_WORD = re.compile(r"[^\W_]+")
# Products of weights are added up whenever this many are at hand, about 50 MB; a table of all pairs is kept for up to
# this many reports, 128 MB.
_AT_ONCE = 1_000_000
MOST_IN_TABLE = 4_000


@dataclass(frozen=True, slots=True)
class WeighedWords:
    """The telling words of each report: rows (report, word, weight); each report's weights have length one."""

    report: Numbers
    word: Numbers
    weight: Floats


@dataclass(frozen=True, slots=True)
class WordCounts:
    """In how many of `reports` reports of a case each word stands, for the words that were asked about."""

    reports: int
    counts: Mapping[str, int]


def weigh_words(reports: Sequence[Report], options: LinkOptions, known: WordCounts | None = None) -> WeighedWords:
    """Return TF-IDF weights of the words of titles and texts; words that are mostly capitalised count as names.

    `known` says how rare words are in the whole case, where these are only some of its reports.
    """
    number_of: dict[str, int] = {}
    seen: dict[str, int] = {}
    rows = [_number_words(report, number_of, seen) for report in reports]
    size = max(1, len(number_of))
    flat = np.array([number for row in rows for number in row], np.int64)
    report_of = np.repeat(np.arange(len(rows)), [len(row) for row in rows])
    word, is_capital = np.abs(flat) - 1, flat < 0
    is_name = np.bincount(word[is_capital], minlength=size) > 0.5 * np.bincount(word, minlength=size)
    cells, counts = np.unique(report_of * size + word, return_counts=True)
    report, word = cells // size, cells % size
    total, holders = len(reports), np.bincount(word, minlength=size)
    if known is not None:
        total = max(total, known.reports)
        holders = np.maximum(
            holders, np.fromiter((known.counts.get(w, 0) for w in number_of), np.int64, len(number_of))
        )
    rarity = np.log((1 + total + options.background_reports) / (1 + holders)) + 1.0
    weight = (1 + np.log(counts)) * rarity[word] * np.where(is_name[word], options.name_weight, 1.0)
    norms = np.sqrt(np.bincount(report, weight**2, minlength=len(reports)))
    return WeighedWords(report, word, weight / np.maximum(norms[report], 1e-9))


def list_words(report: Report) -> frozenset[str]:
    """Return the words of a report that are compared, as stems."""
    number_of: dict[str, int] = {}
    _number_words(report, number_of, {})
    return frozenset(number_of)


def heaviest_words(report: Report, options: LinkOptions, known: WordCounts) -> list[str]:
    """Return the words that tell most about a report, the heaviest first: what it is looked up by."""
    number_of: dict[str, int] = {}
    _number_words(report, number_of, {})
    words, found = list(number_of), weigh_words([report], options, known)
    order = np.lexsort((found.word, -found.weight))[: options.indexed_words]
    return [words[number] for number in found.word[order].tolist()]


def compare_wordings(
    words: WeighedWords, size: int, options: LinkOptions, *, most_in_table: int = MOST_IN_TABLE
) -> Pairs:
    """Return the pairs of reports that share words, with the cosine of their weights; very common words left out."""
    order = np.lexsort((words.report, words.word))
    report, word, weight = words.report[order], words.word[order], words.weight[order]
    starts = np.flatnonzero(np.append(True, word[1:] != word[:-1])) if len(word) else np.zeros(0, np.int64)
    sizes = np.diff(np.append(starts, len(word)))
    keep = np.repeat((sizes > 1) & (sizes <= options.word_reports), sizes)
    left = (np.repeat(starts + sizes, sizes) - np.arange(len(word)))[keep]
    report, weight = report[keep], weight[keep]
    sums = _Sums(size, in_table=size <= most_in_table)
    for lag in range(1, options.word_reports):
        at = np.flatnonzero(left > lag)
        if len(at) == 0:
            break
        sums.add(report[at] * size + report[at + lag], weight[at] * weight[at + lag])
    keys, values = sums.total()
    alike = values >= options.least_wording
    return Pairs(keys[alike] // size, keys[alike] % size, values[alike])


def keep_heaviest(words: WeighedWords, most: int) -> WeighedWords:
    """Return the `most` heaviest words of each report: enough for a rough comparison, at a fraction of the time."""
    order = np.lexsort((words.word, -words.weight, words.report))
    report = words.report[order]
    starts = np.flatnonzero(np.append(True, report[1:] != report[:-1])) if len(report) else np.zeros(0, np.int64)
    rank = np.arange(len(report)) - np.repeat(starts, np.diff(np.append(starts, len(report))))
    kept = order[rank < most]
    return WeighedWords(words.report[kept], words.word[kept], words.weight[kept])


def _number_words(report: Report, number_of: dict[str, int], known: dict[str, int]) -> list[int]:
    """Return the numbers of a report's content words, negative where capitalised; the tables grow as words come."""
    found = []
    for raw in _WORD.findall(f"{report.title or ''}\n{report.text}"):
        number = known.get(raw)
        if number is None:
            low = raw.casefold()
            form = stem(low) if len(low) > 1 and low not in STOP_WORDS else ""
            number = number_of.setdefault(form, len(number_of)) + 1 if form else 0
            known[raw] = number = -number if raw[:1].isupper() else number
        if number:
            found.append(number)
    return found


class _Sums:
    """Adds up products by pair: in a table of all pairs where there are few reports, else by sorting now and then."""

    def __init__(self, size: int, *, in_table: bool) -> None:
        self._table = np.zeros(size * size) if in_table else None
        self._keys = [np.zeros(0, np.int64)]
        self._values = [np.zeros(0, np.float64)]
        self._waiting = 0

    def add(self, keys: Numbers, values: Floats) -> None:
        self._keys.append(keys)
        self._values.append(values)
        self._waiting += len(keys)
        if self._waiting > _AT_ONCE:
            self._settle()

    def total(self) -> tuple[Numbers, Floats]:
        """Return the pairs and their sums, by pair."""
        self._settle()
        if self._table is None:
            return self._keys[0], self._values[0]
        found = np.flatnonzero(self._table)
        return found, self._table[found]

    def _settle(self) -> None:
        keys, values = np.concatenate(self._keys), np.concatenate(self._values)
        if self._table is not None:
            self._table += np.bincount(keys, values, minlength=len(self._table))
            self._keys, self._values = [], []
        else:
            unique, inverse = np.unique(keys, return_inverse=True)
            self._keys, self._values = (
                [unique],
                [np.bincount(inverse, values, minlength=len(unique)).astype(np.float64)],
            )
        self._keys, self._values = self._keys or [np.zeros(0, np.int64)], self._values or [np.zeros(0, np.float64)]
        self._waiting = 0
