from __future__ import annotations

import json
from pathlib import Path

from stub_world import ids, tally, texts, world

from copydesk.core.entity import FormType
from copydesk.entities.records import Record, Tally
from copydesk.entities.sources.territories import read

HEAD = "#ISO\tISO3\tISO-Numeric\tfips\tCountry\tCapital\tArea\tPopulation\tContinent"


def table(code: str, name: str, capital: str, number: int) -> str:
    return "\t".join([code, "", "", "", name, capital, *[""] * 10, str(number), "", ""])


def cldr(folder: Path, lang: str, names: dict[str, str]) -> str:
    path = folder / f"{lang}.territories.json"
    path.write_text(json.dumps({"main": {lang: {"localeDisplayNames": {"territories": names}}}}), encoding="utf-8")
    return str(path)


def rigour(code: str, name: str, official: str, *strong: str, qid: str = "Q1") -> str:
    return json.dumps({"code": code, "name": name, "full_name": official, "names_strong": strong, "qid": qid})


def gathered(tmp_path: Path) -> tuple[list[Record], Tally]:
    info = tmp_path / "geonames_countryInfo.tsv"
    rows = [
        table("AG", "Antigua and Barbuda", "Saint John's", 3),
        table("CD", "Democratic Republic of the Congo", "Kinshasa", 4),
        table("HK", "Hong Kong", "Hong Kong", 5),
        table("TN", "Tunisia", "Tunis", 6),
        table("AN", "Netherlands Antilles", "Willemstad", 7),
        "broken",
    ]
    info.write_text("\n".join([HEAD, *rows]) + "\n", encoding="utf-8")
    states = tmp_path / "data.jsonl"
    states.write_text(
        "\n".join(
            [
                rigour(
                    "tn",
                    "Tunisia",
                    "Republic of Tunisia",
                    "Tunis",
                    "Tunisian Republic",
                    "Túnez Libre",
                    "Tunissia",
                    qid="Q948",
                ),
                rigour("cd", "DR Congo", "Democratic Republic of the Congo", "DRC"),
                rigour("cn-ah", "Anhui", "Anhui (China)"),
                "not json",
            ]
        ),
        encoding="utf-8",
    )
    english = {"AG": "Antigua & Barbuda", "CD": "Congo - Kinshasa", "HK": "Hong Kong SAR China", "HK-alt-short": "Hong Kong",
               "TN": "Tunisia", "XA": "Pseudo-Accents", "001": "world"}  # fmt: skip
    files = [
        cldr(tmp_path, "ru", {"TN": "Тунис", "CD": "Конго (Киншаса)"}),
        cldr(tmp_path, "de", {"TN": "Tunesien"}),
        cldr(tmp_path, "en", english),
        str(states),
        str(info),
    ]
    counted = tally()
    return list(read(files, world(), counted)), counted


def test_one_record_a_code_of_the_table(tmp_path: Path) -> None:
    found, counted = gathered(tmp_path)
    assert ids(found) == ["iso:AG", "iso:CD", "iso:HK", "iso:TN"]
    assert counted.refused["not a country or territory"] == 3
    assert counted.refused["a country that is no more"] == 1
    assert counted.refused["not a row of the country table"] == 1
    assert counted.refused["not a row of territories"] == 1
    assert not any(record.facts for record in found)


def test_names_are_what_newsrooms_print(tmp_path: Path) -> None:
    found, _ = gathered(tmp_path)
    names = [record.entity.name for record in found]
    assert names == ["Antigua and Barbuda", "Democratic Republic of the Congo", "Hong Kong", "Tunisia"]


def test_forms_by_language_and_kind(tmp_path: Path) -> None:
    tunisia = gathered(tmp_path)[0][3].entity
    assert texts(tunisia, FormType.ALIAS) == ["Republic of Tunisia"]
    assert texts(tunisia, FormType.FOREIGN) == ["Tunisian Republic", "Túnez Libre", "Tunesien"]
    assert [(form.lang, form.text) for form in tunisia.forms if form.type is FormType.NATIVE] == [("ru", "Тунис")]
    assert tunisia.same_as == ("geonames:6", "wikidata:Q948")


def test_acronyms_and_names_with_asides(tmp_path: Path) -> None:
    congo = gathered(tmp_path)[0][1].entity
    assert texts(congo, FormType.ACRONYM) == ["DRC"]
    assert texts(congo, FormType.NATIVE) == []


def test_a_broken_file_of_names_is_counted(tmp_path: Path) -> None:
    (tmp_path / "xx.territories.json").write_text("[]", encoding="utf-8")
    counted = tally()
    assert list(read([str(tmp_path / "xx.territories.json")], world(), counted)) == []
    assert dict(counted.refused) == {"not a CLDR file of territories": 1}
