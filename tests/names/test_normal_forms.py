from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk.names.forms import PARTICLES, core_parts, fold, key, parts, spelled_out

NAMES = st.text(alphabet="aeiou bcdÉçşğıİøłß'’-.ЖиА\u00a0", max_size=30)


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Mevlüt Çavuşoğlu", "mevlut cavusoglu"),
        ("İstanbul", "istanbul"),
        ("Iğdır", "igdir"),
        ("Straße", "strasse"),
        ("Łódź", "lodz"),
        ("Ærø", "aero"),
        ("Əliyev", "aliyev"),
        ("Nguyễn Phú Trọng", "nguyen phu trong"),
        ("N’Djamena", "n'djamena"),
        ("Kim Jong‑un", "kim jong-un"),
        ("  Two\n\u00a0Words ", "two words"),
        ("ＮＡＴＯ", "nato"),
        ("", ""),
    ],
)
def test_fold(text: str, folded: str) -> None:
    assert fold(text) == folded


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("U.N.", "UN"),
        ("Kim Jong-un", "Kim Jong Un"),
        ("N'Djamena", "Ndjamena"),
        ("Ali al‑Sistani", "Ali Al Sistani"),
        ("Saint-Étienne", "saint etienne"),
        ("O’Brien", "O'Brien"),
        ("Côte d’Ivoire", "Cote dIvoire"),
    ],
)
def test_one_key(one: str, other: str) -> None:
    assert key(one) == key(other)


@pytest.mark.parametrize(("one", "other"), [("Pasinyan", "Pashinyan"), ("Kim Jongun", "Kim Jong-un"), ("Xi", "Si")])
def test_two_keys(one: str, other: str) -> None:
    assert key(one) != key(other)


@pytest.mark.parametrize(
    ("text", "every", "core"),
    [
        ("Ali al-Sistani", ("ali", "al", "sistani"), ("ali", "sistani")),
        ("Abu Bakr al-Baghdadi", ("abu", "bakr", "al", "baghdadi"), ("bakr", "baghdadi")),
        ("Ursula von der Leyen", ("ursula", "von", "der", "leyen"), ("ursula", "leyen")),
        ("J.K. Rowling", ("jk", "rowling"), ("jk", "rowling")),
        ("J. K. Rowling", ("j", "k", "rowling"), ("j", "k", "rowling")),
        ("George W. Bush", ("george", "w", "bush"), ("george", "w", "bush")),
        ("U.N.", ("un",), ("un",)),
        ("Tsai Ing-wen", ("tsai", "ing", "wen"), ("tsai", "ing", "wen")),
        ("N’Djamena", ("ndjamena",), ("ndjamena",)),
        ("al", ("al",), ("al",)),
        ("De La", ("de", "la"), ("de", "la")),
        ("…", (), ()),
    ],
)
def test_parts(text: str, every: tuple[str, ...], core: tuple[str, ...]) -> None:
    assert parts(text) == every
    assert core_parts(text) == core


@pytest.mark.parametrize(
    ("text", "spelled"),
    [
        ("Schröder", "Schroeder"),
        ("Vučić", "Vuchich"),
        ("Akşener", "Akshener"),
        ("Škoda", "Shkoda"),
        ("Håkon", "Haakon"),
        ("Øresund", "Oeresund"),
        ("Smith", "Smith"),
    ],
)
def test_marked_letters_spelled_out(text: str, spelled: str) -> None:
    assert spelled_out(text) == spelled


@given(NAMES)
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)
    assert key(key(text)) == key(text)
    assert key(fold(text)) == key(text)


@given(NAMES)
def test_parts_are_folded_words(text: str) -> None:
    assert all(part and part == fold(part) and " " not in part for part in parts(text))
    assert set(core_parts(text)) <= set(parts(text))
    assert not (set(core_parts(text)) & PARTICLES) or set(parts(text)) <= PARTICLES
