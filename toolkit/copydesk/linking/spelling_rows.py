"""What the spelling of a mention says for an entity: rows of the table of evidence from a comparison of two names."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import replace

from rapidfuzz import fuzz

from copydesk.core.evidence import Evidence
from copydesk.linking.model import evidence
from copydesk.names.common import fame, usage
from copydesk.names.compare import Comparison, PartMatch
from copydesk.names.derived import is_declined
from copydesk.names.knowledge import NameKnowledge
from copydesk.names.pinyin import is_pinyin
from copydesk.names.sounds import skeleton

#: log-odds of a part are kept within these, and counted in eighths
_LOW, _HIGH, _UNIT = -6.0, 8.0, 8.0
#: bearers of a part from which it is as common as a part can be, as a power of ten
_COMMON = 2.5
_SHORT = 4


def familiar(part: str, knowledge: NameKnowledge) -> float:
    """How sure it is that a part is meant as written, 0 to 1: borne by real people, or a word that English uses."""
    return max(fame(knowledge.attested(part)), usage(part))


def commonness(part: str, knowledge: NameKnowledge) -> float:
    """How widely a part is borne, 0 to 1."""
    return min(1.0, math.log10(1 + knowledge.attested(part)) / _COMMON)


def nearness(comparison: Comparison) -> float:
    """How near letters and sounds of the two names are as wholes, 0 to 1: the order of candidates by spelling alone."""
    sizes = [(_letters(match), near(match)) for match in comparison.matches]
    written = sum(size for size, _ in sizes)
    unwritten = sum(map(len, comparison.unwritten))
    return sum(size * alike for size, alike in sizes) / (written + unwritten / 2) if written else 0.0


def explained(row: Evidence, comparison: Comparison) -> Evidence:
    """The row with the changes of letters in words, which take longer to find than everything else."""
    if row.feature != "alike":
        return row
    return replace(row, detail="; ".join(match.detail for match in comparison.wrong))


def spelling_rows(comparison: Comparison, knowledge: NameKnowledge) -> list[Evidence]:
    """The rows of a comparison: what is wrong and how alike it is, what is right and how rare, what is left over."""
    rows = [evidence("whole", nearness(comparison), candidate=comparison.form)]
    rows += _wrong_rows(comparison, knowledge)
    right = [match for match in comparison.matches if match.right and match.listed]
    if right:
        common = [commonness(part, knowledge) for match in right for part in match.listed.split()]
        query = " ".join(match.written for match in right)
        rows.append(evidence("shared_rare", sum(1.0 - value for value in common), query=query))
        rows.append(evidence("shared_common", sum(common), query=query))
    if comparison.unwritten:
        rows.append(evidence("unwritten", float(len(comparison.unwritten)), candidate=" ".join(comparison.unwritten)))
    if len(comparison.matches) == 1:
        rows.append(evidence("one_word", 1.0))
        if not comparison.matches[0].right and " " in comparison.matches[0].listed:
            rows.append(evidence("fused", 1.0, candidate=comparison.matches[0].listed))
    return rows


def _wrong_rows(comparison: Comparison, knowledge: NameKnowledge) -> Iterator[Evidence]:
    wrong = comparison.wrong
    letters = sum(map(_letters, wrong))
    if not letters:
        return
    query, candidate = " ".join(match.written for match in wrong), " ".join(match.listed for match in wrong)
    mean = sum(_odds(match) * _letters(match) for match in wrong) / letters
    yield evidence("alike", mean / _UNIT, query=query, candidate=candidate)
    worst = min(wrong, key=_odds)
    yield evidence("weakest", _odds(worst) / _UNIT, query=worst.written, candidate=worst.listed)
    yield evidence("near", sum(near(match) * _letters(match) for match in wrong) / letters, query=query, candidate=candidate)
    if letters <= _SHORT:
        yield evidence("short", 1.0, query=query)
    if len(wrong) > 1:
        yield evidence("all_wrong", 1.0, query=query, candidate=candidate)
    if any(is_declined(match.written, match.listed) for match in wrong):
        yield evidence("case_ending", 1.0, query=query, candidate=candidate)
    if all(is_pinyin(match.written.replace(" ", "")) for match in wrong):
        yield evidence("pinyin", 1.0, query=query)
    yield from _fame_rows(wrong, query, candidate, knowledge)


def _fame_rows(wrong: Sequence[PartMatch], query: str, candidate: str, knowledge: NameKnowledge) -> Iterator[Evidence]:
    written = [part for match in wrong for part in match.written.split()]
    listed = [part for match in wrong for part in match.listed.split()]
    known = [familiar(part, knowledge) for part in written]
    if min(known):
        yield evidence("attested", min(known), query=query)
    if max(known):
        yield evidence("attested_part", max(known), query=query)
    if borne := max(commonness(part, knowledge) for part in listed):
        yield evidence("borne", borne, candidate=candidate)


def _letters(match: PartMatch) -> int:
    return len(match.written.replace(" ", ""))


def _odds(match: PartMatch) -> float:
    return _LOW if match.odds is None else max(_LOW, min(_HIGH, match.odds))


def near(match: PartMatch) -> float:
    """Mean edit ratio of letters and of sounds, 0 to 1; 1 of what is right, 0 of what answers to nothing."""
    if match.right:
        return 1.0
    one, other = match.written.replace(" ", ""), match.listed.replace(" ", "")
    return (fuzz.ratio(one, other) + fuzz.ratio(skeleton(one), skeleton(other))) / 200.0 if other else 0.0
