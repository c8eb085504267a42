"""Leaders of FactBench: true facts with their dates, and facts made wrong in seven ways, put to the desk as sentences.

Gerber et al., DeFacto: temporal and multilingual deep fact validation, 2015. A fact says that somebody led a country from one
date to another. The desk judges one day, so that it is asked at the first, the middle and the last day that surely lie inside.
It judges an office, which the file does not name; the true facts have the dates of prime ministers (Hafez al-Assad 1970 to
1971, Hosni Mubarak 1981 to 1982, Vladimir Putin 2008 to 2012), so that this is what the sentence says.
"""

from __future__ import annotations

import csv
import gzip
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from claim_offices import Offices
from claim_rows import ROLE, SHARE, shared, some
from common import waited
from copydesk import Desk, PartialDate, parse_document
from copydesk.core.claim import Verdict
from copydesk.core.dates import When
from copydesk.scoring import table

LEADER, OFFICE = "leader", "dbo:office"
ROLE_OF_LIST = "prime_minister"
SENTENCE = "The Prime Minister of {country}, {name}, gave a speech."
SUPPORTED, REFUTED, UNDECIDED = Verdict.SUPPORTED, Verdict.REFUTED, Verdict.NOT_ENOUGH_INFO
PLAIN, TRAP, INSIDE = "", "one-year trap", "inside the true term"
_NAMED = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Leader:
    """A row of the file."""

    id: str
    set: str
    name: str
    country: str
    start: PartialDate
    end: PartialDate
    true: bool

    @property
    def days(self) -> tuple[PartialDate, ...]:
        """The first, the middle and the last day that the fact surely covers; a fact within one year has only its year."""
        first, last = self.start.last, self.end.first
        if first > last:
            return (PartialDate(self.start.year),)
        middle = date.fromordinal((first.toordinal() + last.toordinal()) // 2)
        return tuple(dict.fromkeys(PartialDate.of(day) for day in (first, middle, last)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Put:
    """A fact and the desk's answer to it."""

    fact: Leader
    verdict: Verdict
    #: the list knows an undisputed prime minister of the country on each of the days
    covered: bool
    #: why its label says little about a list that judges days
    trap: str = PLAIN

    @property
    def decided(self) -> bool:
        """Whether it is supported or refuted."""
        return self.verdict in (SUPPORTED, REFUTED)

    @property
    def right(self) -> bool:
        """Whether the verdict is the label's."""
        return self.verdict is (SUPPORTED if self.fact.true else REFUTED)


def read_leaders(path: Path) -> tuple[list[Leader], Counter[str]]:
    """The rows that say who led what; and of the others of the relation (made wrong into something else) how many per set."""
    with gzip.open(path, "rt", encoding="utf-8", newline="") as stream:
        every = [row for row in csv.DictReader(stream, delimiter="\t", quoting=csv.QUOTE_NONE) if row["relation"] == LEADER]
    said = [row for row in every if row["predicate"] == OFFICE and row["object"]]
    left = Counter(row["set"] for row in every) - Counter(row["set"] for row in said)
    made = (
        Leader(
            id=row["id"], set=row["set"], name=row["subject"], country=row["object"], start=PartialDate.parse(row["from"]),
            end=PartialDate.parse(row["to"]), true=row["label"] == "true",
        )
        for row in said
    )  # fmt: skip
    return list(made), left


class Asking:
    """Puts facts to a desk."""

    def __init__(self, desk: Desk, offices: Offices) -> None:
        self._desk, self._offices = desk, offices
        self._known: dict[tuple[str, PartialDate], Verdict] = {}

    def put(self, fact: Leader, true: Leader | None) -> Put:
        """Supported if it is on every day, refuted if it is on one."""
        days = [self.on(fact, day) for day in fact.days]
        verdict = REFUTED if REFUTED in days else SUPPORTED if set(days) == {SUPPORTED} else UNDECIDED
        covered = all(self._has_holder(fact.country, day) for day in fact.days)
        return Put(fact=fact, verdict=verdict, covered=covered, trap=trap(fact, true))

    def on(self, fact: Leader, day: PartialDate) -> Verdict:
        """What the desk says of the one claim of the sentence; undecided also where it reads none, or several apart."""
        sentence = SENTENCE.format(country=fact.country, name=fact.name)
        if (sentence, day) not in self._known:
            claims = self._desk.claims(parse_document(sentence, date=day))
            found = {item.verdict for item in claims if item.claim.relation == ROLE}
            self._known[sentence, day] = found.pop() if len(found) == 1 and found <= {SUPPORTED, REFUTED} else UNDECIDED
        return self._known[sentence, day]

    def _has_holder(self, country: str, day: PartialDate) -> bool:
        offices = self._offices
        facts = (fact for ident in offices.bodies([country]) for fact in offices.entities.holders(ROLE_OF_LIST, ident))
        return any(not fact.disputed and fact.period.when(day) in (When.INSIDE, When.UNSURE) for fact in facts)


def trap(fact: Leader, true: Leader | None) -> str:
    """Wrong dates that days cannot tell from right ones: no day of them lies outside the true term by more than a year."""
    if true is None or "date" not in fact.set:
        return PLAIN
    if fact.start.year >= true.start.year and fact.end.year <= true.end.year:
        return INSIDE
    near = abs(fact.start.year - true.start.year) <= 1 and abs(fact.end.year - true.end.year) <= 1
    return TRAP if near else PLAIN


def factbench(path: Path, desk: Desk, offices: Offices, limit: int | None, seed: int) -> str:
    """The tables of the section."""
    every, left = read_leaders(path)
    true, facts = {fact.id: fact for fact in every if fact.true}, some(every, limit)
    asking = Asking(desk, offices)
    found = [asking.put(fact, true.get(fact.id)) for fact in waited(facts, len(facts), "leaders")]
    clean = [item for item in found if item.covered and not item.trap]
    groups = {
        "all asked": found,
        "covered by the list": [item for item in found if item.covered],
        "covered, without traps": clean,
    }
    lines = [line for name, here in groups.items() for line in _measures(name, here, seed)]
    parts = [
        "## Leaders of FactBench",
        f"{len(facts)} facts that somebody led a country from one date to another, true ones and wrong ones, each put as"
        f" “{SENTENCE.format(country='X', name='Y')}” at the first, the middle and the last day that surely lie within the"
        " dates (from the end of the first year to the start of the last where only years are given; both in one year: at"
        " the year, where nothing is refuted). The file does not say which office; the true facts are those of prime"
        " ministers by their dates (Vladimir Putin from 2008 to 2012). Refuted: on one of the days. Supported: on all."
        " Covered: on all the list has an undisputed prime minister of the country. Rows made wrong into what is no office"
        f" ({sum(left.values())}: “subsidiary”, a spouse, no object) are not asked. Intervals are drawn over true facts with"
        " all that was made of them.",
        table(["facts and measure", *SHARE], lines),
        "True facts that are refuted:",
        _refuted_true(found),
        "By the way in which a fact was made wrong; covered facts:",
        _by_set(found),
        "Traps: wrong dates inside the true term, which every day of it supports, and wrong dates one year off, which fall into"
        " the days around a handover. What the desk says of them:",
        _traps(found),
    ]
    return "\n\n".join(parts)


def _measures(name: str, found: Sequence[Put], seed: int) -> Iterator[list[str]]:
    for measure, chosen in (
        ("decided as labelled, of all", found),
        ("decided as labelled, of decided", [item for item in found if item.decided]),
        ("precision of refuted", [item for item in found if item.verdict is REFUTED]),
        ("precision of supported", [item for item in found if item.verdict is SUPPORTED]),
        ("recall of wrong", [item for item in found if not item.fact.true]),
        ("recall of true", [item for item in found if item.fact.true]),
    ):
        yield [f"{name}: {measure}", *_share(chosen, seed)]


def _share(found: Iterable[Put], seed: int) -> list[str]:
    return shared(((item.fact.id, item.right) for item in found), seed)


def _refuted_true(found: Sequence[Put]) -> str:
    wrong = [item.fact for item in found if item.fact.true and item.verdict is REFUTED]
    lines = [[fact.id, fact.name, fact.country, str(fact.start), str(fact.end)] for fact in wrong]
    return table(["fact", "leader", "country", "from", "to"], lines, left=5) if lines else "None."


def _by_set(found: Sequence[Put]) -> str:
    lines = []
    for name in sorted({item.fact.set for item in found}):
        every = [item for item in found if item.fact.set == name]
        here = [item for item in every if item.covered]
        verdicts = Counter(item.verdict for item in here)
        told = (verdicts[verdict] for verdict in (SUPPORTED, REFUTED, UNDECIDED))
        counts = (len(every), len(here), *told, sum(bool(item.trap) for item in here))
        lines.append([name, *map(str, counts)])
    return table(["set", "asked", "covered", "supported", "refuted", "undecided", "traps"], lines)


def _traps(found: Sequence[Put]) -> str:
    lines = []
    for kind in (INSIDE, TRAP):
        here = [item for item in found if item.trap == kind]
        verdicts = Counter(item.verdict for item in here)
        named = [f"{i.fact.name} {i.fact.start}–{i.fact.end}" for i in here if i.verdict is SUPPORTED][:_NAMED]
        counts = (len(here), *(verdicts[verdict] for verdict in (SUPPORTED, REFUTED, UNDECIDED)))
        lines.append([kind, *map(str, counts), "; ".join(named) or "none"])
    return table(["trap", "facts", "supported", "refuted", "undecided", f"supported ones, up to {_NAMED}"], lines)
