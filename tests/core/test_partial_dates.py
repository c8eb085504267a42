from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk.core.dates import PartialDate, Period, When

DATES = st.builds(
    lambda day, precision: PartialDate(*(day.year, day.month, day.day)[:precision]),
    st.dates(date(1900, 1, 1), date(2100, 12, 31)),
    st.integers(1, 3),
)


@pytest.mark.parametrize(
    ("text", "precision", "first", "last"),
    [
        ("2018", "year", date(2018, 1, 1), date(2018, 12, 31)),
        ("2018-05", "month", date(2018, 5, 1), date(2018, 5, 31)),
        ("2020-02", "month", date(2020, 2, 1), date(2020, 2, 29)),
        ("2018-05-08", "day", date(2018, 5, 8), date(2018, 5, 8)),
        ("0001", "year", date(1, 1, 1), date(1, 12, 31)),
    ],
)
def test_precision_is_the_length(text: str, precision: str, first: date, last: date) -> None:
    day = PartialDate.parse(text)
    assert (day.precision, day.first, day.last, str(day)) == (precision, first, last, text)


NO_DATES = ["", "18", "2018-5-8", "2018-13", "2021-02-30",
            "2018-00", "2018-05-00", "0000-00-00", "0000", "2018-05-", " 2018", "2018\n", "٢٠١٨", "2018/05/08"]  # fmt: skip


@pytest.mark.parametrize("text", NO_DATES)
def test_no_date(text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        PartialDate.parse(text)


def test_a_day_needs_a_month() -> None:
    with pytest.raises(ValueError, match="without a month"):
        PartialDate(2018, None, 8)


@given(DATES)
def test_written_and_read_again(day: PartialDate) -> None:
    assert PartialDate.parse(str(day)) == day
    assert day.first <= day.last


@given(st.dates())
def test_of_a_calendar_day(day: date) -> None:
    assert PartialDate.of(day).first == PartialDate.of(day).last == day


def period(start: str = "", end: str = "", as_of: str = "") -> Period:
    read = [PartialDate.parse(text) if text else None for text in (start, end, as_of)]
    return Period(start=read[0], end=read[1], as_of=read[2])


PERIODS = [
    # ends known to the day
    (period("2018-05-08", "2020-03-01"), "2019-01-01", When.INSIDE),
    (period("2018-05-08", "2020-03-01"), "2018-05-08", When.INSIDE),
    (period("2018-05-08", "2020-03-01"), "2020-03-01", When.INSIDE),
    (period("2018-05-08", "2020-03-01"), "2018-05-07", When.BEFORE),
    (period("2018-05-08", "2020-03-01"), "2020-03-02", When.AFTER),
    # the day is known to the month or the year
    (period("2018-05-08", "2020-03-01"), "2019", When.INSIDE),
    (period("2018-05-08", "2020-03-01"), "2018", When.UNSURE),
    (period("2018-05-08", "2020-03-01"), "2018-05", When.UNSURE),
    (period("2018-05-08", "2020-03-01"), "2018-04", When.BEFORE),
    (period("2018-05-08", "2020-03-01"), "2020-03", When.UNSURE),
    (period("2018-05-08", "2020-03-01"), "2020-04", When.AFTER),
    # the ends are known to the year
    (period("2018", "2020"), "2018-06-01", When.UNSURE),
    (period("2018", "2020"), "2018-12-31", When.INSIDE),
    (period("2018", "2020"), "2019-06-01", When.INSIDE),
    (period("2018", "2020"), "2020-01-01", When.INSIDE),
    (period("2018", "2020"), "2020-06-01", When.UNSURE),
    (period("2018", "2020"), "2017-12-31", When.BEFORE),
    (period("2018", "2020"), "2021-01-01", When.AFTER),
    # unknown start
    (period("", "2020-03-01"), "1950", When.INSIDE),
    (period("", "2020-03-01"), "2020-03-02", When.AFTER),
    # open end, known up to a day or for good
    (period("2018-05-08", "", "2025-01-01"), "2025-01-01", When.INSIDE),
    (period("2018-05-08", "", "2025-01-01"), "2025-01-02", When.STALE),
    (period("2018-05-08", "", "2025"), "2025-12-31", When.INSIDE),
    (period("2018-05-08", "", "2025"), "2026", When.STALE),
    (period("2018-05-08"), "2090", When.INSIDE),
    (period("2018-05-08", "", "2025"), "2018-01-01", When.BEFORE),
    (period(), "2018", When.INSIDE),
    # between the day up to which it was seen and a later end nothing is known
    (period("2018", "2020-06", "2019"), "2019-12-31", When.INSIDE),
    (period("2018", "2020-06", "2019"), "2020-01-01", When.STALE),
    (period("2018", "2020-06", "2019"), "2020-07-01", When.AFTER),
    (period("2018", "2020", "2021"), "2020-01-01", When.INSIDE),
    # a snapshot is a point, and a first sighting no start
    (Period(seen=PartialDate(2019, 6, 4), as_of=PartialDate(2019, 6, 4)), "2019-06-04", When.INSIDE),
    (Period(seen=PartialDate(2019, 6, 4), as_of=PartialDate(2019, 6, 4)), "2019-06-03", When.STALE),
    (Period(seen=PartialDate(2019, 6, 4), as_of=PartialDate(2019, 6, 4)), "2019-06-05", When.STALE),
]


@pytest.mark.parametrize(("when", "day", "expected"), PERIODS)
def test_where_a_day_lies(when: Period, day: str, expected: When) -> None:
    assert when.when(PartialDate.parse(day)) is expected


@pytest.mark.parametrize(("start", "end"), [("2020", "2019"), ("2020-05", "2020-04-30"), ("2020-05-02", "2020-05-01")])
def test_the_end_may_not_lie_before_the_start(start: str, end: str) -> None:
    with pytest.raises(ValueError, match="lies before the start"):
        period(start, end)


@pytest.mark.parametrize(("start", "end"), [("2020", "2020"), ("2020-05-08", "2020"), ("2020", "2020-01-01")])
def test_an_end_within_the_precision_of_the_start(start: str, end: str) -> None:
    assert str(period(start, end).start) == start


@given(DATES, DATES, st.dates(date(1900, 1, 1), date(2100, 12, 31)))
def test_a_sure_answer_holds_for_every_reading_of_the_ends(one: PartialDate, other: PartialDate, day: date) -> None:
    start, end = sorted((one, other), key=lambda item: (item.first, item.last))
    found = Period(start=start, end=end).when(PartialDate.of(day))
    if found is When.INSIDE:
        assert start.last <= day <= end.first
    if found is When.BEFORE:
        assert day < start.first
    if found is When.AFTER:
        assert day > end.last
