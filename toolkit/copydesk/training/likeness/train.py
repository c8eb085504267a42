"""Train the likeness network: ``python -m copydesk.training.likeness configs/likeness.toml DATA_FOLDER``.

Every epoch draws pairs by the shares of the configuration. Near neighbours that are attested names of their own, found anew
with the network of the epoch before, are the hard negatives. A run that was cut goes on from its last whole epoch.
"""

from __future__ import annotations

import json
import math
import random
import tomllib
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn

from copydesk.errors import ConfigError, InputError
from copydesk.names.spelling import letter_numbers, measures
from copydesk.training.likeness.finish import finish
from copydesk.training.likeness.model import LikenessConfig, LikenessModel
from copydesk.training.likeness.pairs import Corpus, corpus

Pair = tuple[str, str]
Say = Callable[[str], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """One run: sizes, seed, epochs, and how many pairs of each kind are gathered and drawn an epoch."""

    seed: int
    epochs: int
    batch: int
    rate: float
    #: hard negatives for each pair, and how near neighbours they are taken from
    negatives: int
    neighbours: int
    #: names whose neighbours are looked up anew every epoch
    mined: int
    gathered: dict[str, int]
    epoch: dict[str, int]
    network: dict[str, int]
    #: cells of the index, and how many names their centres are made from
    cells: int
    sample: int

    @classmethod
    def read(cls, path: Path) -> Plan:
        """The plan of a TOML file."""
        try:
            return cls(**tomllib.loads(path.read_text(encoding="utf-8")))
        except (OSError, tomllib.TOMLDecodeError, TypeError) as error:
            raise ConfigError(
                f"no plan of a training run: {error}", where=str(path), remedy="see configs/likeness.toml"
            ) from None


class Run:
    """A training run in a folder of its own."""

    def __init__(self, plan: Plan, data: Corpus, folder: Path, say: Say) -> None:
        self.plan, self.data, self.folder, self.say = plan, data, folder, say
        self.device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
        torch.manual_seed(plan.seed)
        self.model = LikenessModel(LikenessConfig(**plan.network))
        self.model.to(self.device)  # type: ignore[arg-type]  # the stubs of transformers hide the device
        self.optimiser = torch.optim.AdamW(self.model.parameters(), lr=plan.rate, weight_decay=1e-4)
        self.friends: dict[str, set[str]] = defaultdict(set)
        for pairs in data.pairs.values():
            for a, b in pairs:
                self.friends[a].add(b)
                self.friends[b].add(a)
        self.hard: dict[str, list[str]] = {}
        self.done = 0
        self._resume()

    def go(self) -> LikenessModel:
        """Train what is left of the epochs."""
        for epoch in range(self.done, self.plan.epochs):
            rng = random.Random(f"{self.plan.seed}-{epoch}")
            if epoch:
                self.hard = self._mine(rng)
            self._epoch(epoch, rng)
            self.done = epoch + 1
            self._keep()
        return self.model

    def _epoch(self, epoch: int, rng: random.Random) -> None:
        pairs = [pair for kind, count in self.plan.epoch.items() for pair in _some(self.data.pairs[kind], count, rng)]
        rng.shuffle(pairs)
        batches = len(pairs) // self.plan.batch
        losses: list[tuple[float, float]] = []
        self.model.train()
        for at in range(batches):
            self._warm((epoch * batches + at) / (self.plan.epochs * batches))
            losses.append(self._step(pairs[at * self.plan.batch : (at + 1) * self.plan.batch], rng))
            if at % 50 == 49 or at + 1 == batches:
                near, odds = np.mean(losses[-50:], axis=0)
                self.say(f"epoch {epoch + 1}/{self.plan.epochs} step {at + 1}/{batches}: nearness {near:.3f}, odds {odds:.3f}")

    def _warm(self, share: float) -> None:
        """A short warm-up, then a cosine down to a hundredth."""
        factor = min(share / 0.03, 1.0) * (0.505 + 0.495 * math.cos(math.pi * share))
        for group in self.optimiser.param_groups:
            group["lr"] = self.plan.rate * max(factor, 0.01)

    def _step(self, pairs: Sequence[Pair], rng: random.Random) -> tuple[float, float]:
        left, right = [a for a, _ in pairs], [b for _, b in pairs]
        foes = [foe for a, b in pairs for foe in self._foes(a, b, rng)]
        u, v, w = self._encoded(left), self._encoded(right), self._encoded(foes)
        near = self._nearness(left, right, u, v, w)
        odds = self._odds(left, right, foes, u, v, w, rng)
        self.optimiser.zero_grad()
        (near + odds).backward()
        nn.utils.clip_grad_norm_(self.model.parameters(), 1.0)
        self.optimiser.step()
        return near.item(), odds.item()

    def _foes(self, a: str, b: str, rng: random.Random) -> list[str]:
        """Attested names like these that are neither."""
        near = [name for name in self.hard.get(b, ()) if name not in self.friends[a] and name not in (a, b)]
        found = rng.sample(near, min(self.plan.negatives, len(near)))
        return found + [rng.choice(self.data.attested) for _ in range(self.plan.negatives - len(found))]

    def _encoded(self, parts: Sequence[str]) -> Tensor:
        encoded: Tensor = self.model.encode(torch.from_numpy(letter_numbers(parts)).to(self.device))
        return encoded

    def _nearness(self, left: Sequence[str], right: Sequence[str], u: Tensor, v: Tensor, w: Tensor) -> Tensor:
        """Each garble must find its name among all names of the batch and the hard negatives, and back."""
        scale = self.model.sharpness.exp()
        scores = torch.cat([u @ v.T, u @ w.T], dim=1) * scale
        back = (v @ u.T) * scale
        same = torch.tensor([[b in self.friends[a] for b in right] for a in left], device=self.device)
        same.fill_diagonal_(False)
        scores[:, : len(right)] = scores[:, : len(right)].masked_fill(same, -1e4)
        back = back.masked_fill(same.T, -1e4)
        goal = torch.arange(len(left), device=self.device)
        return (nn.functional.cross_entropy(scores, goal) + nn.functional.cross_entropy(back, goal)) / 2

    def _odds(
        self,
        left: Sequence[str],
        right: Sequence[str],
        foes: Sequence[str],
        u: Tensor,
        v: Tensor,
        w: Tensor,
        rng: random.Random,
    ) -> Tensor:
        """Garbles against pairs of names of their own: hard negatives, and other names of the batch."""
        times = self.plan.negatives
        shift = rng.randrange(1, len(left))
        others = [*right[shift:], *right[:shift]]
        repeated = [b for b in right for _ in range(times)]
        measured = measures([*left, *repeated, *left], [*right, *foes, *others])
        one = torch.cat([u, v.repeat_interleave(times, 0), u])
        two = torch.cat([v, w, v.roll(-shift, 0)])
        scores = self.model.log_odds(one, two, torch.from_numpy(measured).to(self.device))
        goal = torch.zeros_like(scores)
        goal[: len(left)] = 1.0
        weight = torch.ones_like(scores)
        weight[: len(left)] = 1.5
        return nn.functional.binary_cross_entropy_with_logits(scores, goal, weight)

    @torch.no_grad()
    def _mine(self, rng: random.Random) -> dict[str, list[str]]:
        """The nearest attested names of a sample of names."""
        self.model.eval()  # type: ignore[no-untyped-call]
        names = self.data.attested
        table = torch.cat([self._encoded(names[at : at + 4096]) for at in range(0, len(names), 4096)])
        asked = rng.sample(range(len(names)), min(self.plan.mined, len(names)))
        found = {}
        for at in range(0, len(asked), 512):
            block = asked[at : at + 512]
            best = (table[block] @ table.T).topk(self.plan.neighbours + 1).indices.tolist()
            for one, near in zip(block, best, strict=True):
                known = self.friends[names[one]]
                found[names[one]] = [names[other] for other in near if other != one and names[other] not in known]
        return found

    def _keep(self) -> None:
        state = {"model": self.model.state_dict(), "optimiser": self.optimiser.state_dict(), "done": self.done}
        part = self.folder / "checkpoint.part"
        torch.save(state, part)
        part.replace(self.folder / "checkpoint.pt")
        self.model.save_pretrained(self.folder / "model")

    def _resume(self) -> None:
        path = self.folder / "checkpoint.pt"
        if path.is_file():
            state = torch.load(path, map_location=self.device, weights_only=True)
            self.model.load_state_dict(state["model"])
            self.optimiser.load_state_dict(state["optimiser"])
            self.done = int(state["done"])
            self.say(f"going on after epoch {self.done}")


def _some(pairs: Sequence[Pair], count: int, rng: random.Random) -> Iterator[Pair]:
    """Pairs of one kind, each in a random direction; a kind with too few is gone through more than once."""
    while count > 0 and pairs:
        chosen = rng.sample(pairs, min(count, len(pairs)))
        yield from chosen
        count -= len(chosen)


def _keep_plan(plan: Plan, path: Path) -> None:
    """Write the plan beside its checkpoints. Raises ConfigError where they are of another plan."""
    text = json.dumps(asdict(plan), indent=1) + "\n"
    if path.is_file() and path.read_text(encoding="utf-8") != text:
        raise ConfigError("the checkpoints there are of another plan", where=str(path), remedy="choose another folder")
    path.write_text(text, encoding="utf-8")


def train(config: Path, data: Path, folder: Path, say: Say = print) -> Path:
    """Gather the pairs, train, and give the folder of the finished model."""
    plan = Plan.read(config)
    folder.mkdir(parents=True, exist_ok=True)
    if not (data / "names" / "transliteration").is_dir():
        raise InputError("no names/transliteration in it", where=str(data), remedy="name the folder that holds names/")
    _keep_plan(plan, folder / "plan.json")
    gathered = corpus(data / "names", plan.gathered, plan.seed, say)
    Run(plan, gathered, folder, say).go()
    digest = finish(
        folder / "model", gathered.attested, folder / "shipped", cells=plan.cells, sample=plan.sample, seed=plan.seed
    )
    say(f"model.safetensors: sha256 {digest}")
    return folder / "shipped"
