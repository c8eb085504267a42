"""Entities of a list as a person reads them: who it is, what it is called, what it held and when, and who says so."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from copydesk.core.dates import PartialDate, Period, When
from copydesk.core.entity import Entity, Fact, FormType, NameForm, Relation
from copydesk.render.paint import Paint
from copydesk.render.visible import visible

#: facts, and forms of a type, that a card shows
FEW = 6
#: the entity of an id, None where the list does not have it
Find = Callable[[str | None], Entity | None]

_LABEL = 11
_MARK = 8
#: how an office stands to the day that was asked for
HELD = {
    When.INSIDE: "held",
    When.UNSURE: "unsure",
    When.STALE: "stale",
    When.BEFORE: "not yet",
    When.AFTER: "over",
}
#: forms that tell a reader something; the others are there to find
_SHORT = (FormType.ALIAS, FormType.FORMER, FormType.ACRONYM, FormType.NATIVE)


class Cards:
    """Prints entities; with a ``day``, each office with how it stands to it, and those held first."""

    def __init__(self, find: Find, paint: Paint, day: PartialDate | None = None) -> None:
        self._find = find
        self._paint = paint
        self._day = day

    def card(self, entity: Entity, facts: Iterable[Fact], note: str = "") -> Iterator[str]:
        """The few lines about one of several; ``note`` says how it was found."""
        yield self._head(entity, note)
        if entity.description:
            yield f"  {visible(entity.description)}"
        yield from self._family(entity)
        for type_ in _SHORT:
            yield from _listed(type_.value, _texts(entity, type_), FEW)
        ordered = sorted(facts, key=self._order, reverse=True)
        yield from (f"  {self._labelled(fact)}" for fact in ordered[:FEW])
        if len(ordered) > FEW:
            yield f"  … and {len(ordered) - FEW} more, see copydesk entities show {visible(entity.id)}"
        yield from _row("source", entity.source)

    def sheet(self, entity: Entity, facts: Iterable[Fact]) -> Iterator[str]:
        """All about one."""
        yield self._head(entity)
        if entity.description:
            yield f"  {visible(entity.description)}"
        yield from _row("also", ", ".join(entity.same_as))
        if entity.prominence is not None:
            yield from _row("prominence", f"{entity.prominence:.2f}")
        yield from self._family(entity)
        for type_, lang in dict.fromkeys((form.type, form.lang) for form in sorted(entity.forms, key=_form_order)):
            yield from _listed(f"{type_.value} {lang or ''}".rstrip(), _texts(entity, type_, lang))
        for fact in sorted(facts, key=self._order, reverse=True):
            yield f"  {self._labelled(fact)}"
            yield f"{' ' * (_LABEL + 2)}{_said(fact)}"
        yield from _row("source", entity.source or "not given")

    def holders(self, title: str, facts: Iterable[Fact]) -> Iterator[str]:
        """A heading, and whom the facts speak of."""
        yield f"{self._paint.bold(visible(title))}:"
        for fact in facts:
            who = visible(", ".join(filter(None, (self._name(fact.subject), _under(fact, title)))))
            yield f"  {self._mark(fact)}{who}{_dated(fact)}  ({_said(fact)})"

    def _head(self, entity: Entity, note: str = "") -> str:
        born = None if entity.born is None else f"born {entity.born}"
        kind = ", ".join(filter(None, (entity.kind.value, entity.country, entity.gender, born)))
        words = (self._paint.bold(visible(entity.name)), f"({kind})", self._paint.gutter(visible(entity.id)), visible(note))
        return "  ".join(filter(None, words))

    def _family(self, entity: Entity) -> Iterator[str]:
        yield from _listed("family", entity.family)

    def _labelled(self, fact: Fact) -> str:
        office = fact.relation is Relation.HOLDS_OFFICE
        label = "office" if office else fact.relation.value.replace("_", " ")
        what = title_of(fact) if office else fact.title or ""
        of = "" if fact.object is None else self._name(fact.object)
        words = visible(", ".join(filter(None, (what, of))))
        return f"{label:<{_LABEL}}{self._mark(fact)}{words}{_dated(fact)}"

    def _mark(self, fact: Fact) -> str:
        if self._day is None or fact.relation is not Relation.HOLDS_OFFICE:
            return ""
        when = fact.period.when(self._day)
        word = f"{HELD[when]:<{_MARK}}"
        return self._paint.added(word) if when is When.INSIDE else word

    def _name(self, ident: str) -> str:
        entity = self._find(ident)
        return ident if entity is None else entity.name

    def _order(self, fact: Fact) -> tuple[bool, bool, str]:
        held = self._day is not None and fact.period.when(self._day) in (When.INSIDE, When.UNSURE)
        return held, fact.relation is Relation.HOLDS_OFFICE, newest(fact)


def newest(fact: Fact) -> str:
    """What facts are ordered by, the latest last: when it began, or was seen."""
    period = fact.period
    return str(period.start or period.seen or period.end or period.as_of or "")


def title_of(fact: Fact) -> str:
    """The title of an office as the fact gives it, else its role in words."""
    return fact.title or (fact.role or "").replace("_", " ").capitalize()


def _under(fact: Fact, heading: str) -> str:
    """A title that says more than the heading does."""
    return fact.title if fact.title and fact.title.casefold() != heading.casefold() else ""


def _dated(fact: Fact) -> str:
    words = ", ".join(filter(None, (dates(fact.period), "disputed" if fact.disputed else "")))
    return f": {words}" if words else ""


def dates(period: Period) -> str:
    """A period in words, each date as precise as it is known: ``since 2018-05-08, last seen 2025-06``, ``seen 2019``."""
    seen = _seen(period)
    if period.end is not None:
        span = f"{period.start} to {period.end}" if period.start else f"until {period.end}"
        return f"{span}, {seen}" if seen and period.start is None else span
    return ", ".join(filter(None, (f"since {period.start}" if period.start else "", seen)))


def _seen(period: Period) -> str:
    first = period.seen if period.start is None else None
    if first is None:
        return f"last seen {period.as_of}" if period.as_of else ""
    if period.as_of is None:
        return f"first seen {first}"
    return f"seen {first}" if first == period.as_of else f"seen {first} to {period.as_of}"


def _said(fact: Fact) -> str:
    return visible("; ".join(filter(None, (fact.source or "no source", fact.note))))


def _form_order(form: NameForm) -> tuple[int, str]:
    return list(FormType).index(form.type), form.lang or ""


def _texts(entity: Entity, type_: FormType, lang: str | None = "any") -> list[str]:
    """The forms of a type; where languages are mixed, each with its own."""
    mixed = lang == "any"
    return [
        f"{form.lang} {form.text}" if mixed and form.lang else form.text
        for form in entity.forms
        if form.type is type_ and (mixed or form.lang == lang)
    ]


def _listed(label: str, texts: Iterable[str], most: int | None = None) -> Iterator[str]:
    every = list(dict.fromkeys(texts))
    more = 0 if most is None else max(0, len(every) - most)
    yield from _row(label, ", ".join(every[:most]) + (f" and {more} more" if more else ""))


def _row(label: str, words: str) -> Iterator[str]:
    if words:
        yield f"  {visible(label):<{_LABEL}}{visible(words)}"
