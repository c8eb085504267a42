"""Listed names in the text that an article was translated from: the strongest evidence for who is meant.

A name is found by exact look-up of what may be its listed form: a word without its ending or prefix, a stretch of Chinese.
Nothing is guessed by likeness, and a name that may as well be a piece of something else counts as weak or not at all.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import product

from copydesk.core.entity import Entity, FormType, Kind
from copydesk.core.span import Span
from copydesk.entities import EntityList
from copydesk.names.forms import fold, key
from copydesk.text.source import DOT, HAN, KANA, SourceText, dotted, script_of, stretches, unjoined, word_groups

_LATIN_TYPES = (FormType.NAME, FormType.ALIAS, FormType.FOREIGN)
#: countries whose people have a full name of two or three characters
_HAN_NAMED = frozenset("CN TW HK MO SG JP KR KP VN".split())
#: characters that spell foreign names and begin or end few Chinese words: beside one, a short name is a piece of a longer
_SPELLING = frozenset("斯尔克夫姆娅娜莎丝伊弗莱赫哈扎谢蒂穆萨洛塔卡诺鲁柴茨兹娃耶顿莉菲恩桑迪爾維薩奧特德")
_BEFORE = re.compile(
    r"(?:主席|总理|總理|总统|總統|首相|部长|部長|外长|外長|大使|发言人|發言人|书记|書記|委员|委員|主任|将军|代表|议长|先生|女士"
    r"|[在对對向与與和同从從到由于於及抵访訪赴]|[^\w]|\d|^)$"
)
_AFTER = re.compile(
    r"(?:表示|指出|强调|強調|宣布|认为|認為|会见|會見|会谈|访问|主席|总理|總理|总统|總統|首相|部长|部長|外长|外長|先生|女士"
    r"|[说說称稱的在对對向与與和同将將已是等则則日]|[^\w]|\d|$)"
)

_KANA = re.compile(f"[{KANA}]")
#: places less known than this are not believed where their name is one short word
LEAST_PROMINENCE = 0.5
_SENTENCE_START = re.compile(r"(?:^|[.!?…:;])[\s\"'«»“”„‘’—–-]*$")
_GOES_ON = re.compile(" +[А-ЯЁІЇЄҐӘҒҚҢӨҰҮҺ][а-я]")
_GENERIC = re.compile("[国國州省市岛島]$")
_IDEOGRAPHIC = re.compile(f"[{HAN}{KANA}]+")
_DOT_BEFORE, _DOT_AFTER = re.compile(rf"[{HAN}{KANA}][·・･•‧]$"), re.compile(rf"[·・･•‧][{HAN}{KANA}]")
#: what stands at the end of a Slavic or Greek word in one case, and what its listed form may end in there
_SINGULAR = """
а:,о я:й,ь,е ого:ый,ой,ий,ое его:ий,ее вла:вел | у:,о ю:й,ь,е ому:ый,ий,ой,ое ему:ий,ее ові:,о еві:,й влу:вел
ом:,о ем:,й,ь,е єм:й ым:,ый,ой,ое им:,ий,ее влом:вел | е:,й,о ом:ый,ой,ий,ое ем:ий,ее и:ий і:,о
ы:а и:а,я,ь ой:ая,а ей:яя і:я ї:я ої:а | е:а,я и:я,ь ой:ая,а і:а ї:я ій:а | у:а ю:я ую:ая | ой:а,ая ей:а,я ою:а ею:я єю:я ью:ь
ου:ος,ης η:ης α:ας ο:ος ε:ος | ας:α ης:η ος:η
"""
_PLURAL = """
ов:ы,и ев:и,ы ых:ые их:ие ий:ии :ы | ам:ы,и ям:и ым:ые им:ие | ами:ы,и ями:и ыми:ые ими:ие | ах:ы,и ях:и ых:ые их:ие
"""
#: each with the letters of a single word that must stay: more in the plural, which few names have
_CASES = [
    ([(end, bases.split(",")) for end, bases in (cell.split(":") for cell in case.split())], least)
    for table, least in ((_SINGULAR, 3), (_PLURAL, 6))
    for case in table.strip().replace("\n", "|").split("|")
]
_CASED = ("latin", "greek", "cyrillic", "armenian")


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceName:
    """A listed entity named in a source unit. ``text`` is what ``span`` covers in the unit.

    ``whole`` says that the full name stands there, sure of its limits; otherwise it is a family name alone or a short name
    that may be a word or a piece of one. Where a name has several bearers, each has a value of the same span.
    """

    entity: Entity
    text: str
    span: Span
    whole: bool


class SourceNames:
    """The listed names in each unit of a source text. The first question reads the whole text; answers are kept."""

    def __init__(self, entities: EntityList, source: SourceText) -> None:
        self._entities = entities
        self._source = source
        self._owners = lru_cache(maxsize=65536)(self._listed)

    def beside(self, start: int) -> tuple[SourceName, ...]:
        """The names in the source unit that belongs to a place in the reading of the document, in order."""
        number = self._source.number(start)
        return () if number is None else self._by_unit[number]

    @property
    def everywhere(self) -> tuple[SourceName, ...]:
        """The names of all units in order; a span is in its own unit."""
        return tuple(name for names in self._by_unit for name in names)

    @cached_property
    def _by_unit(self) -> tuple[tuple[SourceName, ...], ...]:
        units = self._source.units
        full = {unit: self._full(unit) for unit in dict.fromkeys(units)}
        families = _families(name for names in full.values() for name in names)
        joined = {unit: _with_families(unit, names, families) for unit, names in full.items()}
        return tuple(joined[unit] for unit in units)

    def _full(self, unit: str) -> list[SourceName]:
        """Names that the list has as they are, the longest first where they overlap."""
        found = [*self._in_words(unit), *self._in_runs(unit)]
        return _apart(found, ())

    def _in_words(self, unit: str) -> Iterator[SourceName]:
        for at in word_groups(unit):
            text = at.of(unit)
            for entity, form in self._first(_bases(text)):
                whole = _whole_words(entity, form, unit, at)
                if whole is not None:
                    yield SourceName(entity=entity, text=text, span=at, whole=whole)

    def _first(self, tries: Iterable[Sequence[str]]) -> list[tuple[Entity, str]]:
        """Who is listed under the surest of the possible forms; all bearers of equally sure ones."""
        for equal in tries:
            found = {entity.id: (entity, form) for text in equal for entity, form in self._owners(text)}
            if found:
                return list(found.values())
        return []

    def _in_runs(self, unit: str) -> Iterator[SourceName]:
        for span in stretches(unit):
            for text in dotted(span.of(unit)):
                owners = self._owners(text)
                for entity, form in owners:
                    at = _extended(entity, unit, span)
                    whole = _whole_han(entity, form if at == span else at.of(unit) + "·", unit, at)
                    if whole is not None:
                        yield SourceName(entity=entity, text=at.of(unit), span=at, whole=whole)
                if owners:
                    break

    def _listed(self, text: str) -> tuple[tuple[Entity, str], ...]:
        """The entities with this form in the list, each with the form as it stands there."""
        owners = ((entity, _form(entity, text)) for entity in self._entities.called(text))
        return tuple((entity, form) for entity, form in owners if form is not None)


def _form(entity: Entity, text: str) -> str | None:
    """The form that the text is: one of another script, or a Latin one of several parts."""
    wanted, drawn = key(text), _drawn(text)
    exact = bool(_KANA.search(text)) or (script_of(text) == "latin" and " " not in wanted)
    for form in entity.written(FormType.NATIVE):
        # keys leave marks out, which in Japanese are no accents, and which tell Şam from Sam
        if key(form) == wanted and (not exact or _drawn(form) == drawn):
            return form
    if script_of(text) == "latin" and " " in wanted:
        return next((form for form in (entity.name, *entity.written(*_LATIN_TYPES)) if key(form) == wanted), None)
    return None


def _drawn(text: str) -> str:
    return DOT.sub("", unicodedata.normalize("NFKC", text)).casefold()


def _bases(text: str) -> Iterator[list[str]]:
    """The forms that the words may be of, the surest first: as they stand, then without endings and prefixes."""
    script = script_of(text)
    if script in _CASED and text[0].islower() and "’" not in text and "'" not in text:
        return
    yield [text]
    yield from _declined(text.split(), script)
    yield from unjoined(text)


def _declined(words: Sequence[str], script: str) -> Iterator[list[str]]:
    """Case endings of each word: all words in one case, the last alone, the first alone."""
    if script not in ("cyrillic", "greek"):
        return
    plain = [fold(word) if script == "greek" else word.lower() for word in words]
    cases = [[_in_case(word, case, 2 if len(words) > 1 else least) for word in plain] for case, least in _CASES]
    yield [" ".join(made) for case in cases for made in product(*case)]
    if len(words) > 1:
        yield [" ".join((*plain[:-1], last)) for case in cases for last in case[-1]]
        yield [" ".join((first, *plain[1:])) for case in cases for first in case[0]]


def _in_case(word: str, case: Sequence[tuple[str, Sequence[str]]], least: int) -> list[str]:
    fits = [(word[: len(word) - len(end)], bases) for end, bases in case if word.endswith(end)]
    return [stem + base for stem, bases in fits if len(stem) >= least for base in bases]


def _whole_words(entity: Entity, form: str, unit: str, at: Span) -> bool | None:
    """Whether words are a full name; one word may be a family name or a common word, and None where it most likely is."""
    script, size = script_of(form), len(form)
    if " " in form.strip():
        return True
    if script == "hangul":
        return size >= 3 and (entity.kind is not Kind.PERSON or entity.country in _HAN_NAMED) and not _little_known(entity)
    if entity.kind is Kind.PERSON:
        return script == "unspaced" and size >= 6
    if script not in _CASED:
        return entity.kind is Kind.PLACE and size >= 4 and not _little_known(entity)
    begins = bool(_SENTENCE_START.search(unit[: at.start]))
    if size <= 4 and not form.isupper() and (_little_known(entity) or begins):
        return None
    # the capital of a sentence's first word proves nothing, least of all where an ending was taken off
    bare = key(form) == key(at.of(unit))
    # a town that is a given name too: Владимир Иванов
    if (begins and not bare) or (bare and not form.isupper() and _GOES_ON.match(unit, at.end)):
        return False
    return (size >= 3 or form.isupper()) and not _little_known(entity)


def _little_known(entity: Entity) -> bool:
    """Whether a name is more often a word, or another's name, than this entity's; never where nobody said."""
    return entity.prominence is not None and entity.prominence < LEAST_PROMINENCE


def _whole_han(entity: Entity, form: str, unit: str, at: Span) -> bool | None:
    """Whether a stretch is a full name; None where it most likely is a word, or a piece of something longer."""
    before, after = unit[: at.start], unit[at.end :]
    if _DOT_BEFORE.search(before) or _DOT_AFTER.match(after):
        return None
    if DOT.search(form):
        return True
    foreign, person = entity.country not in _HAN_NAMED, entity.kind is Kind.PERSON
    spelt_on = foreign and len(at) <= 3 and {before[-1:], after[:1]} & _SPELLING and not _GENERIC.search(form)
    sure = bool(_BEFORE.search(before[-4:])), bool(_AFTER.match(after))
    short = len(at) == 2
    if spelt_on or (short and (_little_known(entity) or (person and not any(sure)))):
        return None
    if person and foreign:
        return False
    return (all(sure) if person else any(sure)) if short else not (_KANA.match(form) and _little_known(entity))


def _extended(entity: Entity, unit: str, span: Span) -> Span:
    """The full name around a part of it, where it is written without the dot that the list has."""
    for form in entity.written(FormType.NATIVE):
        bare = DOT.sub("", form)
        start = span.start - bare.find(span.of(unit))
        if len(bare) > len(span) and span.of(unit) in bare and start >= 0 and unit.startswith(bare, start):
            return Span(start, start + len(bare))
    return span


def _families(names: Iterable[SourceName]) -> dict[str, dict[str, Entity]]:
    """The persons who were named in full, by what they may be called after that."""
    found: dict[str, dict[str, Entity]] = defaultdict(dict)
    for entity in {name.entity.id: name.entity for name in names if name.whole and name.entity.kind is Kind.PERSON}.values():
        for family in (*entity.family, *(_family(entity, form) for form in entity.written(FormType.NATIVE))):
            if len(family) > (1 if _IDEOGRAPHIC.match(family) else 2):
                found[key(family)][entity.id] = entity
    return found


def _family(entity: Entity, form: str) -> str:
    """The family name in a native form, '' where it cannot be told: given names come last in the Far East."""
    if entity.country == "JP" and len(form) == 4 and _IDEOGRAPHIC.fullmatch(form):
        return form[:2]
    if entity.country in _HAN_NAMED:
        return ""
    parts = re.split(rf"\s+|{DOT.pattern}", form) if _IDEOGRAPHIC.match(form) else form.split()
    return parts[-1] if len(parts) > 1 else ""


def _with_families(
    unit: str, names: Sequence[SourceName], families: Mapping[str, Mapping[str, Entity]]
) -> tuple[SourceName, ...]:
    found: list[SourceName] = []
    for span, tries in _single(unit) if families else ():
        bearers = next((who for equal in tries for text in equal if (who := families.get(key(text)))), {})
        text = span.of(unit)
        found += [
            SourceName(entity=entity, text=text, span=span, whole=False)
            for entity in bearers.values()
            if not _IDEOGRAPHIC.match(text) or _whole_han(entity, text, unit, span) is not None
        ]
    return tuple(_apart(found, names))


def _single(unit: str) -> Iterator[tuple[Span, Iterable[list[str]]]]:
    """What may be a family name alone: each word, each stretch without a dot."""
    for span in word_groups(unit):
        text = span.of(unit)
        if not re.search(r"\s", text):
            yield span, _bases(text)
    for span in stretches(unit):
        if not DOT.search(span.of(unit)):
            yield span, ([span.of(unit)],)


def _apart(found: Iterable[SourceName], kept: Sequence[SourceName]) -> list[SourceName]:
    """The names that lie in no longer one, with those that are kept; bearers of one name stay together."""
    chosen = list(kept)
    for name in sorted(found, key=lambda name: (-len(name.span), name.span.start)):
        if all(name.span == other.span or not name.span.overlaps(other.span) for other in chosen):
            chosen.append(name)
    return sorted(chosen, key=lambda name: name.span)
