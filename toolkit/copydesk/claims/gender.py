"""Words that go with a woman or a man only, beside a name: "Mrs X", "Queen X", "spokeswoman X", "X himself"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from copydesk.claims.near import start_of_reach
from copydesk.claims.weighing import Weigher
from copydesk.core.claim import Claim, Fault, Judgement, Party, Reason
from copydesk.core.entity import Entity, Kind
from copydesk.core.mention import Link
from copydesk.core.span import Span
from copydesk.reader.mentions import Scanned

#: with a capital only: one can miss Barack Obama
_WOMEN = "Mrs|Ms|Miss|Madam|Madame|Mme|Dame|Frau|Queen|Princess|Duchess|Empress|Baroness|Countess"
#: Sheikh and Sultan are names of women too
_MEN = "Mr|Mister|Monsieur|Herr|Sir|King|Prince|Emperor|Pope"
#: trades; spokesman, chairman and actor are said of women too
_OF_WOMEN = (
    "spokeswoman|chairwoman|congresswoman|businesswoman|policewoman|stateswoman|councilwoman|actress|first lady|sportswoman"
)
_OF_MEN = "businessman|policeman|sportsman"
_GENDERS = {
    **{word.lower(): "f" for word in (*_WOMEN.split("|"), *_OF_WOMEN.split("|"), "herself", "her")},
    **{word.lower(): "m" for word in (*_MEN.split("|"), *_OF_MEN.split("|"), "himself", "his")},
}
#: a wife may be called by her husband's whole name
_WIVES = frozenset({"mrs", "madame", "mme", "frau", "princess"})
_TITLE = re.compile(rf"(?<![\w-])(?P<word>{_WOMEN}|{_MEN}|(?i:{_OF_WOMEN}|{_OF_MEN}))\.?[ \u00a0]$")
_SELF = re.compile(
    r",?[ \u00a0](?P<word>himself|herself)\b"
    # whoever comes with "his wife" or "her team" right behind the name is the one who is named
    r"|,?[ \u00a0](?:(?:and|with|together with|along with|accompanied by)[ \u00a0])(?P<own>his|her)[ \u00a0](?:own[ \u00a0])?"
    r"(?:wife|husband|spouse|family|children|son|daughter|parents|mother|father|brother|sister|entourage|delegation|cabinet"
    r"|government|team|colleagues|supporters|lawyers?)\b"
)
#: a name that opens its sentence; elsewhere "himself" may be somebody who was named before, or not named at all
_OPENING = re.compile(r"\W*(?:(?:[A-Z][\w’'-]*,?|the|of|for)[ \u00a0]+){0,8}")
#: how often the word is the person's
_TITLED, _REFLEXIVE = 0.98, 0.95
_FACT = 0.99
_NAMES = {"f": "a woman", "m": "a man"}


def gender_claims(sentence: Scanned, links: list[Link]) -> Iterator[Claim]:
    """The claims of a sentence about persons whose gender the list knows; of others there is nothing to say."""
    for link in links:
        if link.entity is None or link.entity.kind is not Kind.PERSON or link.entity.gender is None:
            continue
        name = link.mention.span.shifted(-sentence.offset)
        before = _TITLE.search(sentence.text, start_of_reach(name.start), name.start)
        if before is not None:
            word = Span(*before.span("word"))
            yield _claim(sentence, link, link.entity, word, Span(word.start, name.end), _TITLED)
        elif (after := _SELF.match(sentence.text, name.end)) and _opens(sentence, link):
            word = Span(*after.span("word" if after["word"] else "own"))
            yield _claim(sentence, link, link.entity, word, Span(name.start, word.end), _REFLEXIVE)


def _opens(sentence: Scanned, link: Link) -> bool:
    """Whether nobody else can be meant: before the name and its title nothing is said."""
    context = link.mention.context
    start = link.mention.span.start if context is None else min(link.mention.span.start, context.span.start)
    return _OPENING.fullmatch(sentence.text, 0, start - sentence.offset) is not None


def _claim(sentence: Scanned, link: Link, person: Entity, word: Span, span: Span, sure: float) -> Claim:
    return Claim(
        span=span.shifted(sentence.offset), text=span.of(sentence.text), relation="gender", predicate="is called",
        subject=Party(text=link.mention.text, span=link.mention.span, entity=person),
        object=Party(text=word.of(sentence.text), span=word.shifted(sentence.offset)), extraction=sure,
    )  # fmt: skip


def judge_gender(weigher: Weigher) -> Judgement:
    """Refuted for whole names of well-known people only: a Mrs of the same family name is somebody else."""
    claim = weigher.claim
    person, said = claim.subject.entity, _GENDERS.get(claim.object.text.lower())
    if person is None:
        return weigher.unlinked()
    if person.gender is None or said is None:
        return weigher.unknown(Reason.NO_RECORD, "the list does not say")
    message = f"the list has {person.name} as {_NAMES[person.gender]}"
    if person.gender == said:
        return weigher.supported(_FACT, message)
    if weigher.sure and claim.object.text.lower() not in _WIVES:
        return weigher.refuted(Reason.VALUE, _FACT, message, Fault.TRANSLATION)
    return weigher.unknown(Reason.AMBIGUOUS_LINK, f"{message}; another person may be meant")
