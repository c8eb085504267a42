"""Word vectors: which words news puts beside a name."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from copydesk.errors import EntityListError
from copydesk.names.company import Company, default_company
from copydesk.training.company import main, shortened

#: words of three topics, with a vector of each topic and a little of its own
TOPICS = {
    "racing": ["hamilton", "pilot", "track", "laps"],
    "trade": ["musk", "shares", "market", "stock"],
    "other": ["the", "of"],
}


def published(path: Path) -> Path:
    """A small file of GloVe."""
    rng, lines = np.random.default_rng(1), []
    for topic, words in enumerate(TOPICS.values()):
        for word in words:
            row = rng.normal(0, 0.05, 70)
            row[topic * 20 : topic * 20 + 20] += 1.0
            lines.append(" ".join([word, *(f"{value:.4f}" for value in row)]))
    extra = [
        " ".join([f"w{chr(97 + at % 26)}{chr(97 + at // 26)}", *(f"{v:.3f}" for v in rng.normal(0, 1, 70))])
        for at in range(200)
    ]
    path.write_text("\n".join([*lines, *extra, *lines[:1]]) + "\n", encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def company(tmp_path_factory: pytest.TempPathFactory) -> Company:
    folder = tmp_path_factory.mktemp("company")
    assert main([str(published(folder / "glove.txt")), str(folder / "made")]) == 0
    return Company(folder / "made")


def test_a_name_stands_with_the_words_of_its_topic(company: Company) -> None:
    around = company.vectors(["pilot", "track", "laps", "zzzq"], common=0)
    assert around.shape == (3, 64)
    assert np.linalg.norm(around, axis=1) == pytest.approx(np.ones(3), abs=0.02)
    assert company.kept_by(["lewis", "hamilton"], around) > company.kept_by(["elon", "musk"], around)


def test_unknown_names_and_empty_surroundings_say_nothing(company: Company) -> None:
    assert company.kept_by(["zzzq"], company.vectors(["pilot"], common=0)) == 0.0
    assert company.kept_by(["hamilton"], company.vectors([])) == 0.0
    assert company.rank("zzzq") is None
    assert company.rank("hamilton") == 0


def test_the_most_frequent_words_are_no_company(company: Company) -> None:
    assert len(company.vectors(["pilot", "track"])) == 0


def test_the_shipped_vectors() -> None:
    shipped = default_company()
    assert shipped.rank("lavrov") is not None
    assert shipped.rank("pasinyan") is None
    around = shipped.vectors("mercedes pilot won the grand prix of formula one".split())
    assert shipped.kept_by(["hamilton"], around) > shipped.kept_by(["pompeo"], around)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(EntityListError, match="word vectors"):
        Company(tmp_path)


def test_another_file_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "words.txt"
    path.write_text("one two three\n", encoding="utf-8")
    assert main([str(path), str(tmp_path / "out")]) == 2
    assert f"{path}:1" in capsys.readouterr().err
    assert main([str(tmp_path / "none.txt"), str(tmp_path / "out")]) == 2


def test_short_vectors_are_of_length_one() -> None:
    made = shortened(np.random.default_rng(0).normal(size=(100, 70)).astype(np.float32))
    assert made.shape == (100, 64)
    assert np.linalg.norm(made, axis=1) == pytest.approx(np.ones(100), abs=1e-5)
