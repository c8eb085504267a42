"""One tenure or two, and who contradicts whom."""

from __future__ import annotations

import pytest

from copydesk.core.dates import PartialDate, Period, When
from copydesk.core.entity import Fact, Office, Relation
from copydesk.entities.tenures import closed, contradicts, extent, join

OFFICES = {
    "prime_minister": Office(role="prime_minister", titles=("Prime Minister",), single=True, rank=1),
    "minister": Office(role="minister", titles=("Minister",), single=False, rank=3),
}


def day(text: str | None) -> PartialDate | None:
    return PartialDate.parse(text) if text else None


def held(subject: str, dates: str, role: str = "prime_minister") -> Fact:
    """``start..end @as_of ^seen``, each part may be missing."""
    span, _, rest = dates.partition("@")
    as_of, _, seen = rest.partition("^")
    start, _, end = span.strip().partition("..")
    period = Period(start=day(start), end=day(end), as_of=day(as_of.strip()), seen=day(seen.strip()))
    return Fact(subject=subject, relation=Relation.HOLDS_OFFICE, object="ruritania", role=role, period=period, source="A")


def dates(fact: Fact) -> tuple[str, ...]:
    period = fact.period
    return tuple("" if item is None else str(item) for item in (period.start, period.end, period.as_of, period.seen))


@pytest.mark.parametrize(
    ("there", "new", "joined"),
    [
        # a "since" that was reset on reappointment
        ("2010-05-01..@2014-01-01", "2012-06-01..@2018-01-01", ("2010-05-01", "", "2018-01-01", "")),
        # a snapshot within a tenure says nothing new, one after it that it went on
        ("2010-05-01..2014-02-01@2014-02-01", "..@2013-06-04^2013-06-04", ("2010-05-01", "2014-02-01", "2014-02-01", "")),
        ("2010-05-01..@2014-01-01", "..@2014-02-04^2014-02-04", ("2010-05-01", "", "2014-02-04", "")),
        # the sharper of two equal starts
        ("2010..@2014-01-01", "2010-05-01..@2013-01-01", ("2010-05-01", "", "2014-01-01", "")),
        # a snapshot gets its start
        ("..@2013-06-04^2013-06-04", "2010-05-01..@2012-01-01", ()),
        ("..@2013-06-04^2013-06-04", "2010-05-01..@2014-01-01", ("2010-05-01", "", "2014-01-01", "")),
        # two terms with years between stay two
        ("2004-11-09..2008-11-21@2008-11-21", "2012-02-10..2013-03-20@2013-03-20", ()),
    ],
)
def test_one_tenure_or_two(there: str, new: str, joined: tuple[str, ...]) -> None:
    made = join([held("ada", there)], held("ada", new))
    assert (() if made is None else dates(made[0])) == joined


def test_a_joined_tenure_names_both_sources() -> None:
    other = held("ada", "2010-05-01..@2015-01-01")
    (made,) = join([held("ada", "2010-05-01..@2014-01-01")], Fact(**{**_cells(other), "source": "B"})) or []
    assert made.source == "A; B"


def _cells(fact: Fact) -> dict[str, object]:
    return {name: getattr(fact, name) for name in Fact.__slots__}


@pytest.mark.parametrize(
    ("there", "new", "role", "against"),
    [
        ("2010-01-01..2015-01-01@2015-01-01", "2011-01-01..@2013-01-01", "prime_minister", True),
        # handovers are seen late
        ("2010-01-01..2015-01-01@2015-01-01", "2014-12-15..@2016-01-01", "prime_minister", False),
        ("2010-01-01..2015-01-01@2015-01-01", "2015-02-01..@2016-01-01", "prime_minister", False),
        # a snapshot of the other in the middle of a tenure
        ("2010-01-01..2015-01-01@2015-01-01", "..@2013-06-04^2013-06-04", "prime_minister", True),
        ("2010-01-01..2015-01-01@2015-01-01", "2011-01-01..@2013-01-01", "minister", False),
    ],
)
def test_another_holder_at_that_time(there: str, new: str, role: str, against: bool) -> None:
    found = contradicts(held("bob", new, role), [held("ada", there, role)], OFFICES[role])
    assert (found is not None) is against


def test_the_next_holder_ends_an_open_tenure() -> None:
    made = closed([held("ada", "2010-05-01..@2013-01-01"), held("bob", "2013-02-01..@2016-01-01")], OFFICES)
    assert dates(made[0]) == ("2010-05-01", "2013-02-01", "2013-02-01", "")
    assert made[0].note == "until the next holder"
    assert made[0].period.when(PartialDate(2014)) is When.AFTER


def test_an_end_that_is_only_bounded_is_known_to_the_year() -> None:
    made = closed([held("ada", "2010-05-01..@2013-01-01"), held("bob", "2015-02-01..@2016-01-01")], OFFICES)
    assert dates(made[0])[1] == "2015"
    assert made[0].period.when(PartialDate(2016)) is When.AFTER


def test_nothing_is_closed_in_an_office_of_many() -> None:
    facts = [held("ada", "2010-05-01..@2013-01-01", "minister"), held("bob", "2013-02-01..@2016-01-01", "minister")]
    assert closed(facts, OFFICES) == facts


def test_an_extent_takes_dates_at_their_narrowest() -> None:
    first, last = extent(Period(start=PartialDate(2010), as_of=PartialDate(2013)))
    assert (first.isoformat(), last.isoformat()) == ("2010-12-31", "2013-01-01")
