"""Train the reader: ``python -m copydesk.training.reader configs/reader.toml DATA_FOLDER OUT_FOLDER``.

Every epoch holds all rated translations, tagged names, and sentences by people spoilt anew. A run that was cut goes on from its
last checkpoint and goes through the same batches as it would have.
"""

from __future__ import annotations

import json
import random
import sys
from collections.abc import Callable, Iterator, Sequence
from importlib.util import find_spec
from itertools import islice
from pathlib import Path

import torch
from tokenizers import Tokenizer
from torch import Tensor, nn
from tqdm import tqdm

from copydesk.errors import ConfigError, InputError
from copydesk.reader.encoding import Encoder
from copydesk.reader.labels import COLUMNS
from copydesk.training.reader.batches import Batch, batched, tensors, windows
from copydesk.training.reader.curves import draw
from copydesk.training.reader.examples import Run, Unit
from copydesk.training.reader.finish import finish
from copydesk.training.reader.gather import Corpus, gather, made_runs
from copydesk.training.reader.loss import losses, total
from copydesk.training.reader.model import ReaderModel, started
from copydesk.training.reader.plan import Plan
from copydesk.training.reader.senses import senses_of, vocabulary_of

Say = Callable[[str], None]

_ORIGINS = 16
#: what a folder with an encoder holds besides its weights
_ENCODER = ("config.json", "tokenizer.json")
#: losses are shown as means over so many steps
_SHOWN = 25
#: what the answers begin with: errors are rare
_RARE = -1.5


class Training:
    """A training run in a folder of its own."""

    def __init__(self, plan: Plan, corpus: Corpus, encoder: Encoder, model: ReaderModel, folder: Path, say: Say) -> None:
        self.plan, self.corpus, self.encoder, self.folder, self.say = plan, corpus, encoder, folder, say
        self.device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
        network: nn.Module = model
        network.to(self.device)
        self.model = model
        #: what the raters of one set mark more or less than others; left out of what ships
        self.habits = nn.Parameter(torch.zeros(_ORIGINS, COLUMNS.width, device=self.device))
        vectors = model.encoder.embeddings.word_embeddings.weight
        self.senses = senses_of(vocabulary_of(encoder.vocabulary), vectors.detach().cpu())
        self.optimiser = self._optimiser()
        self.step = 0
        #: losses since they were noted last
        self.shown: list[dict[str, float]] = []
        self._resume()

    def _optimiser(self) -> torch.optim.Optimizer:
        body = [value for name, value in self.model.named_parameters() if not name.startswith("answers")]
        with torch.no_grad():
            self.model.answers.bias[[COLUMNS.any, COLUMNS.major]] = _RARE
        head = [*self.model.answers.parameters(), self.habits]
        groups = [{"params": body, "lr": self.plan.rate}, {"params": head, "lr": self.plan.head_rate, "weight_decay": 0.0}]
        return torch.optim.AdamW(groups, weight_decay=0.01, fused=True)

    def go(self) -> ReaderModel:
        """Train what is left of the run."""
        at, steps = 0, 0
        for epoch in range(self.plan.epochs):
            batches = self._epoch(epoch)
            if epoch == 0:
                steps = len(batches) * self.plan.epochs
                self.say(f"{len(batches):,} batches an epoch, {self.plan.epochs} epochs, on {self.device}")
            done = min(max(self.step - at, 0), len(batches))
            at += len(batches)
            self._go_through(batches[done:], f"epoch {epoch + 1}/{self.plan.epochs}", steps)
        self._keep()
        return self.model

    def _epoch(self, number: int) -> list[list[list[Unit]]]:
        """The batches of an epoch, the same in every run of the plan."""
        plan, rng = self.plan, random.Random(f"{self.plan.seed} {number}")
        count = round(plan.shares.made * sum(map(len, self.corpus.clean)))
        runs: list[Run] = [
            *_some(self.corpus.rated, plan.shares.rated, rng),
            *_some(self.corpus.names, plan.shares.names, rng),
            *made_runs(self.corpus.clean, self.encoder, self.senses, rng, count),
        ]
        return batched((window for run in runs for window in windows(run, plan.window, rng)), plan.window, plan.batch, rng)

    def _go_through(self, batches: list[list[list[Unit]]], name: str, steps: int) -> None:
        self.model.train()
        for batch in tqdm(batches, desc=name, unit="batch", disable=not sys.stderr.isatty()):
            made = tensors(batch, self.encoder, self.plan.window, self.plan.hidden, self.plan.seed + self.step).on(self.device)
            self._warm(self.step / steps)
            self.shown.append(self._learn(made))
            self.step += 1
            if self.step % _SHOWN == 0:
                self._note(name, steps)
            if self.step % self.plan.keep == 0:
                self._keep()

    def _warm(self, share: float) -> None:
        """A warm-up, then a straight line down."""
        factor = min(share / self.plan.warm, 1.0) * max(1.0 - share, 0.02)
        for group, rate in zip(self.optimiser.param_groups, (self.plan.rate, self.plan.head_rate), strict=True):
            group["lr"] = rate * max(factor, 0.001)

    def _learn(self, batch: Batch) -> dict[str, float]:
        found = self._losses(batch)
        self.optimiser.zero_grad()
        total(found, self.plan.weights).backward()
        nn.utils.clip_grad_norm_(self.model.parameters(), 1.0)
        self.optimiser.step()
        return {name: value.item() for name, value in found.items()}

    def _losses(self, batch: Batch) -> dict[str, Tensor]:
        with torch.autocast(self.device.type, dtype=torch.bfloat16):
            logits = self.model(batch.input_ids, batch.attention_mask, batch.token_type_ids)
        return losses(logits.float() + self.habits[batch.origins], batch)

    def _note(self, name: str, steps: int) -> None:
        means = {key: sum(part[key] for part in self.shown) / len(self.shown) for key in self.shown[0]}
        self.shown = []
        with (self.folder / "log.jsonl").open("a", encoding="utf-8") as log:
            log.write(json.dumps({"step": self.step, **{key: round(value, 5) for key, value in means.items()}}) + "\n")
        if not sys.stderr.isatty():
            self.say(f"{name} step {self.step}/{steps}: " + ", ".join(f"{key} {value:.3f}" for key, value in means.items()))

    def _keep(self) -> None:
        state = {"model": self.model.state_dict(), "habits": self.habits.data, "optimiser": self.optimiser.state_dict(),
                 "step": self.step, "shown": self.shown}  # fmt: skip
        part = self.folder / "checkpoint.part"
        torch.save(state, part)
        part.replace(self.folder / "checkpoint.pt")
        draw(self.folder / "log.jsonl", self.folder / "curves.png")

    def _resume(self) -> None:
        path = self.folder / "checkpoint.pt"
        if not path.is_file():
            return
        state = torch.load(path, map_location=self.device, weights_only=True)
        self.model.load_state_dict(state["model"])
        self.habits.data.copy_(state["habits"])
        self.optimiser.load_state_dict(state["optimiser"])
        self.step, self.shown = int(state["step"]), list(state.get("shown", ()))
        self._forget_later()
        self.say(f"going on after step {self.step}")

    def _forget_later(self) -> None:
        """Take from the log what was noted after the checkpoint: it comes again."""
        log = self.folder / "log.jsonl"
        if log.is_file():
            lines = log.read_text(encoding="utf-8").splitlines(keepends=True)
            whole = [line for line in lines if line.endswith("\n")]
            log.write_text("".join(line for line in whole if json.loads(line)["step"] <= self.step), encoding="utf-8")


def _some(runs: tuple[Run, ...], share: float, rng: random.Random) -> Iterator[Run]:
    """A share of the runs, drawn anew; a share above 1 goes through them more than once."""
    left = round(share * len(runs))
    while left > 0 and runs:
        chosen = rng.sample(runs, len(runs))
        yield from islice(chosen, left)
        left -= len(chosen)


def encoder_folder(name: str) -> Path:
    """The folder of the encoder's weights: a path, or a package and a folder inside it. Raises ConfigError."""
    package, _, inner = name.partition("/")
    found = find_spec(package) if package.isidentifier() else None
    inside = [Path(place) / inner for place in (found.submodule_search_locations or () if found else ())]
    for folder in (Path(name), *inside):
        if all((folder / part).is_file() for part in _ENCODER):
            return folder
    remedy = f"pip install 'copydesk[training]', or give a folder with {' and '.join(_ENCODER)}"
    raise ConfigError("no such encoder", where=name, remedy=remedy)


def train(config: Path, data: Path, folder: Path, say: Say = print) -> Path:
    """Gather, train, calibrate on the dev files, and give the folder of the finished model."""
    plan = Plan.read(config)
    folder.mkdir(parents=True, exist_ok=True)
    if not (data / "mqm").is_dir():
        raise InputError("no mqm/ in it", where=str(data), remedy="name the folder that holds mqm/ and ner/")
    plan.keep_in(folder / "plan.json")
    torch.manual_seed(plan.seed)
    start = encoder_folder(plan.encoder)
    encoder = Encoder(Tokenizer.from_file(str(start / "tokenizer.json")))
    corpus = gather(data, plan.files, encoder, folder / "cache")
    people = sum(map(len, corpus.clean))
    say(f"{len(corpus.rated):,} rated and {len(corpus.names):,} tagged documents, {people:,} sentences by people")
    model = Training(plan, corpus, encoder, started(start), folder, say).go()
    return finish(model, start / "tokenizer.json", data, plan, folder, say)


def finish_early(config: Path, data: Path, folder: Path, say: Say = print, others: Sequence[Path] = ()) -> Path:
    """Calibrate and export the last checkpoint of a run as it is, or the mean of its weights and those of ``others``.

    Runs from one start that saw the data in other orders or shares lie near each other, and their mean is better than each
    (Wortsman et al. 2022, "Model soups"). Raises InputError where a run has no checkpoint, or one of another network.
    """
    plan = Plan.read(config)
    states = [_weights(run / "checkpoint.pt") for run in (folder, *others)]
    plan.keep_in(folder / "plan.json")
    start = encoder_folder(plan.encoder)
    model = started(start)
    mean = {name: torch.stack([state[name].float() for state in states]).mean(dim=0) for name in states[0]}
    model.load_state_dict(mean)
    say(f"finishing what was learned in {len(states)} runs" if others else "finishing what was learned")
    return finish(model, start / "tokenizer.json", data, plan, folder, say)


def _weights(path: Path) -> dict[str, Tensor]:
    if not path.is_file():
        raise InputError("no checkpoint", where=str(path), remedy="train first")
    state = torch.load(path, map_location="cpu", weights_only=True)
    found: dict[str, Tensor] = state["model"]
    width = len(found["answers.bias"])
    if width != COLUMNS.width:
        raise InputError(f"gives {width} answers, not {COLUMNS.width}", where=str(path), remedy="train it again")
    return found
