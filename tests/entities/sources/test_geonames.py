from __future__ import annotations

import gzip
from pathlib import Path

import pytest
from stub_world import ids, tally, texts, world

from copydesk.core.entity import FormType, Kind, Relation
from copydesk.entities.records import Record, Tally
from copydesk.entities.sources.geonames import read
from copydesk.entities.sources.placenames import english
from copydesk.entities.sources.scripts_of import language
from copydesk.errors import EntityListError


def row(
    number: int,
    name: str,
    alternates: str = "",
    *,
    ascii: str = "",
    country: str = "DE",
    people: int = 20_000,
    feature: str = "PPL",
    division: str = "01",
    edited: str = "2023-10-06",
) -> str:
    cells = [str(number), name, ascii or name, alternates, "1.0", "2.0", "P", feature, country, "", division, "", "", ""]
    return "\t".join([*cells, str(people), "", "10", "Europe/Berlin", edited])


def records(tmp_path: Path, *lines: str) -> tuple[list[Record], Tally]:
    path = tmp_path / "cities.txt.gz"
    with gzip.open(path, "wt", encoding="utf-8") as file:
        file.write("".join(f"{line}\n" for line in lines))
    counted = tally()
    return list(read([str(path)], world(), counted)), counted


def test_a_city_and_where_it_lies(tmp_path: Path) -> None:
    (record,), counted = records(tmp_path, row(7, "Görlau", ascii="Gorlau", people=1_000_000))
    entity, (fact,) = record.entity, record.facts
    assert (entity.id, entity.name, entity.kind, entity.country) == ("geonames:7", "Görlau", Kind.PLACE, "DE")
    assert entity.prominence == pytest.approx(0.667)
    assert texts(entity, FormType.ALIAS) == ["Gorlau"]
    assert (fact.subject, fact.relation, fact.object, fact.disputed) == ("geonames:7", Relation.LOCATED_IN, "germany", False)
    assert str(fact.period.as_of) == str(fact.period.seen) == "2023-10-06"
    assert (counted.rows, sum(counted.refused.values())) == (1, 0)


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("12\tonly three\tcells", "not a GeoNames row"),
        (row(1, "Kreuzau", feature="PPLX"), "a small section of a city"),
        (row(1, "Altdorp", feature="PPLW"), "no longer a place"),
        (row(1, "Nord / Süd"), "not a plain name"),
        (row(1, "Lyon 09"), "not a plain name"),
        (row(1, "Police"), "a common word"),
        (row(1, "Gwerera", country="ZW"), "unknown country"),
    ],
)
def test_refused_with_the_reason(tmp_path: Path, line: str, reason: str) -> None:
    found, counted = records(tmp_path, line)
    assert (found, dict(counted.refused)) == ([], {reason: 1})
    assert counted.examples[reason][0].startswith(f"{tmp_path}/cities.txt.gz:1")


def test_a_large_section_and_same_names_stay(tmp_path: Path) -> None:
    lines = row(1, "Kreuzau", feature="PPLX", people=150_000), row(2, "Neustadt"), row(3, "Neustadt")
    found, _ = records(tmp_path, *lines)
    assert ids(found) == ["geonames:1", "geonames:2", "geonames:3"]


@pytest.mark.parametrize(
    ("name", "plain", "country", "printed"),
    [
        ("Warīsān", "Warisan", "AE", "Warisan"),
        ("Ta’if", "Ta'if", "SA", "Taif"),
        ("‘Izbat al Burj", "'Izbat al Burj", "EG", "Izbat al Burj"),
        ("Ts’khinvali", "Ts'khinvali", "GE", "Tskhinvali"),
        ("Spassk-Dal’niy", "Spassk-Dal'niy", "RU", "Spassk-Dalny"),
        ("Korolëv", "Korolev", "RU", "Korolev"),
        ("Kropyvnytskyy", "Kropyvnytskyy", "UA", "Kropyvnytskyi"),
        ("Veliko Tŭrnovo", "Veliko Turnovo", "BG", "Veliko Tarnovo"),
        ("Chéngguān Qū", "Chengguan Qu", "CN", "Chengguan"),
        ("Xi’an", "Xi'an", "CN", "Xi'an"),
        ("Lüshun", "Lueshun", "CN", "Lüshun"),
        ("Salamína", "Salamina", "GR", "Salamina"),
        ("Petaẖ Tiqva", "Petah Tiqva", "IL", "Petah Tiqva"),
        ("Giv'at Shmuel", "Giv'at Shmuel", "IL", "Giv'at Shmuel"),
        ("T’ongch’ŏn-ŭp", "T'ongch'on-up", "KP", "Tongchon"),
        ("Thành Phố Uông Bí", "Thanh Pho Uong Bi", "VN", "Uông Bí"),
        ("Jūrmala", "Jurmala", "LV", "Jūrmala"),
        ("Aïn Taoujdat", "Ain Taoujdat", "MA", "Aïn Taoujdat"),
        ("Kičevo", "Kicevo", "MK", "Kičevo"),
        ("Halle (Saale)", "Halle (Saale)", "DE", "Halle"),
        ("Misato, Saitama", "Misato, Saitama", "JP", "Misato"),
        ("Biel/Bienne", "Biel/Bienne", "CH", None),
    ],
)
def test_names_as_english_prints_them(name: str, plain: str, country: str, printed: str | None) -> None:
    assert english(name, plain, country) == printed


@pytest.mark.parametrize("copy", ["gerlau", "GRL", "Gorlau 2", "Gorl'au", "Gerlau", "Gehrlau", "Gorlau=Altau", "Gorlajbau"])
def test_copies_and_codes_are_no_spellings(tmp_path: Path, copy: str) -> None:
    (record,), _ = records(tmp_path, row(7, "Görlau", f"{copy},Gorlova,Герлау", ascii="Gorlau", people=200_000))
    assert texts(record.entity, FormType.FOREIGN) == ["Gorlova"]


def test_a_small_town_keeps_two_near_spellings_and_no_native_form(tmp_path: Path) -> None:
    others = "Görlaw,Goerlau,Gorlauo,Gorlauas,Madeira,Герлау"
    (record,), _ = records(tmp_path, row(7, "Görlau", others))
    assert len(texts(record.entity, FormType.FOREIGN)) == 2
    assert "Madeira" not in texts(record.entity, FormType.FOREIGN)
    assert texts(record.entity, FormType.NATIVE) == []


def test_the_name_of_a_larger_city_is_no_spelling_of_a_small_one(tmp_path: Path) -> None:
    found, _ = records(tmp_path, row(1, "Freiberg", "Freiburg"), row(2, "Freiburg", people=230_000))
    assert texts(found[0].entity, FormType.FOREIGN) == []


def test_native_forms_by_language_at_most_two_a_script(tmp_path: Path) -> None:
    alternates = "Киев,Київ,Кијев,Кыив,Киеву,キーウ,基輔,키이우,קייב,كييف,کی‌یف,Κίεβο,Կիև,კიევი,कीव"
    (record,), _ = records(tmp_path, row(7, "Kyiv", alternates, country="UA", people=2_900_000))
    native = {(form.lang, form.text) for form in record.entity.forms if form.type is FormType.NATIVE}
    assert {("ru", "Киев"), ("uk", "Київ"), ("ja", "キーウ"), ("zh", "基輔"), ("ko", "키이우"), ("ka", "კიევი")} <= native
    assert sum(lang in ("ru", "uk", "sr") for lang, _ in native) == 2
    assert "कीव" not in {text for _, text in native}


def test_contested_areas_are_disputed(tmp_path: Path) -> None:
    (record,), _ = records(tmp_path, row(7, "Yalta", country="UA", division="11"))
    assert record.facts[0].disputed
    assert "Crimea" in record.facts[0].note


def test_a_bad_date_is_left_out(tmp_path: Path) -> None:
    (record,), _ = records(tmp_path, row(7, "Görlau", edited="2023-02-30"))
    assert record.facts[0].period.as_of is None


@pytest.mark.parametrize(
    ("text", "country", "code"),
    [("東京", "JP", "ja"), ("東京", None, "zh"), ("علي", None, "ar"), ("Београђ", None, "sr"), ("Москва", None, "ru"),
     ("Xəzər", "AZ", None), ("Кейӳ", None, None), ("北京 Beijing", None, None), ("कीव", None, None)],
)  # fmt: skip
def test_languages_of_scripts(text: str, country: str | None, code: str | None) -> None:
    assert language(text, country) == code


def test_a_missing_file_is_our_error(tmp_path: Path) -> None:
    with pytest.raises(EntityListError, match="no such file"):
        list(read([str(tmp_path / "none.txt")], world(), tally()))
