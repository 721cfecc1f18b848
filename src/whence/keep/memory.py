"""How is a case kept that nobody asked to keep? In memory, under the same rules as one on disk."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime

from whence.keep.journal import Journal
from whence.keep.judgements import MemoryJudgements
from whence.keep.memory_watchlists import MemoryScreenings, MemoryWatchlists
from whence.keep.originals import MemoryOriginals
from whence.keep.scan import search_by_scanning
from whence.keep.versions import newest_of_each, series_of, versions_of
from whence.model.entity import EntityDecision, HeldOccurrence
from whence.model.ids import text_sha256
from whence.model.judgement import Judgement
from whence.model.register import Company, Register, RegisterContent
from whence.model.report import Failure, Report
from whence.model.statement import Understanding
from whence.model.stemma import Trace
from whence.model.story import StoryChange
from whence.model.trace_parts import join_trace, nodes_of, split_trace
from whence.model.values import RefusedRow
from whence.model.watchlist import MatchDecision
from whence.ports import Vectors


class MemoryReports:
    """Reports and their versions, in memory."""

    def __init__(self, journal: Journal) -> None:
        self._journal = journal
        self._reports: dict[str, Report] = {}
        self._series_of: dict[str, str] = {}
        self._series: dict[str, tuple[Report, ...]] = {}

    def add(self, report: Report) -> bool:
        """Keep a report; return False where the same one is kept already."""
        if report.id in self._reports:
            return False
        series = series_of(report)
        self._journal.set(self._reports, report.id, report)
        self._journal.set(self._series_of, report.id, series)
        self._journal.set(self._series, series, (*self._series.get(series, ()), report))
        return True

    def current(self) -> list[Report]:
        """Return the newest version of every report, in order of arrival."""
        return newest_of_each((self._series_of[report.id], report) for report in self._reports.values())

    def ids(self) -> list[str]:
        """Return the inner id of every report, older versions among them, in order of arrival."""
        return list(self._reports)

    def held(self, report_ids: Sequence[str]) -> dict[str, Report]:
        """Return those of the reports that the case holds, by inner id."""
        return {report_id: self._reports[report_id] for report_id in report_ids if report_id in self._reports}

    def of_outlet(self, outlet: str, limit: int) -> list[Report]:
        """Return the last reports of an outlet to arrive, the newest first."""
        found = [report for report in self._reports.values() if report.outlet == outlet]
        return found[::-1][:limit]

    def versions(self, report_id: str) -> list[Report]:
        """Return the versions of the report that `report_id` is one of, oldest first; none where it is unknown."""
        if report_id not in self._reports:
            return []
        return versions_of(report_id, self._series[self._series_of[report_id]])

    def search(self, query: str, limit: int) -> list[tuple[str, str]]:
        """Return (inner id, snippet) of the reports whose title or text holds the words, best first."""
        rows = ((report.id, report.title, report.text) for report in self._reports.values())
        return search_by_scanning(rows, query, limit=limit)


class MemoryFindings:
    """What was derived, in memory."""

    def __init__(self, journal: Journal) -> None:
        self._journal = journal
        self._understandings: dict[tuple[str, str], Understanding] = {}
        self._traces: list[tuple[datetime, Trace]] = []
        self._failures: list[tuple[datetime, Failure]] = []

    def understanding(self, text_sha256: str, made_by_digest: str) -> Understanding | None:
        """Return what was understood of a text by that maker, or None."""
        return self._understandings.get((text_sha256, made_by_digest))

    def keep_understanding(self, understanding: Understanding, made_by_digest: str) -> None:
        """Keep what was understood of a text, in place of what the same maker found before."""
        self._journal.set(self._understandings, (understanding.text_sha256, made_by_digest), understanding)

    def keep_trace(self, trace: Trace, at: datetime) -> None:
        """Keep a finished trace with the time of its run; earlier ones stay."""
        self._journal.append(self._traces, (at, trace))

    def last_trace(self) -> Trace | None:
        """Return the newest finished trace, or None."""
        return self._traces[-1][1] if self._traces else None

    def traced(self) -> frozenset[str]:
        """Return the inner ids of the reports of the newest trace, and of their earlier versions."""
        trace = self.last_trace()
        if trace is None:
            return frozenset()
        earlier = (report for versions in trace.versions for report in versions.earlier)
        return frozenset((*(report.id for report in trace.reports), *earlier))

    def stories_with(self, nodes: Collection[str]) -> Trace | None:
        """Return the newest trace with only the stories that speak of any of these reports or voices, or None."""
        trace = self.last_trace()
        if trace is None:
            return None
        head, parts = split_trace(trace)
        wanted = frozenset(nodes)
        cut = join_trace(head, [part for part in parts.values() if wanted & nodes_of(part)])
        inside = {report for story in cut.stories for report in story.story.reports}
        return replace(cut, reports=tuple(report for report in trace.reports if report.id in inside))

    def keep_stories(self, fresh: Trace, at: datetime) -> None:
        """Keep a new trace: the newest with the stories of `fresh` in the place of those that share a report with them.

        Raises LookupError where there is no trace to begin from.
        """
        trace = self.last_trace()
        if trace is None:
            raise LookupError("no trace to put stories into")
        head, parts = split_trace(trace)
        reports = {report for story in fresh.stories for report in story.story.reports}
        kept = [part for part in parts.values() if not reports & set(part.stories[0].story.reports)]
        known = {report.id for report in trace.reports}
        new = [report for report in fresh.reports if report.id not in known]
        not_understood = tuple(dict.fromkeys((*head.not_understood, *fresh.not_understood)))
        head = replace(head, reports=(*trace.reports, *new), not_understood=not_understood)
        joined = join_trace(head, [*kept, *split_trace(fresh)[1].values()])
        self.keep_trace(joined, at)

    def keep_failures(self, failures: Iterable[Failure], at: datetime) -> None:
        """Keep which inputs could not be used, and why."""
        for failure in failures:
            self._journal.append(self._failures, (at, failure))

    def failures(self) -> list[tuple[datetime, Failure]]:
        """Return every kept failure with its time, oldest first."""
        return list(self._failures)


class MemoryVectors:
    """Vectors of texts, in memory."""

    def __init__(self, journal: Journal) -> None:
        self._journal = journal
        self._vectors: dict[tuple[str, str], Vectors] = {}

    def vectors(self, texts: Sequence[str], encoder_identity: str) -> dict[str, Vectors]:
        """Return the kept vector of each text that has one."""
        keys = ((text, (encoder_identity, text_sha256(text))) for text in texts)
        return {text: self._vectors[key] for text, key in keys if key in self._vectors}

    def keep_vectors(self, vectors: dict[str, Vectors], encoder_identity: str) -> None:
        """Keep one vector a text."""
        for text, vector in vectors.items():
            self._journal.set(self._vectors, (encoder_identity, text_sha256(text)), vector)


class MemoryStoryIndex:
    """The index of stories, in memory."""

    def __init__(self, journal: Journal) -> None:
        self._journal = journal
        self._words: dict[str, tuple[frozenset[str], float | None]] = {}
        self._counts: dict[str, int] = {}
        self._log: list[StoryChange] = []

    def missing(self, reports: Sequence[str]) -> list[str]:
        """Return those of the reports that are not in the index yet, in order."""
        return [report for report in reports if report not in self._words]

    def add(self, report: str, heaviest: Sequence[str], every: Iterable[str], day: float | None) -> None:
        """Put a report into the index under its heaviest words; count every word of it."""
        if report in self._words:
            return
        self._journal.set(self._words, report, (frozenset(heaviest), day))
        for word in every:
            self._journal.set(self._counts, word, self._counts.get(word, 0) + 1)

    def count(self, words: Iterable[str]) -> tuple[int, Mapping[str, int]]:
        """Return how many reports there are in the index, and in how many each of the words stands."""
        return len(self._words), {word: self._counts.get(word, 0) for word in words}

    def near(
        self, words: Sequence[str], day: float | None, *, within: float, most_holders: int, limit: int
    ) -> list[str]:
        """Return the reports that share most of the words, two at least, within so many days."""
        rare = {word for word in words if self._counts.get(word, 0) <= most_holders}
        found = []
        for report, (held, own) in self._words.items():
            shared = len(rare & held)
            if shared >= 2 and (day is None or own is None or abs(own - day) <= within):
                found.append((-shared, report))
        return [report for _, report in sorted(found)[:limit]]

    def log(self, changes: Iterable[StoryChange], at: datetime) -> None:  # noqa: ARG002 - kept on disk only
        """Write down what became of stories, behind what is written already."""
        for change in changes:
            self._journal.append(self._log, change)

    def changes(self) -> list[StoryChange]:
        """Return everything that became of stories, oldest first."""
        return list(self._log)


class MemoryRegisters:
    """Imported registers, in memory."""

    def __init__(self, journal: Journal) -> None:
        self._journal = journal
        self._registers: dict[str, tuple[Register, RegisterContent]] = {}

    def add(self, register: Register, content: RegisterContent) -> bool:
        """Keep a register with all that its file holds; return False where the same one is kept already."""
        if register.id in self._registers:
            return False
        self._journal.set(self._registers, register.id, (register, content))
        return True

    def all(self) -> list[Register]:
        """Return every register, in order of arrival."""
        return [register for register, _ in self._registers.values()]

    def companies(self, registers: Collection[str]) -> list[Company]:
        """Return the companies of these registers, register by register in order of arrival, in the file's order."""
        held = (content.companies for key, (_, content) in self._registers.items() if key in registers)
        return [company for companies in held for company in companies]

    def rows(self, register: str, lines: Collection[int]) -> dict[int, str]:
        """Return rows of a register as they stand in the file, by line."""
        held = self._registers.get(register)
        return {row.line: row.raw for row in held[1].rows if row.line in lines} if held else {}

    def refused(self, register: str) -> list[RefusedRow]:
        """Return the rows of a register that were refused and the cells that were passed over, with the reasons."""
        held = self._registers.get(register)
        return [*held[1].refused, *held[1].noted] if held else []


class MemoryEntities:
    """Which things reports name, as which entities, in memory."""

    def __init__(self, journal: Journal) -> None:
        self._journal = journal
        # Each in a table of its own that is set whole, so that a unit that fails leaves what stood there.
        self._tables: dict[str, Mapping[str, HeldOccurrence]] = {"held": {}}
        self._decided: dict[str, Mapping[tuple[str, str], EntityDecision]] = {"decided": {}}

    def put(self, held: Iterable[HeldOccurrence], decisions: Iterable[EntityDecision], *, anew: bool) -> None:
        """Keep occurrences with their entities, and what was decided; with `anew` in the place of all before."""
        before = {} if anew else dict(self._tables["held"])
        decided = {} if anew else dict(self._decided["decided"])
        self._journal.set(self._tables, "held", before | {each.occurrence.id: each for each in held})
        self._journal.set(self._decided, "decided", decided | {(each.one, each.other): each for each in decisions})

    def holders(self, keys: Collection[str], *, most: int) -> list[tuple[str, str, str]]:
        """Return (key, occurrence id, report id) under each of the keys, those left out that more than `most` have."""
        held = self.all()
        counts = Counter(key for each in held for key in set(each.keys))
        wanted = {key for key in keys if counts[key] <= most}
        found = [(key, each.occurrence.id, each.occurrence.report) for each in held for key in wanted & set(each.keys)]
        return sorted(found)

    def held(self, occurrences: Collection[str]) -> list[HeldOccurrence]:
        """Return those of the occurrences that the case holds, by id."""
        wanted = set(occurrences)
        return [each for each in self.all() if each.occurrence.id in wanted]

    def all(self) -> list[HeldOccurrence]:
        """Return every occurrence with its entity, by id."""
        return sorted(self._tables["held"].values(), key=lambda each: each.occurrence.id)

    def decisions(self) -> list[EntityDecision]:
        """Return what runs decided, by the ids of the two."""
        return [decision for _, decision in sorted(self._decided["decided"].items(), key=lambda item: item[0])]


class MemoryCase:
    """One case in memory; it is gone when the program ends."""

    def __init__(self) -> None:
        self._journal = Journal()
        self.originals = MemoryOriginals()
        self.reports = MemoryReports(self._journal)
        self.findings = MemoryFindings(self._journal)
        self.vectors = MemoryVectors(self._journal)
        self.judgements = MemoryJudgements[Judgement](self._journal)
        self.story_index = MemoryStoryIndex(self._journal)
        self.registers = MemoryRegisters(self._journal)
        self.entities = MemoryEntities(self._journal)
        self.watchlists = MemoryWatchlists(self._journal)
        self.screenings = MemoryScreenings(self._journal)
        self.match_decisions = MemoryJudgements[MatchDecision](self._journal)

    @contextmanager
    def unit(self) -> Iterator[None]:
        """Keep all that is written inside whole at the end, or nothing of it; a unit inside another is part of it."""
        with self._journal.unit():
            yield
