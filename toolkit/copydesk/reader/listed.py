"""Words of a sentence that stand in the reference list as they are, and whether they are only part of a name."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from copydesk.core.entity import NEWSWORTHY, FormType, Kind
from copydesk.core.span import Span
from copydesk.entities.listing import RIGHT, Named
from copydesk.names.common import IN_USE, zipf
from copydesk.names.forms import fold
from copydesk.names.knowledge import default_knowledge
from copydesk.reader.lexicon import Lexicon
from copydesk.reader.stopwords import NEVER_NAMES, OPENERS
from copydesk.reader.titles import TitlePhrase
from copydesk.reader.tokens import Token, joined

#: forms that say that the text speaks of the entity; a clipped form is only a guess
_MEANT = (*RIGHT, FormType.DEMONYM)
LONGEST_NAME = 7
#: bearers from which a word is a usual name
_BORNE = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """Words that stand in the list as they are: first and last token, and whether they are a name or a demonym."""

    first: int
    last: int
    span: Span
    kind: Kind | None
    demonym: bool
    #: a country stands by itself: "Turkey Erdogan" is no name
    country: bool
    #: the word is a second name of a country, or of a place or body that few know: it may be part of a person's name
    doubtful: bool
    bodies: tuple[str, ...]


def listed_words(text: str, found: list[Token], lexicon: Lexicon) -> Iterator[Hit]:
    """Longest exact names and demonyms of the list, left to right."""
    at = 0
    while at < len(found):
        for last in range(min(at + LONGEST_NAME, len(found)) - 1, at - 1, -1):
            if not all(joined(found[i].gap) and not found[i - 1].possessive for i in range(at + 1, last + 1)):
                continue
            span = Span(found[at].span.start, found[last].span.end)
            exact = lexicon.exact(span.of(text))
            if exact:
                kinds = {named.entity.kind for named in exact}
                yield Hit(
                    first=at, last=last, span=span, kind=kinds.pop() if len(kinds) == 1 else None,
                    country=any(named.form.type in _MEANT and named.entity.written(FormType.DEMONYM) for named in exact),
                    demonym=all(named.form.type is FormType.DEMONYM for named in exact),
                    doubtful=not any(_is_known(named) for named in exact),
                    bodies=tuple({n.entity.id for n in exact if n.form.type in _MEANT and n.entity.kind is not Kind.PERSON}),
                )  # fmt: skip
                at = last
                break
        at += 1


def _is_known(named: Named) -> bool:
    """Whether a place or body that news speaks of is called so first of all: Holland is more often a family name."""
    entity = named.entity
    known = entity.prominence is not None and entity.prominence >= NEWSWORTHY
    return entity.kind is not Kind.PERSON and known and named.form.type is FormType.NAME


def in_longer_name(found: list[Token], hit: Hit, titles: list[TitlePhrase]) -> bool:
    """Whether a single listed word is part of a longer run of capitals that is no title: Washington Irving."""
    at = hit.first

    def free(token: Token) -> bool:
        inside = any(phrase.span.overlaps(token.span) for phrase in titles)
        return token.capital and not inside and token.text.lower() not in NEVER_NAMES and not token.text.isupper()

    before = at > 0 and found[at].gap == " " and free(found[at - 1]) and not found[at - 1].possessive
    if hit.country:
        return before and hit.doubtful and _is_borne(found[at - 1].text)
    after = 0
    while (
        at + after + 1 < len(found)
        and found[at + after + 1].gap == " "
        and free(found[at + after + 1])
        and not found[at + after].possessive
    ):
        after += 1
    if at == 1 and before:
        # a sentence may open with any word
        before = found[0].text.lower() not in OPENERS and _is_first_name(found[0].text)
    # two or more capitals behind a place are a name of their own: Iran | Gholamhossein Mohseni
    return before or after == 1 or (after == 2 and hit.doubtful and _is_borne(found[at].text))


def _is_borne(word: str) -> bool:
    """Whether many people are called so."""
    return default_knowledge().attested(fold(word)) >= _BORNE


def _is_first_name(word: str) -> bool:
    """Whether many people are called so, or English has no such word: it may be a name however it is written."""
    return _is_borne(word) or zipf(fold(word)) < IN_USE
