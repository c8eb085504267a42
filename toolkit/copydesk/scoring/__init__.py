"""Precision and its friends, each with its counts, an interval and a signature of what it was measured on."""

from copydesk.scoring.agreement import Agreement, agreement
from copydesk.scoring.bootstrap import Estimate, by_cluster, estimate, ratio
from copydesk.scoring.calibrating import (
    Bin,
    Calibration,
    Forecast,
    RiskPoint,
    calibration,
    mass_edges,
    reliability,
    risk_area,
    risk_coverage,
    width_edges,
)
from copydesk.scoring.counts import Counts, Interval, Proportion, wilson
from copydesk.scoring.curves import (
    AlarmCurve,
    AlarmPoint,
    Curve,
    Point,
    Scored,
    alarm_curve,
    by_weights,
    curve,
    recall_at_precision,
)
from copydesk.scoring.rates import Rate, paired_ratio
from copydesk.scoring.signature import digest, signature
from copydesk.scoring.tables import number, table, with_interval

__all__ = [
    "Agreement",
    "AlarmCurve",
    "AlarmPoint",
    "Bin",
    "Calibration",
    "Counts",
    "Curve",
    "Estimate",
    "Forecast",
    "Interval",
    "Point",
    "Proportion",
    "Rate",
    "RiskPoint",
    "Scored",
    "agreement",
    "alarm_curve",
    "by_cluster",
    "by_weights",
    "calibration",
    "curve",
    "digest",
    "estimate",
    "mass_edges",
    "number",
    "paired_ratio",
    "ratio",
    "recall_at_precision",
    "reliability",
    "risk_area",
    "risk_coverage",
    "signature",
    "table",
    "width_edges",
    "wilson",
    "with_interval",
]
