"""Verdicts on claims of office: the person's own rows, and who else held the office on the days around."""

from __future__ import annotations

import re
from collections.abc import Sequence

from copydesk.claims.answers import Case, answer, unknown
from copydesk.claims.covering import GRACE, all_around, moved
from copydesk.claims.holding import LONG_AGO, Holding, instead, is_elsewhere, moved_on, own_rows
from copydesk.claims.namesakes import judge_namesakes
from copydesk.claims.times import is_now, told, year_of
from copydesk.claims.titled import same_title, title_words
from copydesk.claims.wording import UNDER
from copydesk.core.claim import Claim, Judgement, Reason, Verdict
from copydesk.core.dates import PartialDate, When
from copydesk.core.entity import Entity, Fact
from copydesk.core.mention import Link, LinkStatus
from copydesk.entities import EntityList
from copydesk.linking.context import PAST

#: who was born so many years before it, and held no office that the list knows, is history too
_OLD = 85
#: how long after it began an office is still news: "was elected president"
_NEWS = 200
#: qualifiers of an office that is not held yet
_NOT_YET = frozenset("elect designate incoming next would-be prospective honorary candidate nominee".split())
_FOR_NOW = frozenset({"acting", "interim"})
_OVER = frozenset("former ex previous ousted deposed disgraced".split())
_SURE = (LinkStatus.CANONICAL, LinkStatus.VARIANT)
#: offices whose title people keep when they have left
_KEPT = frozenset(
    "president vice_president governor ambassador speaker monarch legislator armed_forces_chief head leader".split()
)
_INITIAL = re.compile(r"\b(\w)\.")
_LEAST = 0.95
#: a name of one syllable may be another's, read through characters
_SHORT = 4


def judge_office(claim: Claim, link: Link | None, day: PartialDate | None, entities: EntityList) -> Judgement:
    """The list's verdict on a claim of office at the article's date; ``link`` is the subject's."""
    case = Case(claim=claim, link=link, day=day, entities=entities)
    if claim.subject.entity is None:
        return judge_namesakes(case)
    own, word = own_rows(claim, entities), claim.qualifier
    if word in UNDER:
        own = [fact for fact in own if word in title_words(fact.title or "") or _says(fact, str(word))]
    if word in PAST:
        return _past(case, own)
    if word in _NOT_YET:
        return _not_yet(case, own)
    if day is None:
        return unknown(case, Reason.UNDATED, "the article has no date", own)
    if word == "was":
        return _was(case, own, day)
    if word == "appointed":
        return _appointed(case, own, day)
    year = year_of(word)
    if year is not None and year < day.year:
        return _in_year(case, own, year)
    return _present(case, own, day)


def _says(fact: Fact, word: str) -> bool:
    """Whether the role of a row is that of a deputy, as the qualifier has it."""
    return str(fact.role).startswith(word)


def _present(case: Case, own: Sequence[Fact], day: PartialDate) -> Judgement:
    if decided := _held(case, own, day):
        return decided
    if _is_history(case.claim.subject.entity, own, day):
        return unknown(case, Reason.NO_RECORD, "held the office long before; the sentence may tell of that time", own)
    if _may_refute(case, own, day):
        if against := _against(case, own, day):
            return _refuted(case, own, against, day)
        present = told(case.claim.qualifier, day) is None and not _is_courtesy(case.claim, own, day)
        if present and (now := moved_on(own, day, case.entities)):
            message = f"left the office before {day} and has held another since"
            return answer(case, Verdict.REFUTED, Reason.OUT_OF_TERM, [*own, *now], message)
    return unknown(case, Reason.NO_RECORD, "the list does not decide it", own)


def _held(case: Case, own: Sequence[Fact], day: PartialDate) -> Judgement | None:
    """Supported or contested where a row holds at the date, undecided where it is stale."""
    found: dict[When, list[Fact]] = {}
    for fact in own:
        found.setdefault(fact.period.when(day), []).append(fact)
    if held := found.get(When.INSIDE) or found.get(When.UNSURE):
        if any(fact.disputed for fact in held):
            return answer(case, Verdict.CONTESTED, None, held, held[0].note or "the office is disputed")
        return answer(case, Verdict.SUPPORTED, None, held, "holds the office at the date")
    if stale := found.get(When.STALE):
        return unknown(case, Reason.STALE_LIST, f"the list knows the office only to {stale[0].period.as_of}", stale)
    return None


def _is_history(person: Entity | None, own: Sequence[Fact], day: PartialDate) -> bool:
    """Whether somebody left the office long ago, or is too old for it where the list knows no such office of theirs."""
    if own:
        return all(fact.period.end and fact.period.end.year < day.year - LONG_AGO for fact in own)
    return person is not None and person.born is not None and person.born.year < day.year - _OLD


def _refuted(case: Case, own: Sequence[Fact], against: Holding, day: PartialDate) -> Judgement:
    holder = case.entities.by_id[against.rows[0].subject].name
    reason = Reason.OUT_OF_TERM if own else Reason.WRONG_OFFICE if against.busy else Reason.WRONG_HOLDER
    facts = [*against.rows, *own, *against.busy]
    return answer(case, Verdict.REFUTED, reason, facts, f"{holder} held the office on {day}")


def _is_courtesy(claim: Claim, own: Sequence[Fact], day: PartialDate) -> bool:
    """Whether a title before a name may be the one that people keep: President Carter."""
    left = any(fact.period.when(day) is When.AFTER for fact in own)
    return left and claim.implied and claim.role in _KEPT and not claim.asserted


def _against(case: Case, own: Sequence[Fact], day: PartialDate) -> Holding | None:
    """Who held the office instead, where the subject surely did not: neither at the date nor when the words say."""
    if _is_courtesy(case.claim, own, day):
        return None
    found = [_holders_instead(case, own, at) for at in (day, told(case.claim.qualifier, day)) if at is not None]
    return found[0] if all(found) else None


def _holders_instead(case: Case, own: Sequence[Fact], day: PartialDate) -> Holding | None:
    if any(fact.disputed or not all_around(fact, day, When.BEFORE, When.AFTER) for fact in own):
        return None
    return instead(case.claim, own, day, case.entities)


def _may_refute(case: Case, own: Sequence[Fact], day: PartialDate) -> bool:
    """Whether the claim is of a time that is known, of a body that is known, and of the person for sure."""
    word = case.claim.qualifier
    timely = is_now(word, day) or told(word, day) is not None or (bool(own) and word in _FOR_NOW)
    if not timely or (is_elsewhere(case.claim) and not own):
        return False
    return day.precision != "year" and len(case.claim.subject.text) > _SHORT and _is_linked(case)


def _is_linked(case: Case) -> bool:
    """Whether the person is sure: by the link, and by the initials as written."""
    link, person = case.link, case.claim.subject.entity
    if link is None or person is None or link.status not in _SURE or (link.probability or 0.0) < _LEAST:
        return False
    names = " ".join((person.name, *(form.text for form in person.forms))).replace("-", " ").split()
    return set(_INITIAL.findall(case.claim.subject.text)) <= {name[0] for name in names}


def _past(case: Case, own: Sequence[Fact]) -> Judgement:
    """Supported where the office is over; refuted where it surely goes on."""
    word, day = case.claim.qualifier, case.day
    past = (When.AFTER, When.UNSURE, *([When.INSIDE] if word == "outgoing" else ()))
    over = [fact for fact in own if day is None or fact.period.when(day) in past]
    if over and word not in ("late", "then"):
        return answer(case, Verdict.SUPPORTED, None, over, "held the office before")
    if not over and word in _OVER and day is not None and day.precision != "year" and _is_linked(case):
        still = [fact for fact in own if _holds_on(fact, case, day) and not fact.disputed]
        if still:
            return answer(case, Verdict.REFUTED, Reason.OUT_OF_TERM, still, f"still holds the office on {day}")
    return unknown(case, Reason.NO_RECORD, f"“{word}” is not judged against the list", own)


def _holds_on(fact: Fact, case: Case, day: PartialDate) -> bool:
    """Whether the office is held on every day around the date, and is the very one that the title names."""
    one = case.entities.offices[str(fact.role)].single or same_title(fact.title, case.claim.predicate)
    return one and fact.role in case.claim.roles and all_around(fact, day, When.INSIDE)


def _not_yet(case: Case, own: Sequence[Fact]) -> Judgement:
    """Refuted where somebody "elect" has held the office for long, and is not elected again."""
    word, day = case.claim.qualifier, case.day
    if word in ("elect", "designate") and day is not None and day.precision != "year" and _is_linked(case):
        early = PartialDate.of(moved(day.first, -GRACE * 3))
        held = [fact for fact in own if _holds_on(fact, case, day) and fact.period.when(early) is When.INSIDE]
        later = [fact for fact in own if fact.period.when(day) is When.BEFORE]
        if held and not later:
            return answer(case, Verdict.REFUTED, Reason.OUT_OF_TERM, held, f"has long held the office on {day}")
    return unknown(case, Reason.NO_RECORD, f"“{word}” is not judged against the list", own)


def _was(case: Case, own: Sequence[Fact], day: PartialDate) -> Judgement:
    held = [fact for fact in own if fact.period.when(day) in (When.AFTER, When.INSIDE, When.UNSURE)]
    if held:
        return answer(case, Verdict.SUPPORTED, None, held, "held the office then or before")
    return unknown(case, Reason.NO_RECORD, "“was” is not judged against the list", own)


def _appointed(case: Case, own: Sequence[Fact], day: PartialDate) -> Judgement:
    ahead = PartialDate.of(moved(day.last, _NEWS))
    held = [fact for fact in own if fact.period.when(ahead) in (When.INSIDE, When.UNSURE, When.AFTER)]
    if held and not any(fact.disputed for fact in held):
        return answer(case, Verdict.SUPPORTED, None, held, "was given the office")
    return unknown(case, Reason.NO_RECORD, "the list does not say who was given the office", own)


def _in_year(case: Case, own: Sequence[Fact], year: int) -> Judgement:
    """A sentence with a year of its own speaks of that year or of the article's day: it is never refuted."""
    told = [fact for fact in own if fact.period.when(PartialDate(year)) in (When.INSIDE, When.UNSURE) and not fact.disputed]
    if told:
        return answer(case, Verdict.SUPPORTED, None, told, f"held the office in {year}")
    return unknown(case, Reason.NO_RECORD, f"the sentence speaks of {year}", own)
