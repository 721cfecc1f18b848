"""Which reports are on one affair?

Words (names count more), the meaning of title and opening, and time say how alike two reports are; reports are then
grouped by average link, so that no chain of passing mentions draws two affairs together. Copies join at once. Groups
that are one story after all join by how alike they are beside how closely each of them holds together.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from whence.link.copy_bundles import bundle_copies, measure_shared, share_between_bundles
from whence.link.grouping import Pairs, group_by_average
from whence.link.judged import regroup
from whence.link.options import LinkOptions
from whence.link.story_joining import join_groups
from whence.link.wording import WordCounts, compare_wordings, weigh_words
from whence.model.ids import content_id
from whence.model.judgement import Judgement
from whence.model.report import Report
from whence.model.story import CopiedPassage, Story
from whence.ports import Encoder, Vectors


@dataclass(frozen=True, slots=True)
class ComparedReports:
    """Reports by id, the bundles of copies among them (by place), and how alike the bundles are."""

    reports: list[Report]
    bundles: list[list[int]]
    pairs: Pairs

    @property
    def sizes(self) -> list[int]:
        """How many reports each bundle has."""
        return [len(bundle) for bundle in self.bundles]


def group_stories(
    reports: Sequence[Report],
    *,
    copies: Sequence[CopiedPassage],
    encoder: Encoder,
    options: LinkOptions,
    judgements: Sequence[Judgement] = (),
    known: WordCounts | None = None,
) -> list[Story]:
    """Return the stories, the largest first; every report is in exactly one, whatever the order they came in.

    `judgements` about reports win: those judged of one story are in one, those judged not to be are in two. `known`
    says how rare words are in the whole case, where these are only some of its reports.
    """
    if not reports:
        return []
    compared = compare_reports(reports, copies=copies, encoder=encoder, options=options, known=known)
    ordered = compared.reports
    members: dict[int, list[Report]] = defaultdict(list)
    for bundle, group in zip(compared.bundles, group_compared(compared, options), strict=True):
        members[group].extend(ordered[place] for place in bundle)
    held = {report.id: report for report in ordered}
    groups_of_ids = regroup(
        [tuple(report.id for report in group) for group in members.values()],
        judgements,
        lambda report, one, other: _days_between(held, report, one) <= _days_between(held, report, other),
    )
    stories = [make_story([held[report] for report in group]) for group in groups_of_ids]
    return sorted(stories, key=lambda story: (-len(story.reports), story.id))


def compare_reports(
    reports: Sequence[Report],
    *,
    copies: Sequence[CopiedPassage],
    encoder: Encoder,
    options: LinkOptions,
    known: WordCounts | None = None,
) -> ComparedReports:
    """Return which reports are one text, and how alike the others are: in words, names, opening and time."""
    ordered = sorted(reports, key=lambda report: report.id)
    shared = measure_shared(ordered, copies)
    bundles = bundle_copies(ordered, shared, least=options.story_copy_share)
    words = weigh_words([ordered[bundle[0]] for bundle in bundles], options, known)
    vectors = _average(encoder.encode([_opening(report, options) for report in ordered]), bundles)
    pairs = compare_wordings(words, len(bundles), options)
    pairs = _compare(pairs, vectors, [_day_range(ordered, bundle) for bundle in bundles], options)
    return ComparedReports(ordered, bundles, _raise_to(pairs, share_between_bundles(ordered, bundles, shared)))


def group_compared(compared: ComparedReports, options: LinkOptions) -> list[int]:
    """Return the number of the story of each bundle."""
    sizes, pairs = compared.sizes, compared.pairs
    groups = group_by_average(len(sizes), pairs, threshold=options.story_likeness, weights=sizes)
    return _attach_strays(join_groups(groups, sizes, pairs, options), sizes, pairs, options)


def _days_between(reports: Mapping[str, Report], report: str, others: Sequence[str]) -> float:
    """Return how many days lie between a report and the nearest of others; 0 where a time is missing."""
    own = reports[report].published
    times = [moment.earliest() for other in others if (moment := reports[other].published) is not None]
    if own is None or not times:
        return 0.0
    return min(abs((own.earliest() - time).total_seconds()) for time in times) / 86400


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


def _compare(by_words: Pairs, vectors: Vectors, days: Sequence[tuple[float, float]], options: LinkOptions) -> Pairs:
    """Return how alike bundles are that share words: in words and meaning, less what time takes."""
    first, second = by_words.first, by_words.second
    by_meaning = np.maximum(np.einsum("ij,ij->i", vectors[first], vectors[second]).astype(np.float64), 0.0)
    likeness = options.story_word_share * by_words.likeness + (1 - options.story_word_share) * by_meaning
    bounds = np.asarray(days, np.float64).reshape(len(vectors), 2)
    apart = np.maximum(bounds[first, 0] - bounds[second, 1], bounds[second, 0] - bounds[first, 1])
    apart = np.maximum(np.nan_to_num(apart, nan=0.0), 0.0)
    floor = options.story_time_floor
    return Pairs(first, second, likeness * (floor + (1 - floor) * 0.5 ** (apart / options.story_half_days)))


def _raise_to(pairs: Pairs, shares: Mapping[tuple[int, int], float]) -> Pairs:
    """Return the pairs, no two of them less alike than the share of text that they copied."""
    if not shares:
        return pairs
    copied = np.array([(a, b) for a, b in shares], np.int64)
    first, second = np.append(pairs.first, copied[:, 0]), np.append(pairs.second, copied[:, 1])
    likeness = np.append(pairs.likeness, np.fromiter(shares.values(), np.float64))
    order = np.lexsort((likeness, second, first))
    first, second, likeness = first[order], second[order], likeness[order]
    is_last = np.append((first[1:] != first[:-1]) | (second[1:] != second[:-1]), True)
    return Pairs(first[is_last], second[is_last], likeness[is_last])


def make_story(reports: Sequence[Report]) -> Story:
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
