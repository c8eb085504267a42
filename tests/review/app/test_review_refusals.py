from __future__ import annotations

import json
from typing import Any

import pytest
from offices import HEADERS, Office, mark_of, place

GARBLED, OTHER = "Nicole Pasinyan", "Mevrut Cavusoglu"


@pytest.mark.parametrize(
    ("what", "values"),
    [
        ("judgements", {}), ("judgements", {"ref": "x"}), ("judgements", {"ref": "x", "answer": "added"}),
        ("judgements", {"ref": 1, "answer": "accepted"}), ("judgements", {"ref": "x", "answer": ["accepted"]}),
        ("judgements", {"ref": "x", "answer": "accepted", "note": "\ud800"}), ("added", {}),
        ("added", {"start": 5, "end": 4, "text": "", "category": "name", "severity": "major"}),
        ("added", {"start": -1, "end": 4, "text": "", "category": "name", "severity": "major"}),
        ("added", {"start": True, "end": 4, "text": "", "category": "name", "severity": "major"}),
        ("added", {"start": 1, "end": 4, "text": "", "category": "no", "severity": "major"}),
        ("spelling", {}), ("undo", {"ref": 7}), ("check", {"date": 2020}),
    ],
)  # fmt: skip
def test_what_makes_no_sense_is_refused(office: Office, what: str, values: dict[str, Any]) -> None:
    done = office.client.post(
        f"/api/articles/1/{what}", content=json.dumps(values), headers={**HEADERS, "content-type": "application/json"}
    )
    assert done.status_code == 400
    assert set(done.json()) == {"error", "remedy"}
    assert office.kept() == ()


@pytest.mark.parametrize("content", [b"", b"no json", b"[1]", b'"x"', b"\xff", b"[" * 5000, b"{" + b'"a":' * 5000])
def test_what_is_no_json_is_refused(office: Office, content: bytes) -> None:
    done = office.client.post("/api/articles/1/undo", content=content, headers={**HEADERS, "content-type": "application/json"})
    assert done.status_code == 400


def test_places_that_do_not_fit_are_refused(office: Office) -> None:
    far = {"start": 9999, "end": 10_000, "text": mark_of(office), "category": "name", "severity": "major"}
    assert office.post("added", far).status_code == 400
    assert office.post("added", {**far, **place("Armenia"), "text": "another text"}).status_code == 409
    assert office.post("added", {**far, **place("\n\n")}).status_code == 400
    assert office.post("judgements", {"ref": "gone", "answer": "accepted"}).status_code == 409
    ref = office.refs()[GARBLED]
    assert office.post("judgements", {"ref": ref, "answer": "rejected", "replacement": "x"}).status_code == 400
    assert office.post("judgements", {"ref": ref, "answer": "accepted", "note": "x" * 2001}).status_code == 400
    assert office.kept() == ()


@pytest.mark.parametrize(
    "path", ["/articles/2", "/articles/0", "/api/articles/99", "/nothing", "/articles/1/../../x", "/.git/config"]
)
def test_what_is_not_there(office: Office, path: str) -> None:
    answer = office.client.get(path)
    assert answer.status_code == 404
    assert "Traceback" not in answer.text


def test_a_broken_file_of_judgements_is_told(office: Office) -> None:
    office.judgements.write_text('{"schema":1,"type":"poem"}\n')
    assert office.client.get("/articles/1").status_code == 500
    answer = office.client.get("/api/articles/1")
    assert answer.status_code == 500
    assert "judgements.jsonl" in answer.json()["error"]


def test_a_disk_that_refuses_is_no_answer(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    ref = office.refs()[GARBLED]

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    done = office.post("judgements", {"ref": ref, "answer": "accepted"})
    assert done.status_code == 500
    assert "cannot be kept" in done.json()["error"]


def test_what_breaks_shows_no_inside(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise ZeroDivisionError("a secret of the inside")

    monkeypatch.setattr("copydesk.review.app.views.line", broken)
    monkeypatch.setattr("copydesk.review.app.routes.line", broken)
    for path in ("/", "/api/articles"):
        answer = office.client.get(path)
        assert answer.status_code == 500
        assert "secret of the inside" not in answer.text
        assert "Traceback" not in answer.text
