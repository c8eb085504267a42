"""Candidate search finds the right name however it is misspelled, and layers of lists answer as one."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest

from copydesk.core.entity import Entity, Fact, FormType, Kind, NameForm, Relation
from copydesk.entities import EntityList
from copydesk.entities.candidates import candidates
from copydesk.entities.loading import over
from copydesk.entities.store import Store
from copydesk.entities.writing import write_list


def _entity(ident: str, name: str, kind: Kind = Kind.PERSON, country: str | None = None, *forms: NameForm) -> Entity:
    family = (name.split()[-1],) if kind is Kind.PERSON else ()
    return Entity(id=ident, name=name, kind=kind, country=country, family=family, forms=forms)


HERE = [
    _entity("np", "Nikol Pashinyan", Kind.PERSON, "AM", NameForm(text="Նիկոլ Փաշինյան", type=FormType.NATIVE, lang="hy")),
    _entity("jb", "Jair Bolsonaro", Kind.PERSON, "BR"),
    _entity("kh", "Khalifa Haftar", Kind.PERSON, "LY"),
    _entity("lc", "Lázaro Cárdenas", Kind.PLACE, "MX"),
    _entity("kg", "Klaksvig", Kind.PLACE, "FO", NameForm(text="Klaksvík", type=FormType.ALIAS)),
    _entity("bb", "Bakirkoy", Kind.PLACE, "TR"),
]
FACTS = [
    Fact(subject="np", relation=Relation.LOCATED_IN, object="lc"),
    Fact(subject="jb", relation=Relation.LOCATED_IN, object="kg"),
]


@pytest.mark.parametrize(
    ("written", "ident"),
    [
        ("Nicole Pasinyan", "np"),
        ("Pasinyan", "np"),
        ("Pashinyan Nikol", "np"),
        ("Khaftar", "kh"),
        ("LaZarcadenas", "lc"),
        ("Klaksvik", "kg"),
        ("Bakerkoy Municipality", "bb"),
    ],
)
def test_the_right_name_comes_first(written: str, ident: str) -> None:
    found = candidates(EntityList(HERE), written)
    assert found[0].entity.id == ident
    assert all(first.score >= second.score for first, second in pairwise(found))


@pytest.mark.parametrize("written", ["", " ", "…", "範明政", "\u202e", "a" * 10_000, "ß" * 300])
def test_what_is_no_name_finds_nothing_or_little(written: str) -> None:
    assert all(0.0 <= hit.score <= 1.0 for hit in candidates(EntityList(HERE), written))


def test_only_of_the_kinds_asked_for() -> None:
    found = candidates(EntityList(HERE), "Klaksvik", kinds=(Kind.PERSON,))
    assert {hit.entity.kind for hit in found} <= {Kind.PERSON}
    assert candidates(EntityList(()), "Klaksvik") == ()


def test_a_list_from_a_file_answers_as_one_in_memory(tmp_path: Path) -> None:
    write_list(tmp_path / "made.sqlite", iter(HERE), iter(FACTS), (), signature="made")
    opened, held = EntityList.opened(tmp_path / "made.sqlite"), EntityList(HERE, FACTS)
    for written in ("Nicole Pasinyan", "Khaftar", "Bakerkoy Municipality"):
        assert candidates(opened, written) == candidates(held, written)
    assert opened.facts == held.facts
    assert list(opened.entities) == HERE


def _others(count: int) -> list[Entity]:
    return [_entity(f"o{n}", f"Somebody Else{n}", Kind.PERSON, "XX") for n in range(count)]


@pytest.mark.parametrize("more", [0, 40], ids=["smaller", "larger"])
def test_a_list_over_another_hides_what_it_replaces(more: int) -> None:
    own = [_entity("np", "Nikolas Passin", Kind.PERSON, "AM"), _entity("mine", "Jair Bolsonaro", Kind.PERSON, "BR")]
    said = [Fact(subject="kh", relation=Relation.LOCATED_IN, object="kg", source="own"), replace(FACTS[0], source="own")]
    top = Store.held([*own, *_others(more)], said, (), signature="own")
    both = over(EntityList(HERE, FACTS), top, signature="both")
    found = [hit.entity.id for hit in candidates(both, "Jair Bolsonara")]
    assert found[0] == "mine"
    assert "jb" not in found
    assert both.get("np") == replace(own[0], forms=HERE[0].forms)
    assert both.get("jb") is None
    assert len(both) == len(HERE) + more
    # the same name, kind and country under another id takes the facts over; a statement made anew is believed instead
    assert [fact.object for fact in both.about("mine")] == ["kg"]
    assert both.about("jb") == ()
    assert [fact.source for fact in both.about("np")] == ["own"]
    assert [fact.source for fact in both.about("kh")] == ["own"]


@pytest.mark.parametrize("more", [0, 40], ids=["smaller", "larger"])
def test_a_name_of_two_below_is_neither(more: int) -> None:
    twins = [_entity("a", "Wang Gang", Kind.PERSON, "CN"), _entity("b", "Wang Gang", Kind.PERSON, "CN")]
    top = Store.held([_entity("mine", "Wang Gang", Kind.PERSON, "CN"), *_others(more)], (), (), signature="own")
    both = over(EntityList(twins), top, signature="both")
    assert {"a", "b", "mine"} <= set(both.by_id)


def test_a_third_list_takes_over_what_the_second_took() -> None:
    def mine(ident: str) -> Store:
        return Store.held([_entity(ident, "Jair Bolsonaro", Kind.PERSON, "BR")], (), (), signature=ident)

    all_three = over(over(EntityList(HERE, FACTS), mine("second"), signature="2"), mine("third"), signature="3")
    assert [all_three.get(ident) is None for ident in ("jb", "second", "third")] == [True, True, False]
    assert [fact.object for fact in all_three.about("third")] == ["kg"]
    assert all_three.about("second") == ()


def test_a_name_in_another_script_is_found_by_search_and_not_in_a_text() -> None:
    entities = EntityList(HERE)
    assert [entity.id for entity in entities.called("Նիկոլ Փաշինյան")] == ["np"]
    assert entities.named("Նիկոլ Փաշինյան") == ()
    assert [entity.id for entity in entities.of_family("PASHINYAN")] == ["np"]
