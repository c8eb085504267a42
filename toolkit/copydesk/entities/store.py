"""One built list: a SQLite file that is mapped into memory and read row by row, or a small list held in memory alike."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from copydesk.core.dates import PartialDate, Period
from copydesk.core.entity import Entity, Fact, Kind, NameForm, Office, Relation
from copydesk.entities.name_texts import NameTexts
from copydesk.entities.packing import Numbers, unpacked
from copydesk.entities.parting import PartIndex
from copydesk.entities.wholes import WholeNames
from copydesk.entities.writing import FORMAT, KINDS, LETTERS, MASK, RELATIONS, SHIFT, USES, fill
from copydesk.errors import EntityListError
from copydesk.names.likeness import Floats

DEFAULT = Path(__file__).resolve().parent.parent / "data" / "entities.sqlite"
#: bytes of a file that are mapped at most: what is mapped and read counts as this process's memory, the rest is read in pages
_MAPPED = 1 << 26
#: names, their numbers, and a score of 0 to 1 for each
Found = tuple[list[str], Numbers, Floats]
_FACT = """
SELECT s.id, f.relation, o.id, f.role, f.title, f.start, f."end", f.as_of, f.seen, f.disputed, c.text, f.note
FROM fact f JOIN ident s ON s.n = f.subject LEFT JOIN ident o ON o.n = f.object JOIN source c ON c.n = f.source
"""
#: entities that are remembered
_KEPT = 16384
_ENTITY_PARTS = """
i.id, e.name, e.kind, e.country, e.family, e.gender, e.born, e.prominence, e.same_as, e.description, c.text, e.forms
FROM entity e JOIN ident i ON i.n = e.n JOIN source c ON c.n = e.source
"""
_ENTITY = f"SELECT {_ENTITY_PARTS}"
_TYPES = {letter: type_ for type_, letter in LETTERS.items()}
_ESCAPED = re.compile(r"\\(.)")


class Store:
    """Rows and index of one list. Entities are known by their number, 0 up in list order; `entity` reads one."""

    def __init__(self, db: sqlite3.Connection, where: str | None = None) -> None:
        self._db = db
        self._where = where
        if self._one("SELECT value FROM meta WHERE key = 'format'")[0] != FORMAT:
            raise ValueError("it is of another version")
        self.signature = str(self._one("SELECT value FROM meta WHERE key = 'signature'")[0])
        self.kinds = self._array("entity_kinds")
        self._name_kinds = self._array("name_kinds")
        self.texts = NameTexts(self._rows, len(self._name_kinds))
        self._wholes = WholeNames(self.texts)
        self._parts = PartIndex(self._rows, self._array("name_letters"))
        self.offices = tuple(
            Office(role=role, titles=tuple(titles.split("|")), single=bool(single), rank=rank)
            for role, titles, single, rank in db.execute("SELECT role, titles, single, rank FROM office ORDER BY rowid")
        )
        self._entities: dict[int, Entity] = {}
        self.lend = self._parts.lend
        self.owners = lru_cache(maxsize=65536)(self._owners)

    @classmethod
    def opened(cls, path: Path) -> Store:
        """Open a built file. Raises EntityListError where it is missing or no such list."""
        if not path.is_file():
            remedy = "install the package again or run make build"
            raise EntityListError("the built list is missing", where=str(path), remedy=remedy)
        try:
            db = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro&immutable=1", uri=True, check_same_thread=False)
            db.execute(f"PRAGMA mmap_size = {_MAPPED}")
            return cls(db, str(path))
        except (sqlite3.DatabaseError, TypeError, ValueError) as error:
            raise EntityListError(f"not a built list: {error}", where=str(path), remedy="build it again") from None

    @classmethod
    def held(cls, entities: Iterable[Entity], facts: Iterable[Fact], offices: Iterable[Office], *, signature: str) -> Store:
        """A list held in memory, for lists that were just read."""
        db = sqlite3.connect(":memory:", check_same_thread=False)
        fill(db, entities, facts, offices, signature=signature)
        return cls(db)

    def __len__(self) -> int:
        return len(self.kinds)

    def _ask(self, query: str, values: Sequence[object] = ()) -> Iterator[tuple[Any, ...]]:
        """The rows of a query. Raises EntityListError for a file that is damaged further on."""
        try:
            yield from self._db.execute(query, values)
        except sqlite3.DatabaseError as error:
            raise self._damaged(error) from None

    def _rows(self, query: str) -> list[tuple[Any, ...]]:
        """All rows of a query that has few: many times faster than one by one."""
        try:
            return self._db.execute(query).fetchall()
        except sqlite3.DatabaseError as error:
            raise self._damaged(error) from None

    def _damaged(self, error: Exception) -> EntityListError:
        return EntityListError(f"the list is damaged: {error}", where=self._where, remedy="build or fetch it again")

    def _one(self, query: str, *values: object) -> tuple[object, ...]:
        row = self._db.execute(query, values).fetchone()
        if row is None:
            raise ValueError("it lacks a part")
        return tuple(row)

    def _array(self, name: str) -> NDArray[np.uint8]:
        data = self._one("SELECT data FROM array WHERE name = ?", name)[0]
        if not isinstance(data, bytes):
            raise ValueError("it lacks a part")
        return np.frombuffer(data, dtype=np.uint8)

    def entity(self, n: int) -> Entity:
        """The entity of a number, remembered."""
        found = self._entities.get(n)
        return self.load([n])[0] if found is None else found

    def load(self, numbers: Sequence[int]) -> list[Entity]:
        """The entities of several numbers, read at once where they are not known yet."""
        new = [n for n in numbers if n not in self._entities]
        if new:
            if len(self._entities) > _KEPT:
                self._entities.clear()
                new = list(numbers)
            marks = ", ".join(str(int(n)) for n in new)
            for n, *row in self._ask(f"SELECT e.n, {_ENTITY_PARTS} WHERE e.n IN ({marks})"):
                self._entities[n] = _entity(tuple(row))
        return [self._entities[n] for n in numbers]

    def entities(self) -> Iterator[Entity]:
        """All entities in list order."""
        return map(_entity, self._ask(f"{_ENTITY} ORDER BY e.n"))

    def ids(self) -> Iterator[str]:
        """All ids in list order."""
        return (row[0] for row in self._ask("SELECT id FROM ident WHERE n < ? ORDER BY n", (len(self),)))

    def idents(self) -> Iterator[str]:
        """All ids that the list has or speaks of."""
        return (row[0] for row in self._ask("SELECT id FROM ident ORDER BY n"))

    def mentions(self, ident: str) -> bool:
        """Whether the list has an id or speaks of it."""
        return next(self._ask("SELECT 1 FROM ident WHERE id = ?", (ident,)), None) is not None

    def heads(self) -> Iterator[tuple[str, str, Kind, str | None]]:
        """Id, name, kind and country of all entities in list order, without the rest."""
        rows = self._ask("SELECT i.id, e.name, e.kind, e.country FROM entity e JOIN ident i ON i.n = e.n ORDER BY e.n")
        return ((ident, name, KINDS[kind], country) for ident, name, kind, country in rows)

    def number(self, ident: str) -> int | None:
        """The number of an id."""
        row = next(self._ask("SELECT n FROM ident WHERE id = ?", (ident,)), None)
        return None if row is None or row[0] >= len(self) else row[0]

    def _owners(self, name: str) -> tuple[tuple[int, str], ...]:
        """Who has this folded name, and as what (a form type, or ``family``)."""
        row = next(self._ask("SELECT owners FROM name WHERE key = ?", (name,)), None)
        if row is None:
            return ()
        return tuple((owner >> SHIFT, USES[owner & MASK]) for owner in unpacked(row[0]))

    def alike(self, text: str, size: int, kinds: Sequence[Kind] | None = None) -> Found:
        """The names whose parts are most like those of a folded one, best first, each with a score of 0 to 1."""
        numbers, scores = self._parts.names(text, size, None if kinds is None else self._of(kinds))
        return self.texts.of(numbers), numbers, scores

    def whole(self, text: str, size: int, kinds: Sequence[Kind] | None = None) -> Found:
        """The names that share most pairs of letters with a folded one, in no order; nothing is known of their parts."""
        numbers = self._wholes.names(text, size, self._of(KINDS if kinds is None else kinds))
        return self.texts.of(numbers), numbers, np.zeros(len(numbers), dtype=np.float32)

    def _of(self, kinds: Sequence[Kind]) -> NDArray[np.bool_]:
        """Which names are found by likeness for entities of these kinds."""
        return np.asarray(self._name_kinds & np.uint8(sum(1 << KINDS.index(kind) for kind in kinds)), dtype=np.bool_)

    def owned(self, numbers: Sequence[int]) -> list[list[int]]:
        """For each of these numbers of names its owners: ``number of the entity << SHIFT | use``."""
        rows = dict(self._rows(f"SELECT n, owners FROM name WHERE n IN ({', '.join(map(str, numbers))})"))
        return [unpacked(rows[n]) for n in numbers]

    def facts(self) -> Iterator[Fact]:
        """All facts in list order."""
        return map(_fact, self._ask(f"{_FACT} ORDER BY f.n"))

    def count_facts(self) -> int:
        """How many facts there are."""
        return int(next(self._ask("SELECT count(*) FROM fact"))[0])

    def facts_where(
        self, *, subject: str | None = None, of: str | None = None, role: str | None = None, relation: Relation | None = None
    ) -> list[Fact]:
        """The facts with these subject, object, role and relation as far as they are given, in list order."""
        terms, values = [], []
        for column, ident in (("subject", subject), ("object", of)):
            if ident is not None:
                terms.append(f"f.{column} = (SELECT n FROM ident WHERE id = ?)")
                values.append(ident)
        if role is not None:
            terms.append("f.role = ?")
            values.append(role)
        if relation is not None:
            terms.append(f"f.relation = {RELATIONS.index(relation)}")
        return [_fact(row) for row in self._ask(f"{_FACT} WHERE {' AND '.join(terms)} ORDER BY f.n", values)]

    def titles(self) -> Iterator[tuple[str, Sequence[str]]]:
        """Plain titles of the facts, each with its roles."""
        return ((title, roles.split("|")) for title, roles in self._ask("SELECT title, roles FROM title"))


def _entity(row: tuple[Any, ...]) -> Entity:
    ident, name, kind, country, family, gender, born, prominence, same_as, description, source, forms = row
    return Entity(
        id=ident, name=name, kind=KINDS[kind], country=country, family=_split(family), gender=gender,
        forms=tuple(map(_form, forms.split("\n"))) if forms else (), born=_date(born), prominence=prominence,
        same_as=_split(same_as), description=description, source=source,
    )  # fmt: skip


def _form(line: str) -> NameForm:
    head, _, text = line.partition(" ")
    if "\\" in text:
        text = _ESCAPED.sub(lambda match: "\n" if match.group(1) == "n" else match.group(1), text)
    return NameForm(text=text, type=_TYPES[head[0]], lang=head[1:] or None)


def _marks(count: int) -> str:
    return ", ".join("?" * count)


def _split(cell: str) -> tuple[str, ...]:
    return tuple(cell.split("|")) if cell else ()


def _fact(row: tuple[Any, ...]) -> Fact:
    subject, relation, of, role, title, start, end, as_of, seen, disputed, source, note = row
    return Fact(
        subject=subject, relation=RELATIONS[relation], object=of, role=role, title=title,
        period=_period(start, end, as_of, seen), disputed=bool(disputed), source=source, note=note or "",
    )  # fmt: skip


@lru_cache(maxsize=8192)
def _date(text: str | None) -> PartialDate | None:
    return None if text is None else PartialDate.parse(text)


@lru_cache(maxsize=8192)
def _period(start: str | None, end: str | None, as_of: str | None, seen: str | None) -> Period:
    return Period(start=_date(start), end=_date(end), as_of=_date(as_of), seen=_date(seen))
