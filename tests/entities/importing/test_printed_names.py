from __future__ import annotations

import pytest

from copydesk.entities.importing.naming import family_of, printed

PRINTED = [
    ("KIM Jong Un", "Kim Jong Un", ("Kim",)),
    ("Alfonso BOEKHOUDT", "Alfonso Boekhoudt", ("Boekhoudt",)),
    ("BOEKHOUDT, Alfonso", "Alfonso Boekhoudt", ("Boekhoudt",)),
    ("Boekhoudt, Alfonso", "Alfonso Boekhoudt", ("Boekhoudt",)),
    ("BOEKHOUDT, ALFONSO", "Alfonso Boekhoudt", ("Boekhoudt",)),
    ("ADA BYRON", "Ada Byron", ()),
    ("Ada BYRON KING", "Ada Byron King", ("Byron King",)),
    ("Sean O'BRIEN", "Sean O'Brien", ("O'Brien",)),
    ("Anna SMITH-JONES", "Anna Smith-Jones", ("Smith-Jones",)),
    ("H.E. Dr. Ada Byron", "Ada Byron", ()),
    ("Ada Byron (politician)", "Ada Byron", ()),
    ("Martin Luther King, Jr.", "Martin Luther King, Jr.", ()),
    ("Charles III", "Charles III", ()),
    ("J.D. Vance", "J.D. Vance", ()),
    ("He Guo Qiang", "He Guo Qiang", ()),
    ("Sir Galahad", "Sir Galahad", ()),
]


@pytest.mark.parametrize(("text", "name", "family"), PRINTED)
def test_name_in_print(text: str, name: str, family: tuple[str, ...]) -> None:
    assert printed(text) == (name, family)


FAMILIES = [
    ("Nikol Pashinyan", [], "AM", ("Pashinyan",)),
    ("Nikol Pashinyan", ["PASHINYAN"], None, ("Pashinyan",)),
    ("Ursula von der Leyen", [], "DE", ("von der Leyen",)),
    ("Martin King Jr.", [], "US", ("King",)),
    ("Xi Jinping", [], "CN", ()),
    ("Xi Jinping", ["Xi"], "CN", ("Xi",)),
    ("Nikol Pashinyan", [], None, ()),
    ("Madonna", [], "US", ()),
    ("Madonna", ["Madonna"], "US", ()),
    ("Ana de Armas", ["Other"], "CU", ()),
]


@pytest.mark.parametrize(("name", "known", "country", "family"), FAMILIES)
def test_family_name(name: str, known: list[str], country: str | None, family: tuple[str, ...]) -> None:
    assert family_of(name, known, country) == family
