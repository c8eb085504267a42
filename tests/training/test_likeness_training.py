"""A whole training run on made-up data: what it leaves, that it can be cut and gone on with, and that its seed decides."""

from __future__ import annotations

import gzip
import hashlib
import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import numpy as np
import pytest

from copydesk.names.likeness import Likeness
from copydesk.training.likeness.finish import centres
from copydesk.training.likeness.pairs import PART, aliases, corpus, tokens
from copydesk.training.names import LANGUAGES

NAMES = """bato pato nabila napila kasimov gasimov orlova orluva tomas donas marek narik petrosan betrosan bakari pagari lumumba
rumumba salvador zalvator georgi keorki vanika fanika ilham ilkham sultana soldana mirza nirza dragan trakan""".split()
#: letters that each of these scripts writes as one
_ONE = str.maketrans("pgdufzl", "bktovsr")
_SIGNS = {
    "arabic": "ابتكدهوفرسنميخ",
    "chinese": "阿布特克厄赫奥沃尔斯恩姆伊格",
    "hebrew": "אבתכעהופרסנמיח",
    "japanese": "アブトクエヘオヴルスンムイグ",
    "katakana": "アブトクエヘオヴルスンムイグ",
    "korean": "아브트크에흐오브르스느므이그",
    "russian": "абткеховрснмиг",
}
_LETTERS = "abtkehovrsnmi"
COUNTS = {"collision": 500, "letters": 500, "alias": 500, "drawn": 60, "slip": 40}
PLAN = """
seed = {seed}
epochs = 2
batch = 16
rate = 0.005
negatives = 2
neighbours = 3
mined = 20
cells = 4
sample = 30
[network]
letter_size = 8
width = 12
layers = 2
heads = 2
size = 16
hidden = 8
[gathered]
collision = 500
letters = 500
alias = 500
drawn = 60
slip = 40
[epoch]
collision = 40
letters = 20
alias = 20
drawn = 40
slip = 16
"""


class CutError(Exception):
    pass


def _zipped(path: Path, rows: Sequence[Sequence[str]]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with gzip.open(path, "wt", encoding="utf-8") as file:
        file.writelines("\t".join(row) + "\n" for row in rows)


def _foreign(name: str, language: str) -> str:
    signs = _SIGNS[language]
    return " ".join(signs[_LETTERS.index(letter)] if letter in _LETTERS else signs[-1] for letter in name.translate(_ONE))


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder laid out as the public data is."""
    folder = tmp_path_factory.mktemp("data")
    for language in LANGUAGES:
        rows = [(name.title(), _foreign(name, language), str(at + 1)) for at, name in enumerate(NAMES)]
        _zipped(folder / "names/transliteration" / f"wd_{language}_64.gz", rows)
    pairs = [("Ilham Mirza", "Ilkham Nirza"), ("Sultana Dragan", "Soldana Trakan"), ("Georgi Orlova", "Keorki Orluva")]
    variants = folder / "names/variants"
    _zipped(variants / "ofac_person_variant_pairs.tsv.gz", [("id", "a", "b"), *(("1", *pair) for pair in pairs)])
    _zipped(variants / "ep2015_wikidata_latin_variant_pairs.tsv.gz", [("i", "a", "l", "b"), ("1", "Marek", "pl", "Narik")])
    _zipped(variants / "geonames_latin_variants.tsv.gz", [("i", "c", "k", "a", "b"), ("1", "x", "y", "Bakari", "Pagari")])
    _zipped(variants / "google_ar2en.txt.gz", [("بكرب", "bakarib"), ("خسر", "khasar"), ("a line of another kind",)])
    return folder


@pytest.fixture(scope="module", autouse=True)
def _on_one_processor() -> Iterator[None]:
    import torch

    threads = torch.get_num_threads()
    torch.set_num_threads(1)
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(torch.cuda, "is_available", lambda: False)
        yield
    torch.set_num_threads(threads)


def _trained(data: Path, folder: Path, seed: int = 7, say: Callable[[str], None] = lambda text: None) -> Path:
    from copydesk.training.likeness.train import train

    config = folder.with_suffix(".toml")
    config.write_text(PLAN.format(seed=seed), encoding="utf-8")
    return train(config, data, folder, say)


@pytest.fixture(scope="module")
def run(data: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[str]]:
    """One run in one go, and what it said."""
    said: list[str] = []
    return _trained(data, tmp_path_factory.mktemp("runs") / "whole", say=said.append), said


@pytest.fixture(scope="module")
def shipped(run: tuple[Path, list[str]]) -> Path:
    return run[0]


def _weights(shipped: Path) -> bytes:
    return (shipped / "model.safetensors").read_bytes()


def test_a_run_ends_with_a_network_that_can_be_shipped(shipped: Path) -> None:
    assert sorted(path.name for path in shipped.iterdir()) == ["config.json", "model.safetensors"]
    config = json.loads((shipped / "config.json").read_text(encoding="utf-8"))
    assert (config["size"], config["layers"], config["hidden"]) == (16, 2, 8)
    likeness = Likeness(shipped)
    assert likeness.centres.shape == (4, 16)
    assert np.abs(np.linalg.norm(likeness.centres, axis=1) - 1.0).max() < 0.05
    assert np.isfinite(likeness.log_odds(NAMES, NAMES[::-1])).all()


def test_a_run_tells_its_plan_and_its_checksum(run: tuple[Path, list[str]]) -> None:
    made, said = run
    assert hashlib.sha256(_weights(made)).hexdigest() in said[-1]
    assert any("epoch 2/2" in line for line in said)
    assert json.loads((made.parent / "plan.json").read_text(encoding="utf-8"))["seed"] == 7


def test_another_seed_makes_another_network(data: Path, shipped: Path, tmp_path: Path) -> None:
    assert _weights(_trained(data, tmp_path / "other", seed=8)) != _weights(shipped)


@pytest.mark.parametrize("cut", ["epoch 1/2", "epoch 2/2"])
def test_a_run_that_was_cut_goes_on_to_the_same_end(data: Path, shipped: Path, tmp_path: Path, cut: str) -> None:
    def until(text: str) -> None:
        if text.startswith(cut):
            raise CutError

    with pytest.raises(CutError):
        _trained(data, tmp_path / "run", say=until)
    assert not (tmp_path / "run/shipped").exists()
    said: list[str] = []
    assert _weights(_trained(data, tmp_path / "run", say=said.append)) == _weights(shipped)
    assert any("going on" in line for line in said) is (cut == "epoch 2/2")


def test_a_finished_run_stays_as_it_is(data: Path, shipped: Path) -> None:
    before, said = _weights(shipped), list[str]()
    assert _weights(_trained(data, shipped.parent, say=said.append)) == before
    assert not any(line.startswith("epoch") for line in said)


def test_training_tells_garbles_from_other_names(shipped: Path, data: Path) -> None:
    likeness = Likeness(shipped)
    pairs = corpus(data / "names", COUNTS, 7, lambda text: None).pairs["collision"]
    left, right = [one for one, _ in pairs], [other for _, other in pairs]
    shifted = [*right[3:], *right[:3]]
    assert likeness.log_odds(left, right).mean() > likeness.log_odds(left, shifted).mean()


def test_one_command_trains_the_same_network_again(
    data: Path, shipped: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    from copydesk.training.likeness.__main__ import main

    (tmp_path / "plan.toml").write_text(PLAN.format(seed=7), encoding="utf-8")
    assert main([str(tmp_path / "plan.toml"), str(data), str(tmp_path / "run")]) == 0
    assert str(tmp_path / "run/shipped") in capsys.readouterr().out
    assert _weights(tmp_path / "run/shipped") == _weights(shipped)


def test_what_is_gathered(data: Path) -> None:
    said: list[str] = []
    found = corpus(data / "names", COUNTS, 7, said.append)
    assert set(found.pairs) == set(COUNTS)
    assert set(found.attested) == set(NAMES)
    for kind, pairs in found.pairs.items():
        assert 0 < len(pairs) <= COUNTS[kind]
        assert all(one != other and PART.fullmatch(one) and PART.fullmatch(other) for one, other in pairs)
        assert any(line.startswith(kind) for line in said)
    assert ("bato", "pato") in found.pairs["collision"]
    assert len(tokens(data / "names")) == len(LANGUAGES)


def test_kinds_are_capped(data: Path) -> None:
    found = corpus(data / "names", dict.fromkeys(COUNTS, 5), 7, lambda text: None)
    assert {len(pairs) for pairs in found.pairs.values()} == {5}


def test_aliases_face_each_other(data: Path) -> None:
    found = aliases(data / "names")
    assert found == sorted(set(found))
    assert {frozenset(pair) for pair in found} >= {
        frozenset(("ilham", "ilkham")),
        frozenset(("marek", "narik")),
        frozenset(("bakari", "pagari")),
    }
    assert not any({"ilham", "nirza"} == set(pair) for pair in found)


def test_pairs_do_not_depend_on_the_order_of_sets(data: Path) -> None:
    code = "import sys; from pathlib import Path; from copydesk.training.likeness.pairs import corpus; "
    code += f"print(corpus(Path(sys.argv[1]), {COUNTS!r}, 7, lambda text: None))"
    path = os.pathsep.join(entry for entry in sys.path if entry)

    def gathered(seed: str) -> str:
        there = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": path, "PYTHONIOENCODING": "utf-8"}
        command = [sys.executable, "-c", code, str(data / "names")]
        return subprocess.run(command, env=there, check=True, capture_output=True, encoding="utf-8").stdout

    assert gathered("1") == gathered("2")


def test_centres_lie_in_the_midst_of_what_they_stand_for() -> None:
    rng = np.random.default_rng(1)
    true = np.linalg.qr(rng.normal(size=(8, 8)))[0][:3].astype(np.float32)
    around = true.repeat(40, axis=0) + rng.normal(scale=0.02, size=(120, 8)).astype(np.float32)
    around /= np.linalg.norm(around, axis=1, keepdims=True)
    found = centres(around, 12, np.random.default_rng(2))
    assert found.shape == (12, 8)
    np.testing.assert_allclose(np.linalg.norm(found, axis=1), 1.0, atol=1e-4)
    assert (around @ found.T).max(axis=1).min() > 0.98
    assert np.array_equal(found, centres(around, 12, np.random.default_rng(2)))
