"""The candidates of a mention in order, each with the rows of evidence that put it there."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from copydesk.core.entity import Entity, FormType, Kind
from copydesk.core.evidence import Evidence
from copydesk.core.mention import Candidate, Mention
from copydesk.linking.context import office_evidence
from copydesk.linking.model import evidence, obscurity, probability
from copydesk.linking.scene import Scene
from copydesk.linking.spelling_rows import explained, nearness, spelling_rows
from copydesk.linking.surroundings import country_rows, place_rows, topic_rows, topic_words
from copydesk.names.common import zipf
from copydesk.names.compare import Comparison, PartMatch
from copydesk.names.derived import is_derived
from copydesk.names.forms import core_parts
from copydesk.names.pinyin import is_pinyin

#: candidates that a link may show
_SHOWN = 3
#: most tenths of nearness by which one candidate can be ahead of the next, or behind
_TENTHS = 2.0
#: candidates from which the distance between the first two says something: a short list has gaps everywhere
_FEW = 10
#: share of the first one's odds below which a second candidate is none
_NO_RIVAL = 0.05
#: Zipf frequency of a word that everybody reads as a word
_EVERYDAY = 4.3
#: a capital inside a word, where no prefix explains it, or a number: a brand, an acronym, no garbled name
_BRAND = re.compile(r"\d|\b(?!Mc|Mac|De|Di|La|Le|Van|Von|Fitz|Al|El|O['’])[^\W\d_]+[a-z][A-Z]|\b[A-ZÀ-Þ]{2,6}\b")
_CHINESE = frozenset(["CN", "TW", "HK", "MO", "SG"])
_LANGUAGES = {
    "ru": "Russian", "zh": "Chinese", "ar": "Arabic", "he": "Hebrew", "ja": "Japanese", "ko": "Korean", "fa": "Persian",
}  # fmt: skip

Around = tuple[str, str]


def rank(mention: Mention, around: Around, compared: Iterable[tuple[Entity, Comparison]], scene: Scene) -> list[Candidate]:
    """The entities of which the written name may be a garble, with their evidence, the likeliest first."""
    found: list[tuple[Candidate, Comparison]] = []
    every = [(entity, comparison, nearness(comparison)) for entity, comparison in compared]
    for entity, comparison, near in every:
        rows = _rows(mention, around, entity, comparison, scene)
        if rows is not None:
            if len(every) >= _FEW:
                second = max(other for rival, _, other in every if rival.id != entity.id)
                rows.append(evidence("ahead", max(-_TENTHS, min(_TENTHS, (near - second) * 10)), candidate=entity.name))
            chance = probability(rows)
            found.append((Candidate(entity=entity, form=comparison.form, probability=chance, evidence=tuple(rows)), comparison))
    found.sort(key=lambda item: -item[0].probability)
    ranked = [candidate for candidate, _ in found[:_SHOWN]]
    return _with_rivals([_explained(*found[0]), *ranked[1:]]) if found else []


def _explained(candidate: Candidate, comparison: Comparison) -> Candidate:
    return replace(candidate, evidence=tuple(explained(row, comparison) for row in candidate.evidence))


def _rows(mention: Mention, around: Around, entity: Entity, comparison: Comparison, scene: Scene) -> list[Evidence] | None:
    """All rows for an entity; None where it is out of the question."""
    beside = office_evidence(entity, mention.context, scene.implied, scene.day, scene.entities)
    source = [] if scene.source is None else scene.source.rows(mention, entity)
    named = [*channel_rows(entity, comparison), *word_rows(mention, comparison, beside, scene)]
    sure = bool(named) or any(row.feature == "source" for row in source)
    if not sure and not comparison.wrong:
        return None
    rows = [*spelling_rows(comparison, scene.knowledge), *named, *beside, *source, *obscurity(entity)]
    if not sure and not (is_pinned(beside) and _is_sole(mention, scene)) and is_other_chinese(entity, comparison.wrong):
        rows.append(evidence("other_chinese", 1.0, candidate=entity.name))
    if not sure and _is_word_of_it(entity, comparison):
        rows.append(evidence("derived", 1.0, query=mention.text, candidate=comparison.form))
    if _BRAND.search(mention.text):
        rows.append(evidence("brand", 1.0, query=mention.text))
    window = scene.window(mention)
    rows += country_rows(entity, scene.implied, scene.entities, window)
    rows += topic_rows(entity, topic_words(window) - scene.names)
    rows += place_rows(entity, around)
    if entity.id in scene.named:
        rows.append(evidence("document", 1.0, detail=f"{entity.name} is spelled right in this document", candidate=entity.name))
    return rows


def _with_rivals(ranked: list[Candidate]) -> list[Candidate]:
    """Lower each candidate by how close the best of the others comes."""
    return [_beside_rival(one, [other for other in ranked if other is not one]) for one in ranked]


def _beside_rival(candidate: Candidate, others: Sequence[Candidate]) -> Candidate:
    rival = max(others, key=odds, default=None)
    share = 0.0 if rival is None else min(1.0, odds(rival) / odds(candidate))
    if rival is None or share < _NO_RIVAL:
        return candidate
    rows = (*candidate.evidence, evidence("rival", share, candidate=rival.entity.name))
    return replace(candidate, probability=probability(rows), evidence=rows)


def channel_rows(entity: Entity, comparison: Comparison) -> list[Evidence]:
    """Whether every wrong part is what another script makes of the name, letter by letter."""
    wrong = {part for match in comparison.matches if not match.right for part in match.written.split()}
    for form in entity.forms:
        if form.type is FormType.CHANNEL and wrong and wrong <= set(core_parts(form.text)):
            language = _LANGUAGES.get(form.lang or "", str(form.lang))
            detail = f"as {language} script spells {entity.name}"
            return [evidence("channel", 1.0, detail=detail, query=" ".join(sorted(wrong)), candidate=form.text)]
    return []


def _is_word_of_it(entity: Entity, comparison: Comparison) -> bool:
    """Whether all that is wrong is a word made from the name: an inhabitant, a follower, a plural."""
    alone = len(comparison.matches) == 1 or entity.kind is not Kind.PERSON
    return all(alone and is_derived(match.written, match.listed) for match in comparison.wrong)


def word_rows(mention: Mention, comparison: Comparison, beside: Sequence[Evidence], scene: Scene) -> list[Evidence]:
    """Whether the one holder of the office has part of the name, and the rest are everyday words: the name was translated."""
    if not (is_pinned(beside) and _is_sole(mention, scene) and _reads_as_words(comparison)):
        return []
    query = " ".join(match.written for match in comparison.matches if not match.right)
    return [evidence("as_words", 1.0, query=query, candidate=comparison.form)]


def _is_sole(mention: Mention, scene: Scene) -> bool:
    """Whether the title beside the name is one that a single person holds."""
    roles = mention.context.roles if mention.context else ()
    return any(role in scene.entities.offices and scene.entities.offices[role].single for role in roles)


def _reads_as_words(comparison: Comparison) -> bool:
    """Whether a part of the name is right and all the others are everyday English: Kim Lord Love."""
    wrong = [match.written for match in comparison.matches if not match.right]
    right = len(comparison.matches) - len(wrong)
    return bool(wrong) and right > 0 and all(zipf(part) >= _EVERYDAY for text in wrong for part in text.split())


def odds(candidate: Candidate) -> float:
    """The odds of a candidate's probability."""
    return candidate.probability / (1.0 - candidate.probability)


def is_pinned(rows: Iterable[Evidence]) -> bool:
    """Whether the office beside a name leaves hardly anybody else."""
    return any(row.feature in ("office", "implied_office") for row in rows)


def is_other_chinese(entity: Entity, wrong: Iterable[PartMatch]) -> bool:
    """Whether a Chinese name differs only in well-formed pinyin: then it is another name, not a garbled one."""
    matches = list(wrong)
    return (
        (entity.kind is Kind.PLACE or entity.country in _CHINESE or (entity.country is None and _is_all_pinyin(entity.name)))
        and bool(matches)
        and all(is_pinyin(m.written.replace(" ", "")) and is_pinyin(m.listed.replace(" ", "")) for m in matches)
    )


def _is_all_pinyin(name: str) -> bool:
    return all(map(is_pinyin, core_parts(name)))
