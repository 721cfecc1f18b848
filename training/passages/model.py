"""Which network reads a report once and gives each passage a vector? MiniLM, with its words left as they came."""

import torch
import torch.nn.functional as fn
from safetensors.torch import load_file
from torch import Tensor, nn

from training.reader.model import HEADS, HIDDEN, INNER, LAYERS, Layer
from training.upstream import upstream_folder

# Layers that training leaves as they came: general ones, and their output is computed once.
FROZEN = 2


class PassageNetwork(nn.Module):
    """The encoder; `lower` is what never changes, `upper` what is learned."""

    def __init__(self) -> None:
        super().__init__()
        self.words = nn.Embedding(30522, HIDDEN)
        self.positions = nn.Embedding(512, HIDDEN)
        self.norm = nn.LayerNorm(HIDDEN, eps=1e-12)
        self.layers = nn.ModuleList([Layer(HIDDEN, HEADS, INNER) for _ in range(LAYERS)])
        self.load_state_dict(_upstream())
        for part in (self.words, self.positions, self.norm, *list(self.layers)[:FROZEN]):
            part.requires_grad_(False)

    @torch.no_grad()
    def lower(self, ids: Tensor, mask: Tensor) -> Tensor:
        """Return pieces (n, t) read by the layers that never change."""
        x = self.norm(self.words(ids) + self.positions.weight[: ids.shape[1]][None])
        return _through(list(self.layers)[:FROZEN], x, mask)

    def upper(self, x: Tensor, mask: Tensor) -> Tensor:
        """Return what `lower` gave (n, t, 384), read to the end."""
        return _through(list(self.layers)[FROZEN:], x, mask)


def _through(layers: list[nn.Module], x: Tensor, mask: Tensor) -> Tensor:
    hidden = ((1 - mask) * -1e9)[:, None, None].float()
    for layer in layers:
        x = layer(x, hidden)
    return x


def contrast(vectors: Tensor, same: Tensor, counted: Tensor, *, temperature: float) -> Tensor:
    """Return the supervised contrastive loss (Khosla et al. 2020) of vectors of one story.

    `same[i, j]`: both say the same; `counted[i, j]`: the pair is known to be one thing or the other.
    """
    unit = fn.normalize(vectors, dim=1)
    scores = (unit @ unit.T / temperature).masked_fill(~counted, -1e9)
    chances = scores - torch.logsumexp(scores, 1, keepdim=True)
    has = same.any(1)
    if not has.any():
        return vectors.sum() * 0
    return -(chances.masked_fill(~same, 0).sum(1)[has] / same.sum(1)[has]).mean()


def _upstream() -> dict[str, Tensor]:
    """Return the published weights under the names of this network."""
    kept = {k.removeprefix("bert."): v for k, v in load_file(upstream_folder() / "model.safetensors").items()}
    found = {
        "words.weight": kept["embeddings.word_embeddings.weight"],
        # Only segment 0 is ever used, so it is part of the position.
        "positions.weight": kept["embeddings.position_embeddings.weight"]
        + kept["embeddings.token_type_embeddings.weight"][0],
    }
    for part in ("weight", "bias"):
        found[f"norm.{part}"] = kept[f"embeddings.LayerNorm.{part}"]
        for n in range(LAYERS):
            theirs, ours = f"encoder.layer.{n}.", f"layers.{n}."
            found[f"{ours}qkv.{part}"] = torch.cat(
                [kept[f"{theirs}attention.self.{name}.{part}"] for name in ("query", "key", "value")]
            )
            for mine, upstream in (
                ("out", "attention.output.dense"), ("norm1", "attention.output.LayerNorm"),
                ("up", "intermediate.dense"), ("down", "output.dense"), ("norm2", "output.LayerNorm"),
            ):  # fmt: skip
                found[f"{ours}{mine}.{part}"] = kept[f"{theirs}{upstream}.{part}"]
    return found
