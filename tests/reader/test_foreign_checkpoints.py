"""Readers made of other people's checkpoints: tiny networks with chance weights, written by the test itself."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from reader_folders import vocabulary

from copydesk.core.finding import Severity
from copydesk.core.marking import Category
from copydesk.errors import ReaderError
from copydesk.reader.labels import CATEGORIES
from copydesk.reader.meanings import Meaning, meaning, meanings
from copydesk.reader.read import Reader

TEXT = "The upgrade went on, he said."
LABELS = ["O", "B-mistranslation", "I-mistranslation", "B-critical"]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Any:
    """Writes a checkpoint; ``sure`` names the label that its bias prefers."""
    import torch
    from transformers import BertConfig, BertForSequenceClassification, BertForTokenClassification, PreTrainedTokenizerFast

    kinds = {"tokens": BertForTokenClassification, "texts": BertForSequenceClassification}

    def make(kind: str, labels: list[str], sure: int = 0, positions: int = 64) -> Path:
        torch.manual_seed(0)
        tokens = vocabulary()
        config = BertConfig(
            vocab_size=tokens.get_vocab_size(), hidden_size=8, num_hidden_layers=1, num_attention_heads=1, intermediate_size=8,
            max_position_embeddings=positions, id2label=dict(enumerate(labels)), label2id={x: n for n, x in enumerate(labels)},
        )  # fmt: skip
        model = kinds[kind](config)
        with torch.no_grad():
            model.classifier.bias[sure] += 2.0
        folder = tmp_path_factory.mktemp(kind)
        model.save_pretrained(folder)
        marks = {"pad_token": "[PAD]", "unk_token": "[UNK]", "cls_token": "[CLS]", "sep_token": "[SEP]"}
        PreTrainedTokenizerFast(tokenizer_object=tokens, **marks).save_pretrained(folder)
        return folder

    return make


def test_a_token_classifier(made: Any) -> None:
    import torch
    from transformers import AutoModelForTokenClassification, AutoTokenizer

    folder = made("tokens", LABELS)
    reader = Reader.open(str(folder))
    (answer,) = reader.read_sentences([TEXT])
    given = AutoTokenizer.from_pretrained(folder)(TEXT, return_tensors="pt", return_offsets_mapping=True)
    offsets = given.pop("offset_mapping")[0].tolist()
    with torch.inference_mode():
        rows = AutoModelForTokenClassification.from_pretrained(folder)(**given).logits[0].double().softmax(-1)
    for word, any_, major, critical, kinds in zip(
        answer.words, answer.any, answer.major, answer.critical, answer.kinds, strict=True
    ):
        inside = [
            row for (start, end), row in zip(offsets, rows, strict=True) if start < end and word.start <= start < word.end
        ]
        assert any_ == pytest.approx(max(float(1 - row[0]) for row in inside), abs=1e-5)
        assert major == critical == pytest.approx(max(float(row[3]) for row in inside), abs=1e-5)
        assert sum(kinds) == pytest.approx(1.0)
        assert kinds[CATEGORIES.index(Category.GRAMMAR)] == 0
    assert [word.of(TEXT) for word in answer.words] == ["The", "upgrade", "went", "on", "he", "said"]
    assert (answer.quality, answer.faulty, answer.names) == (None, None, ())
    assert reader.signature == f"torch-{folder.name}"


def test_a_token_classifier_marks(made: Any) -> None:
    reader = Reader.open(str(made("tokens", LABELS, sure=3)))
    (answer,) = reader.read_sentences([TEXT])
    (mark,) = reader.marks(TEXT, answer)
    assert mark.span.of(TEXT) == TEXT.rstrip(".")
    assert mark.severity is Severity.CRITICAL


def test_long_texts_are_read_whole_by_a_token_classifier(made: Any) -> None:
    text = "word " * 150
    (answer,) = Reader.open(str(made("tokens", LABELS, positions=40))).read_sentences([text])
    assert len(answer.words) == 150
    assert all(0 < value < 1 for value in answer.any)


def test_a_text_classifier_rates_and_marks_whole_sentences(made: Any) -> None:
    labels = {"LABEL_0": "ok", "LABEL_1": "grammar/major"}
    good, bad = (Reader.open(str(made("texts", list(labels), sure=sure)), labels) for sure in (0, 1))
    (answer,) = good.read_sentences([TEXT])
    assert answer.quality is not None
    assert answer.quality > 0.5
    assert good.marks(TEXT, answer) == ()
    first, _ = bad.read_sentences([TEXT, "word " * 150])
    (mark,) = bad.marks(TEXT, first)
    assert (mark.span.of(TEXT), mark.category, mark.severity) == (TEXT.rstrip("."), Category.GRAMMAR, Severity.MAJOR)
    assert mark.confidence == pytest.approx(first.faulty)
    assert first.quality is not None
    assert mark.confidence == pytest.approx(1 - first.quality)


def test_labels_that_nobody_explains_are_listed(made: Any) -> None:
    folder = made("tokens", ["O", "LABEL_1", "weird one"])
    with pytest.raises(ReaderError) as caught:
        Reader.open(str(folder))
    assert "'LABEL_1', 'weird one'" in caught.value.message
    assert '{"LABEL_1" = …, "weird one" = …}' in str(caught.value.remedy)


def test_other_models_are_refused(made: Any, tmp_path: Path) -> None:
    (tmp_path / "config.json").write_text('{"model_type": "bert", "architectures": ["BertForMaskedLM"]}')
    with pytest.raises(ReaderError, match="is BertForMaskedLM, which classifies neither tokens nor texts"):
        Reader.open(str(tmp_path))
    (tmp_path / "config.json").write_text("{}")
    with pytest.raises(ReaderError, match="cannot be opened"):
        Reader.open(str(tmp_path))


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("ok", Meaning(category=None)),
        ("mistranslation", Meaning(category=Category.MISTRANSLATION)),
        ("major", Meaning(category=Category.OTHER, severity=Severity.MAJOR)),
        ("name/critical", Meaning(category=Category.NAME, severity=Severity.CRITICAL)),
        ("taste", None),
        ("name/terrible", None),
        ("ok/major", None),
        ("/major", None),
        ("", None),
    ],
)
def test_meanings(written: str, expected: Meaning | None) -> None:
    assert meaning(written) == expected


def test_labels_that_say_it_themselves() -> None:
    found = meanings(["OK", "BAD", "B-Grammar", "I-x"], {"x": "name"}, "here")
    assert [meant.category for meant in found] == [None, Category.OTHER, Category.GRAMMAR, Category.NAME]
    with pytest.raises(ReaderError, match="means that nothing is wrong"):
        meanings(["major", "minor"], {}, "here")
