"""Posts in running text: "deputy head of the Northern branch of the Red Cross", whether or not the list knows the office.

A post is a noun that says what somebody is, with the words that describe it and those behind "of". The table of offices says
which of them are offices that the list dates; all others are read too, so that nothing of a title is taken for the whole.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from copydesk.claims.wording import CLAUSE, DETERMINERS, GIVING, HEADS, LEADING_VERBS, PREPOSITIONS, STOPS, TAILS
from copydesk.core.span import Span
from copydesk.reader.titles import QUALIFIERS
from copydesk.reader.tokens import Token
from copydesk.text.days import MONTHS

_BEFORE, _BEHIND = 6, 26
#: a verb of the clause, as names of bodies hardly have them in small letters
_PAST = re.compile(r"[a-z]{3,}ed|[a-z]{3,}(?:ys|lls|dds)")
_DATE = re.compile("|".join(["1[0-9]{3}|20[0-9]{2}", *(name.lower() for name in MONTHS)]))
#: a verb before the title, but for those that describe one
_DOING = re.compile(
    r"(?!acting|managing|leading|ruling|incoming|outgoing|sitting|founding|governing|standing|existing)[a-z]+ing"
)
_TIGHT = frozenset({" ", "\u00a0", "-", "‑", "", "/", " “", ' "', "” ", '" ', " ‘", "’ "})


@dataclass(frozen=True, slots=True, kw_only=True)
class Post:
    """A post; ``first`` and ``last`` number its tokens, ``head`` the noun, ``end`` the last token of the head."""

    first: int
    head: int
    end: int
    last: int
    #: the whole phrase and the words up to the end of the head, in the sentence
    span: Span
    title: Span
    #: former, acting, deputy …: the word nearest to the head
    qualifier: str | None
    #: "a", "the", "his" before it
    determiner: str | None


def posts(tokens: Sequence[Token], names: Sequence[Span]) -> list[Post]:
    """The posts of a sentence in text order. ``names`` are those of persons, which end a post where they follow it.

    "Heads" and "chairs" before a name of a body are the head of a post too, that of whoever heads it.
    """
    heads = list(_heads(tokens))
    begins = {span.start for span in names}
    given = _given(tokens, names)
    lefts = {head: _left(tokens, head, given) for head, _ in heads}
    starts = {first: head for head, first in lefts.items()}
    return [_post(tokens, lefts[head], head, end, starts, begins) for head, end in heads]


def _given(tokens: Sequence[Token], names: Sequence[Span]) -> frozenset[int]:
    """Where names end whose bearers are given a post: they named *Omar Deng* director."""
    begins = {token.span.start: at for at, token in enumerate(tokens)}
    at_names = ((begins.get(name.start, 0), name.end) for name in names)
    return frozenset(end for at, end in at_names if at and tokens[at - 1].text.lower() in GIVING)


def _heads(tokens: Sequence[Token]) -> Iterator[tuple[int, int]]:
    """First and last token of every head; of two in a row ("chief executive officer") the last."""
    at = 0
    while at < len(tokens):
        if _is_verb(tokens, at):
            yield at, at
        elif _is_head(tokens[at]):
            end = _whole(tokens, at)
            yield at, end
            at = end
        at += 1


def _whole(tokens: Sequence[Token], at: int) -> int:
    """The last token of a head that begins here: director general, editor in chief."""
    end = at
    while end + 1 < len(tokens) and tokens[end + 1].gap in _TIGHT and not tokens[end].possessive:
        second = tokens[end + 1].text.lower()
        alike = tokens[end + 1].text[:1].isupper() == tokens[at].text[:1].isupper()
        if second in TAILS or (alike and _is_head(tokens[end + 1])):
            end += 1
        elif second == "in" and end + 2 < len(tokens) and tokens[end + 2].text.lower() == "chief":
            end += 2
        else:
            break
    return end


def _is_verb(tokens: Sequence[Token], at: int) -> bool:
    """Whether somebody "heads" or "chairs" what is named behind."""
    if tokens[at].text not in LEADING_VERBS:
        return False
    behind = at + 2 if at + 1 < len(tokens) and tokens[at + 1].text.lower() in DETERMINERS else at + 1
    return behind < len(tokens) and all(token.gap == " " for token in tokens[at + 1 : behind + 1]) and tokens[behind].capital


def _is_head(token: Token) -> bool:
    """Whether a word heads a title: chairman, vice-chairman, director-general, editor-in-chief."""
    if token.possessive:
        return False
    parts = token.text.lower().replace("‑", "-").split("-")
    return parts[-1] in HEADS or (len(parts) > 1 and parts[0] in HEADS and (parts[-1] in TAILS or parts[1:] == ["in", "chief"]))


def _left(tokens: Sequence[Token], head: int, given: frozenset[int]) -> int:
    """The first of the words that describe the head; none describes a verb, nor does a name that is given the post."""
    first = head
    if tokens[head].text in LEADING_VERBS and _is_verb(tokens, head):
        return head
    while first and head - first < _BEFORE:
        before = tokens[first - 1]
        if tokens[first].gap not in _TIGHT or before.text.lower() in STOPS or _DOING.fullmatch(before.text):
            break
        if before.span.end in given:
            break
        first -= 1
    return first


def _post(tokens: Sequence[Token], first: int, head: int, end: int, starts: dict[int, int], begins: set[int]) -> Post:
    last = _right(tokens, end, starts, begins)
    before = tokens[first - 1].text.lower() if first and tokens[first].gap in _TIGHT else None
    words = [part for token in tokens[first : head + 1] for part in token.text.lower().replace("‑", "-").split("-")]
    return Post(
        first=first, head=head, end=end, last=last, span=Span(tokens[first].span.start, tokens[last].span.end),
        title=Span(tokens[first].span.start, tokens[end].span.end),
        qualifier=next((word for word in reversed(words) if word in QUALIFIERS), None) or _suffix(tokens[end]),
        determiner=before if before in DETERMINERS else None,
    )  # fmt: skip


def _suffix(last: Token) -> str | None:
    tail = last.text.lower()
    return tail if tail in QUALIFIERS else None


def _right(tokens: Sequence[Token], end: int, starts: dict[int, int], begins: set[int]) -> int:
    """The last of the words behind the head that say of what."""
    at = _behind(tokens, end)
    if at is None:
        return end
    last, from_ = end, at
    while at < len(tokens) and at - from_ <= _BEHIND and (at == from_ or tokens[at].gap in _TIGHT):
        word = tokens[at].text.lower()
        leads = tokens[at - 1].text.lower() in PREPOSITIONS | DETERMINERS or tokens[at - 1].possessive
        if word in CLAUSE or _PAST.fullmatch(tokens[at].text) or (tokens[at].span.start in begins and not leads):
            break
        if _DATE.fullmatch(word) and leads:
            break
        if word == "and" and (at + 1 in starts or (at + 2 in starts and tokens[at + 1].text.lower() in DETERMINERS)):
            break
        if word not in PREPOSITIONS | DETERMINERS and word != "and":
            last = at
        at += 1
    return last


def _behind(tokens: Sequence[Token], end: int) -> int | None:
    """The token from which the words go on that say of what: "of", over brackets, "president (2005–2013) of"; None if none."""
    if tokens[end].possessive or end + 1 >= len(tokens):
        return None
    if _is_verb(tokens, end):
        return end + 1
    at = end + 1
    if tokens[at].gap.strip(" \u00a0") == "(":
        at = next((i for i in range(at + 1, min(at + 6, len(tokens))) if ")" in tokens[i].gap), end + 1)
        if tokens[at].gap.rstrip(" \u00a0") != ")":
            return None
    elif tokens[at].gap not in _TIGHT:
        return None
    return at if tokens[at].text.lower() in PREPOSITIONS else None
