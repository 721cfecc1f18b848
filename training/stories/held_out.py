"""How good are the program's claims, parents and numbers on stories that its learned weights have not seen?

python -m training.stories.held_out FOLDER... --passages FOLDER

For each fold of whole stories every table of weights (claims, parents, contradictions, drift, hearsay) is learned from
the others, and the fold is traced with them. The reader's network is the shipped one, which has never seen any of these
stories; the order of publication has a table of its own, which is the shipped one. Prints the scorer's figures, folder
by folder; nothing is written.
"""

import argparse
from collections.abc import Sequence
from contextlib import ExitStack
from itertools import islice
from pathlib import Path
from typing import Any
from unittest.mock import patch

import numpy as np

from benchmarks.shared import scorer
from training.stories import conflicts, drift, hearsay
from training.stories.found import find_claims
from training.stories.pairs import NAMES, fit, pair_rows
from training.stories.parents import label_story, learn
from training.stories.prepared import PreparedStory, open_halves, prepare
from whence.link.copies import find_copies
from whence.link.options import LinkOptions
from whence.show.export.trace_json import claim_record, edge_record
from whence.weigh.options import WeighOptions
from whence.weigh.rank import rank_claims
from whence.weigh.weigh import weigh_story

FOLDS = 4
Document = dict[str, list[dict[str, Any]]]


def trace_held_out(stories: Sequence[PreparedStory], held_out: Sequence[PreparedStory]) -> Document:
    """Return what a trace says of the stories held out, with weights learned from the others."""
    known = [pair_rows(story) for story in stories]
    weights, bias = fit(np.concatenate([row[0] for row in known]), np.concatenate([row[1] for row in known]))
    table = dict(zip(NAMES, weights.tolist(), strict=True))
    with ExitStack() as learned:

        def use(module: str, **tables: object) -> None:
            learned.enter_context(patch.multiple(f"whence.{module}", **tables))

        use("link.likeness", WEIGHTS=table, BIAS=bias)
        opposed, opposed_bias = conflicts.learn([conflicts.conflict_rows(story) for story in stories])
        use("link.conflicts", WEIGHTS=opposed, BIAS=opposed_bias)
        first_sourced, first_bare, sourced, bare = learn([part for story in stories for part in label_story(story)])
        use("weigh.parents", FIRST_SOURCED=first_sourced, FIRST_UNSOURCED=first_bare)
        use("weigh.parents", SOURCED=sourced, UNSOURCED=bare)
        way, changed = drift.learn(drift.label_story(story) for story in stories)
        use("weigh.drift", WAY=way, CHANGED=changed)
        nothing = dict.fromkeys(hearsay.NAMES, 0.0)
        told, told_bias = hearsay.learn([row for story in stories for row in hearsay.answers(story, nothing, 0.0)])
        use("weigh.hearsay", WEIGHTS=told, BIAS=told_bias)
        return _join([_trace(story) for story in held_out])


def _trace(story: PreparedStory) -> Document:
    gold, options = story.gold, LinkOptions()
    held = {report.id: report for report in gold.reports}
    claims, voices = find_claims(story)
    weighed = weigh_story(
        gold.story,
        claims=claims,
        reports=held,
        copies=find_copies(gold.reports, boilerplate=story.boilerplate, options=options),
        voices=voices.voices,
        understandings=story.understandings,
        options=WeighOptions(),
    )
    shown = {report.id: report.given_id or report.id for report in gold.reports}
    return {
        "claims": [claim_record(claim, shown) for claim in rank_claims(weighed.claims)],
        "edges": [edge_record(edge, shown) for edge in weighed.edges],
        "stories": [{"id": gold.story.id, "reports": list(shown.values())}],
    }


def _join(parts: Sequence[Document]) -> Document:
    return {name: [row for part in parts for row in part[name]] for name in ("claims", "edges", "stories")}


def main() -> None:
    """Learn and trace fold by fold, and print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--passages", type=Path, metavar="FOLDER", help="halves that training.passages.train wrote")
    options = parser.parse_args()
    every = list(prepare(options.folders, open_halves(options.passages)))
    by_folder: dict[Path, list[PreparedStory]] = {}
    waiting = iter(every)
    for folder in options.folders:
        by_folder[folder] = list(islice(waiting, len(list(folder.glob("*.json")))))
    found: dict[str, Document] = {}
    for fold in range(FOLDS):
        chosen = every[fold::FOLDS]
        rest = [story for place, story in enumerate(every) if place % FOLDS != fold]
        document = trace_held_out(rest, chosen)
        for story in chosen:
            shown = {report.given_id for report in story.gold.reports}
            found[story.gold.id] = {
                "claims": [c for c in document["claims"] if {m["report"] for m in c["mentions"]} <= shown],
                "edges": [e for e in document["edges"] if e["from"] in shown],
                "stories": [s for s in document["stories"] if set(s["reports"]) <= shown],
            }
    module = scorer("score_newsroom")
    for folder, stories in by_folder.items():
        print(f"{folder.name}, {len(stories)} stories, each with weights learned from others")
        for name, value in module.score(
            module.stories_in(str(folder)), _join([found[story.gold.id] for story in stories])
        ).items():
            print(f"  {name:68}  {value}")


if __name__ == "__main__":
    main()
