"""Sentences into windows, windows of like length into batches, batches into tensors."""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, fields

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from copydesk.reader.encoding import Encoder
from copydesk.reader.labels import COLUMNS
from copydesk.training.reader.examples import UNKNOWN, Run, Unit

#: how often a window ends before it is full: the reader must also know sentences with no neighbours
_ENDS_EARLY = 0.08
#: windows are at most this share of the full width, drawn anew for every document
_WIDTHS = (1.0, 1.0, 0.5, 0.25)
#: lengths within so many pieces count as alike
_ALIKE = 12

Window = Sequence[Unit]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Batch:
    """Windows side by side: all but the goals, (windows, pieces, columns), are (windows, pieces) integers."""

    input_ids: Tensor
    attention_mask: Tensor
    token_type_ids: Tensor
    goals: Tensor
    origins: Tensor

    def on(self, device: torch.device) -> Batch:
        """The same on another device."""
        return Batch(**{item.name: getattr(self, item.name).to(device) for item in fields(self)})


def windows(run: Run, room: int, rng: random.Random) -> Iterator[list[Unit]]:
    """The units of a document in windows of at most ``room`` numbers, of varied length; each unit stands in one."""
    room_here = int(room * rng.choice(_WIDTHS))
    window: list[Unit] = []
    taken = 1
    for unit in run:
        size = len(unit.pieces) + 1
        if window and (taken + size > room_here or rng.random() < _ENDS_EARLY):
            yield window
            window, taken = [], 1
        window.append(unit)
        taken += size
    if window:
        yield window


def batched(found: Iterable[list[Unit]], room: int, budget: int, rng: random.Random) -> list[list[list[Unit]]]:
    """Batches of windows of like length, each of at most ``budget`` numbers, in random order."""
    sized = sorted(((_width(window, room) + rng.random() * _ALIKE, at, window) for at, window in enumerate(found)))
    batches: list[list[list[Unit]]] = []
    batch: list[list[Unit]] = []
    widest = 0
    for _, _, window in sized:
        widest = max(widest, _width(window, room))
        if batch and widest * (len(batch) + 1) > budget:
            batches.append(batch)
            batch, widest = [], _width(window, room)
        batch.append(window)
    batches += [batch] if batch else []
    rng.shuffle(batches)
    return batches


def _width(window: Window, room: int) -> int:
    return min(room, sum(len(unit.pieces) + 1 for unit in window) + 1)


def tensors(windows_: Sequence[Window], encoder: Encoder, room: int, hidden: float = 0.0, seed: int = 0) -> Batch:
    """The numbers of a batch; what a window has no room for is cut. A share ``hidden`` of the pieces is masked."""
    shape = (len(windows_), max(_width(window, room) for window in windows_))
    numbers = np.full(shape, encoder.padding, np.int64)
    forms, seen, origins = (np.zeros(shape, np.int64) for _ in range(3))
    goals = np.full((*shape, COLUMNS.width), UNKNOWN, np.float32)
    for row, window in enumerate(windows_):
        at = 0
        for unit in window:
            count = min(len(unit.pieces), shape[1] - 2 - at)
            if count < 0:
                break
            end = at + 1 + count
            numbers[row, at] = encoder.opening
            numbers[row, at + 1 : end] = [piece.number for piece in unit.pieces[:count]]
            forms[row, at + 1 : end] = [piece.form for piece in unit.pieces[:count]]
            goals[row, at + 1 : end] = unit.goals[:count]
            origins[row, at:end] = unit.origin
            at = end
        numbers[row, at] = encoder.closing
        seen[row, : at + 1] = 1
    if hidden:
        _hide(numbers, encoder, hidden, seed)
    made = {"input_ids": numbers, "attention_mask": seen, "token_type_ids": forms, "goals": goals, "origins": origins}
    return Batch(**{name: torch.from_numpy(array) for name, array in made.items()})


def _hide(numbers: NDArray[np.int64], encoder: Encoder, share: float, seed: int) -> None:
    """Mask pieces by chance; marks stay."""
    drawn = np.random.default_rng(seed).random(numbers.shape) < share
    drawn &= ~np.isin(numbers, (encoder.opening, encoder.closing, encoder.padding))
    numbers[drawn] = encoder.masking
