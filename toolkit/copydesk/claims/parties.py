"""Which party somebody belongs to: "X (SPD)", "SPD politician X", "Democratic Senator X", "X, a member of the Y Party"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from copydesk.claims.near import start_of_reach
from copydesk.claims.nouns import MEMBERS
from copydesk.claims.weighing import Weigher, is_known
from copydesk.core.claim import Claim, Fault, Judgement, Party, Reason
from copydesk.core.dates import When
from copydesk.core.entity import Entity, Fact, Kind, Relation
from copydesk.core.mention import Link
from copydesk.core.span import Span
from copydesk.entities import EntityList
from copydesk.reader.lexicon import Lexicon
from copydesk.reader.mentions import Scanned

_SURE = {"brackets": 0.98, "before": 0.95, "member": 0.97, "after": 0.95, "of": 0.93}
_FACT = 0.98
#: families of parties that many countries have, as words before a post
_ADJECTIVE = (
    r"Democratic|Democrat|Republican|Conservative|Tory|Labour|Liberal Democrats?|Lib Dem|Liberal|Green|Greens|Social Democratic"
    r"|Social Democrat|Christian Democratic|Christian Democrat|Communist|Socialist"
)
_NAME = r"[A-Z][\w.’'/-]*(?:[ \u00a0](?:of[ \u00a0]|for[ \u00a0]|and[ \u00a0]|the[ \u00a0])?[A-Z][\w’'/-]*){0,5}"
_BRACKETS = re.compile(rf"[ \u00a0]?\([ ]?[\"“«]?(?:the[ \u00a0]|The[ \u00a0])?(?P<party>{_NAME})[\"”»]?[ ]?\)")
_BEFORE = re.compile(
    rf"\b(?P<party>{_NAME})[ \u00a0](?:[a-z-]+[ \u00a0]){{0,2}}(?i:{MEMBERS}|Sen\.|Rep\.)"
    rf"(?:[ \u00a0](?:of|for|from)[ \u00a0](?:the[ \u00a0])?[A-Z][\w’-]*(?:[ \u00a0][A-Z][\w’-]*)*)?,?[ \u00a0]$"
)
_MEMBER = re.compile(
    rf"(?:,|[ \u00a0]is|[ \u00a0]was)[ \u00a0](?:a|an|the)?[ \u00a0]?(?:[a-z-]+[ \u00a0]){{0,2}}(?i:{MEMBERS})[ \u00a0]"
    rf"(?:of|for|from)[ \u00a0](?:the[ \u00a0])?(?:[a-z-]+[ \u00a0]){{0,3}}(?P<party>{_NAME})"
)
_AFTER = re.compile(
    rf"(?:,|[ \u00a0]is|[ \u00a0]was)[ \u00a0](?:(?:an?|the)[ \u00a0])?(?:[a-z-]+[ \u00a0]){{0,2}}"
    rf"(?P<party>{_ADJECTIVE}|[A-Z]{{2,}}\w*)[ \u00a0](?:[\w-]+[ \u00a0]){{0,2}}(?i:{MEMBERS}|minister|premier)\b"
)
#: before a title that was read with the name: Democratic | Governor X
_ALONE = re.compile(rf"\b(?P<party>{_ADJECTIVE})[ \u00a0]$")
_OF = re.compile(
    rf"[ \u00a0](?:of|from)[ \u00a0]the[ \u00a0](?:ruling|opposition|governing|[a-z]+-?right|[a-z]+-?left|populist|liberal"
    rf"|conservative|nationalist|pro-[\w-]+)[ \u00a0](?P<party>{_NAME})"
)
_AMERICAN = re.compile(r"[ \u00a0]\((?P<party>[RD])[-–.,][ ]?[A-Z][\w.]*\)")
_IS_PARTY = re.compile(r"\bpart(?:y|ies)\b|\bpolitical (?:alliance|movement)\b", re.IGNORECASE)
_WHOLE = re.compile(rf"(?:{_ADJECTIVE})|.*\bParty")
_INITIALS = {"R": "Republican Party", "D": "Democratic Party"}


def party_claims(sentence: Scanned, links: list[Link], lexicon: Lexicon) -> Iterator[Claim]:
    """The claims of a sentence; the party is one that the list knows, or one whose words say so."""
    for link in links:
        entity = link.entity
        if link.mention.kind not in (None, Kind.PERSON) or (entity is not None and entity.kind is not Kind.PERSON):
            continue
        for how, span in _written(sentence, link):
            words = span.of(sentence.text)
            found = _parties(words, lexicon)
            if link.entity is None and not _may_belong(link, words, found):
                continue
            if found or _WHOLE.fullmatch(words) or how == "american":
                yield _claim(sentence, link, how, span, _one(found, entity))
                break


def _may_belong(link: Link, words: str, found: tuple[Entity, ...]) -> bool:
    """Whether an unknown name is a person's; brackets also tell how a body is abbreviated: Monetary Policy Committee (MPC)."""
    if link.mention.kind is Kind.PERSON or not words.isupper():
        return True
    initials = "".join(word[0] for word in link.mention.text.split() if word[0].isupper())
    return words != initials and any(is_known(party) for party in found)


def _written(sentence: Scanned, link: Link) -> Iterator[tuple[str, Span]]:
    """Where a party may be named, and how, best first; spans are within the sentence."""
    name = link.mention.span.shifted(-sentence.offset)
    context = link.mention.context
    start = name.start
    if context is not None and context.roles:
        start = min(start, context.span.start - sentence.offset)
    for how, pattern in (("american", _AMERICAN), ("brackets", _BRACKETS), ("member", _MEMBER), ("after", _AFTER), ("of", _OF)):
        if match := pattern.match(sentence.text, name.end):
            yield how, Span(*match.span("party"))
    for end in (name.start, start):
        if match := _BEFORE.search(sentence.text, start_of_reach(end), end):
            yield "before", _last_name(Span(*match.span("party")), sentence.text)
    if start < name.start and (match := _ALONE.search(sentence.text, start_of_reach(start), start)):
        yield "before", Span(*match.span("party"))


def _last_name(span: Span, text: str) -> Span:
    """Of "Lower Saxony Green" the party: the adjective at the end, or the whole."""
    match = re.search(rf"\b(?:{_ADJECTIVE})$", span.of(text))
    return span if match is None else Span(span.start + match.start(), span.end)


def _parties(words: str, lexicon: Lexicon) -> tuple[Entity, ...]:
    """The parties of the list that are called so, with or without "Party"."""
    family = f"{words} Party" if _WHOLE.fullmatch(words) else words
    for text in (words, f"The {words}", _INITIALS.get(words, family)):
        found = {named.entity.id: named.entity for named in lexicon.exact(text) if is_party(named.entity)}
        if found:
            return tuple(found.values())
    return ()


def is_party(entity: Entity) -> bool:
    """Whether an organisation of the list is a party, by its description or its name."""
    return entity.kind is Kind.ORGANIZATION and bool(_IS_PARTY.search(f"{entity.description} {entity.name}"))


def _one(found: tuple[Entity, ...], person: Entity | None) -> Entity | None:
    """The party of the person's country; without a person the only one there is."""
    own = [party for party in found if person is not None and party.country == person.country]
    return own[0] if len(own) == 1 else found[0] if len(found) == 1 and (person is None or not own) else None


def _claim(sentence: Scanned, link: Link, how: str, party: Span, entity: Entity | None) -> Claim:
    name = link.mention.span.shifted(-sentence.offset)
    end = party.end
    if (party.start > name.end and sentence.text[end:].lstrip('”"» ')[:1] == ")") or how == "american":
        end = sentence.text.index(")", end) + 1
    span = Span(min(name.start, party.start), max(name.end, end))
    return Claim(
        span=span.shifted(sentence.offset), text=span.of(sentence.text), relation="member_of",
        subject=Party(text=link.mention.text, span=link.mention.span, entity=link.entity), predicate="member of",
        object=Party(text=party.of(sentence.text), span=party.shifted(sentence.offset), entity=entity),
        extraction=_SURE["brackets" if how == "american" else how],
    )  # fmt: skip


def judge_party(weigher: Weigher, entities: EntityList) -> Judgement:
    """Hold it against the membership rows of the person; the shipped list has none, so that it stays silent."""
    person, party = weigher.claim.subject.entity, weigher.claim.object.entity
    if person is None:
        return weigher.unlinked()
    rows = [fact for fact in entities.about(person.id, Relation.MEMBER_OF) if _is_of_party(fact, entities)]
    if party is None or not rows:
        return weigher.unknown(Reason.NO_RECORD, "the list does not say who belongs to which party", rows)
    if weigher.day is None:
        return weigher.unknown(Reason.UNDATED, "the article has no date", rows)
    day = weigher.day
    now = [fact for fact in rows if fact.period.when(day) is When.INSIDE]
    own = [fact for fact in now if fact.object == party.id]
    if any(fact.disputed for fact in own):
        return weigher.contested(_FACT, own[0].note or "sources disagree", own)
    if own:
        return weigher.supported(_FACT, f"the list has {person.name} in {party.name}", own)
    ever = any(fact.object == party.id for fact in rows)
    if len(now) == 1 and not now[0].disputed and not ever and weigher.sure and not _akin(now[0], party, entities):
        other = entities.by_id[str(now[0].object)].name
        return weigher.refuted(Reason.VALUE, _FACT, f"the list has {person.name} in {other}", Fault.SOURCE, now)
    return weigher.unknown(Reason.NO_RECORD, "the list does not decide it", rows)


def _is_of_party(fact: Fact, entities: EntityList) -> bool:
    whole = entities.get(fact.object)
    return whole is not None and is_party(whole)


def _akin(fact: Fact, party: Entity, entities: EntityList) -> bool:
    """Whether two parties may be one: of different countries by the list, or one a part of the other."""
    other = entities.by_id[str(fact.object)]
    parts = {(row.subject, row.object) for ident in (party.id, other.id) for row in entities.about(ident, Relation.PART_OF)}
    return other.country != party.country or (party.id, other.id) in parts or (other.id, party.id) in parts
