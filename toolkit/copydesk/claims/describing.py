"""A country and a noun that describe a name: "the Swedish actress X", "X, a Swedish actress", "Russia's news agency X"."""

from __future__ import annotations

import re
from collections.abc import Set
from dataclasses import dataclass

from copydesk.claims.near import tokens_before, tokens_behind
from copydesk.claims.wording import STOPS
from copydesk.core.entity import Entity, FormType, Kind
from copydesk.core.mention import Link
from copydesk.core.span import Span
from copydesk.reader.lexicon import Lexicon
from copydesk.reader.mentions import Scanned
from copydesk.reader.tokens import Token

#: words between the country and the noun, and between the article and the country
_MOST = 3
_LONGEST_COUNTRY = 3
_BORN = re.compile(r"(?P<country>.+)[-‑]born", re.IGNORECASE)
_GAPS = frozenset({" ", "\u00a0", "-", "‑", " “", ' "', " ‘"})
#: between the name and the article that opens its description
_OPENS = re.compile(r"(?:,|,?[ \u00a0](?:who[ \u00a0])?(?:is|was)|[ \u00a0]\(|[ \u00a0][–—-])[ \u00a0]")
_CLOSES = re.compile(r"\s*(?:[,.;:)–—”\"]|$|[ \u00a0](?:and|who|that|which|of|from|with|in|for|based|born)\b)")
_ARTICLES = frozenset("a an the".split())
_POSSESSIVE = ("'", "’")


@dataclass(frozen=True, slots=True, kw_only=True)
class Country:
    """The words for a country in a sentence, and what they mean. ``born`` is that of "Georgian-born"."""

    span: Span
    text: str
    ids: tuple[str, ...]
    possessive: bool = False
    born: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Description:
    """A name with its country; ``span`` covers both, within the sentence. ``noun`` is None where nothing stands between."""

    span: Span
    country: Country
    noun: str | None
    behind: bool


def described(sentence: Scanned, link: Link, nouns: Set[str], lexicon: Lexicon) -> Description | None:
    """What stands before the name, else what stands behind it."""
    name = link.mention.span.shifted(-sentence.offset)
    return _before(sentence, name, nouns, lexicon) or _behind(sentence, name, nouns, lexicon)


def _before(sentence: Scanned, name: Span, nouns: Set[str], lexicon: Lexicon) -> Description | None:
    before = tokens_before(sentence, name.start)
    gap = sentence.text[before[-1].span.end : name.start] if before else ""
    comma = gap == ", " and sentence.text[name.end : name.end + 1] in (",", ".", "")
    if not before or not (comma or gap in _GAPS or _is_possessive_gap(before[-1], gap)):
        return None
    at, noun = len(before) - 1, None
    if before[at].text in nouns and not before[at].possessive:
        noun = before[at].text
        at -= 1
    elif comma:
        return None
    for skipped in range(_MOST + 1):
        if at < 0 or (skipped and noun is None):
            return None
        country = _country_ending(sentence, before, at, lexicon)
        if country is not None:
            return Description(span=Span(country.span.start, name.end), country=country, noun=noun, behind=False)
        if not _is_filler(before[at]):
            return None
        at -= 1
    return None


def _is_possessive_gap(last: Token, gap: str) -> bool:
    return last.possessive and gap[:1] in _POSSESSIVE and gap.lstrip("'’`´sS") in _GAPS


def _is_filler(token: Token) -> bool:
    return token.text.islower() and not token.possessive and token.text not in STOPS and token.gap in _GAPS


def _country_ending(sentence: Scanned, tokens: list[Token], last: int, lexicon: Lexicon) -> Country | None:
    """The demonym, possessive or abbreviation whose last word this is."""
    for length in range(min(_LONGEST_COUNTRY, last + 1), 0, -1):
        first = last - length + 1
        country = _country(sentence, tokens[first : last + 1], lexicon)
        if country is not None:
            return country if _stands_alone(tokens, first) else None
    return None


def _stands_alone(tokens: list[Token], first: int) -> bool:
    """Whether the country is no second half: Latin American, Serbian and Russian, East German."""
    if first == 0:
        return True
    before, gap = tokens[first - 1], tokens[first].gap
    if gap in _GAPS and before.text.lower() in ("and", "or", "in", "non"):
        return False
    return gap not in _GAPS or not before.capital or before.possessive or before.text.lower() in STOPS


def _country(sentence: Scanned, words: list[Token], lexicon: Lexicon) -> Country | None:
    span = Span(words[0].span.start, words[-1].span.end)
    text = span.of(sentence.text)
    born = _BORN.fullmatch(text)
    name = born["country"] if born else text
    named = [item for item in lexicon.exact(name) if item.entity.kind is Kind.PLACE]
    possessive = words[-1].possessive
    adjective = [item for item in named if item.form.type is FormType.DEMONYM or (name.isupper() and _is_state(item.entity))]
    meant = named if possessive or born else adjective
    ids = tuple(dict.fromkeys(item.entity.id for item in meant))
    return Country(span=span, text=text, ids=ids, possessive=possessive, born=born is not None) if ids else None


def _behind(sentence: Scanned, name: Span, nouns: Set[str], lexicon: Lexicon) -> Description | None:
    opened = _OPENS.match(sentence.text, name.end)
    after = tokens_behind(sentence, opened.end()) if opened else []
    if opened is None or not after or after[0].span.start != opened.end() or after[0].text.lower() not in _ARTICLES:
        return None
    country, at = _country_among(sentence, after[1:], lexicon)
    for token in after[at : at + _MOST + 1] if country else ():
        if token.text in nouns and token.gap in _GAPS and not token.possessive:
            if _CLOSES.match(sentence.text, token.span.end) is None:
                return None
            span = Span(name.start, token.span.end)
            return Description(span=span, country=country, noun=token.text, behind=True) if country else None
        if not _is_filler(token):
            return None
    return None


def _country_among(sentence: Scanned, after: list[Token], lexicon: Lexicon) -> tuple[Country | None, int]:
    """The first country behind at most two plain words, and the number of the token behind it (the article counted)."""
    for at in range(min(_MOST, len(after))):
        for length in range(min(_LONGEST_COUNTRY, len(after) - at), 0, -1):
            country = _country(sentence, after[at : at + length], lexicon)
            if country is not None and after[at].gap in _GAPS:
                return country, at + length + 1
        if not _is_filler(after[at]):
            break
    return None, 0


def _is_state(entity: Entity) -> bool:
    return bool(entity.country and entity.written(FormType.DEMONYM))


def country_of(country: Country, lexicon: Lexicon, code: str | None = None) -> Entity | None:
    """The one country that the words mean; ``code`` is the country that settles a choice (two Congos, two Georgias)."""
    found = [entity for ident in country.ids if (entity := lexicon.entities.get(ident)) and entity.country]
    states = [entity for entity in found if entity.written(FormType.DEMONYM)] or found
    own = [entity for entity in states if entity.country == code]
    return own[0] if own else states[0] if len({entity.country for entity in states}) == 1 else None
