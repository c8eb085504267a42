from __future__ import annotations

import pytest

from copydesk.core.entity import Entity, Kind, Office
from copydesk.entities.world import SeedWorld, spelled_title

ENTITIES = (
    Entity(id="north-korea", name="North Korea", kind=Kind.PLACE, country="KP", description="country in Asia"),
    Entity(id="myanmar", name="Myanmar", kind=Kind.PLACE, country="MM", description="country in Asia"),
    Entity(id="congo-kinshasa", name="DR Congo", kind=Kind.PLACE, country="CD", description="country in Africa"),
    Entity(id="micronesia", name="Micronesia", kind=Kind.PLACE, country="FM", description="country in Oceania"),
    Entity(id="cape-verde", name="Cape Verde", kind=Kind.PLACE, country="CV", description="country in Africa"),
    Entity(id="north-macedonia", name="North Macedonia", kind=Kind.PLACE, country="MK", description="country in Europe"),
    Entity(id="turkey", name="Turkey", kind=Kind.PLACE, country="TR", description="country on two continents"),
    Entity(id="eswatini", name="Eswatini", kind=Kind.PLACE, country="SZ", description="country in Africa"),
    Entity(id="united-kingdom", name="United Kingdom", kind=Kind.PLACE, country="GB", description="country in Europe"),
    Entity(id="scotland", name="Scotland", kind=Kind.PLACE, country="GB", description="country of the United Kingdom"),
    Entity(id="hong-kong", name="Hong Kong", kind=Kind.PLACE, country="HK", description="city-state on the coast"),
    Entity(id="skopje", name="Skopje", kind=Kind.PLACE, country="MK", description="capital of North Macedonia"),
    Entity(id="un", name="United Nations", kind=Kind.ORGANIZATION),
    Entity(id="front-a", name="National Front", kind=Kind.ORGANIZATION, country="MM"),
    Entity(id="front-b", name="National Front", kind=Kind.ORGANIZATION, country="TR"),
)
OFFICES = (
    Office(role="president", titles=("President",), single=True, rank=1),
    Office(role="prime_minister", titles=("Prime Minister", "Premier"), single=True, rank=1),
    Office(role="foreign_minister", titles=("Foreign Minister", "Minister of Foreign Affairs"), single=True, rank=2),
    Office(role="defence_minister", titles=("Defence Minister", "Minister of Defense"), single=True, rank=2),
)


@pytest.fixture
def world() -> SeedWorld:
    return SeedWorld(ENTITIES, OFFICES, {"PRK": "KP", "MMR": "MM", "XXX": "ZZ"})


@pytest.mark.parametrize(
    ("text", "ident"),
    [
        ("Korea, North", "north-korea"),
        ("North Korea", "north-korea"),
        ("KP", "north-korea"),
        ("PRK", "north-korea"),
        ("Burma", "myanmar"),
        ("Congo, Democratic Republic of the", "congo-kinshasa"),
        ("Micronesia, Federated States of", "micronesia"),
        ("Cabo Verde", "cape-verde"),
        ("Macedonia", "north-macedonia"),
        ("Turkey (Turkiye)", "turkey"),
        ("Swaziland", "eswatini"),
        ("GB", "united-kingdom"),
        ("XXX", None),
        ("Skopje", None),
        ("Ruritania", None),
        ("", None),
    ],
)
def test_a_country_is_known_by_every_english_spelling(world: SeedWorld, text: str, ident: str | None) -> None:
    assert world.country(text) == ident


def test_a_code_belongs_to_the_country_and_not_to_its_parts(world: SeedWorld) -> None:
    assert world.code("united-kingdom") == "GB"
    assert world.code("scotland") is None
    assert world.codes["HK"] == "hong-kong"


@pytest.mark.parametrize(
    ("name", "ident"), [("united nations", "un"), ("Skopje", "skopje"), ("National Front", None), ("X", None)]
)
def test_a_body_is_known_only_where_one_has_the_name(world: SeedWorld, name: str, ident: str | None) -> None:
    assert world.body(name) == ident


@pytest.mark.parametrize(
    ("title", "role"),
    [
        ("President", "president"),
        ("Premier of State Council", "prime_minister"),
        ("Min. of Foreign Affairs & Trade", "foreign_minister"),
        ("Minister of Foreign Relations", "foreign_minister"),
        ("Minister of Foreign and European Affairs", "foreign_minister"),
        ("Minister for Europe and Foreign Affairs", "foreign_minister"),
        ("Minister of External Relations", "foreign_minister"),
        ("Cabinet Secretary for Foreign Affairs and International Trade", "foreign_minister"),
        ("Min. of Natl. Defense", "defence_minister"),
        ("Minister of Defense Industry", "minister"),
        ("First Dep. Prime Min.", "deputy_prime_minister"),
        ("Permanent Deputy Prime Minister", "deputy_prime_minister"),
        ("Third Vice President", "vice_president"),
        ("Governor, Central Bank", "central_bank_governor"),
        ("Pres., Bank of the Republic", "central_bank_governor"),
        ("Chairman, National Bank", "central_bank_governor"),
        ("Governor of the Bank al-Magrib", "central_bank_governor"),
        ("Permanent Representative to the UN, New York", "permanent_representative"),
        ("Ambassador to the US", "ambassador"),
        ("Governor General", "governor"),
        ("Minister of Fisheries", "minister"),
        ("State Minister of Foreign Affairs", "minister"),
        ("Deputy Minister of Foreign Affairs", None),
        ("Acting Minister of Foreign Affairs", None),
        ("Charge d'Affaires, Embassy, Washington", None),
        ("Postmaster", None),
    ],
)
def test_a_title_means_one_role_or_none(world: SeedWorld, title: str, role: str | None) -> None:
    assert world.role(title) == role


def test_abbreviations_are_spelled_out() -> None:
    assert spelled_title("Dep. Min. of Natl. Security & Intl. Dev.") == (
        "Deputy Minister of National Security and International Development"
    )
