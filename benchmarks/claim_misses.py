"""Where the next point is to be won: labelled claims that are not answered as labelled, by cause."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from claim_offices import Offices
from claim_rows import ROLE, Read, Row
from claim_verdicts import held
from common import tsv
from copydesk import Judgement
from copydesk.core.claim import Reason, Verdict
from copydesk.core.dates import When
from copydesk.scoring import table

UNREAD, SUBJECT, OFFICE = "not extracted", "not extracted: another subject was taken", "not extracted: another office was taken"
UNLINKED, UNLISTED, MISLINKED = "not linked, though listed", "not linked: nobody of that name in the list", "linked to another"
QUALIFIER, NO_RECORD, STALE = "qualifier", "no record of the office at the date", "list out of date"
INTERVAL, SILENT, OTHER = "wrong interval", "held back, though the list has the row", "other"
CAUSES = (UNREAD, SUBJECT, OFFICE, UNLINKED, UNLISTED, MISLINKED, QUALIFIER, INTERVAL, NO_RECORD, STALE, SILENT, OTHER)
_GROUPS = ("supported", "refuted: perturbed", "refuted: in translations", "not_enough_info")
_QUALIFIERS = {"ex": "former", "elect": "-elect", "designate": "-elect", "interim": "acting", "deputy": None, "vice": None}
_NOT_NOW = (When.BEFORE, When.AFTER)


def cause(row: Row, read: Read, offices: Offices) -> str:
    """Why a row is not answered as labelled: the first stage that loses it."""
    if row.answer is None:
        others = read.claims.get((row.text, str(row.date)), ())
        near = any(row.type == ROLE == item.claim.relation and item.claim.span.overlaps(row.span) for item in others)
        return SUBJECT if near else UNREAD
    if not row.same_office:
        return OFFICE
    entity, listed = row.answer.claim.subject.entity, offices.listed(row.meant)
    if entity is None or row.answer.reason in (Reason.UNLINKED, Reason.AMBIGUOUS_LINK):
        return UNLINKED if listed else UNLISTED
    if listed and entity.id not in listed:
        return MISLINKED
    if row.answer.reason is Reason.STALE_LIST:
        return STALE
    if row.type != ROLE:
        return NO_RECORD if row.answer.reason is Reason.NO_RECORD else OTHER
    return _of_list(row, entity.id, offices)


def _of_list(row: Row, subject: str, offices: Offices) -> str:
    """Of a role claim that was read and linked: what the list, or the reading of a qualifier, did to it."""
    assert row.answer is not None
    own = [fact for fact in offices.rows(row.relation, (row.object, row.object_text)) if fact.subject == subject]
    if not (own if row.verdict == "supported" else held(row, offices)):
        return NO_RECORD
    if _plain(row.answer.claim.qualifier) != _plain(row.qualifier):
        return QUALIFIER
    at_date = any(fact.period.when(row.date) not in _NOT_NOW for fact in own)
    if not row.qualifier and at_date is (row.verdict == "refuted"):
        return INTERVAL
    return SILENT if row.answer.verdict is Verdict.NOT_ENOUGH_INFO else OTHER


def _plain(qualifier: str | None) -> str | None:
    """One word for all qualifiers of one meaning; a deputy's is another office, not another time."""
    return _QUALIFIERS.get(qualifier or "", qualifier)


def missed(rows: Sequence[Row]) -> Iterator[Row]:
    """Rows that are not answered as labelled; silence about what nobody can decide is right, extracted or not."""
    yield from (row for row in rows if row.said != row.verdict and not (row.verdict == "not_enough_info" and not row.decided))


def misses(read: Read, offices: Offices) -> str:
    """The tables of the section."""
    found = [(row, cause(row, read, offices)) for row in missed(read.rows)]
    parts = [
        "## Misses by cause",
        "Labelled claims that the desk does not answer as labelled, by the first stage that loses them. Another subject: a role"
        " claim lies over the label but is made of another name. Linked to another: to an entity that does not have the right"
        " name. No record: the list has no row of that office and body for the person (of true claims), or none that covers"
        " the date (of false ones). Qualifier: former, acting, another time or an unsure bearer were read otherwise than"
        " labelled. Wrong interval: the list has the"
        " person's own row of the office, with dates that say the opposite. Held back: the list has what decides it, and the"
        " desk is silent (a handover, an office with several holders, an unsure link). Wrong: how many of these were answered"
        " with the opposite, or decided though nobody can.",
        "Claims of office:",
        _table([(row, why) for row, why in found if row.type == ROLE]),
        "All other sorts:",
        _table([(row, why) for row, why in found if row.type != ROLE]),
    ]
    return "\n\n".join(parts)


def _table(found: Sequence[tuple[Row, str]]) -> str:
    cells = Counter((why, _group(row)) for row, why in found)
    wrong = Counter(why for row, why in found if row.decided)
    lines = []
    for why in CAUSES:
        counts = [cells[why, group] for group in _GROUPS]
        if sum(counts):
            lines.append([why, str(sum(counts)), *map(str, counts), str(wrong[why])])
    return table(["cause", "claims", *(f"label {group}" for group in _GROUPS), "wrong"], lines)


def _group(row: Row) -> str:
    if row.verdict != "refuted":
        return row.verdict
    return _GROUPS[1] if row.perturbed else _GROUPS[2]


def misses_tsv(read: Read, offices: Offices) -> str:
    """Every such row with its cause, and every refuted claim that no label means."""
    header = (
        "cause", "outcome", "id", "type", "set", "system", "date", "claim", "relation", "qualifier", "read as", "desk",
        "reason", "message", "extracted", "why", "text",
    )  # fmt: skip
    labelled = (_line(row, cause(row, read, offices)) for row in missed(read.rows))
    others = (_unlabelled(text, item) for text, item in read.unlabelled(Verdict.REFUTED))
    return tsv([header, *sorted((*labelled, *others))])


def _line(row: Row, why: str) -> tuple[str, ...]:
    said = row.answer
    answer = (said.verdict.value, said.reason or "", said.message, said.claim.text) if said else ("", "", "", "")
    read = (said.claim.qualifier or "") if said else ""
    head = (why, f"{row.verdict} → {row.said or UNREAD}", row.id, row.type, row.set, row.system, str(row.date), row.claim)
    return (*head, row.relation, row.qualifier or "", read, *answer, row.why, row.text)


def _unlabelled(text: str, item: Judgement) -> tuple[str, ...]:
    claim, said = item.claim, item.verdict.value
    head = ("no label", f"→ {said}", "", claim.relation, "", "", str(item.as_of or ""), "", "", "", claim.qualifier or "", said)
    return (*head, item.reason or "", item.message, claim.text, "", text)
