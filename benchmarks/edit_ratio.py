"""The baseline for names: the most alike form of the same list by accent-folded edit ratio, above one threshold."""

from __future__ import annotations

from collections.abc import Sequence

from copydesk import EntityList
from copydesk.entities.listing import RIGHT
from copydesk.names.forms import fold
from copydesk.scoring import Proportion
from garbles import QUIET, Answer, Row

#: the ratio of equal strings
_SAME = 100.0


def ask_baseline(rows: Sequence[Row], entities: EntityList) -> list[Answer]:
    """For each mention the most alike form of the list and its ratio; a mention spelled like some form is never flagged."""
    from rapidfuzz import fuzz, process

    forms = [
        (fold(form), entity) for entity in entities.entities for form in (entity.name, *entity.written(*RIGHT), *entity.family)
    ]
    texts = [form for form, _ in forms]
    answers = []
    for row in rows:
        # the first of the best: the list's own order decides a tie
        _, score, at = process.extractOne(fold(row.mention), texts, scorer=fuzz.ratio)
        found = forms[at][1]
        known = score == _SAME or bool(entities.named(row.mention))
        answers.append(Answer(flagged=not known, right=found.id in row.bearers, name=found.name, why="ratio", score=score))
    return answers


def above(answers: Sequence[Answer], threshold: float) -> list[Answer]:
    """The answers with those below the threshold quiet."""
    return [answer if answer.flagged and answer.score >= threshold else Answer() for answer in answers]


def _recall(rows: Sequence[Row], answers: Sequence[Answer]) -> Proportion:
    asked = [answer for row, answer in zip(rows, answers, strict=True) if row.answerable]
    return Proportion(hits=sum(answer.right and answer.flagged for answer in asked), total=len(asked))


def _alarms(rows: Sequence[Row], answers: Sequence[Answer]) -> int:
    return sum(answer.flagged for row, answer in zip(rows, answers, strict=True) if row.label in QUIET)


def at_equal(
    rows: Sequence[Row], desk: Sequence[Answer], baseline: Sequence[Answer]
) -> tuple[tuple[float, list[Answer]] | None, tuple[float, list[Answer]]]:
    """The baseline at the desk's recall and at the desk's false alarms, each with its threshold.

    The first is the highest threshold with at least that recall, None where no threshold reaches it.
    """
    thresholds = sorted({answer.score for answer in baseline if answer.flagged}, reverse=True)
    wanted, allowed = _recall(rows, desk).hits, _alarms(rows, desk)
    same_recall, same_alarms = None, (_SAME + 1, above(baseline, _SAME + 1))
    for threshold in thresholds:
        answers = above(baseline, threshold)
        if same_recall is None and _recall(rows, answers).hits >= wanted:
            same_recall = (threshold, answers)
        if _alarms(rows, answers) <= allowed:
            same_alarms = (threshold, answers)
    return same_recall, same_alarms
