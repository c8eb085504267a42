"""Precision and its friends, each with its counts, an interval and a signature of what it was measured on."""

from copydesk.scoring.bootstrap import Estimate, by_cluster, estimate, ratio
from copydesk.scoring.counts import Counts, Interval, Proportion, wilson
from copydesk.scoring.rates import Rate, paired_ratio
from copydesk.scoring.signature import digest, signature
from copydesk.scoring.tables import number, table, with_interval

__all__ = [
    "Counts",
    "Estimate",
    "Interval",
    "Proportion",
    "Rate",
    "by_cluster",
    "digest",
    "estimate",
    "number",
    "paired_ratio",
    "ratio",
    "signature",
    "table",
    "wilson",
    "with_interval",
]
