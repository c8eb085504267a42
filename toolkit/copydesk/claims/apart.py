"""When a place surely does not lie in another: the guards before a location is refuted."""

from __future__ import annotations

from copydesk.claims.place_names import plain_name
from copydesk.claims.place_verdicts import Case, is_written
from copydesk.core.entity import Entity, Relation
from copydesk.entities import EntityList
from copydesk.entities.whereabouts import capitals, countries, is_area, is_country, is_doubtful, ways
from copydesk.names.forms import fold

#: probability of the statement below which nothing is refuted
FIRM = 0.9
#: prominence from which a town is known abroad by its name alone, and from which two regions of a country are held apart
KNOWN, WELL_KNOWN = 0.45, 0.6
#: countries full of towns named after those of others, far smaller ones than a list has
NAMESAKES = frozenset(
    "US CA AU NZ ZA GB IE PH PR JM TT BZ GY BS BB AR BO BR CL CO CR CU DO EC SV GT HN MX NI PA PY PE UY VE".split()
)
#: and those that they were named from
_NAMED_FROM = frozenset("ES PT FR NL DE IT GB IE".split())
#: first words of names that many towns have
_COMMON = frozenset("al el as ad san santa santo sao saint st ste new fort port nova villa la los las".split())
#: where regions were redrawn, so that old and new ones overlap
_REDRAWN = frozenset(("FR",))
#: descriptions that do not say one level of division
_LOOSE = ("island", "divided", "historical")


def is_sure(case: Case, *, capital: bool = False, country: bool = False) -> bool:
    """Whether the text surely says it, and surely of the first subject, as news knows it and spells it."""
    subject, written = case.subjects[0], case.claim.subject.text
    if case.claim.subject.entity is None or (case.claim.object.entity is None and not country):
        return False
    if case.claim.extraction < FIRM or not any(is_written(subject, text) for text in (written, plain_name(written))):
        return False
    known = subject.prominence is None or subject.prominence >= (0.3 if capital else KNOWN)
    return known and is_country(subject) == country


def apart(subject: Entity, whole: Entity, case: Case) -> bool:
    """Whether one reading of the subject surely does not lie in one reading of the whole."""
    entities = case.entities
    if is_doubtful(subject.id, entities) or is_doubtful(whole.id, entities):
        return False
    own, its = (countries(ident, case.day, entities) for ident in (subject.id, whole.id))
    if not own or not its or whole.id in ways(subject.id, case.day, entities):
        return False
    if not own & its:
        return _is_no_namesake(subject, whole, case) and not _at_odds(own, its, subject, entities)
    return _in_sister(subject, whole, case)


def _is_no_namesake(subject: Entity, whole: Entity, case: Case) -> bool:
    """Whether no unlisted town of the name is to be feared; readings that are not meant need not fear one."""
    if subject.id != case.subjects[0].id or case.claim.relation == "rank":
        return True
    if fold(subject.name).split()[0] in _COMMON or whole.country in NAMESAKES:
        return False
    return not (subject.country in NAMESAKES and whole.country in _NAMED_FROM)


def _full_of_namesakes(case: Case) -> frozenset[str]:
    """Countries where a small town may be meant; none where it is said to be one of the largest."""
    return frozenset() if case.claim.relation == "rank" else NAMESAKES


def _at_odds(own: frozenset[str], its: frozenset[str], subject: Entity, entities: EntityList) -> bool:
    """Whether the two countries dispute any land: then only a capital is surely the one's."""
    if any(row.subject == subject.id and not row.disputed for ident in own for row in capitals(ident, None, entities)):
        return False
    return any(_claims(one, other, entities) for one in own for other in its)


def _claims(one: str, other: str, entities: EntityList) -> bool:
    """Whether some place is disputed between two countries, or the one has rows that say so of the other."""
    return _disputed_in(one, entities) & _disputed_in(other, entities) != frozenset()


def _disputed_in(country: str, entities: EntityList) -> frozenset[str]:
    """The places that a country holds or claims and another too."""
    rows = [row for relation in (Relation.PART_OF, Relation.LOCATED_IN) for row in entities.related(relation, country)]
    return frozenset(row.subject for row in rows if row.disputed)


def _in_sister(subject: Entity, whole: Entity, case: Case) -> bool:
    """Whether the subject lies in another region of the same sort in the same country: Tuscany, not Lazio."""
    sort = whole.description
    if is_country(whole) and whole.country == subject.country and not sort.startswith("country of"):
        return False
    if not sort or any(word in sort for word in _LOOSE) or whole.country in _REDRAWN:
        return False
    known = subject.prominence is None or subject.prominence >= WELL_KNOWN
    if whole.country in _full_of_namesakes(case) - {"GB"} or not known or subject.country != whole.country:
        return False
    around = (case.entities.get(ident) for ident in ways(subject.id, case.day, case.entities))
    return any(item is not None and is_area(item) and item.id != whole.id and item.description == sort for item in around)
