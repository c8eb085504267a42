"""A user's rows lie over the default list: by id for entities, by statement for facts."""

from __future__ import annotations

import pytest
from list_files import Table

from copydesk.core.entity import Entity, FormType, Kind, NameForm, Relation
from copydesk.entities import EntityList, load_entities
from copydesk.entities.loading import default_list

FULL = '{"id": "ada", "name": "Ada Byron", "kind": "person", "family": ["Byron", "King"], "gender": "f"'


def test_nothing_given_is_the_default_list() -> None:
    assert load_entities() is default_list()


def test_every_column_of_an_entity(table: Table) -> None:
    ada = load_entities(
        table(
            "id,name,kind,country,family,gender,aliases,native,description,source",
            "ada,Ada  Byron,person,GB,Byron|King,f,Ada Lovelace|Ada Byron,ru:Ада Байрон,wrote programs,a book",
        ),
        default=False,
    ).by_id["ada"]
    assert ada == Entity(
        id="ada",
        name="Ada Byron",
        kind=Kind.PERSON,
        country="GB",
        family=("Byron", "King"),
        gender="f",
        forms=(
            NameForm(text="Ada Lovelace", type=FormType.ALIAS),
            NameForm(text="Ада Байрон", type=FormType.NATIVE, lang="ru"),
            NameForm(text="Ada Bayron", type=FormType.CHANNEL, lang="ru"),
        ),
        description="wrote programs",
        source="a book",
    )


def test_jsonl_says_the_same_as_csv(table: Table) -> None:
    csv = table("id,name,kind,country,family,gender", "ada,Ada Byron,person,GB,Byron|King,f")
    jsonl = table(FULL + ', "country": "GB"}', name="own.jsonl")
    assert load_entities(csv, default=False).by_id == load_entities(jsonl, default=False).by_id


def test_tables_of_one_jsonl_may_be_mixed(table: Table) -> None:
    own = load_entities(
        table(
            FULL + ', "country": null}',
            '{"entity": "ada", "form": "Ada Sea", "type": "translated", "lang": "zh"}',
            '{"subject": "ada", "relation": "member_of", "object": "ada", "disputed": true, "start": "1833"}',
            name="own.jsonl",
        ),
        default=False,
    )
    assert own.by_id["ada"].country is None
    assert own.by_id["ada"].written(FormType.TRANSLATED) == ("Ada Sea",)
    (fact,) = own.facts
    assert (fact.disputed, str(fact.period.start)) == (True, "1833")


def test_a_byte_order_mark_is_no_part_of_the_first_column(table: Table) -> None:
    assert "ada" in load_entities(table("\ufeffid,name,kind", "ada,Ada Byron,person"), default=False).by_id


def test_an_entity_replaces_the_default_one_of_its_id(table: Table) -> None:
    own = load_entities(table("id,name,kind,country,family", "nikol-pashinyan,Nikola Pashin,person,AM,Pashin"))
    assert own.by_id["nikol-pashinyan"].name == "Nikola Pashin"
    assert {form.type for form in own.by_id["nikol-pashinyan"].forms} <= {FormType.NATIVE, FormType.CHANNEL}
    assert own.named("Nikol Pashinyan") == ()
    assert len(own) == len(default_list())
    assert own.by_id["armenia"] == default_list().by_id["armenia"]
    assert own.holders("prime_minister", "armenia") == default_list().holders("prime_minister", "armenia")


def test_a_form_is_added_to_a_default_entity(table: Table) -> None:
    own = load_entities(table("entity,form,type,lang", "armenia,Arminia Land,translated,zh"))
    before = default_list().by_id["armenia"]
    assert own.by_id["armenia"].forms == (*before.forms, NameForm(text="Arminia Land", type=FormType.TRANSLATED, lang="zh"))
    assert [named.form.type for named in own.named("Arminia Land")] == [FormType.TRANSLATED]


def test_a_fact_replaces_the_default_ones_of_its_statement(table: Table) -> None:
    own = load_entities(
        table("subject,relation,object,role,start,end", "nikol-pashinyan,holds_office,armenia,prime_minister,2018,2019")
    )
    ended = [fact for fact in own.about("nikol-pashinyan") if fact.role == "prime_minister"]
    assert [str(fact.period.end) for fact in ended] == ["2019"]
    assert own.about("yerevan") == default_list().about("yerevan")
    others = [fact for fact in own.holders("prime_minister", "armenia") if fact.subject != "nikol-pashinyan"]
    assert others == [fact for fact in default_list().holders("prime_minister", "armenia") if fact.subject != "nikol-pashinyan"]


def test_one_person_may_hold_an_office_twice(table: Table) -> None:
    own = load_entities(
        table(
            "subject,relation,object,role,start,end",
            "nikol-pashinyan,holds_office,armenia,prime_minister,2001,2002",
            "nikol-pashinyan,holds_office,armenia,prime_minister,2005,2006",
        )
    )
    assert len([fact for fact in own.about("nikol-pashinyan") if fact.role == "prime_minister"]) == 2


@pytest.mark.parametrize(
    ("precision", "start"), [("", "2018-05-08"), ("day", "2018-05-08"), ("month", "2018-05"), ("year", "2018")]
)
def test_precision_shortens_the_dates(table: Table, precision: str, start: str) -> None:
    own = load_entities(table("subject,relation,object,start,precision", f"ganja,capital_of,armenia,2018-05-08,{precision}"))
    assert [str(fact.period.start) for fact in own.about("ganja", Relation.CAPITAL_OF)] == [start]


def test_without_the_default_list_only_the_own_rows_are_there(table: Table) -> None:
    own = load_entities(table("id,name,kind", "ada,Ada Byron,person"), default=False)
    assert list(own.by_id) == ["ada"]
    assert own.facts == ()
    assert own.offices == default_list().offices


def test_no_list_at_all_is_empty() -> None:
    assert len(load_entities(default=False)) == 0


def test_the_signature_names_the_lists(table: Table) -> None:
    path = table("id,name,kind", "ada,Ada Byron,person")
    alone, over = load_entities(path, default=False).signature, load_entities(path).signature
    assert alone.startswith("own.csv-")
    assert over == f"{default_list().signature}+{alone}"
    changed = load_entities(table("id,name,kind", "ada,Ada King,person"), default=False).signature
    assert changed != alone
    second = table("id,name,kind", "bo,Bo Li,person", name="second.csv")
    assert load_entities(path, second, default=False).signature.startswith("own.csv+1-")


SMALL = EntityList(
    [
        Entity(
            id="armenia",
            name="Armenia",
            kind=Kind.PLACE,
            forms=(
                NameForm(text="Armenian", type=FormType.DEMONYM),
                NameForm(text="Армения", type=FormType.NATIVE, lang="ru"),
                NameForm(text="Arminia", type=FormType.CLIPPED, lang="zh"),
            ),
        ),
        Entity(id="un", name="United Nations", kind=Kind.ORGANIZATION, forms=(NameForm(text="UN", type=FormType.ACRONYM),)),
    ]
)


@pytest.mark.parametrize(
    ("text", "idents"),
    [
        ("Armenia", ["armenia"]),
        ("ARMENIA", ["armenia"]),
        ("U.N.", ["un"]),
        ("Armenian", ["armenia"]),
        ("Arminia", ["armenia"]),
        ("Армения", []),
        ("Georgia", []),
    ],
)
def test_looking_up_a_name(text: str, idents: list[str]) -> None:
    assert [named.entity.id for named in SMALL.named(text)] == idents
