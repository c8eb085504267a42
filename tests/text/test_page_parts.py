from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from copydesk.core.dates import PartialDate
from copydesk.core.document import PartKind
from copydesk.text import parse_document, read_document

ROOT = Path(__file__).resolve().parents[2]
NEWS = ROOT.parent / "shared" / "data" / "mt_news"
SEED = ROOT / "seeds" / "article-2020-11-28.txt"
PROSE = "The minister said that the talks between the two countries would go on."
HEADLINE, BODY, DATELINE, REPEATED, FURNITURE, TEASER = PartKind


def kinds(*lines: str) -> list[PartKind]:
    """What the lines are taken for."""
    return [part.kind for part in parse_document("\n".join(lines)).parts]


def test_seed_article() -> None:
    document = read_document(str(SEED))
    lines = [(part.kind, part.span.of(document.text)) for part in document.parts]
    headline = lines[1][1]
    assert lines[0] == (DATELINE, "Saturday , November 28 2020")
    assert [kind for kind, line in lines if line == headline] == [HEADLINE, *[REPEATED] * 4]
    foot = lines[-6:]
    assert [kind for kind, _ in foot] == [FURNITURE, TEASER, REPEATED, TEASER, FURNITURE, FURNITURE]
    assert foot[0][1] == "Check Also"
    assert all(kind in (BODY, REPEATED) for kind, _ in lines[2:-6])
    assert document.date is not None
    assert (str(document.date.value), document.date.origin) == ("2020-11-28", "text")
    assert document.date.span is not None
    assert document.date.span.of(document.text) == "Saturday , November 28 2020"
    assert sum(sentence.part is TEASER for sentence in document.sentences) == 2


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (
            ("A headline", "By Jane Smith, Reuters", "Published: 6 October 2020, 10:30 GMT", PROSE),
            [HEADLINE, DATELINE, DATELINE, BODY],
        ),
        (("Only a headline here",), [HEADLINE]),
        ((PROSE, "", "Iran reacts", "", PROSE + " More."), [BODY, HEADLINE, BODY]),
        (
            (PROSE, "Share this", "Read more", "Advertisement", PROSE + " More."),
            [BODY, FURNITURE, FURNITURE, FURNITURE, BODY],
        ),
        ((PROSE, "Home", "World", "Sport", "More news"), [BODY, *[FURNITURE] * 4]),
        ((PROSE, "The states are:", "Armenia", "Georgia", "Iran", "Russia"), [BODY, BODY, BODY, BODY, BODY, BODY]),
        (("Armenia", "Georgia", "Iran", "Russia"), [HEADLINE] * 4),
        ((PROSE, "3 Comments", "Anything after it"), [BODY, FURNITURE, FURNITURE]),
        (("A headline", "No Comments", PROSE), [HEADLINE, FURNITURE, BODY]),
        (
            (PROSE, "Related", "Another article", PROSE + " And so it did.", PROSE + " More."),
            [BODY, FURNITURE, TEASER, BODY, BODY],
        ),
        ((PROSE, "Read also: Another article"), [BODY, TEASER]),
        (("Check Also", PROSE, "", PROSE), [FURNITURE, TEASER, REPEATED]),
        ((PROSE, PROSE.replace(" ", "  ")), [BODY, REPEATED]),
        ((PROSE, "He said no.", "He said no."), [BODY, BODY, BODY]),
        ((PROSE, "All rights reserved.", "© 2020 Some Paper"), [BODY, FURNITURE, FURNITURE]),
        ((PROSE, "Comments on the plan came from Iran and from Russia, said the minister."), [BODY, BODY]),
        ((PROSE, "Share prices fell."), [BODY, BODY]),
    ],
)
def test_parts(lines: tuple[str, ...], expected: list[PartKind]) -> None:
    assert kinds(*lines) == expected


@pytest.mark.parametrize(
    ("text", "value", "origin"),
    [
        (f"A headline\nBy John Smith | October 6, 2020\n{PROSE}", "2020-10-06", "text"),
        (f"A headline\nOctober 6, 2020 By John Smith\n{PROSE}", "2020-10-06", "text"),
        (f"A headline\nBAKU, Oct 6, 2020 (Reuters) – {PROSE}", "2020-10-06", "text"),
        (f"A headline\nMOSCOW, October 6, 2020 /TASS/. - {PROSE}", "2020-10-06", "text"),
        (f"A headline\nBAKU, Oct 6 (Reuters) – {PROSE}", None, None),
        (f"A headline\nBaku said on October 6, 2020 that it was over. {PROSE}", None, None),
        (f"Tuesday, October 6\n{PROSE}", None, None),
        (f"Updated: Tue, 6 Oct 2020\n{PROSE}", "2020-10-06", "text"),
        ("\n".join([*(f"{PROSE} {number}" for number in range(12)), "6 October 2020"]), None, None),
    ],
)
def test_article_date(text: str, value: str | None, origin: str | None) -> None:
    date = parse_document(text).date
    assert (date and str(date.value), date and date.origin) == (value, origin)


def test_the_option_wins() -> None:
    date = parse_document(f"6 October 2020\n{PROSE}", date=PartialDate(2019)).date
    assert date is not None
    assert (date.value, date.origin) == (PartialDate(2019), "option")


@pytest.mark.skipif(not NEWS.is_dir(), reason="the news translations are not here")
def test_no_line_of_real_news_is_furniture() -> None:
    lost = []
    for file in sorted(NEWS.glob("*.jsonl.gz")):
        with gzip.open(file, "rt", encoding="utf-8") as rows:
            for row in rows:
                reference = json.loads(row)["reference"]
                parts = parse_document(f"{PROSE}\n\n{reference}").parts[1:]
                lost += [reference for part in parts if part.kind in (FURNITURE, TEASER)]
    assert lost == []
