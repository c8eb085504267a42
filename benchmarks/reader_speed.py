"""How fast the reader is beside the same network under plain transformers, its cold start, and what eight bits change."""

from __future__ import annotations

import json
import os
import platform
import subprocess
import sys
from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import Any

from common import REPOSITORY, interval
from copydesk.mqm.segments import RatedSegment
from copydesk.reader.answers import SentenceAnswer
from copydesk.reader.network import Network
from copydesk.reader.onnx import OnnxNetwork
from copydesk.reader.trained import TrainedReader
from copydesk.scoring import Proportion, number, table
from copydesk.text import words
from error_article import ARTICLE, article_segments
from reader_probe import OURS, THEIRS
from speed import memory, start

#: segments read for speed, and for the comparison of precisions
FAST, COMPARED = 200, 1000
#: starts of each command
RUNS = 5
#: times faster than the pipeline, seconds of a cold start, share of tokens with the same answer
TIMES, SECONDS, SAME = 4.0, 2.5, 0.99
_MEBI = 2**20
_NOTHING, _RULES, _CHECK = "python -c pass", "copydesk check --reader none", "copydesk check"
_COMMANDS = {
    _NOTHING: (sys.executable, "-c", "pass"),
    _RULES: (sys.executable, "-m", "copydesk.cli", "check", "--exit-zero", "--reader", "none", ARTICLE),
    _CHECK: (sys.executable, "-m", "copydesk.cli", "check", "--exit-zero", ARTICLE),
}


def speed(model: Path, dev: Sequence[RatedSegment], single: Path | None, checkpoint: Path | None) -> str:
    """The section. ``single`` is the network in single precision as ONNX, ``checkpoint`` the folder of it in torch."""
    machine = f"{len(os.sched_getaffinity(0))} cores, {platform.machine()}"
    parts = [
        "## Speed",
        f"Words per second when warm ({machine}), each in a process of its own: {OURS} reads a document at a time with ONNX"
        f" Runtime in eight bits, names and marks included; {THEIRS} runs the {'same' if checkpoint else 'equally shaped'}"
        ' network in single precision by `pipeline("token-classification")`, a sentence at a time, and returns its tags.',
        _throughput(model, dev, checkpoint),
        f"Cold starts on `{ARTICLE}` with the shipped list and reader, the median of {RUNS}:",
        _cold(),
    ]
    if checkpoint or single:
        parts.append(_agreement(model, dev[:COMPARED], _single_network(single, checkpoint)))
    return "\n\n".join(parts)


def _documents(segments: Sequence[RatedSegment]) -> list[list[str]]:
    ordered = sorted(segments, key=lambda segment: (segment.system, segment.doc, segment.seg))
    return [[one.target for one in group] for _, group in groupby(ordered, key=lambda one: (one.system, one.doc))]


def _throughput(model: Path, dev: Sequence[RatedSegment], checkpoint: Path | None) -> str:
    texts = {"newstest2020": _documents(dev[:FAST]), "seed article": _documents(article_segments(REPOSITORY / ARTICLE))}
    lines = []
    for name, documents in texts.items():
        size = sum(len(words(sentence)) for sentences in documents for sentence in sentences)
        ours, theirs = (_probe(way, model, checkpoint, documents) for way in (OURS, THEIRS))
        times = theirs["seconds"] / ours["seconds"]
        rates = [number(size / one["seconds"], 0) for one in (ours, theirs)]
        peaks = [number(one["peak"] / _MEBI, 0) for one in (ours, theirs)]
        verdict = f"{'PASS' if times >= TIMES else 'FAIL'} (≥ {TIMES:g})"
        lines.append([name, f"{size:,}", *rates, number(times, 1), verdict, *peaks])
    header = [
        "text",
        "words",
        f"{OURS}, words/s",
        f"{THEIRS}, words/s",
        "times",
        "target",
        f"{OURS}, peak MiB",
        f"{THEIRS}, peak MiB",
    ]
    return table(header, lines)


def _probe(way: str, model: Path, checkpoint: Path | None, documents: Sequence[Sequence[str]]) -> dict[str, Any]:
    with TemporaryDirectory() as folder:
        file = Path(folder) / "documents.json"
        file.write_text(json.dumps(documents), encoding="utf-8")
        given = [way, str(model), str(checkpoint or "-"), str(file)]
        command = [sys.executable, str(REPOSITORY / "benchmarks" / "reader_probe.py"), *given]
        python = os.pathsep.join([str(REPOSITORY / "toolkit"), *filter(None, [os.environ.get("PYTHONPATH")])])
        environment = os.environ | {"PYTHONPATH": python}
        done = subprocess.run(command, capture_output=True, text=True, check=True, env=environment)
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def _cold() -> str:
    rounds = [{name: start(command) for name, command in _COMMANDS.items()} for _ in range(RUNS + 1)][1:]
    lines = []
    for name, command in _COMMANDS.items():
        taken = [found[name] for found in rounds]
        seconds = median(item.seconds for item in taken)
        verdict = f"{'PASS' if seconds <= SECONDS else 'FAIL'} (≤ {SECONDS} s)" if name == _CHECK else ""
        peak = number(memory(command) / _MEBI, 0)
        lines.append([name, number(seconds), number(median(item.work for item in taken)), peak, verdict])
    return table(["command", "median s", "processor s", "peak MiB", "target"], lines)


def _single_network(single: Path | None, checkpoint: Path | None) -> Network:
    if single is not None:
        return OnnxNetwork(single)
    assert checkpoint is not None
    from copydesk.reader.torch_network import TorchNetwork

    return TorchNetwork(checkpoint)


def _agreement(model: Path, segments: Sequence[RatedSegment], single: Network) -> str:
    """On how many words both precisions say the same, of marks and of names."""
    weights = model / "model.onnx"
    readers = [TrainedReader(model, network, runtime="", weights=weights) for network in (OnnxNetwork(weights), single)]
    seed = readers[0].operating.seed
    counts = {"marked or not": [0, 0], "name tag": [0, 0], "both": [0, 0]}
    for sentences in _documents(segments):
        for pair in zip(*(reader.answers(sentences) for reader in readers), strict=True):
            for one, other in zip(*(_decisions(answer, seed) for answer in pair), strict=True):
                same = (one[0] is other[0], one[1] == other[1])
                for name, agreed in zip(counts, (*same, all(same)), strict=True):
                    counts[name][0] += agreed
                    counts[name][1] += 1
    shares = {name: Proportion(hits=hits, total=total) for name, (hits, total) in counts.items()}
    lines = [
        [
            name,
            f"{share.total:,}",
            number(share.value, 4),
            interval(share),
            f"{'PASS' if (share.value or 0) >= SAME else 'FAIL'}",
        ]
        for name, share in shares.items()
    ]
    head = f"Eight bits beside single precision, words of {len(segments):,} segments of newstest2020 (target ≥ {SAME:.0%}):"
    return f"{head}\n\n{table(['answer', 'words', 'same', '95% interval', 'target'], lines)}"


def _decisions(answer: SentenceAnswer, seed: float) -> Iterator[tuple[bool, str]]:
    """Of each word whether it would begin a mark, and which name it stands in."""
    for word, any_ in zip(answer.words, answer.any, strict=True):
        name = next((name for name in answer.names if name.span.overlaps(word)), None)
        begins = name is not None and name.span.start == word.start
        yield any_ >= seed, f"{name.kind}{begins}" if name else ""
