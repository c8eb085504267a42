from __future__ import annotations

import pytest

from copydesk.entities.sources.cia_names import PersonName, cleaned, slug, told_apart, without_patronymic


@pytest.mark.parametrize(
    ("text", "name", "family"),
    [
        ("Alfonso BOEKHOUDT", "Alfonso Boekhoudt", "Boekhoudt"),
        ("KIM Jong Un", "Kim Jong Un", "Kim"),
        ("Stephenson KING", "Stephenson King", "King"),
        ("Iztok MIROŠIČ", "Iztok Mirošič", "Mirošič"),
        ("Kara C. McDONALD", "Kara C. McDonald", "McDonald"),
        ("Deborah A. MCCARTHY", "Deborah A. McCarthy", "McCarthy"),
        ("Viraj LeBAILLY", "Viraj LeBailly", "LeBailly"),
        ("Joko WiDODO", "Joko Widodo", "Widodo"),
        ("Denis SASSOU-Nguesso", "Denis Sassou-Nguesso", "Sassou-Nguesso"),
        ("Mohsin al-AHMAR, Gen.", "Mohsin al-Ahmar", "al-Ahmar"),
        ("Salman bin Abd al-Aziz AL SAUD", "Salman bin Abd al-Aziz Al Saud", "Al Saud"),
        ("Fernando AZEVEDO E SILVA", "Fernando Azevedo e Silva", "Azevedo e Silva"),
        ("Sao D'ABREU", "Sao D'Abreu", "D'Abreu"),
        ("Sir Patrick L. ALLEN", "Patrick L. Allen", "Allen"),
        ("Lt. Gen. (Ret.) Ian KHAMA", "Ian Khama", "Khama"),
        ("Crown Prince MUHAMMAD bin Salman", "Muhammad bin Salman", "Muhammad"),
        ("TAN See Leng", "Tan See Leng", "Tan"),
        ('"Oluyemi ""Yemi"" OSINBAJO"', "Oluyemi Osinbajo", "Osinbajo"),
        ("'Ali 'Abdallah Salih", "Ali Abdallah Salih", None),
        ("Marina Barampama - Hutu", "Marina Barampama", None),
        ("Leung Chun-ying [C.Y. Leung]", "Leung Chun-ying", None),
        ("Harald V", "Harald", None),
    ],
)
def test_a_name_is_printed_as_newsrooms_do(text: str, name: str, family: str | None) -> None:
    assert cleaned(text) == PersonName(name=name, family=family)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "vacant",
        "Dato Paduka S erbini bin Haji",
        "A Li",
        "Ar Valo de Le n",
        "Nicol s Maduro",
        "Iztok MiroŠIČ",
        "d'Affaires Brian GREANEY",
        "1st Deputy Prime Minister Ian HADIRCA",
        "Hans Meyer embassy: 12 Road",
        "Consulate General Rita DOE",
        "Vladimir Kukharev, Igor Petrishenko",
        "Queen Beatrix",
        "Confederation Didier BURKHALTER",
        "Jean Doe 2",
    ],
)
def test_what_is_not_plainly_one_name_is_no_name(text: str) -> None:
    assert cleaned(text) is None


def test_a_spelling_that_is_added_is_kept() -> None:
    assert cleaned("Abhisit Wetchachiwa, also spelled Abhisit Vejjajiva") == PersonName(
        name="Abhisit Wetchachiwa", family=None, other="Abhisit Vejjajiva"
    )


@pytest.mark.parametrize(
    ("text", "name"),
    [("ELIZABETH II", "Elizabeth II"), ("Benedict Xvi", "Benedict XVI"), ("CARL XVI GUSTAF", "Carl XVI Gustaf")],
)
def test_monarchs_keep_their_number(text: str, name: str) -> None:
    found = cleaned(text, regnal=True)
    assert found is not None
    assert found.name == name


@pytest.mark.parametrize(
    ("name", "title", "country", "told"),
    [
        ("Jean", "Grand Duke", "LU", "Grand Duke Jean"),
        ("Boediono", "Vice President", "ID", "Boediono"),
        ("Bo", "President", "DE", None),
    ],
)
def test_one_word_is_told_apart_by_the_crown(name: str, title: str, country: str, told: str | None) -> None:
    found = told_apart(PersonName(name=name, family=None), title, country)
    assert (found and found.name) == told


def test_patronymics_and_slugs() -> None:
    assert without_patronymic("Yuriy Petrovich Trutnev") == "Yuriy Trutnev"
    assert without_patronymic("Ivan Ivanovich") == "Ivan Ivanovich"
    assert slug("Zdravko Krivokapić") == "zdravko-krivokapic"
