"""What runs the reader's network, and how windows are put before it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from copydesk.reader.encoding import Encoder, Piece
from copydesk.reader.watching import read_so_far
from copydesk.reader.windows import Window, width

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Integers = NDArray[np.int64]
    Logits = NDArray[np.float32]

#: the share of padding that is allowed among windows that are read at once
_PADDING = 0.1


class Network(Protocol):
    """A trained network in some run time.

    ``budget`` is how many numbers, padding included, it should be given at once: more need memory and are no faster.
    """

    budget: int

    def run(self, input_ids: Integers, attention_mask: Integers, token_type_ids: Integers) -> Logits:
        """Logits (batch, pieces, columns) for three (batch, pieces) arrays: word pieces, 1 where there is one, forms."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Marks:
    """The numbers before each sentence, behind the last, and in empty places."""

    opening: int
    closing: int
    padding: int

    @classmethod
    def of(cls, encoder: Encoder) -> Marks:
        """Those of a vocabulary."""
        return cls(opening=encoder.opening, closing=encoder.closing, padding=encoder.padding)


def run_windows(
    windows: Sequence[Window], pieces: Sequence[Sequence[Piece]], network: Network, marks: Marks
) -> Iterator[tuple[Window, Logits]]:
    """Each window with its logits (numbers of the window, columns), windows of like length together, in no order.

    Whoever watches (`copydesk.reader.watching`) is told of every batch.
    """
    done = 0
    for batch in batches([width(window) for window in windows], network.budget):
        read_so_far(done, len(windows))
        chosen = [windows[number] for number in batch]
        logits = network.run(*_padded([_numbers(window, pieces, marks) for window in chosen], marks.padding))
        done += len(batch)
        yield from zip(chosen, logits, strict=True)


def batches(widths: Sequence[int], budget: int) -> Iterator[list[int]]:
    """Numbers of windows to read at once: within the budget, and of nearly the same width, as padding costs what words cost."""
    batch: list[int] = []
    for number in sorted(range(len(widths)), key=lambda number: -widths[number]):
        full = bool(batch) and (len(batch) + 1) * widths[batch[0]] > budget
        if full or (batch and widths[number] < (1 - _PADDING) * widths[batch[0]]):
            yield batch
            batch = []
        batch.append(number)
    if batch:
        yield batch


def _numbers(window: Window, pieces: Sequence[Sequence[Piece]], marks: Marks) -> list[tuple[int, int]]:
    """Word piece and form of each place."""
    numbers: list[tuple[int, int]] = []
    for shown in window:
        numbers.append((marks.opening, 0))
        numbers += [(piece.number, piece.form) for piece in pieces[shown.sentence][shown.start : shown.stop]]
    return [*numbers, (marks.closing, 0)]


def _padded(rows: Sequence[Sequence[tuple[int, int]]], padding: int) -> tuple[Integers, Integers, Integers]:
    import numpy as np

    shape = len(rows), max(map(len, rows))
    ids, mask, forms = np.full(shape, padding, np.int64), np.zeros(shape, np.int64), np.zeros(shape, np.int64)
    for at, row in enumerate(rows):
        ids[at, : len(row)], forms[at, : len(row)] = np.array(row, np.int64).T
        mask[at, : len(row)] = 1
    return ids, mask, forms
