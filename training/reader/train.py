"""How are the reader's weights learned? One command from `../shared/data` to a checkpoint; a stopped run goes on.

    python -m training.reader.train --into scratch/reader

All corpora are mixed, the small ones more often. One more pass at an even rate follows, and what ships is the mean of
the weights along it (stochastic weight averaging, Izmailov et al. 2018), with re3d's head learned once more on that.
Everything is drawn from one seed.
"""

import argparse
import json
import os
import random
import time
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")

import torch  # after the variable that it reads when it loads
from safetensors.torch import load_file
from tokenizers import Tokenizer

from benchmarks.datasets import names
from training.reader import corpora
from training.reader.batches import Batch, batches
from training.reader.examples import Example
from training.reader.losses import loss_of
from training.reader.manifest import manifest
from training.reader.model import Reader, Shape
from training.reader.nested import learn_nested
from training.reader.written import without_nesting, written_passages, written_sentences
from training.upstream import upstream_folder

ENCODER_RATE, HEAD_RATE, DECAY, WARMUP = 2e-4, 1e-3, 0.01, 0.05
PIECES = 2048  # of a batch
SAVE_EVERY = 120.0  # seconds
# The last pass: the encoder's rate, the steps until it is reached, those left out of the mean, and of which one counts.
LAST_SEED = 7
EVEN_RATE, EVEN_WARMUP, NOT_AVERAGED, AVERAGED = 5e-5, 30, 60, 5
# What share of each corpus the last pass takes: those of attributions whole, names only as not to forget them.
LAST_SHARES = {
    "polnear": 1.0,
    "gmb": 0.03,
    "re3d": 1.0,
    "wikigold": 0.1,
    "wnut": 0.1,
    "crossner": 0.3,
    "uner": 0.3,
    "uds": 0.05,
    "written": 1.5,
    "sentences": 0.6,
}


@dataclass
class Source:
    """One set of examples and what share of it a pass takes; 2 takes each twice."""

    name: str
    examples: list[Example]
    share: float = 1.0


@dataclass
class Variant:
    """What is learned from and what is left out; all but the default are for ablations and validation."""

    third: bool = False
    weak: bool = True
    nesting: bool = True
    looks: bool = True
    but: str = ""


def sources_of(tokenizer: Tokenizer, variant: Variant) -> list[Source]:
    """Return the corpora: every third text only in a third, without one writer's texts in a validation."""
    step, weak = 3 if variant.third else 1, variant.weak
    written = list(written_passages(tokenizer, but=variant.but))[::step]
    if not variant.nesting:
        written = [without_nesting(example) for example in written]
    return [
        Source("polnear", list(corpora.polnear(tokenizer, "train", weak=weak))[::step]),
        Source("gmb", list(corpora.names(tokenizer, "gmb", "gmb_train", weak=weak))[::step], 0.16),
        Source("re3d", re3d_documents(tokenizer, weak=weak)),
        Source("wikigold", list(corpora.names(tokenizer, "wikigold", "wikigold", weak=weak))[::step], 0.5),
        Source("wnut", list(corpora.names(tokenizer, "wnut", "wnut17_train", weak=weak))[::step], 0.3),
        Source("crossner", list(corpora.names(tokenizer, "crossner", "crossner_politics_train", weak=weak))[::step]),
        Source("uner", uner_sentences(tokenizer, weak=weak)[::step]),
        Source("uds", list(corpora.factuality(tokenizer))[::step], 0.35),
        Source("written", written, 4.0),
        Source("sentences", list(written_sentences(tokenizer, but=variant.but))[::step], 3.0),
    ]


def re3d_documents(tokenizer: Tokenizer, *, weak: bool = True) -> list[Example]:
    """Return the documents of re3d that are not held out to measure with."""
    rows = names.re3d_documents(held_out=False)
    return [corpora.names_example(tokenizer, "re3d", row, weak=weak) for row in rows]


def uner_sentences(tokenizer: Tokenizer, *, weak: bool = True) -> list[Example]:
    """Return UNER's sentences that are not held out to measure with."""
    rows = names.uner_sentences(held_out=False)
    return [corpora.names_example(tokenizer, "uner", row, weak=weak) for row in rows]


def stream(sources: list[Source], passes: int, seed: int) -> Iterator[Batch]:
    """Yield the batches of all passes, the sources mixed by chance within each."""
    for number in range(passes):
        chance = random.Random(f"{seed}/{number}")  # noqa: S311  # an order, no secret
        queues = [list(batches(source.name, source.examples, chance, PIECES, share=source.share)) for source in sources]
        mixed = [batch for queue in queues for batch in queue]
        chance.shuffle(mixed)
        yield from mixed


def groups(model: Reader) -> list[dict[str, object]]:
    """Return the parameters with their rates; the vocabulary's vectors stay as they came."""
    model.words.weight.requires_grad_(False)
    encoder = {id(p) for part in (model.positions, model.norm, model.layers) for p in part.parameters()}
    slow = [p for p in model.parameters() if p.requires_grad and id(p) in encoder]
    fast = [p for p in model.parameters() if p.requires_grad and id(p) not in encoder]
    return [{"params": slow, "lr": ENCODER_RATE}, {"params": fast, "lr": HEAD_RATE}]


def new_optimiser(model: Reader) -> torch.optim.AdamW:
    """Return what changes the parameters, with nothing learned yet."""
    return torch.optim.AdamW(groups(model), weight_decay=DECAY, betas=(0.9, 0.98))


def learn(model: Reader, optimiser: torch.optim.AdamW, batch: Batch) -> float:
    """Learn from one batch and return its loss before that."""
    optimiser.zero_grad(set_to_none=True)
    loss = loss_of(model, batch)
    loss.backward()
    torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
    optimiser.step()
    return float(loss.detach())


def train(model: Reader, sources: list[Source], *, passes: int, seed: int, into: Path) -> None:
    """Learn from the sources; a checkpoint in `into` is taken up where it stopped, and renewed every two minutes."""
    torch.manual_seed(seed)
    total = sum(1 for _ in stream(sources, passes, seed))
    optimiser = new_optimiser(model)
    warm = max(1, int(WARMUP * total))
    plan = torch.optim.lr_scheduler.LambdaLR(
        optimiser, lambda step: min((step + 1) / warm, max(0.02, (total - step) / max(1, total - warm)))
    )
    state = into.with_suffix(".state")
    done = 0
    if state.exists():
        kept = torch.load(state, weights_only=True)
        model.load_state_dict(kept["model"])
        optimiser.load_state_dict(kept["optimiser"])
        plan.load_state_dict(kept["plan"])
        done = kept["done"]
    model.train()
    saved = began = time.monotonic()
    means: dict[str, float] = {}
    for step, batch in enumerate(stream(sources, passes, seed)):
        if step < done:
            continue
        value = learn(model, optimiser, batch)
        plan.step()
        means[batch.kind] = 0.95 * means.get(batch.kind, value) + 0.05 * value
        if step % 50 == 0:
            shown = " ".join(f"{kind} {value:.2f}" for kind, value in sorted(means.items()))
            print(f"{step}/{total} {time.monotonic() - began:.0f} s: {shown}", flush=True)
        if time.monotonic() - saved > SAVE_EVERY:
            saved = time.monotonic()
            torch.save(
                {
                    "model": model.state_dict(),
                    "optimiser": optimiser.state_dict(),
                    "plan": plan.state_dict(),
                    "done": step + 1,
                },
                state,
            )
    torch.save(model.state_dict(), into)
    state.unlink(missing_ok=True)
    print(f"{into}: {total} steps, {time.monotonic() - began:.0f} s", flush=True)


def settle(model: Reader, sources: list[Source], *, seed: int, into: Path) -> None:
    """Learn for one more pass at an even rate and keep the mean of the weights along it."""
    torch.manual_seed(seed)
    last = list(stream([replace(source, share=LAST_SHARES[source.name]) for source in sources], 1, seed))
    rates = [EVEN_RATE, EVEN_RATE * HEAD_RATE / ENCODER_RATE]
    optimiser = new_optimiser(model)
    model.train()
    began = time.monotonic()
    mean: dict[str, torch.Tensor] = {}
    counted = 0
    for step, batch in enumerate(last):
        for group, rate in zip(optimiser.param_groups, rates, strict=True):
            group["lr"] = rate * min((step + 1) / EVEN_WARMUP, 1.0)
        learn(model, optimiser, batch)
        if step >= NOT_AVERAGED and step % AVERAGED == 0:
            counted += 1
            for name, value in model.state_dict().items():
                known = mean.setdefault(name, value.clone().float())
                known += (value.float() - known) / counted
        if step % 50 == 0:
            print(f"last pass: {step}/{len(last)} {time.monotonic() - began:.0f} s", flush=True)
    torch.save({name: mean[name].to(value.dtype) for name, value in model.state_dict().items()}, into)
    print(f"{into}: {len(last)} steps, {time.monotonic() - began:.0f} s", flush=True)


def tokenizer() -> Tokenizer:
    """Return the encoder's tokenizer without cutting and padding."""
    found = Tokenizer.from_file(str(upstream_folder() / "tokenizer.json"))
    found.no_truncation()
    found.no_padding()
    return found


def new_reader(seed: int, *, looks: bool = True) -> Reader:
    """Return the network as it is before training: the encoder as it came, the heads drawn from the seed."""
    torch.manual_seed(seed)
    model = Reader(Shape(use_looks=looks))
    model.load_upstream(load_file(upstream_folder() / "model.safetensors"))
    return model


def main() -> None:
    """Train."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--into", type=Path, required=True, help="folder for checkpoints")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--passes", type=int, default=4)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--third", action="store_true", help="a third of the data, for ablations")
    parser.add_argument("--but", default="", help="leave out the written texts of one writer, a to d, to validate on")
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    options.into.mkdir(parents=True, exist_ok=True)
    data = json.dumps(manifest(), indent=1, ensure_ascii=False)
    (options.into / "data.json").write_text(f"{data}\n", encoding="utf-8")
    sources = sources_of(tokenizer(), Variant(third=options.third, but=options.but))
    first = options.into / "first.pt"
    model = new_reader(options.seed)
    if first.exists():
        model.load_state_dict(torch.load(first, weights_only=True))
    else:
        train(model, sources, passes=options.passes, seed=options.seed, into=first)
    settled = options.into / "settled.pt"
    if not settled.exists():
        settle(model, sources, seed=LAST_SEED, into=settled)
    model.load_state_dict(torch.load(settled, weights_only=True))
    learn_nested(model, "re3d", re3d_documents(tokenizer()), seed=options.seed)
    torch.save(model.state_dict(), options.into / "reader.pt")


if __name__ == "__main__":
    main()
