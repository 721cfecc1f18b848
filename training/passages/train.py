"""How are the vectors of passages learned?

    python -m training.passages.train FOLDER... --into scratch/passages

From annotated stories, each read as the program reads it: every statement and proposition is drawn to those that are
mentions of the same claim and pushed from the others of its story (supervised contrastive loss); and from the written
pairs (`training/written/pairs/learn`), where near misses are pushed away. Writes the weights learned from all stories
(`whole/`), and for each of two halves those learned from the other half (`half0/`, `half1/`): what is learned on top of
the vectors must see them on stories that they were not learned from.
"""

import argparse
import os
import random
import time
from collections.abc import Sequence
from pathlib import Path

os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")

import numpy as np
import torch  # after the variable that it reads when it loads
from tokenizers import Tokenizer
from torch import Tensor, nn

from training.passages.export import write_weights
from training.passages.model import PassageNetwork, contrast
from training.stories.prepared import PreparedStory, prepare
from whence.engines.encoder import TOKENIZER_FILE
from whence.engines.encoder import WEIGHTS as VOCABULARY
from whence.engines.passages import cut_window, pieces_within
from whence.engines.pieces import cut_pieces
from whence.model.report import Report
from whence.text.windows import cut_windows

PAIRS = Path(__file__).resolve().parents[1] / "written" / "pairs" / "learn"
HALVES = 2
EPOCHS, RATE, WARMUP, DECAY = 5, 5e-5, 0.1, 0.01
TEMPERATURE = 0.07
# Windows read at a time; bases of written pairs beside each story, and what they count beside it.
AT_ONCE, BASES, PAIR_SHARE = 8, 4, 0.5
MOST_PIECES = 60
SEED = 1

Rows = list[list[int]]


class Batches:
    """Rows of pieces, alike in length together, read by the layers that never change."""

    def __init__(self, network: PassageNetwork, rows: Rows) -> None:
        order = sorted(range(len(rows)), key=lambda n: len(rows[n]))
        self.size = len(rows)
        self.parts: list[tuple[list[int], Tensor, Tensor]] = []
        for start in range(0, len(order), AT_ONCE):
            places = order[start : start + AT_ONCE]
            longest = max(len(rows[place]) for place in places)
            ids, mask = torch.zeros(len(places), longest, dtype=torch.long), torch.zeros(len(places), longest)
            for n, place in enumerate(places):
                ids[n, : len(rows[place])] = torch.tensor(rows[place])
                mask[n, : len(rows[place])] = 1
            self.parts.append((places, network.lower(ids, mask), mask))

    def read(self, network: PassageNetwork) -> list[Tensor]:
        """Return each row's vectors, (pieces, 384), in the order of the rows."""
        found: dict[int, Tensor] = {}
        for places, x, mask in self.parts:
            read = network.upper(x, mask)
            found.update({place: read[n, : int(mask[n].sum())] for n, place in enumerate(places)})
        return [found[place] for place in range(self.size)]


class StoryToLearn:
    """One story: the windows of its reports, where each statement stands in them, and which say the same."""

    def __init__(self, network: PassageNetwork, story: PreparedStory, tokenizer: Tokenizer) -> None:
        rows: Rows = []
        places: dict[tuple[str, str], tuple[object, list[tuple[int, int]]]] = {}
        reports = {report.id: report for report in story.gold.reports}
        self.passages: list[list[tuple[int, int]]] = []
        for saying in story.sayings:
            key = (saying.report, saying.statement.within)
            if key not in places:
                pieces = cut_pieces(tokenizer, _text_of(reports[saying.report], key[1]))
                where: list[tuple[int, int]] = []
                for window in cut_windows(pieces, 0, len(pieces)):
                    start, ids = cut_window(pieces, window)
                    own = range(int(pieces.first[window.own_low]), int(pieces.first[window.own_high]))
                    where += [(len(rows), piece - start + 1) for piece in own]
                    rows.append(ids.tolist())
                places[key] = (pieces, where)
            pieces, where = places[key]
            within = pieces_within(pieces, saying.statement.content)  # type: ignore[arg-type]  # a pair of two kinds
            self.passages.append([where[piece] for piece in within.tolist()] or [(where[0][0], 1)])
        self.batches = Batches(network, rows)
        self.same, self.counted = _labels(story)

    def vectors(self, network: PassageNetwork) -> Tensor:
        """Return one vector a statement."""
        read = self.batches.read(network)
        return torch.stack(
            [torch.stack([read[row][place] for row, place in passage]).mean(0) for passage in self.passages]
        )


def _text_of(report: Report, within: str) -> str:
    return report.text if within == "text" else report.title or ""


def _labels(story: PreparedStory) -> tuple[Tensor, Tensor]:
    """Return which statements say the same, and which pairs are known to be one thing or the other."""
    size = len(story.sayings)
    same, counted = np.zeros((size, size), bool), np.ones((size, size), bool)
    for one, saying in enumerate(story.sayings):
        for other in range(size):
            a, b = story.affirms[one], story.affirms[other]
            if one == other or saying.overlaps(story.sayings[other]):
                counted[one, other] = False
            elif a & b:
                same[one, other] = True
            elif (story.near[one] or story.near[other]) and not (a and b):
                counted[one, other] = False
    return torch.tensor(same), torch.tensor(counted)


class WrittenBase:
    """One base of the written pairs with its variants."""

    def __init__(self, network: PassageNetwork, rows: Sequence[tuple[str, str]], tokenizer: Tokenizer) -> None:
        self.labels = [label for label, _ in rows]
        ids = [tokenizer.encode(text, add_special_tokens=False).ids[:MOST_PIECES] for _, text in rows]
        self.batches = Batches(network, [[101, *row, 102] for row in ids])

    def vectors(self, network: PassageNetwork) -> Tensor:
        """Return one vector a text."""
        return torch.stack([row[1:].mean(0) for row in self.batches.read(network)])


def load_bases(network: PassageNetwork, tokenizer: Tokenizer) -> list[WrittenBase]:
    """Return the written bases to learn from."""
    held: dict[str, list[tuple[str, str]]] = {}
    for file in sorted(PAIRS.glob("*.tsv")):
        for line in file.read_text(encoding="utf-8").splitlines()[1:]:
            base, label, _, text = line.split("\t")
            held.setdefault(base, []).append((label, text))
    return [WrittenBase(network, rows, tokenizer) for rows in held.values()]


def _base_labels(bases: Sequence[WrittenBase]) -> tuple[Tensor, Tensor]:
    """Return the labels between all texts of some bases; narrower and broader are neither one nor the other."""
    rows = [(number, label) for number, base in enumerate(bases) for label in base.labels]
    size, alike = len(rows), {"base", "same"}
    same, counted = np.zeros((size, size), bool), np.ones((size, size), bool)
    for one, (base, label) in enumerate(rows):
        for other, (other_base, other_label) in enumerate(rows):
            if one == other:
                counted[one, other] = False
            elif base == other_base:
                both = {label, other_label}
                same[one, other] = both <= alike
                counted[one, other] = both <= alike or (bool(both & alike) and not both & {"narrower", "broader"})
    return torch.tensor(same), torch.tensor(counted)


def learn(stories: Sequence[PreparedStory], name: str) -> PassageNetwork:
    """Return the network learned from these stories and the written pairs."""
    torch.manual_seed(SEED)
    chance = random.Random(SEED)  # noqa: S311 - an order, no secret
    network = PassageNetwork().eval()
    tokenizer = Tokenizer.from_file(str(VOCABULARY / TOKENIZER_FILE))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    bases = load_bases(network, tokenizer)
    known = [StoryToLearn(network, story, tokenizer) for story in stories]
    learned = [weight for weight in network.parameters() if weight.requires_grad]
    optimiser = torch.optim.AdamW(learned, lr=RATE, weight_decay=DECAY)
    steps, step, begun = EPOCHS * len(known), 0, time.monotonic()
    network.train()
    for epoch in range(EPOCHS):
        chance.shuffle(known)
        total = 0.0
        for story in known:
            for group in optimiser.param_groups:
                group["lr"] = RATE * min(1, (step + 1) / (WARMUP * steps)) * (1 - step / steps)
            chosen = chance.sample(bases, BASES)
            loss = contrast(story.vectors(network), story.same, story.counted, temperature=TEMPERATURE)
            texts = torch.cat([base.vectors(network) for base in chosen])
            loss = loss + PAIR_SHARE * contrast(texts, *_base_labels(chosen), temperature=TEMPERATURE)
            optimiser.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(learned, 1.0)
            optimiser.step()
            step += 1
            total += float(loss.detach())
        print(f"{name}, epoch {epoch + 1}: loss {total / len(known):.3f}, {time.monotonic() - begun:.0f} s", flush=True)
    return network.eval()


def main() -> None:
    """Learn from each half and from all, and write the weights."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--into", type=Path, required=True)
    options = parser.parse_args()
    torch.set_num_threads(os.cpu_count() or 1)
    stories = list(prepare(options.folders))
    for half in range(HALVES):
        rest = [story for place, story in enumerate(stories) if place % HALVES != half]
        write_weights(learn(rest, f"half {half}"), options.into / f"half{half}")
    write_weights(learn(stories, "all stories"), options.into / "whole")


if __name__ == "__main__":
    main()
