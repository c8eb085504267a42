"""For which countries and years a list knows who led the state, the government and the foreign ministry."""

from __future__ import annotations

import re
from argparse import Namespace
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from common import data_files, interval, rows_of, waited
from copydesk import PartialDate
from copydesk.core.dates import When
from copydesk.core.entity import FormType
from copydesk.scoring import Proportion, number, table
from national import COUNTRIES, FOREIGN_MINISTER, FOUNDED, HEAD_OF_GOVERNMENT, HEAD_OF_STATE, Post, World

YEARS = range(2010, 2026)
#: countries whose foreign ministers are asked for, most named in news first
MOST_NAMED = 80
WORST = 25
MOST_SEVERAL = 40
#: shares of country-years that should be known
_LEADING, _FOREIGN = 0.95, 0.75
PATTERN = "mt_news/*.jsonl.gz"
#: forms of two letters that are no English words and no abbreviations of something else
_SHORT = frozenset(("US", "UK"))
_NAMING = (FormType.ALIAS, FormType.FORMER, FormType.ACRONYM, FormType.DEMONYM)
Known = Callable[[str, PartialDate], When | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Office:
    """An office to ask for, of which countries, and the share of country-years that should be known."""

    name: str
    codes: Sequence[str]
    target: float
    known: Known

    def years(self) -> dict[tuple[str, int], When | None]:
        """What the list knows of every country-year."""
        return {
            (code, year): self.known(code, day_of(year))
            for code in self.codes
            for year in YEARS
            if year >= FOUNDED.get(code, 0)
        }


def day_of(year: int) -> PartialDate:
    """The day on which a year is asked: 1 July; 1 June of the last one."""
    return PartialDate(year, 6 if year == YEARS[-1] else 7, 1)


def files(options: Namespace) -> list[Path]:
    """The news in which countries are counted."""
    return data_files(options.data, PATTERN)


def coverage(world: World, paths: Sequence[Path]) -> str:
    """The tables of the section."""
    named, segments = most_named(world, paths)
    offices = _offices(world, sorted(COUNTRIES), named)
    years = {office.name: office.years() for office in offices}
    total = len(COUNTRIES)
    parts = [
        "## Office holders by country and year",
        f"{total} countries (193 members of the United Nations, the Vatican, Palestine, Kosovo, Taiwan),"
        f" {total - len(world.ids)} of them not in the list; {YEARS[0]} to {YEARS[-1]}, each asked on 1 July (the last on 1"
        " June). Sure: a tenure holds on that day at the precision of its dates. With unsure: or may hold. Whether it is the"
        " right person is asked below.",
        _shares(offices, years),
        _by_year(offices, years),
        *(_worst(world, office, years[office.name]) for office in (offices[0], offices[1], offices[3])),
        *(_several(world, post) for post in (HEAD_OF_GOVERNMENT, FOREIGN_MINISTER)),
        f"Foreign ministers are asked for the {len(named)} countries that most of {segments:,} human references of the news"
        " sets name, each reference counted once a country: any English form or demonym of the country in the list, as it is"
        f" written (two letters only for {', '.join(sorted(_SHORT))}): {', '.join(named)}.",
    ]
    return "\n\n".join(parts)


def _offices(world: World, codes: Sequence[str], named: Sequence[str]) -> list[Office]:
    def state(code: str, day: PartialDate) -> When | None:
        return world.known(HEAD_OF_STATE, code, day)

    def minister(code: str, day: PartialDate) -> When | None:
        return world.known(FOREIGN_MINISTER, code, day)

    def government(code: str, day: PartialDate) -> When | None:
        return world.governs(code, day, anywhere=False)

    def leads(code: str, day: PartialDate) -> When | None:
        return world.governs(code, day, anywhere=True)

    return [
        Office(name="head of state", codes=codes, target=_LEADING, known=state),
        Office(name="head of government", codes=codes, target=_LEADING, known=government),
        Office(name="… or head of state, anywhere", codes=codes, target=_LEADING, known=leads),
        Office(name=f"foreign minister, {len(named)} countries", codes=named, target=_FOREIGN, known=minister),
        Office(name="… of all countries", codes=codes, target=_FOREIGN, known=minister),
    ]


def _shares(offices: Sequence[Office], years: dict[str, dict[tuple[str, int], When | None]]) -> str:
    rows = []
    for office in offices:
        found = Counter(years[office.name].values())
        sure = Proportion(hits=found[When.INSIDE], total=found.total())
        maybe = Proportion(hits=found[When.INSIDE] + found[When.UNSURE], total=found.total())
        verdict = "PASS" if (sure.value or 0.0) >= office.target else "FAIL"
        cells = [f"{sure.hits}/{sure.total}", number(sure.value), interval(sure), number(maybe.value), interval(maybe)]
        rows.append([office.name, *cells, f"{verdict} ({office.target})"])
    return table(["office", "sure", "share", "95% (Wilson)", "with unsure", "95% (Wilson)", "target"], rows)


def _by_year(offices: Sequence[Office], years: dict[str, dict[tuple[str, int], When | None]]) -> str:
    rows = []
    for year in YEARS:
        row = [str(year)]
        for office in offices:
            found = [when for (_, of), when in years[office.name].items() if of == year]
            row.append(number(sum(when is When.INSIDE for when in found) / len(found)))
        rows.append(row)
    return table(["sure, by year", *(office.name for office in offices)], rows)


def _worst(world: World, office: Office, years: dict[tuple[str, int], When | None]) -> str:
    missing: dict[str, list[tuple[int, bool]]] = defaultdict(list)
    for (code, year), when in years.items():
        if when is not When.INSIDE:
            missing[code].append((year, when is When.UNSURE))
    order = sorted(missing, key=lambda code: (-len(missing[code]), code))
    rows = [[f"{code} {_name(world, code)}", str(len(missing[code])), _spans(missing[code])] for code in order[:WORST]]
    head = f"{office.name}: {len(order)} countries with missing years, the worst"
    return table([head, "years", "missing (? unsure)"], rows, left=1)


def _several(world: World, post: Post) -> str:
    """Where more than one person at a time surely holds a post: rival governments, or a mistake."""
    years: dict[tuple[str, str], list[tuple[int, bool]]] = defaultdict(list)
    for code in sorted(COUNTRIES):
        for year in YEARS:
            persons = world.persons(post, code, day_of(year))
            if len(persons) > 1:
                years[code, ", ".join(sorted(persons))].append((year, False))
    rows = [[f"{code} {_name(world, code)}", _spans(found), persons] for (code, persons), found in years.items()]
    total = sum(map(len, years.values()))
    head = f"{post.name}: more than one at once in {total} country-years"
    return table([head, "years", "who"], rows[:MOST_SEVERAL] or [["none", "", ""]], left=3)


def _name(world: World, code: str) -> str:
    names = [entity.name for ident in sorted(world.ids.get(code, ())) if (entity := world.entities.get(ident))]
    return min(names, key=len, default="(not in the list)")


def _spans(years: Sequence[tuple[int, bool]]) -> str:
    """``2010–2012, 2019?``: years in a row together."""
    spans: list[list[int | bool]] = []
    for year, unsure in years:
        if spans and spans[-1][1] == year - 1 and spans[-1][2] == unsure:
            spans[-1][1] = year
        else:
            spans.append([year, year, unsure])
    return ", ".join(f"{first}{f'–{last}' if last != first else ''}{'?' if unsure else ''}" for first, last, unsure in spans)


def most_named(world: World, paths: Sequence[Path]) -> tuple[list[str], int]:
    """The codes of the countries named in most references, and how many references there are."""
    codes: dict[str, set[str]] = defaultdict(set)
    for code, ids in world.ids.items():
        for ident in ids:
            entity = world.entities.by_id[ident]
            for text in (entity.name, *entity.written(*_NAMING)):
                if text[:1].isupper() and (len(text) > 2 or text in _SHORT):
                    codes[text].add(code)
    naming = re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, sorted(codes, key=len, reverse=True))) + r")(?!\w)")
    references = {row["reference"] for path in waited(paths, len(paths), "reading news") for row in rows_of(path)}
    counts: Counter[str] = Counter()
    for text in references:
        counts.update({code for match in naming.finditer(text) for code in codes[match.group()]})
    return [code for code, _ in sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:MOST_NAMED]], len(references)
