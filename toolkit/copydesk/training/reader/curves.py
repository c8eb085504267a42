"""The losses of a training run as a picture."""

from __future__ import annotations

import json
from pathlib import Path

_COLUMNS = 4
_SMOOTH = 0.7


def draw(log: Path, picture: Path) -> None:
    """Draw every column of the log (JSON lines with ``step``) over the steps, as noted and smoothed."""
    if not log.is_file():
        return
    import matplotlib

    matplotlib.use("Agg")
    from matplotlib import pyplot

    rows = [json.loads(line) for line in log.read_text(encoding="utf-8").splitlines()]
    names = [name for name in rows[0] if name != "step"]
    figure, axes = pyplot.subplots(-(-len(names) // _COLUMNS), _COLUMNS, figsize=(14, 6), squeeze=False)
    steps = [row["step"] for row in rows]
    for name, axis in zip(names, axes.flat, strict=False):
        values = [row[name] for row in rows]
        axis.plot(steps, values, alpha=0.3)
        axis.plot(steps, _smoothed(values))
        axis.set_title(f"loss: {name}")
        axis.set_xlabel("step")
    for axis in list(axes.flat)[len(names) :]:
        axis.axis("off")
    figure.tight_layout()
    part = picture.with_suffix(".part.png")
    figure.savefig(part, dpi=80)
    pyplot.close(figure)
    part.replace(picture)


def _smoothed(values: list[float]) -> list[float]:
    """Each value with a share of those before."""
    found: list[float] = []
    for value in values:
        found.append(value if not found else _SMOOTH * found[-1] + (1 - _SMOOTH) * value)
    return found
