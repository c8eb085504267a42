from __future__ import annotations

import json
from pathlib import Path

import pytest

from copydesk.errors import InputError
from copydesk.training.ner import features, load_ner, read_ner

NER = Path(__file__).parents[3] / "shared" / "data" / "ner"
ROW = {"set": "made", "doc": "d", "tokens": ["Ana", "Petrof", "of", "Oslo"], "tags": ["B-PER", "I-PER", "O", "B-LOC"]}


def _write(path: Path, *rows: object) -> Path:
    path.write_text("".join(f"{json.dumps(row)}\n" for row in rows))
    return path


@pytest.mark.parametrize("streaming", [False, True])
def test_sentences(tmp_path: Path, streaming: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    import datasets

    monkeypatch.setattr(datasets.config, "HF_DATASETS_CACHE", tmp_path / "default")
    dataset = load_ner([_write(tmp_path / "ner.jsonl", ROW, ROW)], streaming=streaming, cache_dir=tmp_path / "cache")
    assert dataset.features == features()
    assert list(dataset) == [ROW, ROW]


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"tags": ["B-PER", "I-LOC", "O", "O"]}, "tag 2, I-LOC, goes on with a name that did not begin; write B-LOC"),
        ({"tags": ["I-PER", "O", "O", "O"]}, "tag 1, I-PER, goes on"),
        ({"tags": ["O", "O", "O"]}, "4 tokens and 3 tags"),
        ({"tags": ["O", "O", "O", "B-GPE"]}, "'B-GPE' is not a tag"),
        ({"tokens": ["a", 2, "c", "d"]}, "'tokens' holds something else than texts"),
        ({"id": 3}, "unknown field 'id'"),
    ],
)
def test_broken_sentences(tmp_path: Path, changes: dict[str, object], message: str) -> None:
    path = _write(tmp_path / "ner.jsonl", ROW, {**ROW, **changes})
    with pytest.raises(InputError) as caught:
        list(read_ner(path))
    assert str(caught.value).startswith(f"{path}:2: {message}")


@pytest.mark.skipif(not NER.is_dir(), reason="the published names are not here")
def test_all_published_sentences_load() -> None:
    assert sum(1 for path in sorted(NER.rglob("*.jsonl.gz")) for _ in read_ner(path)) == 35_599
