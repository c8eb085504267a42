"""How far the network's answers lie from the goals."""

from __future__ import annotations

from collections.abc import Mapping

import torch
from torch import Tensor
from torch.nn import functional

from copydesk.reader.labels import COLUMNS
from copydesk.training.reader.batches import Batch
from copydesk.training.reader.plan import Weights

#: answers that are a probability each
_SINGLE = {"any": COLUMNS.any, "major": COLUMNS.major}


def losses(logits: Tensor, batch: Batch) -> dict[str, Tensor]:
    """The mean loss of each answer over the places whose goal is known; 0 where none is."""
    goals = batch.goals
    found = {name: _binary(logits[..., column], goals[..., column]) for name, column in _SINGLE.items()}
    found["tags"] = _among(logits[..., COLUMNS.tags], goals[..., COLUMNS.tags], None)
    found["categories"] = _among(logits[..., COLUMNS.categories], goals[..., COLUMNS.categories], goals[..., COLUMNS.any])
    return found


def total(found: Mapping[str, Tensor], weights: Weights) -> Tensor:
    """The weighted sum."""
    return torch.stack([getattr(weights, name) * value for name, value in found.items()]).sum()


def _binary(logits: Tensor, goals: Tensor) -> Tensor:
    known = goals >= 0
    if not known.any():
        return logits.sum() * 0
    return functional.binary_cross_entropy_with_logits(logits[known], goals[known])


def _among(logits: Tensor, goals: Tensor, weights: Tensor | None) -> Tensor:
    """Cross entropy with soft goals, each place with its weight."""
    known = goals[..., 0] >= 0
    if not known.any():
        return logits.sum() * 0
    each = -(functional.log_softmax(logits[known], dim=-1) * goals[known]).sum(dim=-1)
    if weights is None:
        return each.mean()
    held = weights[known]
    return (each * held).sum() / held.sum().clamp(min=1.0)
