"""Names in running text, found by capitals, the reference list and the titles beside them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from copydesk.core.document import Document, Sentence
from copydesk.core.entity import Kind
from copydesk.core.mention import Context, Mention
from copydesk.core.span import Span
from copydesk.reader.lexicon import Lexicon
from copydesk.reader.listed import Hit, in_longer_name, listed_words
from copydesk.reader.ministries import Ministry, ministers, ministries
from copydesk.reader.stopwords import CALLINGS, HONORIFICS, NEVER_NAMES, OPENERS
from copydesk.reader.titles import TitlePhrase, body_behind, title_phrases
from copydesk.reader.tokens import Token, joined, tokens

#: what ends an apposition; without it the title opens a clause of its own ("At the invitation of X, the President of Y will …")
_CLOSED = re.compile(r"\s*(?:[,.;:)–—]|$|[ \u00a0](?:and|who)\b)")
_ENUMERATES = re.compile(
    r",?[ \u00a0](?:and|or|as well as)\b(?![ \u00a0](?:was|were|is|are|has|had|have|will|would|said|says|did|also)\b)"
)
_SERVES = re.compile(
    r"\b(?:secretary|spokes(?:man|woman|person)|aide|advis[eo]r|assistant|wife|husband|son|daughter|brother|sister|counterpart"
    r"|successor|predecessor|deputy|envoy|representative)[ \u00a0](?:of[ \u00a0]|to[ \u00a0]|for[ \u00a0])?(?:the[ \u00a0])?$",
    re.IGNORECASE,
)
_BEFORE_MONTH = frozenset("in of since until till by from last next this early late mid during before after end".split())
_LINKS = frozenset("al el bin ibn ben bint de da do dos das del della di du des la le van von der den ter of and y e".split())
_INNER = _LINKS - {"of", "and"}
#: between a title and the name that it belongs to
_TO_NAME = re.compile(r",?[ \u00a0]+(?:(?:Mr|Mrs|Ms|Dr|Sir|Sheikh|General|Gen|Lt|Col|Prof|Sayyid|Comrade)\.?[ \u00a0]+)*")
#: between a name and the title that follows it
_TO_TITLE = re.compile(
    r"(?:,|[ \u00a0]\(|[ \u00a0][–—-])[ \u00a0]*"
    r"(?:who[ \u00a0](?:is|serves[ \u00a0]as)[ \u00a0])?(?:(?:the|a|an|its|his|her|their)[ \u00a0])?",
    re.IGNORECASE,
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Scanned:
    """A sentence with all that was read in it; spans of tokens and titles lie within it, ``offset`` is where it starts."""

    text: str
    offset: int
    index: int
    tokens: list[Token]
    titles: list[TitlePhrase]
    #: ids of countries and bodies that demonyms and titles name
    bodies: frozenset[str]
    #: names in text order; their spans refer to the reading, like those of their contexts
    mentions: tuple[Mention, ...]


def scan(document: Document, lexicon: Lexicon) -> list[Scanned]:
    """Read every sentence of the article: titles, names, and which title stands beside which name."""
    return [_scan(document, sentence, index, lexicon) for index, sentence in enumerate(document.sentences)]


def _scan(document: Document, sentence: Sentence, index: int, lexicon: Lexicon) -> Scanned:
    text = sentence.span.of(document.reading.text)
    found = tokens(text)
    titles = title_phrases(text, found, lexicon)
    offices = ministries(text, found, lexicon)
    led = ministers(text, offices, titles)
    titles = [phrase for phrase in titles if not any(other.span.overlaps(phrase.span) for other in led)]
    titles = sorted([*titles, *led], key=lambda phrase: phrase.span)
    listed = [
        hit for hit in listed_words(text, found, lexicon) if not any(office.span.contains(hit.span) for office in offices)
    ]
    names = [
        _with_context(text, name, titles, listed, found, lexicon)
        for name in _names(text, found, titles, listed, offices, index)
    ]
    bodies = {ident for hit in listed for ident in hit.bodies} | {ident for phrase in titles for ident in phrase.objects}
    offset = sentence.span.start
    return Scanned(
        text=text, offset=offset, index=index, tokens=found, titles=titles, bodies=frozenset(bodies),
        mentions=tuple(_shifted(name, offset) for name in names),
    )  # fmt: skip


def _shifted(name: Mention, by: int) -> Mention:
    context = name.context and replace(name.context, span=name.context.span.shifted(by))
    return replace(name, span=name.span.shifted(by), context=context)


def _names(
    text: str, found: list[Token], titles: list[TitlePhrase], listed: list[Hit], offices: list[Ministry], index: int
) -> list[Mention]:
    taken = [any(office.span.contains(token.span) for office in offices) for token in found]
    names: list[Mention] = []
    for hit in listed:
        if hit.last > hit.first or hit.demonym or not in_longer_name(found, hit, titles):
            taken[hit.first : hit.last + 1] = [True] * (hit.last + 1 - hit.first)
            if not hit.demonym:
                names.append(Mention(span=hit.span, text=hit.span.of(text), sentence=index, kind=hit.kind))
    headline = text.rstrip()[-1:] not in tuple(".!?”\"'’")
    if not (headline and _is_title_case([token for at, token in enumerate(found) if not taken[at]], titles)):
        names += [Mention(span=span, text=span.of(text), sentence=index) for span in _runs(text, found, taken, titles)]
    return sorted(names, key=lambda name: name.span)


def _runs(text: str, found: list[Token], taken: list[bool], titles: list[TitlePhrase]) -> Iterator[Span]:
    """Runs of capitals that are neither listed nor part of a title."""
    run: list[Token] = []
    for at, token in enumerate(found):
        free = not taken[at] and not any(phrase.span.overlaps(token.span) for phrase in titles)
        name = free and token.capital and token.text.lower() not in NEVER_NAMES and not _is_month(found, at)
        link = bool(run) and free and token.text.lower() in _INNER and _capital_follows(found, taken, at)
        if run and (not (name or link) or not joined(token.gap) or run[-1].possessive):
            yield from _as_name(run, text)
            run = []
        if name or (link and run):
            run.append(token)
    yield from _as_name(run, text)


def _is_month(found: list[Token], at: int) -> bool:
    """Whether "May" is the month: behind "in" or a day, or before a number."""
    if found[at].text != "May":
        return False
    before = found[at - 1].text.lower() if at else ""
    after = found[at + 1].text if at + 1 < len(found) else ""
    return before in _BEFORE_MONTH or before[:1].isdigit() or after[:1].isdigit()


def _capital_follows(found: list[Token], taken: list[bool], at: int) -> bool:
    following = found[at + 1 : at + 3]
    return bool(following) and not taken[at + 1] and (following[0].capital or (len(following) > 1 and following[1].capital))


def _as_name(run: list[Token], text: str) -> Iterator[Span]:
    """Drop an opening word that is capital only because a sentence begins, honorifics, and words that end no name."""
    while run and (_opens(run[0], text) or (len(run) > 1 and run[0].text.lower() in CALLINGS)):
        run = run[1:]
    while len(run) > 2 and run[0].text.isupper() and len(run[0].text) in (2, 3, 4) and "." not in run[0].text:
        run = run[1:]
    while run and (run[-1].text.lower() in _LINKS or not run[-1].capital):
        run = run[:-1]
    if not run or (len(run) == 1 and len(run[0].text) < 3):
        return
    yield Span(run[0].span.start, run[-1].span.end)


def _opens(token: Token, text: str) -> bool:
    word = token.text.lower().rstrip(".")
    starts = not text[: token.span.start].strip(" \"'“‘(—–-") or any(mark in token.gap for mark in '.?!:“"')
    return word in HONORIFICS or (starts and word in OPENERS)


def _is_title_case(rest: list[Token], titles: list[TitlePhrase]) -> bool:
    """Whether the words that are neither listed nor titles are nearly all capital, as in headlines."""
    plain = [token for token in rest if not any(phrase.span.overlaps(token.span) for phrase in titles)]
    long = [token for token in plain if len(token.text) > 3 and token.text[0].isalpha()]
    return len(long) >= 5 and sum(token.capital for token in long) >= 0.75 * len(long)


def _with_context(
    text: str, name: Mention, titles: list[TitlePhrase], listed: list[Hit], found: list[Token], lexicon: Lexicon
) -> Mention:
    """Attach the title that stands before or behind the name, or else the demonym before it."""
    if name.kind in (Kind.PLACE, Kind.ORGANIZATION):
        return name
    for phrase in titles:
        if not phrase.plural and (_before(text, phrase, name) or _behind(text, phrase, name)):
            if not phrase.objects and phrase.span.end <= name.span.start:
                phrase = _with_body(text, phrase, name, found, lexicon)
            return replace(name, kind=name.kind or Kind.PERSON, context=_context(text, phrase, name))
    for hit in listed:
        if hit.demonym and text[hit.span.end : name.span.start] == " ":
            words = hit.span.of(text)
            return replace(name, context=Context(objects=hit.bodies, span=hit.span, text=words, object_text=words))
    return name


def _with_body(text: str, phrase: TitlePhrase, name: Mention, found: list[Token], lexicon: Lexicon) -> TitlePhrase:
    """The country behind the name: "Prime Minister Rasulzoda of Tajikistan"."""
    body = body_behind(text, found, name.span.end, lexicon)
    return phrase if body is None else replace(phrase, objects=body.ids, object_text=body.text)


def _before(text: str, phrase: TitlePhrase, name: Mention) -> bool:
    if phrase.span.end > name.span.start:
        return False
    gap = text[phrase.span.end : name.span.start]
    if "," in gap:
        after = text[name.span.end : name.span.end + 1]
        return bool(_TO_NAME.fullmatch(gap)) and after in (",", ".", "", ";", ")")
    return bool(_TO_NAME.fullmatch(gap))


def _behind(text: str, phrase: TitlePhrase, name: Mention) -> bool:
    if phrase.span.start < name.span.end:
        return False
    gap = text[name.span.end : phrase.span.start]
    return bool(_TO_TITLE.fullmatch(gap)) and _CLOSED.match(text, phrase.span.end) is not None


def _is_unsure(text: str, phrase: TitlePhrase, name: Mention) -> bool:
    """Whether the title may be another person's: the next of a list, or the one that somebody serves."""
    if phrase.inner is not None or _SERVES.search(text[: phrase.span.start]):
        return True
    if phrase.span.start >= name.span.end:
        return _ENUMERATES.match(text, phrase.span.end) is not None
    return "," in text[phrase.span.end : name.span.start] and text[name.span.end : name.span.end + 1] not in (",", ")")


def _context(text: str, phrase: TitlePhrase, name: Mention) -> Context:
    inner = phrase.inner
    roles = phrase.roles if inner is None else tuple(dict.fromkeys((*phrase.roles, *inner.roles)))
    return Context(
        roles=roles, objects=phrase.objects, span=phrase.span, text=phrase.span.of(text), title=phrase.title,
        object_text=phrase.object_text, qualifier=phrase.qualifier, unsure=_is_unsure(text, phrase, name),
    )  # fmt: skip
