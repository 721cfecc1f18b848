"""In which steps do kept reports become claims with their origins?"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from whence.flow.plan import Step, check_plan, run_plan
from whence.flow.understanding import understand_all
from whence.link.boilerplate import find_boilerplate
from whence.link.claims import group_claims
from whence.link.copies import find_copies
from whence.link.entities import resolve_entities
from whence.link.judged import join_voices
from whence.link.occurrences import find_occurrences
from whence.link.options import LinkOptions
from whence.link.stories import group_stories
from whence.link.voices import VoiceIndex, resolve_voices
from whence.model.entity import CaseEntities, Occurrence
from whence.model.judgement import NOTHING_JUDGED, Judged, in_force
from whence.model.report import Failure, MadeBy, Report
from whence.model.spans import Spans
from whence.model.statement import Understanding
from whence.model.stemma import ReportVersions, Trace, WeighedClaim
from whence.model.story import Claim, CopiedPassage, Story
from whence.ports import Case, Encoder, Finder, Gazetteer, PassageEncoder, Progress
from whence.text.edits import find_edits
from whence.understand.options import UnderstandOptions
from whence.weigh.options import WeighOptions
from whence.weigh.rank import rank_claims
from whence.weigh.weigh import StoryWeight, weigh_story

NO_ENTITIES = CaseEntities(())


@dataclass(frozen=True, slots=True)
class TraceOptions:
    """The options of every stage that a trace goes through, and how many reports make one unit of work."""

    understand: UnderstandOptions
    link: LinkOptions
    weigh: WeighOptions
    batch: int


@dataclass(frozen=True, slots=True)
class TraceEngines:
    """What reads and compares texts: `finder` finds attributions and names, without one the rules read alone.

    `gazetteer` knows where places are; without one no places are listed.
    """

    encoder: Encoder
    passages: PassageEncoder
    finder: Finder | None
    gazetteer: Gazetteer | None = None


@dataclass(slots=True)
class Workings:
    """What the steps of a trace hand on to each other; the plan says who fills which field."""

    case: Case
    encoder: Encoder
    passages: PassageEncoder
    finder: Finder | None
    gazetteer: Gazetteer | None
    progress: Progress
    options: TraceOptions
    reports: dict[str, Report] = field(default_factory=dict)
    understandings: dict[str, Understanding] = field(default_factory=dict)
    boilerplate: dict[str, Spans] = field(default_factory=dict)
    copies: list[CopiedPassage] = field(default_factory=list)
    voices: VoiceIndex | None = None
    stories: list[Story] = field(default_factory=list)
    claims: dict[str, list[Claim]] = field(default_factory=dict)
    weights: list[StoryWeight] = field(default_factory=list)
    ranked: list[WeighedClaim] = field(default_factory=list)
    occurrences: tuple[Occurrence, ...] = ()
    entities: CaseEntities = NO_ENTITIES
    judged: Judged = NOTHING_JUDGED

    def as_trace(self, *, made_by: MadeBy, versions: Sequence[ReportVersions], failed: Sequence[Failure]) -> Trace:
        """Return the trace that all steps came to."""
        reports = tuple(self.reports.values())
        return Trace(
            made_by=made_by,
            reports=reports,
            versions=tuple(versions),
            stories=tuple(weight.story for weight in self.weights),
            claims=tuple(self.ranked),
            edges=tuple(edge for weight in self.weights for edge in weight.edges),
            voices=self.voices.voices if self.voices else (),
            corrections=tuple(row for weight in self.weights for row in weight.corrections),
            not_understood=tuple(report.id for report in reports if not self.understandings[report.id].language_known),
            failed=tuple(failed),
        )


GIVEN = ("case", "encoder", "passages", "finder", "gazetteer", "progress", "options")


def trace_case(
    case: Case,
    *,
    engines: TraceEngines,
    options: TraceOptions,
    progress: Progress,
    made_by: MadeBy,
    failed: Sequence[Failure],
) -> tuple[Trace, dict[str, Understanding], CaseEntities]:
    """Return the trace of every report in the case, what each of them was understood to say, and the entities.

    The trace is not kept here: who opened the case decides.
    """
    workings = Workings(
        case=case,
        encoder=engines.encoder,
        passages=engines.passages,
        finder=engines.finder,
        gazetteer=engines.gazetteer,
        progress=progress,
        options=options,
    )
    check_plan(STEPS, workings=Workings, given=GIVEN)
    run_plan(STEPS, workings)
    versions = _versions(case, tuple(workings.reports.values()))
    trace = workings.as_trace(made_by=made_by, versions=versions, failed=failed)
    return trace, workings.understandings, workings.entities


def _versions(case: Case, reports: Sequence[Report]) -> list[ReportVersions]:
    out: list[ReportVersions] = []
    for report in reports:
        chain = case.reports.versions(report.id)
        if len(chain) > 1:
            edits = find_edits(chain[-2].text, chain[-1].text)
            out.append(ReportVersions(report.id, tuple(earlier.id for earlier in chain[:-1]), edits))
    return out


def _take_reports(workings: Workings) -> None:
    workings.reports = {report.id: report for report in workings.case.reports.current()}


def _take_judgements(workings: Workings) -> None:
    workings.judged = in_force(workings.case.judgements.all())


def _understand(workings: Workings) -> None:
    workings.understandings = understand_all(
        list(workings.reports.values()),
        case=workings.case,
        finder=workings.finder,
        gazetteer=workings.gazetteer,
        options=workings.options.understand,
        batch=workings.options.batch,
        progress=workings.progress,
    )


def _find_boilerplate(workings: Workings) -> None:
    workings.boilerplate = find_boilerplate(list(workings.reports.values()), options=workings.options.link)


def _find_copies(workings: Workings) -> None:
    reports = list(workings.reports.values())
    workings.copies = find_copies(reports, boilerplate=workings.boilerplate, options=workings.options.link)


def _resolve_voices(workings: Workings) -> None:
    found = resolve_voices(list(workings.reports.values()), workings.understandings)
    workings.voices = join_voices(found, workings.judged.of("voices"))


def _group_stories(workings: Workings) -> None:
    workings.stories = group_stories(
        list(workings.reports.values()),
        copies=workings.copies,
        encoder=workings.encoder,
        options=workings.options.link,
        judgements=workings.judged.of("reports"),
    )


def _group_claims(workings: Workings) -> None:
    assert workings.voices is not None  # noqa: S101 - the checked plan has filled it
    for story in workings.progress.advance("comparing statements", workings.stories):
        workings.claims[story.id] = group_claims(
            story,
            reports=workings.reports,
            understandings=workings.understandings,
            voices=workings.voices,
            boilerplate=workings.boilerplate,
            passages=workings.passages,
            options=workings.options.link,
            judgements=workings.judged.of("claims"),
        )


def _weigh(workings: Workings) -> None:
    assert workings.voices is not None  # noqa: S101 - the checked plan has filled it
    for story in workings.progress.advance("weighing origins", workings.stories):
        inside = set(story.reports)
        weight = weigh_story(
            story,
            claims=workings.claims[story.id],
            reports=workings.reports,
            copies=[copy for copy in workings.copies if {copy.earlier.report, copy.later.report} <= inside],
            voices=workings.voices.voices,
            understandings=workings.understandings,
            options=workings.options.weigh,
            judged=workings.judged,
        )
        workings.weights.append(weight)


def _find_occurrences(workings: Workings) -> None:
    assert workings.voices is not None  # noqa: S101 - the checked plan has filled it
    reports = list(workings.reports.values())
    workings.occurrences = find_occurrences(reports, workings.understandings, voices=workings.voices)


def _resolve_entities(workings: Workings) -> None:
    workings.entities = resolve_entities(
        workings.occurrences,
        story_of=story_of(workings.stories),
        judgements=workings.judged.of("entities"),
        options=workings.options.link,
    )


def story_of(stories: Sequence[Story]) -> dict[str, str]:
    """Return the id of each report's story."""
    return {report: story.id for story in stories for report in story.reports}


def _rank(workings: Workings) -> None:
    workings.ranked = rank_claims([claim for weight in workings.weights for claim in weight.claims])


VOICES = Step("resolve voices", ("reports", "understandings", "judged"), ("voices",), _resolve_voices)
OCCURRENCES = Step("find occurrences", ("reports", "understandings", "voices"), ("occurrences",), _find_occurrences)
# What follows once there are stories; also of a few that new reports have changed.
FROM_STORIES: tuple[Step[Workings], ...] = (
    Step(
        "group claims",
        ("stories", "understandings", "voices", "boilerplate", "passages", "judged"),
        ("claims",),
        _group_claims,
    ),
    Step("weigh", ("stories", "claims", "copies", "voices", "understandings", "judged"), ("weights",), _weigh),
    Step("rank", ("weights",), ("ranked",), _rank),
)
AFTER_STORIES = (VOICES, *FROM_STORIES, OCCURRENCES)
STEPS: tuple[Step[Workings], ...] = (
    Step("take reports", ("case",), ("reports",), _take_reports),
    Step("take judgements", ("case",), ("judged",), _take_judgements),
    Step("understand", ("reports", "case", "finder", "gazetteer"), ("understandings",), _understand),
    Step("find boilerplate", ("reports",), ("boilerplate",), _find_boilerplate),
    Step("find copies", ("reports", "boilerplate"), ("copies",), _find_copies),
    VOICES,
    Step("group stories", ("reports", "copies", "encoder", "judged"), ("stories",), _group_stories),
    *FROM_STORIES,
    OCCURRENCES,
    Step("resolve entities", ("occurrences", "stories", "judged"), ("entities",), _resolve_entities),
)
