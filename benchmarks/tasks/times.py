"""How many time phrases of news get their exact value, beside a date library alone?"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any

from benchmarks.datasets.times import LEARN, LOCKED, WrittenTime, file_of, written_times
from benchmarks.program import read_rows
from benchmarks.shared import digest
from benchmarks.tasks.measure import Figure, Measured
from whence.model.spans import Span

Found = Sequence[tuple[Span, str]]
_BY_PERIOD = {"day": "%Y-%m-%d", "month": "%Y-%m", "year": "%Y", "time": "%Y-%m-%dT%H:%M"}


def measure_times() -> Measured:
    """Score the times that the program prints of both written halves, and the library on the bare phrases."""
    figures = [figure for half in (LEARN, LOCKED) for figure in _of_half(half, list(written_times(half)))]
    return Measured("times", digest(file_of(LEARN), file_of(LOCKED)), tuple(figures))


def is_right(row: WrittenTime, found: Found, *, span_too: bool = False) -> bool:
    """Tell whether a time that overlaps the phrase has its value to the letter, and with `span_too` its edges."""
    return any(
        value == row.value and (span == row.span if span_too else span.overlaps(row.span)) for span, value in found
    )


def by_library(row: WrittenTime) -> str | None:
    """Return what dateparser alone makes of a bare phrase, as exact as it says that it is."""
    from dateparser.date import DateDataParser  # type: ignore[import-untyped] # noqa: PLC0415 # slow to load, one task

    settings: dict[str, Any] = {"RETURN_TIME_AS_PERIOD": True}
    if row.published_at:
        settings["RELATIVE_BASE"] = datetime.fromisoformat(row.published_at)
    read = DateDataParser(languages=["en"], settings=settings).get_date_data(row.phrase)
    shape = _BY_PERIOD.get(read.period, "%Y-%m-%d")
    return read.date_obj.strftime(shape) if read.date_obj else None


def _of_half(half: str, rows: Sequence[WrittenTime]) -> Iterable[Figure]:
    printed = read_rows(_as_report(row) for row in rows)
    found = {row.id: _times(printed[row.id]) for row in rows}
    right = {row.id for row in rows if is_right(row, found[row.id])}
    exact = {row.id for row in rows if is_right(row, found[row.id], span_too=True)}
    library = {row.id for row in rows if by_library(row) == row.value}
    everything, traps = {row.id for row in rows}, {row.id for row in rows if row.is_trap}
    yield _share(f"{half}: value right, %", right, everything)
    yield _share(f"{half}: value right, rows marked as traps, %", right & traps, traps)
    yield _share(f"{half}: value right and the words exactly, %", exact, everything)
    yield _share(f"{half}: dateparser alone, value right, %", library, everything)
    gained = len(right - library)
    yield Figure(f"{half}: rows right that dateparser gets wrong", gained, f"{len(library - right)} the other way")


def _as_report(row: WrittenTime) -> Mapping[str, object]:
    dated = {"published_at": row.published_at} if row.published_at else {}
    return {"id": row.id, "text": row.text, "language": "en", **dated}


def _times(line: Mapping[str, Any]) -> Found:
    return [(Span(*time["span"]), time["value"]) for time in line["times"]]


def _share(name: str, part: set[str], whole: set[str]) -> Figure:
    return Figure(name, 100 * len(part) / len(whole), f"{len(part)} of {len(whole)}")
