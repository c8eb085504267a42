from __future__ import annotations

import asyncio
import base64
import hashlib
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from offices import ARTICLE, HEADERS, ORIGIN, PORT, TOKEN, Office
from starlette.types import Message

from copydesk.review.app import asking, texts
from copydesk.review.app.serving import app
from hostile_strings import LONE, XSS
from looked import Look

READ = ("/", "/articles/1", "/articles/1/corrected", "/api/articles", "/api/articles/1", "/nothing")
CHANGE = (
    "/api/texts", "/api/articles/1/judgements", "/api/articles/1/added", "/api/articles/1/undo", "/api/articles/1/spelling",
    "/api/articles/1/check",
)  # fmt: skip
FOREIGN_HOSTS = (
    "evil.example", f"evil.example:{PORT}", "127.0.0.1", "127.0.0.1:1", f"127.0.0.1.evil.example:{PORT}", f"localhost.:{PORT}",
    "", f"[::1]:{PORT}", f"0.0.0.0:{PORT}", f"user@127.0.0.1:{PORT}", f"127.0.0.1:{PORT}/x",
)  # fmt: skip


@pytest.mark.parametrize("path", READ)
@pytest.mark.parametrize("host", FOREIGN_HOSTS)
def test_other_hosts_get_nothing(office: Office, path: str, host: str) -> None:
    answer = office.client.get(path, headers={"host": host})
    assert answer.status_code == 421
    assert "Armenia" not in answer.text


@pytest.mark.parametrize("host", [f"127.0.0.1:{PORT}", f"localhost:{PORT}", f"LOCALHOST:{PORT}"])
def test_this_machine_is_let_in(office: Office, host: str) -> None:
    assert office.client.get("/", headers={"host": host}).status_code == 200
    headers = {**HEADERS, "host": host, "origin": f"http://{host}"}
    assert office.client.post("/api/articles/1/check", json={}, headers=headers).status_code == 200


@pytest.mark.parametrize("path", CHANGE)
@pytest.mark.parametrize(
    "headers",
    [
        {}, {"origin": ORIGIN}, {"x-copydesk-token": TOKEN}, {"origin": ORIGIN, "x-copydesk-token": "another"},
        {"origin": "null", "x-copydesk-token": TOKEN}, {"origin": "http://evil.example", "x-copydesk-token": TOKEN},
        {"origin": f"https://127.0.0.1:{PORT}", "x-copydesk-token": TOKEN},
        {"origin": f"http://localhost:{PORT}", "x-copydesk-token": TOKEN},
        {"origin": f"{ORIGIN}.evil.example", "x-copydesk-token": TOKEN}, {"origin": ORIGIN, "x-copydesk-token": ""},
        {"origin": ORIGIN, "x-copydesk-token": "é".encode("latin-1")},
    ],
)  # fmt: skip
def test_only_pages_of_this_run_change_anything(office: Office, path: str, headers: dict[str, str]) -> None:
    before = sorted(office.folder.rglob("*"))
    assert office.client.post(path, content=b"{}", headers=headers).status_code == 403
    assert sorted(office.folder.rglob("*")) == before


@pytest.mark.parametrize("path", CHANGE)
def test_reading_changes_nothing(office: Office, path: str) -> None:
    assert office.client.get(path).status_code == 405
    for method in ("PUT", "DELETE", "PATCH", "OPTIONS"):
        assert office.client.request(method, path).status_code == 403
        assert office.client.request(method, path, headers=HEADERS).status_code == 405


@pytest.mark.parametrize("path", READ)
def test_every_answer_is_fenced_in(office: Office, path: str) -> None:
    answer = office.client.get(path, headers={"origin": "http://evil.example"})
    headers = answer.headers
    assert not [name for name in headers if name.startswith("access-control-")]
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"
    assert headers["cache-control"] == "no-store"
    assert headers["cross-origin-resource-policy"] == "same-origin"
    assert "server" not in headers
    policy = headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "frame-ancestors 'none'" in policy
    assert "unsafe" not in policy
    assert "*" not in policy


@pytest.mark.parametrize("path", ["/", "/articles/1", "/nothing"])
def test_the_policy_allows_the_pages_own_code_alone(office: Office, path: str) -> None:
    answer = office.client.get(path)
    look = Look([answer.text])
    policy = answer.headers["content-security-policy"]
    for kind, code in look.code.items():
        digest = base64.b64encode(hashlib.sha256(code.encode()).digest()).decode()
        assert f"{kind}-src 'sha256-{digest}'" in policy
    assert not [name for _, attrs in look.tags for name in attrs if name.startswith("on") or name == "style"]
    assert not [value for value in look.all("href") if not value.startswith(("/", "#", "https://"))]


def test_what_is_too_large_is_refused_clearly(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("copydesk.review.app.routes.MOST_BYTES", 2000)
    big = b"x" * 2001
    answer = office.client.post("/api/texts?name=big", content=big, headers=HEADERS)
    assert answer.status_code == 413
    assert answer.json() == {
        "error": "more than 1 KiB were sent", "remedy": "send less, or name the file when you start the review"
    }  # fmt: skip
    assert office.client.post("/api/texts?name=fits", content=b"x" * 2000, headers=HEADERS).status_code == 201
    assert not [path for path in office.folder.rglob("*") if path.is_file() and path.stat().st_size > 2000]


def test_a_body_without_a_length_is_bounded_too(office: Office) -> None:
    sent = 0

    def endless() -> Iterator[bytes]:
        nonlocal sent
        for _ in range(100):
            sent += 1
            yield b"x" * asking.MOST_WORDS

    headers = {**HEADERS, "content-type": "application/json"}
    assert office.client.post("/api/articles/1/undo", content=endless(), headers=headers).status_code == 413
    assert texts.MOST_BYTES <= 32 * 2**20


def test_json_must_be_called_json(office: Office) -> None:
    for kind in ("text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x"):
        answer = office.client.post("/api/articles/1/undo", content=b"{}", headers={**HEADERS, "content-type": kind})
        assert answer.status_code == 415


@pytest.mark.parametrize(
    "path",
    [
        "/articles/../article.txt", "/articles/%2e%2e/article.txt", "/articles/1/..%2f..%2farticle.txt", "/article.txt",
        "/etc/passwd", "/articles/1%00", "/articles/-1", "/articles/1.0", "/articles/١", "/%2fevil.example/",
        "/articles/99999999999999999999999999", "/api/articles/1/corrected", "/articles/1/corrected/../../../judgements.jsonl",
        "/static/x", "/templates/base.html",
    ],
)  # fmt: skip
def test_no_address_is_a_path(office: Office, path: str) -> None:
    office.post("judgements", {"ref": office.refs()["Nicole Pasinyan"], "answer": "accepted"})
    answer = office.client.get(path)
    assert answer.status_code == 404
    assert "Pasinyan" not in answer.text


def test_other_protocols_are_left_alone(office: Office) -> None:
    async def never(*_: object) -> Message:
        raise AssertionError

    asyncio.run(app(office.work, PORT)({"type": "websocket"}, never, never))


@pytest.fixture(scope="module")
def shape(tmp_path_factory: pytest.TempPathFactory) -> dict[str, object]:
    office = hostile_office(tmp_path_factory.mktemp("plain"), "plain")
    return {path: Look([office.client.get(path).text]).shape for path in ("/", "/articles/1")}


def hostile_office(folder: Path, words: str) -> Office:
    """An office in which one string is who reviews, a note, a correction, and words of the article."""
    (folder / "article.txt").write_text(f"{ARTICLE}\nHe said so and left.\n", encoding="utf-8")
    office = Office(folder, str(folder / "article.txt"), who=f"who {words}").checked()
    refs = office.refs()
    note = f"note {words}".replace(LONE, "")
    assert office.post("judgements", {"ref": refs["Nicole Pasinyan"], "answer": "accepted", "replacement": note, "note": note})
    done = office.post("judgements", {"ref": refs["Mevrut Cavusoglu"], "answer": "rejected", "note": note})
    assert done.status_code == 200
    return office


@pytest.mark.parametrize("words", XSS)
def test_no_string_becomes_markup(tmp_path: Path, shape: dict[str, object], words: str) -> None:
    office = hostile_office(tmp_path, words)
    for path in ("/", "/articles/1"):
        look = Look([office.client.get(path).text])
        assert look.shape == shape[path]
        assert not [name for _, attrs in look.tags for name in attrs if re.fullmatch(r"on\w+", name)]


def test_hostile_file_names_stay_names(tmp_path: Path) -> None:
    plain = [words.replace("/", "_").replace(LONE, "\udcff") for words in XSS if "\x00" not in words]
    names = [f"{number} {words}.txt" for number, words in enumerate(plain)]
    paths = []
    for name in names:
        path = tmp_path / name
        path.write_bytes(ARTICLE.encode())
        paths.append(str(path))
    office = Office(tmp_path, *paths).checked()
    look = Look([office.client.get("/").text])
    assert {tag for tag, _ in look.tags} & {"img", "svg", "iframe", "base", "link"} == set()
    for number in range(1, len(names) + 1):
        page = Look([office.client.get(f"/articles/{number}").text])
        assert [tag for tag, _ in page.tags].count("script") == 1
        export = office.client.get(f"/articles/{number}/corrected")
        assert re.fullmatch(r'attachment; filename="[A-Za-z0-9._-]+"', export.headers["content-disposition"])
        assert export.headers["content-type"] == "application/octet-stream"
