"""How far answers lie from goals, against sums made by hand; and how they add up to what is said of sentences."""

from __future__ import annotations

import math

import numpy as np
import pytest
import torch
from tiny_training import encoder

from copydesk.core.span import Span
from copydesk.reader.encoding import Piece
from copydesk.reader.labels import CATEGORIES, COLUMNS, TAGS
from copydesk.reader.sums import chance, quality
from copydesk.training.reader.batches import Batch, tensors
from copydesk.training.reader.examples import Unit, unit
from copydesk.training.reader.loss import losses, total
from copydesk.training.reader.plan import Weights

#: of an answer of even odds
EVEN = math.log(2)


def two_pieces() -> Unit:
    return unit("a b", [Piece(number=5, form=0, span=Span(0, 1)), Piece(number=6, form=0, span=Span(2, 3))], 2)


def batch_of(*units: Unit) -> Batch:
    return tensors([[one] for one in units], encoder(), 20)


def zeros(batch: Batch) -> torch.Tensor:
    return torch.zeros(batch.goals.shape, requires_grad=True)


def test_where_nothing_is_known_nothing_is_lost() -> None:
    batch = batch_of(two_pieces(), two_pieces())
    logits = zeros(batch)
    found = losses(logits, batch)
    assert {name: value.item() for name, value in found.items()} == dict.fromkeys(("any", "major", "tags", "categories"), 0.0)
    torch.stack(list(found.values())).sum().backward()
    assert logits.grad is not None
    assert not logits.grad.any()


def full() -> Unit:
    """One piece half marked, as grammar; the other good."""
    made = two_pieces()
    made.goals[:, [COLUMNS.any, COLUMNS.major]] = [[0.5, 0], [0, 0]]
    made.goals[0, COLUMNS.categories] = np.eye(len(CATEGORIES))[6]
    made.goals[1, COLUMNS.tags] = np.eye(len(TAGS))[0]
    return made


def test_losses_are_means_over_what_is_known() -> None:
    batch = batch_of(full(), two_pieces())
    found = {name: value.item() for name, value in losses(zeros(batch), batch).items()}
    assert found == pytest.approx(
        {
            "any": EVEN, "major": EVEN, "tags": math.log(len(TAGS)), "categories": 0.5 * math.log(len(CATEGORIES)),
        }, rel=1e-5,
    )  # fmt: skip
    parts = {name: float(at) for at, name in enumerate(found, start=1)}
    together = total({name: torch.tensor(value) for name, value in found.items()}, Weights(**parts))
    assert together.item() == pytest.approx(sum(parts[name] * found[name] for name in found), rel=1e-5)


@pytest.mark.parametrize("size", [-100.0, 0.0, 100.0])
def test_gradients_are_finite(size: float) -> None:
    batch = batch_of(full(), two_pieces())
    logits = torch.full(batch.goals.shape, size, requires_grad=True)
    found = losses(logits, batch)
    torch.stack(list(found.values())).sum().backward()
    assert logits.grad is not None
    assert torch.isfinite(logits.grad).all()
    assert all(torch.isfinite(value) for value in found.values())


@pytest.mark.parametrize(
    ("majors", "best", "odds"),
    [
        pytest.param(0.0, 1.0, math.log(1e-6), id="nothing wrong"),
        pytest.param(1e4, 0.0, math.log(1e6), id="nothing right"),
        pytest.param(math.log(2), 1 - math.log1p(5 * math.log(2)) / math.log1p(25), 0.0, id="even odds"),
    ],
)
def test_sums_of_words(majors: float, best: float, odds: float) -> None:
    assert quality(majors) == pytest.approx(best)
    assert chance(majors) == pytest.approx(odds, rel=1e-3, abs=1e-6)
