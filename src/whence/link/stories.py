"""Which reports are on one affair?

Words (names count more), the meaning of title and opening, and time say how alike two reports are; reports are then
grouped by average link, so that no chain of passing mentions draws two affairs together. Copies join at once.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from whence.link.grouping import Floats, Numbers, Pairs, group_by_average
from whence.link.options import LinkOptions
from whence.model.ids import content_id
from whence.model.report import Report
from whence.model.statement import Understanding
from whence.model.story import CopiedPassage, Story
from whence.ports import Encoder, Vectors
from whence.text.words import STOP_WORDS, stem

_WORD = re.compile(r"[^\W_]+")


def group_stories(
    reports: Sequence[Report],
    *,
    understandings: Mapping[str, Understanding],  # noqa: ARG001 - for learned readers; words alone are compared here
    copies: Sequence[CopiedPassage],
    encoder: Encoder,
    options: LinkOptions,
) -> list[Story]:
    """Return the stories, the largest first; every report is in exactly one, whatever the order they came in."""
    if not reports:
        return []
    ordered = sorted(reports, key=lambda report: report.id)
    bundles = _bundle_copies(ordered, copies, options)
    words = _weigh_words(ordered, bundles, options)
    vectors = _average(encoder.encode([_opening(report, options) for report in ordered]), bundles)
    pairs = _compare(words, vectors, [_day_range(ordered, bundle) for bundle in bundles], options)
    sizes = [len(bundle) for bundle in bundles]
    groups = group_by_average(len(bundles), pairs, threshold=options.story_likeness, weights=sizes)
    groups = _attach_strays(groups, sizes, pairs, options)
    members: dict[int, list[Report]] = defaultdict(list)
    for bundle, group in zip(bundles, groups, strict=True):
        members[group].extend(ordered[place] for place in bundle)
    stories = [_make_story(group) for group in members.values()]
    return sorted(stories, key=lambda story: (-len(story.reports), story.id))


def _attach_strays(groups: Sequence[int], sizes: Sequence[int], pairs: Pairs, options: LinkOptions) -> list[int]:
    """Return the groups after strays, smaller than a story's core, have joined the story they are clearly nearest to.

    A report that tells its affair from another side shares few words with the others; it still shares them with no
    other story.
    """
    group, count = np.asarray(groups), max(groups) + 1
    size_of = np.bincount(group, sizes, minlength=count)
    mass = pairs.likeness * np.asarray(sizes)[pairs.first] * np.asarray(sizes)[pairs.second]
    sums: dict[int, dict[int, float]] = defaultdict(lambda: defaultdict(float))
    for one, other, value in zip(group[pairs.first].tolist(), group[pairs.second].tolist(), mass.tolist(), strict=True):
        for stray, core in ((one, other), (other, one)):
            if size_of[stray] < options.story_core <= size_of[core]:
                sums[stray][core] += value / (size_of[stray] * size_of[core])
    target = list(range(count))
    for stray, means in sums.items():
        ranked = sorted(((mean, core) for core, mean in means.items()), reverse=True)
        second = ranked[1][0] if len(ranked) > 1 else 0.0
        if ranked[0][0] >= max(options.stray_likeness, options.stray_margin * second):
            target[stray] = ranked[0][1]
    return [target[number] for number in groups]


def _bundle_copies(reports: Sequence[Report], copies: Sequence[CopiedPassage], options: LinkOptions) -> list[list[int]]:
    """Return bundles of reports of which each shares much of its text with another of the bundle."""
    place_of = {report.id: place for place, report in enumerate(reports)}
    shared: dict[tuple[int, int], int] = defaultdict(int)
    for copy in copies:
        if copy.is_quotation or not {copy.earlier.report, copy.later.report} <= place_of.keys():
            continue
        pair = tuple(sorted((place_of[copy.earlier.report], place_of[copy.later.report])))
        shared[pair[0], pair[1]] += min(side.span.end - side.span.start for side in (copy.earlier, copy.later))
    root = list(range(len(reports)))
    for (a, b), length in sorted(shared.items()):
        if length >= options.story_copy_share * min(len(reports[a].text), len(reports[b].text)):
            low, high = sorted((_find(root, a), _find(root, b)))
            root[high] = low
    bundles: dict[int, list[int]] = defaultdict(list)
    for place in range(len(reports)):
        bundles[_find(root, place)].append(place)
    return list(bundles.values())


def _find(root: list[int], place: int) -> int:
    while root[place] != place:
        root[place] = root[root[place]]
        place = root[place]
    return place


@dataclass(frozen=True, slots=True)
class _WeighedWords:
    """The telling words of each bundle: rows (bundle, word, weight), each bundle's weights of length one."""

    bundle: Numbers
    word: Numbers
    weight: Floats


def _weigh_words(reports: Sequence[Report], bundles: Sequence[Sequence[int]], options: LinkOptions) -> _WeighedWords:
    """Return TF-IDF weights of the words of each bundle; words that are mostly capitalised count more."""
    number_of: dict[str, int] = {}
    known: dict[str, int] = {}
    rows = [_number_words(reports[bundle[0]], number_of, known) for bundle in bundles]
    bundle_of = np.repeat(np.arange(len(rows)), [len(row) for row in rows])
    flat = np.concatenate([np.asarray(row, np.int64) for row in rows]) if rows else np.zeros(0, np.int64)
    word, is_capital = np.abs(flat) - 1, flat < 0
    is_name = np.bincount(word[is_capital], minlength=len(number_of)) > 0.5 * np.bincount(
        word, minlength=len(number_of)
    )
    cells, counts = np.unique(bundle_of * max(1, len(number_of)) + word, return_counts=True)
    bundle, word = cells // max(1, len(number_of)), cells % max(1, len(number_of))
    in_bundles = np.bincount(word, minlength=len(number_of))
    rarity = np.log((1 + len(bundles) + options.background_reports) / (1 + in_bundles)) + 1.0
    weight = (1 + np.log(counts)) * rarity[word] * np.where(is_name[word], options.name_weight, 1.0)
    norms = np.sqrt(np.bincount(bundle, weight**2, minlength=len(bundles)))
    return _WeighedWords(bundle, word, weight / np.maximum(norms[bundle], 1e-9))


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


def _opening(report: Report, options: LinkOptions) -> str:
    """Return the title and the first characters of the text: what says most about the affair."""
    return f"{report.title or ''}. {report.text[: options.opening_characters]}".strip(". ")


def _average(vectors: Vectors, bundles: Iterable[Sequence[int]]) -> Vectors:
    """Return one unit vector a bundle."""
    means = np.stack([vectors[list(bundle)].mean(axis=0) for bundle in bundles])
    lengths = np.linalg.norm(means, axis=1, keepdims=True)
    unit: Vectors = (means / np.maximum(lengths, 1e-9)).astype(np.float32)
    return unit


def _day_range(reports: Sequence[Report], bundle: Sequence[int]) -> tuple[float, float]:
    """Return the days (since 1970) from the earliest to the latest that a bundle may have been published."""
    moments = [moment for place in bundle if (moment := reports[place].published) is not None]
    if not moments:
        return float("nan"), float("nan")
    day = 86400.0
    earliest = min(moment.earliest().timestamp() for moment in moments) / day
    return earliest, max(moment.latest().timestamp() for moment in moments) / day


def _compare(
    words: _WeighedWords, vectors: Vectors, days: Sequence[tuple[float, float]], options: LinkOptions
) -> Pairs:
    """Return how alike the pairs of bundles are that share a telling word, or read alike."""
    size = len(vectors)
    first, second, by_words = _compare_words(words, size, options)
    by_meaning = np.einsum("ij,ij->i", vectors[first], vectors[second]).astype(np.float64)
    likeness = options.story_word_share * by_words + (1 - options.story_word_share) * np.maximum(by_meaning, 0.0)
    bounds = np.asarray(days, np.float64).reshape(size, 2)
    apart = np.maximum(bounds[first, 0] - bounds[second, 1], bounds[second, 0] - bounds[first, 1])
    apart = np.maximum(np.nan_to_num(apart, nan=0.0), 0.0)
    likeness = likeness * (
        options.story_time_floor + (1 - options.story_time_floor) * 0.5 ** (apart / options.story_half_days)
    )
    return Pairs(first, second, likeness)


def _compare_words(words: _WeighedWords, size: int, options: LinkOptions) -> tuple[Numbers, Numbers, Floats]:
    """Return the pairs of bundles that share words, with the sum of the products of their weights."""
    order = np.lexsort((words.bundle, words.word))
    bundle, word, weight = words.bundle[order], words.word[order], words.weight[order]
    starts = np.flatnonzero(np.append(True, word[1:] != word[:-1])) if len(word) else np.zeros(0, np.int64)
    sizes = np.diff(np.append(starts, len(word)))
    most = max(options.word_reports, 0)
    keep = np.repeat((sizes > 1) & (sizes <= most), sizes)
    left = (np.repeat(starts + sizes, sizes) - np.arange(len(word)))[keep]
    bundle, weight = bundle[keep], weight[keep]
    keys, values = np.zeros(0, np.int64), np.zeros(0, np.float64)
    for lag in range(1, most):
        at = np.flatnonzero(left > lag)
        if len(at) == 0:
            break
        keys = np.concatenate((keys, bundle[at] * size + bundle[at + lag]))
        values = np.concatenate((values, weight[at] * weight[at + lag]))
        if len(keys) > 4_000_000:
            keys, values = _sum_by_key(keys, values)
    keys, values = _sum_by_key(keys, values)
    return keys // size, keys % size, values


def _sum_by_key(keys: Numbers, values: Floats) -> tuple[Numbers, Floats]:
    unique, inverse = np.unique(keys, return_inverse=True)
    return unique, np.bincount(inverse, values, minlength=len(unique)).astype(np.float64)


def _make_story(reports: Sequence[Report]) -> Story:
    """Return the story of a group: its reports by time as far as known, titled by the first that has a title."""
    by_time = sorted(reports, key=_time_key)
    identity = content_id("s", *sorted(report.id for report in reports))
    title = next((report.title for report in by_time if report.title), by_time[0].text[:80].split("\n")[0])
    why = "reports alike in words, names, opening and time" if len(reports) > 1 else "no other report is on it"
    return Story(identity, tuple(report.id for report in by_time), title, why)


def _time_key(report: Report) -> tuple[int, float, str]:
    if report.published is None:
        return 1, 0.0, report.id
    return 0, report.published.earliest().timestamp(), report.id
