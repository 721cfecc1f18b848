"""In which order is a watchlist imported, and are the names of a case looked up in all that it holds?"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

from whence.engines.list_files import file_sha256, open_list_files
from whence.errors import NoSuchThing, SkipReport
from whence.link.screening import Candidate, NameReader, find_candidates, match_entry, permitted
from whence.link.screening_evidence import stated_facts
from whence.link.screening_index import NameIndex, make_index
from whence.link.screening_options import ScreeningOptions
from whence.model.report import Failure
from whence.model.watchlist import (
    ImportedList,
    PossibleMatch,
    Purpose,
    RefusedEntry,
    ScreenedName,
    Screening,
    ShownMatch,
    WatchEntry,
    Watchlist,
    in_force,
)
from whence.ports import Case, Progress
from whence.read.watchlists.formats import FORMATS, recognise
from whence.read.watchlists.parts import HEAD_BYTES, ListFile, list_file

# Rows that are told one by one when they are refused; all are counted.
TOLD_REFUSED = 20


def import_lists(
    paths: Sequence[Path], *, case: Case, at: datetime, progress: Progress
) -> tuple[list[ImportedList], list[Failure]]:
    """Import the lists that the files hold, files of one format as one list; each is kept whole or not at all.

    A file that is none of the published lists is a Failure, and the rest goes on.
    """
    by_list: dict[tuple[str, str], list[ListFile]] = defaultdict(list)
    failures: list[Failure] = []
    sha256: dict[str, str] = {}
    with open_list_files(paths) as opened:
        for found in opened:
            if isinstance(found, Failure):
                failures.append(found)
                continue
            path, stream = found
            file = list_file(str(path), stream.read(HEAD_BYTES), stream)
            try:
                name = recognise(file)
            except SkipReport as problem:
                failures.append(Failure(str(path), problem.code, str(problem)))
                continue
            sha256[file.path] = file_sha256(stream)
            # The files of OFAC's CSV are one list, each file of any other format is its own.
            by_list[name, "" if name == "ofac-csv" else file.path].append(file)
        imported = []
        for (name, _), files in by_list.items():
            checksums = tuple((file.path, sha256[file.path]) for file in files)
            imported.append(_import_list(name, files, checksums, case=case, at=at, progress=progress))
    return imported, failures


def _import_list(
    name: str,
    files: Sequence[ListFile],
    sha256: tuple[tuple[str, str], ...],
    *,
    case: Case,
    at: datetime,
    progress: Progress,
) -> ImportedList:
    form = FORMATS.get(name)
    entries: dict[str, WatchEntry] = {}
    refused: list[RefusedEntry] = []
    count = 0
    for row in progress.advance("importing", form.read(files)):
        if isinstance(row, WatchEntry) and row.id not in entries:
            entries[row.id] = row
            continue
        count += 1
        if len(refused) < TOLD_REFUSED:
            refused.append(_as_refused(row, files[0].path))
    source = form.source(files[0])
    before = next((held for held in _lists_in_force(case) if held.source.series == source.series), None)
    watchlist = Watchlist(source, sha256, at.isoformat(), len(entries), count)
    if entries:
        kept = tuple(entries.values())
        watchlist = case.watchlists.keep(watchlist, kept, make_index(kept).pack())
    return ImportedList(watchlist, tuple(refused), before.entries if before else None)


def _as_refused(row: WatchEntry | RefusedEntry, path: str) -> RefusedEntry:
    """Return a row that is refused; an entry is where its id was read before."""
    if isinstance(row, RefusedEntry):
        return row
    return RefusedEntry(f"{path}, entry {row.id}", "Its id is there twice; the first is kept.")


def _lists_in_force(case: Case) -> list[Watchlist]:
    """Return the versions of lists that are in force, in the order of import."""
    return [watchlist for watchlist in case.watchlists.all() if not watchlist.superseded]


def purpose_in_force(case: Case, today: date) -> Purpose | None:
    """Return the purpose written down last, unless its last day is over."""
    purposes = case.screenings.purposes()
    return purposes[-1] if purposes and date.fromisoformat(purposes[-1].until) >= today else None


def screen_names(
    names: Sequence[ScreenedName], *, case: Case, today: date, options: ScreeningOptions, progress: Progress
) -> Screening:
    """Return what may be shown of the names looked up in every list of the case, with numbers and decisions.

    Raises NoSuchThing where the case holds no list.
    """
    lists = _lists_in_force(case)
    if not lists:
        raise NoSuchThing(
            "This case holds no watchlist.", hint="Import one: whence watchlist import FILE... --case FILE"
        )
    indexes = [NameIndex.unpack(case.watchlists.index(watchlist.number)) for watchlist in lists]
    found: dict[int, list[tuple[ScreenedName, Candidate]]] = defaultdict(list)
    reader = NameReader()
    for name in progress.advance("screening", names):
        for watchlist, index in zip(lists, indexes, strict=True):
            candidates = find_candidates(name, index, reader=reader, options=options)
            found[watchlist.number] += [(name, candidate) for candidate in candidates]
    facts = {name.ids: stated_facts(name) for name in names}
    matches = [
        match_entry(name, candidate, entry, watchlist, facts=facts[name.ids])
        for watchlist in lists
        for name, candidate, entry in _with_entries(case, watchlist, found[watchlist.number])
    ]
    screening = permitted(matches, screened=len(names), purpose=purpose_in_force(case, today), options=options)
    return replace(screening, matches=tuple(_known(case, screening.matches)))


def _with_entries(
    case: Case, watchlist: Watchlist, found: Sequence[tuple[ScreenedName, Candidate]]
) -> Iterator[tuple[ScreenedName, Candidate, WatchEntry]]:
    entries: Mapping[int, WatchEntry] = case.watchlists.entries(
        watchlist.number, {candidate.entry for _, candidate in found}
    )
    for name, candidate in found:
        yield name, candidate, entries[candidate.entry]


def _known(case: Case, matches: Sequence[PossibleMatch]) -> Iterator[PossibleMatch]:
    """Yield the matches with their lasting numbers and with what a person said of each."""
    shown = [shown_match(match) for match in matches]
    decisions = case.match_decisions.all()
    for match, numbered in zip(matches, case.screenings.number(shown), strict=True):
        yield replace(match, number=numbered.number, decision=in_force(decisions, match))


def shown_match(match: PossibleMatch) -> ShownMatch:
    """Return what is kept of a match that is shown: whom it is about and which entry, never what was found."""
    series = match.watchlist.source.series
    return ShownMatch(match.screened.ids, series, match.entry.id, match.screened.name, match.entry.name)
