"""Which country somebody is of: "Turkish footballer X", "the Georgian-born X", "X, an Armenian national"."""

from __future__ import annotations

from collections.abc import Iterator

from copydesk.claims.describing import Description, country_of, described
from copydesk.claims.nouns import NATIONALS, PERSONAL, POLITICAL, TRADES
from copydesk.claims.weighing import Weigher
from copydesk.core.claim import Claim, Fault, Judgement, Party, Reason
from copydesk.core.entity import Entity, Fact, Kind, Relation
from copydesk.core.mention import Link
from copydesk.entities import EntityList
from copydesk.reader.lexicon import Lexicon
from copydesk.reader.mentions import Scanned

#: how often the words say so, by what stands between country and name
_NOUN, _BARE = 0.97, 0.9
_BORN = "born"
#: countries whose people are called by each other's name, or hold each other's passport as a rule
_CLOSE = (
    frozenset({"GB", "IE", "IM", "JE", "GG"}),
    frozenset({"CN", "HK", "MO", "TW"}),
    frozenset({"IL", "PS"}),
    frozenset({"RS", "XK", "AL", "BA", "HR", "ME", "MK"}),
    frozenset({"TR", "CY"}),
    frozenset({"GR", "CY"}),
    frozenset({"KP", "KR"}),
    frozenset({"CD", "CG"}),
    frozenset({"RO", "MD"}),
    frozenset({"SD", "SS"}),
    frozenset({"FR", "MC"}),
)
#: how often the list's country of somebody known for offices is the one whose national he or she is
_FACT = 0.99


def nationality_claims(sentence: Scanned, links: list[Link], lexicon: Lexicon) -> Iterator[Claim]:
    """The claims of a sentence; a country that belongs to a title of office makes none."""
    for link in links:
        entity = link.entity
        if link.mention.kind not in (None, Kind.PERSON) or (entity is not None and entity.kind is not Kind.PERSON):
            continue
        found = described(sentence, link, PERSONAL, lexicon)
        if found is None or not _speaks_of(found, link, sentence):
            continue
        country = country_of(found.country, lexicon, entity.country if entity else None)
        yield Claim(
            span=found.span.shifted(sentence.offset), text=found.span.of(sentence.text), relation="nationality",
            subject=Party(text=link.mention.text, span=link.mention.span, entity=entity),
            predicate=found.noun or "is of", qualifier=_BORN if found.country.born else None,
            object=Party(text=found.country.text, span=found.country.span.shifted(sentence.offset), entity=country),
            extraction=_NOUN if found.noun else _BARE,
        )  # fmt: skip


def _speaks_of(found: Description, link: Link, sentence: Scanned) -> bool:
    """Whether the country is the person's own: no office between, and with nothing between, a person for certain."""
    if found.noun in TRADES:
        return not found.country.possessive
    titled = link.mention.context is not None and link.mention.context.roles and not found.behind
    if titled or any(phrase.span.overlaps(found.country.span) for phrase in sentence.titles):
        return False
    if found.noun is not None:
        return not found.country.possessive or (found.noun in POLITICAL and link.entity is not None)
    person = link.entity is not None or link.mention.kind is Kind.PERSON
    return person and (found.country.born or (not found.country.possessive and " " in link.mention.text))


def judge_nationality(weigher: Weigher, entities: EntityList) -> Judgement:
    """The list knows whose offices somebody held, and from it the country; where somebody was born it does not know."""
    claim = weigher.claim
    person, country = claim.subject.entity, claim.object.entity
    if person is None:
        return weigher.unlinked()
    if country is None:
        return weigher.unknown(Reason.NO_RECORD, f"“{claim.object.text}” is no one country of the list")
    if claim.qualifier == _BORN or person.country is None:
        return weigher.unknown(Reason.NO_RECORD, "the list does not say where people were born")
    served = _served(person, entities)
    rows = tuple(fact for fact, code in served if code == country.country)
    if person.country == country.country or rows:
        return weigher.supported(_FACT, f"the list has {person.name} under {country.name}", rows[:3])
    own = tuple(fact for fact, code in served if code == person.country)
    political = claim.predicate in POLITICAL | NATIONALS or claim.predicate == "is of"
    if political and own and weigher.sure and not _may_be(person.country, country):
        of = entities.by_id[str(own[0].object)].name
        return weigher.refuted(Reason.VALUE, _FACT, f"the list has {person.name} under {of}", Fault.SOURCE, own[:3])
    return weigher.unknown(Reason.NO_RECORD, "the list does not decide it", own[:3])


def _served(person: Entity, entities: EntityList) -> list[tuple[Fact, str | None]]:
    """The offices that somebody held, each with the country that it is of."""
    facts = entities.about(person.id, Relation.HOLDS_OFFICE)
    return [(fact, body.country) for fact in facts if (body := entities.get(fact.object)) is not None]


def _may_be(code: str, country: Entity) -> bool:
    """Whether the words may mean the person's country after all: an old state, a people without one, a close neighbour."""
    return country.country is None or any({code, country.country} <= group for group in _CLOSE)
