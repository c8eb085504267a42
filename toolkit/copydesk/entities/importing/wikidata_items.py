"""One item of Wikidata: what is kept of it while others are read, and the record it becomes."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import cast

from copydesk.core.dates import PartialDate, Period
from copydesk.core.entity import Entity, Fact, FormType, Kind, NameForm
from copydesk.entities.importing.claims import Json, Statement, best, date_of, items, label, qid_of, statements, table, texts
from copydesk.entities.importing.dating import agreed, stamped, tenure
from copydesk.entities.importing.intake import Intake
from copydesk.entities.importing.naming import family_of, is_latin, other_form, tidy, without_note
from copydesk.entities.importing.offices import Post
from copydesk.entities.records import Record
from copydesk.entities.schema import Place
from copydesk.entities.sources.scripts_of import distinct

SOURCE = "Wikidata (CC0)"
HUMAN = "Q5"
#: instance of (P31): what kind of thing a class is, in a few words
CLASSES = {
    "Q6256": (Kind.PLACE, "country"), "Q3624078": (Kind.PLACE, "country"), "Q515": (Kind.PLACE, "city"),
    "Q1549591": (Kind.PLACE, "city"), "Q7278": (Kind.ORGANIZATION, "political party"),
    "Q43229": (Kind.ORGANIZATION, "organisation"), "Q484652": (Kind.ORGANIZATION, "international organisation"),
    "Q245065": (Kind.ORGANIZATION, "international organisation"), "Q192283": (Kind.ORGANIZATION, "news agency"),
    "Q17149090": (Kind.ORGANIZATION, "armed organisation"), "Q327333": (Kind.ORGANIZATION, "government agency"),
    "Q192350": (Kind.ORGANIZATION, "ministry"), "Q11032": (Kind.ORGANIZATION, "newspaper"),
}  # fmt: skip
#: labels that are English, the usual first; ``mul`` is for names that are the same in all languages
ENGLISH = ("en", "mul", "en-gb", "en-ca", "en-us")
_LANGUAGES = (
    "zh", "zh-hans", "zh-hant", "zh-cn", "zh-tw", "ja", "ko", "ar", "fa", "ru", "uk", "hy", "ka", "he", "el", "tr", "az", "kk",
)  # fmt: skip
#: position held, citizenship, sex or gender, born, died, family name, instance of, country; and identifiers elsewhere
_KEPT = ("P39", "P27", "P21", "P569", "P570", "P734", "P31", "P17", "P1566", "P1157")
_GENDERS = {"Q6581097": "m", "Q6581072": "f", "Q2449503": "m", "Q1052281": "f"}
_IDENTIFIERS = {"P1566": ("geonames", re.compile(r"\d+")), "P1157": ("bioguide", re.compile(r"[A-Z]\d{6}"))}
_ACRONYM = re.compile(r"[A-Z]{2,8}", re.ASCII)
#: characters of a description that are kept
_DESCRIPTION = 160


@dataclass(slots=True)
class Sought:
    """Items that others point at: countries with their entity ids, offices, and family names."""

    countries: dict[str, str] = field(default_factory=dict)
    offices: dict[str, Post | None] = field(default_factory=dict)
    families: dict[str, str | None] = field(default_factory=dict)

    def needs(self, qid: str) -> bool:
        """Whether an item is pointed at and not known yet."""
        return (qid in self.offices and self.offices[qid] is None) or (qid in self.families and self.families[qid] is None)

    def note(self, item: Json, offices: Mapping[str, Post]) -> None:
        """Take in what a person points at."""
        for statement in statements(item, "P39"):
            if (qid := qid_of(statement.value)) is not None:
                self.offices.setdefault(qid, offices.get(qid))
        for qid in items(item, "P734"):
            self.families.setdefault(qid, None)

    def country(self, qids: Iterable[str]) -> str | None:
        """The entity id of the only country named."""
        found = {self.countries.get(qid) for qid in qids}
        return found.pop() if len(found) == 1 else None


def kind_of(item: Json) -> Kind | None:
    """What kind of thing an item is, by its classes; None for classes that are not known for sure."""
    classes = items(item, "P31")
    if HUMAN in classes:
        return Kind.PERSON
    return next((CLASSES[qid][0] for qid in classes if qid in CLASSES), None)


def packed(item: Json) -> str:
    """What is needed of an item, as JSON: references and most languages and properties are left out."""
    claims, labels = table(item.get("claims")), table(item.get("labels"))
    kept = {
        "id": item.get("id"),
        "modified": item.get("modified"),
        "labels": {lang: labels[lang] for lang in (*ENGLISH, *_LANGUAGES) if lang in labels},
        "aliases": {"en": table(item.get("aliases")).get("en")},
        "descriptions": {"en": table(item.get("descriptions")).get("en")},
        "claims": {name: [_bare(row) for row in _rows(claims[name])] for name in _KEPT if name in claims},
    }
    return json.dumps(kept)


def record_of(data: str, at: Place, sought: Sought, intake: Intake) -> Record | None:
    """The record of a packed item; None, counted, for one without an English label."""
    item = cast(Json, json.loads(data))
    kind = kind_of(item)
    name = without_note(tidy(label(item, *ENGLISH) or "", at, intake) or "")
    if kind is None or not is_latin(name):
        intake.tally.refuse("no English label", at, str(item.get("id")))
        return None
    country = sought.country(items(item, "P27" if kind is Kind.PERSON else "P17"))
    code = None if country is None else intake.world.code(country)
    families = [text for qid in items(item, "P734") if (text := sought.families.get(qid)) is not None]
    genders = {_GENDERS.get(qid) for qid in items(item, "P21")}
    entity = Entity(
        id=f"wikidata:{item['id']}",
        name=name,
        kind=kind,
        country=code,
        family=family_of(name, families, code) if kind is Kind.PERSON else (),
        gender=genders.pop() if len(genders) == 1 else None,
        forms=distinct(name, _forms(item, name, kind, code, at, intake)),
        description=_description(item, kind),
        source=SOURCE,
        born=_born(item, at, intake) if kind is Kind.PERSON else None,
        same_as=tuple(_same_as(item)),
    )
    facts = tuple(dict.fromkeys(_facts(item, entity.id, at, sought, intake))) if kind is Kind.PERSON else ()
    return Record(entity=entity, facts=facts, at=at)


def _forms(item: Json, name: str, kind: Kind, country: str | None, at: Place, intake: Intake) -> Iterator[NameForm]:
    for row in _rows(table(item.get("aliases")).get("en")):
        text = without_note(tidy(str(row.get("value") or ""), at, intake) or "")
        if kind is Kind.PERSON and " " in name and " " not in text:
            continue  # a nickname, or the family name: it tells nobody apart
        short = kind is Kind.ORGANIZATION and _ACRONYM.fullmatch(text)
        form = other_form(text, country, FormType.ACRONYM if short else FormType.ALIAS)
        if form is not None and not (kind is Kind.PLACE and _ACRONYM.fullmatch(text)):
            yield form
    for language in _LANGUAGES:
        text = without_note(tidy(label(item, language) or "", at, intake) or "")
        last, comma, first = text.partition(", ")  # as Russian labels have it
        text = f"{first} {last}" if kind is Kind.PERSON and comma else text
        form = other_form(text, country, FormType.FOREIGN)
        if form is not None:
            yield NameForm(text=text, type=form.type, lang=language[:2])


def _facts(item: Json, subject: str, at: Place, sought: Sought, intake: Intake) -> Iterator[Fact]:
    held = list(statements(item, "P39"))
    settled = any(statement.preferred for statement in held)
    dead = any(True for _ in statements(item, "P570"))
    for statement in held:
        qid = qid_of(statement.value)
        post = sought.offices.get(qid or "")
        if qid is None or statement.says("P5102"):  # acting, alleged, disputed …
            intake.tally.refuse("no value, or with a reservation", at, subject)
        elif post is None:
            intake.tally.refuse("no known role", at, f"{subject} {qid}")
        elif (period := _period(statement, item, settled, dead, at, intake)) is not None:
            yield post.held(subject, period, SOURCE)


def _period(statement: Statement, item: Json, settled: bool, dead: bool, at: Place, intake: Intake) -> Period | None:
    """When the office was held. An end that nobody wrote down is not taken for an office held still."""
    if statement.says("P582") or statement.says("P1366") or dead:
        over: bool | None = True
    elif statement.preferred or statement.denies("P582"):
        over = False
    else:
        over = True if settled else None  # the one held now is preferred
    try:
        start, end, day = (statement.date(name) for name in ("P580", "P582", "P585"))
        if start is None and end is None and day is not None:
            return Period(seen=day, as_of=day)
        period = tenure(start, end, over=over, as_of=intake.as_of or _modified(item))
    except ValueError as error:
        intake.broken("impossible dates", at, "mend the date", f"{item['id']}: {error}")
        return None
    if period is None:
        intake.tally.refuse("no date", at, str(item["id"]))
    return period


def _modified(item: Json) -> PartialDate | None:
    text = item.get("modified")
    return stamped(text) if isinstance(text, str) else None


def _born(item: Json, at: Place, intake: Intake) -> PartialDate | None:
    try:
        return agreed(date for value in best(item, "P569") if (date := date_of(value)) is not None)
    except ValueError as error:
        intake.broken("impossible dates", at, "mend the date of birth", f"{item['id']}: {error}")
        return None


def _same_as(item: Json) -> Iterator[str]:
    for name, (scheme, pattern) in _IDENTIFIERS.items():
        yield from (f"{scheme}:{text}" for text in texts(item, name) if pattern.fullmatch(text))


def _description(item: Json, kind: Kind) -> str:
    text = table(table(item.get("descriptions")).get("en")).get("value")
    words = " ".join(text.split()) if isinstance(text, str) and text.isprintable() else ""
    known = next((CLASSES[qid][1] for qid in items(item, "P31") if qid in CLASSES), "") if kind is not Kind.PERSON else ""
    return words[:_DESCRIPTION] or known


def _rows(value: object) -> list[Json]:
    return [row for row in value if isinstance(row, dict)] if isinstance(value, list) else []


def _bare(statement: Json) -> dict[str, object]:
    return {name: statement[name] for name in ("mainsnak", "rank", "qualifiers") if name in statement}
