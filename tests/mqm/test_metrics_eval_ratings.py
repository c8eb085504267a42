from __future__ import annotations

import json
from pathlib import Path

import pytest
from mqm_files import FIRST, SECOND

from copydesk.errors import InputError
from copydesk.mqm.metrics_eval import read_ratings


def _error(start: int, end: int, **more: object) -> dict[str, object]:
    return {"start": start, "end": end, "category": "Accuracy/Mistranslation", "severity": "Major", "score": None, **more}


def _set(root: Path, *lines: str) -> Path:
    """A set with one system of two segments, and these lines of ratings."""
    for folder in ("system-outputs/zh-en", "documents", "human-scores"):
        (root / folder).mkdir(parents=True)
    (root / "system-outputs/zh-en/refA.txt").write_text(f"{FIRST}\n{SECOND}\n", encoding="utf-8")
    (root / "documents/zh-en.docs").write_text("news\td.1\nnews\td.2\n")
    path = root / "human-scores/zh-en.mqm.seg.rating"
    path.write_text("".join(f"{line}\n" for line in lines))
    return path


def _line(*errors: object, rater: str = "") -> str:
    return f"refA\t{json.dumps({'errors': errors})}" + (f"\t{rater}" if rater else "")


def test_ratings_meet_their_texts(tmp_path: Path) -> None:
    path = _set(
        tmp_path / "made", _line(_error(26, 40, is_source_error=False), _error(0, 500, is_source_error=True)), "refA\tNone"
    )
    (segment,) = read_ratings(path)
    assert (segment.corpus, segment.pair, segment.domain, segment.doc, segment.seg) == ("made", "zh-en", "news", "d.1", 1)
    assert segment.human is True
    assert segment.ratings[0].rater == "mqm"
    assert [mark.span.of(FIRST) for mark in segment.ratings[0].errors] == ["Nikolai Petrof"]


def test_a_third_column_names_the_rater(tmp_path: Path) -> None:
    path = _set(tmp_path / "made", "refA\tNone", _line(rater="rater7"))
    (segment,) = read_ratings(path)
    assert (segment.doc, segment.seg, segment.ratings[0].rater) == ("d.2", 2, "rater7")


@pytest.mark.parametrize(
    ("line", "message"),
    [
        (_line(_error(0, 900)), "the span 0..900 lies outside"),
        ("refA", "1 columns instead of 2 or 3"),
        ("refA\t[]", "not a JSON object"),
        ("refA\t{}", "no 'errors' in it"),
        ('refA\t{"errors":[1]}', "an error that is not an object"),
        ("../refA\tNone", "'../refA' cannot name a file"),
    ],
)
def test_rating_errors_name_file_and_line(tmp_path: Path, line: str, message: str) -> None:
    path = _set(tmp_path / "made", _line(), line)
    with pytest.raises(InputError) as caught:
        list(read_ratings(path))
    assert str(caught.value).startswith(f"{path}:2: {message}")


def test_more_ratings_than_segments(tmp_path: Path) -> None:
    path = _set(tmp_path / "made", _line(), _line(), _line())
    with pytest.raises(InputError, match=r":3: refA has only 2 segments"):
        list(read_ratings(path))


def test_a_system_without_a_file(tmp_path: Path) -> None:
    path = _set(tmp_path / "made", "Other\tNone")
    with pytest.raises(InputError, match=r"Other\.txt: no such file"):
        list(read_ratings(path))


def test_no_folder_of_translations(tmp_path: Path) -> None:
    path = tmp_path / "zh-en.mqm.seg.rating"
    path.write_text("refA\tNone\n")
    with pytest.raises(InputError, match="no such folder; name the folder"):
        list(read_ratings(path))
