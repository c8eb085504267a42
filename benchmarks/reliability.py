"""A picture of whether stated probabilities can be believed: what was stated against what came true, and how many were stated.

The bars of a point are Wilson's 95% interval. Drawn with matplotlib, which only this picture needs.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from common import RESULTS
from copydesk.scoring import with_interval
from copydesk.scoring.calibrating import Bin, Calibration

#: inches, and dots per inch
_SIZE, _DOTS = (5.5, 6.5), 150
_INK, _FAINT, _BAR = "#1f4e79", "#8c8c8c", "#9dbbd8"
_FEW = 5


def installed() -> bool:
    """Whether pictures can be drawn here."""
    return find_spec("matplotlib") is not None


def reliability_picture(name: str, found: Calibration, title: str, *, folder: Path = RESULTS) -> Path:
    """Draw a PNG of the bins of equal width, whole or not at all; the path of it."""
    import matplotlib as mpl

    mpl.use("Agg")
    from matplotlib import pyplot

    figure, (above, below) = pyplot.subplots(2, 1, figsize=_SIZE, height_ratios=(3, 1), sharex=True, layout="constrained")
    try:
        points(above, found.bins)
        above.set_title(f"{title}\nexpected calibration error {with_interval(found.error)}", fontsize=10)
        _histogram(below, found.bins)
        return saved(figure, folder, name)
    finally:
        pyplot.close(figure)


def saved(figure: Any, folder: Path, name: str, *, dots: int = _DOTS) -> Path:
    """A figure as a PNG in a folder, whole or not at all; the path of it."""
    folder.mkdir(parents=True, exist_ok=True)
    part, path = folder / f"{name}.part", folder / name
    # no date and no version in the file: the same values make the same picture
    figure.savefig(part, format="png", dpi=dots, metadata={"Software": None})
    os.replace(part, path)  # noqa: PTH105
    return path


def points(axes: Any, bins: Sequence[Bin]) -> None:
    """What came true in each bin at the mean stated there; thin bins pale, for they say little."""
    axes.plot((0, 1), (0, 1), color=_FAINT, linestyle="--", linewidth=1, label="as stated")
    axes.plot((), (), "o", color=_INK, markersize=5, label="came true, with 95% interval")
    axes.plot((), (), "o", color=_BAR, markersize=5, label=f"of fewer than {_FEW}")
    for one in bins:
        share, ends = one.observed.value, one.observed.interval
        if one.stated is None or share is None or ends is None:
            continue
        colour, bars = _INK if one.observed.total >= _FEW else _BAR, ((share - ends.low,), (ends.high - share,))
        axes.errorbar((one.stated,), (share,), yerr=bars, fmt="o", color=colour, capsize=3, markersize=5)
    axes.set(xlim=(-0.02, 1.02), ylim=(-0.02, 1.04), ylabel="share that came true")
    axes.legend(loc="upper left", frameon=False, fontsize=8)
    axes.grid(alpha=0.2)


def _histogram(axes: Any, bins: Sequence[Bin]) -> None:
    """How many were stated in each bin; over each bar how many of them came true."""
    lows, widths = [one.low for one in bins], [one.high - one.low for one in bins]
    counts = [one.observed.total for one in bins]
    bars = axes.bar(lows, counts, width=widths, align="edge", color=_BAR, edgecolor="white")
    labels = [f"{one.observed.hits:,}\nof {one.observed.total:,}" if one.observed.total else "0" for one in bins]
    axes.bar_label(bars, labels, fontsize=7, color=_FAINT, padding=1)
    axes.set(xlabel="stated probability", ylabel="how many", ylim=(0, 1.4 * max([*counts, 1])))
    axes.spines[["top", "right"]].set_visible(False)
