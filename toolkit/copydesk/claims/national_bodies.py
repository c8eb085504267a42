"""Which country an organisation is of: "the German company X", "Russia's news agency X", "X, a Spanish newspaper"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from copydesk.claims.describing import Country, Description, country_of, described
from copydesk.claims.near import tokens_behind
from copydesk.claims.nouns import BRANCH, ORGANISED
from copydesk.claims.weighing import Weigher
from copydesk.core.claim import Claim, Fault, Judgement, Party, Reason
from copydesk.core.entity import Entity, Fact, FormType, Kind, Relation
from copydesk.core.mention import Link
from copydesk.core.span import Span
from copydesk.entities import EntityList
from copydesk.reader.lexicon import Lexicon
from copydesk.reader.mentions import Scanned
from copydesk.reader.titles import body_behind

_NOUN, _BARE = 0.95, 0.85
#: a noun behind the name: the Tass news agency of Russia
_TAIL = re.compile(r"(?:[ \u00a0][a-z-]+)?[ \u00a0](?P<noun>[A-Za-z-]+)\b")
_NEXT = re.compile(r"(?:[’']s?)?[ \u00a0](?P<word>[\w-]+)")
_RELATIONS = (Relation.AGENCY_OF, Relation.PART_OF, Relation.LOCATED_IN)
#: a row says so; or only the organisation's own country does
_ROW, _OWN = 0.99, 0.97


def body_claims(sentence: Scanned, links: list[Link], lexicon: Lexicon) -> Iterator[Claim]:
    """The claims of a sentence about organisations; an unlisted name is one where a noun says so."""
    for link in links:
        entity = link.entity
        if entity is not None and entity.kind is not Kind.ORGANIZATION:
            continue
        if entity is None and link.mention.kind in (Kind.PERSON, Kind.PLACE):
            continue
        found = described(sentence, link, ORGANISED, lexicon) or _of(sentence, link, lexicon)
        if found is not None and (entity is not None or found.noun is not None) and _is_whole(sentence, link):
            yield _claim(sentence, link, found, lexicon)


def _of(sentence: Scanned, link: Link, lexicon: Lexicon) -> Description | None:
    """ "X of Russia", "the X news agency of Russia"."""
    end, noun = link.mention.span.end - sentence.offset, None
    tail = _TAIL.match(sentence.text, end)
    if tail and tail["noun"].lower() in ORGANISED:
        end, noun = tail.end(), tail["noun"].lower()
    body = body_behind(sentence.text, tokens_behind(sentence, end), end, lexicon)
    states = [ident for ident in body.ids if _is_state(lexicon.entities.get(ident))] if body else []
    if body is None or not states or sentence.text[end + 1 : end + 3] != "of":
        return None
    country = Country(span=Span(body.start, body.end), text=body.text, ids=tuple(states), possessive=True)
    start = link.mention.span.start - sentence.offset
    return Description(span=Span(start, body.end), country=country, noun=noun, behind=True)


def _is_state(entity: Entity | None) -> bool:
    return entity is not None and entity.kind is Kind.PLACE and bool(entity.written(FormType.DEMONYM))


def _is_whole(sentence: Scanned, link: Link) -> bool:
    """Whether the name stands for the organisation itself, not for its branch or its people."""
    following = _NEXT.match(sentence.text, link.mention.span.end - sentence.offset)
    return following is None or following["word"].lower() not in BRANCH


def _claim(sentence: Scanned, link: Link, found: Description, lexicon: Lexicon) -> Claim:
    country = country_of(found.country, lexicon, link.entity.country if link.entity else None)
    return Claim(
        span=found.span.shifted(sentence.offset), text=found.span.of(sentence.text), relation="part_of",
        subject=Party(text=link.mention.text, span=link.mention.span, entity=link.entity),
        predicate=f"{found.noun} of" if found.noun else "is of",
        object=Party(text=found.country.text, span=found.country.span.shifted(sentence.offset), entity=country),
        extraction=_NOUN if found.noun else _BARE,
    )  # fmt: skip


def judge_body(weigher: Weigher, entities: EntityList) -> Judgement:
    """Hold it against the rows of the organisation, else against its country."""
    claim = weigher.claim
    body, country = claim.subject.entity, claim.object.entity
    if body is None:
        return weigher.unlinked()
    if country is None:
        return weigher.unknown(Reason.NO_RECORD, f"“{claim.object.text}” is no one country of the list")
    rows = tuple(fact for fact in _rows(body, entities) if _code(fact, entities) == country.country)
    disputed = [fact for fact in rows if fact.disputed]
    if disputed:
        return weigher.contested(_ROW, disputed[0].note or "sources disagree", disputed)
    if rows or (body.country is not None and body.country == country.country):
        return weigher.supported(_ROW if rows else _OWN, f"the list has {body.name} under {country.name}", rows)
    return _against(weigher, body, country, entities)


def _against(weigher: Weigher, body: Entity, country: Entity, entities: EntityList) -> Judgement:
    """Refuted where a noun says what the organisation is and a row of the list has it under one other country.

    Companies and channels have branches in many countries, news agencies have one country.
    """
    rows = [fact for fact in _rows(body, entities) if fact.relation is Relation.AGENCY_OF and not fact.disputed]
    named = weigher.claim.predicate != "is of" or "agency" in weigher.claim.subject.text.lower()
    if not rows or not named or len({_code(fact, entities) for fact in rows}) != 1 or not weigher.linked_surely:
        return weigher.unknown(Reason.NO_RECORD, "the list does not decide it", rows)
    if country.country is None or country.country == body.country:
        return weigher.unknown(Reason.NO_RECORD, "the list does not decide it", rows)
    of = entities.by_id[str(rows[0].object)].name
    return weigher.refuted(Reason.VALUE, _ROW, f"{body.name} is of {of}", Fault.SOURCE, rows)


def _rows(body: Entity, entities: EntityList) -> list[Fact]:
    return [fact for fact in entities.about(body.id) if fact.relation in _RELATIONS]


def _code(fact: Fact, entities: EntityList) -> str | None:
    whole = entities.get(fact.object)
    return whole.country if whole is not None else None
