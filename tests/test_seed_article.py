"""The real article that the product was made for: what it must find there, and what it must leave alone."""

from __future__ import annotations

from functools import lru_cache

import pytest

from copydesk.core.report import DocumentReport
from copydesk.entities.build import SEEDS
from copydesk.text import read_document
from one_desk import the_desk

ARTICLE = SEEDS / "article-2020-11-28.txt"


@lru_cache(maxsize=1)
def article() -> DocumentReport:
    return the_desk().check(read_document(str(ARTICLE)))


def names(rule: str) -> list[tuple[str, str]]:
    """Words and right name of the findings of a rule, in text order."""
    found = [finding for finding in article().findings if finding.rule == rule]
    return [(finding.text, finding.entity.name if finding.entity else "") for finding in found]


def test_garbled_names() -> None:
    assert names("NAM101") == [
        ("Mevrut Cavusoglu", "Mevlüt Çavuşoğlu"),
        ("Jaykhon Bairamov", "Jeyhun Bayramov"),
        ("Nicole Pasinyan", "Nikol Pashinyan"),
        ("Ali Akbar Vilayati", "Ali Akbar Velayati"),
        ("Vilayati", "Ali Akbar Velayati"),
        ("Vilayati", "Ali Akbar Velayati"),
        ("Villayati", "Ali Akbar Velayati"),
        ("Stephen Dugarik", "Stéphane Dujarric"),
    ]


def test_a_name_spelled_several_ways() -> None:
    assert names("NAM102") == [("Villayati", "Ali Akbar Velayati")]


def test_translated_and_clipped_names() -> None:
    assert names("NAM103") == [("Naka region", "Nagorno-Karabakh"), ("Russian Satellite Network", "Sputnik")]


@pytest.mark.parametrize(
    "right",
    [
        "Cavusoglu",
        "Pashinyan",
        "Mohamed Javad Zarif",
        "Sergey Lavrov",
        "Lavrov",
        "Antonio Guterres",
        "Stepanakert",
        "Ganja",
        "Nagorno-Karabakh",
        "Karabakh",
        "Baku",
    ],
)
def test_right_names_are_left_alone(right: str) -> None:
    assert [finding.message for finding in article().findings if finding.text == right] == []
    assert [link.mention.text for link in article().links if link.mention.text == right and link.entity is None] == []


def test_fixes_write_the_right_names() -> None:
    written = {finding.text: finding.fixes[0].replacement for finding in article().findings if finding.rule.startswith("NAM")}
    assert written == {
        "Mevrut Cavusoglu": "Mevlüt Çavuşoğlu",
        "Jaykhon Bairamov": "Jeyhun Bayramov",
        "Nicole Pasinyan": "Nikol Pashinyan",
        "Ali Akbar Vilayati": "Ali Akbar Velayati",
        "Vilayati": "Velayati",
        "Villayati": "Velayati",
        "Stephen Dugarik": "Stéphane Dujarric",
        "Naka region": "Nagorno-Karabakh region",
        "Russian Satellite Network": "Sputnik",
    }


def test_little_else_is_found() -> None:
    assert [f.text for f in article().findings if f.rule.startswith("CLM")] == []
    assert [f.text[:40] for f in article().findings if not f.rule.startswith("NAM")] == [
        "Confirmed by the Ministry of Defense of "
    ]


@pytest.mark.parametrize(
    ("subject", "name"),
    [
        ("Nicole Pasinyan", "Nikol Pashinyan"),
        ("Jaykhon Bairamov", "Jeyhun Bayramov"),
        ("Mevrut Cavusoglu", "Mevlüt Çavuşoğlu"),
        ("Sergey Lavrov", "Sergey Lavrov"),
        ("Mohamed Javad Zarif", "Mohammad Javad Zarif"),
        ("Antonio Guterres", "António Guterres"),
        ("Ali Akbar Vilayati", "Ali Akbar Velayati"),
        ("Stephen Dugarik", "Stéphane Dujarric"),
    ],
)
def test_offices_are_supported_at_the_date(subject: str, name: str) -> None:
    (judgement,) = [item for item in article().claims if item.claim.subject.text == subject]
    assert judgement.verdict == "supported"
    assert judgement.claim.subject.entity is not None
    assert judgement.claim.subject.entity.name == name
    assert str(judgement.as_of) == "2020-11-28"
    assert judgement.facts


@pytest.mark.parametrize(("place", "relation"), [("Stepanakert", "capital_of"), ("Ganja", "rank")])
def test_disputed_places_are_answered_with_a_reason(place: str, relation: str) -> None:
    (judgement,) = [item for item in article().claims if item.claim.subject.text == place]
    assert judgement.claim.relation == relation
    assert judgement.verdict in ("contested", "supported")
    assert len(judgement.message) > 20
    assert judgement.facts


def test_no_claim_is_refuted() -> None:
    assert [item.claim.text for item in article().claims if item.verdict == "refuted"] == []


def test_the_article_says_its_date() -> None:
    date = article().document.date
    assert date is not None
    assert (str(date.value), date.origin) == ("2020-11-28", "text")
    assert article().signature.endswith("|date:2020-11-28")


def test_what_is_no_article_is_set_aside() -> None:
    document = article().document
    kinds = {part.kind.value for part in document.parts}
    assert {"headline", "body", "repeated", "furniture"} <= kinds
    read = [sentence.span.of(document.reading.text) for sentence in document.sentences]
    assert not any("Leave a Reply" in sentence or "email address" in sentence for sentence in read)


def test_everything_quotes_the_article() -> None:
    text = article().document.text
    assert all(finding.span.of(text) == finding.text for finding in article().findings)
    assert all(item.claim.span.of(text) == item.claim.text for item in article().claims)
    assert all(link.mention.span.of(text) == link.mention.text for link in article().links)
