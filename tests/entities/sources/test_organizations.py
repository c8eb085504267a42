from __future__ import annotations

from pathlib import Path

from stub_world import ids, tally, texts, world

from copydesk.core.entity import FormType, Kind
from copydesk.entities.records import Record, Tally
from copydesk.entities.sources.organizations import read

CSV = """"ISO_3166_2","ISO_3166_3","NAME.EN","source","org_name","org_id","org_member"
"AE","ARE","United Arab Emirates","CIAFactbook","World Food Program ","WFP","member"
"BH","BHR","Bahrain","CIAFactbook","World Food Program ","WFP","member"
"BH","BHR","Bahrain","CIAFactbook","International Chamber of Commerce ","ICC","member"
"BH","BHR","Bahrain","CIAFactbook","Science, Trade, and Labor Organization","STLO","member"
"BH","BHR","Bahrain","RESTCountries","Arab League","AL","member"
"BH","BHR","Bahrain","CIAFactbook","Australia Group ","AG","member"
"BH","BHR","Bahrain","CIAFactbook","United Nations Mission In Somewhere ","UNMS","member"
"BH","BHR","Bahrain","CIAFactbook","Group of 20 ","G-20","member"
"BH","BHR","Bahrain","CIAFactbook","","X","member"
"""
TSV = """WFP\tWorld Food Program
SPC\tPacific Community
SPC\tSecretariat of the Pacific Community
BADEA\t- also known as Banque Arabe
DCs\tdeveloped countries
Islas Malvinas\tFalkland Islands
EAEC or EurasEC\tEurasian Economic Community
XR\tRussia
alone
"""


def gathered(tmp_path: Path) -> tuple[list[Record], Tally]:
    (tmp_path / "orgs.csv").write_text(CSV, encoding="utf-8")
    (tmp_path / "acronyms.tsv").write_text(TSV, encoding="utf-8")
    counted = tally()
    return list(read([str(tmp_path / "orgs.csv"), str(tmp_path / "acronyms.tsv")], world(), counted)), counted


def test_each_body_once_over_both_files(tmp_path: Path) -> None:
    found, counted = gathered(tmp_path)
    slugs = ["wfp", "icc", "stlo", "ag", "unms", "g-20", "spc", "eaec"]
    assert ids(found) == [f"cia:org/{slug}" for slug in slugs]
    assert counted.rows == 18
    assert dict(counted.refused) == {
        "not from the Factbook": 1,
        "a row without name or acronym": 2,
        "a note, not a name": 3,
        "a country": 1,
    }
    assert {record.entity.kind for record in found} == {Kind.ORGANIZATION}
    assert not any(record.facts for record in found)


def test_acronyms_that_mean_this_body_alone(tmp_path: Path) -> None:
    acronyms = {record.entity.id: texts(record.entity, FormType.ACRONYM) for record in gathered(tmp_path)[0]}
    assert acronyms["cia:org/wfp"] == ["WFP"]
    assert acronyms["cia:org/icc"] == []  # the list has another ICC
    assert acronyms["cia:org/ag"] == []
    assert acronyms["cia:org/g-20"] == ["G-20", "G20"]
    assert acronyms["cia:org/eaec"] == ["EAEC", "EurasEC"]


def test_british_spelling_and_the_last_comma(tmp_path: Path) -> None:
    aliases = {record.entity.name: texts(record.entity, FormType.ALIAS) for record in gathered(tmp_path)[0]}
    assert aliases["World Food Program"] == ["World Food Programme"]
    assert "Science, Trade and Labour Organization" in aliases["Science, Trade, and Labor Organization"]
    assert aliases["Pacific Community"] == ["Secretariat of the Pacific Community"]
    assert "United Nations Mission in Somewhere" in aliases
