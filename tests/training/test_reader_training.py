"""A whole training run, made small: a plan, made data, an encoder of two thin layers."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from tiny_training import PLAN, data_files, encoder_files, toml

from copydesk.core.finding import Severity
from copydesk.core.marking import Category, ErrorSpan
from copydesk.core.span import Span
from copydesk.errors import ConfigError, InputError
from copydesk.mqm.segments import RatedSegment, Rating
from copydesk.reader.read import Reader
from copydesk.training.reader import gather, train
from copydesk.training.reader.__main__ import main
from copydesk.training.reader.calibrate import fitted
from copydesk.training.reader.plan import Plan
from copydesk.training.reader.senses import senses_of, vocabulary_of

for needed in ("onnx", "onnxscript", "matplotlib", "tqdm"):
    pytest.importorskip(needed, reason="training needs copydesk[training]")

SPOKEN = "The minister arrived in Oslo on Monday."


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """A plan and the data it names."""
    folder = tmp_path_factory.mktemp("training")
    plan = PLAN | {"encoder": str(encoder_files(folder / "encoder"))}
    (folder / "plan.toml").write_text(toml(plan), encoding="utf-8")
    return folder / "plan.toml", data_files(folder / "data")


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("out")


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Notes every other step, and no list of countries to load."""
    monkeypatch.setattr(train, "_SHOWN", 2)
    monkeypatch.setattr(gather, "_demonyms", lambda: "Atlantean".__eq__)


def _run(made: tuple[Path, Path], folder: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The notes of a run that is not finished."""
    monkeypatch.setattr(train, "finish", lambda *_: folder)
    monkeypatch.setattr(train, "draw", lambda *_: None)
    train.train(*made, folder, lambda _: None)
    return (folder / "log.jsonl").read_text().splitlines()


def _human(doc: str, seg: int, text: str, severity: Severity | None = None, reference: str | None = None) -> RatedSegment:
    errors = () if severity is None else (ErrorSpan(span=Span(0, 3), category=Category.GRAMMAR, severity=severity),)
    return RatedSegment(
        corpus="c", pair="zh-en", domain=None, doc=doc, seg=seg, system="A", human=True, source=None, target=text,
        reference=reference, ratings=(Rating(rater="r", errors=errors), Rating(rater="s", errors=())),
    )  # fmt: skip


def test_texts_by_people_are_those_in_which_no_rater_sees_a_major_error() -> None:
    good, minor, bad = (f"The {word} minister arrived in Oslo on Monday." for word in ("good", "fair", "bad"))
    rows = [
        _human("d", 2, minor, Severity.MINOR),
        _human("d", 1, good),
        _human("d", 3, bad, Severity.MAJOR, reference="A reference that somebody else wrote of it."),
        _human("d", 4, "Too short."),
        _human("e", 1, good, reference=bad),
    ]
    native = [(("set", "one"), "Somebody wrote this in English from the start.")]
    assert gather.documents_by_people(rows, native) == (
        (good, minor), ("A reference that somebody else wrote of it.",), ("Somebody wrote this in English from the start.",),
    )  # fmt: skip


def test_a_run_that_was_cut_goes_on_as_if_it_had_not_been(
    made: tuple[Path, Path], out: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = _run(made, out, monkeypatch)
    steps = [json.loads(line)["step"] for line in whole]
    assert steps == list(range(2, steps[-1] + 1, 2))
    assert steps[-1] > 10
    learn, calls = train.Training._learn, iter(range(100))

    def cut(self: train.Training, batch: Any) -> dict[str, float]:
        if next(calls) == 9:
            raise KeyboardInterrupt
        return learn(self, batch)

    monkeypatch.setattr(train.Training, "_learn", cut)
    with pytest.raises(KeyboardInterrupt):
        _run(made, tmp_path, monkeypatch)
    log = tmp_path / "log.jsonl"
    assert len(log.read_text().splitlines()) == 4
    log.write_text(log.read_text() + '{"step": 1')  # the end of a line that was never written
    monkeypatch.setattr(train.Training, "_learn", learn)
    assert _run(made, tmp_path, monkeypatch) == whole


def test_the_finished_model_is_read(made: tuple[Path, Path], out: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(made[0]), str(made[1]), str(out)]) == 0
    assert f"the model lies in {out / 'shipped'}" in capsys.readouterr().out
    assert {path.name for path in (out / "shipped").iterdir()} == {"model.onnx", "reader.json", "tokenizer.json"}
    assert {"any", "major", "faulty"} <= json.loads((out / "shipped" / "reader.json").read_text())["calibration"].keys()
    (shipped,), (single,) = (Reader.open(str(out / name)).read_sentences([SPOKEN]) for name in ("shipped", "model"))
    assert [word.of(SPOKEN) for word in shipped.words] == SPOKEN[:-1].split()
    assert shipped.any == pytest.approx(single.any, abs=0.05)
    assert shipped.quality == pytest.approx(single.quality, abs=0.05)
    assert (out / "curves.png").stat().st_size > 1000


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        pytest.param({"encoder": "no_such_package/model"}, "no such encoder", id="no package"),
        pytest.param({"encoder": "json/model"}, "no such encoder", id="nothing in the package"),
        pytest.param({"encoder": "../nowhere"}, "no such encoder", id="no folder"),
        pytest.param({"seed": 8}, "checkpoints there are of another plan", id="another plan"),
    ],
)
def test_what_cannot_be_trained_is_told(made: tuple[Path, Path], tmp_path: Path, changes: dict[str, Any], message: str) -> None:
    plan, other = tmp_path / "plan.toml", tmp_path / "other.toml"
    other.write_text(toml(PLAN))
    plan.write_text(toml(PLAN | changes))
    if "seed" in changes:
        Plan.read(other).keep_in(tmp_path / "plan.json")
    with pytest.raises(ConfigError, match=message) as caught:
        train.train(plan, made[1], tmp_path)
    assert caught.value.where
    assert caught.value.remedy


def test_the_mean_of_runs_is_finished(
    made: tuple[Path, Path], out: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[dict[str, torch.Tensor]] = []
    monkeypatch.setattr(train, "finish", lambda model, *_: seen.append(model.state_dict()) or out)
    state = torch.load(out / "checkpoint.pt", weights_only=True)
    other = {name: value + 2 for name, value in state["model"].items()}
    (tmp_path / "other").mkdir()
    torch.save({"model": other, "step": 1}, tmp_path / "other" / "checkpoint.pt")
    assert main([str(made[0]), str(made[1]), str(out), "--finish", "--mean", str(tmp_path / "other")]) == 0
    for name, value in seen[0].items():
        torch.testing.assert_close(value, state["model"][name] + 1)
    other["answers.bias"] = other["answers.bias"][:3]
    torch.save({"model": other, "step": 1}, tmp_path / "other" / "checkpoint.pt")
    with pytest.raises(InputError, match="gives 3 answers"):
        train.finish_early(*made, out, others=[tmp_path / "other"])


def test_nothing_can_be_finished_before_it_was_begun(
    made: tuple[Path, Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([str(made[0]), str(made[1]), str(tmp_path), "--finish"]) == 2
    assert "no checkpoint" in capsys.readouterr().err


def test_a_folder_without_ratings_is_told(made: tuple[Path, Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(InputError, match="no mqm/ in it; name the folder"):
        train.train(made[0], tmp_path, tmp_path)
    assert main([str(tmp_path / "none.toml"), "data", "out"]) == 2
    assert capsys.readouterr().err.startswith(f"error: {tmp_path / 'none.toml'}: no such file or directory; see configs/")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        pytest.param("seed =", "no plan of a training run", id="no TOML"),
        pytest.param("seed = 1", "no 'files' in it", id="nothing in it"),
        pytest.param(toml(PLAN | {"other": 1}), "'other'", id="unknown key"),
        pytest.param(toml(PLAN | {"epochs": "six"}), "'epochs' is 'six', not a number", id="no number"),
        pytest.param(toml(PLAN | {"epochs": 1.5}), "'epochs' is 1.5, not a number of its kind", id="no whole number"),
        pytest.param(toml(PLAN | {"keep": 0}), "'keep' is 0: give more", id="too small"),
        pytest.param(toml(PLAN | {"shares": {"rated": -1, "names": 1, "made": 1}}), "'rated' is -1", id="below zero"),
        pytest.param(toml(PLAN | {"files": {"rated": "one"}}), "'rated' is no list of texts", id="no list"),
        pytest.param(toml(PLAN | {"weights": {"any": 1}}), "missing", id="weights that lack some"),
    ],
)
def test_a_plan_that_is_none_is_told(tmp_path: Path, text: str, message: str) -> None:
    path = tmp_path / "plan.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ConfigError, match=message) as caught:
        Plan.read(path)
    assert caught.value.where == str(path)
    assert caught.value.remedy == "see configs/reader.toml"


def test_the_plan_of_the_reader_that_ships_is_read() -> None:
    plan = Plan.read(Path(__file__).parents[2] / "configs" / "reader.toml")
    assert plan.files.dev
    assert plan.weights.any == 1


@pytest.mark.parametrize(("slope", "shift"), [(1.0, 0.0), (0.5, -1.2), (1.8, 0.7)])
def test_a_known_line_is_found_again(slope: float, shift: float) -> None:
    logits = np.linspace(-4, 4, 81)
    came = 1 / (1 + np.exp(-(slope * logits + shift)))
    assert fitted(list(zip(1 / (1 + np.exp(-logits)), came, strict=True))) == pytest.approx((slope, shift), abs=2e-3)


def test_another_sense_stands_near_but_is_no_form_and_no_synonym() -> None:
    words = ["capital", "capitals", "money", "city", "funds", "town", "banks", "xq", "the"]
    near = [1.0, 0.99, 0.95, 0.9, 0.85, 0.8, 0.7]
    vectors = torch.zeros(len(words), len(words))
    for at, share in enumerate(near):
        vectors[at, 0], vectors[at, at] = share, (1 - share**2) ** 0.5 + (at == 0)
    vectors -= vectors[: len(near)].mean(dim=0)
    found = senses_of(words, vectors)
    assert "capitals" not in found.get("capital", ())
    assert not {"xq", "the"} & found.keys()
    assert all(word not in others for word, others in found.items())


def test_words_stand_at_their_numbers() -> None:
    assert vocabulary_of({"b": 2, "a": 0}) == ["a", "", "b"]
