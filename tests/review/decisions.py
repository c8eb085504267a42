"""Decisions for tests, made with few words, and a strategy for all that may be kept."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

from hypothesis import strategies as st

from copydesk.core.finding import Severity
from copydesk.core.marking import Category
from copydesk.core.span import Span
from copydesk.review import Answer, Decision

START = datetime(2026, 11, 30, 9, tzinfo=UTC)


def made(words: str, **more: Any) -> Decision:
    """``"ann accepted f1 @5"``: who, what, on which finding and (minutes after the start) when."""
    who, answer, fingerprint, minute = words.split()
    given = {"who": who, "rule": "NAM101", "id": words, "fingerprint": fingerprint} | more
    return Decision(answer=Answer(answer), when=START + timedelta(minutes=int(minute[1:])), **given)


def undo(words: str, of: str) -> Decision:
    """``"ann @6"`` takes the decision of this id back."""
    who, minute = words.split()
    when = START + timedelta(minutes=int(minute[1:]))
    return Decision(answer=Answer.UNDONE, who=who, when=when, id=f"{words} {of}", undoes=of)


_TEXT = st.text(st.characters(), max_size=8)
_SOME = st.none() | _TEXT
_WORD = st.sampled_from(["f1", "f2", "f3"])
_WHEN = st.datetimes(datetime(2020, 1, 1), datetime(2030, 1, 1), timezones=st.just(UTC))


@st.composite
def decisions(draw: st.DrawFn) -> Decision:
    """Any decision on one of three findings by one of three people, with whatever texts."""
    answer = draw(st.sampled_from(Answer))
    undoes = answer is Answer.UNDONE
    context = (draw(_TEXT), draw(_TEXT)) if answer is Answer.ADDED or draw(st.booleans()) else (None, None)
    start = draw(st.integers(0, 99))
    return Decision(
        answer=answer,
        who=draw(st.sampled_from(["ann", "ben", "ćiro"])),
        when=draw(_WHEN),
        id=draw(st.sampled_from("abcdefghij")),
        fingerprint=None if undoes else draw(_WORD),
        rule=None if undoes else draw(st.sampled_from(["NAM101", "TRN102"])),
        undoes=draw(st.sampled_from("abcdefghij")) if undoes else None,
        path=draw(_SOME),
        span=Span(start, start + draw(st.integers(0, 9))) if answer is Answer.ADDED else None,
        text=draw(_TEXT) if answer is Answer.ADDED else draw(_SOME),
        prefix=context[0],
        suffix=context[1],
        replacement=draw(_SOME),
        confidence=draw(st.none() | st.floats(0, 1)),
        category=Category.NAME if answer is Answer.ADDED else None,
        severity=Severity.MAJOR if answer is Answer.ADDED else None,
        note=draw(_SOME),
    )
