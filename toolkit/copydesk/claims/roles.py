"""Claims of office: who is said to hold which post, of what, and in what time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from copydesk.claims.attaching import Held, Tie, attached
from copydesk.claims.bearers import Bearer, bearers
from copydesk.claims.bodies import Meaning, meant
from copydesk.claims.fellows import fellow_claims
from copydesk.claims.listed import is_listed, is_of_another
from copydesk.claims.offices import body_beside, is_of_the_country, object_of, office_of, plain_roles, title_of
from copydesk.claims.posts import Post, posts
from copydesk.claims.times import of_verb, other_time
from copydesk.core.claim import Claim, Party
from copydesk.core.entity import Entity, Kind
from copydesk.core.mention import Context, Link
from copydesk.core.span import Span
from copydesk.entities import EntityList
from copydesk.reader.lexicon import Lexicon
from copydesk.reader.mentions import Scanned

#: how often a post so tied to a name is really said of it
_SURE = {Tie.BEFORE: 0.99, Tie.COMMA_BEFORE: 0.985, Tie.BEHIND: 0.99, Tie.BRACKETS: 0.99, Tie.VERB: 0.985}
_TABLE = 0.995


def role_claims(sentence: Scanned, links: Sequence[Link], lexicon: Lexicon) -> Iterator[Claim]:
    """The claims of office of a sentence; spans refer to the reading. ``links`` are those of its names, in text order."""
    names = bearers(sentence.offset, sentence.tokens, links, lexicon.entities)
    found = posts(sentence.tokens, [name.span for name in names])
    told = [claim for name in names if (claim := _beside(sentence, name, links, found, names, lexicon.entities))]
    by_subject: dict[Span | None, list[Claim]] = {}
    for claim in told:
        by_subject.setdefault(claim.subject.span, []).append(claim)
    for held in attached(sentence.text, sentence.tokens, found, names):
        claim = _claim(sentence, held, links[held.bearer.link], lexicon)
        head = sentence.tokens[held.post.head].span.shifted(sentence.offset)
        # a title of the table is told already
        if not any(other.span.contains(head) for other in by_subject.get(claim.subject.span, ())):
            told.append(claim)
    yield from told
    yield from fellow_claims(sentence, names, links, told, lexicon)


def _beside(
    sentence: Scanned,
    bearer: Bearer,
    links: Sequence[Link],
    found: Sequence[Post],
    names: Sequence[Bearer],
    entities: EntityList,
) -> Claim | None:
    """The claim of a title of the table that stands right beside a name."""
    link = links[bearer.link]
    context, name = link.mention.context, link.mention.span
    if context is None or not context.roles:
        return None
    here, title = name.shifted(-sentence.offset), context.span.shifted(-sentence.offset)
    span = Span(min(here.start, title.start), max(here.end, title.end))
    elsewhere = "" if context.objects else body_beside(sentence, title, here, names)
    meaning = _meaning(link.entity, context.roles, context.objects, elsewhere, entities)
    return Claim(
        span=span.shifted(sentence.offset), text=span.of(sentence.text), relation="role",
        subject=Party(text=link.mention.text, span=name, entity=link.entity),
        predicate=f"{context.title} of", role=meaning.role,
        object=Party(text=context.object_text or elsewhere, entity=entities.get(meaning.body)), implied=meaning.implied,
        roles=context.roles, bodies=meaning.bodies,
        qualifier=_qualifier(sentence, context, title, here, links, found) or other_time(sentence.text, span),
        extraction=_TABLE, asserted=title.start > here.start,
    )  # fmt: skip


def _qualifier(
    sentence: Scanned, context: Context, title: Span, name: Span, links: Sequence[Link], found: Sequence[Post]
) -> str | None:
    """Former, acting …, or ``unsure`` where the title may be another person's."""
    if context.qualifier:
        return context.qualifier
    first, second = sorted((title, name))
    apart = "," in sentence.text[first.end : second.start]
    others = [other.mention.span.shifted(-sentence.offset) for other in links]
    listed = apart and is_listed(sentence.text, second.end, others, [post.span.start for post in found])
    another = apart and first == title and is_of_another(sentence.text, title.start, name.end, others)
    return "unsure" if context.unsure or listed or another else None


def _claim(sentence: Scanned, held: Held, link: Link, lexicon: Lexicon) -> Claim:
    """The claim of a post that hangs together with a name."""
    entities, post, bearer = lexicon.entities, held.post, held.bearer
    phrase = office_of(sentence, post, bearer)
    whole = link.mention.span == bearer.span.shifted(sentence.offset)
    entity = link.entity if whole and link.entity is not None and link.entity.kind is Kind.PERSON else None
    of = object_of(sentence, post, phrase)
    roles = plain_roles(sentence, post, lexicon) if phrase is None else phrase.roles
    meaning = _meaning(entity, roles, () if phrase is None else phrase.objects, of, entities)
    if meaning.implied and sentence.bodies and is_of_the_country(sentence, post) and meaning.body not in sentence.bodies:
        # "the country" is one that the sentence names, and not the person's
        roles, meaning = (), Meaning()
    near = Span(min(post.span.start, bearer.span.start), max(post.span.end, bearer.span.end))
    qualifier = (phrase.qualifier if phrase else None) or post.qualifier or of_verb(held.verb)
    return Claim(
        span=near.shifted(sentence.offset), text=near.of(sentence.text), relation="role",
        subject=Party(text=bearer.span.of(sentence.text), span=bearer.span.shifted(sentence.offset), entity=entity),
        predicate=f"{title_of(sentence, post, phrase)} of", role=meaning.role,
        object=Party(text=of, entity=entities.get(meaning.body)), implied=meaning.implied,
        roles=roles, bodies=meaning.bodies,
        qualifier=qualifier or ("unsure" if held.unsure else other_time(sentence.text, near)), extraction=_SURE[held.tie],
        asserted=held.tie is not Tie.BEFORE or post.determiner is not None,
    )  # fmt: skip


def _meaning(entity: Entity | None, roles: Sequence[str], objects: Sequence[str], of: str, entities: EntityList) -> Meaning:
    """Role and body; a body that is written and unknown is not the one that the person leaves."""
    if not roles:
        return Meaning()
    return meant(entity, roles, objects, entities) if objects or not of else Meaning(role=roles[0])
