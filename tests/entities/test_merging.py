"""Spelling variants of one person become one entity, two people of one name stay two, and every record is counted."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from copydesk.core.dates import PartialDate, Period
from copydesk.core.entity import Entity, Fact, FormType, Kind, NameForm, Office, Relation
from copydesk.entities.merging import Merger, Trust
from copydesk.entities.records import Record, Tally
from copydesk.entities.schema import Place

OFFICES = {
    "prime_minister": Office(role="prime_minister", titles=("Prime Minister",), single=True, rank=1),
    "legislator": Office(role="legislator", titles=("Senator",), single=False, rank=4),
}
AT = Place(path="made.csv", line=1)


def person(ident: str, name: str, country: str = "AM", born: int | None = None, gender: str | None = None) -> Entity:
    return Entity(
        id=ident, name=name, kind=Kind.PERSON, country=country, family=(name.split()[-1],), gender=gender,
        born=None if born is None else PartialDate(born),
    )  # fmt: skip


def office(subject: str, start: str, end: str | None = None, role: str = "prime_minister") -> Fact:
    period = Period(
        start=PartialDate.parse(start),
        end=PartialDate.parse(end) if end else None,
        as_of=PartialDate.parse(end or "2024-01-01"),
    )
    return Fact(
        subject=subject, relation=Relation.HOLDS_OFFICE, object="armenia", role=role, title="Prime Minister", period=period
    )


def merged(seeds: Sequence[Entity], facts: Sequence[Fact], *records: Record, by_name: bool = True) -> Merger:
    merger = Merger(OFFICES)
    merger.seed(seeds, facts, Trust(name="seeds", prominence=0.9))
    merger.add(records, Trust(name="other", by_name=by_name, prominence=0.3), Tally(source="other"))
    return merger


def record(entity: Entity, *facts: Fact) -> Record:
    return Record(entity=entity, facts=facts, at=AT)


PASHINYAN = person("nikol-pashinyan", "Nikol Pashinyan", born=1975)


@pytest.mark.parametrize(
    ("other", "one"),
    [
        (person("x:1", "Nikol Pashinyan"), True),
        (person("x:1", "Nikol Vovayi Pashinyan"), True),
        (person("x:1", "Nikol Pashinian"), True),
        (person("x:1", "Nikol Pashinyan", country="RU"), False),
        (person("x:1", "Nikol Pashinyan", born=1950), False),
        (person("x:1", "Anna Pashinyan"), False),
        (person("x:1", "Pashinyan"), False),
        (person("x:1", "Nikol V. Pashinyan"), True),
        (person("x:1", "Vova N. Pashinyan"), False),
        (person("x:1", "Nikol P. Sarkissian"), False),
        (person("x:1", "Pashin K. Nikol, Jr."), False),
    ],
)
def test_the_same_name_in_the_same_country(other: Entity, one: bool) -> None:
    assert (len(merged([PASHINYAN], [], record(other)).entities()) == 1) is one


def test_a_source_that_may_not_decide_by_name_needs_the_year_of_birth() -> None:
    assert len(merged([PASHINYAN], [], record(person("x:1", "Nikol Pashinyan")), by_name=False).entities()) == 2
    assert len(merged([PASHINYAN], [], record(person("x:1", "Nikol Pashinyan", born=1975)), by_name=False).entities()) == 1


def test_another_spelling_in_the_same_office_at_the_same_time_is_the_same_person() -> None:
    other = record(person("x:1", "Nicole Pashinian"), office("x:1", "2018-05-08"))
    merger = merged([PASHINYAN], [office("nikol-pashinyan", "2018-05-08")], other)
    (entity,) = merger.entities()
    assert entity.written(FormType.ALIAS) == ("Nicole Pashinian",)
    assert entity.same_as == ("x:1",)
    assert len(merger.facts()) == 1


def test_two_records_of_one_source_are_two_people() -> None:
    two = (record(person("x:1", "Wang Gang", born=1960)), record(person("x:2", "Wang Gang", born=1971)))
    merger = merged([], [], *two)
    assert [entity.id for entity in merger.entities()] == ["x:1", "x:2"]
    assert (merger.by_source["other"].kept, merger.by_source["other"].merged) == (2, 0)


def test_a_name_that_fits_two_is_neither() -> None:
    seeds = [person("a", "Karen Karapetyan", born=1963), person("b", "Karen Karapetyan", born=1988)]
    assert len(merged(seeds, [], record(person("x:1", "Karen Karapetyan"))).entities()) == 3


def test_what_a_record_knows_more_is_taken_over() -> None:
    native = NameForm(text="Նիկոլ Փաշինյան", type=FormType.NATIVE, lang="hy")
    other = Entity(
        id="wikidata:Q1", name="Nikol Pashinyan", kind=Kind.PERSON, country="AM", forms=(native,), gender="m", same_as=("x:9",)
    )
    (entity,) = merged([PASHINYAN], [], record(other)).entities()
    assert entity.forms == (native,)
    assert (entity.gender, entity.prominence, entity.same_as) == ("m", 0.9, ("wikidata:Q1", "x:9"))


@pytest.mark.parametrize(
    ("name", "also"),
    [("Geoffrey R. Pyatt", ("Geoffrey Pyatt",)), ("J. D. Vance", ()), ("Ada B C Strelsau", ("Ada Strelsau",)), ("Bo Li", ())],
)
def test_people_are_known_without_their_middle_initials(name: str, also: tuple[str, ...]) -> None:
    (entity,) = merged([person("a", name)], []).entities()
    assert entity.written(FormType.ALIAS) == also


def test_the_trusted_holder_stays_and_the_contradiction_is_counted() -> None:
    merger = merged(
        [PASHINYAN], [office("nikol-pashinyan", "2018-05-08")], record(person("x:1", "Ara Saran"), office("x:1", "2019-01-01"))
    )
    assert [fact.subject for fact in merger.facts()] == ["nikol-pashinyan"]
    assert merger.by_source["other"].tally.refused == {"another holder then": 1}


def place(ident: str, name: str, description: str, country: str = "UA") -> Entity:
    return Entity(id=ident, name=name, kind=Kind.PLACE, country=country, description=description)


def test_a_town_is_the_town_that_is_there_and_a_region_of_its_name_is_refused() -> None:
    kyiv = place("kyiv", "Kyiv", "capital of Ukraine")
    town, region = place("geonames:703448", "Kyiv", ""), place("cia:region/UA/kyiv", "Kyiv", "region of Ukraine")
    merger = merged([kyiv], [], record(town), record(region))
    assert [entity.id for entity in merger.entities()] == ["kyiv"]
    assert merger.by_source["other"].tally.refused == {"named like a place that is there": 1}
