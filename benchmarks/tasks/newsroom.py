"""How well are the invented stories traced: stories, claims, parents, origins, drift and flags?"""

import contextlib
import io
import tempfile
from pathlib import Path
from typing import Any

from benchmarks.contradiction_scores import judge_contradictions
from benchmarks.program import trace_reports
from benchmarks.shared import SHARED, digest, scorer
from benchmarks.tasks.measure import Figure, Measured

STORIES = SHARED / "newsroom"
WRITTEN = Path(__file__).resolve().parents[1] / "written" / "newsroom"
LOCKED = WRITTEN.with_name("locked-newsroom")


def measure_newsroom() -> Measured:
    """Score the trace of all development stories together, shuffled and with ids that tell nothing."""
    return _score("newsroom", STORIES)


def measure_written_newsroom() -> Measured:
    """Score the stories written for this project by someone who had not seen the code; nothing is set on them."""
    return _score("written-newsroom", WRITTEN)


def measure_locked_newsroom() -> Measured:
    """Score the stories that nothing was learned from and nothing is set on."""
    return _score("locked-newsroom", LOCKED)


def _score(task: str, stories: Path) -> Measured:
    module = scorer("score_newsroom")
    with tempfile.TemporaryDirectory() as folder:
        reports = Path(folder) / "reports.jsonl"
        with contextlib.redirect_stdout(io.StringIO()):
            module.write_reports(str(stories), str(reports))
        system = trace_reports(reports)
    known = module.stories_in(str(stories))
    scores = module.score(known, system)
    figures = [_figure(name, value) for name, value in scores.items() if not name.startswith("baseline")]
    links = judge_contradictions(known, system)
    judged = links.right + links.wrong
    told = f"{links.right} of {judged}; {links.unjudged} more have a side that nobody annotated"
    figures.append(Figure("contradictions right, of the linked ones", 100 * links.right / max(1, judged), told))
    return Measured(task, digest(*stories.glob("*.json")), tuple(figures))


def _figure(name: str, value: Any) -> Figure:
    if isinstance(value, dict):
        return Figure(name, value["f1"] if "f1" in value else value["r"], str(value))
    # The mean width comes as "1.20 (0.53)": the system's, then a careful reader's.
    return Figure(name, float(str(value).split(maxsplit=1)[0]), str(value))
