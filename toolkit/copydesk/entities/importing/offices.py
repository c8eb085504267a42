"""From the label of a position ("Prime Minister of Armenia") to a role of the list and the country or body it belongs to."""

from __future__ import annotations

import csv
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from copydesk.core.dates import Period
from copydesk.core.entity import Fact, Relation
from copydesk.entities.records import World
from copydesk.entities.schema import Place
from copydesk.errors import EntityListError

#: between a title and what it is held in
_HELD_IN = re.compile(r",? (?:of|for|in) (?:the )?|, | \((?:the )?")
_TO = re.compile(r"\b(?:to|at) (?:the )?")
_SMALL = frozenset("a an and at by for in of on or the to without".split())
#: names for the country itself
_ITSELF = re.compile(r" of the (?:republic|nation|state|country|federation|union)$", re.IGNORECASE)
#: roles of one sent by a country to another: the label must name the sender
_SENT = frozenset({"ambassador", "permanent_representative", "special_envoy"})
#: roles that a country as such does not have: what is meant is a part of it, or a body there
_NOT_OF_COUNTRIES = frozenset("head leader governor mayor secretary_general deputy_secretary_general".split())
#: roles that an organisation, a town or a region has
_OF_BODIES = frozenset(
    "head leader secretary_general deputy_secretary_general governor mayor spokesperson central_bank_governor".split()
)
#: titles too plain to tell the head of a region from that of a body
_PLAIN = frozenset({"head", "chief", "leader"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Post:
    """An office of one country or body: the role, the entity id, and the title as a newspaper prints it."""

    role: str
    object: str
    title: str

    def held(self, subject: str, period: Period, source: str) -> Fact:
        """The fact that somebody held it."""
        return Fact(
            subject=subject, relation=Relation.HOLDS_OFFICE, object=self.object, role=self.role, title=self.title,
            period=period, source=source,
        )  # fmt: skip


def post_of(label: str, world: World, country: str | None = None) -> Post | None:
    """The office that a label means; ``country`` is the entity id that the source gives with it.

    None where the role or its country is not known, where label and source differ, and where the label names a part of a
    country. A label that names nobody (``Minister of Defence``) belongs to the country given.
    """
    label = " ".join(label.split()).rstrip(")")
    if (reading := _read(label, world)) is not None:
        found = _post(label, *reading, world)
        if found is None or world.code(found.object) is None:
            return found
        return found if country in (None, found.object) else None
    title = _ITSELF.sub("", label)
    role = world.role(title)
    if country is None or role is None or role in _NOT_OF_COUNTRIES or role in _SENT or _names_a_part(title, world):
        return None
    return Post(role=role, object=country, title=title_case(label))


def _read(label: str, world: World) -> tuple[str, str] | None:
    """A label taken apart into title and entity id, the longest object first; None where it names no country or body."""
    for match in _HELD_IN.finditer(label):
        title, whole = label[: match.start()], label[match.end() :]
        sent = _TO.search(whole)
        name = whole[: sent.start()].strip() if sent else whole
        if of := world.country(name) or world.body(name):
            return (f"{title} {whole[sent.start() :]}" if sent else title), of
        if of := world.body(whole):
            return title, of
    words = label.split()
    for size in range(min(len(words) - 1, 4), 0, -1):
        if (of := world.country(" ".join(words[:size]))) and world.role(" ".join(words[size:])):
            return " ".join(words[size:]), of
    return None


def _post(label: str, title: str, of: str, world: World) -> Post | None:
    head = _TO.split(title)[0].strip()
    role = "mayor" if title.lower() == "mayor" else world.role(title) or world.role(head)
    if role is None or (head != title and role not in _SENT) or _names_a_part(title, world):
        return None
    if world.code(of) is not None:
        return None if role in _NOT_OF_COUNTRIES else Post(role=role, object=of, title=title_case(title))
    role = world.role(label) if role == "governor" else role
    role = "head" if role == "president" else role
    return None if role not in _OF_BODIES or title.lower() in _PLAIN else Post(role=role, object=of, title=title_case(title))


def _names_a_part(title: str, world: World) -> bool:
    """Whether a title says of what it is, and that is nothing known: ``Minister of Finance of Bavaria``."""
    for match in _HELD_IN.finditer(title):
        head, rest = title[: match.start()], title[match.end() :]
        if "(" in match[0] or (" " in head and match[0] != " for " and " and " not in rest and world.role(head)):
            return True
    return False


def title_case(title: str) -> str:
    """``minister of foreign affairs`` → ``Minister of Foreign Affairs``; capitals that are there stay."""
    words = title.split()
    return " ".join(word if n and word in _SMALL else word[:1].upper() + word[1:] for n, word in enumerate(words))


def read_posts(path: str) -> dict[str, Post]:
    """Offices that a user resolved: CSV with ``qid``, ``role``, ``object`` and, if wished, ``title``.

    Raises EntityListError with file, line and remedy.
    """
    try:
        text = Path(path).read_text(encoding="utf-8-sig")
    except OSError as error:
        reason = (error.strerror or "cannot be read").lower()
        raise EntityListError(reason, where=path, remedy="check the path and its permissions") from None
    except UnicodeDecodeError:
        raise EntityListError("not UTF-8", where=path, remedy="save the table as UTF-8") from None
    reader = csv.DictReader(text.splitlines())
    missing = {"qid", "role", "object"} - set(reader.fieldnames or ())
    if missing:
        raise EntityListError(f"no column {min(missing)!r}", where=path, line=1, remedy="name qid, role, object, title")
    try:
        return {row["qid"]: _own_post(row, Place(path=path, line=reader.line_num)) for row in reader}
    except csv.Error as error:
        raise EntityListError(f"broken CSV: {error}", where=path, line=reader.line_num, remedy="mend the quoting") from None


def _own_post(row: Mapping[str, str | None], at: Place) -> Post:
    qid, role, of = ((row.get(column) or "").strip() for column in ("qid", "role", "object"))
    if not (qid and role and of):
        raise at.error("an office without qid, role or object", "fill in all three")
    title = (row.get("title") or "").strip() or title_case(role.replace("_", " "))
    return Post(role=role, object=of, title=title)
