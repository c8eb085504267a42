"""Labelled claims in real sentences, each with what the desk says to it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from math import ceil
from pathlib import Path
from typing import Any

from claim_offices import Offices
from common import Item, rows_of, share, waited
from copydesk import Desk, Judgement, PartialDate, Span, parse_document
from copydesk.core.claim import Verdict
from copydesk.scoring import Proportion, by_cluster

ROLE = "role"
PERTURBED = "perturbed"
#: columns that `counted` and `shared` fill
SHARE = ["claims", "share", "95% (Wilson)", "95% (bootstrap)"]
GOLD = ("supported", "refuted", "not_enough_info")
#: labelled sorts, and the relations of the desk that say the same; of "other" the desk has none
RELATIONS: Mapping[str, tuple[str, ...]] = {
    ROLE: (ROLE,),
    "capital": ("capital_of",),
    "located_in": ("located_in", "part_of"),
    "rank": ("rank",),
    "party": ("member_of",),
    "nationality": ("nationality",),
    "org_of_country": ("part_of", "located_in"),
    "weekday": ("weekday",),
    "other": (),
}
#: of these the subject is a date, which either side may take in more or fewer words
_DATED = frozenset(("weekday",))
Asked = tuple[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A labelled claim and the desk's answer to it; None where it was not extracted."""

    id: str
    set: str
    system: str
    text: str
    date: PartialDate
    span: Span
    type: str
    subject: Span | None
    #: the person or thing that is meant, by its right name
    meant: str | None
    relation: str
    object: str | None
    object_text: str | None
    qualifier: str | None
    verdict: str
    why: str
    answer: Judgement | None = None
    #: whether the answer speaks of the labelled office; of other sorts always where there is an answer
    same_office: bool = False

    @property
    def said(self) -> str | None:
        """The desk's verdict."""
        return self.answer.verdict.value if self.answer else None

    @property
    def claim(self) -> str:
        """The labelled words."""
        return self.span.of(self.text)

    @property
    def perturbed(self) -> bool:
        """Whether a true sentence was edited to make it."""
        return self.system == PERTURBED

    @property
    def decided(self) -> bool:
        """Whether the desk supports or refutes it."""
        return self.said in (Verdict.SUPPORTED.value, Verdict.REFUTED.value)


@dataclass(frozen=True, slots=True, kw_only=True)
class Read:
    """The labelled claims, and everything that the desk claims in their sentences."""

    rows: Sequence[Row]
    claims: Mapping[Asked, tuple[Judgement, ...]]

    def unlabelled(self, verdict: Verdict) -> Iterator[tuple[str, Judgement]]:
        """Claims answered so that no label means, with their sentences."""
        meant = {id(row.answer) for row in self.rows if row.answer is not None}
        for (text, _), found in self.claims.items():
            yield from ((text, item) for item in found if item.verdict is verdict and id(item) not in meant)


def read_rows(path: Path, desk: Desk, offices: Offices, limit: int | None = None) -> Read:
    """Ask the desk; a sentence of several rows is read once."""
    raws = some(rows_of(path), limit)
    claims: dict[Asked, tuple[Judgement, ...]] = {}
    for raw in waited(raws, len(raws), "labelled claims"):
        asked = (raw["text"], raw["date"])
        if asked not in claims:
            claims[asked] = desk.claims(parse_document(raw["text"], date=PartialDate.parse(raw["date"])))
    rows = [matched(labelled(raw), claims[raw["text"], raw["date"]], offices) for raw in raws]
    return Read(rows=rows, claims=claims)


def labelled(raw: Mapping[str, Any]) -> Row:
    """A row as it stands in the file, without an answer."""
    span = Span(raw["start"], raw["end"])
    return Row(
        id=raw["id"], set=raw["set"], system=raw["system"], date=PartialDate.parse(raw["date"]), text=raw["text"],
        span=span, type=raw["type"], subject=_place(raw["text"], raw["subject_text"], span), meant=raw["subject"],
        relation=raw["relation"] or "", object=raw["object"], object_text=raw["object_text"], qualifier=raw["qualifier"],
        verdict=raw["verdict"], why=raw["why"] or "",
    )  # fmt: skip


def _place(text: str, subject: str | None, span: Span) -> Span | None:
    """Where the subject stands: inside the claim, else nearest to it."""
    if not subject:
        return None
    starts = [at for at in range(len(text)) if text.startswith(subject, at)]
    places = [Span(at, at + len(subject)) for at in starts]
    return min(places, key=lambda place: (not span.contains(place), abs(place.start - span.start)), default=None)


def matched(row: Row, claims: Iterable[Judgement], offices: Offices) -> Row:
    """The row with the claim that it means: same sort, overlapping, same subject.

    Of several, one of the same office, then the one that shares most.
    """
    fitting = [
        (_same_office(row, item, offices), _shared(item.claim.span, row.span), item) for item in claims if fits(row, item)
    ]
    if not fitting:
        return row
    same, _, answer = max(fitting, key=lambda found: found[:2])
    return replace(row, answer=answer, same_office=same)


def fits(row: Row, item: Judgement) -> bool:
    """Whether a claim is of the labelled sort, at the labelled place and of the labelled subject."""
    claim = item.claim
    if claim.relation not in RELATIONS[row.type] or not claim.span.overlaps(row.span):
        return False
    free = row.subject is None or claim.subject.span is None or row.type in _DATED
    return free or (claim.subject.span is not None and row.subject is not None and claim.subject.span.overlaps(row.subject))


def _same_office(row: Row, item: Judgement, offices: Offices) -> bool:
    return row.type != ROLE or offices.same(row.relation, row.qualifier, row.claim, item.claim)


def _shared(one: Span, other: Span) -> int:
    return min(one.end, other.end) - max(one.start, other.start)


def counted(rows: Iterable[tuple[Row, bool]], seed: int) -> list[str]:
    """Four cells of the share of rows that hit: counts, share, Wilson's interval, and the bootstrap's over sentences."""
    return shared(((row.text, hit) for row, hit in rows), seed)


def shared(judged: Iterable[tuple[str, bool]], seed: int) -> list[str]:
    """The same of whatever hits or misses, each with what it is drawn by: a sentence, an article."""
    parts = [(unit, Proportion(hits=int(hit), total=1)) for unit, hit in judged]
    return share(sum((part for _, part in parts), Proportion()), by_cluster(parts).values(), seed)


def some(items: Sequence[Item], limit: int | None) -> Sequence[Item]:
    """About so many of the items, evenly spread; all of them without a limit."""
    return items if limit is None else items[:: max(1, ceil(len(items) / limit))]
