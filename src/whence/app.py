"""How are the parts wired together? The only place that chooses adapters for the ports."""

import os
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO, UnsupportedOperation
from pathlib import Path
from typing import BinaryIO, TextIO

from whence.engines.clock import SystemClock
from whence.engines.encoder import OnnxEncoder
from whence.engines.hashed_encoder import HashedEncoder
from whence.engines.kept_encoder import KeptEncoder
from whence.errors import FixUsage, NoSuchThing
from whence.flow.gather import STANDARD_INPUT, Counts, Skipped, documents, gather
from whence.flow.trace import TraceOptions, trace_case
from whence.flow.understanding import understand_all
from whence.keep.case import open_case
from whence.keep.memory import MemoryCase
from whence.model.ids import options_digest
from whence.model.report import Failure, MadeBy, Report
from whence.model.statement import Understanding
from whence.model.stemma import Trace
from whence.ports import Case, Clock, Encoder, Progress
from whence.registry import Row, Table
from whence.settings import RunOptions, Settings
from whence.understand.reader import understand
from whence.version import __version__

ENCODERS: Table[Callable[[RunOptions], Encoder]] = Table(
    "run.encoder",
    (
        Row("minilm", lambda options: OnnxEncoder(threads=options.threads), "all-MiniLM-L6-v2, shipped with Whence"),
        Row("hashed", lambda _: HashedEncoder(), "hashed words; needs no weights, finds fewer paraphrases"),
    ),
)


@dataclass(frozen=True, slots=True)
class TraceOutcome:
    """A finished trace, what gathering counted, and what each report was understood to say, by inner id."""

    trace: Trace
    counts: Counts
    understandings: Mapping[str, Understanding]


class Session:
    """One opened case with its settings and engines; `Session.open` is the way in."""

    def __init__(self, settings: Settings, *, case: Case, clock: Clock, progress: Progress) -> None:
        self.settings = settings
        self.case = case
        self.clock = clock
        self._progress = progress

    @classmethod
    @contextmanager
    def open(
        cls, settings: Settings, *, case_path: Path | None, progress: Progress, create: bool = True
    ) -> Iterator["Session"]:
        """Open the case at `case_path`, or one in memory where there is none; it is closed at the end.

        Raises CaseUnusable, and NoSuchThing where it does not exist and `create` is false.
        """
        clock = SystemClock()
        if case_path is None:
            yield cls(settings, case=MemoryCase(), clock=clock, progress=progress)
            return
        with open_case(case_path, clock=clock, create=create) as case:
            yield cls(settings, case=case, clock=clock, progress=progress)

    def trace(self, paths: Sequence[str], *, stdin: BinaryIO | None = None) -> TraceOutcome:
        """Read the paths into the case, trace every report in it, and keep the trace.

        With no paths the case is traced again as it is. Raises NothingToRead where the paths led to nothing.
        """
        counts, failures = Counts(), tuple[Failure, ...]()
        if paths:
            gathered = gather(
                paths,
                case=self.case,
                clock=self.clock,
                options=self.settings.read,
                batch=self.settings.run.batch,
                stdin=stdin or _standard_input(paths),
                progress=self._progress,
            )
            counts, failures = gathered.counts, gathered.failures
        encoder = KeptEncoder(ENCODERS.get(self.settings.run.encoder)(self.settings.run), self.case)
        settings = self.settings
        trace, understandings = trace_case(
            self.case,
            encoder=encoder,
            options=TraceOptions(settings.understand, settings.link, settings.weigh, settings.run.batch),
            progress=self._progress,
            made_by=MadeBy("whence.trace", __version__, options_digest((encoder.identity, *_stage_options(settings)))),
            failed=failures,
        )
        with self.case.unit():
            self.case.findings.keep_trace(trace, self.clock.now())
        return TraceOutcome(trace, counts, understandings)

    def read(
        self, paths: Sequence[str], *, stdin: BinaryIO | None = None
    ) -> Iterator[tuple[Report, Understanding] | Failure]:
        """Yield what each report behind the paths says, one at a time as it comes; nothing is kept."""
        items = documents(paths, options=self.settings.read, stdin=stdin or _standard_input(paths))
        for item in self._progress.advance("reading", items):
            if isinstance(item, Failure):
                yield item
            elif not isinstance(item, Skipped):
                yield item.report, understand(item.report, options=self.settings.understand)

    def last_trace(self) -> Trace:
        """Return the newest trace of the case; raise NoSuchThing where it was never traced."""
        trace = self.case.findings.last_trace()
        if trace is None:
            raise NoSuchThing("This case has not been traced yet.", hint="Run: whence trace PATH... --case FILE")
        return trace

    def understandings(self, trace: Trace) -> dict[str, Understanding]:
        """Return what each report of the trace was understood to say, by inner id."""
        return understand_all(
            trace.reports,
            case=self.case,
            options=self.settings.understand,
            batch=self.settings.run.batch,
            progress=self._progress,
        )


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


def _stage_options(settings: Settings) -> tuple[object, ...]:
    return (settings.read, settings.understand, settings.link, settings.weigh)
