"""Read claims off linked sentences, each with the exact words that make it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from copydesk.claims.places import place_claims
from copydesk.core.claim import Claim, Party
from copydesk.core.entity import Entity, Fact, Relation
from copydesk.core.mention import Context, Link
from copydesk.core.span import Span
from copydesk.entities import EntityList
from copydesk.reader.lexicon import Lexicon
from copydesk.reader.mentions import Scanned

#: words that put a statement into another time than the article's
_OTHER_TIME = re.compile(
    r"\b(?:then|once|at the time|back then|in (?:1\d|20)\d\d|when (?:he|she) was|served as|used to be|would-be|predecessor"
    r"|successor|late|historic(?:al)?|(?:years?|decades?|months?) (?:ago|earlier)|(?:since|until) (?:1\d|20)\d\d|candidate"
    r"|nominee|hypothetical|if elected|film|novel|played)\b",
    re.IGNORECASE,
)


def extract_claims(scanned: Sequence[Scanned], links: Sequence[Link], lexicon: Lexicon) -> tuple[Claim, ...]:
    """All role and place claims; spans refer to the reading. ``links`` have reading offsets too."""
    entities = lexicon.entities
    by_sentence: dict[int, list[Link]] = {}
    for link in links:
        by_sentence.setdefault(link.mention.sentence, []).append(link)
    claims: list[Claim] = []
    for sentence in scanned:
        here = by_sentence.get(sentence.index, [])
        claims += _roles(sentence, here, entities)
        claims += place_claims(sentence, here, lexicon)
    return tuple(sorted(claims, key=lambda claim: claim.span))


def _roles(sentence: Scanned, links: Sequence[Link], entities: EntityList) -> Iterator[Claim]:
    for link in links:
        context = link.mention.context
        if context is None or not context.roles:
            continue
        role, bearer = _meant(link.entity, context, entities)
        name, title = link.mention.span, context.span
        span = Span(min(name.start, title.start), max(name.end, title.end))
        yield Claim(
            span=span, text=span.shifted(-sentence.offset).of(sentence.text), relation="role",
            subject=Party(text=link.mention.text, span=name, entity=link.entity),
            predicate=f"{context.title} of", role=role,
            object=Party(text=context.object_text or "", entity=entities.get(bearer)),
            qualifier=context.qualifier or ("unsure" if context.unsure else None) or _other_time(sentence.text),
        )  # fmt: skip


def _other_time(sentence: str) -> str | None:
    match = _OTHER_TIME.search(sentence)
    return match.group().lower() if match else None


def _meant(entity: Entity | None, context: Context, entities: EntityList) -> tuple[str, str | None]:
    """Role and body: the ones the person is known for where the title leaves a choice, else the most usual."""
    own = () if entity is None else entities.about(entity.id, Relation.HOLDS_OFFICE)
    for fact in own:
        if fact.role in context.roles and fact.object in context.objects:
            return str(fact.role), fact.object
    if not context.objects and (implied := _only(fact for fact in own if fact.role in context.roles)):
        return str(implied.role), implied.object
    for role in context.roles:
        for ident in context.objects:
            if entities.holders(role, ident):
                return role, ident
    return context.roles[0], next(iter(context.objects), None)


def _only(facts: Iterator[Fact]) -> Fact | None:
    found = list(facts)
    return found[0] if len({fact.object for fact in found}) == 1 else None
