"""Offices that are told of several at once: "former prime ministers A and B", "his Turkish counterpart X"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from copydesk.claims.bearers import Bearer
from copydesk.claims.bodies import meant
from copydesk.claims.wording import NATIONAL
from copydesk.core.claim import Claim, Party
from copydesk.core.entity import Entity, Kind
from copydesk.core.mention import Link
from copydesk.core.span import Span
from copydesk.reader.lexicon import Lexicon
from copydesk.reader.mentions import Scanned
from copydesk.reader.titles import TitlePhrase

#: how often one is really said of such a name
_SURE = 0.93
_NEXT = re.compile(r"(?:,|,?[ \u00a0](?:and|&))[ \u00a0]")
_FELLOW = re.compile(r"\b(?P<noun>counterpart|colleague|opposite number)[ \u00a0,]{1,2}$")
_REACH = 60
_MINISTERS = NATIONAL - {"prime_minister"}


def fellow_claims(
    sentence: Scanned, names: Sequence[Bearer], links: Sequence[Link], told: Sequence[Claim], lexicon: Lexicon
) -> Iterator[Claim]:
    """Claims of several under one title and of counterparts; ``told`` are those that the sentence makes of single names."""
    for phrase in sentence.titles:
        if phrase.plural:
            for name in _in_a_row(sentence, phrase, names):
                yield _one_of(sentence, phrase, name, links[name.link], lexicon)
    roles = {claim.roles for claim in told if claim.roles and claim.qualifier is None}
    if len(roles) == 1:
        model = next(claim for claim in told if claim.roles in roles and claim.qualifier is None)
        for name in names:
            if claim := _counterpart(sentence, name, links[name.link], model, lexicon):
                yield claim


def _in_a_row(sentence: Scanned, phrase: TitlePhrase, names: Sequence[Bearer]) -> Iterator[Bearer]:
    """The names right behind a title, joined by commas and "and"."""
    at = phrase.span.end
    for name in sorted(names, key=lambda name: name.first):
        if name.span.start < at:
            continue
        gap = sentence.text[at : name.span.start]
        if not (gap.strip(" \u00a0") == "" if at == phrase.span.end else _NEXT.fullmatch(gap)):
            return
        yield name
        at = name.span.end


def _one_of(sentence: Scanned, phrase: TitlePhrase, name: Bearer, link: Link, lexicon: Lexicon) -> Claim:
    """One of several holders: of which body each is, or whether still, the words leave open."""
    return _claim(
        sentence, phrase.span, name, _person(sentence, name, link), lexicon, title=phrase.title.removesuffix("s"),
        roles=phrase.roles, bodies=phrase.objects, of=phrase.object_text or "", qualifier=phrase.qualifier or "unsure",
    )  # fmt: skip


def _counterpart(sentence: Scanned, name: Bearer, link: Link, model: Claim, lexicon: Lexicon) -> Claim | None:
    """The claim that a counterpart holds the same office elsewhere.

    A colleague may hold another, and the counterpart of a prime minister may be a president.
    """
    lead = sentence.text[max(name.span.start - _REACH, 0) : name.span.start]
    match = _FELLOW.search(lead)
    if match is None or model.subject.span == name.span.shifted(sentence.offset):
        return None
    end = name.span.start - len(lead) + match.start()
    before = [token for token in sentence.tokens if token.span.end < end + 1][-3:]
    for at in range(len(before)):
        words = Span(before[at].span.start, before[-1].span.end)
        if ids := lexicon.countries(words.of(sentence.text)):
            return _claim(
                sentence, words, name, _person(sentence, name, link), lexicon, title=model.predicate.removesuffix(" of"),
                roles=model.roles, bodies=ids, of=words.of(sentence.text),
                qualifier=None if match["noun"] != "colleague" and set(model.roles) <= _MINISTERS else "unsure",
            )  # fmt: skip
    return None


def _person(sentence: Scanned, name: Bearer, link: Link) -> Entity | None:
    whole = link.mention.span == name.span.shifted(sentence.offset)
    return link.entity if whole and link.entity is not None and link.entity.kind is Kind.PERSON else None


def _claim(
    sentence: Scanned, words: Span, name: Bearer, person: Entity | None, lexicon: Lexicon, *, title: str,
    roles: tuple[str, ...], bodies: tuple[str, ...], of: str, qualifier: str | None,
) -> Claim:  # fmt: skip
    near = Span(min(words.start, name.span.start), max(words.end, name.span.end))
    meaning = meant(person, roles, bodies, lexicon.entities)
    return Claim(
        span=near.shifted(sentence.offset), text=near.of(sentence.text), relation="role",
        subject=Party(text=name.span.of(sentence.text), span=name.span.shifted(sentence.offset), entity=person),
        predicate=f"{title} of", role=meaning.role, object=Party(text=of, entity=lexicon.entities.get(meaning.body)),
        implied=meaning.implied, roles=roles, bodies=meaning.bodies, qualifier=qualifier, extraction=_SURE,
    )  # fmt: skip
