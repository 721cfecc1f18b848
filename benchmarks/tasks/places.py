"""Are the places of a report put where they are?

Beside what the program prints, a baseline over the same spans: the most populous place that bears the name. What
reading places costs is a ratio in the same run, over the newsroom reports.
"""

import time
from collections.abc import Mapping, Sequence
from statistics import median

from benchmarks.datasets.newsroom import load_stories
from benchmarks.datasets.places import FILE, Row, read_halves
from benchmarks.program import read_rows
from benchmarks.shared import SHARED, digest, scorer
from benchmarks.tasks.measure import Figure, Measured
from whence.app import open_finder
from whence.engines.gazetteer import ShippedGazetteer
from whence.model.finding import TextFindings
from whence.model.report import Report
from whence.ports import Finder, Gazetteer
from whence.settings import Settings
from whence.understand.reader import understand

# Reports that the cost is measured on, and how often each way.
_TIMED, _TIMES = 40, 5
SHOWN = ("end to end", "on found")


def measure_places() -> Measured:
    """Measure all reports and both halves, the baseline on all, and what reading places adds to the time of reading."""
    halves = read_halves()
    rows = [row for half in halves.values() for row in half]
    found = read_rows([{"id": row["id"], "text": row["text"], "language": "en"} for row in rows])
    gazetteer = ShippedGazetteer()
    figures = [figure for name, half in {"all": rows, **halves}.items() for figure in _figures(name, half, found)]
    figures += _figures("baseline, most populous", rows, _most_populous(rows, found, gazetteer))
    figures.append(_cost(gazetteer))
    return Measured("places", digest(FILE), tuple(figures))


def _figures(name: str, rows: Sequence[Row], found: Mapping[str, Row]) -> list[Figure]:
    gold = {row["id"]: row for row in rows}
    scores = scorer("score_places").score(gold, found)
    detail = f"{len(rows)} reports, median error {scores['median error, km']} km"
    figures = [Figure(f"{name}: {label}", scores[label], detail) for label in SHOWN]
    return [*figures, Figure(f"{name}: spans F1", scores["spans"]["f1"], str(scores["spans"]))]


def _most_populous(rows: Sequence[Row], found: Mapping[str, Row], gazetteer: Gazetteer) -> dict[str, Row]:
    """Return the program's own spans, each at the most populous place of that name."""
    out: dict[str, Row] = {}
    for row in rows:
        places = found[row["id"]]["places"]
        worded = gazetteer.find([row["text"][slice(*place["span"])] for place in places])
        resolved = gazetteer.find([place["name"] for place in places])
        picked = [next(iter(one or other), None) for one, other in zip(worded, resolved, strict=True)]
        out[row["id"]] = {
            "places": [
                {"span": place["span"], "lat": pick.lat if pick else None, "lon": pick.lon if pick else None}
                for place, pick in zip(places, picked, strict=True)
            ]
        }
    return out


class _Replayed:
    """A finder that says again what another found, so that the network's time is no part of a difference."""

    remote, at_once = None, 1

    def __init__(self, finder: Finder, reports: Sequence[Report]) -> None:
        self.identity = finder.identity
        texts = {text for report in reports for text in (report.text, report.title or "")}
        self._found = {text: finder.find(text, outlet=None) for text in texts}

    def find(self, text: str, *, outlet: str | None) -> TextFindings:  # noqa: ARG002 - as the network, it needs none
        """Return what was found before."""
        return self._found[text]


def _cost(gazetteer: Gazetteer) -> Figure:
    """Return how much longer reading takes with places than without, in percent: the median of pairs in turns."""
    finder = open_finder(Settings(), allow_remote=False)
    assert finder is not None
    reports = [report for story in load_stories(SHARED / "newsroom") for report in story.reports][:_TIMED]
    replayed = _Replayed(finder, reports)
    whole = _time(reports, finder, None)
    for given in (None, gazetteer):
        _time(reports, replayed, given)
    pairs = [(_time(reports, replayed, None), _time(reports, replayed, gazetteer)) for _ in range(_TIMES)]
    more = [100 * (after - before) / whole for before, after in pairs]
    detail = f"{min(more):.1f} to {max(more):.1f}, {len(reports)} reports, {_TIMES} pairs"
    return Figure("time that places add to reading, percent", median(more), detail)


def _time(reports: Sequence[Report], finder: Finder, gazetteer: Gazetteer | None) -> float:
    # Of this process, not of the clock: others may keep the machine busy.
    begin = time.process_time()
    for report in reports:
        understand(report, finder=finder, gazetteer=gazetteer)
    return time.process_time() - begin
