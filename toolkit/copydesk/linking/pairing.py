"""Whether two names may be one person's or one body's, without a list and without a text around them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from copydesk.linking.spelling_rows import near
from copydesk.names.common import zipf
from copydesk.names.compare import Comparison, PartMatch, Relation, compare
from copydesk.names.forms import PARTICLES, fold
from copydesk.names.knowledge import NameKnowledge, default_knowledge

#: score from which two names count as one
THRESHOLD = 0.75
#: legal forms and honorifics, which tell nobody apart
_EMPTY = frozenset(
    "inc incorporated ltd limited llc llp plc corp corporation co company sa ag gmbh bv nv se spa srl ooo oao zao pao ao jsc"
    " ojsc pjsc kg oy ab as mr mrs ms dr sir sheikh the of and for aktiengesellschaft gesellschaft liability joint stock sp zoo"
    " z o public private holding aktiebolag obshchestvo ogranichennoy ogranichennoi otvetstvennostyu otvetstvennostiu".split()
)
_WORD = re.compile(r"[^\W_]+")
_LATIN = re.compile(r"[\x00-\u024f\u1e00-\u1eff\u2000-\u206f]*")
#: what a part of a person's name weighs that only one of the two names has, beside one that both have
_LEFT_OUT = 0.2
_CONTRADICTION = 0.25
#: nearness of letters and sounds from which a slip of the pen may explain the difference
_NEAR = 0.7
#: Zipf frequency of a word that tells bodies apart fully, and of one that hardly does
_TELLING, _COMMON = 2.5, 6.0


def same_name(one: str, other: str, schema: str = "Person", knowledge: NameKnowledge | None = None) -> float:
    """How likely two names are one's, 0 to 1; any script, by its letters in Latin.

    ``schema`` is FollowTheMoney's: a ``Person`` may leave parts of the name out, and what is left must be alike; in the names
    of others a word weighs by how rarely English uses it.
    """
    known = knowledge or default_knowledge()
    person = schema == "Person"
    left, right = _plain(one, person), _plain(other, person)
    if not left or not right:
        return 0.0
    if sorted(left) == sorted(right) or "".join(left) == "".join(right):
        return 1.0
    if not person and _numbers(left) != _numbers(right):
        return 0.0
    return max(_score(compare(" ".join(a), " ".join(b), (), known), person) for a, b in ((left, right), (right, left)))


def _plain(text: str, person: bool) -> list[str]:
    if not _LATIN.fullmatch(text):
        from anyascii import anyascii

        text = str(anyascii(text))
    words = _WORD.findall(fold(text).replace("'", "").replace(".", " "))
    kept = [word for word in words if word not in _EMPTY and not (person and word in PARTICLES)]
    return kept or words


def _numbers(words: Sequence[str]) -> list[str]:
    return sorted(word for word in words if any(map(str.isdigit, word)))


def _score(comparison: Comparison, person: bool) -> float:
    parts = [(_weight(match, person), _closeness(match)) for match in comparison.matches]
    parts += [(_LEFT_OUT if person else _telling(word), 0.0) for word in comparison.unwritten]
    whole = sum(weight for weight, _ in parts)
    both = sum(match.relation is not Relation.MISSING for match in comparison.matches)
    if not whole or (person and both < 2 and len(parts) > 1):
        return 0.0
    score = sum(weight * close for weight, close in parts) / whole
    missing = sum(match.relation is Relation.MISSING for match in comparison.matches)
    # each name has a part that the other lacks: two people, or two bodies
    score -= _CONTRADICTION * min(missing, len(comparison.unwritten))
    worst = min((_closeness(match) for match in comparison.matches if match.listed), default=0.0)
    return min(score, (score + worst) / 2) if person else score


def _weight(match: PartMatch, person: bool) -> float:
    if person:
        return 1.0 if match.listed else _LEFT_OUT
    return max(_telling(word) for word in match.written.split())


def _telling(word: str) -> float:
    """How well a word tells bodies apart: 1 for a rare one, a tenth for the commonest."""
    return min(1.0, max(0.1, (_COMMON - zipf(word)) / (_COMMON - _TELLING)))


def _closeness(match: PartMatch) -> float:
    if match.relation is Relation.INITIAL:
        return 0.9
    return max(match.likeness, near(match)) if match.listed and near(match) >= _NEAR else match.likeness
