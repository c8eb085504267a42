"""What office a post is: a title of the table with its country or body, a plain one, or none that the list dates."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from copydesk.claims.bearers import Bearer
from copydesk.claims.posts import Post
from copydesk.claims.wording import DETERMINERS, LEADING_VERBS, STOPS, UNDER
from copydesk.core.span import Span
from copydesk.reader.lexicon import Lexicon
from copydesk.reader.mentions import Scanned
from copydesk.reader.titles import TitlePhrase

_COUNTRY = re.compile(
    r"[ \u00a0]of[ \u00a0](?:the|this|that|our|his|her)[ \u00a0](?:country|nation|state|republic)", re.IGNORECASE
)
_COUNTRYS = re.compile(r"country|nation|state|republic", re.IGNORECASE)
_OWN = re.compile(r"\b(?:country|nation|state|republic)['’]s\b", re.IGNORECASE)
_OF = re.compile(r"[ \u00a0](?:of|for|at|in|to|on|from|with)[ \u00a0](?:the[ \u00a0])?", re.IGNORECASE)
_BRACKETS = re.compile(r"[ \u00a0]\([^()]*\)")
#: behind a bare title, or the name it stands before: of what it is
_OF_NAME = re.compile(r"[ \u00a0](?:of|for)[ \u00a0](?:the[ \u00a0])?(?P<body>[A-Z][\w-]*)")
_PLAIN = frozenset(
    "new newly current incumbent first then former vice deputy acting interim madam madame comrade federal national state"
    " royal prime".split()
)


def office_of(sentence: Scanned, post: Post, bearer: Bearer) -> TitlePhrase | None:
    """The office of the table that the post is, where nothing before or behind makes another one of it."""
    head = sentence.tokens[post.head].span
    for phrase in sentence.titles:
        if not phrase.span.overlaps(head) or phrase.plural or phrase.inner is not None:
            continue
        if phrase.span.overlaps(bearer.span):
            # a name that towns have too is no country of a title: they named Mike *Pompeo Secretary of State*
            start = sentence.text.find(phrase.title, phrase.span.start)
            phrase = replace(phrase, span=Span(start, start + len(phrase.title)), objects=(), object_text=None)
        before = [token for token in sentence.tokens[post.first : post.head] if token.span.end <= phrase.span.start]
        if any(part in UNDER for token in before for part in token.text.lower().split("-")):
            return None
        # "head of the foreign ministry's press service": the words behind are more than the table has read
        rest = Span(min(phrase.span.end, post.span.end), post.span.end).of(sentence.text)
        if phrase.objects and rest.strip():
            return None
        return phrase if phrase.objects or not _OF.match(sentence.text, phrase.span.end) else replace(phrase, roles=())
    return None


def plain_roles(sentence: Scanned, post: Post, lexicon: Lexicon) -> tuple[str, ...]:
    """The roles of a plain title in small letters, "the president", "the prime minister of the country"."""
    if any(phrase.span.overlaps(sentence.tokens[post.head].span) for phrase in sentence.titles):
        return ()
    behind = sentence.text[post.title.end : post.span.end]
    words = post.title.of(sentence.text).split()
    if (behind and not _COUNTRY.fullmatch(behind)) or any(part in UNDER for word in words for part in word.lower().split("-")):
        return ()
    found = (lexicon.roles_of(" ".join(words[at:])) for at in range(len(words)))
    return next(filter(None, found), ())


def is_of_the_country(sentence: Scanned, post: Post) -> bool:
    """Whether a post is that of "the country", whichever the text speaks of."""
    words = post.span.of(sentence.text)
    return (_OWN.search(words) or _COUNTRY.search(words)) is not None


def title_of(sentence: Scanned, post: Post, phrase: TitlePhrase | None) -> str:
    """The words of a title, up to the last that the table has; who "heads" something is its head."""
    words = post.title.of(sentence.text)
    if phrase is not None and (at := sentence.text.find(phrase.title, phrase.span.start, phrase.span.end)) >= 0:
        return Span(post.title.start, max(post.title.end, at + len(phrase.title))).of(sentence.text)
    return "head" if words in LEADING_VERBS else words


def object_of(sentence: Scanned, post: Post, phrase: TitlePhrase | None) -> str:
    """The words that say of what: behind "of" or "heads", else the one whose post it is: the *club's* president."""
    if phrase is not None and phrase.object_text:
        return phrase.object_text
    begin = post.title.end if phrase is None else max(post.title.end, phrase.span.end)
    behind = _BRACKETS.sub("", sentence.text[begin : post.span.end])
    if _COUNTRY.fullmatch(behind):
        return ""
    if post.title.of(sentence.text) in LEADING_VERBS:
        words = behind.split()
        return " ".join(words[1:] if words and words[0].lower() in DETERMINERS else words)
    match = _OF.match(behind)
    return behind[match.end() :] if match else owner(sentence, post.first, post.head)


def owner(sentence: Scanned, first: int, head: int) -> str:
    """The last possessive among these tokens, but for "the country's"; empty where there is none."""
    owners = [token.text for token in sentence.tokens[first:head] if token.possessive and not _COUNTRYS.fullmatch(token.text)]
    return owners[-1] if owners else ""


def body_beside(sentence: Scanned, title: Span, name: Span, persons: Sequence[Bearer]) -> str:
    """The unknown body that stands beside a bare title of the table: *Senate* President, Prime Minister X of *Bavaria*.

    Somebody's minister is one of their country.
    """
    tokens = sentence.tokens
    at = next((at for at, token in enumerate(tokens) if token.span.start >= title.start), 0)
    if at and tokens[at].gap in (" ", "\u00a0") and not any(person.last == at - 1 for person in persons):
        before = tokens[at - 1]
        named = before.text[:1].isupper() and at > 1 and before.text.lower() not in STOPS | _PLAIN
        if named or owner(sentence, at - 1, at):
            return before.text
    ends = (title.end, name.end) if title.end <= name.start else (title.end,)
    found = next(filter(None, (_OF_NAME.match(sentence.text, end) for end in ends)), None)
    return found["body"] if found else ""
