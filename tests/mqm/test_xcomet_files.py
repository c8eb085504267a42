from __future__ import annotations

import json
from pathlib import Path

import pytest
from mqm_files import FIRST, SECOND, xcomet

from copydesk.core.finding import Severity
from copydesk.core.marking import Category
from copydesk.core.span import Span
from copydesk.errors import InputError
from copydesk.mqm.xcomet import read_xcomet


def test_segments_with_their_errors(tmp_path: Path) -> None:
    path = xcomet(tmp_path / "made.json", (FIRST, [("Nikolai Petrof", "critical", 0.75, 26, 40)]), (SECOND, []))
    first, second = read_xcomet(path)
    (mark,) = first.ratings[0].errors
    assert (mark.span, mark.category, mark.severity, mark.confidence) == (Span(26, 40), Category.OTHER, Severity.CRITICAL, 0.75)
    assert (second.seg, second.target, second.reference, second.ratings[0].errors) == (2, SECOND, None, ())


def test_the_space_before_a_word_is_trimmed(tmp_path: Path) -> None:
    path = xcomet(tmp_path / "made.json", (FIRST, [("Nikolai", "minor", 0.5, 25, 33)]))
    (segment,) = read_xcomet(path)
    assert segment.ratings[0].errors[0].span.of(FIRST) == "Nikolai"


def test_what_the_command_of_comet_writes(tmp_path: Path) -> None:
    path = tmp_path / "made.json"
    path.write_text(json.dumps({"sys.txt": [{"src": "源", "mt": FIRST, "errors": [], "COMET": 0.5}]}))
    (segment,) = read_xcomet(path)
    assert (segment.system, segment.metrics) == ("sys.txt", (("COMET", 0.5),))


@pytest.mark.parametrize(
    ("error", "message"),
    [
        (("Petrof", "minor", 0.5, 26, 40), "'Petrof' is not what stands at 26..40, 'Nikolai Petrof'"),
        (("x", "minor", 0.5, 26, 400), "the span 26..400 lies outside"),
        (("The", "minor", 1.5, 0, 3), "the confidence 1.5 is no probability"),
        (("The", "grave", 0.5, 0, 3), "'grave' is not a severity"),
    ],
)
def test_xcomet_errors_name_file_and_segment(tmp_path: Path, error: tuple[str, str, float, int, int], message: str) -> None:
    path = xcomet(tmp_path / "made.json", (SECOND, []), (FIRST, [error]))
    with pytest.raises(InputError) as caught:
        list(read_xcomet(path))
    assert str(caught.value).startswith(f"{path}: segment 2: {message}")


@pytest.mark.parametrize("text", ["3", '{"a": 3}', "[3]", '[{"mt": "a"}]', '[{"mt": "a", "errors": [3]}]', "{"])
def test_other_values(tmp_path: Path, text: str) -> None:
    path = tmp_path / "made.json"
    path.write_text(text)
    with pytest.raises(InputError, match=r"made\.json: "):
        list(read_xcomet(path))
