"""The network in torch, of a training checkpoint: on a GPU where there is one. Imports torch and transformers."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import torch
from safetensors import SafetensorError

from copydesk.errors import ReaderError
from copydesk.training.reader.model import ReaderModel

if TYPE_CHECKING:
    from copydesk.reader.network import Integers, Logits


class TorchNetwork:
    """A folder with ``config.json`` and ``model.safetensors``. Raises ReaderError where it holds no reader."""

    budget = 16_384

    def __init__(self, folder: Path) -> None:
        self._device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
        self._model = _loaded(folder).to(device=self._device, dtype=torch.float32)

    def run(self, input_ids: Integers, attention_mask: Integers, token_type_ids: Integers) -> Logits:
        """See `copydesk.reader.network.Network`."""
        given = (torch.from_numpy(array).to(self._device) for array in (input_ids, attention_mask, token_type_ids))
        with torch.inference_mode():
            logits: Logits = self._model(*given).float().cpu().numpy()
        return logits


def _loaded(folder: Path) -> Any:
    """The network, set for reading and not for training."""
    try:
        return ReaderModel.from_pretrained(str(folder), use_safetensors=True, local_files_only=True)
    except (OSError, ValueError, RuntimeError, SafetensorError) as error:
        reason = str(error).splitlines()[0]
        raise ReaderError(f"holds no reader ({reason})", where=str(folder), remedy="train it again") from None
