"""Small folders of models for tests: a vocabulary of letters, cards, and networks that say what the test wants."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer
from tokenizers.models import WordPiece
from tokenizers.normalizers import BertNormalizer
from tokenizers.pre_tokenizers import BertPreTokenizer

from copydesk.reader.labels import CATEGORIES, COLUMNS, TAGS

WINDOW = 48
_MARKS = ("[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]")
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
#: likely never, and likely always
NO, YES = -8.0, 8.0


def vocabulary() -> Tokenizer:
    """Pieces of one letter; a word of other signs is unknown."""
    entries = [*_MARKS, *_LETTERS, *(f"##{letter}" for letter in _LETTERS), *".,’'-"]
    made = Tokenizer(WordPiece({entry: at for at, entry in enumerate(entries)}, unk_token="[UNK]"))
    made.normalizer = BertNormalizer(lowercase=True)
    made.pre_tokenizer = BertPreTokenizer()
    return made


def card(**parts: Any) -> dict[str, Any]:
    return {"version": 1, "tags": list(TAGS), "categories": [str(kind) for kind in CATEGORIES], "window": WINDOW} | parts


def folder_with(folder: Path, **parts: Any) -> Path:
    """A model folder without a network."""
    folder.mkdir(parents=True, exist_ok=True)
    vocabulary().save(str(folder / "tokenizer.json"))
    (folder / "reader.json").write_text(json.dumps(card(**parts)), encoding="utf-8")
    return folder


class LetterNetwork:
    """Marks every piece whose letter is in ``marked``, all other columns the same everywhere; keeps what it was shown."""

    budget = 4 * WINDOW

    def __init__(self, marked: str, **columns: float) -> None:
        tokens = vocabulary()
        self._marked = {tokens.token_to_id(prefix + letter) for letter in marked for prefix in ("", "##")}
        self._columns = columns
        self.shapes: list[tuple[int, ...]] = []

    def run(self, input_ids: NDArray[Any], attention_mask: NDArray[Any], token_type_ids: NDArray[Any]) -> NDArray[Any]:
        self.shapes.append(input_ids.shape)
        logits = np.zeros((*input_ids.shape, COLUMNS.width), np.float32)
        for name, value in self._columns.items():
            logits[..., getattr(COLUMNS, name)] = value
        logits[..., COLUMNS.any] = np.where(np.isin(input_ids, list(self._marked)), YES, NO)
        return logits
