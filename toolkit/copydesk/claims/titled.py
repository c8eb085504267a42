"""Whether two titles name one office: in other order, shorter, or as the country calls it."""

from __future__ import annotations

from collections.abc import Iterable

from copydesk.claims.wording import HEADS, UNDER
from copydesk.core.claim import Claim
from copydesk.core.entity import Entity, Fact, Kind
from copydesk.entities import EntityList
from copydesk.entities.titles import plain_title

#: heads that mean the first of a body
_FIRST = frozenset("head chief leader director chairman president speaker administrator governor boss chair executive".split())
#: words of a title that tell no office from another
_COMMON = frozenset("general chief federal union state national government republic affairs".split())
_SMALL = frozenset("of the for and acting caretaker ad interim a".split())
#: spellings and forms that say the same
_FORMS = {"defense": "defence", "advisor": "adviser", "chairwoman": "chairman", "chairperson": "chairman", "chair": "chairman"}
#: heads that say the same in some countries
_SAME = {"minister": "secretary"}


def title_words(title: str) -> frozenset[str]:
    """The words of a title that count, minister and secretary as one."""
    return frozenset(_SAME.get(word, word) for word in _written(title))


def same_title(listed: str | None, claimed: str) -> bool:
    """Whether two titles have the same words: Secretary of Commerce, Commerce Secretary."""
    return listed is not None and title_words(listed) == title_words(claimed)


def fits(listed: str | None, claimed: str) -> bool:
    """Whether one title may be short for the other: Minister, Minister of Education and Science, Education Minister."""
    one, other = _content(title_words(listed or "")), _content(title_words(claimed))
    return one <= other or other <= one


def names_office(role: str, claimed: str, rows: Iterable[Fact]) -> bool:
    """Whether a title surely is that of a role where these rows are its holders.

    "Foreign minister" is anywhere; "chancellor", "premier" and "secretary of state" only where the list has the holders so:
    elsewhere they are other offices, or those of a part of the country.
    """
    said = _written(claimed)
    if "ministry" in said:
        return True
    return said >= set(role.split("_")) or any(fact.title is None or _is_called(fact.title, said) for fact in rows)


def _is_called(listed: str, said: frozenset[str]) -> bool:
    words = _written(listed)
    return bool(words & said & HEADS) and _content(words) <= _content(said)


def is_worded(fact: Fact, claim: Claim, body: Entity | None, entities: EntityList) -> bool:
    """Whether the title of a row is told in other order, of a body of its country: State Duma Speaker."""
    if body is None or entities.offices[str(fact.role)].single or not _of_country(claim, body, entities):
        return False
    names = {word for name in (body.name, *(form.text for form in body.forms)) for word in title_words(name)}
    row, told = title_words(fact.title or ""), title_words(f"{claim.predicate} {claim.object.text}")
    if _heads(row) != _heads(title_words(claim.predicate)) or row & UNDER != told & UNDER:
        return False
    listed, said = _content(row) - names, _content(told) - names
    return bool(listed & said) and (listed <= said or said <= listed)


def _of_country(claim: Claim, body: Entity, entities: EntityList) -> bool:
    """Whether the body of the claim, if one is known, is that of the row or one of its country's."""
    if not claim.bodies or body.id in claim.bodies:
        return True
    wanted = [entities.get(ident) for ident in claim.bodies]
    return body.kind is Kind.PLACE and any(
        item is not None and item.kind is Kind.ORGANIZATION and item.country == body.country for item in wanted
    )


def _heads(words: frozenset[str]) -> frozenset[str]:
    """The heads of a title; those that mean no more than the first of a body are one."""
    return frozenset("head" if word in _FIRST else word for word in words & HEADS)


def _content(words: frozenset[str]) -> frozenset[str]:
    """What a title says beside its head."""
    return words - HEADS - _COMMON


def _written(title: str) -> frozenset[str]:
    return frozenset(_FORMS.get(word, word) for word in plain_title(title).split() if word not in _SMALL)
