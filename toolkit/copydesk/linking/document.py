"""Link all names of one document: full names first, then the family names that lean on them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from copydesk.core.dates import PartialDate
from copydesk.core.entity import FormType, Kind
from copydesk.core.mention import Candidate, Link, LinkStatus, Mention
from copydesk.core.span import Span
from copydesk.entities import EntityList, Named
from copydesk.entities.listing import RIGHT
from copydesk.linking.beside import Beside
from copydesk.linking.decide import decide
from copydesk.linking.index import CandidateIndex
from copydesk.linking.scene import Scene
from copydesk.linking.single import lean, persons_of
from copydesk.linking.surroundings import topic_words
from copydesk.names.common import zipf
from copydesk.names.designators import DESIGNATORS
from copydesk.names.forms import core_parts, fold
from copydesk.names.knowledge import NameKnowledge, default_knowledge
from copydesk.reader.lexicon import Lexicon
from copydesk.text.source import SourceText

#: difference in prominence from which a name alone means the better known bearer: some seven times the people, for towns
BETTER_KNOWN = 0.28
#: code points beside a name that say what sort of thing it is
_REACH = 30
_WORD = re.compile(r"\S+")
#: Zipf frequency from which a word at the end of a name may be none of its parts
_GENERAL = 3.8
#: bearers from which such a word is a name all the same: Robert, Paul
_BORNE = 5
_WRONG_FORMS = {FormType.TRANSLATED: LinkStatus.TRANSLATED, FormType.CLIPPED: LinkStatus.CLIPPED}


class Linker:
    """Links mentions to one list; made once, used for many documents."""

    def __init__(self, entities: EntityList, knowledge: NameKnowledge | None = None) -> None:
        self.entities = entities
        self.lexicon = Lexicon(entities)
        self.index = CandidateIndex(entities)
        self.knowledge = knowledge or default_knowledge()

    def link(
        self,
        text: str,
        mentions: Sequence[Mention],
        day: PartialDate | None,
        also: Iterable[str] = (),
        source: SourceText | None = None,
    ) -> tuple[Link, ...]:
        """A link for every mention of a text, in order. ``also`` are ids that demonyms and titles of the text name.

        ``source`` is the text that it was translated from.
        """
        exact = {index: link for index, mention in enumerate(mentions) if (link := self._exact(mention))}
        scene = self._scene(text, exact, mentions, day, also, source)
        links: dict[int, Link] = {index: _checked_clip(link, scene) for index, link in exact.items()}
        rest = [index for index in range(len(mentions)) if index not in links]
        for index in rest:
            if len(core_parts(mentions[index].text)) > 1:
                links[index] = _decided(text, mentions[index], scene)
        persons = persons_of(tuple(links.values()))
        for index in rest:
            if index not in links:
                mention = mentions[index]
                links[index] = lean(mention, persons, scene) or _decided(text, mention, scene)
        return tuple(links[index] for index in range(len(mentions)))

    def _scene(
        self,
        text: str,
        exact: Mapping[int, Link],
        mentions: Sequence[Mention],
        day: PartialDate | None,
        also: Iterable[str],
        source: SourceText | None,
    ) -> Scene:
        right = [link.entity for link in exact.values() if link.entity and link.status not in _WRONG_FORMS.values()]
        implied = frozenset({entity.id for entity in right if entity.kind is not Kind.PERSON} | set(also))
        return Scene(
            day=day, implied=implied, text=text, names=self._names(implied), entities=self.entities, index=self.index,
            knowledge=self.knowledge, named={entity.id: entity for entity in right},
            source=None if source is None else Beside(self.entities, source, mentions, exact),
        )  # fmt: skip

    def _names(self, implied: Iterable[str]) -> frozenset[str]:
        """The words that name what the text speaks of: they count as its surroundings, not as its topic."""
        spoken = [self.entities.by_id[ident] for ident in implied]
        texts = (text for item in spoken for text in (item.name, *item.written(*RIGHT, FormType.DEMONYM)))
        return frozenset(word for text in texts for word in topic_words(text))

    def _exact(self, mention: Mention) -> Link | None:
        """A name that stands in the list as it is written."""
        named = self.lexicon.exact(mention.text)
        if not named:
            return None
        persons = [item for item in named if item.entity.kind is Kind.PERSON]
        if mention.context is not None and mention.context.roles and persons:
            named = tuple(persons)
        entities = {item.entity.id: item for item in named}
        countries = [item for item in entities.values() if item.entity.written(FormType.DEMONYM) and item.entity.country]
        if len(entities) > 1 and len(countries) == 1 and countries[0].form.type is FormType.NAME:
            named, entities = (countries[0],), {}  # Georgia is the country unless the text says otherwise
        if len(entities) > 1 and (first := best_known(list(entities.values()))):
            named, entities = (first,), {}
        if len(entities) > 1:
            candidates = tuple(
                Candidate(entity=item.entity, form=item.form.text, probability=1.0 / len(entities))
                for item in entities.values()
            )
            return Link(mention=mention, status=LinkStatus.AMBIGUOUS, candidates=candidates[:3])
        item = named[0]
        status = _WRONG_FORMS.get(item.form.type)
        if status is not None:
            return Link(
                mention=mention, status=status, entity=item.entity, probability=0.95, replacement=item.entity.name,
                candidates=(Candidate(entity=item.entity, form=item.form.text, probability=0.95),),
            )  # fmt: skip
        exact = item.form.type is FormType.NAME
        return Link(
            mention=mention, status=LinkStatus.CANONICAL if exact else LinkStatus.VARIANT, entity=item.entity, probability=0.99,
            candidates=(Candidate(entity=item.entity, form=item.form.text, probability=0.99),),
        )  # fmt: skip


def best_known(named: Sequence[Named]) -> Named | None:
    """The one that news means where several share a name: its own and not another language's, or far better known."""
    ranked = sorted(named, key=lambda item: (item.form.type is FormType.FOREIGN, -(item.entity.prominence or 0.0)))
    first, second = ranked[0], ranked[1]
    if first.form.type is not FormType.FOREIGN and second.form.type is FormType.FOREIGN:
        return first
    known, other = first.entity.prominence, second.entity.prominence
    return first if known is not None and other is not None and known - other >= BETTER_KNOWN else None


def _decided(text: str, mention: Mention, scene: Scene) -> Link:
    """The decision about a mention, or about its core where general words stand around it and the core says more."""
    link = decide(mention, _around(text, mention), scene)
    core = core_of(mention, scene.knowledge)
    if core is None or link.status is not LinkStatus.NOT_IN_LIST:
        return link
    inner = decide(core, _around(text, core), scene)
    if inner.status in (LinkStatus.CANONICAL, LinkStatus.VARIANT) or _best(inner) <= _best(link):
        return link
    return inner


def _best(link: Link) -> float:
    return link.candidates[0].probability if link.candidates else 0.0


def core_of(mention: Mention, knowledge: NameKnowledge) -> Mention | None:
    """The name without the general words at its ends, such as Commission, Newspaper or Highway; None where there are none."""
    words = [Span(match.start(), match.end()) for match in _WORD.finditer(mention.text)]
    kept = list(words)
    while len(kept) > 1 and _is_general(kept[0].of(mention.text), knowledge):
        kept = kept[1:]
    while len(kept) > 1 and _is_general(kept[-1].of(mention.text), knowledge):
        kept = kept[:-1]
    if len(kept) == len(words) or _is_general(kept[0].of(mention.text), knowledge):
        return None
    inner = Span(kept[0].start, kept[-1].end)
    return replace(mention, span=inner.shifted(mention.span.start), text=inner.of(mention.text), kind=None)


def _is_general(word: str, knowledge: NameKnowledge) -> bool:
    plain = fold(word)
    return plain in DESIGNATORS or (zipf(plain) >= _GENERAL and knowledge.attested(plain) <= _BORNE)


def _around(text: str, mention: Mention) -> tuple[str, str]:
    return text[max(0, mention.span.start - _REACH) : mention.span.start], text[mention.span.end : mention.span.end + _REACH]


def _checked_clip(link: Link, scene: Scene) -> Link:
    """A one-word clipped form counts only in a text that speaks of the whole: Naka is also a town in Japan."""
    if link.status is not LinkStatus.CLIPPED or link.entity is None or " " in link.mention.text:
        return link
    around = {link.entity.id, *(fact.object for fact in scene.entities.about(link.entity.id))}
    if around & scene.implied:
        return link
    return replace(link, status=LinkStatus.AMBIGUOUS, entity=None, replacement=None, probability=None)
