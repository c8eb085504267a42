from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk.text import find_dates

#: text, what the date covers, value, weekday
DATES = [
    ("Saturday , November 28 2020", None, "2020-11-28", 5),
    ("Tuesday, 6 October 2020", None, "2020-10-06", 1),
    ("6th of October 2020", None, "2020-10-06", None),
    ("the 28th of November, 2020.", "28th of November, 2020", "2020-11-28", None),
    ("on October 6, 2020, he", "October 6, 2020", "2020-10-06", None),
    ("on Oct. 6 he", "Oct. 6", None, None),
    ("SATURDAY, NOVEMBER 28, 2020", None, "2020-11-28", 5),
    ("Sat, 28 Nov 2020 10:00:00 GMT", "Sat, 28 Nov 2020", "2020-11-28", 5),
    ("2020-11-28T10:00:00Z", "2020-11-28", "2020-11-28", None),
    ("2020/11/28", None, "2020-11-28", None),
    ("28-Nov-2020", None, "2020-11-28", None),
    ("28/11/2020", None, "2020-11-28", None),
    ("11/28/2020", None, "2020-11-28", None),
    ("10/10/2020", None, "2020-10-10", None),
    ("October 2020", None, "2020-10", None),
    ("October 6-8, 2020", None, "2020-10-06", None),
    ("6–8 October 2020", None, "2020-10-06", None),
    ("on Tuesday (October 6) he", "Tuesday (October 6)", None, 1),
    ("October 6 (Tuesday)", None, None, 1),
    ("on October 6, Tuesday, he", "October 6, Tuesday", None, 1),
    ("Tue 6 Oct", None, None, 1),
    ("Sunday 15 March 44", "Sunday 15 March", None, 6),
]


@pytest.mark.parametrize(("text", "covers", "value", "weekday"), DATES)
def test_date_is_read(text: str, covers: str | None, value: str | None, weekday: int | None) -> None:
    (date,) = find_dates(text)
    assert date.span.of(text) == (covers or text)
    assert (None if date.value is None else str(date.value)) == value
    assert date.weekday == weekday
    assert date.year_given == (value is not None)
    assert date.possible


@pytest.mark.parametrize("text", ["February 30, 2020", "February 30", "31 June 2021", "October 32, 2020", "29 February 2019"])
def test_impossible_date_has_no_value(text: str) -> None:
    (date,) = find_dates(text)
    assert date.value is None
    assert not date.possible


@pytest.mark.parametrize(
    "text",
    [
        "10/06/2020",
        "May 15,000 people",
        "he may 5 times",
        "March 3.5%",
        "20 Marines",
        "version 1.10.2020",
        "in 6 Decades",
        "2020",
    ],
)
def test_no_date_is_made_up(text: str) -> None:
    assert find_dates(text) == ()


def test_several_dates_stand_in_order() -> None:
    text = "From 2020-10-01 to 6 October 2020 and on Nov 3"
    assert [date.span.of(text) for date in find_dates(text)] == ["2020-10-01", "6 October 2020", "Nov 3"]


@given(st.text(alphabet="0123456789-/., ()MayOctJunSundthrof\n"))
def test_spans_never_overlap(text: str) -> None:
    found = find_dates(text)
    assert all(one.span.end <= other.span.start for one, other in pairwise(found))
