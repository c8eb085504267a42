"""Sentences, the names in them, and what each was taken for; over a small list."""

from __future__ import annotations

import pytest

from copydesk.core.entity import Kind
from copydesk.core.mention import Link
from copydesk.text import parse_document
from small_list import small_desk, small_list

CANONICAL, VARIANT, GARBLE, NOBODY, SEVERAL = "canonical", "variant", "garble", "not_in_list", "ambiguous"


def links(text: str) -> list[Link]:
    return list(small_desk().check(parse_document(text)).links)


def said(text: str) -> list[tuple[str, str, str | None]]:
    """Name, status and entity of every mention of a person."""
    found = [link for link in links(text) if link.entity is None or link.entity.kind is Kind.PERSON]
    return [(link.mention.text, link.status.value, link.entity and link.entity.id) for link in found]


#: sentence, name, status, entity
PERSONS = [
    # as the list has it
    ("Nikol Pashinyan spoke.", "Nikol Pashinyan", CANONICAL, "nikol-pashinyan"),
    ("Mevlüt Çavuşoğlu spoke.", "Mevlüt Çavuşoğlu", CANONICAL, "mevlut-cavusoglu"),
    ("Antonio Guterres spoke.", "Antonio Guterres", CANONICAL, "antonio-guterres"),
    ("Lavrov Sergey spoke.", "Lavrov Sergey", CANONICAL, "sergey-lavrov"),
    # another accepted spelling
    ("Sergei Lavrov spoke.", "Sergei Lavrov", VARIANT, "sergey-lavrov"),
    ("Sergei Viktorovich Lavrov spoke.", "Sergei Viktorovich Lavrov", VARIANT, "sergey-lavrov"),
    ("Jeyhun Bairamov spoke.", "Jeyhun Bairamov", VARIANT, "jeyhun-bayramov"),
    # garbled beyond doubt
    ("Mevrut Cavusoglu spoke.", "Mevrut Cavusoglu", GARBLE, "mevlut-cavusoglu"),
    ("Nikol Pasinyan spoke.", "Nikol Pasinyan", GARBLE, "nikol-pashinyan"),
    # garbled, and the office says who is meant
    ("Armenian Prime Minister Nicole Pasinyan spoke.", "Nicole Pasinyan", GARBLE, "nikol-pashinyan"),
    ("Azerbaijan’s Foreign Minister Jaykhon Bairamov left.", "Jaykhon Bairamov", GARBLE, "jeyhun-bayramov"),
    ("Russian Foreign Minister Sergey Labrov spoke.", "Sergey Labrov", GARBLE, "sergey-lavrov"),
    ("Russian President Vladimir Puton spoke.", "Vladimir Puton", GARBLE, "vladimir-putin"),
    ("U.N. Spokesman Stephen Dugarik spoke.", "Stephen Dugarik", GARBLE, "stephane-dujarric"),
    ("Armenian Prime Minister Pasinyan spoke.", "Pasinyan", GARBLE, "nikol-pashinyan"),
    # the same spellings without an office
    ("Nicole Pasinyan spoke.", "Nicole Pasinyan", GARBLE, "nikol-pashinyan"),
    ("Vladimir Puton, a baker, spoke.", "Vladimir Puton", NOBODY, None),
    ("Stephen Dugarik, a baker, spoke.", "Stephen Dugarik", NOBODY, None),
    # namesakes and neighbours stay who they are
    ("Ivan Medvedev, a baker, spoke.", "Ivan Medvedev", NOBODY, None),
    ("Maria Lavrov sang.", "Maria Lavrov", NOBODY, None),
    ("Nikolai Pashinyan, a baker, spoke.", "Nikolai Pashinyan", NOBODY, None),
    ("Michael Johnson ran.", "Michael Johnson", NOBODY, None),
    ("Nicole Kidman sang.", "Nicole Kidman", NOBODY, None),
    ("Ana Sally sang.", "Ana Sally", NOBODY, None),
    ("Omar Dong sang.", "Omar Dong", NOBODY, None),
    ("Dorvan Kestrimov sang.", "Dorvan Kestrimov", NOBODY, None),
    # well-formed pinyin is another Chinese name
    ("Xi Jinpeng sang.", "Xi Jinpeng", NOBODY, None),
    ("Xi Jin-ping spoke.", "Xi Jin-ping", CANONICAL, "xi-jinping"),
    # a Latin-script bearer has one spelling
    ("Angela Markel sang.", "Angela Markel", NOBODY, None),
    ("French President Emanuel Macron spoke.", "Emanuel Macron", GARBLE, "emmanuel-macron"),
    ("German Chancellor Angella Merkel spoke.", "Angella Merkel", GARBLE, "angela-merkel"),
]


@pytest.mark.parametrize(("text", "name", "status", "ident"), PERSONS)
def test_a_person(text: str, name: str, status: str, ident: str | None) -> None:
    assert said(text) == [(name, status, ident)]


@pytest.mark.parametrize(("text", "name", "status", "ident"), [row for row in PERSONS if row[2] == GARBLE])
def test_a_garble_says_what_to_write_and_why(text: str, name: str, status: str, ident: str) -> None:
    (link,) = [link for link in links(text) if link.status == GARBLE]
    entity = small_list().by_id[ident]
    assert link.replacement == (entity.name if " " in name else entity.family[0])
    assert link.probability is not None
    assert 0.5 <= link.probability <= 1
    assert link.evidence
    assert link.candidates[0].entity == entity


#: text, and of each mention of a person name, status and entity
DOCUMENTS = [
    ("Sergey Lavrov came. Lavrov left.", [CANONICAL, CANONICAL], "sergey-lavrov"),
    ("Lavrov left.", [CANONICAL], "sergey-lavrov"),
    ("Mevrut Cavusoglu came. Cavusoglu left.", [GARBLE, CANONICAL], "mevlut-cavusoglu"),
    ("Jeyhun Bayramov came. Bairamov left.", [CANONICAL, VARIANT], "jeyhun-bayramov"),
    ("Boris Johnson came. Johnson left.", [CANONICAL, CANONICAL], "boris-johnson"),
    ("Johnson left. Boris Johnson came.", [CANONICAL, CANONICAL], "boris-johnson"),
    ("Ali Akbar Vilayati, an Iranian, came. Vilayati left.", [GARBLE, GARBLE], "ali-akbar-velayati"),
    ("Ali Akbar Vilayati came. Villayati left.", [GARBLE, GARBLE], "ali-akbar-velayati"),
    ("Ali Akbar Velayati came. Villayati left.", [CANONICAL, GARBLE], "ali-akbar-velayati"),
    ("Nikol Pashinyan met Nikol Pasinyan.", [CANONICAL, GARBLE], "nikol-pashinyan"),
]


@pytest.mark.parametrize(("text", "statuses", "ident"), DOCUMENTS)
def test_a_document_names_one_person(text: str, statuses: list[str], ident: str) -> None:
    found = said(text)
    assert [status for _, status, _ in found] == statuses
    assert {entity for *_, entity in found} == {ident}


@pytest.mark.parametrize(
    "text", ["Johnson left.", "Boris Johnson came, and Ron Johnson too. Johnson left.", "Senator Johnson left."]
)
def test_a_family_of_several_is_left_open(text: str) -> None:
    name, status, ident = said(text)[-1]
    assert (name, status, ident) == ("Johnson", SEVERAL, None)


def test_the_office_tells_members_of_a_family_apart() -> None:
    assert said("British Prime Minister Johnson left.") == [("Johnson", CANONICAL, "boris-johnson")]


@pytest.mark.parametrize(
    ("text", "name", "status", "ident"),
    [
        ("Armenia was quiet.", "Armenia", CANONICAL, "armenia"),
        ("The UK was quiet.", "UK", VARIANT, "britain"),
        ("The U.N. was quiet.", "U.N.", VARIANT, "un"),
        ("Karabakh was quiet.", "Karabakh", VARIANT, "karabakh"),
        ("The Russian Satellite Network said so.", "Russian Satellite Network", "translated", "sputnik"),
        ("The Naka region was quiet.", "Naka region", "clipped", "karabakh"),
        ("Fighting went on in Stepanakart.", "Stepanakart", GARBLE, "stepanakert"),
    ],
)
def test_a_place_or_body(text: str, name: str, status: str, ident: str) -> None:
    found = [(link.mention.text, link.status.value, link.entity and link.entity.id) for link in links(text)]
    assert (name, status, ident) in found


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("The town of Naka was quiet.", SEVERAL),
        ("Naka lies in Japan.", SEVERAL),
        ("Naka was shelled, Azerbaijan said.", "clipped"),
        ("Naka was shelled. The fighting in Karabakh goes on.", "clipped"),
    ],
)
def test_a_clipped_word_counts_only_in_a_text_about_the_whole(text: str, status: str) -> None:
    assert next(link.status.value for link in links(text) if link.mention.text == "Naka") == status


@pytest.mark.parametrize(
    "text",
    [
        "Pashinyan’s army and Lavrov's answer came.",
        "Putinism, Putinists, Putinesque and Merkels came.",
        "Merkelism and Macronists came, and the Lavrovs with them.",
        "The Azerbaijanian army and Karabakhis left.",
        "The Iranians, Turks and Armenians left.",
        "The Gancans and Bakuvians left Ganja and Baku.",
        "Russian-Turkish and Armenian-Azerbaijani talks went on.",
        "Medvedeva and Lavrova, two sisters, sang.",
        "She sang in Armenia City and Yerevan Street.",
        "Putin’s Russia and Merkel’s Germany agreed.",
    ],
)
def test_derived_words_are_never_garbles(text: str) -> None:
    assert [link.mention.text for link in links(text) if link.status == GARBLE] == []
    assert small_desk().check(parse_document(text)).findings == ()


def test_every_mention_has_a_link_in_text_order() -> None:
    text = "Armenian Prime Minister Nicole Pasinyan met Johnson, Dorvan Kestrimov and the UN in Baku."
    found = links(text)
    assert [link.mention.span.of(text) for link in found] == [link.mention.text for link in found]
    assert [link.mention.text for link in found] == ["Nicole Pasinyan", "Johnson", "Dorvan Kestrimov", "UN", "Baku"]
    for link in found:
        assert (link.entity is None) == (link.status in (NOBODY, SEVERAL))
        assert (link.replacement is None) == (link.status in (NOBODY, SEVERAL, CANONICAL, VARIANT))
        assert len(link.candidates) <= 3


def test_the_office_must_be_held_at_the_date() -> None:
    text = "Tuesday, October 6, 2009\n\nRussian President Dmitri Medwedew spoke."
    late = text.replace("2009", "2020").replace("Tuesday", "Tuesday")
    statuses = [next(link for link in links(item) if link.mention.text == "Dmitri Medwedew") for item in (text, late)]
    assert statuses[0].probability is not None
    assert statuses[1].probability is None or statuses[1].probability < statuses[0].probability
