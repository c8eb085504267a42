from __future__ import annotations

import pytest

from copydesk.core.dates import PartialDate
from copydesk.entities.importing.dating import agreed, stamped, tenure, timed


def date(text: str | None) -> PartialDate | None:
    return None if text is None else PartialDate.parse(text)


@pytest.mark.parametrize(
    ("start", "end", "over", "as_of", "expected"),
    [
        ("2018", "2021", None, "2024", "2018 2021 None None"),
        (None, "2021", None, "2024", "None 2021 None 2021"),  # before its last day nothing is sure
        ("2018", None, False, "2024", "2018 None 2024 None"),
        ("1991", None, False, "2024", "1991 None 2024 None"),
        ("2018", None, None, "2024", "2018 None 2024 None"),
        ("1991", None, None, "2024", "1991 None 1991 None"),  # too long for an end that nobody may have written down
        ("2018", None, True, "2024", "2018 None 2018 None"),
        ("2018", None, False, None, "2018 None 2018 None"),
        ("2025", None, False, "2024", "2025 None 2025 None"),
        (None, None, False, "2024", "None None 2024 2024"),
        (None, None, None, "2024", "nothing"),
        (None, None, True, "2024", "nothing"),
    ],
)
def test_tenure(start: str | None, end: str | None, over: bool | None, as_of: str | None, expected: str) -> None:
    period = tenure(date(start), date(end), over=over, as_of=date(as_of))
    found = "nothing" if period is None else f"{period.start} {period.end} {period.as_of} {period.seen}"
    assert found == expected


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (["2018"], "2018"),
        (["2018-05-08", "2018", "2018-05"], "2018-05-08"),
        (["2018-05-08", "2018-05-09"], "2018-05"),
        (["2018-05", "2018-06-01"], "2018"),
        (["2018", "2019"], None),
        ([], None),
    ],
)
def test_what_dates_agree_on(texts: list[str], expected: str | None) -> None:
    assert agreed(map(PartialDate.parse, texts)) == date(expected)


@pytest.mark.parametrize(
    ("text", "precision", "expected"),
    [
        ("+2018-05-08T00:00:00Z", 11, "2018-05-08"),
        ("+2018-05-00T00:00:00Z", 10, "2018-05"),
        ("+2018-00-00T00:00:00Z", 9, "2018"),
        ("+2018-01-01T00:00:00Z", 9, "2018"),
        ("+00000002018-05-08T00:00:00Z", 11, "2018-05-08"),
        ("+2000-00-00T00:00:00Z", 8, None),
    ],
)
def test_time_value(text: str, precision: int, expected: str | None) -> None:
    assert timed(text, precision) == date(expected)


@pytest.mark.parametrize("text", ["+2021-02-30T00:00:00Z", "-0044-03-15T00:00:00Z", "+0000-00-00T00:00:00Z", "soon", ""])
def test_no_time_value(text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        timed(text, 11)


@pytest.mark.parametrize("text", ["2021-02-30", "0000-00-00", "May 2021", "", "2021-5", "20210501", "9" * 5000])
def test_no_date(text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        stamped(text)
