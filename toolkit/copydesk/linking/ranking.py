"""The candidates of a mention in order, each with the rows of evidence that put it there."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from copydesk.core.entity import Entity, FormType, Kind
from copydesk.core.evidence import Evidence
from copydesk.core.mention import Candidate, Mention
from copydesk.linking.context import office_evidence
from copydesk.linking.model import chance, evidence, obscurity, probability, worth
from copydesk.linking.scene import Scene
from copydesk.linking.spelling_rows import Seen, explained, nearness, spelling_rows
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


@dataclass(frozen=True, slots=True, kw_only=True)
class _Case:
    """A mention, and what is the same for all its candidates."""

    mention: Mention
    around: Around
    scene: Scene
    #: the text around it, and the words of that which may be a topic
    window: str
    words: frozenset[str]
    brand: bool


def rank(mention: Mention, around: Around, compared: Iterable[tuple[Entity, Comparison]], scene: Scene) -> list[Candidate]:
    """The entities of which the written name may be a garble, with their evidence, the likeliest first."""
    window = scene.window(mention)
    case = _Case(
        mention=mention, around=around, scene=scene, window=window, words=topic_words(window) - scene.names,
        brand=_BRAND.search(mention.text) is not None,
    )  # fmt: skip
    every = [(entity, comparison, nearness(comparison)) for entity, comparison in compared]
    second = _Rivals([(near, entity.id) for entity, _, near in every])
    scene.knowledge.look_up(part for _, comparison, _ in every for match in comparison.matches for part in match.listed.split())
    found: list[tuple[float, _Rows, Entity, Comparison]] = []
    for entity, comparison, near in every:
        rows = _rows(case, entity, comparison)
        if rows is not None:
            if len(every) >= _FEW:
                ahead = max(-_TENTHS, min(_TENTHS, (near - second.to(entity.id)) * 10))
                rows.others.append(evidence("ahead", ahead, candidate=entity.name))
            found.append((rows.chance(), rows, entity, comparison))
    found.sort(key=lambda item: -item[0])
    ranked = [
        Candidate(entity=entity, form=comparison.form, probability=likely, evidence=tuple(rows.evidence()))
        for likely, rows, entity, comparison in found[:_SHOWN]
    ]
    return _with_rivals([_explained(ranked[0], found[0][3]), *ranked[1:]]) if found else []


@dataclass(frozen=True, slots=True)
class _Rows:
    """The rows of a candidate: those of its spelling are made evidence for the few that are shown."""

    spelling: list[Seen]
    others: list[Evidence]

    def chance(self) -> float:
        """The probability that they give."""
        seen = (worth(feature, score) for feature, score, _, _ in self.spelling)
        return chance(chain(seen, (row.score * row.weight for row in self.others)))

    def evidence(self) -> list[Evidence]:
        """All as evidence."""
        seen = [evidence(feature, score, query=query, candidate=name) for feature, score, query, name in self.spelling]
        return [*seen, *self.others]


class _Rivals:
    """The nearest of all candidates but one."""

    def __init__(self, near: Sequence[tuple[float, str]]) -> None:
        best = max(near, default=(0.0, ""))
        self._best = best
        self._other = max((item for item in near if item[1] != best[1]), default=best)

    def to(self, ident: str) -> float:
        """How near the nearest of the others is."""
        return (self._other if ident == self._best[1] else self._best)[0]


def _explained(candidate: Candidate, comparison: Comparison) -> Candidate:
    return replace(candidate, evidence=tuple(explained(row, comparison) for row in candidate.evidence))


def _rows(case: _Case, entity: Entity, comparison: Comparison) -> _Rows | None:
    """All rows for an entity; None where it is out of the question."""
    mention, scene = case.mention, case.scene
    beside = office_evidence(entity, mention.context, scene.implied, scene.day, scene.entities)
    source = [] if scene.source is None else scene.source.rows(mention, entity)
    named = [*channel_rows(entity, comparison), *word_rows(mention, comparison, beside, scene)]
    sure = bool(named) or any(row.feature == "source" for row in source)
    wrong = comparison.wrong
    if not sure and not wrong:
        return None
    rows = [*named, *beside, *source, *obscurity(entity)]
    if not sure and is_other_chinese(entity, wrong) and not (is_pinned(beside) and _is_sole(mention, scene)):
        rows.append(evidence("other_chinese", 1.0, candidate=entity.name))
    if not sure and _is_word_of_it(entity, comparison):
        rows.append(evidence("derived", 1.0, query=mention.text, candidate=comparison.form))
    if case.brand:
        rows.append(evidence("brand", 1.0, query=mention.text))
    rows += country_rows(entity, scene.implied, scene.entities, case.window)
    if case.words:
        rows += topic_rows(entity, case.words)
    rows += place_rows(entity, case.around)
    if entity.id in scene.named:
        rows.append(evidence("document", 1.0, detail=f"{entity.name} is spelled right in this document", candidate=entity.name))
    return _Rows(spelling_rows(comparison, scene.knowledge), rows)


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
    return alone and all(is_derived(match.written, match.listed) for match in comparison.wrong)


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
        bool(matches)
        and all(is_pinyin(m.written.replace(" ", "")) and is_pinyin(m.listed.replace(" ", "")) for m in matches)
        and (
            entity.kind is Kind.PLACE or entity.country in _CHINESE or (entity.country is None and _is_all_pinyin(entity.name))
        )
    )


def _is_all_pinyin(name: str) -> bool:
    return all(map(is_pinyin, core_parts(name)))
