"""Whether a list names the same holders of offices as public data sets that it was not made from."""

from __future__ import annotations

import re
from argparse import Namespace
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from common import data_files, interval, tsv, waited
from copydesk import EntityList
from copydesk.core.dates import When
from copydesk.core.entity import Entity, Fact, FormType, Kind, Relation
from copydesk.entities.candidates import candidates
from copydesk.names.forms import core_parts
from copydesk.scoring import Proportion, number, table
from national import Post, World
from tenure_rows import BODY, FILES, Tenure, read_tenures

FOLDER = "entities/eps_world"
AGREES, OTHER, STALE = "agrees", "another holder", "known only up to before"
ELSEWHERE, NOBODY, UNKNOWN = "nobody; person known", "nobody; person unknown", "country or office unknown"
OUTCOMES = (AGREES, OTHER, STALE, ELSEWHERE, NOBODY, UNKNOWN)
#: likeness from which a holder of the office asked for is the person named
SAME = 0.8
_SHOWN = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """A row and what the list says to it."""

    row: Tenure
    outcome: str
    says: str = ""


def files(options: Namespace) -> list[Path]:
    """The files that are read."""
    return [path for name in FILES for path in data_files(options.data, f"{FOLDER}/{name}")]


def compare(world: World, paths: Sequence[Path]) -> list[Compared]:
    """Ask the list about every row."""
    rows = list(read_tenures(paths))
    return [_compared(world, row) for row in waited(rows, len(rows), "comparing")]


def _compared(world: World, row: Tenure) -> Compared:
    entities, ids = world.entities, places(world, row.of)
    post = _post_of_body(entities, row.office) if row.group == BODY else row.post
    if post is None or not ids:
        return Compared(row=row, outcome=UNKNOWN, says="office" if post is None else "country or body")
    facts = list(world.facts_of(post, ids))
    meant = _meant(entities, row.person, {fact.subject for fact in facts})
    then = [fact for fact in facts if fact.period.when(row.day) in (When.INSIDE, When.UNSURE)]
    if any(fact.subject in meant for fact in then):
        return Compared(row=row, outcome=AGREES)
    if then and (row.post is not None or _single(entities, post)):
        return Compared(row=row, outcome=OTHER, says=_told(entities, then))
    own = [fact for fact in facts if fact.subject in meant]
    if any(fact.period.when(row.day) is When.STALE for fact in own):
        return Compared(row=row, outcome=STALE, says=_told(entities, own))
    held = [fact for ident in sorted(meant) for fact in entities.about(ident, Relation.HOLDS_OFFICE)]
    return Compared(row=row, outcome=ELSEWHERE if meant else NOBODY, says=_told(entities, own or held))


def _meant(entities: EntityList, text: str, holders: set[str]) -> set[str]:
    """The persons of this name, and those of the holders whose names are much like it or have the same parts and more."""
    found: set[str] = set()
    for name in dict.fromkeys((text, _bare(text))):
        found |= {entity.id for entity in entities.called(name) if entity.kind is Kind.PERSON}
        if not holders & found:
            hits = candidates(entities, name, kinds=(Kind.PERSON,))
            found |= {hit.entity.id for hit in hits if hit.score >= SAME and hit.entity.id in holders}
            found |= {ident for ident in holders if _longer(entities.by_id[ident], name)}
    return found


def _bare(name: str) -> str:
    """A name without a title and a country: ``Letsie III of Lesotho``, ``Salman, Crown Prince of Bahrain``."""
    return re.sub(r"^(Archbishop|King|Queen|Sheikh|Prince|Emperor) |(,| of ).*$", "", name)


def _longer(entity: Entity, name: str) -> bool:
    """Whether one name has all parts of the other, two or more."""
    parts = set(core_parts(name))
    others = [set(core_parts(text)) for text in (entity.name, *entity.written(FormType.ALIAS))]
    return any(min(len(parts), len(other)) > 1 and (parts <= other or other <= parts) for other in others)


def places(world: World, text: str) -> frozenset[str]:
    """The entities that a country or body may mean: those that stand for a country of that name, else all of that name."""
    others: set[str] = set()
    for name in _spellings(text):
        found = [named.entity for named in world.entities.named(name) if named.entity.kind is not Kind.PERSON]
        for entity in found:
            country = world.ids.get(entity.country or "", frozenset())
            if entity.id in country:
                return country
        others = others or {entity.id for entity in found}
    return frozenset(others)


def _spellings(text: str) -> Iterator[str]:
    """``Congo, Republic of the`` and ``North Korea (Democratic People's Republic of Korea)`` as a list may spell them."""
    yield text
    aside = re.fullmatch(r"(.+) \((.+)\)", text)
    if aside:
        yield from aside.groups()
    if ", " in text:
        head, tail = text.split(", ", 1)
        yield f"{tail} {head}"
        yield head
    yield re.sub(r"^(The|Kingdom of( the)?|Republic of|State of|People's Republic of) ", "", text)


def _post_of_body(entities: EntityList, title: str) -> Post | None:
    """The roles that a title of an international body means."""
    lower = f"{title.lower()} "
    roles = {role for role, office in entities.offices.items() if any(lower.startswith(f"{t.lower()} ") for t in office.titles)}
    if "president" in roles:
        roles |= {"speaker", "leader", "head"}
    return Post(name=title, roles=dict.fromkeys(sorted(roles))) if roles else None


def _single(entities: EntityList, post: Post) -> bool:
    return all(entities.offices[role].single for role in post.roles)


def _told(entities: EntityList, facts: Sequence[Fact]) -> str:
    """``Wang Yi, Foreign Minister (2013-03-16..2022-12-30; Ministry of Foreign Affairs)``."""
    shown = []
    for fact in facts[:_SHOWN]:
        entity, period = entities.get(fact.subject), fact.period
        start = period.start or (f"seen {period.seen}" if period.seen else "")
        end = period.end or (f"as of {period.as_of}" if period.as_of else "")
        name = entity.name if entity else fact.subject
        shown.append(f"{name}, {fact.title or fact.role} of {fact.object} ({start}..{end}; {fact.source})")
    return " | ".join(shown) + (" | …" if len(facts) > _SHOWN else "")


def agreement(compared: Sequence[Compared]) -> str:
    """The tables of the section."""
    groups = sorted({(item.row.file, item.row.group) for item in compared}, key=lambda at: (FILES.index(at[0]), at[1]))
    rows = [_row(file, group, [c for c in compared if (c.row.file, c.row.group) == (file, group)]) for file, group in groups]
    rows.append(_row("all", "", compared))
    parts = [
        "## Agreement with other data sets",
        "Each row names a person, an office, a country and a time; the list is asked for a day soon after the start (of rows"
        " that only give years, the middle of the first whole year). Agrees: that person holds the office in the list on that"
        f" day, by name or by a likeness of {SAME} to one of its holders. Known only up to before: the list has the tenure but"
        " does not know whether it lasted so long. The first share is of all rows, the second of those for which the list"
        " names anybody.",
        table(["file", "office", "rows", *OUTCOMES, "agrees", "95%", "… of named", "95%"], rows, left=2),
    ]
    return "\n\n".join(parts)


def _row(file: str, group: str, compared: Sequence[Compared]) -> list[str]:
    counts = Counter(item.outcome for item in compared)
    every = Proportion(hits=counts[AGREES], total=len(compared))
    named = Proportion(hits=counts[AGREES], total=counts[AGREES] + counts[OTHER])
    cells = [str(len(compared)), *(str(counts[outcome]) for outcome in OUTCOMES)]
    return [file, group, *cells, number(every.value), interval(every), number(named.value), interval(named)]


def disagreements(compared: Sequence[Compared]) -> str:
    """Every row that the list does not agree with, and what it says."""
    header = ("outcome", "file", "line", "office", "of", "person", "start", "end", "asked for", "the list says")
    lines = [
        (item.outcome, row.file, row.line, row.office, row.of, row.person, row.start, row.end, row.day, item.says)
        for item in sorted(compared, key=lambda item: OUTCOMES.index(item.outcome))
        if item.outcome != AGREES
        for row in (item.row,)
    ]
    return tsv([header, *lines])
