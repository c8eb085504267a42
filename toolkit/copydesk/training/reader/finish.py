"""A trained model as the package ships it: ONNX with eight-bit weights, the vocabulary, and a card of numbers beside it."""

from __future__ import annotations

import hashlib
import json
import shutil
import warnings
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import torch
from torch import nn

from copydesk.reader.labels import CATEGORIES, TAGS
from copydesk.training.reader.calibrate import calibrated
from copydesk.training.reader.gather import read_rated
from copydesk.training.reader.model import ReaderModel
from copydesk.training.reader.plan import Plan

Say = Callable[[str], None]

_INPUTS = ("input_ids", "attention_mask", "token_type_ids")


def export(model: ReaderModel, path: Path) -> None:
    """Write the network as an ONNX graph in single precision.

    Three arrays of (batch, pieces) integers go in, (batch, pieces, columns) logits come out.
    """
    network: nn.Module = model
    network.float().eval()
    example = tuple(torch.ones(2, 16, dtype=torch.long) for _ in _INPUTS)
    free = {0: torch.export.Dim("batch"), 1: torch.export.Dim("pieces")}
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        torch.onnx.export(
            network, example, str(path), input_names=list(_INPUTS), output_names=["answers"], dynamo=True,
            dynamic_shapes=dict.fromkeys(_INPUTS, free), external_data=False, verbose=False, opset_version=18,
        )  # fmt: skip


def quantise(single: Path, path: Path) -> None:
    """Weights in eight bits, one scale a channel; activations are quantised as they come.

    The map to the answers stays in single precision: it is small, and words lie near its thresholds.
    """
    from onnxruntime.quantization import QuantType, quantize_dynamic
    from onnxruntime.quantization.shape_inference import quant_pre_process

    ready = single.with_suffix(".ready.onnx")
    quant_pre_process(str(single), str(ready), skip_symbolic_shape=True)
    last = _products(ready)[-1:]
    quantize_dynamic(str(ready), str(path), weight_type=QuantType.QInt8, per_channel=True, nodes_to_exclude=last)
    ready.unlink()


def _products(path: Path) -> list[str]:
    """The names of the matrix products of a graph, in order."""
    import onnx

    return [node.name for node in onnx.load(str(path)).graph.node if node.op_type in ("MatMul", "Gemm")]


def finish(model: ReaderModel, tokenizer: Path, data: Path, plan: Plan, folder: Path, say: Say) -> Path:
    """Write ``model/`` (torch) and ``shipped/`` (ONNX, eight bits) below ``folder``, calibrate both, and give the latter.

    Both hold ``tokenizer.json`` and ``reader.json``: labels, window, calibration, operating point.
    """
    single, shipped = folder / "model", folder / "shipped"
    for path in (single, shipped):
        path.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(tokenizer, path / "tokenizer.json")
        _card(path, plan, {})
    model.cpu().save_pretrained(single)
    export(model, folder / "single.onnx")
    quantise(folder / "single.onnx", shipped / "model.onnx")
    say("calibrating on " + ", ".join(plan.files.dev))
    found = calibrated(shipped, [read_rated(data, name, folder / "cache") for name in plan.files.dev], say)
    for path in (single, shipped):
        _card(path, plan, found)
    say(f"model.onnx: sha256 {hashlib.sha256((shipped / 'model.onnx').read_bytes()).hexdigest()}")
    return shipped


def _card(folder: Path, plan: Plan, facts: Mapping[str, Any]) -> None:
    card = {"version": 1, "window": plan.window, "tags": TAGS, "categories": [str(kind) for kind in CATEGORIES], **facts}
    part = folder / "reader.part"
    part.write_text(json.dumps(card, indent=1) + "\n", encoding="utf-8")
    part.replace(folder / "reader.json")
