"""How do the files behind the given paths become kept reports, without one bad file stopping the rest?"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import BinaryIO, TypeVar

from whence.engines.files import Found, find_files, open_lines, read_bytes, read_handle
from whence.errors import NothingToRead, UnknownFormat
from whence.flow.arrivals import Arrival
from whence.model.report import Failure, Notice
from whence.ports import Case, Clock, Progress
from whence.read.jsonl import read_lines
from whence.read.options import ReadOptions
from whence.read.readers import READERS, Document, read_document

Item = TypeVar("Item")

STANDARD_INPUT = "-"
LINE_SUFFIXES = (".jsonl", ".ndjson")


@dataclass(frozen=True, slots=True)
class Counts:
    """How many inputs were read, were known already and failed, and which files in folders are no reports by name."""

    read: int = 0
    known: int = 0
    skipped: tuple[str, ...] = ()
    failed: int = 0


@dataclass(frozen=True, slots=True)
class Gathered:
    """What gathering came to: the counts, each input that could not be used and why, notices of others, what came."""

    counts: Counts
    failures: tuple[Failure, ...]
    notices: tuple[Notice, ...] = ()
    arrivals: tuple[Arrival, ...] = ()


@dataclass(frozen=True, slots=True)
class Skipped:
    """A file in a folder that is no report by its name; it is told, not a failure."""

    path: str


def gather(  # noqa: PLR0913 - the parts of the world that gathering touches, each once
    paths: Sequence[str],
    *,
    case: Case,
    clock: Clock,
    options: ReadOptions,
    batch: int,
    stdin: BinaryIO,
    progress: Progress,
) -> Gathered:
    """Read all that the paths lead to and keep it, `batch` documents in one unit of work.

    What is kept when the run is interrupted is whole, and is known to the next run. Raises NothingToRead where the
    paths led to no input at all.
    """
    read = known = 0
    skipped: list[str] = []
    failures: list[Failure] = []
    notices: list[Notice] = []
    arrivals: list[Arrival] = []
    items = documents(paths, options=options, stdin=stdin)
    for group in in_batches(progress.advance("reading", items), batch):
        with case.unit():
            for item in group:
                if isinstance(item, Document):
                    case.originals.put(item.original)
                    notices += item.notices
                    is_new = case.reports.add(item.report)
                    arrivals.append(Arrival(item.report.path, item.report.id, is_new))
                    read, known = read + is_new, known + (not is_new)
                elif isinstance(item, Skipped):
                    skipped.append(item.path)
                else:
                    failures.append(item)
            case.findings.keep_failures([item for item in group if isinstance(item, Failure)], clock.now())
        progress.keep(len(group))
    if not read and not known and not failures:
        raise _nothing(paths, len(skipped))
    counts = Counts(read, known, tuple(skipped), len(failures))
    return Gathered(counts, tuple(failures), tuple(notices), tuple(arrivals))


def documents(paths: Sequence[str], *, options: ReadOptions, stdin: BinaryIO) -> Iterator[Document | Failure | Skipped]:
    """Yield every report behind the paths, one at a time; `-` reads JSON lines from standard input as they come."""
    for path in paths:
        if path == STANDARD_INPUT:
            lines = read_handle(stdin, max_bytes=options.max_line_bytes)
            yield from read_lines(lines, path="-", options=options)
            continue
        for found in find_files([path]):
            yield from [found] if isinstance(found, Failure) else _from_file(found, options)


def in_batches(items: Iterable[Item], size: int) -> Iterator[list[Item]]:
    """Yield the items in lists of `size`, the last one shorter; itertools.batched is newer than our oldest Python.

    >>> list(in_batches("abc", 2))
    [['a', 'b'], ['c']]
    """
    remaining = iter(items)
    while group := list(islice(remaining, size)):
        yield group


def _from_file(found: Found, options: ReadOptions) -> Iterable[Document | Failure | Skipped]:
    path, suffix = str(found.path), found.path.suffix.lower()
    if suffix not in READERS.names():
        if not found.named:
            return [Skipped(path)]
        problem = UnknownFormat(
            f"{path} ends in {suffix or 'nothing'}, which no reader knows.",
            hint=f"Give a file that ends in one of: {' '.join(READERS.names())}",
        )
        return [Failure(path, problem.code, str(problem))]
    if suffix in LINE_SUFFIXES:
        return _from_lines(found, options)
    data = read_bytes(found.path, max_bytes=options.max_bytes)
    return [data] if isinstance(data, Failure) else read_document(data, path=path, options=options)


def _from_lines(found: Found, options: ReadOptions) -> Iterator[Document | Failure]:
    # Line by line, so that a file of any size is read in bounded memory.
    lines = open_lines(found.path, max_bytes=options.max_line_bytes)
    if isinstance(lines, Failure):
        yield lines
        return
    yield from read_lines(lines, path=str(found.path), options=options)


def _nothing(paths: Sequence[str], skipped: int) -> NothingToRead:
    others = "1 file of another kind" if skipped == 1 else f"{skipped:,} files of other kinds"
    found = f"only {others}" if skipped else "no files"
    return NothingToRead(
        f"Found {found} in {' '.join(paths)}.", hint=f"Give files or folders of: {' '.join(READERS.names())}"
    )
