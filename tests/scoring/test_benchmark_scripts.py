"""The benchmark scripts without their data: help, and one line where the data is missing."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
HELPERS = {
    "agreement.py", "claim_alarms.py", "claim_coverage.py", "claim_dwie.py", "claim_extraction.py", "claim_factbench.py",
    "claim_leaders.py", "claim_misses.py", "claim_offices.py", "claim_rows.py", "claim_speed.py", "claim_verdicts.py",
    "common.py", "composition.py", "desk_links.py", "end_to_end.py", "error_agreement.py",
    "error_alarms.py", "error_article.py", "error_calibration.py", "error_flags.py", "error_names.py", "error_picture.py",
    "error_precision.py", "error_segments.py", "error_systems.py", "garbles.py", "labelled.py", "likeness_probe.py",
    "likeness_speed.py", "matching_probe.py", "matching_speed.py", "mechanisms.py", "name_bench.py", "national.py",
    "news.py", "officeholders.py", "oracle.py", "peers.py", "ratio_answers.py", "reader_answers.py", "reader_probe.py",
    "reader_speed.py", "recall.py", "reliability.py", "synthetic.py", "tenure_rows.py", "transliteration.py",
    "word_baseline.py", "word_features.py",
}  # fmt: skip
SCRIPTS = sorted({path.name for path in (ROOT / "benchmarks").glob("*.py")} - HELPERS)
WITH_DATA = [name for name in SCRIPTS if name != "speed.py"]


def run(name: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    environment = os.environ | {"PYTHONPATH": str(ROOT / "toolkit")}
    command = [sys.executable, str(ROOT / "benchmarks" / name), *arguments]
    return subprocess.run(command, capture_output=True, text=True, env=environment, check=False)


@pytest.mark.parametrize("name", SCRIPTS)
def test_help_says_what_it_shows(name: str) -> None:
    done = run(name, "--help")
    assert (done.returncode, done.stderr) == (0, "")
    assert "--keep" in done.stdout
    assert f"benchmarks/{name} " in (ROOT / "benchmarks" / "README.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", WITH_DATA)
def test_missing_data_is_one_line_and_2(name: str, tmp_path: Path) -> None:
    done = run(name, "--data", str(tmp_path))
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith(f"{name}: error: no ")
    assert done.stderr.endswith("name the folder with --data\n")
    assert done.stderr.count("\n") == 1
