"""What the spelling of a mention says for an entity: rows of the table of evidence from a comparison of two names."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from operator import mul

from rapidfuzz import fuzz

from copydesk.core.evidence import Evidence
from copydesk.names.common import fame, usage
from copydesk.names.compare import Comparison, PartMatch
from copydesk.names.derived import is_declined
from copydesk.names.knowledge import NameKnowledge
from copydesk.names.pinyin import is_pinyin
from copydesk.names.sounds import skeleton

#: a row of the table that may become evidence: the feature, its value, and the two strings that were compared
Seen = tuple[str, float, str, str]

#: log-odds of a part are kept within these, and counted in eighths
_LOW, _HIGH, _UNIT = -6.0, 8.0, 8.0
#: bearers of a part from which it is as common as a part can be, as a power of ten
_COMMON = 2.5
_SHORT = 4
#: a change less likely than this is no less likely than any other
_MOST_NATS = 40.0
#: nats a letter from which two names are hardly one
_STRAIN = 1.0


def familiar(part: str, knowledge: NameKnowledge) -> float:
    """How sure it is that a part is meant as written, 0 to 1: borne by real people, or a word that English uses."""
    return max(fame(knowledge.attested(part)), usage(part))


def commonness(part: str, knowledge: NameKnowledge) -> float:
    """How widely a part is borne, 0 to 1."""
    return min(1.0, math.log10(1 + knowledge.attested(part)) / _COMMON)


def nearness(comparison: Comparison) -> float:
    """How near letters and sounds of the two names are as wholes, 0 to 1: the order of candidates by spelling alone."""
    sizes = [_letters(match) for match in comparison.matches]
    written = sum(sizes)
    unwritten = sum(map(len, comparison.unwritten))
    return sum(map(mul, sizes, map(near, comparison.matches))) / (written + unwritten / 2) if written else 0.0


def explained(row: Evidence, comparison: Comparison) -> Evidence:
    """The row with the changes of letters in words, which take longer to find than everything else."""
    if row.feature != "alike":
        return row
    return replace(row, detail="; ".join(match.detail for match in comparison.wrong))


def spelling_rows(comparison: Comparison, knowledge: NameKnowledge) -> list[Seen]:
    """The rows of a comparison: what is wrong and how alike it is, what is right and how rare, what is left over."""
    matches = comparison.matches
    rows: list[Seen] = [("whole", nearness(comparison), "", comparison.form)]
    rows += _wrong_rows(comparison.wrong, knowledge)
    if comparison.wrong and all(is_pinyin(match.written.replace(" ", "")) for match in matches):
        rows.append(("pinyin", 1.0, " ".join([match.written for match in matches]), ""))
    right = [match for match in matches if match.right and match.listed]
    if right:
        common = [commonness(part, knowledge) for match in right for part in match.listed.split()]
        query = " ".join(match.written for match in right)
        rows.append(("shared_rare", sum(1.0 - value for value in common), query, ""))
        rows.append(("shared_common", sum(common), query, ""))
    if comparison.unwritten:
        rows.append(("unwritten", float(len(comparison.unwritten)), "", " ".join(comparison.unwritten)))
    if len(matches) == 1:
        rows.append(("one_word", 1.0, "", ""))
        if not matches[0].right and " " in matches[0].listed:
            rows.append(("fused", 1.0, "", matches[0].listed))
    return rows


def _wrong_rows(wrong: Sequence[PartMatch], knowledge: NameKnowledge) -> Iterator[Seen]:
    sizes = [_letters(match) for match in wrong]
    letters = sum(sizes)
    if not letters:
        return
    query, candidate = " ".join([match.written for match in wrong]), " ".join([match.listed for match in wrong])
    odds = [_odds(match) for match in wrong]
    yield "alike", sum(map(mul, odds, sizes)) / letters / _UNIT, query, candidate
    worst = odds.index(min(odds))
    yield "weakest", odds[worst] / _UNIT, wrong[worst].written, wrong[worst].listed
    yield "near", sum(map(mul, map(near, wrong), sizes)) / letters, query, candidate
    if letters <= _SHORT:
        yield "short", 1.0, query, ""
    if len(wrong) > 1:
        yield "all_wrong", 1.0, query, candidate
    if all(knowledge.variants(match.written, match.listed) for match in wrong):
        yield "same_sound", 1.0, query, candidate
    if any(is_declined(match.written, match.listed) for match in wrong):
        yield "case_ending", 1.0, query, candidate
    yield from _fame_rows(query, candidate, knowledge)


def _fame_rows(query: str, candidate: str, knowledge: NameKnowledge) -> Iterator[Seen]:
    known = [familiar(part, knowledge) for part in query.split()]
    if min(known):
        yield "attested", min(known), query, ""
    if max(known):
        yield "attested_part", max(known), query, ""
    if borne := max(commonness(part, knowledge) for part in candidate.split()):
        yield "borne", borne, "", candidate


def change_rows(comparison: Comparison, knowledge: NameKnowledge) -> list[Seen]:
    """How unlikely the change of letters in the wrong parts is through any script: in tens of nats, and in nats a letter.

    From so many nats a letter on it takes more luck than a garble has: Ugolnikov and Bortnikov have an ending in common.

    Slower than all other rows together, so that it is for the likeliest candidates only.
    """
    pairs = [(match.written.replace(" ", ""), match.listed.replace(" ", "")) for match in comparison.wrong]
    loss = sum(knowledge.channel.loss(one, other) for one, other in pairs)
    letters = sum(max(len(one), len(other)) for one, other in pairs)
    query, candidate = " ".join([one for one, _ in pairs]), " ".join([other for _, other in pairs])
    by_letter = loss / max(letters, 1)
    rows = [("change", min(_MOST_NATS, loss) / 10.0, query, candidate), ("change_by_letter", by_letter, query, candidate)]
    return [*rows, ("strained", by_letter - _STRAIN, query, candidate)] if by_letter > _STRAIN else rows


def _letters(match: PartMatch) -> int:
    return len(match.written) - match.written.count(" ")


def _odds(match: PartMatch) -> float:
    return _LOW if match.odds is None else max(_LOW, min(_HIGH, match.odds))


def near(match: PartMatch) -> float:
    """Mean edit ratio of letters and of sounds, 0 to 1; 1 of what is right, 0 of what answers to nothing."""
    if match.right:
        return 1.0
    return _near(match.written.replace(" ", ""), match.listed.replace(" ", "")) if match.listed else 0.0


@lru_cache(maxsize=65536)
def _near(one: str, other: str) -> float:
    return (fuzz.ratio(one, other) + fuzz.ratio(skeleton(one), skeleton(other))) / 200.0
