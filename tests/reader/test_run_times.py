"""A checkpoint of the training side as a reader in torch, and the same network in ONNX where that can be written."""

from __future__ import annotations

import warnings
from importlib.util import find_spec
from pathlib import Path

import numpy as np
import pytest
from reader_folders import folder_with, vocabulary

from copydesk.errors import ReaderError
from copydesk.reader.labels import COLUMNS
from copydesk.reader.onnx import OnnxNetwork
from copydesk.reader.read import Reader
from copydesk.reader.torch_network import TorchNetwork

SENTENCES = ["The fox ran home.", "", "word " * 70, "It is well."]


@pytest.fixture(scope="module")
def checkpoint(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A tiny network with chance weights."""
    import torch
    from transformers import BertConfig

    from copydesk.reader.encoding import FORMS
    from copydesk.training.reader.model import ReaderModel

    torch.manual_seed(0)
    config = BertConfig(
        vocab_size=vocabulary().get_vocab_size(), hidden_size=8, num_hidden_layers=1, num_attention_heads=2,
        intermediate_size=8,        max_position_embeddings=64, type_vocab_size=FORMS,
    )  # fmt: skip
    folder = folder_with(tmp_path_factory.mktemp("checkpoint"))
    ReaderModel(config).save_pretrained(folder)
    return folder


def test_a_checkpoint_reads(checkpoint: Path) -> None:
    reader = Reader.open(str(checkpoint))
    answers = reader.read_sentences(SENTENCES)
    assert [len(answer.words) for answer in answers] == [4, 0, 70, 3]
    assert all(0 < value < 1 for answer in answers for value in (*answer.any, *answer.major, *answer.sure))
    assert reader.signature.startswith("torch-")
    assert reader.read_sentences(SENTENCES) == answers


def test_padding_changes_nothing(checkpoint: Path) -> None:
    network = TorchNetwork(checkpoint)
    ids = np.array([[2, 7, 8, 3, 0, 0], [2, 9, 10, 11, 12, 3]], np.int64)
    mask = np.array([[1, 1, 1, 1, 0, 0], [1, 1, 1, 1, 1, 1]], np.int64)
    together = network.run(ids, mask, np.ones_like(ids))
    alone = network.run(ids[:1, :4], mask[:1, :4], np.ones((1, 4), np.int64))
    assert together.shape == (2, 6, COLUMNS.width)
    assert together[:1, :4] == pytest.approx(alone, abs=1e-5)


def test_what_is_no_checkpoint_is_an_error(checkpoint: Path, tmp_path: Path) -> None:
    folder = folder_with(tmp_path)
    (folder / "config.json").write_bytes((checkpoint / "config.json").read_bytes())
    (folder / "model.safetensors").write_bytes(b"nothing")
    with pytest.raises(ReaderError, match="holds no reader"):
        Reader.open(str(folder))


@pytest.mark.skipif(find_spec("onnxscript") is None, reason="ONNX cannot be written without the training extra")
def test_onnx_says_what_torch_says(checkpoint: Path, tmp_path: Path) -> None:
    from copydesk.training.reader.finish import export
    from copydesk.training.reader.model import ReaderModel

    folder = folder_with(tmp_path)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        export(ReaderModel.from_pretrained(checkpoint), folder / "model.onnx")
    ids = np.array([[2, 7, 8, 3, 0, 0], [2, 9, 10, 11, 12, 3]], np.int64)
    given = ids, (ids > 0).astype(np.int64), np.ones_like(ids)
    said = [network.run(*given)[given[1] > 0] for network in (TorchNetwork(checkpoint), OnnxNetwork(folder / "model.onnx"))]
    assert said[0] == pytest.approx(said[1], abs=1e-4)
    one, other = (Reader.open(str(path)).read_sentences(SENTENCES) for path in (checkpoint, folder))
    for first, second in zip(one, other, strict=True):
        assert first.words == second.words
        assert first.any == pytest.approx(second.any, abs=1e-4)
