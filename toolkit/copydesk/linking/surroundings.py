"""What the rest of the text says for an entity: its country, what it is known for, the words that make a name a place."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from copydesk.core.entity import Entity, FormType, Kind
from copydesk.core.evidence import Evidence
from copydesk.entities import EntityList
from copydesk.linking.model import evidence
from copydesk.names.common import zipf
from copydesk.names.company import Floats, default_company
from copydesk.names.forms import core_parts, fold

_BEFORE = re.compile(
    r"(?:\b(?:in|near|from|to|at|of|towards?|into|outside|around|via)|\b(?:city|town|village|province|region|district|state"
    r"|port|island|capital|republic|airport)(?: of)?)(?: the)?[ \u00a0][\"“‘']?$",
    re.IGNORECASE,
)  # fmt: skip
_BEHIND = re.compile(
    r"^[\"”’']?[ \u00a0](?:city|town|village|province|region|district|state(?! (?:visit|media|television|secretary|department))"
    r"|islands?|airport|peninsula|republic|oblast|county|prefecture|ward|area|valley|street|avenue|road|highway|square|bridge"
    r"|river|lake|mountains?|park|(?:police|railway|metro|power) station)\b",
    re.IGNORECASE,
)
_WORD, _ANY_WORD = re.compile(r"[^\W\d_]{4,}"), re.compile(r"[^\W\d_]{2,}")
#: a difference in company that says nothing
_LITTLE = 0.02
#: what a country is worth that is named elsewhere in the document
_FAR = 0.4
#: Zipf frequency from which a word of a description says nothing, and how many steps below it one word may count
_EMPTY, _STEPS = 4.6, 2.0
_STOP = frozenset(
    "former first deputy chief head leader member national state public people city town province region since minister prime"
    " president secretary general foreign affairs governor ambassador spokesman office government party parliament".split()
)


def topic_words(text: str) -> frozenset[str]:
    """The folded words of a text that a description can have in common with it."""
    return frozenset(fold(word) for word in _WORD.findall(text))


def topic_rows(entity: Entity, words: frozenset[str]) -> list[Evidence]:
    """The row for rare words that the entity's description shares with the text: its club, its trade, its town."""
    spoken = topic_words(entity.description) & words if entity.description else frozenset()
    if not spoken:
        return []
    shared = sorted(spoken - topic_words(entity.name) - _STOP)
    worth = sum(min(1.0, max(0.0, (_EMPTY - zipf(word)) / _STEPS)) for word in shared)
    return [evidence("topic", min(1.0, worth), query=" ".join(shared), candidate=entity.description)] if worth else []


def neighbours(text: str) -> Floats:
    """The vectors of the words around a mention (words × size)."""
    return default_company().vectors(fold(word) for word in _ANY_WORD.findall(text))


def company_of(parts: Sequence[str], around: Floats) -> float:
    """How near the words ``around`` are to those beside which news puts the parts of a name."""
    return default_company().kept_by(parts, around) if len(around) else 0.0


def company_rows(entity: Entity, written: float, around: Floats) -> list[Evidence]:
    """The row for a name beside which news puts the words ``around`` more, or less, than beside what was ``written``.

    A name of which a part is unknown may have any company: that does not speak against it.
    """
    if not len(around):
        return []
    parts = core_parts(entity.name)
    score = company_of(parts, around) - written
    if score < 0 and any(default_company().rank(part) is None for part in parts):
        return []
    return [evidence("company", score, candidate=entity.name)] if abs(score) >= _LITTLE else []


def country_rows(entity: Entity, implied: Collection[str], entities: EntityList, window: str) -> list[Evidence]:
    """Whether the text speaks of the country or the bodies that the entity belongs to: in the ``window``, or elsewhere."""
    if not implied:
        return []
    spoken = [entities.by_id[ident] for ident in sorted(implied)]
    facts = {fact.object for fact in entities.about(entity.id)}
    near = [item for item in spoken if item.id == entity.id or item.id in facts or _is_country(item, entity)]
    if not near:
        return []
    beside = next((item for item in near if _is_named(item, window)), None)
    detail = f"the text speaks of {(beside or near[0]).name}"
    return [evidence("surroundings", 1.0 if beside else _FAR, detail=detail, candidate=entity.name)]


def _is_named(item: Entity, window: str) -> bool:
    """Whether one of the forms of an entity's name stands in a stretch of text."""
    forms = (item.name, *item.written(FormType.ALIAS, FormType.ACRONYM, FormType.DEMONYM))
    return any(form in window for form in forms)


def _is_country(item: Entity, entity: Entity) -> bool:
    """Whether an item of the text lies in, or is, the country of the entity."""
    return item.kind is Kind.PLACE and item.country is not None and item.country == entity.country


def place_rows(entity: Entity, around: tuple[str, str], text: str) -> list[Evidence]:
    """Whether nothing beside a name, or in its ``text``, says that a place is meant, or something says so of a person."""
    last = " " + text.split(" ")[-1] if " " in text else ""
    behind = next((words for words in (last, around[1]) if _BEHIND.match(words)), None)
    if entity.kind is Kind.PLACE and behind is None and not _BEFORE.search(around[0]):
        return [evidence("no_cue", 1.0)]
    if entity.kind is Kind.PERSON and behind is not None:
        return [evidence("not_a_place", 1.0, query=behind[:12].strip())]
    return []
