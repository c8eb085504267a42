"""Verdicts on capital, rank and location claims, from the dated rows of a list."""

from __future__ import annotations

from rapidfuzz import fuzz

from copydesk.claims.apart import FIRM, apart, is_sure
from copydesk.claims.place_names import readings
from copydesk.claims.place_verdicts import FACT, NAMED, Case, answer, refuted, unknown
from copydesk.claims.world_regions import REGIONS, Region, region_of, row_of
from copydesk.core.claim import Claim, Judgement, Reason, Verdict
from copydesk.core.dates import PartialDate
from copydesk.core.entity import Entity, Fact, Kind, Relation
from copydesk.entities import EntityList
from copydesk.entities.whereabouts import capitals, countries, is_area, is_country, is_doubtful, is_town, ways
from copydesk.names.forms import fold

#: years after a move of the capital in which the old one is not refuted
RECENT = 10
#: edit ratio (0 to 100) from which a name may be a spelling of the capital's
ALIKE = 60.0


def judge_place(claim: Claim, day: PartialDate | None, entities: EntityList) -> Judgement:
    """Hold a place claim against the list.

    Supported by the rows that lead from the subject to what it is said to lie in or to be the capital of, under any reading of
    the two names. Refuted where the subject is well known and surely meant, no place of its name lies there, and nothing about
    either is disputed. Contested where the only rows are disputed.
    """
    case = _case(claim, day, entities)
    if claim.subject.entity is not None and (region := region_of(claim.object.text)):
        return _of_region(case, region)
    if not case.subjects or not case.wholes:
        ambiguous = bool(case.subjects) and claim.implied
        return unknown(case, Reason.AMBIGUOUS_LINK if ambiguous else Reason.UNLINKED, "a place is not told from the list")
    if claim.qualifier is not None:
        return unknown(case, Reason.NO_RECORD, f"“{claim.qualifier}” is another state of things than today's")
    if claim.relation == "capital_of":
        return _capital(case)
    return _rank(case) if claim.relation == "rank" else _located(case)


def _case(claim: Claim, day: PartialDate | None, entities: EntityList) -> Case:
    """The claim with every reading of its names, the one meant first."""
    subject, whole = claim.subject.entity, claim.object.entity
    return Case(
        claim=claim, day=day, entities=entities,
        subjects=_every(subject, claim.subject.text, entities), wholes=_every(whole, claim.object.text, entities),
    )  # fmt: skip


def _every(meant: Entity | None, text: str, entities: EntityList) -> tuple[Entity, ...]:
    found = {} if meant is None else {meant.id: meant}
    if text and (meant is None or meant.kind is Kind.PLACE):
        found.update({named.entity.id: named.entity for named in readings(text, entities)})
    return tuple(found.values())


def _of_region(case: Case, region: Region) -> Judgement:
    """A country and a part of the world, by the table: a row of it, or the parts that it lies in instead."""
    country = case.subjects[0]
    if country.country in region.inside:
        return answer(
            case, Verdict.SUPPORTED, None, [row_of(country, case.claim.object.text)], "so the table has it", FACT["held"]
        )
    others = [name for name, other in REGIONS.items() if country.country in other.inside]
    if others and country.country not in region.also and is_sure(case, country=True):
        rows = [row_of(country, name) for name in others]
        return refuted(case, Reason.WRONG_PLACE, rows, f"{country.name} is a {others[0].title()} country", FACT["place"])
    return unknown(case, Reason.NO_RECORD, "the table does not decide it")


def _located(case: Case) -> Judgement:
    if found := _way(case):
        return found
    if case.subjects[0].kind is Kind.ORGANIZATION:
        return _seat(case)
    return _misplaced(case) or unknown(case, Reason.NO_RECORD, "the list does not decide it")


def _misplaced(case: Case) -> Judgement | None:
    """Refuted by the rows that say where the subject lies instead."""
    areas = [whole for whole in case.wholes if is_area(whole)]
    if not areas or not is_sure(case) or not all(apart(one, whole, case) for one in case.subjects for whole in areas):
        return None
    where = ways(case.subjects[0].id, case.day, case.entities)
    rows = tuple(dict.fromkeys(row for way in where.values() for row in way.rows))
    names = [entity.name for ident in where if (entity := case.entities.get(ident)) is not None]
    message = f"{case.subjects[0].name} lies in {', '.join(names[:3])}"
    return refuted(case, Reason.WRONG_PLACE, rows, message, FACT["place"])


def _way(case: Case) -> Judgement | None:
    """Supported or contested by the rows that lead from the subject to the whole, under the readings that they join."""
    disputed: Judgement | None = None
    for subject in case.subjects:
        around = ways(subject.id, case.day, case.entities)
        for whole in case.wholes:
            if (way := around.get(whole.id)) is None:
                continue
            if not way.disputed:
                return answer(case, Verdict.SUPPORTED, None, way.rows, "so the list has it", FACT["held"])
            note = next((row.note for row in way.rows if row.disputed and row.note), "sources disagree")
            disputed = disputed or answer(case, Verdict.CONTESTED, None, way.rows, note, FACT["held"])
    return disputed


def _seat(case: Case) -> Judgement:
    """An organisation is refuted only where its headquarters, of which the list has one, are said to be in another country."""
    own, place = case.subjects[0], case.wholes[0]
    rows = case.entities.about(own.id, Relation.LOCATED_IN)
    here = countries(str(rows[0].object), case.day, case.entities) if len(rows) == 1 and not rows[0].disputed else frozenset()
    there = countries(place.id, case.day, case.entities)
    if case.claim.predicate == "headquartered in" and here and there and not here & there and len(case.wholes) == 1:
        seat = case.entities.get(rows[0].object)
        return refuted(case, Reason.WRONG_PLACE, rows, f"the list has its seat in {seat.name if seat else '?'}", FACT["seat"])
    return unknown(case, Reason.NO_RECORD, "the list does not decide it", rows)


def _capital(case: Case) -> Judgement:
    for subject in case.subjects:
        for whole in case.wholes:
            now = tuple(row for row in capitals(whole.id, case.day, case.entities) if row.subject == subject.id)
            if disputed := [row for row in now if row.disputed]:
                return answer(case, Verdict.CONTESTED, None, now, disputed[0].note or "sources disagree", FACT["held"])
            if now:
                return answer(case, Verdict.SUPPORTED, None, now, "so the list has it", FACT["held"])
    if turned := _turned(case):
        return turned
    rows = _other_capitals(case)
    if rows and is_sure(case, capital=True):
        names = " and ".join(case.entities.by_id[row.subject].name for row in rows)
        return refuted(case, Reason.WRONG_PLACE, rows, f"the capital of {case.wholes[0].name} is {names}", FACT["capital"])
    return unknown(case, Reason.NO_RECORD, "the list does not decide it")


def _turned(case: Case) -> Judgement | None:
    """A country that is called the capital of its own capital: two names that changed places."""
    subject = case.subjects[0]
    for whole in case.wholes:
        rows = tuple(row for row in capitals(subject.id, case.day, case.entities) if row.subject == whole.id)
        if rows and is_country(subject) and case.claim.extraction >= FIRM and not any(row.disputed for row in rows):
            return refuted(case, Reason.WRONG_PLACE, rows, f"{whole.name} is the capital of {subject.name}", FACT["turned"])
    return None


def _other_capitals(case: Case) -> tuple[Fact, ...]:
    """The undisputed capitals of the whole, where they rule the subject out; all of them count where it has several."""
    areas = [whole for whole in case.wholes if not is_town(whole)]
    rows = [capitals(whole.id, case.day, case.entities) for whole in areas]
    if not rows or not all(rows) or any(row.disputed for found in rows for row in found):
        return ()
    names = [case.entities.by_id[row.subject].name for found in rows for row in found]
    if any(_may_be(case.claim.subject.text, name) for name in names) or _was_lately(case, areas):
        return ()
    doubtful = is_doubtful(case.subjects[0].id, case.entities) or not countries(case.subjects[0].id, case.day, case.entities)
    return () if doubtful else tuple(rows[0])


def _may_be(written: str, capital: str) -> bool:
    """Whether a name may be a spelling of the capital's, or the part of it that people say: Delhi, New Delhi."""
    one, other = fold(written), fold(capital)
    return bool(set(one.split()) & set(other.split())) or fuzz.ratio(one, other) >= ALIKE


def _was_lately(case: Case, areas: list[Entity]) -> bool:
    """Whether the subject was the capital until not long before, or is yet to be."""
    for subject in case.subjects:
        for row in case.entities.about(subject.id, Relation.CAPITAL_OF):
            here = row.object in {area.id for area in areas}
            end = row.period.end
            if here and (end is None or case.day is None or end.year > case.day.year - RECENT):
                return True
    return False


def _rank(case: Case) -> Judgement:
    whole = case.wholes[0]
    rows = [row for row in case.entities.related(Relation.RANK, whole.id) if _same_rank(row.title or "", case.claim.predicate)]
    own = tuple(row for row in rows if row.subject in {subject.id for subject in case.subjects})
    if own:
        verdict = Verdict.CONTESTED if own[0].disputed else Verdict.SUPPORTED
        return answer(case, verdict, None, own, own[0].note or "so the list has it", FACT["held"])
    misplaced = _misplaced(case) if _way(case) is None else None
    return misplaced or unknown(case, Reason.NO_RECORD, "ranks change with populations and how they are counted")


def _same_rank(listed: str, claimed: str) -> bool:
    def plain(text: str) -> list[str]:
        words = text.lower().replace("-", " ").replace("biggest", "largest").replace("most populous", "largest").split()
        return [NAMED.get(word, word) for word in words][: 1 + (words[:1] != ["largest"])]

    return plain(listed) == plain(claimed)
