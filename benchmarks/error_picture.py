"""Reliability of several kinds of statements above, risk against coverage of each below; drawn with matplotlib."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from copydesk.scoring import with_interval
from copydesk.scoring.calibrating import Calibration, RiskPoint
from reliability import points as reliability_points
from reliability import saved

#: inches a panel, and dots per inch
_WIDTH, _HEIGHT, _DOTS = 4.2, 7.0, 130
_INK, _FAINT = "#1f4e79", "#8c8c8c"
#: surest answers left out of a curve of risks, as a share of all: the risk of a few says nothing
_FEW = 0.01
#: points drawn of a curve at most
_POINTS = 400


@dataclass(frozen=True, slots=True, kw_only=True)
class Panel:
    """One kind of statement."""

    title: str
    found: Calibration
    risks: tuple[RiskPoint, ...]


def picture(name: str, panels: Sequence[Panel], title: str, *, folder: Path) -> Path:
    """Draw a PNG, whole or not at all; the path of it."""
    import matplotlib as mpl

    mpl.use("Agg")
    from matplotlib import pyplot

    size = _WIDTH * len(panels), _HEIGHT
    figure, axes = pyplot.subplots(2, len(panels), figsize=size, squeeze=False, layout="constrained")
    try:
        figure.suptitle(title, fontsize=11)
        for above, below, panel in zip(axes[0], axes[1], panels, strict=True):
            reliability_points(above, panel.found.bins)
            above.set_xlabel("stated probability")
            error = with_interval(panel.found.error)
            above.set_title(f"{panel.title}\ncalibration error {error}", fontsize=9)
            _risks(below, panel.risks)
        return saved(figure, folder, name, dots=_DOTS)
    finally:
        pyplot.close(figure)


def _risks(axes: Any, risks: Sequence[RiskPoint]) -> None:
    """The share of wrong answers among so many of the surest; dashed: among all."""
    whole = [(point.coverage.value or 0.0, point.risk.value or 0.0) for point in risks]
    drawn = [point for point in whole if point[0] >= _FEW]
    drawn = drawn[:: max(1, len(drawn) // _POINTS)]
    axes.plot([x for x, _ in drawn], [y for _, y in drawn], color=_INK, linewidth=1.5)
    if whole:
        axes.axhline(whole[-1][1], color=_FAINT, linestyle="--", linewidth=1)
    axes.set(xlim=(0, 1.02), xlabel="coverage, surest first", ylabel="risk: share of wrong answers")
    axes.set_ylim(bottom=0)
    axes.grid(alpha=0.2)
