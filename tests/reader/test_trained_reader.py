"""From sentences through a network to answers, with networks that are no more than tables."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
from reader_folders import WINDOW, YES, LetterNetwork, card, folder_with

from copydesk.core.marking import Category
from copydesk.errors import ReaderError
from copydesk.reader.card import Operating, Platt, read_card
from copydesk.reader.network import batches
from copydesk.reader.read import Reader
from copydesk.reader.sums import quality
from copydesk.reader.trained import TrainedReader
from copydesk.text import parse_document


def trained(folder: Path, network: LetterNetwork) -> TrainedReader:
    return TrainedReader(folder, network, runtime="test", weights=folder / "tokenizer.json")


def test_words_are_marked_and_sentences_rated(tmp_path: Path) -> None:
    network = LetterNetwork("x", major=0.0)
    reader = Reader(trained(folder_with(tmp_path), network))
    first, second = reader.read_sentences(["A fix was made, Baku’s.", ""])
    assert [word.of("A fix was made, Baku’s.") for word in first.words] == ["A", "fix", "was", "made", "Baku’s"]
    assert [round(value, 2) for value in first.any] == [0.0, 1.0, 0.0, 0.0, 0.0]
    assert first.major == (0.5,) * 5
    assert first.categories == (Category.MISTRANSLATION,) * 5
    assert first.quality is not None
    assert first.faulty is not None
    assert (first.quality, first.faulty) == (pytest.approx(quality(2.5)), pytest.approx(1 - np.exp(-2.5)))
    assert (second.words, second.quality, second.faulty) == ((), 1.0, pytest.approx(0.0, abs=1e-5))
    assert reader.read_sentences([]) == ()


def test_spans_of_a_document_count_in_its_reading(tmp_path: Path) -> None:
    reader = Reader(trained(folder_with(tmp_path), LetterNetwork("x")))
    document = parse_document("# Fixed head\n\nAll is *well* here.\nThe fox ran.\n", markup="markdown")
    marked = reader.read(document)
    assert [mark.span.of(document.reading.text) for mark in marked.marks] == ["Fixed", "fox"]
    assert [item.span.of(document.reading.text) for item in marked.qualities] == [
        sentence.span.of(document.reading.text) for sentence in document.sentences
    ]


@pytest.mark.parametrize("words", [1, 40, 46, 47, 300])
def test_long_texts_are_read_whole(tmp_path: Path, words: int) -> None:
    network = LetterNetwork("x")
    text = " ".join(["a"] * (words - 1) + ["x"])
    (answer,) = trained(folder_with(tmp_path), network).answers([text])
    assert [value > 0.5 for value in answer.any] == [False] * (words - 1) + [True]
    assert all(shape[1] <= WINDOW for shape in network.shapes)


def test_many_sentences_are_answered_in_order(tmp_path: Path) -> None:
    texts = ["x " * (number % 9) + "a " * (number % 23) for number in range(120)]
    answers = trained(folder_with(tmp_path), LetterNetwork("x")).answers(texts)
    assert [sum(value > 0.5 for value in answer.any) for answer in answers] == [number % 9 for number in range(120)]


@pytest.mark.parametrize("words", [1, 10, 200])
def test_what_is_said_of_a_sentence_is_the_sum_of_its_words_however_it_is_cut(tmp_path: Path, words: int) -> None:
    (answer,) = trained(folder_with(tmp_path), LetterNetwork("x")).answers(["a " * words])
    majors = sum(answer.major)
    assert len(answer.major) == words
    assert answer.quality == pytest.approx(quality(majors), abs=1e-6)
    assert answer.faulty == pytest.approx(1 - np.exp(-majors), abs=1e-4)


def test_calibration_changes_what_is_said(tmp_path: Path) -> None:
    lines = {"any": [1, -YES], "major": [0, 1], "faulty": [2, 0], "mark": [1, -YES + 2]}
    folder = folder_with(tmp_path, calibration=lines, operating={"seed": 0.4, "grow": 0.3})
    reader = Reader(trained(folder, LetterNetwork("x")))
    (answer,) = reader.read_sentences(["x"])
    assert answer.any == pytest.approx((0.5,))
    assert answer.major == pytest.approx((1 / (1 + np.exp(-1)),))
    odds = np.expm1(1 / (1 + np.exp(-1)))
    assert answer.faulty == pytest.approx(odds**2 / (1 + odds**2))
    (mark,) = reader.marks("x", answer)
    assert mark.confidence == pytest.approx(1 / (1 + np.exp(-2)))


def test_the_signature_tells_models_apart(tmp_path: Path) -> None:
    one, other = (folder_with(tmp_path / name, **parts) for name, parts in (("a", {}), ("b", {"operating": {"seed": 0.9}})))
    signatures = {trained(folder, LetterNetwork("x")).signature for folder in (one, other)}
    assert len(signatures) == 2
    assert all(signature.startswith("test-") and len(signature) == 13 for signature in signatures)


def test_card(tmp_path: Path) -> None:
    assert read_card(folder_with(tmp_path / "a")).operating == Operating()
    kinds = {"style": 0.9}
    folder = folder_with(
        tmp_path / "b", operating={"seed": 0.3, "grow": 0.2, "major": 0.6, "kinds": kinds}, calibration={"any": [2, 1]}
    )
    found = read_card(folder)
    assert (found.any, found.major, found.mark, found.window) == (Platt(slope=2, shift=1), Platt(), None, WINDOW)
    assert found.operating == Operating(seed=0.3, grow=0.2, major=0.6, kinds=((Category.STYLE, 0.9),))
    assert found.operating.seed_of(Category.STYLE) == 0.9
    assert found.operating.seed_of(Category.NAME) == 0.3


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("{", "is no JSON"),
        ("[]", "something unexpected"),
        ("{}", "something unexpected"),
        (json.dumps(card(version=2)), "version 2"),
        (json.dumps(card(tags=["O"])), "other tags"),
        (json.dumps(card(calibration={"any": 1})), "something unexpected"),
        (json.dumps(card(calibration={"other": [1, 0]})), "something unexpected"),
        (json.dumps(card(operating={"kinds": {"taste": 1}})), "something unexpected"),
    ],
)
def test_a_broken_card_is_an_error_with_its_place(tmp_path: Path, text: str, message: str) -> None:
    (tmp_path / "reader.json").write_text(text, encoding="utf-8")
    with pytest.raises(ReaderError, match=message) as caught:
        read_card(tmp_path)
    assert caught.value.where == str(tmp_path / "reader.json")
    assert caught.value.remedy


def test_batches_keep_to_the_budget_and_are_of_like_width() -> None:
    widths = [5, 190, 180, 150, 192, 6, 300] + [100] * 40
    found = list(batches(widths, 256))
    assert sorted(number for batch in found for number in batch) == list(range(len(widths)))
    for batch in found:
        inside = [widths[number] for number in batch]
        assert len(batch) == 1 or len(batch) * max(inside) <= 256
        assert min(inside) >= 0.9 * max(inside)
    assert max(map(len, found)) == 2
    assert list(batches([], 256)) == []


def test_a_missing_model_says_what_to_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("copydesk.reader.read.SHIPPED", tmp_path / "gone")
    with pytest.raises(ReaderError, match="install the package again, or check without a reader: --reader none"):
        Reader.open()


@pytest.mark.parametrize(
    ("name", "message"),
    [("./gone", "no such folder"), ("/gone/away", "no such folder"), ("a/b/c", "no such folder"), ("", "holds no model")],
)
def test_a_folder_without_a_model_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, message: str) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(ReaderError, match=message):
        Reader.open(name)


def test_broken_weights_and_vocabularies_are_errors(tmp_path: Path) -> None:
    folder = folder_with(tmp_path)
    with pytest.raises(ReaderError, match=r"holds neither model\.onnx nor model\.safetensors"):
        Reader.open(str(folder))
    (folder / "model.onnx").write_bytes(b"no network")
    with pytest.raises(ReaderError, match="no network that ONNX Runtime can open"):
        Reader.open(str(folder)).read_sentences(["One."])
    (folder / "tokenizer.json").write_text("{}")
    with pytest.raises(ReaderError, match="cannot be read"):
        Reader.open(str(folder)).read_sentences(["One."])
