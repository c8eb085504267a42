"""Who heads what, read by the desk and by a window around titles, against the gold of DWIE."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from claim_dwie import CLASSES, GOVERNMENT, HEAD, MINISTER, STATE, Article, Gold
from claim_rows import ROLE, SHARE, shared
from common import waited
from copydesk import Desk, Entity, parse_document
from copydesk.core.claim import Party
from copydesk.core.entity import Kind
from copydesk.entities.titles import plain_title
from copydesk.names.forms import key
from copydesk.reader.lexicon import Lexicon
from copydesk.scoring import table

DESK = "copydesk"
#: tokens between a title and a name
WINDOWS = (1, 3, 5, 10)
#: the baseline that is shown relation by relation
_SHOWN = "title ≤ 3 tokens from names read"
_ENDS = frozenset((".", "!", "?", "\n"))
_STATE, _GOVERNMENT = frozenset(("president", "monarch", "supreme_leader")), frozenset(("prime_minister",))
_HEAD = frozenset(
    "president head leader secretary_general central_bank_governor intelligence_chief armed_forces_chief speaker"
    " religious_leader".split()
)
_NO_MINISTERS = ("prime_", "deputy_")


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """A person is said to head something: the relations that it may be, and of what where that is said."""

    person: int | None
    name: str
    classes: frozenset[str]
    of: Party | None = None


#: first token, the one behind the last, and the person of the gold
Place = tuple[int, int, int | None]
Names = Callable[[Article], Iterable[Place]]
System = Callable[[Article], Iterable[Said]]


def classes_of(role: str, of: Entity | None = None) -> frozenset[str]:
    """The relations of DWIE that a role may be: a president heads a state, or a body."""
    found = {STATE} if role in _STATE else {GOVERNMENT} if role in _GOVERNMENT else set()
    if role == "minister" or (role.endswith("_minister") and not role.startswith(_NO_MINISTERS)):
        found.add(MINISTER)
    if role in _HEAD:
        found.add(HEAD)
    if of is not None and len(found) > 1:
        found &= {STATE if of.kind is Kind.PLACE else HEAD}
    return frozenset(found)


def by_desk(desk: Desk) -> System:
    """The role claims of an article."""

    def said(article: Article) -> Iterator[Said]:
        for item in desk.claims(parse_document(article.text)):
            claim, span = item.claim, item.claim.subject.span
            classes = classes_of(claim.role or "", claim.object.entity)
            if claim.relation == ROLE and classes and span is not None:
                yield Said(person=article.person_at(span), name=claim.subject.text, classes=classes, of=claim.object)

    return said


def by_window(lexicon: Lexicon, size: int, names: Names) -> System:
    """Each name with every title of the list's table that stands at most so many tokens away; of what, it does not say."""

    def said(article: Article) -> Iterator[Said]:
        titles = list(_titles(article, lexicon))
        for start, end, person in names(article):
            for first, last, classes in titles:
                gap = article.tokens[last:start] if last <= start else article.tokens[end:first]
                apart = last <= start or first >= end
                if apart and len(gap) < size and not _ENDS & set(gap):
                    yield Said(person=person, name=" ".join(article.tokens[start:end]), classes=classes)

    return said


def by_gold(article: Article) -> Iterator[Place]:
    """The persons of the gold, wherever they are named."""
    for person, places in article.persons.items():
        yield from ((start, end, person) for start, end in places)


def by_reading(desk: Desk) -> Names:
    """The names that the desk reads, but for those that it takes for places and bodies."""

    def names(article: Article) -> Iterator[Place]:
        for link in desk.check(parse_document(article.text)).links:
            kind = link.entity.kind if link.entity else link.mention.kind
            inside = [place for place, span in enumerate(article.spans) if span.overlaps(link.mention.span)]
            if inside and kind in (None, Kind.PERSON):
                yield inside[0], inside[-1] + 1, article.person_at(link.mention.span)

    return names


def _titles(article: Article, lexicon: Lexicon) -> Iterator[tuple[int, int, frozenset[str]]]:
    """The longest titles from left to right: first token, the one behind the last, relations."""
    at, tokens = 0, article.tokens
    while at < len(tokens):
        for last in range(min(at + lexicon.longest, len(tokens)), at, -1):
            if roles := lexicon.roles_of(plain_title(" ".join(tokens[at:last]))):
                if classes := frozenset().union(*map(classes_of, roles)):
                    yield at, last, classes
                at = last - 1
                break
        at += 1


def leaders(articles: Sequence[Article], desk: Desk, seed: int) -> str:
    """The tables of the section."""
    lexicon = Lexicon(desk.entities)
    systems = {DESK: by_desk(desk)}
    for whose, names in (("names read", by_reading(desk)), ("names of the gold", by_gold)):
        systems |= {f"title ≤ {size} tokens from {whose}": by_window(lexicon, size, names) for size in WINDOWS}
    answers = {name: _answers(articles, system, name) for name, system in systems.items()}
    gold = sum(len({(g.person, g.relation) for g in article.gold}) for article in articles)
    lines = [line for name, said in answers.items() for line in _lines(name, articles, said, seed)]
    parts = [
        "## Who heads what, in other people's gold",
        f"{len(articles)} articles of Deutsche Welle (DWIE), {gold} pairs of a person and a relation, given of the whole"
        " article, whether or not a sentence says it. A pair is found where a claim of office has that person for its subject"
        " and its role is of that relation: president, monarch and supreme leader head a state, prime ministers a government,"
        " presidents, heads, leaders, speakers and secretaries-general a body; other offices do not count. Precision is that"
        " of pairs; “any relation” takes heads of state, of government and of bodies and ministers for one. The articles have"
        " no date here, and their spaces are put back by rule. The baseline takes every title of the same table near a name:"
        " near the names that the desk reads (but for places and bodies), or near the persons of the gold, which it is"
        " then given. Intervals are drawn over articles.",
        table(["system and measure", *SHARE], lines),
        _objects(articles, answers[DESK], seed),
    ]
    return "\n\n".join(parts)


def _answers(articles: Sequence[Article], system: System, name: str) -> list[list[Said]]:
    """What a system says of each article, each pair once."""
    found = []
    for article in waited(articles, len(articles), name):
        once = {(said.person, said.name if said.person is None else "", said.classes): said for said in system(article)}
        found.append(list(once.values()))
    return found


def _lines(name: str, articles: Sequence[Article], answers: Sequence[Sequence[Said]], seed: int) -> Iterator[list[str]]:
    both = list(zip(articles, answers, strict=True))
    yield _line(f"{name}: precision", ((a.title, _right(a, said)) for a, found in both for said in found), seed)
    yield _line(f"{name}: precision, any relation", ((a.title, _known(a, said)) for a, found in both for said in found), seed)
    yield _line(f"{name}: recall", (pair for a, found in both for pair in _recalled(a, found, CLASSES)), seed)
    for relation in CLASSES if name in (DESK, _SHOWN) else ():
        measured = (pair for a, found in both for pair in _recalled(a, found, (relation,)))
        yield _line(f"{name}: recall of {relation}", measured, seed)


def _line(name: str, judged: Iterable[tuple[str, bool]], seed: int) -> list[str]:
    return [name, *shared(judged, seed)]


def _right(article: Article, said: Said) -> bool:
    return any(gold.person == said.person and gold.relation in said.classes for gold in article.gold)


def _known(article: Article, said: Said) -> bool:
    return any(gold.person == said.person for gold in article.gold)


def _recalled(article: Article, found: Sequence[Said], relations: Sequence[str]) -> Iterator[tuple[str, bool]]:
    for person, relation in sorted({(gold.person, gold.relation) for gold in article.gold if gold.relation in relations}):
        yield article.title, any(said.person == person and relation in said.classes for said in found)


def _objects(articles: Sequence[Article], answers: Sequence[Sequence[Said]], seed: int) -> str:
    """Of the desk's right pairs with a country or body, how many have the right one."""
    judged = [
        (article.title, any(_same(said.of, gold) for gold in article.gold if gold.person == said.person))
        for article, found in zip(articles, answers, strict=True)
        for said in found
        if _right(article, said) and said.of is not None and (said.of.entity or said.of.text)
    ]
    return table(["of the right pairs", *SHARE], [_line("the right country or body", judged, seed)])


def _same(of: Party | None, gold: Gold) -> bool:
    if of is None:
        return False
    forms = () if of.entity is None else (of.entity.name, *(form.text for form in of.entity.forms))
    return bool({key(name) for name in (of.text, *forms) if name} & {key(name) for name in gold.of})
