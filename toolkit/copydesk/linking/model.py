"""The table of evidence: what each observation about a written name and a listed entity is worth.

The sum of value × weight is a log-odds; the logistic function makes it a probability: that the mention is a garble of this very
entity, for names as they come in translated news. The weights were set by hand from what each observation means, and mended in
round numbers where labelled mentions and human news showed that a row says more or less than was thought. Which rows are worth
a place, the prior and the threshold were chosen on the same: see ``benchmarks/names.py``.
"""

from __future__ import annotations

import math
from collections.abc import Iterable

from copydesk.core.entity import NEWSWORTHY, Entity
from copydesk.core.evidence import Evidence

#: log-odds before any evidence: most names are spelled right, and most are in no list
PRIOR = -4.6

#: probability from which a name is called a garble
CALLED = 0.75

#: nothing is surer than this: the table knows less than an editor
SUREST = 0.994

#: rows that say what a name is where it is not garbled: they tell nothing of which entity is nearest
TELLING = frozenset(("derived", "other_chinese", "told_by_other"))

WEIGHTS: dict[str, float] = {
    # --- the spelling
    # how near letters and sounds of the whole names are, 0 to 1
    "whole": 4.0,
    # the parts that differ: learned log-odds in eighths, as the mean by letters and of the worst part
    "alike": 4.0,
    "weakest": 3.0,
    # how near their letters and sounds are, 0 to 1
    "near": 2.0,
    # how unlikely the change of letters is through any script: in tens of nats, and in nats a letter
    "change": -0.5,
    "change_by_letter": -0.9,
    # by how many nats a letter it is too unlikely
    "strained": -1.5,
    # how far the next candidate's name is behind as a whole, in tenths of nearness
    "ahead": 0.5,
    # up to four letters differ in all
    "short": -0.3,
    # more than one part differs
    "all_wrong": 1.0,
    # all parts that differ are sounded alike, though nobody spells them so
    "same_sound": -0.5,
    # a part is a case of the listed one in Russian or Ukrainian
    "case_ending": 1.5,
    # what differs is well-formed pinyin
    "pinyin": -0.8,
    # a Chinese name differs in well-formed pinyin only: it is another name
    "other_chinese": -5.0,
    # what differs is a word made from the name: an inhabitant, an adjective, a plural
    "derived": -4.5,
    # a number or a capital inside a word: a brand or an acronym
    "brand": -2.5,
    # parts that are right, by how rarely and how widely they are borne
    "shared_rare": 1.6,
    "shared_common": 1.0,
    # parts that differ are known names or words themselves: all of them, or the best known
    "attested": -2.0,
    "attested_part": -0.4,
    # how widely the listed part is borne
    "borne": -1.5,
    # a listed part was not written
    "unwritten": -1.8,
    # nothing written answers to the family name of the person
    "no_family": -1.6,
    # the parts stand in another order; half as much where one of them is right
    "swapped": -2.0,
    # the family name is right
    "family": 1.0,
    # the name is one word
    "one_word": -0.5,
    # and stands for several listed parts at once
    "fused": -2.0,
    # the name is, letter by letter, what another script makes of the entity's name
    "channel": 2.5,
    # --- the office beside the name
    # the title beside the name belongs to this entity at the date
    "office": 2.8,
    # the title belongs to this entity, by a body or country that the document implies
    "implied_office": 1.5,
    # the title is one that many hold at a time, and this entity is one of them
    "shared_office": 0.8,
    # the title says that this entity held the office once; others did too
    "former_office": 1.5,
    # the title without a country is one that this entity holds at the date
    "title": 3.0,
    # the country beside the name is the entity's
    "country": 0.8,
    # title and country beside the name are held by somebody else
    "other_holder": -1.5,
    # the country beside the name is another than the entity's
    "other_country": -1.5,
    # one person holds the office, part of the name is that person's, and the rest are everyday words: it was translated
    "as_words": 8.5,
    # --- the rest of the text
    # the same entity is spelled right elsewhere in the document
    "document": 0.5,
    # the document names somebody in full of whom this may be the family name
    "in_full": 7.5,
    # news seldom speaks of the entity, 0 to 1 by its prominence: a namesake, or another of the sort, is as likely
    "obscure": -4.0,
    # all offices of the person begin after the text was written, 0 to 1 by years
    "later_office": -2.5,
    # they ended before it, 0 to 1 by decades
    "past_office": -3.0,
    # the text has rare words in common with what the list says of the entity
    "topic": 2.0,
    # news puts the words around it beside this name rather than beside the written one, -1 to 1
    "company": 3.5,
    # the document speaks of the country or body that the entity belongs to
    "surroundings": 2.0,
    # nothing beside the name says that a place is meant
    "no_cue": -0.9,
    # the words beside it make it a place, and the entity is none
    "not_a_place": -4.0,
    # --- the text that it was translated from
    # the entity stands in the part of the source that belongs to the mention, in full
    "source": 8.0,
    # the same as a bare family name, or where the letters may be a piece of another word
    "source_part": 3.0,
    # everything else that the list knows in that part stands in the translation, and this is the only name left over
    "source_left": 4.5,
    # the list knows how the source would write the entity, and it does not stand there
    "not_in_source": -3.0,
    # --- the others
    # a likelier one says what the name is, and that it is not garbled: in log-odds
    "told_by_other": -1.0,
    # another entity of the list fits nearly as well, as a share of the first one's probability
    "rival": -2.5,
}


def evidence(feature: str, score: float, *, detail: str = "", query: str = "", candidate: str = "") -> Evidence:
    """One row of the table, with its weight."""
    return Evidence(
        feature=feature, score=round(score, 4), weight=WEIGHTS[feature], detail=detail, query=query, candidate=candidate
    )


def obscurity(entity: Entity) -> list[Evidence]:
    """The row for an entity that news seldom speaks of; none where nobody said how often."""
    if entity.prominence is None or entity.prominence >= NEWSWORTHY:
        return []
    return [evidence("obscure", 1.0 - entity.prominence / NEWSWORTHY, candidate=entity.name)]


def worth(feature: str, score: float) -> float:
    """What a row of this score counts in the sum, without making it."""
    return round(score, 4) * WEIGHTS[feature]


def probability(rows: Iterable[Evidence]) -> float:
    """The logistic of prior and weighted evidence."""
    return chance(row.score * row.weight for row in rows)


def chance(worths: Iterable[float]) -> float:
    """The same of what the rows count."""
    total = PRIOR + sum(worths)
    return min(SUREST, 1.0 / (1.0 + math.exp(-total)))
