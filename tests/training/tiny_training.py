"""What a whole training run needs, made small: a vocabulary, an encoder with chance weights, a few sentences with marks."""

from __future__ import annotations

import gzip
import json
from pathlib import Path
from typing import Any

from tokenizers import Tokenizer
from tokenizers.models import WordPiece
from tokenizers.normalizers import BertNormalizer
from tokenizers.pre_tokenizers import BertPreTokenizer

from copydesk.reader.encoding import Encoder, Piece

WINDOW = 48
LETTERS = "abcdefghijklmnopqrstuvwxyz"
WORDS = "the of president minister arrived in capital on monday said talks bank border".split()
SENTENCES = (
    "The president of Atlantis arrived in the capital on Monday .",
    "Talks on the border went on in the capital of Borduria .",
    "The minister of the bank said that all was well there .",
    "On Monday the Atlantean minister left the talks in Oslo .",
)
PLAN = {
    "seed": 7, "epochs": 2, "window": WINDOW, "batch": 160, "hidden": 0.1, "rate": 1e-3, "head_rate": 1e-2, "warm": 0.1,
    "keep": 5, "encoder": "ENCODER",
    "files": {"rated": ["first.train", "second.train"], "dev": ["first.dev"], "names": ["tags"], "native": ["made"]},
    "shares": {"rated": 1.0, "names": 1.5, "made": 1.0},
    "weights": dict.fromkeys(("any", "major", "categories", "tags"), 1.0),
}  # fmt: skip


def vocabulary() -> Tokenizer:
    """A few words whole, all others in letters."""
    marks = ("[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]")
    entries = [*marks, *LETTERS, *(f"##{letter}" for letter in LETTERS), *".,’'-", *WORDS]
    made = Tokenizer(WordPiece({entry: at for at, entry in enumerate(entries)}, unk_token="[UNK]"))
    made.normalizer = BertNormalizer(lowercase=True)
    made.pre_tokenizer = BertPreTokenizer()
    return made


def encoder() -> Encoder:
    return Encoder(vocabulary())


def pieces(text: str) -> list[Piece]:
    return encoder().pieces([text])[0]


def toml(plan: dict[str, Any]) -> str:
    """A plan as its file has it; tables stand last."""
    lines = [f"{key} = {json.dumps(value)}" for key, value in plan.items() if not isinstance(value, dict)]
    for name, table in plan.items():
        if isinstance(table, dict):
            lines += [f"[{name}]", *(f"{key} = {json.dumps(value)}" for key, value in table.items())]
    return "\n".join(lines) + "\n"


def encoder_files(folder: Path) -> Path:
    """A BERT of two thin layers."""
    import torch
    from transformers import BertConfig, BertModel

    torch.manual_seed(1)
    config = BertConfig(
        vocab_size=vocabulary().get_vocab_size(), hidden_size=32, num_hidden_layers=2, num_attention_heads=2,
        intermediate_size=48, max_position_embeddings=64,
    )  # fmt: skip
    BertModel(config).save_pretrained(folder)
    vocabulary().save(str(folder / "tokenizer.json"))
    return folder


def data_files(folder: Path) -> Path:
    """``mqm/`` and ``ner/train/`` as the plan names them."""
    for name in ("first.train", "second.train", "first.dev"):
        _zipped(folder / "mqm" / f"{name}.jsonl.gz", [_rated(name, seg) for seg in range(8)])
    tags = [["B-LOC" if token in ("Atlantis", "Borduria", "Oslo") else "O" for token in text.split()] for text in SENTENCES]
    rows = [
        {"set": "made", "doc": "d", "tokens": text.split(), "tags": held} for text, held in zip(SENTENCES, tags, strict=True)
    ]
    _zipped(folder / "ner" / "train" / "tags.jsonl.gz", rows)
    return folder


def _rated(name: str, seg: int) -> dict[str, Any]:
    text = SENTENCES[seg % len(SENTENCES)].replace(" .", ".")
    mark = {"start": 4, "end": 12, "category": "Accuracy/Mistranslation", "severity": "major" if seg % 3 else "minor"}
    return {
        "set": name, "lp": "zh-en", "domain": "news", "doc": f"d{seg // 4}", "seg": seg, "system": "Sys", "human": seg == 0,
        "source": "源", "target": text, "reference": f"{text[:-1]} as people say." if seg % 2 else None,
        "ratings": {"one": [mark] if seg % 2 else [], "two": []},
    }  # fmt: skip


def _zipped(path: Path, rows: list[dict[str, Any]]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with gzip.open(path, "wt", encoding="utf-8") as file:
        file.writelines(f"{json.dumps(row, ensure_ascii=False)}\n" for row in rows)
