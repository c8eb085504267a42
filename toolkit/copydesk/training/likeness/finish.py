"""What is done once a network is trained: the centres of the cells, and the files that are shipped."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from copydesk.names.likeness import Likeness

Floats = NDArray[np.float32]
#: what of the network's configuration is shipped; the rest says what transformers was told
_SIZES = ("model_type", "letter_size", "width", "layers", "heads", "size", "hidden")


def centres(vectors: Floats, count: int, rng: np.random.Generator, rounds: int = 12) -> Floats:
    """Middles of cells on the unit sphere: spherical k-means (Dhillon & Modha 2001) on a sample."""
    found = vectors[rng.choice(len(vectors), min(count, len(vectors)), replace=False)]
    for _ in range(rounds):
        nearest = np.argmax(vectors @ found.T, axis=1)
        sums = np.zeros_like(found)
        np.add.at(sums, nearest, vectors)
        sizes = np.linalg.norm(sums, axis=1, keepdims=True)
        found = np.where(sizes > 0, sums / np.maximum(sizes, 1e-9), found)
    return np.asarray(found, dtype=np.float32)


def finish(trained: Path, attested: Sequence[str], out: Path, *, cells: int, sample: int, seed: int) -> str:
    """Write ``config.json`` and ``model.safetensors`` with centres; gives the sha256 of the weights."""
    from safetensors.numpy import load_file, save_file

    rng = np.random.default_rng(seed)
    chosen = [attested[at] for at in rng.choice(len(attested), min(sample, len(attested)), replace=False).tolist()]
    weights = load_file(trained / "model.safetensors")
    middles = centres(Likeness(trained).vectors(chosen), cells, rng)
    out.mkdir(parents=True, exist_ok=True)
    save_file({**weights, "centres": middles}, out / "model.safetensors")
    config = json.loads((trained / "config.json").read_text(encoding="utf-8"))
    kept = {name: config[name] for name in _SIZES}
    (out / "config.json").write_text(json.dumps(kept, indent=2) + "\n", encoding="utf-8")
    return hashlib.sha256((out / "model.safetensors").read_bytes()).hexdigest()
