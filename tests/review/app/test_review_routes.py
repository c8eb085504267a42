from __future__ import annotations

import csv
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from offices import ARTICLE, HEADERS, Office, mark_of, place

from copydesk.core.finding import Severity
from copydesk.core.marking import Category
from copydesk.core.span import Span
from copydesk.review import Answer, added, decided, keep, standing
from looked import Look

GARBLED, OTHER = "Nicole Pasinyan", "Mevrut Cavusoglu"


def marked(office: Office, words: str, **more: Any) -> Any:
    values = {**place(words), "text": mark_of(office), "category": "terminology", "severity": "minor", **more}
    return office.post("added", values)


def test_the_list_of_articles(office: Office) -> None:
    look = Look([office.client.get("/").text])
    assert "/articles/1" in look.all("href")
    assert office.client.get("/api/articles").json() == {
        "articles": [{"number": 1, "busy": False, "words": "checked", "findings": 2, "judged": 0}]
    }


def test_the_page_has_the_report_and_a_place_for_each_answer(office: Office) -> None:
    look = Look([office.client.get("/articles/1").text])
    assert look.all("data-ref") == [office.refs()[OTHER], office.refs()[GARBLED]]
    assert look.all("data-do").count("accept") == 2
    assert "spelling" not in look.all("data-do")


@pytest.mark.parametrize("answer", ["accepted", "rejected", "unsure"])
def test_an_answer_is_on_the_disk_before_it_is_shown(office: Office, answer: str) -> None:
    done = office.post("judgements", {"ref": office.refs()[GARBLED], "answer": answer, "note": "seen"})
    assert done.status_code == 200
    assert [(one.answer.value, one.text, one.who, one.note) for one in office.kept()] == [(answer, GARBLED, "ann", "seen")]
    item = next(item for item in done.json()["items"] if item["text"] == GARBLED)
    assert item["answer"] == answer
    assert "(seen)" in item["mine"]
    assert office.client.get("/api/articles").json()["articles"][0]["judged"] == 1


def test_the_reviewers_own_words_are_exported(office: Office) -> None:
    office.post("judgements", {"ref": office.refs()[GARBLED], "answer": "accepted", "replacement": "Nikol Vovayi Pashinyan"})
    office.post("judgements", {"ref": office.refs()[OTHER], "answer": "rejected"})
    answer = office.client.get("/articles/1/corrected")
    assert answer.text == ARTICLE.replace(GARBLED, "Nikol Vovayi Pashinyan")
    assert answer.headers["content-disposition"] == 'attachment; filename="article-corrected.txt"'


def test_a_missed_error_is_added_shown_and_exported(office: Office) -> None:
    shape = office.state()["shape"]
    done = marked(office, "military upgrade", replacement="military escalation")
    assert done.json()["shape"] != shape
    assert office.kept()[0].span == Span(*place("military upgrade").values())
    look = Look([office.client.get("/articles/1").text])
    assert "marked by a reviewer" in " ".join(look.text)
    assert "military escalation" in office.client.get("/articles/1/corrected").text
    ref = office.refs()["military upgrade"]
    assert office.post("undo", {"ref": ref}).json()["shape"] == shape
    assert "military escalation" not in office.client.get("/articles/1/corrected").text


def test_white_space_around_marked_words_is_left_out(office: Office) -> None:
    marked(office, " military upgrade ")
    assert office.kept()[0].text == "military upgrade"


def test_undo_goes_back_step_by_step(office: Office) -> None:
    refs = office.refs()
    office.post("judgements", {"ref": refs[GARBLED], "answer": "accepted"})
    office.post("judgements", {"ref": refs[OTHER], "answer": "rejected"})
    office.post("judgements", {"ref": refs[GARBLED], "answer": "unsure"})
    assert [len(standing(office.kept()))] == [2]
    said = [office.post("undo").json()["said"] for _ in range(3)]
    assert said == [f"Taken back: “{words}” {answer}" for words, answer in
                    ((GARBLED, "unsure"), (OTHER, "rejected"), (GARBLED, "accepted"))]  # fmt: skip
    assert standing(office.kept()) == ()
    assert office.post("undo").status_code == 409


def test_nobody_undoes_the_answers_of_others(office: Office) -> None:
    ben = Office(office.folder, who="ben").checked()
    ref = ben.refs()[GARBLED]
    ben.post("judgements", {"ref": ref, "answer": "rejected"})
    assert office.post("undo").status_code == 409
    assert office.post("undo", {"ref": ref}).status_code == 409


def test_two_people_see_each_other(office: Office) -> None:
    ben = Office(office.folder, who="ben").checked()
    ref = office.refs()[GARBLED]
    seen = ben.state()["seen"]
    assert ben.client.get(f"/api/articles/1?seen={seen}").status_code == 204
    office.post("judgements", {"ref": ref, "answer": "accepted"})
    assert ben.client.get(f"/api/articles/1?seen={seen}").status_code == 200
    ben.post("judgements", {"ref": ref, "answer": "rejected"})
    item = next(item for item in office.state()["items"] if item["ref"] == ref)
    assert (item["answer"], item["others"], item["disputed"]) == ("accepted", "ben rejected it", True)


def test_the_added_error_of_another_can_be_answered(office: Office) -> None:
    ben = Office(office.folder, who="ben").checked()
    marked(office, "military upgrade", replacement="military escalation")
    ref = ben.refs()["military upgrade"]
    assert ben.post("judgements", {"ref": ref, "answer": "rejected"}).status_code == 200
    assert "military escalation" not in office.client.get("/articles/1/corrected").text
    ben.post("judgements", {"ref": ref, "answer": "accepted", "replacement": "the rise in arms"})
    assert "the rise in arms" in office.client.get("/articles/1/corrected").text


def test_an_added_error_is_found_from_another_folder(office: Office) -> None:
    document = office.work.seen_now(1).report.document
    for words, path in (("upgrade", "elsewhere/article.txt"), ("thanked", "other.txt")):
        span = Span(*place(words).values())
        made = added(document, span, "eve", category=Category.OTHER, severity=Severity.MINOR, replacement="escalation")
        keep(office.judgements, replace(made, path=path))
    assert "upgrade" in office.refs()
    assert "thanked" not in office.refs()
    assert "military escalation" in office.client.get("/articles/1/corrected").text


def test_words_that_are_gone_are_told(office: Office) -> None:
    marked(office, "military upgrade")
    (office.folder / "article.txt").write_text(ARTICLE.replace("military upgrade", "war"), encoding="utf-8")
    office.post("check")
    office.checked()
    assert "1 marked before, whose words are gone" in office.client.get("/articles/1").text


def test_a_spelling_goes_into_the_users_list(tmp_path: Path) -> None:
    office = Office(tmp_path, spellings=True).checked()
    assert "spelling" in Look([office.client.get("/articles/1").text]).all("data-do")
    done = office.post("spelling", {"ref": office.refs()[GARBLED]})
    assert done.json()["said"] == "The spelling is in your list"
    rows = list(csv.DictReader((tmp_path / "own.csv").read_text().splitlines()))
    assert [(row["entity"], row["form"], row["source"]) for row in rows] == [("x1", GARBLED, "accepted by ann")]
    assert [one.answer for one in office.kept()] == [Answer.REJECTED]
    office.post("check")
    assert GARBLED not in office.checked().refs()


def test_without_a_list_no_spelling_is_taken(office: Office) -> None:
    done = office.post("spelling", {"ref": office.refs()[GARBLED]})
    assert (done.status_code, done.json()["remedy"]) == (409, "start the review with --spellings FILE")
    assert office.kept() == ()


def test_another_date_and_other_lists(office: Office) -> None:
    assert office.post("check", {"date": "2023-06-30", "lists": [1, 2]}).status_code == 200
    article = office.checked().work.shelf.article(1)
    assert (str(article.date), article.lists) == ("2023-06-30", (1, 2))
    assert office.post("check", {"date": "2023-13"}).status_code == 400
    for lists in ([], [9], ["a"], "a,1", 3, [True]):
        assert office.post("check", {"lists": lists}).status_code == 400, lists


def test_a_text_is_taken_in_and_is_there_after_a_new_start(office: Office) -> None:
    done = office.client.post("/api/texts?name=My%20Text&date=2020-11-28", content=ARTICLE.encode(), headers=HEADERS)
    assert (done.status_code, done.json()) == (201, {"article": 2})
    office.checked()
    assert GARBLED in office.refs(2)
    office.post("judgements", {"ref": office.refs(2)[GARBLED], "answer": "rejected"}, number=2)
    again = Office(office.folder).checked()
    assert [item["answer"] for item in again.state(2)["items"] if item["text"] == GARBLED] == ["rejected"]
    same = office.client.post("/api/texts?name=My%20Text", content=ARTICLE.encode(), headers=HEADERS)
    assert same.json() == {"article": 2}


@pytest.mark.parametrize(
    ("name", "file"),
    [
        ("../../etc/passwd", "passwd-"), ("..\\..\\boot.ini", "boot-ini-"), ("a\x00b.html", "a-b-"), ("", "text-"),
        ("/", "text-"), ("<script>.md", "script-"), ("con.txt", "con-"), ("x" * 500, "x" * 48 + "-"), (".hidden", "hidden-"),
        ("é.exe", "exe-"),
    ],
)  # fmt: skip
def test_no_name_that_is_sent_leaves_the_folder(office: Office, name: str, file: str) -> None:
    before = {path for path in office.folder.rglob("*") if path.is_file()}
    assert office.client.post("/api/texts", params={"name": name}, content=b"words", headers=HEADERS).status_code == 201
    made = {path for path in office.folder.rglob("*") if path.is_file()} - before
    assert [path.parent.name for path in made] == [".copydesk-texts"]
    assert all(path.name.startswith(file) and path.suffix in (".txt", ".md", ".html") for path in made)


def test_what_cannot_be_read_is_told_on_its_page(tmp_path: Path) -> None:
    (tmp_path / "bad.txt").write_bytes(b"\x00\x01\x02" * 99)
    office = Office(tmp_path, str(tmp_path / "bad.txt"), str(tmp_path / "gone.txt")).checked()
    for number in (1, 2):
        page = office.client.get(f"/articles/{number}")
        assert page.status_code == 200
        assert "Could not be checked" in page.text
        assert office.state(number)["stage"] == "failed"
        assert office.post("judgements", {"ref": "x", "answer": "accepted"}, number=number).status_code == 409
        assert office.client.get(f"/articles/{number}/corrected").status_code == 409


def test_before_it_is_checked_the_page_waits(tmp_path: Path) -> None:
    office = Office(tmp_path)
    assert "waiting" in office.client.get("/articles/1").text
    assert (office.state()["busy"], office.state()["shape"]) == (True, None)
    assert office.post("judgements", {"ref": "x", "answer": "accepted"}).status_code == 409


def test_answers_given_to_a_check_count_here_too(office: Office) -> None:
    report = office.work.seen_now(1).report
    keep(office.judgements, *(decided(item, report.document, Answer.REJECTED, "ann") for item in report.findings))
    assert [item["answer"] for item in office.state()["items"]] == ["rejected", "rejected"]
