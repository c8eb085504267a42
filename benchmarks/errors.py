"""Error spans and bad segments in machine-translated news: the trained reader beside raters, baselines and published metrics.

Measured on wmt23.zh-en.news.test, which nothing was trained on, by documents. Without --model a classical baseline, fitted when
the script runs, stands in the reader's place.
"""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Callable, Iterable, Sequence
from functools import cached_property, partial
from pathlib import Path

import reader_answers
from common import REPOSITORY, data_files, give_up, keep, parser, rows_of
from copydesk import load_entities
from copydesk.mqm.rows import read_rows
from copydesk.mqm.segments import RatedSegment
from copydesk.scoring import signature
from error_agreement import agreement
from error_alarms import alarms, news_segments
from error_article import ARTICLE, article_section
from error_calibration import calibration_section
from error_names import RULES, Finder, Name, names_section, rules
from error_precision import span_precision
from error_segments import segments_with_errors
from error_systems import BASELINE, READER, STAND_IN, System, by_answers, others
from news import news_files
from reader_answers import Answer, Key
from reader_speed import speed
from word_baseline import WordBaseline

TEST, DEV = "mqm/wmt23.zh-en.news.test.jsonl.gz", "mqm/newstest2020.zh-en.dev.jsonl.gz"
TRAIN = "mqm/newstest202[01].zh-en.train.jsonl.gz"
NER, BENCH = "ner/eval/worldwide.dev.jsonl.gz", "names/bench/real_garbles.dev.jsonl.gz"
LIBRARIES = ("numpy", "sacrebleu", "scikit-learn", "scipy", "datasets", "onnxruntime", "tokenizers")
Said = dict[Key, Answer]


class Work:
    """What the sections share: files found before anything else is done, and answers that are made once."""

    def __init__(self, options: Namespace) -> None:
        self.options, self.seed, self.model = options, int(options.seed), options.model
        chosen = options.section
        self.test_file, self.dev_file = (data_files(options.data, name)[0] for name in (TEST, DEV))
        self.train_files = data_files(options.data, TRAIN)
        self.news_files = news_files(options.data, options.sets) if "alarms" in chosen else []
        self.name_files = [data_files(options.data, name)[0] for name in (NER, BENCH)] if "names" in chosen else []
        if self.model and not self.model.exists():
            give_up(f"no model {self.model}")

    @property
    def files(self) -> list[Path]:
        """All that is read: data, and the files of the model."""
        model = sorted(path for path in self.model.rglob("*") if path.is_file()) if self.model else []
        return [self.test_file, self.dev_file, *self.train_files, *self.news_files, *self.name_files, *model]

    @cached_property
    def test(self) -> list[RatedSegment]:
        """All rated segments, the human reference among the systems."""
        return list(read_rows(self.test_file))

    @cached_property
    def machine(self) -> list[RatedSegment]:
        """Those of systems."""
        return [segment for segment in self.test if not segment.human]

    @cached_property
    def dev(self) -> list[RatedSegment]:
        """Where thresholds are chosen: translations by systems."""
        return [segment for segment in read_rows(self.dev_file) if not segment.human]

    @cached_property
    def news(self) -> list[RatedSegment]:
        """News sets for false alarms."""
        return news_segments(self.options)

    @cached_property
    def baseline(self) -> WordBaseline:
        """Fitted to the training files."""
        return WordBaseline((segment for path in self.train_files for segment in read_rows(path)), self.seed)

    @cached_property
    def readers(self) -> dict[str, Callable[[Iterable[RatedSegment]], Said]]:
        """What answers as a reader does, the reader or its stand-in first."""
        if not self.model:
            return {STAND_IN: self.baseline.answers}
        return {READER: partial(reader_answers.answers, model=self.model), BASELINE: self.baseline.answers}

    @cached_property
    def on_test(self) -> dict[str, Said]:
        """Their answers to the test."""
        return {name: answer(self.test) for name, answer in self.readers.items()}

    @cached_property
    def systems(self) -> list[System]:
        """All that score segments, the reader first."""
        return [*(by_answers(name, said) for name, said in self.on_test.items()), *others(self.machine)]

    def span_precision(self) -> str:
        """Beside a rater."""
        return span_precision(self.test, self.systems, self.seed)

    def agreement(self) -> str:
        """With raters, at thresholds of dev."""
        pairs = [
            (by_answers(name, self.on_test[name]), by_answers(name, answer(self.dev))) for name, answer in self.readers.items()
        ]
        return agreement(self.test, self.dev, pairs, self.seed)

    def segments(self) -> str:
        """Beside published metrics."""
        return segments_with_errors(self.test, self.systems, self.seed)

    def alarms(self) -> str:
        """On human translations."""
        said = {name: (self.on_test[name], answer(self.news)) for name, answer in self.readers.items()}
        return alarms(self.test, self.news, said, self.seed)

    def names(self) -> str:
        """Beside the rules."""
        finders: dict[str, Finder] = {RULES: rules()}
        if self.model:
            finders = {READER: partial(_named, model=self.model), **finders}
        ner, bench = (rows_of(path) for path in self.name_files)
        return names_section(ner, bench, finders, self.seed)

    def calibration(self) -> str:
        """Of words and segments."""
        return calibration_section(self.test, self.on_test, keep=self.options.keep, seed=self.seed)

    def speed(self) -> str:
        """Beside plain transformers."""
        if not self.model:
            return "## Speed\n\nNo reader was given, so that there is no speed to measure."
        return speed(self.model, self.dev, self.options.single, self.options.checkpoint)

    def article(self) -> str:
        """By the reader."""
        return article_section(REPOSITORY / ARTICLE, next(iter(self.readers.values())))


def _named(texts: Sequence[str], model: Path) -> list[tuple[Name, ...]]:
    return [(*found,) for found in reader_answers.names(texts, model)]


SECTIONS: dict[str, Callable[[Work], str]] = {
    "spans": Work.span_precision,
    "agreement": Work.agreement,
    "segments": Work.segments,
    "alarms": Work.alarms,
    "names": Work.names,
    "calibration": Work.calibration,
    "article": Work.article,
    "speed": Work.speed,
}


def run(options: Namespace) -> str:
    """The chosen sections as one text."""
    work = Work(options)
    entities = load_entities().signature if "names" in options.section else None
    # signed before the run: files may change while it lasts
    signed = signature(entities=entities, data=work.files, seed=work.seed, libraries=LIBRARIES, repository=REPOSITORY)
    parts = [section(work) for name, section in SECTIONS.items() if name in options.section]
    reader = f"Reader: `{work.model.name}`." if work.model else f"No reader was given: a {BASELINE} stands in for it."
    return "\n\n".join(["# Errors in machine-translated news", reader, *parts, f"`{signed}`"])


def main(arguments: list[str] | None = None) -> int:
    """Run, print, keep."""
    made = parser(__doc__)
    made.add_argument("--section", action="append", choices=SECTIONS, help="run only this one; may be given several times")
    made.add_argument("--model", type=Path, metavar="PATH", help="folder of the trained reader; else a stand-in is measured")
    made.add_argument("--single", type=Path, metavar="FILE", help="speed: the reader's network in single precision (ONNX)")
    made.add_argument("--checkpoint", type=Path, metavar="FOLDER", help="speed: the reader's training checkpoint (torch)")
    made.add_argument("--sets", default="*", metavar="PATTERN", help="news sets by name, as newstest2021.*")
    made.add_argument("--segments", type=int, default=300, help="segments drawn of each news set, in whole groups")
    options = made.parse_args(arguments)
    if options.segments < 1:
        made.error("--segments takes a number from 1")
    options.section = options.section or list(SECTIONS)
    text = run(options)
    print(text)
    if options.keep:
        keep("errors.md", text)
    return 0


if __name__ == "__main__":
    sys.exit(main())
