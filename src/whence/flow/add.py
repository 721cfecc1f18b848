"""How do new reports join a case that was traced already, without the rest being traced again?

Each is looked up by its telling words. The stories that it is near to are grouped anew with it, by the same rules as in
a trace; of these only the ones that it comes into change, and only what changes is weighed. So the order in which
reports arrive matters little, and the next whole trace writes down what it groups otherwise.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from whence.flow.plan import run_plan
from whence.flow.trace import AFTER_STORIES, TraceEngines, TraceOptions, Workings, story_of
from whence.flow.understanding import understand_all
from whence.link.boilerplate import find_boilerplate
from whence.link.copies import find_copies
from whence.link.entity_arrivals import choose_near, keys_of, place_arrivals
from whence.link.entity_pairs import Compared
from whence.link.options import LinkOptions
from whence.link.stories import group_stories, make_story
from whence.link.story_changes import find_changes
from whence.link.wording import WordCounts, heaviest_words, list_words
from whence.model.judgement import in_force
from whence.model.report import Report
from whence.model.stemma import Trace
from whence.model.story import Story, StoryChange
from whence.ports import Case, Clock, Progress, StoryIndex

# Reports of an outlet that are looked at for what it prints under each.
_OF_OUTLET = 30
# Reports that are put into the index in one unit of work when a case gets one.
_INDEXED_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class Added:
    """What new reports came to: a trace of the stories that they changed, the changes, and what waits.

    `waiting` are newer versions of reports that were traced: only a whole trace takes those in.
    """

    trace: Trace
    changes: tuple[StoryChange, ...]
    new: tuple[str, ...]
    waiting: tuple[str, ...]


def add_reports(
    case: Case, *, engines: TraceEngines, options: TraceOptions, progress: Progress, clock: Clock
) -> Added | None:
    """Take in the reports that the case holds and its newest trace does not; None where there was no trace yet."""
    traced = case.findings.traced()
    head = case.findings.stories_with(())
    if head is None:
        return None
    ids = [report for report in case.reports.ids() if report not in traced]
    waiting = tuple(report for report in ids if len(case.reports.versions(report)) > 1)
    new = [report for report in case.reports.held(ids).values() if report.id not in waiting]
    with case.unit():
        fill_index(case, sorted(traced), options.link, progress)
        near = _look_up(new, case.story_index, options.link)
        around = _stories_near(case, near, most=options.link.most_regrouped)
        workings = _regroup([*around.reports, *new], case, engines, options, progress)
        before = {story.story.id: story.story.reports for story in around.stories}
        workings.stories = _only_where(workings, {report.id for report in new}, [s.story for s in around.stories])
        changes = find_changes(before, {story.id: story.reports for story in workings.stories})
        workings.stories = [story for story in workings.stories if story.id not in before]
        fresh = _weigh(workings, head)
        if fresh.stories:
            case.findings.keep_stories(fresh, clock.now())
        _place_entities(workings, {report.id for report in new})
        case.story_index.log(changes, clock.now())
    return Added(fresh, tuple(changes), tuple(report.id for report in new), waiting)


def fill_index(case: Case, reports: Sequence[str], options: LinkOptions, progress: Progress) -> None:
    """Put the reports of a case that are not in its index of stories into it."""
    missing = case.story_index.missing(reports)
    batches = [missing[start : start + _INDEXED_AT_ONCE] for start in range(0, len(missing), _INDEXED_AT_ONCE)]
    for batch in progress.advance("indexing reports", batches) if missing else ():
        for report in case.reports.held(batch).values():
            _put(report, case.story_index, options)


def _put(report: Report, index: StoryIndex, options: LinkOptions) -> list[str]:
    """Put a report into the index and return the words that it is looked up by."""
    words = list_words(report)
    heaviest = heaviest_words(report, options, WordCounts(*index.count(words)))
    index.add(report.id, heaviest, words, _day(report))
    return heaviest


def _look_up(new: Sequence[Report], index: StoryIndex, options: LinkOptions) -> Counter[str]:
    """Return the reports that are near to any of the new ones, with to how many, and put these into the index."""
    found = Counter[str]()
    for report in new:
        heaviest = _put(report, index, options)
        found.update(
            index.near(
                heaviest,
                _day(report),
                within=options.near_days,
                most_holders=options.word_reports,
                limit=options.near_reports,
            )
        )
    return found


def _stories_near(case: Case, near: Counter[str], *, most: int) -> Trace:
    """Return the stories of those reports; where they are too large to be grouped anew, the nearest of them."""
    found = case.findings.stories_with(near)
    assert found is not None  # noqa: S101 - the caller has seen that there is a trace
    hits = {story.story.id: sum(near[report] for report in story.story.reports) for story in found.stories}
    kept, size = set[str](), 0
    for story in sorted(found.stories, key=lambda story: (-hits[story.story.id], story.story.id)):
        size += len(story.story.reports)
        if size <= most:
            kept.add(story.story.id)
    inside = {report for story in found.stories if story.story.id in kept for report in story.story.reports}
    return Trace(
        made_by=found.made_by,
        reports=tuple(report for report in found.reports if report.id in inside),
        versions=(),
        stories=tuple(story for story in found.stories if story.story.id in kept),
        claims=(),
        edges=(),
        voices=(),
        not_understood=(),
        failed=(),
    )


def _regroup(
    reports: Sequence[Report], case: Case, engines: TraceEngines, options: TraceOptions, progress: Progress
) -> Workings:
    """Return the workings of a trace of these reports up to their stories."""
    workings = Workings(
        case=case,
        encoder=engines.encoder,
        passages=engines.passages,
        finder=engines.finder,
        gazetteer=engines.gazetteer,
        progress=progress,
        options=options,
    )
    workings.reports = {report.id: report for report in reports}
    workings.judged = in_force(case.judgements.all())
    outlets = sorted({report.outlet for report in reports if report.outlet})
    beside = {report.id: report for outlet in outlets for report in case.reports.of_outlet(outlet, _OF_OUTLET)}
    furniture = find_boilerplate(list((beside | workings.reports).values()), options=options.link)
    workings.boilerplate = {report: furniture[report] for report in workings.reports}
    workings.copies = find_copies(reports, boilerplate=workings.boilerplate, options=options.link)
    words = frozenset().union(*(list_words(report) for report in reports))
    workings.stories = group_stories(
        reports,
        copies=workings.copies,
        encoder=engines.encoder,
        options=options.link,
        judgements=workings.judged.of("reports"),
        known=WordCounts(*case.story_index.count(words)),
    )
    return workings


def _only_where(workings: Workings, new: set[str], before: Sequence[Story]) -> list[Story]:
    """Return the stories with those changes alone that new reports make; others stay as they were.

    What is left of a story of which some reports go with a new one falls as it was grouped anew.
    """
    taken = [story for story in workings.stories if new & set(story.reports)]
    moved = {report for story in taken for report in story.reports}
    touched = [story for story in before if moved & set(story.reports)]
    left = {report for story in touched for report in story.reports} - moved
    rest = [[workings.reports[report] for report in story.reports if report in left] for story in workings.stories]
    stays = [story for story in before if not moved & set(story.reports)]
    return [*taken, *(make_story(reports) for reports in rest if reports), *stays]


def _weigh(workings: Workings, head: Trace) -> Trace:
    """Return the trace of the stories that changed."""
    held = [workings.reports[report] for report in _reports_of(workings.stories)]
    workings.reports = {report.id: report for report in held}
    workings.understandings = understand_all(
        held,
        case=workings.case,
        finder=workings.finder,
        gazetteer=workings.gazetteer,
        options=workings.options.understand,
        batch=workings.options.batch,
        progress=workings.progress,
    )
    run_plan(AFTER_STORIES, workings)
    return workings.as_trace(made_by=head.made_by, versions=(), failed=())


def _place_entities(workings: Workings, new: set[str]) -> None:
    """Take the things of the new reports as entities of the case; only those with like names are looked at."""
    arrived = [Compared(occurrence) for occurrence in workings.occurrences if occurrence.report in new]
    stories, entities = story_of(workings.stories), workings.case.entities
    holders = entities.holders(keys_of(arrived), most=workings.options.link.most_name_holders)
    near = entities.held(choose_near(arrived, holders, story_of=stories))
    held, decisions = place_arrivals(arrived, near, story_of=stories)
    entities.put(held, decisions, anew=False)


def _reports_of(stories: Sequence[Story]) -> list[str]:
    return [report for story in stories for report in story.reports]


def _day(report: Report) -> float | None:
    return None if report.published is None else report.published.earliest().timestamp() / 86400
