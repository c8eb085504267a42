"""Which post belongs to which name: before it, in apposition behind it, by a verb, or in brackets."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from copydesk.claims.bearers import Bearer
from copydesk.claims.listed import is_listed, is_of_another
from copydesk.claims.posts import Post
from copydesk.claims.saying import leads, verb_before, verb_between, verb_later
from copydesk.claims.wording import BETWEEN, LEADING_VERBS, RANKS
from copydesk.reader.tokens import Token

#: names on either side of a post that may hold it
_NEAR = 3
#: between a post and the name behind it
_SPACE = re.compile(r"(?:[ \u00a0]\([^()]{2,40}\))?[”\"]?[ \u00a0]?(?:[“\"‘'(][ \u00a0]?)?")
_COMMA = re.compile(r"(?:[ \u00a0]\([^()]{2,40}\))?,[ \u00a0]")
_BRACKET = re.compile(r"[ \u00a0]\((?:[ \u00a0])?|:[ \u00a0]")
#: behind a name in commas: the apposition is closed
_CLOSED = re.compile(r"[ \u00a0]?(?:[,.;:)–—(”\"]|$)")
#: what may follow instead where the post opens the sentence
_GOES_ON = re.compile(
    r"[ \u00a0](?:who|said|says|told|has|had|is|was|also|added|noted|stated|reported|announced|confirmed|believes|explained"
    r"|warned|stressed|called|became|would|will|did)\b"
)
#: between a name and the post behind it: an age, brackets, "who is"
_APPOSED = re.compile(
    r"(?:[ \u00a0]\([^()]{1,40}\))?(?:,|[ \u00a0]\(|[ \u00a0][–—-])[ \u00a0]*(?:(?:aged[ \u00a0])?\d{2}[,;][ \u00a0])?"
    r"(?:who[ \u00a0](?:is|serves[ \u00a0]as)[ \u00a0])?(?:an?[ \u00a0]\d{2}-year-old[ \u00a0])?"
    r"(?:also[ \u00a0])?(?:(?:the|a|an|its|his|her|their|our)[ \u00a0])?",
    re.IGNORECASE,
)
#: behind a post that follows its name: no other name
_ENDS = re.compile(r"(?![”\"]?[ \u00a0]?[A-Z])")
_SHUT = re.compile(r"[”\"]?(?:[ \u00a0]?[,.;:)–—!?(]|$|[ \u00a0](?:and|who)\b)")
_AND = re.compile(
    r"[ \u00a0](?:and|&)[ \u00a0](?:(?:the|a|an|its|his|her|their)[ \u00a0])?"
    r"|,[ \u00a0](?:and[ \u00a0])?(?:(?:the|a|an)[ \u00a0])?"
)
_ENUMERATES = re.compile(r",?[ \u00a0](?:and|or|as well as)[ \u00a0][A-Z]")


class Tie(StrEnum):
    """How post and name hang together."""

    BEFORE = "before"
    COMMA_BEFORE = "comma before"
    BEHIND = "behind"
    BRACKETS = "brackets"
    VERB = "verb"


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """A post and its bearer. ``verb`` is that of a sentence that says so; ``unsure`` where the post may be another's."""

    post: Post
    bearer: Bearer
    tie: Tie
    verb: str | None = None
    unsure: bool = False


def attached(sentence: str, tokens: Sequence[Token], posts: Sequence[Post], names: Sequence[Bearer]) -> list[Held]:
    """Every post that a name surely holds. A post of a list ("director and chairman") has the bearer of the next to it."""
    found: dict[int, Held] = {}
    order = sorted(names, key=lambda name: name.first)
    firsts = [name.first for name in order]
    starts = [post.span.start for post in posts]
    for at, post in enumerate(posts):
        middle = bisect_left(firsts, post.first)
        near = order[max(middle - _NEAR, 0) : middle + _NEAR]
        if held := _holder(sentence, tokens, post, near):
            unsure = held.tie in (Tie.BEHIND, Tie.COMMA_BEFORE) and _is_unsure(sentence, held, order, starts)
            found[at] = replace(held, unsure=unsure)
    _share(sentence, tokens, posts, found, forward=False)
    _share(sentence, tokens, posts, found, forward=True)
    return [found[at] for at in sorted(found)]


def _holder(sentence: str, tokens: Sequence[Token], post: Post, near: Sequence[Bearer]) -> Held | None:
    """The first of the names nearby that is tied to a post, else the last before it of which words further on speak."""
    if _is_rank(tokens, post):
        return None
    if held := next(filter(None, (_tied(sentence, tokens, post, name) for name in near)), None):
        return held
    last = next((name for name in reversed(near) if name.last < post.first and not name.place), None)
    verb = verb_later(sentence[last.span.end : post.span.start]) if last else None
    return Held(post=post, bearer=last, tie=Tie.VERB, verb=verb) if last and verb else None


def _is_unsure(sentence: str, held: Held, names: Sequence[Bearer], posts: Sequence[int]) -> bool:
    post, name = held.post.span, held.bearer.span
    spans = [other.span for other in names]
    return is_listed(sentence, max(post.end, name.end), spans, posts) or (
        held.tie is Tie.COMMA_BEFORE and is_of_another(sentence, post.start, name.end, spans)
    )


def _share(sentence: str, tokens: Sequence[Token], posts: Sequence[Post], found: dict[int, Held], *, forward: bool) -> None:
    """Posts joined by "and" have one bearer: backwards from a name that follows, forwards from one that went before."""
    order = range(1, len(posts)) if forward else range(len(posts) - 2, -1, -1)
    for at in order:
        near = at - 1 if forward else at + 1
        if at in found or near not in found:
            continue
        first, second = (posts[near], posts[at]) if forward else (posts[at], posts[near])
        behind = found[near].tie in (Tie.BEHIND, Tie.VERB)
        joins = _AND.fullmatch(sentence[first.span.end : second.span.start])
        if joins and behind == forward and not _is_rank(tokens, posts[at]):
            found[at] = replace(found[near], post=posts[at])


def _tied(sentence: str, tokens: Sequence[Token], post: Post, name: Bearer) -> Held | None:
    if name.place and post.last > post.end and post.last < name.first:
        return None
    if post.last < name.first:
        tie = _before(sentence, tokens, post, name)
        return Held(post=post, bearer=name, tie=tie) if tie else None
    if post.first > name.last:
        return _behind(sentence, tokens, post, name)
    return None


def _is_rank(tokens: Sequence[Token], post: Post) -> bool:
    """Whether the post is a mere rank, as of an officer or a nobleman."""
    return post.first == post.head == post.last and tokens[post.head].text.lower() in RANKS


def _before(sentence: str, tokens: Sequence[Token], post: Post, name: Bearer) -> Tie | None:
    between = range(post.last + 1, name.first)
    if any(tokens[at].text.lower().replace("-", "") not in BETWEEN for at in between):
        return None
    start = tokens[between[0]].span.start if between else name.span.start
    gap = sentence[post.span.end : start]
    if _SPACE.fullmatch(gap):
        return Tie.BEFORE
    if _BRACKET.fullmatch(gap):
        return Tie.BRACKETS
    return Tie.COMMA_BEFORE if _COMMA.fullmatch(gap) and _is_closed(sentence, post, name) else None


def _is_closed(sentence: str, post: Post, name: Bearer) -> bool:
    """Whether a name behind a comma ends an apposition, and is not the next of a list or a clause of its own."""
    if _ENUMERATES.match(sentence, name.span.end):
        return False
    opens = post.first <= 1 and _GOES_ON.match(sentence, name.span.end)
    return bool(opens or _CLOSED.match(sentence, name.span.end))


def _behind(sentence: str, tokens: Sequence[Token], post: Post, name: Bearer) -> Held | None:
    gap, head = sentence[name.span.end : post.span.start], tokens[post.head].text.lower()
    if head in LEADING_VERBS:
        return Held(post=post, bearer=name, tie=Tie.VERB, verb=head) if leads(gap) else None
    if _APPOSED.fullmatch(gap) and _ends(sentence, post, name):
        return Held(post=post, bearer=name, tie=Tie.BEHIND)
    verb = verb_between(gap) or verb_before(sentence[: name.span.start], gap)
    return Held(post=post, bearer=name, tie=Tie.VERB, verb=verb) if verb else None


def _ends(sentence: str, post: Post, name: Bearer) -> bool:
    """Whether an apposition is closed; else it may open a clause ("At the invitation of X, the President of Y will …")."""
    opens = name.first == 0 and _ENDS.match(sentence, post.span.end)
    return bool(opens or _SHUT.match(sentence, post.span.end))
