"""Names as wholes: what a name of other parts shares with a written one, found by the letters that both have.

A name is kept as two 64-bit numbers (superimposed codes, Roberts 1979): one bit for each letter and for its second and third
occurrence, so that an edit ratio is never much higher than what two names share of these, and one for each pair of neighbours.
All names of a list are gone through at once; the numbers are made when they are first asked for.
"""

from __future__ import annotations

from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from copydesk.entities.name_texts import NameTexts
from copydesk.entities.packing import Numbers
from copydesk.names.likeness import Floats

Bits = NDArray[np.uint64]
#: names that are read at once
_BLOCK = 1 << 13
#: shares of the written letters that a name must have, the next only where so few times the names that are asked for have more
_SHARES, _ENOUGH = (0.75, 0.5, 0.0), 32
#: what shared pairs count beside shared letters
_PAIRS = np.float32(0.25)
#: the letters of the alphabet, numbered from 1, the bits of such a number, and how often one letter is told apart
_LETTERS, _WIDTH, _OFTEN = 26, 5, 3
_BEFORE_A, _LINE = ord("a") - 1, ord("\n")
#: letters that names have three times
_THRICE = "aeinorstlumk"


def _letter_bits() -> Bits:
    """The bit of each letter at its first, second, third and later occurrence; none where there is no room."""
    bits = np.zeros((1 << _WIDTH, _OFTEN + 1), dtype=np.uint64)
    for letter in range(1, _LETTERS + 1):
        bits[letter, :2] = 1 << (letter - 1), 1 << (_LETTERS + letter - 1)
    for at, thrice in enumerate(_THRICE):
        bits[ord(thrice) - _BEFORE_A, 2] = 1 << (2 * _LETTERS + at)
    return bits.reshape(-1)


_LETTER_BITS, _PAIR_BITS = _letter_bits(), np.uint64(1) << np.arange(64, dtype=np.uint64)


class WholeNames:
    """Finds the names of one list by their letters, in any parts."""

    def __init__(self, texts: NameTexts) -> None:
        self._texts = texts

    def names(self, text: str, size: int, allowed: NDArray[np.bool_]) -> Numbers:
        """Numbers of the allowed names that share most letters and pairs of them with a folded one, rising."""
        if not len(self._texts):
            return np.zeros(0, dtype=np.uint32)
        (letters, pairs), (own, own_pairs) = self._known, signatures(f"{text}\n".encode(), 1)
        both, written = np.bitwise_count(letters & own[0]), int(np.bitwise_count(own[0]))
        for share in _SHARES:
            near = np.flatnonzero((both >= max(1, int(share * written))) & allowed)
            if len(near) >= size * _ENOUGH:
                break
        score = _alike(letters[near], own[0]) + _PAIRS * _alike(pairs[near], own_pairs[0])
        if len(near) > size:
            near = np.sort(near[np.argpartition(-score, size)[:size]])
        return near.astype(np.uint32)

    @cached_property
    def _known(self) -> tuple[Bits, Bits]:
        """The signatures of all names."""
        count = len(self._texts)
        letters, pairs = np.zeros(count, dtype=np.uint64), np.zeros(count, dtype=np.uint64)
        for start in range(0, count, _BLOCK):
            here = slice(start, min(start + _BLOCK, count))
            letters[here], pairs[here] = signatures(self._texts.block(start, here.stop), here.stop - start)
        return letters, pairs


def _alike(bits: Bits, own: np.uint64) -> Floats:
    """How many bits each has in common with one, of all that both have."""
    both = np.bitwise_count(bits & own).astype(np.float32)
    every = np.bitwise_count(bits) + np.float32(np.bitwise_count(own))
    return np.asarray(both / np.maximum(every, np.float32(1.0)), dtype=np.float32)


def signatures(names: bytes, count: int) -> tuple[Bits, Bits]:
    """The bits of the letters and of the pairs of letters of so many folded names, a line each; blanks are left out."""
    text = np.frombuffer(names.replace(b" ", b""), dtype=np.uint8)
    lines = text == _LINE
    name = np.cumsum(lines, dtype=np.uint32) - lines
    return _gathered(*_of_letters(text, name), count), _gathered(*_of_pairs(text, name), count)


def _of_letters(text: NDArray[np.uint8], name: Numbers) -> tuple[Numbers, Bits]:
    letters = text - np.uint8(_BEFORE_A)
    there = np.flatnonzero((letters >= 1) & (letters <= _LETTERS))
    # equal letters of a name stand together when sorted: where one stands among them is how often it came before
    order = np.sort(name[there] << np.uint32(_WIDTH) | letters[there])
    places = np.arange(len(order), dtype=np.uint32)
    firsts = places.copy()
    firsts[1:][order[1:] == order[:-1]] = 0
    times = np.minimum(places - np.maximum.accumulate(firsts), np.uint32(_OFTEN))
    letter = order & np.uint32((1 << _WIDTH) - 1)
    return order >> np.uint32(_WIDTH), _LETTER_BITS.take(letter * np.uint32(_OFTEN + 1) + times)


def _of_pairs(text: NDArray[np.uint8], name: Numbers) -> tuple[Numbers, Bits]:
    there = np.flatnonzero((text[:-1] != _LINE) & (text[1:] != _LINE))
    codes = (text[there] * np.uint8(31) + text[there + 1] * np.uint8(7)) & np.uint8(63)
    return name[there], _PAIR_BITS.take(codes)


def _gathered(name: Numbers, bits: Bits, count: int) -> Bits:
    """The bits of each name put together."""
    made = np.zeros(count, dtype=np.uint64)
    if len(name):
        first = np.flatnonzero(np.concatenate([[True], name[1:] != name[:-1]]))
        made[name[first]] = np.bitwise_or.reduceat(bits, first)
    return made
