"""What a list is made of: entities, forms and facts counted by kind, language, office and source."""

from __future__ import annotations

import sqlite3
from collections import Counter
from contextlib import closing
from pathlib import Path

from common import waited
from copydesk import EntityList
from copydesk.core.entity import FormType, Kind, Relation
from copydesk.scoring import number, table

#: rows of a table of sources or languages
MOST = 40
_MEGA = 1e6


def composition(entities: EntityList, path: Path) -> str:
    """The tables of the section."""
    kinds, extras, forms, languages, sources = _of_entities(entities)
    relations: Counter[str] = Counter()
    roles: Counter[str] = Counter()
    publishers: Counter[str] = Counter()
    for fact in entities.facts:
        relations[fact.relation.value] += 1
        publishers.update(_sources(fact.source))
        if fact.relation is Relation.HOLDS_OFFICE:
            roles[fact.role or "none"] += 1
    sums = {"entities": sum(kinds.values()), "forms besides the name": sum(forms.values()), "facts": sum(relations.values())}
    parts = [
        "## Size and composition",
        f"{', '.join(f'{n:,} {what}' for what, n in sums.items())}; a file of {number(path.stat().st_size / _MEGA, 1)} MB.",
        _counts("entities", kinds + extras),
        _counts("forms by type", forms),
        _counts("native forms by language", languages),
        _counts("facts by relation", relations),
        _counts("offices held by role", roles),
        "An entity or a fact of several sources counts for each.",
        _counts("entities by source", sources),
        _counts("facts by source", publishers),
        "### What the build read",
        _built(path),
    ]
    return "\n\n".join(parts)


def _of_entities(entities: EntityList) -> tuple[Counter[str], Counter[str], Counter[str], Counter[str], Counter[str]]:
    kinds, extras, forms, languages, sources = (Counter[str]() for _ in range(5))
    for entity in waited(entities.entities, len(entities), "counting"):
        kinds[entity.kind.value] += 1
        sources.update(_sources(entity.source))
        forms.update(form.type.value for form in entity.forms)
        languages.update(form.lang or "none" for form in entity.forms if form.type is FormType.NATIVE)
        extras["… with a native form"] += any(form.type is FormType.NATIVE for form in entity.forms)
        extras["… with a country"] += entity.country is not None
        extras["… persons with a family name"] += entity.kind is Kind.PERSON and bool(entity.family)
        extras["… persons with a date of birth"] += entity.born is not None
        extras["… with an id of another data set"] += bool(entity.same_as)
        extras["… with a prominence"] += entity.prominence is not None
    return kinds, extras, forms, languages, sources


def _sources(text: str) -> list[str]:
    return text.split("; ") if text else ["none"]


def _counts(of: str, counts: Counter[str]) -> str:
    rows = [[name, f"{n:,}"] for name, n in counts.most_common(MOST)]
    if len(counts) > MOST:
        rest = sum(n for _, n in counts.most_common()[MOST:])
        rows.append([f"{len(counts) - MOST} others", f"{rest:,}"])
    return table([of, "number"], rows)


def _built(path: Path) -> str:
    """The counts that the build wrote into the file."""
    with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as db:
        try:
            rows = db.execute("SELECT source, count, n FROM built ORDER BY rowid").fetchall()
        except sqlite3.OperationalError:
            rows = []
    if not rows:
        return "Not recorded in this list."
    return table(["source", "count", "number"], [[source, count, f"{n:,}"] for source, count, n in rows], left=2)
