from __future__ import annotations

from pathlib import Path

import pytest
from import_world import ImportWorld, write

from copydesk.entities.importing.offices import post_of, read_posts
from copydesk.errors import EntityListError

LABELS = [
    ("Prime Minister of Armenia", None, "prime_minister armenia Prime Minister"),
    ("prime minister of the Republic of Armenia", "armenia", "prime_minister armenia Prime Minister"),
    ("minister of foreign affairs of Armenia", None, "foreign_minister armenia Minister of Foreign Affairs"),
    ("Minister of Foreign Affairs (Armenia)", None, "foreign_minister armenia Minister of Foreign Affairs"),
    ("Minister of Foreign Affairs", "armenia", "foreign_minister armenia Minister of Foreign Affairs"),
    ("Minister of Foreign Affairs", None, None),
    ("United States Secretary of State", "united-states", "foreign_minister united-states Secretary of State"),
    ("Prime Minister of Armenia", "germany", None),  # label and source differ
    ("Minister of Finance of Bavaria", "germany", None),
    ("Minister of Finance of Saxony", "germany", None),
    ("Minister of Finance (Saxony)", "germany", None),
    ("Minister of Finance of Saxony, Germany", "germany", None),
    ("Prime Minister of Saxony", "germany", None),
    ("Prime Minister of the Republic", "armenia", "prime_minister armenia Prime Minister of the Republic"),
    ("Governor of Georgia", None, None),  # a state of the US has that name too
    ("Governor of the Bank of England", None, "central_bank_governor bank-of-england Governor"),
    ("Secretary-General of the United Nations", None, "secretary_general united-nations Secretary-General"),
    ("President of the United Nations", None, "head united-nations President"),
    ("Mayor of Ankara", None, "mayor ankara Mayor"),
    ("Head of Bavaria", None, None),
    ("Ambassador of Armenia to Germany", None, "ambassador armenia Ambassador to Germany"),
    ("Ambassador to Germany", "armenia", None),  # of whom?
    ("Prime Minister of Armenia to Germany", None, None),
    ("tinker", "armenia", None),
    ("", "armenia", None),
]


@pytest.mark.parametrize(("label", "country", "expected"), LABELS)
def test_label_of_a_position(label: str, country: str | None, expected: str | None) -> None:
    post = post_of(label, ImportWorld(), country)
    assert (None if post is None else f"{post.role} {post.object} {post.title}") == expected


def test_posts_of_a_user(tmp_path: Path) -> None:
    path = write(tmp_path / "offices.csv", "qid,role,object,title", "Q1,prime_minister,armenia,", "Q2,head,un,Chief Clerk")
    posts = read_posts(path)
    assert [(qid, post.role, post.title) for qid, post in posts.items()] == [
        ("Q1", "prime_minister", "Prime Minister"),
        ("Q2", "head", "Chief Clerk"),
    ]


@pytest.mark.parametrize(
    ("lines", "line", "message"),
    [(["qid,role", "Q1,head"], 1, "no column 'object'"), (["qid,role,object", "Q1,head,"], 2, "without qid, role or object")],
)
def test_broken_posts_of_a_user(tmp_path: Path, lines: list[str], line: int, message: str) -> None:
    with pytest.raises(EntityListError, match=message) as caught:
        read_posts(write(tmp_path / "offices.csv", *lines))
    assert caught.value.line == line
