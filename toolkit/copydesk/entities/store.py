"""One built list: a SQLite file that is mapped into memory and read row by row, or a small list held in memory alike."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from copydesk.core.dates import PartialDate, Period
from copydesk.core.entity import Entity, Fact, FormType, Kind, NameForm, Office, Relation
from copydesk.entities.likeness import grams
from copydesk.entities.packing import Numbers, unpack
from copydesk.entities.writing import KINDS, MASK, SHIFT, USES, fill
from copydesk.errors import EntityListError

DEFAULT = Path(__file__).resolve().parent.parent / "data" / "entities.sqlite"
#: bytes of a file that are mapped at most; more than any list needs, and only what is read takes memory
_MAPPED = 1 << 36
_FACT = 'SELECT subject, relation, object, role, title, start, "end", as_of, seen, disputed, source, note FROM fact'
_TYPES = {item.value: item for item in FormType}
_RELATIONS = {item.value: item for item in Relation}

_NONE: Numbers = np.zeros(0, dtype=np.uint32)


class Store:
    """Rows and index of one list. Entities are known by their number, 0 up in list order; `entity` reads one."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db
        self.signature = str(self._one("SELECT value FROM meta WHERE key = 'signature'")[0])
        self.kinds = self._array("entity_kinds")
        self._name_kinds = self._array("name_kinds")
        self._name_grams = self._array("name_grams")
        self.offices = tuple(
            Office(role=role, titles=tuple(titles.split("|")), single=bool(single), rank=rank)
            for role, titles, single, rank in db.execute("SELECT role, titles, single, rank FROM office ORDER BY rowid")
        )
        self.entity = lru_cache(maxsize=16384)(self._entity)
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
            return cls(db)
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

    def _entity(self, n: int) -> Entity:
        return _entity(self._db.execute("SELECT * FROM entity WHERE n = ?", (int(n),)).fetchone())

    def entities(self) -> Iterator[Entity]:
        """All entities in list order."""
        return map(_entity, self._db.execute("SELECT * FROM entity ORDER BY n"))

    def ids(self) -> Iterator[str]:
        """All ids in list order."""
        return (row[0] for row in self._db.execute("SELECT id FROM entity ORDER BY n"))

    def number(self, ident: str) -> int | None:
        """The number of an id."""
        row = self._db.execute("SELECT n FROM entity WHERE id = ?", (ident,)).fetchone()
        return None if row is None else row[0]

    def _owners(self, name: str) -> tuple[tuple[int, str], ...]:
        """Who has this folded name, and as what (a form type, or ``family``)."""
        row = self._db.execute("SELECT owners FROM name WHERE key = ?", (name,)).fetchone()
        if row is None:
            return ()
        return tuple((owner >> SHIFT, USES[owner & MASK]) for owner in unpack(row[0]).tolist())

    def having(self, part: str) -> Numbers:
        """The entities of which a form has this folded part."""
        row = self._db.execute("SELECT owners FROM part WHERE text = ?", (part,)).fetchone()
        return _NONE if row is None else unpack(row[0])

    def alike(self, text: str, size: int, kinds: Sequence[Kind] | None = None) -> list[tuple[str, Numbers]]:
        """The names that have most pairs of letters and sounds in common with a folded one, and their owners with uses."""
        wanted = grams(text)
        rows = self._db.execute(f"SELECT names FROM gram WHERE gram IN ({_marks(len(wanted))})", tuple(wanted))
        found = [unpack(data) for (data,) in rows]
        if not found:
            return []
        shared = np.bincount(np.concatenate(found), minlength=len(self._name_grams)).astype(np.float32)
        if kinds is not None:
            shared[(self._name_kinds & sum(1 << KINDS.index(kind) for kind in kinds)) == 0] = 0.0
        dice = shared / (self._name_grams + np.float32(len(wanted)))
        best = np.argpartition(-dice, size)[:size] if len(dice) > size else np.arange(len(dice))
        best = best[shared[best] > 0]
        marks = ", ".join(map(str, best.tolist()))
        return [
            (name, unpack(owners)) for name, owners in self._db.execute(f"SELECT key, owners FROM name WHERE n IN ({marks})")
        ]

    def facts(self) -> Iterator[Fact]:
        """All facts in list order."""
        return map(_fact, self._db.execute(f"{_FACT} ORDER BY n"))

    def count_facts(self) -> int:
        """How many facts there are."""
        return int(self._db.execute("SELECT count(*) FROM fact").fetchone()[0])

    def facts_where(self, **equal: str | None) -> list[Fact]:
        """The facts with these values in the columns ``subject``, ``object``, ``role`` or ``relation``, in list order."""
        terms = " AND ".join(f"{column} IS ?" if value is None else f"{column} = ?" for column, value in equal.items())
        return [_fact(row) for row in self._db.execute(f"{_FACT} WHERE {terms} ORDER BY n", list(equal.values()))]

    def titles(self) -> Iterator[tuple[str, Sequence[str]]]:
        """Plain titles of the facts, each with its roles."""
        return ((title, roles.split("|")) for title, roles in self._db.execute("SELECT title, roles FROM title"))


def _entity(row: tuple[object, ...]) -> Entity:
    _, ident, name, kind, country, family, gender, born, prominence, same_as, description, source, forms = row
    return Entity(
        id=str(ident), name=str(name), kind=Kind(kind), country=country, family=_split(family), gender=gender,  # type: ignore[arg-type]
        forms=tuple(NameForm(text=text, type=_TYPES[type_], lang=lang) for text, type_, lang in json.loads(str(forms or "[]"))),
        born=_date(born), prominence=prominence, same_as=_split(same_as), description=str(description), source=str(source),  # type: ignore[arg-type]
    )  # fmt: skip


def _marks(count: int) -> str:
    return ", ".join("?" * count)


def _split(cell: object) -> tuple[str, ...]:
    return tuple(str(cell).split("|")) if cell else ()


def _fact(row: tuple[object, ...]) -> Fact:
    subject, relation, object_, role, title, start, end, as_of, seen, disputed, source, note = row
    return Fact(
        subject=str(subject), relation=_RELATIONS[str(relation)], object=object_, role=role, title=title,  # type: ignore[arg-type]
        period=_period(start, end, as_of, seen), disputed=bool(disputed), source=str(source), note=str(note),
    )  # fmt: skip


@lru_cache(maxsize=8192)
def _date(text: object) -> PartialDate | None:
    return None if text is None else PartialDate.parse(str(text))


@lru_cache(maxsize=8192)
def _period(start: object, end: object, as_of: object, seen: object) -> Period:
    return Period(start=_date(start), end=_date(end), as_of=_date(as_of), seen=_date(seen))
