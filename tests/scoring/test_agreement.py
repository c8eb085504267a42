from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk.scoring import Proportion, agreement


@pytest.mark.parametrize(
    ("pairs", "same", "kappa"),
    [
        ("", 0, None),
        ("yy", 1, None),
        ("yy yy", 2, None),
        ("yn", 0, 0.0),
        ("yy nn", 2, 1.0),
        ("yn ny", 0, -1.0),
        ("yy nn yn ny", 2, 0.0),
        # Cohen 1960 by hand: 20 yes-yes, 5 yes-no, 10 no-yes, 15 no-no make (0.7 - 0.5) / (1 - 0.5)
        (" ".join(["yy"] * 20 + ["yn"] * 5 + ["ny"] * 10 + ["nn"] * 15), 35, 0.4),
    ],
)
def test_kappa(pairs: str, same: int, kappa: float | None) -> None:
    answers = [(pair[0], pair[1]) for pair in pairs.split()]
    found = agreement(answers)
    assert found.same == Proportion(hits=same, total=len(answers))
    assert found.kappa == (None if kappa is None else pytest.approx(kappa))


@given(st.lists(st.tuples(st.sampled_from("abc"), st.sampled_from("abc"))))
def test_kappa_is_symmetric_and_at_most_one(pairs: list[tuple[str, str]]) -> None:
    found, other = agreement(pairs), agreement([(second, first) for first, second in pairs])
    assert found == other
    assert found.kappa is None or (-1 <= found.kappa <= 1)
    assert (found.kappa == 1) == (found.kappa is not None and all(one == two for one, two in pairs))
