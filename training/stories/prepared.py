"""What does the program itself find in annotated stories, up to the step that is learned?"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from benchmarks.datasets.newsroom import GoldStory, load_stories
from benchmarks.shared import scorer
from whence.engines.passages import OnnxPassages
from whence.engines.tagger import OnnxTagger
from whence.link.boilerplate import find_boilerplate
from whence.link.contexts import read_in_context
from whence.link.options import LinkOptions
from whence.link.sayings import Saying, collect_sayings
from whence.model.report import Report
from whence.model.spans import Spans
from whence.model.statement import Understanding
from whence.ports import PassageEncoder
from whence.understand.finder import NetworkFinder
from whence.understand.options import UnderstandOptions
from whence.understand.reader import understand

# A unit that a mention's words overlap by more than this share without being it says nothing either way.
NEAR = 0.2


@dataclass
class PreparedStory:
    """One story as read: its statements and propositions, and the claims that each is a mention of.

    `contexts` are the vectors of these as read in their reports.

    `affirms`, `rejects`: for each of them the annotated claims; `near`: whether it shares words with a mention that it
    is not.
    """

    gold: GoldStory
    understandings: dict[str, Understanding]
    boilerplate: dict[str, Spans]
    sayings: list[Saying]
    contexts: NDArray[np.float32]
    affirms: list[set[str]] = field(default_factory=list)
    rejects: list[set[str]] = field(default_factory=list)
    near: list[bool] = field(default_factory=list)


def open_halves(folder: Path | None) -> list[PassageEncoder]:
    """Return what reads passages: the shipped weights, or those of each half that `training.passages.train` wrote.

    The n-th story goes to the n-th of these, in turn, so that with halves no story is read by weights learned from it.
    """
    if folder is None:
        return [OnnxPassages()]
    return [OnnxPassages(weights=folder / f"half{half}") for half in range(len(list(folder.glob("half*"))))]


def prepare(folders: Sequence[Path], passages: Sequence[PassageEncoder] = ()) -> Iterator[PreparedStory]:
    """Yield the stories of all folders, read by the network and the rules as the program does by default.

    `passages` read each statement in its report, the n-th of them the n-th story in turn; without any there are no
    such vectors.
    """
    reading = UnderstandOptions()
    finder = NetworkFinder(OnnxTagger(), options=reading)
    options, number = LinkOptions(), 0
    for folder in folders:
        stories = load_stories(folder)
        reports = [report for story in stories for report in story.reports]
        furniture = find_boilerplate(reports, options=options)
        for story in stories:
            read = {r.id: understand(r, finder=finder, options=reading) for r in story.reports}
            held = {report.id: report for report in story.reports}
            sayings = collect_sayings(story.story, reports=held, understandings=read, boilerplate=furniture)
            contexts = np.zeros((len(sayings), 1), np.float32)
            if passages:
                contexts = read_in_context(sayings, held, passages[number % len(passages)])
            number += 1
            prepared = PreparedStory(story, read, furniture, sayings, contexts)
            _label(prepared, held)
            yield prepared


def _label(prepared: PreparedStory, reports: dict[str, Report]) -> None:
    """Say of each statement which annotated mentions it is, by the measure of the shared scorer."""
    fit = scorer("score_newsroom").fit
    golds: dict[str, list[tuple[str, bool, set[int]]]] = {}
    shown = {report.given_id: report for report in reports.values()}
    claims: list[dict[str, Any]] = prepared.gold.truth["claims"]
    for claim in claims:
        for mention in claim["mentions"]:
            report = shown[mention["report"]]
            start = report.text.index(mention["quote"])
            places = set(range(start, start + len(mention["quote"])))
            golds.setdefault(report.id, []).append((claim["id"], mention["polarity"] == "positive", places))
    for saying in prepared.sayings:
        have = {place for span in saying.statement.content for place in range(span.start, span.end)}
        told = golds.get(saying.report, [])
        fits = [(claim, affirms, fit(want, have) >= 0.5) for claim, affirms, want in told]
        prepared.affirms.append({claim for claim, affirms, ok in fits if ok and affirms})
        prepared.rejects.append({claim for claim, affirms, ok in fits if ok and not affirms})
        shares = (len(want & have) / min(len(want), len(have)) for _, _, want in told if fit(want, have) < 0.5)
        prepared.near.append(any(share > NEAR for share in shares))
