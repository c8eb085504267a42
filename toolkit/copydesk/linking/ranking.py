"""The candidates of a mention in order, each with the rows of evidence that put it there."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from operator import itemgetter

from copydesk.core.entity import Entity
from copydesk.core.mention import Candidate, Mention
from copydesk.linking.context import office_evidence, time_rows
from copydesk.linking.fits import Fit, Rivals, Rows, explained_by, with_rivals
from copydesk.linking.model import chance, evidence, obscurity
from copydesk.linking.name_rows import channel_rows, person_rows, telling_rows, word_rows
from copydesk.linking.scene import Scene
from copydesk.linking.spelling_rows import change_rows, nearness, spelling_rows
from copydesk.linking.surroundings import (
    company_of,
    company_rows,
    country_rows,
    neighbours,
    place_rows,
    topic_rows,
    topic_words,
)
from copydesk.names.company import Floats
from copydesk.names.compare import Comparison
from copydesk.names.forms import core_parts

#: candidates that a link may show
_SHOWN = 3
#: probability under which nothing more has to be known of a candidate
_UNLIKELY = 0.002
#: most tenths of nearness by which one candidate can be ahead of the next, or behind
_TENTHS = 2.0
#: candidates from which the distance between the first two says something: a short list has gaps everywhere
_FEW = 10
#: a capital inside a word, where no prefix explains it, or a number: a brand, an acronym, no garbled name
_BRAND = re.compile(r"\d|\b(?!Mc|Mac|De|Di|La|Le|Van|Von|Fitz|Al|El|O['’])[^\W\d_]+[a-z][A-Z]|\b[A-ZÀ-Þ]{2,6}\b")

Around = tuple[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Case:
    """A mention, and what is the same for all its candidates."""

    mention: Mention
    around: Around
    scene: Scene
    #: the text around it, and the words of that which may be a topic
    window: str
    words: frozenset[str]
    #: the parts of the written name
    written: tuple[str, ...]
    #: the vectors of the words around the name, and how near they are to what is written
    company: float
    neighbours: Floats
    brand: bool


def rank(mention: Mention, around: Around, compared: Iterable[tuple[Entity, Comparison]], scene: Scene) -> list[Candidate]:
    """The entities of which the written name may be a garble, with their evidence, the likeliest first."""
    window, beside, written = scene.window(mention), neighbours(scene.beside(mention)), core_parts(mention.text)
    case = _Case(
        mention=mention, around=around, scene=scene, window=window, words=topic_words(window) - scene.names,
        written=written, company=company_of(written, beside), neighbours=beside,
        brand=_BRAND.search(mention.text) is not None,
    )  # fmt: skip
    every = [(entity, comparison, nearness(comparison)) for entity, comparison in compared]
    second = Rivals([(near, entity.id) for entity, _, near in every])
    scene.knowledge.look_up(part for _, comparison, _ in every for match in comparison.matches for part in match.listed.split())
    found: list[Fit] = []
    for entity, comparison, near in every:
        rows = _rows(case, entity, comparison)
        if rows is not None:
            if len(every) >= _FEW:
                ahead = max(-_TENTHS, min(_TENTHS, (near - second.to(entity.id)) * 10))
                rows.others.append(evidence("ahead", ahead, candidate=entity.name))
            found.append(Fit(entity, comparison, rows))
    return _shown(found, scene)


def _shown(found: list[Fit], scene: Scene) -> list[Candidate]:
    """The likeliest as candidates, in order.

    A change of letters takes long to weigh and never speaks for an entity: it is looked at in those alone that may be shown,
    and in none where nothing is likely.
    """
    shown: list[tuple[float, Fit]] = []
    for likely, fit in sorted(((fit.rows.fit, fit) for fit in found), key=itemgetter(0), reverse=True):
        if len(shown) == _SHOWN and likely <= shown[-1][0]:
            break
        # who stands in the source is named, whatever became of the letters
        if chance((likely,)) >= _UNLIKELY and not any(row.feature == "source" for row in fit.rows.others):
            fit.rows.spelling.extend(change_rows(fit.comparison, scene.knowledge))
            likely = fit.rows.fit
        shown = sorted([*shown, (likely, fit)], key=itemgetter(0), reverse=True)[:_SHOWN]
    if not shown:
        return []
    first, *others = (fit for _, fit in shown)
    for fit in others:
        fit.rows.heed(first.entity, first.rows.told)
    return with_rivals([explained_by(first.candidate(), first.comparison), *(fit.candidate() for fit in others)])


def _rows(case: _Case, entity: Entity, comparison: Comparison) -> Rows | None:
    """All rows for an entity; None where it is out of the question."""
    mention, scene = case.mention, case.scene
    beside = office_evidence(entity, mention.context, scene.implied, scene.day, scene.entities)
    source = [] if scene.source is None else scene.source.rows(mention, entity)
    named = [*channel_rows(entity, comparison, scene.knowledge), *word_rows(mention, comparison, beside, scene)]
    sure = bool(named) or any(row.feature == "source" for row in source)
    if not sure and not comparison.wrong:
        return None
    rows = [*named, *beside, *source, *obscurity(entity)]
    if not any(row.weight > 0 for row in beside):
        rows += time_rows(entity, scene.day, scene.entities)
    rows += person_rows(entity, comparison, case.written)
    if not sure:
        rows += telling_rows(entity, comparison, mention, beside, scene)
    if case.brand:
        rows.append(evidence("brand", 1.0, query=mention.text))
    rows += country_rows(entity, scene.implied, scene.entities, case.window)
    if case.words:
        rows += topic_rows(entity, case.words)
    rows += company_rows(entity, case.company, case.neighbours)
    rows += place_rows(entity, case.around, mention.text)
    if entity.id in scene.named:
        rows.append(evidence("document", 1.0, detail=f"{entity.name} is spelled right in this document", candidate=entity.name))
    return Rows(spelling_rows(comparison, scene.knowledge), rows)
