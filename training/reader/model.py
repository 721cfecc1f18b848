"""Which network reads a text once and answers with cues, roles, names, certainty and acts?

The encoder is MiniLM (6 layers, 384 numbers) with one more embedding for what its vocabulary leaves out: case, white
space and quotation marks. A cue is read from the words; source, content and relays of a cue are read by two small
transformer layers over the same words, told where the cue is, so that attributions may nest, cross and share.
"""

import math
from dataclasses import dataclass

import torch
import torch.nn.functional as fn
from torch import Tensor, nn

from benchmarks.datasets.names import CORPUS_LABELS, head_shape
from whence.model.pieces import LOOKS
from whence.understand.tags import ACTS, CERTAINTIES, CUE_TAGS, NAME_TAGS, POLARITIES, RELAY_TAGS, ROLE_TAGS

LAYERS, HEADS, HIDDEN, INNER = 6, 12, 384, 1536
ROLE_WIDTH, ROLE_HEADS, ROLE_INNER, ROLE_LAYERS = 128, 4, 256, 2
# Numbers that a reference and what it may lead back to are compared by; buckets of their distance in words.
REFER_WIDTH, FAR_BUCKETS = 64, 8
# Distances in words from the cue, as buckets: each of the nearest 8, then doubling up to 256, to either side.
DISTANCES = 28


@dataclass
class Shape:
    """What of the network is left out, for ablations."""

    use_looks: bool = True


class Layer(nn.Module):
    """One transformer layer, normalised after each part as BERT's are."""

    def __init__(self, width: int, heads: int, inner: int) -> None:
        super().__init__()
        self.heads = heads
        self.qkv = nn.Linear(width, 3 * width)
        self.out = nn.Linear(width, width)
        self.norm1 = nn.LayerNorm(width, eps=1e-12)
        self.up = nn.Linear(width, inner)
        self.down = nn.Linear(inner, width)
        self.norm2 = nn.LayerNorm(width, eps=1e-12)
        self.dropout = 0.1

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        """Return x (n, t, width) read once more; `mask` (n, 1, 1, t) is added to the scores."""
        n, t, width = x.shape
        q, k, v = self.qkv(x).view(n, t, 3, self.heads, width // self.heads).permute(2, 0, 3, 1, 4)
        drop = self.dropout if self.training else 0.0
        seen = fn.scaled_dot_product_attention(q, k, v, attn_mask=mask)
        seen = seen.transpose(1, 2).reshape(n, t, width)
        x = self.norm1(x + fn.dropout(self.out(seen), drop, self.training))
        return self.norm2(x + fn.dropout(self.down(fn.gelu(self.up(x))), drop, self.training))


def bucket(distance: Tensor) -> Tensor:
    """Return the bucket of a signed distance in words, 0 to DISTANCES - 1; 14 is the cue itself."""
    size = distance.abs().clamp(max=256)
    far = 8 + torch.log2(size.clamp(min=8).float() / 8).ceil().long()
    return 14 + distance.sign() * torch.where(size <= 8, size, far)


class Reader(nn.Module):
    """The whole network; every method takes and gives tensors with a batch of windows first."""

    def __init__(self, shape: Shape | None = None) -> None:
        super().__init__()
        self.shape = shape or Shape()
        self.words = nn.Embedding(30522, HIDDEN)
        self.positions = nn.Embedding(512, HIDDEN)
        self.looks = nn.Embedding(LOOKS + 1, HIDDEN)  # one more for the marks at both ends of a window
        self.norm = nn.LayerNorm(HIDDEN, eps=1e-12)
        self.layers = nn.ModuleList([Layer(HIDDEN, HEADS, INNER) for _ in range(LAYERS)])
        self.cues = nn.Linear(HIDDEN, len(CUE_TAGS))
        self.inner = nn.Linear(HIDDEN, len(CUE_TAGS))  # cues inside the content of another
        self.names = nn.Linear(HIDDEN, len(NAME_TAGS))
        self.corpora = nn.ModuleDict({c: nn.Linear(HIDDEN, math.prod(head_shape(c))) for c in CORPUS_LABELS})
        self.factuality = nn.Sequential(nn.Linear(HIDDEN, 64), nn.GELU(), nn.Linear(64, 1))
        self.refer_from = nn.Linear(HIDDEN, REFER_WIDTH)
        self.refer_to = nn.Linear(HIDDEN, REFER_WIDTH)
        self.refer_far = nn.Parameter(torch.zeros(FAR_BUCKETS))
        self.role_word = nn.Linear(HIDDEN, ROLE_WIDTH)
        self.role_cue = nn.Linear(HIDDEN, ROLE_WIDTH)
        self.role_gate = nn.Linear(HIDDEN, ROLE_WIDTH)
        self.role_distance = nn.Embedding(DISTANCES + 1, ROLE_WIDTH)
        self.role_norm = nn.LayerNorm(ROLE_WIDTH)
        self.role_layers = nn.ModuleList([Layer(ROLE_WIDTH, ROLE_HEADS, ROLE_INNER) for _ in range(ROLE_LAYERS)])
        self.roles = nn.Linear(ROLE_WIDTH, len(ROLE_TAGS))
        self.relays = nn.Linear(ROLE_WIDTH, len(RELAY_TAGS))
        self.pool = nn.Linear(ROLE_WIDTH, 1)
        self.manner = nn.Linear(HIDDEN + 2 * ROLE_WIDTH, 128)
        self.acts = nn.Linear(128, len(ACTS))
        self.certainties = nn.Linear(128, len(CERTAINTIES))
        self.polarities = nn.Linear(128, len(POLARITIES))
        self.role_steps = nn.Parameter(torch.zeros(len(ROLE_TAGS), len(ROLE_TAGS)))
        self.relay_steps = nn.Parameter(torch.zeros(len(RELAY_TAGS), len(RELAY_TAGS)))
        self.cue_steps = nn.Parameter(torch.zeros(len(CUE_TAGS), len(CUE_TAGS)))
        self.inner_steps = nn.Parameter(torch.zeros(len(CUE_TAGS), len(CUE_TAGS)))
        self.name_steps = nn.Parameter(torch.zeros(len(NAME_TAGS), len(NAME_TAGS)))
        for part in (*self.role_layers, self.corpora, *self.heads()):
            for p in part.parameters():
                if p.dim() > 1:
                    nn.init.xavier_uniform_(p)
        nn.init.normal_(self.role_distance.weight, std=0.1)
        nn.init.zeros_(self.looks.weight)

    def heads(self) -> list[nn.Module]:
        """Return the parts that begin from nothing."""
        return [
            self.cues, self.inner, self.names, self.factuality, self.refer_from, self.refer_to,
            self.role_word, self.role_cue, self.role_gate,
            self.roles, self.relays, self.pool, self.manner, self.acts, self.certainties, self.polarities,
        ]  # fmt: skip

    def load_upstream(self, weights: dict[str, Tensor]) -> None:
        """Take the encoder's weights over from all-MiniLM-L6-v2 (names of the transformers library)."""
        self.words.weight.data = weights["embeddings.word_embeddings.weight"].clone()
        kind = weights["embeddings.token_type_embeddings.weight"][0]
        self.positions.weight.data = weights["embeddings.position_embeddings.weight"] + kind
        self.norm.weight.data = weights["embeddings.LayerNorm.weight"].clone()
        self.norm.bias.data = weights["embeddings.LayerNorm.bias"].clone()
        for number, layer in enumerate(self.layers):
            name = f"encoder.layer.{number}."
            for part in ("weight", "bias"):
                qkv = [weights[f"{name}attention.self.{x}.{part}"] for x in ("query", "key", "value")]
                setattr(layer.qkv, part, nn.Parameter(torch.cat(qkv)))
                for ours, theirs in (
                    ("out", "attention.output.dense"), ("norm1", "attention.output.LayerNorm"),
                    ("up", "intermediate.dense"), ("down", "output.dense"), ("norm2", "output.LayerNorm"),
                ):  # fmt: skip
                    setattr(getattr(layer, ours), part, nn.Parameter(weights[f"{name}{theirs}.{part}"].clone()))

    def encode(self, ids: Tensor, looks: Tensor, mask: Tensor, first: Tensor) -> Tensor:
        """Return one vector a word (n, words, 384).

        `ids`, `looks`, `mask` (n, pieces); `first` (n, words) is the piece that stands for each word.
        """
        x = self.words(ids) + self.positions.weight[: ids.shape[1]]
        if self.shape.use_looks:
            x = x + self.looks(looks)
        x = fn.dropout(self.norm(x), 0.1, self.training)
        added = (1.0 - mask[:, None, None, :].float()) * -1e4
        for layer in self.layers:
            x = layer(x, added)
        return x.gather(1, first[..., None].expand(-1, -1, HIDDEN))

    def relative(self, words: Tensor, is_word: Tensor, row: Tensor, low: Tensor, high: Tensor) -> tuple[Tensor, ...]:
        """Return for each cue its role and relay scores (cues, words, tags) and act, certainty and polarity scores.

        `words` (n, words, 384), `is_word` (n, words); cue k is the words low[k] up to high[k] of window row[k].
        """
        place = torch.arange(words.shape[1], device=words.device)
        distance = torch.where(
            place[None] < low[:, None], place[None] - low[:, None], (place[None] - high[:, None] + 1).clamp(min=0)
        )
        inside = ((place[None] >= low[:, None]) & (place[None] < high[:, None])).float()
        mean = torch.einsum("cw,cwh->ch", inside / inside.sum(1, keepdim=True), words[row])
        x = self.role_word(words)[row]
        x = (
            x * (1 + self.role_gate(mean)[:, None])
            + self.role_cue(mean)[:, None]
            + self.role_distance(bucket(distance))
        )
        x = self.role_norm(x)
        there = is_word[row]
        added = (1.0 - there[:, None, None, :].float()) * -1e4
        for layer in self.role_layers:
            x = layer(x, added)
        weight = (self.pool(x)[..., 0] + added[:, 0, 0]).softmax(1)
        pooled = torch.einsum("cw,cwh->ch", weight, x)
        near = torch.einsum("cw,cwh->ch", inside / inside.sum(1, keepdim=True), x)
        manner = fn.gelu(self.manner(fn.dropout(torch.cat([mean, pooled, near], 1), 0.2, self.training)))
        return self.roles(x), self.relays(x), self.acts(manner), self.certainties(manner), self.polarities(manner)


def far_bucket(distance: int) -> int:
    """Return the bucket of a distance in words from a reference back to what it may lead to.

    >>> [far_bucket(words) for words in (0, 7, 8, 40, 900)]
    [0, 0, 1, 3, 7]
    """
    return min(FAR_BUCKETS - 1, max(0, distance // 8).bit_length())


def chain_loss(scores: Tensor, allowed: Tensor, steps: Tensor, there: Tensor) -> Tensor:
    """Return the mean negative log-likelihood a row of the allowed label sequences under a linear-chain CRF.

    `scores` (n, t, k); `allowed` (n, t, k) bool: a label of which the corpus says nothing is allowed beside others
    (partial labels, summed over); `steps` (k, k) from, to; `there` (n, t) bool, true from the first word on.
    """
    both = torch.cat([scores, scores.masked_fill(~allowed, -1e4)])
    there2 = torch.cat([there, there])
    total = both[:, 0]
    for t in range(1, both.shape[1]):
        following = torch.logsumexp(total[:, :, None] + steps[None], 1) + both[:, t]
        total = torch.where(there2[:, t, None], following, total)
    ends = torch.logsumexp(total, 1)
    free, bound = ends.chunk(2)
    return (free - bound).mean()
