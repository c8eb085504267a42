"""All claims that are neither of office nor of place, behind two functions."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from types import MappingProxyType

from copydesk.claims.ages import age_claims, judge_age
from copydesk.claims.anniversaries import anniversary_claims, judge_anniversary
from copydesk.claims.gender import gender_claims, judge_gender
from copydesk.claims.national_bodies import body_claims, judge_body
from copydesk.claims.nationality import judge_nationality, nationality_claims
from copydesk.claims.parties import judge_party, party_claims
from copydesk.claims.weekday import judge_weekday, weekday_claims
from copydesk.claims.weighing import Weigher
from copydesk.core.claim import Claim, Judgement
from copydesk.core.dates import PartialDate
from copydesk.core.mention import Link
from copydesk.entities import EntityList
from copydesk.reader.lexicon import Lexicon
from copydesk.reader.mentions import Scanned

_BY_LIST: Mapping[str, Callable[[Weigher, EntityList], Judgement]] = MappingProxyType(
    {"nationality": judge_nationality, "part_of": judge_body, "member_of": judge_party}
)
_BY_ITSELF: Mapping[str, Callable[[Weigher], Judgement]] = MappingProxyType(
    {"age": judge_age, "gender": judge_gender, "weekday": judge_weekday, "anniversary": judge_anniversary}
)
#: the relations of the claims that are judged here
RELATIONS = (*_BY_LIST, *_BY_ITSELF)


def other_claims(sentence: Scanned, links: Sequence[Link], lexicon: Lexicon, day: PartialDate | None) -> Iterator[Claim]:
    """The claims of a sentence; ``links`` are its own, ``day`` is the article's date. All spans refer to the reading."""
    own = list(links)
    yield from nationality_claims(sentence, own, lexicon)
    yield from body_claims(sentence, own, lexicon)
    yield from party_claims(sentence, own, lexicon)
    yield from gender_claims(sentence, own)
    if any(character.isdigit() for character in sentence.text):
        yield from age_claims(sentence, own)
        yield from weekday_claims(sentence, day)
        yield from anniversary_claims(sentence)


def judge_other(claim: Claim, link: Link | None, day: PartialDate | None, entities: EntityList) -> Judgement:
    """The answer to one of them; ``link`` is the subject's. Raises KeyError for a relation that is not in `RELATIONS`."""
    weigher = Weigher(claim=claim, link=link, day=day)
    if claim.relation in _BY_LIST:
        return _BY_LIST[claim.relation](weigher, entities)
    return _BY_ITSELF[claim.relation](weigher)
