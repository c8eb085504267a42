"""NAM102: one bearer spelled several ways in one document. Needs no list."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from rapidfuzz import fuzz, process

from copydesk.checks.base import Check, Proof
from copydesk.core.entity import Entity, Kind
from copydesk.core.finding import Finding, Fix, Safety, Severity
from copydesk.core.mention import Link, LinkStatus, Mention
from copydesk.core.span import Span
from copydesk.linking.decide import family_text
from copydesk.names.common import is_common_word, usage
from copydesk.names.compare import match_part
from copydesk.names.forms import core_parts
from copydesk.names.knowledge import NameKnowledge, default_knowledge
from copydesk.names.pinyin import is_pinyin

#: likeness from which two unknown surnames in one text are two spellings of one
LIKE = 0.72
_SHORTEST = 5
#: edit ratio (0 to 100) from which two surnames are compared closely, and with how many at most
_NEAR, _WIDTH = 60.0, 5
#: spellings that a message names
_NAMED = 6
#: without a list the rule leans on likeness alone; measured by reading its findings on translated news
_CONFIDENCE_LISTED, _CONFIDENCE_UNLISTED = 0.9, 0.7


def run(proof: Proof) -> Iterator[Finding]:
    """The first mention of every spelling that is not the usual one of the document."""
    listed: dict[str, list[Link]] = defaultdict(list)
    free: list[Link] = []
    for link in proof.links:
        if link.entity is not None and link.entity.kind is Kind.PERSON:
            listed[link.entity.id].append(link)
        elif link.status is LinkStatus.NOT_IN_LIST and _may_be_person(link.mention):
            free.append(link)
    for links in listed.values():
        wrong = [link for link in links if link.status is LinkStatus.GARBLE]
        yield from _report(_by_surname(wrong), links[0].entity, _CONFIDENCE_LISTED)
    for group in _free_groups(_by_surname(free)):
        yield from _report(group, None, _CONFIDENCE_UNLISTED)


def _may_be_person(mention: Mention) -> bool:
    """Whether nothing tells against a person; a capital inside a word makes a brand of it."""
    branded = any(char.isupper() for word in re.split(r"[\s-]", mention.text) for char in word[1:])
    return mention.kind in (None, Kind.PERSON) and not branded


def _by_surname(links: Sequence[Link]) -> dict[str, list[Link]]:
    groups: dict[str, list[Link]] = defaultdict(list)
    for link in links:
        groups[core_parts(link.mention.text)[-1]].append(link)
    return groups


def _free_groups(spellings: dict[str, list[Link]]) -> Iterator[dict[str, list[Link]]]:
    """Spellings gathered around the most frequent one that they are like; each belongs to one group at most."""
    known = default_knowledge()
    groups: dict[str, dict[str, list[Link]]] = {}
    heads: list[str] = []
    for part in sorted(spellings, key=lambda part: (-len(spellings[part]), spellings[part][0].mention.span.start)):
        near = (
            process.extract(part, heads, scorer=fuzz.ratio, score_cutoff=_NEAR, limit=_WIDTH) if len(part) >= _SHORTEST else []
        )
        head = next((str(hit[0]) for hit in near if _one_name(str(hit[0]), part, spellings, known)), None)
        if head is not None:
            groups[head][part] = spellings[part]
        else:
            heads.append(part)
            groups[part] = {part: spellings[part]}
    yield from groups.values()


def _one_name(one: str, other: str, spellings: dict[str, list[Link]], known: NameKnowledge) -> bool:
    if min(len(one), len(other)) < _SHORTEST or not _unknown(one, other, known):
        return False
    return match_part(one, other).likeness >= LIKE and _same_bearer(spellings[one], spellings[other])


def _unknown(one: str, other: str, known: NameKnowledge) -> bool:
    """Whether one part is no known name or word, neither is an everyday word, and they are no plural or pinyin pair."""
    if is_common_word(one) or is_common_word(other) or one + "s" == other or other + "s" == one:
        return False
    if is_pinyin(one) and is_pinyin(other):
        return False
    return any(not known.attested(part) and not usage(part) for part in (one, other))


def _same_bearer(left: Sequence[Link], right: Sequence[Link]) -> bool:
    """Whether given names agree wherever both sides have one, and one side has one at all."""
    given = [{core_parts(link.mention.text)[:-1] for link in links} - {()} for links in (left, right)]
    if not given[0] and not given[1]:
        return False
    return not given[0] or not given[1] or bool(given[0] & given[1])


def _report(spellings: dict[str, list[Link]], entity: Entity | None, confidence: float) -> Iterator[Finding]:
    if len(spellings) < 2:
        return
    usual = max(spellings, key=lambda part: (len(spellings[part]), -spellings[part][0].mention.span.start))
    counts = ", ".join(f"“{_surname(links[0])[0]}” ({len(links)}×)" for links in list(spellings.values())[:_NAMED])
    counts += f" and {len(spellings) - _NAMED} more" if len(spellings) > _NAMED else ""
    for part, links in spellings.items():
        if part == usual:
            continue
        word, span = _surname(links[0])
        right = family_text(entity) if entity else _surname(spellings[usual][0])[0]
        who = f" for {entity.name}" if entity else ""
        yield Finding(
            rule="NAM102", span=span, text=word, severity=Severity.MINOR, confidence=confidence, entity=entity,
            message=f"one name spelled several ways in this document{who}: {counts}", name_form="garble" if entity else None,
            fixes=(Fix(span=span, replacement=right, safety=Safety.UNSAFE),),
        )  # fmt: skip


def _surname(link: Link) -> tuple[str, Span]:
    text = link.mention.text
    start = max(text.rfind(" "), text.rfind("\u00a0")) + 1
    return text[start:], Span(link.mention.span.start + start, link.mention.span.end)


CHECK = Check(
    code="NAM102",
    name="inconsistent-name",
    severity=Severity.MINOR,
    summary="one bearer is spelled several ways in one document",
    explanation=(
        "A translation engine meets a name anew in every sentence and may spell it anew each time. The rule needs no list: it "
        "compares the family names of a document with each other and reports the rarer spelling, unless both are known names, "
        "or the given names beside them differ."
    ),
    failing=(
        "Ali Akbar Vilayati, an adviser to Iran’s supreme leader, said so. Vilayati added this. Then [[Villayati]] left.",
        "The witness Dorvan Kestrimov spoke first. Kestrimov left early. Later [[Kestrimow]] came back.",
        "Engineer Harub Tamendaro built it. Tamendaro was proud. Yet [[Tamendarro]] never saw it.",
        "Writer Olim Vaskerand won. The judges praised Vaskerand. On Friday [[Vaskirand]] will speak.",
    ),
    passing=(
        "Peter Hansen met Jan Hanson in Oslo. Hansen was late, and Hanson left.",
        "Dorvan Kestrimov met his cousin Alem Kestrimow. Kestrimov spoke.",
        "Anna Smith and Paul Smyth sang. Smith began.",
        "Prime Minister Nikol Pashinyan spoke. Pashinyan left.",
        "Sergey Lavrov met Pavlov. Lavrov left.",
        "The Kestrel flew over Kestrimov.",
    ),
    run=run,
)
