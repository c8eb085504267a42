"""Which sentence splitter: boundaries by exact offsets, and speed, of the libraries that are installed.

The gold standard is made from human references of news: those that are one sentence by a strict test (they end in a stop
and hold no other stop that could end a sentence) are joined, eight to a paragraph, so that the boundaries are known. What
the test cannot tell is left out: a sentence with "in the U.S. The" in it is no gold, so that the hardest stops are missing.
"""

from __future__ import annotations

import re
import sys
import time
from argparse import Namespace
from collections.abc import Callable, Iterator, Sequence
from functools import cache, partial
from importlib import import_module
from importlib.util import find_spec
from random import Random
from typing import Any

from common import REPOSITORY, interval, keep, parser, waited
from copydesk import parse_document
from copydesk.scoring import Counts, estimate, number, signature, table
from news import news_files, segments

SENTENCES = 8
_END = re.compile(r"[.!?…][\"'”’)\]]*$")
_START = re.compile(r"[\"'“‘(\[]*[A-Z0-9À-Þ]")
#: a stop that may end a sentence: a space follows, and then no small letter
_INNER = re.compile(r"\S*[.!?…][\"'”’)\]]*\s+(?=[^a-zß-ÿ\s])")
#: stops after which a name goes on: titles, and single initials
_NO_END = re.compile(r"[\"'“‘(\[]*(?:(?:Mr|Mrs|Ms|Dr|Prof|Gen|Lt|Col|Sen|Rep|Gov|Rev|St)|[A-Z])\.\s+")

Boundaries = Callable[[str], list[int]]


def one_sentence(text: str) -> bool:
    """Whether a text is surely exactly one sentence."""
    if not _START.match(text) or not _END.search(text) or "\n" in text:
        return False
    return all(_NO_END.fullmatch(match.group()) for match in _INNER.finditer(text))


def paragraphs(options: Namespace) -> list[tuple[str, ...]]:
    """Consecutive one-sentence references of each set, eight at a time; a seeded sample of all of them."""
    made: list[tuple[str, ...]] = []
    for path in news_files(options.data):
        kept = [text for row in segments(path) if one_sentence(text := row["reference"].strip())]
        made += [tuple(kept[at : at + SENTENCES]) for at in range(0, len(kept) - SENTENCES + 1, SENTENCES)]
    chosen = sorted(Random(options.seed).sample(range(len(made)), min(options.paragraphs, len(made))))
    return [made[at] for at in chosen]


def gold(sentences: Sequence[str]) -> set[int]:
    """Where the sentences of a paragraph end, but for the last."""
    ends, at = set(), 0
    for sentence in sentences[:-1]:
        ends.add(at + len(sentence))
        at += len(sentence) + 1
    return ends


def found(text: str, boundaries: Boundaries) -> set[int]:
    """Where a library ends sentences, without the white space after them, but for the end of the paragraph."""
    return {len(text[:end].rstrip()) for end in boundaries(text)} - {len(text.rstrip()), 0}


def _copydesk(text: str) -> list[int]:
    return [sentence.span.end for sentence in parse_document(text).sentences]


def _pattern(text: str) -> list[int]:
    return [match.start() for match in re.finditer(r"(?<=[.!?])\s+(?=[A-Z])", text)]


def _sentencex(library: Any, text: str) -> list[int]:
    return [piece["end_index"] for piece in library.get_sentence_boundaries("en", text)]


def _nupunkt(library: Any, text: str) -> list[int]:
    return [end for _, end in library.sent_spans(text)]


def _syntok(library: Any, text: str) -> list[int]:
    return [piece[-1].offset + len(piece[-1].value) for part in library.analyze(text) for piece in part]


@cache
def _segmenter(library: Any) -> Any:
    return library.Segmenter(language="en", clean=False, char_span=True)


def _pysbd(library: Any, text: str) -> list[int]:
    return [piece.end for piece in _segmenter(library).segment(text)]


LIBRARIES: dict[str, Callable[[Any, str], list[int]]] = {
    "nupunkt": _nupunkt, "sentencex": _sentencex, "syntok.segmenter": _syntok, "pysbd": _pysbd
}  # fmt: skip


def _installed(name: str) -> bool:
    return find_spec(name.partition(".")[0]) is not None


def splitters() -> Iterator[tuple[str, Boundaries]]:
    """What is compared: our own rules over nupunkt, each library that is installed, and a bare pattern."""
    yield "copydesk", _copydesk
    for name, ask in LIBRARIES.items():
        if _installed(name):
            yield name.partition(".")[0], partial(ask, import_module(name))
    yield "stop, space, capital", _pattern


def _row(name: str, boundaries: Boundaries, cases: Sequence[tuple[str, set[int]]], seed: int) -> list[str]:
    boundaries(cases[0][0])
    began = time.perf_counter()
    answers = [found(text, boundaries) for text, _ in waited(cases, len(cases), name)]
    took = time.perf_counter() - began
    counts = [
        Counts(tp=len(said & right), fp=len(said - right), fn=len(right - said))
        for said, (_, right) in zip(answers, cases, strict=True)
    ]
    whole = sum(counts, Counts())
    drawn = estimate([(one.tp, one.fp, one.fn) for one in counts], _f1, seed=seed)
    shares = [number(whole.precision, 4), number(whole.recall, 4), number(whole.f1, 4)]
    speed = sum(len(text) for text, _ in cases) / took / 1e6
    return [name, str(whole.tp), str(whole.fp), str(whole.fn), *shares, interval(drawn), number(speed, 2)]


def _f1(sums: tuple[float, ...]) -> float | None:
    tp, fp, fn = sums
    return 2 * tp / (2 * tp + fp + fn) if tp + fp + fn else None


def run(options: Namespace) -> str:
    """The comparison as one text."""
    texts = paragraphs(options)
    cases = [(" ".join(sentences), gold(sentences)) for sentences in texts]
    rows = [_row(name, boundaries, cases, options.seed) for name, boundaries in splitters()]
    signed = signature(
        data=news_files(options.data), seed=options.seed, libraries=("nupunkt", "sentencex", "syntok", "pysbd"),
        repository=REPOSITORY,
    )  # fmt: skip
    header = ["splitter", "right", "wrong", "missed", "precision", "recall", "F1", "F1 95% (by paragraph)", "M chars/s"]
    stops = sum(bool(_INNER.search(sentence)) for sentences in texts for sentence in sentences)
    intro = (
        f"{len(cases)} paragraphs of {SENTENCES} references, {sum(len(right) for _, right in cases)} boundaries; {stops} "
        "of the sentences hold a title or an initial with a stop before a capital."
    )
    absent = [name.partition(".")[0] for name in LIBRARIES if not _installed(name)]
    if absent:
        intro += f" Not installed, so left out: {', '.join(absent)}."
    return "\n\n".join(["# Sentence splitters", intro, table(header, rows), f"`{signed}`"])


def main(arguments: list[str] | None = None) -> int:
    """Run, print, keep."""
    made = parser(__doc__)
    made.add_argument("--paragraphs", type=int, default=500, help="paragraphs drawn")
    options = made.parse_args(arguments)
    if options.paragraphs < 1:
        made.error("--paragraphs takes a number from 1")
    text = run(options)
    print(text)
    if options.keep:
        keep("sentences.md", text)
    return 0


if __name__ == "__main__":
    sys.exit(main())
