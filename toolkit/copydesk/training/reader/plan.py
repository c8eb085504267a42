"""What a training run of the reader does: read from one TOML file, kept beside its checkpoints."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import Any

from copydesk.errors import ConfigError

_NUMBERS: dict[Any, tuple[type, ...]] = {"int": (int,), "float": (int, float)}
_ABOVE_ZERO = frozenset({"epochs", "window", "batch", "rate", "head_rate", "warm", "keep"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Files:
    """Names of files, without folder and ending."""

    rated: tuple[str, ...]
    dev: tuple[str, ...]
    names: tuple[str, ...]
    native: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Shares:
    """How much of each kind of data an epoch holds; 1 is all of it once."""

    rated: float
    names: float
    made: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Weights:
    """What each answer counts in the loss."""

    any: float
    major: float
    categories: float
    tags: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """One run. ``window`` and ``batch`` count pieces of words, ``keep`` steps; rates are those of AdamW at their highest."""

    seed: int
    epochs: int
    window: int
    batch: int
    hidden: float
    rate: float
    head_rate: float
    warm: float
    keep: int
    encoder: str
    files: Files
    shares: Shares
    weights: Weights

    @classmethod
    def read(cls, path: Path) -> Plan:
        """The plan of a TOML file. Raises ConfigError with the file and what is wrong in it."""
        remedy = "see configs/reader.toml"
        try:
            return cls._of(tomllib.loads(path.read_text(encoding="utf-8")))
        except OSError as error:
            raise ConfigError((error.strerror or "cannot be read").lower(), where=str(path), remedy=remedy) from None
        except KeyError as error:
            raise ConfigError(f"no plan of a training run: no {error} in it", where=str(path), remedy=remedy) from None
        except (ValueError, TypeError, AttributeError) as error:
            raise ConfigError(f"no plan of a training run: {error}", where=str(path), remedy=remedy) from None

    @classmethod
    def _of(cls, table: Mapping[str, Any]) -> Plan:
        files = Files(**{key: tuple(_texts(key, value)) for key, value in table["files"].items()})
        parts = {"files": files, "shares": Shares(**table["shares"]), "weights": Weights(**table["weights"])}
        plan = cls(**{**table, **parts})
        for part in (plan, plan.shares, plan.weights):
            _check(part)
        return plan

    def keep_in(self, path: Path) -> None:
        """Write the plan beside its checkpoints. Raises ConfigError where they are of another plan."""
        text = json.dumps(asdict(self), indent=1) + "\n"
        if path.is_file() and path.read_text(encoding="utf-8") != text:
            raise ConfigError("the checkpoints there are of another plan", where=str(path), remedy="choose another folder")
        path.write_text(text, encoding="utf-8")


def _texts(name: str, value: object) -> Sequence[str]:
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        raise TypeError(f"{name!r} is no list of texts")
    return value


def _check(part: Plan | Shares | Weights) -> None:
    """Raise TypeError or ValueError for a number that is none, or with which nothing could be learnt."""
    for item in fields(part):
        value: Any = getattr(part, item.name)
        if item.type not in _NUMBERS:
            continue
        if type(value) not in _NUMBERS[item.type]:
            raise TypeError(f"{item.name!r} is {value!r}, not a number of its kind ({item.type})")
        if value < 0 or (value == 0 and item.name in _ABOVE_ZERO):
            raise ValueError(f"{item.name!r} is {value}: give more")
