"""The learned likeness of name parts on numpy: vectors for finding, probabilities for judging.

Two folded parts are alike when one may be a garble of the other through some source script. The weights are those of
`copydesk.training.likeness.model`, where the network is described; nothing here needs torch.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from copydesk.errors import EntityListError
from copydesk.names.spelling import letter_numbers, measures, ratios

Floats = NDArray[np.float32]
FOLDER = Path(__file__).resolve().parent.parent / "data" / "likeness"
#: parts that are read at once: more would need memory without being faster
_BLOCK = 2048
#: steps in which a number of a vector is kept, so that an index may keep it in one byte and nothing changes
STEPS = 127.0
#: vectors and judgements that are remembered
_KEPT = 200_000
#: edit ratios of letters and of sounds (0 to 100) under both of which two parts are not worth the network
HOPELESS, UNHEARD = 34.0, 50.0
#: sum of both under which two parts joined are not worth it beside one: of pairs that are likelier than not 3 in 1,000 are lost
UNFUSED = 100.0
#: log-odds of such a pair
NEVER = -9.0


class Likeness:
    """The network of one folder (``config.json``, ``model.safetensors``). Raises EntityListError where that is missing."""

    def __init__(self, folder: Path = FOLDER) -> None:
        from safetensors.numpy import load_file

        weights, config = folder / "model.safetensors", folder / "config.json"
        if not weights.is_file() or not config.is_file():
            raise EntityListError("the likeness model is missing", where=str(folder), remedy="install the package again")
        self._w: dict[str, Floats] = {name: np.asarray(value, dtype=np.float32) for name, value in load_file(weights).items()}
        self._config: dict[str, Any] = json.loads(config.read_text(encoding="utf-8"))
        self.size: int = self._config["size"]
        self._vectors: dict[str, Floats] = {}
        self._known: dict[tuple[str, str], float] = {}
        #: what each letter is before the first layer, and what that makes of it: nothing of padding
        self._widened = self._w["letters.weight"] @ self._w["widen.weight"].T + self._w["widen.bias"]
        self._widened[0] = 0.0
        self._kernels = [
            # width × 3 widths
            np.ascontiguousarray(self._w[f"convolutions.{layer}.weight"].transpose(1, 2, 0)).reshape(self._widened.shape[1], -1)
            for layer in range(self._config["layers"])
        ]
        self._first = self._widened @ self._kernels[0]

    @property
    def centres(self) -> Floats:
        """The middles of the cells into which an index sorts vectors (cells × size)."""
        return self._w["centres"]

    def vectors(self, parts: Sequence[str]) -> Floats:
        """A unit vector for each folded part (parts × size)."""
        if not parts:
            return np.zeros((0, self.size), dtype=np.float32)
        order = sorted(range(len(parts)), key=lambda at: len(parts[at]))
        made = np.empty((len(parts), self.size), dtype=np.float32)
        for start in range(0, len(order), _BLOCK):
            block = order[start : start + _BLOCK]
            made[block] = self._encoded([parts[at] for at in block])
        return made

    def _encoded(self, parts: Sequence[str]) -> Floats:
        w, numbers = self._w, letter_numbers(parts)
        there = numbers > 0
        mask = there[:, :, None].astype(np.float32)
        state = self._widened[numbers]
        for layer, kernel in enumerate(self._kernels):
            # all three places of the kernel in one product, which is then put together: a place before, here, a place behind
            made = (state.reshape(-1, kernel.shape[0]) @ kernel if layer else self._first[numbers]).reshape(
                *numbers.shape, 3, -1
            )
            summed = made[:, :, 1] + w[f"convolutions.{layer}.bias"]
            summed[:, 1:] += made[:, :-1, 0]
            summed[:, :-1] += made[:, 1:, 2]
            np.maximum(summed, 0.0, out=summed)
            state += summed
            state *= mask
        places = np.arange(numbers.shape[1])
        behind = np.maximum(there.sum(axis=1, keepdims=True) - 1 - places, 0)
        scores = state @ w["attend.weight"].T + w["attend.bias"] + w["from_start"][places] + w["from_end"][behind]
        scores[~there] = -np.inf
        scores = np.exp(scores - scores.max(axis=1, keepdims=True))
        scores /= scores.sum(axis=1, keepdims=True)
        pooled = (scores.transpose(0, 2, 1) @ state).reshape(len(parts), -1)
        made = pooled @ w["project.weight"].T + w["project.bias"]
        made = made / np.maximum(np.linalg.norm(made, axis=1, keepdims=True), 1e-12)
        # rounded once before, so that the last bits of a sum, which depend on the batch, hardly ever decide a step
        return np.asarray(np.rint(np.round(made * STEPS, 3)) / STEPS, dtype=np.float32)

    def judged(self, pairs: Iterable[tuple[str, str]]) -> dict[tuple[str, str], float]:
        """Log-odds of pairs of folded parts, remembered: what differs beyond hope is not given to the network."""
        asked = {pair: self._known.get(pair) for pair in pairs}
        new = [pair for pair, odds in asked.items() if odds is None]
        if len(self._known) > _KEPT:
            self._known.clear()
        made = dict(zip(new, self._gated(new), strict=True))
        self._known.update(made)
        return {pair: made[pair] if odds is None else odds for pair, odds in asked.items()}

    def _gated(self, pairs: Sequence[tuple[str, str]]) -> list[float]:
        if not pairs:
            return []
        left, right = zip(*pairs, strict=True)
        letters, sounds = ratios(left, right)
        near = np.flatnonzero((letters >= HOPELESS) | (sounds >= UNHEARD))
        places = near.tolist()
        odds = [NEVER] * len(pairs)
        judged = self.log_odds([left[at] for at in places], [right[at] for at in places], (letters[near], sounds[near]))
        for at, value in zip(places, judged.tolist(), strict=True):
            odds[at] = max(round(value, 4), NEVER)
        return odds

    def log_odds(self, left: Sequence[str], right: Sequence[str], known: tuple[Floats, Floats] | None = None) -> Floats:
        """Log-odds that each part is a garble of the one across from it and no name of its own; equal for both directions.

        ``known`` are the ratios that `copydesk.names.spelling.ratios` gives.
        """
        if not left:
            return np.zeros(0, dtype=np.float32)
        every = list(dict.fromkeys((*left, *right)))
        place = {part: at for at, part in enumerate(every)}
        table = self.remember(every)
        one, two = table[[place[part] for part in left]], table[[place[part] for part in right]]
        return self._judged(one, two, measures(left, right, known))

    def unknown(self, parts: Iterable[str]) -> list[str]:
        """The parts whose vectors are not remembered, each once."""
        return [part for part in dict.fromkeys(parts) if part not in self._vectors]

    def keep(self, vectors: Iterable[tuple[str, Floats]]) -> None:
        """Remember vectors that an index holds."""
        if len(self._vectors) <= _KEPT:
            self._vectors.update(vectors)

    def remember(self, parts: Sequence[str]) -> Floats:
        """`vectors`, kept for the next time."""
        new = [part for part in parts if part not in self._vectors]
        if len(self._vectors) + len(new) > _KEPT:
            self._vectors.clear()
            new = list(parts)
        self._vectors.update(zip(new, self.vectors(new), strict=True))
        return np.concatenate([self._vectors[part] for part in parts]).reshape(len(parts), self.size)

    def _judged(self, one: Floats, two: Floats, measured: Floats) -> Floats:
        w = self._w
        joined = np.concatenate([one * two, np.abs(one - two), measured], axis=1)
        hidden = np.maximum(joined @ w["first.weight"].T + w["first.bias"], 0.0)
        return np.asarray(hidden @ w["second.weight"][0] + w["second.bias"][0], dtype=np.float32)


def fusible(pairs: Sequence[tuple[str, str]]) -> list[tuple[str, str]]:
    """Those of the pairs, of which one side is two parts joined, that may be one name: the others never come out likely."""
    if not pairs:
        return []
    letters, sounds = ratios(*zip(*pairs, strict=True))
    return [pairs[at] for at in np.flatnonzero(letters + sounds >= UNFUSED).tolist()]


@lru_cache(maxsize=1)
def default_likeness() -> Likeness:
    """The network that the package ships."""
    return Likeness()
