"""FEVER, FollowTheMoney and Web Annotations of claims against what their readers expect."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from claim_examples import EVERY, HELD, LIST, MERKEL, PLACE, REFUTED, judged, objects, printed

from copydesk.core.claim import Judgement, Verdict
from copydesk.core.span import Span


def test_fever_has_its_labels_and_evidence() -> None:
    refuted, place, party, opened, _ = objects("fever", *EVERY)
    labels = [(item["label"], item["predicted_label"], item["verdict"]) for item in (refuted, place, party, opened)]
    assert labels == [
        ("REFUTES", "REFUTES", "refuted"),
        ("SUPPORTS", "SUPPORTS", "supported"),
        ("NOT ENOUGH INFO", "NOT ENOUGH INFO", "contested"),
        ("NOT ENOUGH INFO", "NOT ENOUGH INFO", "not_enough_info"),
    ]
    assert refuted["claim"] == "German Chancellor Emmanuel Macron"
    # the second fact about Angela Merkel
    assert refuted["predicted_evidence"] == [[MERKEL.id, 1]]
    assert LIST.about(MERKEL.id)[1] == HELD
    assert (place["predicted_evidence"], party["predicted_evidence"], opened["predicted_evidence"]) == ([["bonn", 0]], [], [])
    # the scorer of the shared task takes an example with evidence and label for a judged one
    assert "evidence" not in refuted
    assert refuted["rows"][0]["fact"] == "prime_minister"


def test_fever_ids_are_whole_numbers_that_stay() -> None:
    ids = [item["id"] for item in objects("fever", *EVERY)]
    assert ids == [item["id"] for item in reversed(objects("fever", *reversed(EVERY)))]
    assert len(set(ids)) == len(EVERY)
    assert all(isinstance(ident, int) and 0 <= ident < 2**53 for ident in ids)
    # another list gives another answer to the same claim
    assert objects("fever", replace(REFUTED, verdict=Verdict.SUPPORTED, facts=()))[0]["id"] == ids[0]


def test_ftm_says_who_is_said_to_hold_what() -> None:
    made = objects("ftm", *EVERY)
    assert [item["schema"] for item in made] == [
        "Document", "Person", "Position", "Occupancy",
        "Address", "Address", "UnknownLink",
        "Person", "Organization", "Membership",
        "Person", "Position", "Occupancy",
    ]  # fmt: skip
    article, macron, post, held, *_ = made
    assert (macron["id"], macron["properties"]["wikidataId"]) == ("macron", ["Q3052772"])
    assert post["properties"] == {"name": ["Prime minister of Germany"], "country": ["de"]}
    said = held["properties"]
    assert (said["holder"], said["post"], said["proof"]) == (["macron"], [post["id"]], [article["id"]])
    assert (said["status"], said["date"]) == (["refuted"], ["2020-10-06"])
    assert said["summary"] == ["German Chancellor Emmanuel Macron"]
    assert said["description"][0].startswith("refuted: Angela Merkel held the office; likelier")
    assert said["description"][0].endswith(
        "\nAngela Merkel: Chancellor, Germany, 2005-11-22 to 2021-12-08 (https://example.org/m; twice)"
    )
    assert [item["properties"]["status"] for item in made if "status" in item["properties"]] == [
        ["refuted"], ["current"], ["contested"], ["not_enough_info"],
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("qualifier", "status"), [(None, "current"), ("acting", "current"), ("former", "ended"), ("ex", "ended")]
)
def test_ftm_of_an_office_that_is_over(qualifier: str | None, status: str) -> None:
    item = replace(REFUTED, verdict=Verdict.SUPPORTED, claim=replace(REFUTED.claim, qualifier=qualifier))
    assert objects("ftm", item)[-1]["properties"]["status"] == [status]


def test_ftm_references_lead_somewhere() -> None:
    made = objects("ftm", *EVERY)
    ids = {item["id"] for item in made}
    assert len(ids) == len(made)
    for item in made:
        for name in ("holder", "post", "proof", "subject", "object", "member", "organization"):
            assert set(item["properties"].get(name, ())) <= ids


def test_ftm_is_what_its_own_library_takes() -> None:
    ftm = pytest.importorskip("followthemoney", reason="the library of FollowTheMoney is not installed")
    for item in objects("ftm", *EVERY):
        proxy = ftm.model.get_proxy(item, cleaned=False)
        proxy.schema.validate(item)
        taken = {name: sorted(proxy.get(name)) for name in item["properties"]}
        assert taken == {name: sorted(values) for name, values in item["properties"].items()}


def test_annotations_of_claims() -> None:
    parsed = json.loads(printed("annotations", judged(REFUTED, PLACE)))
    assert (parsed["total"], parsed["label"]) == (2, "copydesk claims; copydesk:0|date:unknown")
    first, second = parsed["first"]["items"]
    values = {body["purpose"]: body.get("value") for body in first["body"]}
    assert (values["tagging"], values["classifying"], first["motivation"]) == ("role", "refuted", "assessing")
    assert values["describing"].splitlines()[:4] == [
        "Emmanuel Macron: Chancellor of German", "as of 2020-10-06", "reason wrong_holder", "score 0.95",
    ]  # fmt: skip
    assert first["body"][-1]["source"] == "http://www.wikidata.org/entity/Q3052772"
    quote, position = second["target"]["selector"]
    assert (quote["exact"], quote["prefix"][-3:], quote["suffix"]) == ("Bonn, Germany", "in ", ".")
    assert Span(position["start"], position["end"]) == PLACE.claim.span


def test_identifiers_of_annotations_do_not_hang_on_the_answer() -> None:
    def idents(*items: Judgement, path: str = "a.txt") -> list[str]:
        return [item["id"] for item in json.loads(printed("annotations", judged(*items, path=path)))["first"]["items"]]

    assert idents(*EVERY) == idents(*(replace(item, verdict=Verdict.CONTESTED, facts=()) for item in EVERY))
    assert len({*idents(*EVERY), *idents(*EVERY, path="b.txt")}) == 2 * len(EVERY)
