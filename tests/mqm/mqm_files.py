"""Small files in the published formats, with texts of our own."""

from __future__ import annotations

import json
from pathlib import Path

FIRST = "The president of Atlantis Nikolai Petrof arrived in the the capital on Monday."
SECOND = "He said: “All is well.”"

ROW = {
    "set": "made", "lp": "zh-en", "domain": "news", "doc": "d.1", "seg": 1, "system": "Sys", "human": False,
    "source": "源", "target": FIRST, "reference": None,
    "ratings": {
        "rater1": [
            {"start": 26, "end": 40, "category": "locale convention/name format", "severity": "major"},
            {"start": 52, "end": 55, "category": "fluency/grammar", "severity": "minor"},
            {"start": 0, "end": 3, "category": "style/awkward", "severity": "neutral"},
        ],
        "rater2": [],
    },
}  # fmt: skip


def write(path: Path, *rows: object) -> Path:
    """JSON lines."""
    path.write_text("".join(f"{json.dumps(row, ensure_ascii=False)}\n" for row in rows), encoding="utf-8")
    return path


def marot(path: Path, *rows: tuple[object, ...]) -> Path:
    """A table of WMT with its header; a row is system, doc, segment, rater, source, target, category, severity."""
    lines = ["system\tdoc\tdoc_id\tseg_id\trater\tsource\ttarget\tcategory\tseverity"]
    for system, doc, seg, rater, source, target, category, severity in rows:
        lines.append(f"{system}\t{doc}\t{seg}\t{seg}\t{rater}\t{source}\t{target}\t{category}\t{severity}")
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def xcomet(path: Path, *segments: tuple[str, list[tuple[str, str, float, int, int]]]) -> Path:
    """xCOMET's JSON; an error is text, severity, confidence, start, end."""
    names = ("text", "severity", "confidence", "start", "end")
    rows = [
        {"src": "源", "mt": target, "ref": None, "errors": [dict(zip(names, error, strict=True)) for error in errors]}
        for target, errors in segments
    ]
    path.write_text(json.dumps(rows, indent=2), encoding="utf-8")
    return path
