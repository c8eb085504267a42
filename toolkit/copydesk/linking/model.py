"""The table of evidence: what each observation about a written name and a listed entity is worth.

The sum of value × weight is a log-odds; the logistic function makes it a probability. The weights were set by hand from what
each observation means and checked on labelled mentions; a trained model can take this table's place.
"""

from __future__ import annotations

import math
from collections.abc import Iterable

from copydesk.core.entity import Entity
from copydesk.core.evidence import Evidence

#: log-odds before any evidence: most names are spelled right, and most are in no list
PRIOR = -5.5

#: nothing is surer than this: the table knows less than an editor
SUREST = 0.99

#: prominence from which an entity counts as one that news speaks of
WELL_KNOWN = 0.5

WEIGHTS: dict[str, float] = {
    # likeness of the family name and of the other parts, 0 to 1
    "family": 5.5,
    "given": 3.0,
    # the title beside the name belongs to this entity at the date
    "office": 3.6,
    # the title belongs to this entity, by a body or country that the document implies
    "implied_office": 2.6,
    # the title is one that many hold at a time, and this entity is one of them
    "shared_office": 1.2,
    # the title says that this entity held the office once; others did too
    "former_office": 3.4,
    # the title without a country is one that this entity holds at the date
    "title": 1.6,
    # the country beside the name is the entity's
    "country": 0.8,
    # title and country beside the name are held by somebody else
    "other_holder": -2.5,
    # the country beside the name is another than the entity's
    "other_country": -3.0,
    # the name is, letter by letter, what Russian or Chinese script makes of the entity's name
    "channel": 3.0,
    # a part that differs from the list is itself a known name (0 to 1 by how often it is borne)
    "attested_family": -3.0,
    "attested_given": -3.0,
    # the other parts are right and rarely borne, so that few others share them
    "rare_given": 1.6,
    # the family name is right but widely borne, and the given name differs
    "common_family": -2.5,
    # the other parts differ, and the family name is right and rarely borne
    "rare_family": 1.6,
    # the given name is another one; less so where the office leaves one person only
    "other_given": -4.0,
    "other_given_in_office": -1.5,
    # the same entity is spelled right elsewhere in the document
    "document": 1.5,
    # news seldom speaks of the entity, 0 to 1 by its prominence: a namesake, or another of the sort, is as likely
    "obscure": -3.0,
    # how much the list says of the person, 0 to 1
    "known_person": 1.5,
    # likeness of the whole name of a place or organisation, 0 to 1
    "name": 8.5,
    # the words beside the name make it a place ("in", "the city of", "province")
    "place_words": 1.2,
    # the document speaks of the country or region that the place belongs to
    "surroundings": 1.8,
    # it speaks of other countries only
    "elsewhere": -1.5,
    # nothing in the text says that a place or body is meant
    "no_cue": -1.5,
    # a one-part name is no known name, and like the family name of one person whom the document names in full
    "only_alike": 3.6,
    # a written part answers to nothing in the listed name
    "unmatched": -3.0,
    # a listed part was not written
    "unwritten": -0.8,
    # a family name of up to three letters says little
    "short": -1.5,
    # another entity of the list fits nearly as well
    "rival": -2.0,
}


def evidence(feature: str, score: float, *, detail: str = "", query: str = "", candidate: str = "") -> Evidence:
    """One row of the table, with its weight."""
    return Evidence(
        feature=feature, score=round(score, 4), weight=WEIGHTS[feature], detail=detail, query=query, candidate=candidate
    )


def obscurity(entity: Entity) -> list[Evidence]:
    """The row for an entity that news seldom speaks of; none where nobody said how often."""
    if entity.prominence is None or entity.prominence >= WELL_KNOWN:
        return []
    return [evidence("obscure", 1.0 - entity.prominence / WELL_KNOWN, candidate=entity.name)]


def probability(rows: Iterable[Evidence]) -> float:
    """The logistic of prior and weighted evidence."""
    total = PRIOR + sum(row.score * row.weight for row in rows)
    return min(SUREST, 1.0 / (1.0 + math.exp(-total)))
