"""Lists of any size, of persons whose names are put together from real given and family names."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from random import Random

from copydesk.core.entity import Entity, FormType, Kind, NameForm
from recall import bench_entities

#: the share of entities that have an alias and a native form
SPELLED = 0.2
_CYRILLIC = str.maketrans("abcdefghijklmnopqrstuvwxyz", "абцдефгхижклмнопкрстувшхыз")


def synthetic(source: Path, size: int, seed: int) -> Iterator[Entity]:
    """So many persons of different names. The alias has a middle name more; the native form is Cyrillic letter by letter."""
    random = Random(seed)
    given, family = _parts(source)
    seen: set[tuple[str, str]] = set()
    while len(seen) < size:
        name = random.choice(given), random.choice(family)
        if name in seen:
            continue
        seen.add(name)
        text = " ".join(name)
        forms: tuple[NameForm, ...] = ()
        if random.random() < SPELLED:
            alias = f"{name[0]} {random.choice(given)} {name[1]}"
            native = text.lower().translate(_CYRILLIC).title()
            forms = (NameForm(text=alias, type=FormType.ALIAS), NameForm(text=native, type=FormType.NATIVE, lang="ru"))
        yield Entity(id=f"made:{len(seen)}", name=text, kind=Kind.PERSON, family=(name[1],), forms=forms, source="made")


def _parts(source: Path) -> tuple[Sequence[str], Sequence[str]]:
    """First and last parts of the persons' names, as often as they occur."""
    names = [entity.name.split() for entity in bench_entities(source) if entity.kind is Kind.PERSON]
    whole = [name for name in names if len(name) > 1]
    return [name[0] for name in whole], [name[-1] for name in whole]
