from __future__ import annotations

from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk.core.span import Span
from copydesk.render.page.ranges import LEVELS, Range, ranges


@st.composite
def texts(draw: st.DrawFn) -> tuple[int, list[Span], list[int]]:
    length = draw(st.integers(0, 30))
    place = st.integers(0, length)
    spans = [Span(min(pair), max(pair)) for pair in draw(st.lists(st.tuples(place, place), max_size=14))]
    return length, spans, draw(st.lists(place, max_size=4))


@given(texts())
def test_ranges_join_to_the_text_and_break_at_every_cut(case: tuple[int, list[Span], list[int]]) -> None:
    length, spans, cuts = case
    made = list(ranges(length, spans, cuts))
    ends = [0, *(item.span.end for item in made)]
    assert [item.span.start for item in made] == ends[:-1]
    assert ends[-1] == length
    assert set(cuts) <= {*ends}


@given(texts())
def test_every_span_is_opened_covered_and_closed_once(case: tuple[int, list[Span], list[int]]) -> None:
    length, spans, cuts = case
    made = list(ranges(length, spans, cuts))
    numbers = list(range(len(spans)))
    assert sorted(number for item in made for number in item.opens) == numbers
    assert sorted(number for item in made for number in item.closes) == numbers
    for number, span in enumerate(spans):
        own = [item for item in made if any(layer.number == number for layer in item.layers)]
        if own:
            assert Span(own[0].span.start, own[-1].span.end) == span
            assert len({layer.level for item in own for layer in item.layers if layer.number == number}) == 1
        else:
            assert sum(1 for other in spans if other.start <= span.end and span.start <= other.end) > LEVELS


@given(texts())
def test_no_two_spans_are_drawn_on_one_level(case: tuple[int, list[Span], list[int]]) -> None:
    for item in ranges(*case):
        levels = [layer.level for layer in item.layers]
        assert levels == sorted(set(levels))
        assert all(level < LEVELS for level in levels)


@pytest.mark.parametrize(
    ("spans", "expected"),
    [
        ([], [(0, 9, [])]),
        ([Span(2, 5)], [(0, 2, []), (2, 5, [(0, 0)]), (5, 9, [])]),
        ([Span(0, 6), Span(3, 9)], [(0, 3, [(0, 0)]), (3, 6, [(0, 0), (1, 1)]), (6, 9, [(1, 1)])]),
        ([Span(2, 4), Span(2, 4)], [(0, 2, []), (2, 4, [(0, 0), (1, 1)]), (4, 9, [])]),
        ([Span(3, 5), Span(3, 8)], [(0, 3, []), (3, 5, [(1, 0), (0, 1)]), (5, 8, [(1, 0)]), (8, 9, [])]),
        ([Span(0, 3), Span(3, 9)], [(0, 3, [(0, 0)]), (3, 9, [(1, 0)])]),
        ([Span(4, 4)], [(0, 4, []), (4, 4, [(0, 0)]), (4, 9, [])]),
        ([Span(5, 99)], [(0, 5, []), (5, 9, [(0, 0)])]),
    ],
)
def test_levels(spans: list[Span], expected: list[tuple[int, int, list[tuple[int, int]]]]) -> None:
    def plain(item: Range) -> tuple[int, int, list[tuple[int, int]]]:
        return item.span.start, item.span.end, [(layer.number, layer.level) for layer in item.layers]

    assert [plain(item) for item in ranges(9, spans)] == expected


def test_spans_in_each_other_stay_cheap() -> None:
    count = 4_000
    begin = perf_counter()
    made = list(ranges(2 * count, [Span(at, 2 * count - at) for at in range(count)]))
    assert len(made) <= 2 * count
    assert max(len(item.layers) for item in made) == LEVELS
    assert perf_counter() - begin < 20
