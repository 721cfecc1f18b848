"""How are the parts wired together? The only place that chooses adapters for the ports."""

import os
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import cached_property
from io import BytesIO, UnsupportedOperation
from itertools import chain
from pathlib import Path
from typing import BinaryIO, TextIO

from whence.engines.addresses import PREFIX as ASKED
from whence.engines.addresses import ModelAddress, parse_address, shown_address
from whence.engines.base_map import NaturalEarthMap
from whence.engines.chat_proposer import ChatProposer
from whence.engines.clock import SystemClock
from whence.engines.encoder import OnnxEncoder
from whence.engines.gazetteer import ShippedGazetteer
from whence.engines.hashed_encoder import HashedEncoder
from whence.engines.kept_encoder import KeptEncoder, KeptPassages
from whence.engines.passages import OnnxPassages, PlainPassages
from whence.engines.spacy_names import PREFIX as PIPELINE
from whence.engines.spacy_names import SpacyNames
from whence.engines.tagger import OnnxTagger
from whence.errors import (
    BadSetting,
    FixUsage,
    NoSuchThing,
    WeightsDamaged,
    WeightsMissing,
    WhenceError,
)
from whence.flow.add import Added, add_reports
from whence.flow.affair import affair_of
from whence.flow.arrivals import find_known, find_rewritten
from whence.flow.gather import STANDARD_INPUT, Counts, Gathered, Skipped, documents, gather
from whence.flow.one_file import read_one_file
from whence.flow.reweigh import reweigh
from whence.flow.trace import TraceEngines, TraceOptions, trace_case
from whence.flow.understanding import in_turn, understand_all
from whence.flow.watching import import_lists, screen_names
from whence.keep.case import open_case
from whence.keep.memory import MemoryCase
from whence.link.entities import decisions_of, group_entities, hold
from whence.link.matching import ClaimMatcher
from whence.link.screening_things import screened_entities
from whence.link.story_changes import find_changes, replay
from whence.model.affair import Affair
from whence.model.entity import CaseEntities
from whence.model.ids import options_digest
from whence.model.judgement import ONE_OF, Judgement, in_force
from whence.model.report import Failure, MadeBy, Notice, Report
from whence.model.statement import Understanding
from whence.model.stemma import Trace, WeighedClaim
from whence.model.values import CopierFindings, RefusedRow
from whence.model.watchlist import ImportedList, ScreenedName, Screening
from whence.ports import BaseMap, Case, Clock, Encoder, Finder, Gazetteer, PassageEncoder, Progress, Tagger
from whence.read.readers import Document
from whence.read.value_table import read_value_table
from whence.registry import Row, Table
from whence.settings import RunOptions, Settings
from whence.understand.finder import NetworkFinder, ProposingFinder
from whence.understand.reader import understand
from whence.version import __version__
from whence.weigh.copiers import find_copiers
from whence.weigh.rank import rank_claims

ENCODERS: Table[Callable[[RunOptions], Encoder]] = Table(
    "run.encoder",
    (
        Row("minilm", lambda options: OnnxEncoder(threads=options.threads), "all-MiniLM-L6-v2, shipped with Whence"),
        Row("hashed", lambda _: HashedEncoder(), "hashed words; needs no weights, finds fewer paraphrases"),
    ),
)

# What reads passages in their reports, beside each of the encoders.
PASSAGES: Table[Callable[[RunOptions, Encoder], PassageEncoder]] = Table(
    "run.encoder",
    (
        Row("minilm", lambda options, _: OnnxPassages(threads=options.threads), "MiniLM tuned on stories, shipped too"),
        Row("hashed", lambda _, encoder: PlainPassages(encoder), "a passage's own words"),
    ),
)

# The values of [reader] that name nobody from elsewhere.
NETWORK, RULES = "network", "rules"


@dataclass(frozen=True, slots=True)
class TraceOutcome:
    """A finished trace, what gathering counted and noted, and what each report was understood to say, by inner id."""

    trace: Trace
    counts: Counts
    understandings: Mapping[str, Understanding]
    notices: tuple[Notice, ...] = ()


@dataclass(frozen=True, slots=True)
class AddOutcome:
    """What new reports came to in a traced case, and what gathering counted."""

    added: Added
    counts: Counts
    notices: tuple[Notice, ...] = ()


@dataclass(frozen=True, slots=True)
class TableOutcome:
    """Who copies in a table of values, which of its rows were refused, and what made it."""

    findings: CopierFindings
    refused: tuple[RefusedRow, ...]
    made_by: MadeBy


class Session:
    """One opened case with its settings and engines; `Session.open` is the way in."""

    def __init__(
        self, settings: Settings, *, case: Case, clock: Clock, progress: Progress, allow_remote: bool = False
    ) -> None:
        self.settings = settings
        self.case = case
        self.clock = clock
        self._progress = progress
        self._allow_remote = allow_remote

    @classmethod
    @contextmanager
    def open(
        cls,
        settings: Settings,
        *,
        case_path: Path | None,
        progress: Progress,
        create: bool = True,
        allow_remote: bool = False,
    ) -> Iterator["Session"]:
        """Open the case at `case_path`, or one in memory where there is none; it is closed at the end.

        `allow_remote`: whether texts may be sent to a server that is not on this computer, where one is set.
        Raises CaseUnusable, and NoSuchThing where it does not exist and `create` is false.
        """
        clock = SystemClock()
        if case_path is None:
            yield cls(settings, case=MemoryCase(), clock=clock, progress=progress, allow_remote=allow_remote)
            return
        with _naming(case_path), open_case(case_path, clock=clock, create=create) as case:
            yield cls(settings, case=case, clock=clock, progress=progress, allow_remote=allow_remote)

    def trace(self, paths: Sequence[str], *, stdin: BinaryIO | None = None) -> TraceOutcome:
        """Read the paths into the case, trace every report in it, and keep the trace.

        With no paths the case is traced again as it is. Raises NothingToRead where the paths led to nothing.
        """
        # Before anything is read: a reader that cannot be opened is said at once.
        engines = self._engines()
        gathered = self._gather(paths, stdin)
        trace, understandings, entities = trace_case(
            self.case,
            engines=engines,
            options=self._options(),
            progress=self._progress,
            made_by=self.made_by(engines),
            failed=gathered.failures,
        )
        trace = replace(trace, remote=_remote_of(understandings.values()))
        with self.case.unit():
            before = replay(self.case.story_index.changes())
            changes = find_changes(before, {story.story.id: story.story.reports for story in trace.stories})
            self.case.story_index.log(changes, self.clock.now())
            self.case.findings.keep_trace(trace, self.clock.now())
            run = [decision for decision in entities.decisions if not decision.who]
            self.case.entities.put(hold(entities.entities), run, anew=True)
        found = (find(gathered.arrivals, trace.reports) for find in (find_known, find_rewritten))
        notices = (*gathered.notices, *chain.from_iterable(found))
        return TraceOutcome(trace, gathered.counts, understandings, notices)

    def add(self, paths: Sequence[str], *, stdin: BinaryIO | None = None) -> AddOutcome:
        """Read the paths into a traced case, and trace only the stories that the new reports change.

        With no paths, what the case holds and was not traced yet is taken in. Raises NoSuchThing where the case was
        never traced, FixUsage where it was traced with other settings, NothingToRead where the paths led to nothing.
        """
        engines = self._engines()
        kept = self.case.findings.stories_with(())
        if kept is None:
            raise NoSuchThing("This case has not been traced yet.", hint="Run: whence trace PATH... --case FILE")
        if kept.made_by != self.made_by(engines):
            raise FixUsage(
                "This case was last traced by another version of Whence, or with other settings.",
                hint="Trace it again, new reports and all: whence trace PATH... --case FILE",
            )
        gathered = self._gather(paths, stdin)
        added = add_reports(
            self.case, engines=engines, options=self._options(), progress=self._progress, clock=self.clock
        )
        assert added is not None  # noqa: S101 - seen above
        added = replace(added, trace=replace(added.trace, failed=gathered.failures))
        return AddOutcome(added, gathered.counts, gathered.notices)

    def _engines(self) -> TraceEngines:
        run = self.settings.run
        encoder = KeptEncoder(ENCODERS.get(run.encoder)(run), self.case)
        passages = KeptPassages(PASSAGES.get(run.encoder)(run, encoder), self.case)
        return TraceEngines(encoder, passages, self.finder, self.gazetteer)

    def _options(self) -> TraceOptions:
        settings = self.settings
        return TraceOptions(settings.understand, settings.link, settings.weigh, settings.run.batch)

    def made_by(self, engines: TraceEngines | None = None) -> MadeBy:
        """Return what a trace under these settings is marked with: version, and a digest of all that it hangs on."""
        identities = _identities(engines or self._engines(), self.settings)
        return MadeBy("whence.trace", __version__, options_digest(identities))

    def _gather(self, paths: Sequence[str], stdin: BinaryIO | None) -> Gathered:
        if not paths:
            return Gathered(Counts(), ())
        return gather(
            paths,
            case=self.case,
            clock=self.clock,
            options=self.settings.read,
            batch=self.settings.run.batch,
            stdin=stdin or _standard_input(paths),
            progress=self._progress,
        )

    def read(
        self, paths: Sequence[str], *, stdin: BinaryIO | None = None
    ) -> Iterator[tuple[Report, Understanding, tuple[Notice, ...]] | Failure | Skipped]:
        """Yield what each report behind the paths says and what is to be noted, one at a time; nothing is kept."""
        finder, gazetteer = self.finder, self.gazetteer
        items = documents(paths, options=self.settings.read, stdin=stdin or _standard_input(paths))

        def read(
            item: Document | Failure | Skipped,
        ) -> tuple[Report, Understanding, tuple[Notice, ...]] | Failure | Skipped:
            if not isinstance(item, Document):
                return item
            understanding = understand(
                item.report, finder=finder, gazetteer=gazetteer, options=self.settings.understand
            )
            return item.report, understanding, item.notices

        # Whoever sends reports one by one on standard input gets the answer to each before sending the next.
        at_once = finder.at_once if finder and STANDARD_INPUT not in paths else 1
        yield from in_turn(self._progress.advance("reading", items), read, at_once=at_once)

    @cached_property
    def finder(self) -> Finder | None:
        """What finds attributions and names in this session, opened when first needed; None: the rules read alone.

        Raises what `open_finder` raises.
        """
        return open_finder(self.settings, allow_remote=self._allow_remote)

    @cached_property
    def base_map(self) -> BaseMap:
        """The outlines that maps are drawn over."""
        return NaturalEarthMap()

    @cached_property
    def gazetteer(self) -> Gazetteer:
        """What knows where places are; its table is opened when the first report is read."""
        return ShippedGazetteer()

    def last_trace(self) -> Trace:
        """Return the newest trace of the case; raise NoSuchThing where it was never traced."""
        trace = self.case.findings.last_trace()
        if trace is None:
            raise NoSuchThing("This case has not been traced yet.", hint="Run: whence trace PATH... --case FILE")
        # Stories are also weighed and kept one by one; which claim comes first is seen over all.
        return replace(trace, claims=tuple(rank_claims(trace.claims)))

    def find_claims(self, trace: Trace, words: str, *, most: int) -> list[tuple[WeighedClaim, float]]:
        """Return the claims of a trace that these words repeat best, with how well, 0 to 1, best first."""
        run = self.settings.run
        encoder = KeptEncoder(ENCODERS.get(run.encoder)(run), self.case)
        matcher = ClaimMatcher([(claim.claim.text,) for claim in trace.claims], encoder)
        return [(trace.claims[place], fit) for place, fit in matcher.rank(words, most=most)]

    def judge(self, judgement: Judgement) -> Judgement:
        """Keep a judgement; where it says that a report or voice no longer stands, weigh what rests on it at once."""
        with self.case.unit():
            kept = self.case.judgements.add(judgement)
            self._reweigh(kept)
        return kept

    def undo(self, number: int) -> bool:
        """Take a judgement back and weigh again what it changed; return False where none of that number holds."""
        held = next((j for j in self.case.judgements.all() if j.number == number and j.undone_at is None), None)
        if held is None:
            return False
        with self.case.unit():
            self.case.judgements.undo(number, self.clock.now())
            self._reweigh(held)
        return True

    def entities(self) -> CaseEntities:
        """Return the entities of the case as its last run and people's judgements have them."""
        held, told = self.case.entities.all(), decisions_of(in_force(self.case.judgements.all()).of("entities"))
        return group_entities([each.occurrence for each in held], [*told, *self.case.entities.decisions()])

    def affair(self, trace: Trace, understandings: Mapping[str, Understanding]) -> Affair:
        """Return who, when, where and what spread, as the reports of a trace of this case have it."""
        return affair_of(trace, understandings, self.entities())

    def _reweigh(self, judgement: Judgement) -> None:
        """Weigh the stories of a marked report or voice again, in the newest trace; other judgements wait for a run."""
        if judgement.about not in ONE_OF:
            return
        trace = self.case.findings.stories_with(judgement.one)
        if trace is None:
            return
        fresh = reweigh(
            trace,
            judged=in_force(self.case.judgements.all()),
            understand=self._understand,
            link=self.settings.link,
            weigh=self.settings.weigh,
        )
        self.case.findings.keep_stories(fresh, self.clock.now())

    def import_watchlists(self, paths: Sequence[Path]) -> tuple[list[ImportedList], list[Failure]]:
        """Import the watchlists that files hold into the case; a newer version takes the place of an older one."""
        with self.case.unit():
            return import_lists(paths, case=self.case, at=self.clock.now(), progress=self._progress)

    def screen(self, names: Sequence[ScreenedName] = ()) -> Screening:
        """Look names up in every watchlist of the case: those given, else what the reports of the newest trace name.

        Raises NoSuchThing where the case holds no list, or no trace and no names are given.
        """
        options = self.settings.screening
        if not names:
            trace = self.last_trace()
            names = screened_entities(self.entities().entities, trace.reports, sentences=options.sentences)
        today = self.clock.now().date()
        with self.case.unit():
            return screen_names(names, case=self.case, today=today, options=options, progress=self._progress)

    def understandings(self, trace: Trace) -> dict[str, Understanding]:
        """Return what each report of the trace was understood to say, by inner id."""
        return self._understand(trace.reports)

    def _understand(self, reports: Sequence[Report]) -> dict[str, Understanding]:
        return understand_all(
            reports,
            case=self.case,
            finder=self.finder,
            gazetteer=self.gazetteer,
            options=self.settings.understand,
            batch=self.settings.run.batch,
            progress=self._progress,
        )


def weigh_table(path: Path, settings: Settings) -> TableOutcome:
    """Return who copies in a table of values and what stands behind each disputed item; nothing is kept.

    Raises NothingToRead where the file is not there, empty or over `read.max_bytes`, FixUsage where it is no text, its
    first line does not name the columns, or no row follows.
    """
    hint = "Give one file with the columns source, item and value."
    _, text = read_one_file(
        path, max_bytes=settings.read.max_bytes, setting="read.max_bytes", expected="a table", hint=hint
    )
    try:
        table = read_value_table(text)
    except FixUsage as problem:
        raise FixUsage(f"{path}: {problem.message}", hint=problem.hint) from problem
    findings = find_copiers(table.given, options=settings.copiers)
    made_by = MadeBy("whence.copiers", __version__, options_digest((settings.read, settings.copiers)))
    return TableOutcome(findings, table.refused, made_by)


def _standard_input(paths: Sequence[str]) -> BinaryIO:
    """Return standard input where `-` asks for it, else nothing; raise FixUsage where it is closed."""
    if STANDARD_INPUT not in paths:
        return BytesIO()
    # None where whoever started the program closed it, whatever its type says.
    given: TextIO | None = sys.stdin
    if given is None or not _is_readable(given):
        raise FixUsage(
            "Found standard input closed, expected JSON lines on it, since - is among the paths.",
            hint="Send it a file, as in: whence trace - < FILE; or name files and folders.",
        )
    return given.buffer


def _is_readable(stream: TextIO) -> bool:
    """Tell whether a stream may be read at all, without waiting for what comes."""
    try:
        os.read(stream.fileno(), 0)
    except UnsupportedOperation:
        # No file of the system, so nobody could open it for writing only.
        return True
    except OSError:
        return False
    return True


@contextmanager
def _naming(case_path: Path) -> Iterator[None]:
    """Put the case into what an error says to type next: who raises it does not know in which file the case lies."""
    try:
        yield
    except WhenceError as problem:
        problem.hint = problem.hint.replace("--case FILE", f"--case {case_path}")
        raise


def open_finder(settings: Settings, *, allow_remote: bool = False) -> Finder | None:
    """Return what finds attributions and names under these settings, or None where the rules read alone.

    Raises BadSetting for a reader that is none, NetworkRefused for a server that is not on this computer and may not be
    asked, ReaderMissing where what a reader needs is not installed, WeightsMissing and WeightsDamaged.
    """
    server, pipeline = asked_server(settings), named_pipeline(settings)
    if settings.reader.statements == RULES:
        return None
    proposer = ChatProposer(settings.reader.statements, allow_remote=allow_remote) if server else None
    names = SpacyNames(pipeline) if pipeline else None
    tagger = _open_tagger(settings)
    if proposer is None:
        return NetworkFinder(tagger, options=settings.understand, names=names)
    remote = proposer.address if proposer.is_remote else None
    return ProposingFinder(proposer, tagger=tagger, options=settings.understand, names=names, remote=remote)


def asked_server(settings: Settings) -> ModelAddress | None:
    """Return which model proposes statements at which address under these settings, or None where none is asked.

    Raises BadSetting where reader.statements is no reader.
    """
    statements = settings.reader.statements
    if statements.startswith(ASKED):
        return parse_address(statements)
    if statements not in {NETWORK, RULES}:
        raise BadSetting(
            f"reader.statements is {shown_address(statements)!r}, which is no reader.",
            hint=f"Set it to {NETWORK}, to {RULES}, or to {ASKED}ADDRESS#MODEL.",
        )
    return None


def named_pipeline(settings: Settings) -> str | None:
    """Return which spaCy pipeline finds names under these settings, or None where none does.

    Raises BadSetting where reader.names is no reader, or one whose names the reader of statements has no use for.
    """
    statements, names = settings.reader.statements, settings.reader.names
    if names == NETWORK:
        return None
    if not names.startswith(PIPELINE):
        raise BadSetting(
            f"reader.names is {names!r}, which is no reader.", hint=f"Set it to {NETWORK}, or to {PIPELINE}PIPELINE."
        )
    if statements == RULES:
        raise BadSetting(
            f"reader.names is {names!r}, and reader.statements is {RULES}: the rules find names themselves.",
            hint=f"Type --set reader.statements={NETWORK}, or --set reader.names={NETWORK}.",
        )
    return names


def _remote_of(understandings: Iterable[Understanding]) -> str | None:
    """Return the address outside this computer that a text was sent to; there is one at most, since one is set."""
    return next((each.reading.remote for each in understandings if each.reading.remote), None)


def _open_tagger(settings: Settings) -> Tagger:
    """Return the network's tagger; where its weights are missing or damaged, say that the rules need none."""
    try:
        return OnnxTagger(threads=settings.run.threads)
    except (WeightsMissing, WeightsDamaged) as problem:
        hint = f"{problem.hint}; or read by rules: --set reader.statements={RULES}"
        raise type(problem)(problem.message, hint=hint) from problem


def _identities(engines: TraceEngines, settings: Settings) -> tuple[object, ...]:
    finder = engines.finder.identity if engines.finder else RULES
    gazetteer = engines.gazetteer.identity if engines.gazetteer else ""
    return (engines.encoder.identity, engines.passages.identity, finder, gazetteer, *_stage_options(settings))


def _stage_options(settings: Settings) -> tuple[object, ...]:
    return (settings.read, settings.understand, settings.link, settings.weigh)
