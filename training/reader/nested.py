"""How does the head for names that lie in one another learn, when the rest of the network is done?

re3d is the smallest corpus by far. Learned from often enough, it moves the encoder away from what the reader is for:
with eight passes over it in the last one, the link F1 on PolNeAR and the names in the kinds of Whence fell. So its
head, a linear one, learns alone from the vectors of the finished encoder.
"""

import random
from collections.abc import Sequence

import torch
import torch.nn.functional as fn
from torch import Tensor, nn

from benchmarks.datasets.names import NESTED, head_shape
from training.reader.batches import stack, windows
from training.reader.examples import Example
from training.reader.model import Reader

# How often each text is cut anew into windows, the passes over the vectors, and their rate, decay and dropout: the best
# of four settings by four-fold validation on the documents that are learned from.
CUTS, PASSES, RATE, DECAY, DROPOUT = 4, 30, 3e-3, 0.01, 0.1
WORDS = 1024  # of a batch


def learn_nested(model: Reader, corpus: str, examples: Sequence[Example], *, seed: int) -> None:
    """Learn the head of one corpus of nested names from nothing; all else stays as it is."""
    if corpus not in NESTED:
        raise ValueError(f"{corpus} has no names in names")
    torch.manual_seed(seed)
    model.eval()
    words, wanted = vectors_of(model, examples)
    rows, tags = head_shape(corpus)
    head = nn.Linear(words.shape[1], rows * tags)
    nn.init.xavier_uniform_(head.weight)
    nn.init.zeros_(head.bias)
    optimiser = torch.optim.AdamW(head.parameters(), lr=RATE, weight_decay=DECAY)
    steps = PASSES * -(-len(words) // WORDS)
    plan = torch.optim.lr_scheduler.LinearLR(optimiser, 1.0, 0.0, steps)
    for _ in range(PASSES):
        for chosen in torch.randperm(len(words)).split(WORDS):
            scores = head(fn.dropout(words[chosen], DROPOUT)).view(-1, tags)
            loss = rows * fn.cross_entropy(scores, wanted[chosen].flatten())
            optimiser.zero_grad()
            loss.backward()
            optimiser.step()
            plan.step()
    model.corpora[corpus].load_state_dict(head.state_dict())


def vectors_of(model: Reader, examples: Sequence[Example]) -> tuple[Tensor, Tensor]:
    """Return the vectors (n, 384) of the examples' words as several cuts into windows show them, and their tags."""
    words, wanted = [], []
    with torch.no_grad():
        for cut in range(CUTS):
            chance = random.Random(cut) if cut else None  # noqa: S311  # where a window begins, no secret
            for window in (window for example in examples for window in windows(example, chance)):
                batch = stack("names", [window])
                words.append(model.encode(batch.ids, batch.looks, batch.mask, batch.first)[0])
                assert window.example.corpus_names is not None  # a corpus with a head
                wanted.append(torch.from_numpy(window.example.corpus_names[1][window.low : window.high]))
    return torch.cat(words), torch.cat(wanted)
