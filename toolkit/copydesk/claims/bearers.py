"""Names that may hold a post: those of persons, without the words of a body or title that stand in one run with them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from copydesk.claims.wording import BETWEEN, BODIES, HEADS, THINGS
from copydesk.core.entity import FormType, Kind
from copydesk.core.mention import Link
from copydesk.core.span import Span
from copydesk.entities import EntityList
from copydesk.names.common import zipf
from copydesk.names.forms import fold
from copydesk.names.knowledge import NameKnowledge, default_knowledge
from copydesk.reader.tokens import Token

#: a word as common as this (Zipf's scale) that hardly anybody is called is no name
_GENERAL, _BORNE = 3.8, 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Bearer:
    """A name that may hold a post: the number of its link, its span in the sentence, and its first and last token.

    ``place`` is true where the list knows a town of that name: only what stands right beside it makes a person of it.
    """

    link: int
    span: Span
    first: int
    last: int
    place: bool = False


def bearers(offset: int, tokens: Sequence[Token], links: Sequence[Link], entities: EntityList) -> list[Bearer]:
    """The names in ``links`` that may be persons; ``offset`` is where the sentence begins in the reading."""
    starts = [token.span.start for token in tokens]
    found = []
    for number, link in enumerate(links):
        span = link.mention.span.shifted(-offset)
        first, end = bisect_left(starts, span.start), bisect_left(starts, span.end)
        inside = [at for at in range(first, end) if span.contains(tokens[at].span)]
        if inside and (bearer := _bearer(number, link, span, inside, tokens, entities)):
            found.append(bearer)
    return found


def is_thing(tokens: Sequence[Token], last: int) -> bool:
    """Whether a name, up to its last token, is that of a thing: the Nazarbayev *Center*."""
    return _goes_on(tokens, last) and tokens[last + 1].text.lower() in THINGS


def _bearer(
    number: int, link: Link, span: Span, inside: Sequence[int], tokens: Sequence[Token], entities: EntityList
) -> Bearer | None:
    mention, known = link.mention, default_knowledge()
    if mention.kind is Kind.ORGANIZATION or is_thing(tokens, inside[-1]):
        return None
    cut = max((at for at in inside[:-1] if _no_name(tokens[at], tokens[at + 1])), default=-1)
    own = [at for at in inside if at > cut]
    linked = link.entity is not None and link.entity.kind is Kind.PERSON
    words = [tokens[at].text for at in own]
    if not linked and not _is_person(words, known, titled=mention.kind is Kind.PERSON):
        return None
    place = mention.kind is Kind.PLACE
    if place and (_is_country(link) or _goes_on(tokens, own[-1]) or not entities.of_family(tokens[own[-1]].text)):
        return None
    return Bearer(link=number, span=Span(tokens[own[0]].span.start, span.end), first=own[0], last=own[-1], place=place)


def _no_name(token: Token, following: Token) -> bool:
    word = token.text.lower()
    ends = word in BODIES or word in HEADS or word.replace("-", "") in BETWEEN
    return ends and following.text[:1].isupper() and following.gap in (" ", "\u00a0")


def _is_person(words: Sequence[str], known: NameKnowledge, *, titled: bool) -> bool:
    """Whether the words can name a person: no acronym, no body, and without a title beside them not common words alone."""
    if words[-1].lower() in BODIES or (len(words) == 1 and len(words[0]) > 1 and words[0].isupper()):
        return False
    return titled or (words[-1].lower() not in HEADS and not all(_is_general(fold(word), known) for word in words))


def _is_general(word: str, known: NameKnowledge) -> bool:
    return zipf(word) >= _GENERAL and known.attested(word) <= _BORNE


def _goes_on(tokens: Sequence[Token], last: int) -> bool:
    """Whether another capital follows: the name is part of a longer one."""
    if tokens[last].possessive or last + 1 >= len(tokens):
        return False
    return tokens[last + 1].gap in (" ", "\u00a0") and tokens[last + 1].text[:1].isupper()


def _is_country(link: Link) -> bool:
    return link.entity is not None and bool(link.entity.written(FormType.DEMONYM))
