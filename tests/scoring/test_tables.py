"""Numbers and tables as they are printed."""

from __future__ import annotations

from math import inf

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk.scoring import Estimate, Interval, Proportion, number, table, with_interval


def test_numbers() -> None:
    assert number(None) == "–"
    assert number(0.0) == "0.000"
    assert number(1234.5, 1) == "1,234.5"
    assert (number(inf), number(-inf)) == ("∞", "-∞")


def test_values_with_their_intervals() -> None:
    assert with_interval(Estimate(value=None)) == "–"
    assert with_interval(Estimate(value=1.0), 1) == "1.0"
    assert with_interval(Estimate(value=2.0, interval=Interval(low=1.5, high=inf)), 1) == "2.0 [1.5, ∞]"
    assert with_interval(Proportion(hits=0, total=20), 2) == "0/20 0.00 [0.00, 0.16]"
    assert with_interval(Proportion(), 2) == "0/0 –"


def test_a_markdown_table_is_aligned_and_escaped() -> None:
    assert table(["rule", "rate"], [["NAM|1", "0.5"], ["two\nlines", "10.25"]]) == (
        "| rule      |  rate |\n| --------- | ----: |\n| NAM\\|1    |   0.5 |\n| two lines | 10.25 |"
    )


def test_a_plain_table_is_aligned() -> None:
    assert table(["a", "b"], [["1", "22222"], ["记者", "3"]], left=2, markdown=False) == (
        "a     b\n----  -----\n1     22222\n记者  3"
    )


def test_a_ragged_table_is_refused() -> None:
    with pytest.raises(ValueError, match="2 cells"):
        table(["a", "b"], [["1"]])


@given(st.lists(st.tuples(st.text(max_size=9), st.text(max_size=9)), max_size=5), st.booleans())
def test_every_row_is_one_line(rows: list[tuple[str, str]], markdown: bool) -> None:
    assert len(table(["a", "b"], rows, markdown=markdown).split("\n")) == len(rows) + 2
