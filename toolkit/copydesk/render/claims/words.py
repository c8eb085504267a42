"""A judged claim in words: what it says, what the list answers, and the rows that the answer rests on."""

from __future__ import annotations

from collections.abc import Iterator

from copydesk.core.claim import Judgement
from copydesk.core.entity import Fact
from copydesk.render.entities import dates
from copydesk.render.known import Known
from copydesk.render.page.choices import statement


def said(item: Judgement) -> str:
    """The claim as it was understood: ``Nicole Pasinyan: Prime Minister of Armenian``."""
    claim = item.claim
    return f"{claim.subject.text}: {claim.predicate} {claim.object.text}".strip()


def answer(item: Judgement) -> str:
    """What the list says to it, and whose fault a false claim likelier is."""
    fault = "" if item.fault is None else f"; likelier the fault of the {item.fault.value}"
    return (item.message or said(item)) + fault


def plain(value: str | None) -> str:
    """A value of an enumeration as words; nothing for none."""
    return "" if value is None else value.replace("_", " ")


def rows(item: Judgement, known: Known) -> Iterator[str]:
    """A line for each row that the answer rests on: whom it is about, what it says, when it held, who says so."""
    return (row(fact, known) for fact in item.facts)


def row(fact: Fact, known: Known) -> str:
    """``Nikol Pashinyan: Prime Minister, Armenia, since 2018-05-08 (https://…)``."""
    held = ", ".join(filter(None, (statement(fact, known), dates(fact.period), "disputed" if fact.disputed else "")))
    notes = "; ".join(filter(None, (fact.source or "no source", fact.note)))
    return f"{known.name(fact.subject)}: {held} ({notes})"
