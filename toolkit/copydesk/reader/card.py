"""What a trained reader says of itself in ``reader.json``: labels, window, calibration, and from where on it speaks."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from copydesk.core.marking import Category
from copydesk.errors import ReaderError
from copydesk.reader.labels import CATEGORIES, TAGS

FILE = "reader.json"
_VERSION = 1
_REMEDY = "install the package that fits the model, or train the model again"


@dataclass(frozen=True, slots=True, kw_only=True)
class Platt:
    """A straight line on logits that makes them mean what they say (Platt 1999): p = 1 / (1 + exp(-(slope·z + shift)))."""

    slope: float = 1.0
    shift: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Operating:
    """From which probabilities on words are marked, all after calibration.

    A word of ``seed`` or more begins a mark, and neighbours of ``grow`` or more join it; ``kinds`` holds seeds of single
    categories. A mark is major where the probability of a major error is ``major`` of that of any error or more. Marks whose
    own probability is below ``report`` are only reported on demand.
    """

    seed: float = 0.4
    grow: float = 0.25
    major: float = 0.5
    report: float = 0.0
    kinds: tuple[tuple[Category, float], ...] = ()

    def seed_of(self, category: Category) -> float:
        """The seed of a word that is likeliest of this category."""
        return dict(self.kinds).get(category, self.seed)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReaderCard:
    """``window`` counts the numbers before the network at once; ``mark`` makes the logit of a mark's surest word the
    probability that the mark is right, None where that is taken to be the word's own probability."""

    window: int
    any: Platt = field(default_factory=Platt)
    major: Platt = field(default_factory=Platt)
    faulty: Platt = field(default_factory=Platt)
    mark: Platt | None = None
    operating: Operating = field(default_factory=Operating)


def read_card(folder: Path) -> ReaderCard:
    """The card in a model folder. Raises ReaderError where it is missing, broken, or made for other labels."""
    path = folder / FILE
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise ReaderError((error.strerror or "cannot be read").lower(), where=str(path), remedy=_REMEDY) from None
    except ValueError:
        raise ReaderError("is no JSON", where=str(path), remedy="copy the model folder anew") from None
    try:
        return _card(data)
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise ReaderError(f"holds something unexpected ({error})", where=str(path), remedy=_REMEDY) from None


def _card(data: Mapping[str, Any]) -> ReaderCard:
    if data["version"] != _VERSION:
        raise ValueError(f"version {data['version']}")
    if tuple(data["tags"]) != TAGS or tuple(data["categories"]) != tuple(map(str, CATEGORIES)):
        raise ValueError("other tags or categories")
    lines = {name: _line(line) for name, line in data.get("calibration", {}).items()}
    return ReaderCard(window=int(data["window"]), operating=_operating(data.get("operating", {})), **lines)


def _line(numbers: Any) -> Platt:
    slope, shift = numbers
    return Platt(slope=float(slope), shift=float(shift))


def _operating(data: Mapping[str, Any]) -> Operating:
    kinds = tuple((Category(name), float(seed)) for name, seed in data.get("kinds", {}).items())
    known = {name: float(data[name]) for name in ("seed", "grow", "major", "report") if name in data}
    return Operating(kinds=kinds, **known)
