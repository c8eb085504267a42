"""The network in ONNX Runtime on CPUs: what ships, with weights in eight bits."""

from __future__ import annotations

import os
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from copydesk.errors import ReaderError

if TYPE_CHECKING:
    from copydesk.reader.network import Integers, Logits

_OUTPUT = "answers"
_ERRORS = 3


class OnnxNetwork:
    """A ``model.onnx`` file, opened when it is first asked. Raises ReaderError, then, where it is broken."""

    budget = 256

    def __init__(self, path: Path) -> None:
        self._path = path

    def run(self, input_ids: Integers, attention_mask: Integers, token_type_ids: Integers) -> Logits:
        """See `copydesk.reader.network.Network`."""
        given = {"input_ids": input_ids, "attention_mask": attention_mask, "token_type_ids": token_type_ids}
        logits: Logits = self._session.run([_OUTPUT], given)[0]
        return logits

    @cached_property
    def _session(self) -> Any:
        import onnxruntime

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads, options.inter_op_num_threads = _cores(), 1
        options.log_severity_level = _ERRORS
        # threads that wait for more work in a loop would take a core from others between two windows
        options.add_session_config_entry("session.intra_op.allow_spinning", "0")
        try:
            return onnxruntime.InferenceSession(str(self._path), options, providers=["CPUExecutionProvider"])
        except Exception as error:  # the run time has errors of many kinds, all of them its own
            message = f"is no network that ONNX Runtime can open ({type(error).__name__})"
            raise ReaderError(message, where=str(self._path), remedy="copy the model folder anew") from None


def _cores() -> int:
    """How many cores this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
