from __future__ import annotations

import pytest

from copydesk.entities import EntityList
from copydesk.reader.lexicon import Lexicon
from copydesk.reader.tokens import joined, tokens
from small_list import small_list

LEXICON = Lexicon(small_list())


@pytest.mark.parametrize(
    ("title", "roles"),
    [
        ("Foreign Minister", ("foreign_minister",)),
        ("foreign  minister", ("foreign_minister",)),
        ("Secretary-General", ("secretary_general",)),
        ("Secretary‑General", ("secretary_general",)),
        ("Baker", ()),
    ],
)
def test_roles_of_a_title(title: str, roles: tuple[str, ...]) -> None:
    assert LEXICON.roles_of(title) == roles


@pytest.mark.parametrize(
    ("text", "idents"),
    [
        ("Armenian", ["armenia"]),
        ("UN", ["un"]),
        ("U.N.", ["un"]),
        ("un", []),
        ("Un", []),
        ("Naka", ["karabakh"]),
        ("naka", []),
        ("armenia", []),
        ("Sergey Lavrov", []),
    ],
)
def test_bodies_and_capitals(text: str, idents: list[str]) -> None:
    assert list(LEXICON.countries(text)) == idents


def test_a_list_without_offices_reads_no_titles() -> None:
    sentence = "the president and the foreign minister"
    assert list(Lexicon(EntityList(())).titles(sentence, tokens(sentence))) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Armenia’s army", [("Armenia", True), ("army", False)]),
        ("al-Sisi's", [("al-Sisi", True)]),
        ("Who's", [("Who", True)]),
    ],
)
def test_possessive_endings_are_no_part_of_a_word(text: str, found: list[tuple[str, bool]]) -> None:
    assert [(token.text, token.possessive) for token in tokens(text)] == found
    assert all(token.span.of(text) == token.text for token in tokens(text))


@pytest.mark.parametrize("word", ["Lavrov", "al-Sisi", "d'Estaing"])
def test_capitals(word: str) -> None:
    assert [token.capital for token in tokens(word)] == [True]


@pytest.mark.parametrize("word", ["army", "2nd", "well-known"])
def test_no_capitals(word: str) -> None:
    assert [token.capital for token in tokens(word)] == [False]


@pytest.mark.parametrize("gap", [" ", "\u00a0", "-", "‑", ". ", ""])
def test_what_may_stand_inside_a_name(gap: str) -> None:
    assert joined(gap)


@pytest.mark.parametrize("gap", [", ", "\n", " (", " – ", "; "])
def test_what_ends_a_name(gap: str) -> None:
    assert not joined(gap)
