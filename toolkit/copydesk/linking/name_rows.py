"""What the parts of a written name say for an entity, or against its being a garble, beyond how alike they are."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from copydesk.core.entity import Entity, FormType, Kind
from copydesk.core.evidence import Evidence
from copydesk.core.mention import Mention
from copydesk.linking.model import evidence
from copydesk.linking.scene import Scene
from copydesk.linking.spelling_rows import familiar
from copydesk.names.common import zipf
from copydesk.names.compare import Comparison, PartMatch
from copydesk.names.derived import is_derived, is_womans
from copydesk.names.forms import core_parts
from copydesk.names.knowledge import NameKnowledge
from copydesk.names.pinyin import is_chinese, is_pinyin

#: Zipf frequency of a word that everybody reads as a word
_EVERYDAY = 4.3
#: what the script loses where a lone name is surely meant as written
_BORNE = 0.8
_CHINESE = frozenset(["CN", "TW", "HK", "MO", "SG"])
_LANGUAGES = {
    "ru": "Russian", "zh": "Chinese", "ar": "Arabic", "he": "Hebrew", "ja": "Japanese", "ko": "Korean", "fa": "Persian",
}  # fmt: skip


def person_rows(entity: Entity, comparison: Comparison, written: Sequence[str]) -> list[Evidence]:
    """Whether a person's family name is there, and right, and whether the ``written`` parts stand in the order of the form."""
    if entity.kind is not Kind.PERSON:
        return []
    rows = _family_rows(entity, comparison)
    if _is_swapped(written, comparison):
        right = any(match.right for match in comparison.matches)
        rows.append(evidence("swapped", 0.5 if right else 1.0, query=" ".join(written), candidate=comparison.form))
    return rows


def telling_rows(
    entity: Entity, comparison: Comparison, mention: Mention, beside: Sequence[Evidence], scene: Scene
) -> list[Evidence]:
    """Whether the name is another one, or a word made from this: then it is not garbled."""
    rows = []
    if is_other_chinese(entity, comparison.wrong) and not (is_pinned(beside) and is_sole(mention, scene)):
        rows.append(evidence("other_chinese", 1.0, candidate=entity.name))
    if _is_word_of_it(entity, comparison):
        rows.append(evidence("derived", 1.0, query=mention.text, candidate=comparison.form))
    return rows


def channel_rows(entity: Entity, comparison: Comparison, knowledge: NameKnowledge) -> list[Evidence]:
    """Whether every wrong part is what another script makes of the name, letter by letter.

    It counts less for a lone name that people bear: Fridman is what Cyrillic makes of Friedman, and many are called so.
    """
    wrong = {part for match in comparison.matches if not match.right for part in match.written.split()}
    for form in entity.forms:
        if form.type is FormType.CHANNEL and wrong and wrong <= set(core_parts(form.text)):
            language = _LANGUAGES.get(form.lang or "", str(form.lang))
            detail = f"as {language} script spells {entity.name}"
            lone = len(comparison.matches) == 1
            borne = max((familiar(part, knowledge) for part in wrong), default=0.0) if lone else 0.0
            return [
                evidence("channel", 1.0 - _BORNE * borne, detail=detail, query=" ".join(sorted(wrong)), candidate=form.text)
            ]
    return []


def _is_word_of_it(entity: Entity, comparison: Comparison) -> bool:
    """Whether all that is wrong is a word made from the name: an inhabitant, a follower, a plural; or a woman is meant."""
    if len(comparison.matches) == 1 or entity.kind is not Kind.PERSON:
        return all(is_derived(match.written, match.listed) for match in comparison.wrong)
    # Dmitri Medvedeva is a case of his name, Svetlana Medvedeva somebody else
    others = [match for match in comparison.given if not match.right]
    return bool(others) and any(is_womans(match.written, match.listed) for match in comparison.family)


def word_rows(mention: Mention, comparison: Comparison, beside: Sequence[Evidence], scene: Scene) -> list[Evidence]:
    """Whether the one holder of the office has part of the name, and the rest are everyday words: the name was translated."""
    if not (is_pinned(beside) and is_sole(mention, scene) and _reads_as_words(comparison)):
        return []
    query = " ".join(match.written for match in comparison.matches if not match.right)
    return [evidence("as_words", 1.0, query=query, candidate=comparison.form)]


def is_sole(mention: Mention, scene: Scene) -> bool:
    """Whether the title beside the name is one that a single person holds."""
    roles = mention.context.roles if mention.context else ()
    return any(role in scene.entities.offices and scene.entities.offices[role].single for role in roles)


def _reads_as_words(comparison: Comparison) -> bool:
    """Whether a part of the name is right and all the others are everyday English: Kim Lord Love."""
    wrong = [match.written for match in comparison.matches if not match.right]
    right = len(comparison.matches) - len(wrong)
    return bool(wrong) and right > 0 and all(zipf(part) >= _EVERYDAY for text in wrong for part in text.split())


def _family_rows(entity: Entity, comparison: Comparison) -> list[Evidence]:
    """Whether a person's family name is there, and right."""
    if not comparison.family:
        return [evidence("no_family", 1.0, candidate=entity.name)]
    if not all(match.right for match in comparison.family):
        return []
    return [evidence("family", 1.0, query=" ".join(match.written for match in comparison.family))]


def _is_swapped(written: Sequence[str], comparison: Comparison) -> bool:
    """Whether the written parts stand in another order than the listed ones that they answer to."""
    listed = core_parts(comparison.form)
    if len(listed) < 2:
        return False  # a name of which nothing is left without its particles is compared as it stands
    answers = {
        one.split()[0]: other.split()[0]
        for one, other in ((match.written, match.listed) for match in comparison.matches)
        if other
    }
    places = [listed.index(answers[part]) for part in written if part in answers]
    return any(after < before for before, after in pairwise(places))


def is_pinned(rows: Iterable[Evidence]) -> bool:
    """Whether the office beside a name leaves hardly anybody else."""
    return any(row.feature in ("office", "implied_office") for row in rows)


def is_other_chinese(entity: Entity, wrong: Iterable[PartMatch]) -> bool:
    """Whether a Chinese name differs only in well-formed pinyin: then it is another name, not a garbled one."""
    matches = list(wrong)
    return (
        bool(matches)
        and all(is_pinyin(m.written.replace(" ", "")) and is_pinyin(m.listed.replace(" ", "")) for m in matches)
        and (entity.country in _CHINESE or (entity.country is None and is_chinese(" ".join(core_parts(entity.name)))))
    )
