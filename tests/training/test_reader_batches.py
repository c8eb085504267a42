"""From runs of sentences to windows, batches and tensors."""

from __future__ import annotations

import random
from collections.abc import Sequence

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tiny_training import encoder

from copydesk.core.span import Span
from copydesk.reader.encoding import Piece
from copydesk.reader.labels import COLUMNS
from copydesk.training.reader.batches import Batch, batched, tensors, windows
from copydesk.training.reader.examples import UNKNOWN, Unit, unit

ENCODER = encoder()
ROOM = 20
FIRST = 10

runs = st.lists(st.integers(1, 30), max_size=20)


def made(size: int, origin: int = 3) -> Unit:
    """A sentence of so many pieces, whose goals tell them apart."""
    one = unit("", [Piece(number=FIRST + at, form=at % 8, span=Span(at, at + 1)) for at in range(size)], origin)
    one.goals[:, COLUMNS.any] = np.arange(size) / 100
    return one


def width(window: Sequence[Unit]) -> int:
    return sum(len(one.pieces) + 1 for one in window) + 1


@settings(deadline=None)
@given(runs, st.integers(0, 500))
def test_every_unit_stands_in_one_window_in_order(sizes: list[int], seed: int) -> None:
    run = tuple(made(size) for size in sizes)
    found = list(windows(run, ROOM, random.Random(seed)))
    assert [id(one) for window in found for one in window] == [id(one) for one in run]
    assert all(window and (len(window) == 1 or width(window) <= ROOM) for window in found)


@settings(deadline=None)
@given(st.lists(st.lists(st.integers(1, 30), min_size=1, max_size=3), max_size=20), st.integers(20, 200), st.integers(0, 500))
def test_batches_keep_to_their_budget_and_lose_nothing(sizes: list[list[int]], budget: int, seed: int) -> None:
    given_ = [[made(size) for size in window] for window in sizes]
    found = batched(given_, ROOM, budget, random.Random(seed))
    assert sorted(id(window) for batch in found for window in batch) == sorted(map(id, given_))
    for batch in found:
        widest = max(min(ROOM, width(window)) for window in batch)
        assert len(batch) == 1 or widest * len(batch) <= budget


@settings(deadline=None)
@given(st.lists(st.lists(st.integers(1, 30), min_size=1, max_size=3), min_size=1, max_size=4), st.sampled_from([0.0, 0.5, 1.0]))
def test_numbers_stand_beside_their_goals(sizes: list[list[int]], hidden: float) -> None:
    given_ = [[made(size, origin=2 + row) for size in window] for row, window in enumerate(sizes)]
    batch = tensors(given_, ENCODER, ROOM, hidden, seed=1)
    assert batch.input_ids.shape == (len(sizes), max(min(ROOM, width(window)) for window in given_))
    assert batch.goals.shape == (*batch.input_ids.shape, COLUMNS.width)
    for row, window in enumerate(given_):
        _compare(batch, row, window)


def _compare(batch: Batch, row: int, window: Sequence[Unit]) -> None:
    """Go along a row of a batch."""
    ids = batch.input_ids[row].tolist()
    at, room = 0, len(ids) - 1
    for one in window:
        if at >= room:
            break
        count = min(len(one.pieces), room - at - 1)
        inside = slice(at + 1, at + 1 + count)
        assert ids[at] == ENCODER.opening
        assert batch.token_type_ids[row, at] == 0
        assert (batch.goals[row, at] == UNKNOWN).all()
        assert all(number in (ENCODER.masking, FIRST + place) for place, number in enumerate(ids[inside]))
        assert batch.token_type_ids[row, inside].tolist() == [piece.form for piece in one.pieces[:count]]
        assert (batch.goals[row, inside].numpy() == one.goals[:count]).all()
        assert batch.origins[row, at : at + 1 + count].tolist() == [one.origin] * (count + 1)
        at += 1 + count
    assert ids[at] == ENCODER.closing
    assert ids[at + 1 :] == [ENCODER.padding] * (len(ids) - at - 1)
    assert batch.attention_mask[row].tolist() == [1] * (at + 1) + [0] * (len(ids) - at - 1)
    assert (batch.goals[row, at:] == UNKNOWN).all()


def test_what_has_no_room_is_cut() -> None:
    batch = tensors([[made(30)]], ENCODER, ROOM)
    assert batch.input_ids.tolist() == [[ENCODER.opening, *range(FIRST, FIRST + 18), ENCODER.closing]]


@pytest.mark.parametrize(("hidden", "least", "most"), [(0.0, 0, 0), (0.3, 150, 450), (1.0, 1000, 1000)])
def test_a_share_of_the_pieces_is_hidden_but_no_mark(hidden: float, least: int, most: int) -> None:
    numbers = tensors([[made(10)] for _ in range(100)], ENCODER, ROOM, hidden, seed=2).input_ids
    masked = numbers == ENCODER.masking
    assert least <= int(masked.sum()) <= most
    assert not masked[:, [0, -1]].any()
    assert (tensors([[made(10)] for _ in range(100)], ENCODER, ROOM, hidden, seed=2).input_ids == numbers).all()
