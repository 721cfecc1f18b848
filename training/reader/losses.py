"""How far is the network from what the examples say?"""

import numpy as np
import torch
import torch.nn.functional as fn
from torch import Tensor

from benchmarks.datasets.names import head_shape
from training.reader.batches import Batch, Window, labels
from training.reader.examples import Role
from training.reader.model import Reader, chain_loss, far_bucket

# Weight of each part beside the others.
MANNER, NAMES, CORPUS_NAMES, FACTUALITY = 0.5, 0.5, 0.3, 1.0


def loss_of(model: Reader, batch: Batch) -> Tensor:
    """Return the loss of one batch over all that its corpus labels."""
    words = model.encode(batch.ids, batch.looks, batch.mask, batch.first)
    parts = [part for part in (
        _cues(model, batch, words), _roles(model, batch, words), _names(model, batch, words),
        _corpus_names(model, batch, words), _factuality(model, batch, words), _references(model, batch, words),
    ) if part is not None]  # fmt: skip
    total = parts[0]
    for part in parts[1:]:
        total = total + part
    return total


def _cues(model: Reader, batch: Batch, words: Tensor) -> Tensor | None:
    total = None
    for name, head, steps in (("cues", model.cues, model.cue_steps), ("inner", model.inner, model.inner_steps)):
        known = [row for row, window in enumerate(batch.windows) if getattr(window.example, name) is not None]
        if not known:
            continue
        chosen = [
            getattr(batch.windows[row].example, name)[batch.windows[row].low : batch.windows[row].high] for row in known
        ]
        allowed = labels(chosen, words.shape[1])
        loss = chain_loss(head(words[known]), allowed, steps, batch.is_word[known])
        # Cues that are sure: where a corpus says nothing, every label is allowed.
        sure = sum(int((rows[:, 1] & ~rows[:, 0]).sum()) for rows in chosen)
        found = loss * len(known) / max(4, sure)
        total = found if total is None else total + found
    return total


def _roles_in(window: Window) -> list[Role]:
    return [role for role in window.example.roles if window.low <= role.low and role.high <= window.high]


def _roles(model: Reader, batch: Batch, words: Tensor) -> Tensor | None:
    found = [(row, window, role) for row, window in enumerate(batch.windows) for role in _roles_in(window)]
    if not found:
        return None
    row = torch.tensor([number for number, _, _ in found])
    low = torch.tensor([role.low - window.low for _, window, role in found])
    high = torch.tensor([role.high - window.low for _, window, role in found])
    roles, relays, acts, certainties, polarities = model.relative(words, batch.is_word, row, low, high)
    allowed = labels([role.allowed[window.low : window.high] for _, window, role in found], words.shape[1])
    loss = chain_loss(roles, allowed, model.role_steps, batch.is_word[row])
    told = [number for number, (_, _, role) in enumerate(found) if role.relays is not None]
    if told:
        chosen = [found[number][2].relays[found[number][1].low : found[number][1].high] for number in told]  # type: ignore[index]
        allowed = labels(chosen, words.shape[1])
        loss = loss + chain_loss(relays[told], allowed, model.relay_steps, batch.is_word[row[told]])
    weight = torch.tensor([role.weight for _, _, role in found])
    for scores, name in ((acts, "act"), (certainties, "certainty"), (polarities, "polarity")):
        wanted = torch.tensor([getattr(role, name) for _, _, role in found])
        if bool((wanted >= 0).any()):
            each = fn.cross_entropy(scores, wanted, ignore_index=-1, reduction="none", label_smoothing=0.05)
            loss = loss + MANNER * (each * weight).sum() / weight[wanted >= 0].sum()
    return loss


def _names(model: Reader, batch: Batch, words: Tensor) -> Tensor | None:
    known = [row for row, window in enumerate(batch.windows) if window.example.names is not None]
    if not known:
        return None
    chosen = [batch.windows[row].example.names[batch.windows[row].low : batch.windows[row].high] for row in known]  # type: ignore[index]
    allowed = labels(chosen, words.shape[1])
    count = float(batch.is_word[known].sum())
    return (
        NAMES
        * 20
        * len(known)
        / count
        * chain_loss(model.names(words[known]), allowed, model.name_steps, batch.is_word[known])
    )


def _corpus_names(model: Reader, batch: Batch, words: Tensor) -> Tensor | None:
    known = [row for row, window in enumerate(batch.windows) if window.example.corpus_names is not None]
    if not known:
        return None
    corpus = batch.windows[known[0]].example.corpus_names[0]  # type: ignore[index]  # a batch is of one corpus
    rows, tags = head_shape(corpus)
    wanted = np.full((len(known), words.shape[1], rows), -1, np.int64)
    for number, row in enumerate(known):
        window = batch.windows[row]
        wanted[number, : window.high - window.low] = window.example.corpus_names[1][window.low : window.high]  # type: ignore[index]
    scores = model.corpora[corpus](words[known])
    each = fn.cross_entropy(scores.view(-1, tags), torch.from_numpy(wanted).flatten(), ignore_index=-1)
    return CORPUS_NAMES * 20 * rows * each


def _factuality(model: Reader, batch: Batch, words: Tensor) -> Tensor | None:
    places = [
        (row, at - window.low, value)
        for row, window in enumerate(batch.windows)
        for at, value in window.example.factuality
        if window.low <= at < window.high
    ]
    if not places:
        return None
    rows, at, values = zip(*places, strict=True)
    found = model.factuality(words[list(rows), list(at)])[:, 0]
    return FACTUALITY * fn.smooth_l1_loss(found, torch.tensor(values))


def _references(model: Reader, batch: Batch, words: Tensor) -> Tensor | None:
    """Return how far the network is from leading each reference back to one of its right candidates."""
    losses = []
    for row, window in enumerate(batch.windows):
        for reference in window.example.references:
            low, high = reference.words
            inside = [
                (start - window.low, end - window.low, right)
                for (start, end), right in zip(reference.candidates, reference.right, strict=True)
                if window.low <= start and end <= window.high
            ]
            if not (window.low <= low and high <= window.high) or not any(right for *_, right in inside):
                continue
            asked = model.refer_from(words[row, low - window.low : high - window.low].mean(0))
            given = model.refer_to(torch.stack([words[row, start:end].mean(0) for start, end, _ in inside]))
            far = model.refer_far[[far_bucket(low - window.low - end) for _, end, _ in inside]]
            scores = (given @ asked) / given.shape[1] ** 0.5 + far
            right = torch.tensor([is_right for *_, is_right in inside])
            losses.append(scores.logsumexp(0) - scores[right].logsumexp(0))
    return torch.stack(losses).mean() if losses else None
