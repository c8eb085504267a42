"""One process that reads sentences and says how long that took and what memory it needed: what `reader_speed.py` starts.

    reader_probe.py copydesk FOLDER - FILE
    reader_probe.py transformers FOLDER CHECKPOINT FILE

FILE holds documents as JSON, lists of sentences. CHECKPOINT is a training checkpoint, or ``-`` for chance weights in the shape
of the shipped network: they take the same time.
"""

from __future__ import annotations

import json
import os
import resource
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import median
from typing import Any

OURS, THEIRS = "copydesk", "transformers"
_SECONDS, _ROUNDS = 4.0, 3
Read = Callable[[Sequence[str]], object]


def ours(folder: Path) -> Read:
    """The reader as `copydesk check` opens it: a document at a time."""
    from copydesk.reader.read import Reader

    return Reader.open(str(folder)).read_sentences


def theirs(folder: Path, checkpoint: str) -> Read:
    """The same network as a token classifier under the pipeline of transformers: single precision, a sentence at a time."""
    import torch
    from transformers import PreTrainedTokenizerFast, pipeline

    torch.set_num_threads(len(os.sched_getaffinity(0)))
    marks = {"pad_token": "[PAD]", "unk_token": "[UNK]", "cls_token": "[CLS]", "sep_token": "[SEP]"}
    tokenizer = PreTrainedTokenizerFast(tokenizer_file=str(folder / "tokenizer.json"), **marks)
    made: Any = pipeline("token-classification", model=_classifier(checkpoint), tokenizer=tokenizer, device="cpu")
    return lambda sentences: [made(sentence) for sentence in sentences]


def _classifier(checkpoint: str) -> Any:
    from transformers import BertConfig, BertForTokenClassification

    from copydesk.reader.encoding import FORMS
    from copydesk.reader.labels import COLUMNS

    if checkpoint == "-":
        shape = {"hidden_size": 384, "num_hidden_layers": 6, "num_attention_heads": 12, "intermediate_size": 1536}
        return BertForTokenClassification(BertConfig(type_vocab_size=FORMS, num_labels=COLUMNS.width, **shape)).eval()
    from copydesk.training.reader.model import ReaderModel

    trained = ReaderModel.from_pretrained(checkpoint)
    trained.config.num_labels = COLUMNS.width
    made = BertForTokenClassification(trained.config)
    made.bert, made.classifier = trained.encoder, trained.answers
    return made.eval()


def measured(read: Read, documents: Sequence[Sequence[str]]) -> float:
    """Seconds to read all of it, the median of some rounds; a first one is not counted."""
    read(documents[0])
    took: list[float] = []
    while len(took) < _ROUNDS and sum(took) < _ROUNDS * _SECONDS:
        began = time.perf_counter()
        for sentences in documents:
            read(sentences)
        took.append(time.perf_counter() - began)
    return median(took)


def main() -> None:
    """Measure and print."""
    way, folder, checkpoint, file = sys.argv[1:]
    documents = json.loads(Path(file).read_text(encoding="utf-8"))
    read = ours(Path(folder)) if way == OURS else theirs(Path(folder), checkpoint)
    seconds = measured(read, documents)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * (1 if sys.platform == "darwin" else 1024)
    print(json.dumps({"seconds": seconds, "peak": peak}))


if __name__ == "__main__":
    main()
