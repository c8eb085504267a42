"""What the page of an article shows, as plain values: the templates print them, and a server can send them as JSON.

Texts are as they were given, hostile or not; whoever shows them makes them visible first (`copydesk.render.visible`).
"""

from __future__ import annotations

from dataclasses import dataclass

from copydesk.core.claim import Reason, Verdict
from copydesk.core.entity import Kind
from copydesk.core.evidence import Evidence
from copydesk.core.finding import Safety, Severity
from copydesk.core.mention import LinkStatus
from copydesk.render.page.wordchange import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Line and column in the text as given, both from 1; ``block`` numbers the line of the reading, None for markup."""

    line: int
    column: int
    block: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """One underline: the number of its card, how bad it is, and the level from 0 (nearest to the words)."""

    number: int
    severity: Severity
    level: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Ref:
    """The number after the last word of a finding that leads to its card."""

    number: int
    severity: Severity


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """Words under the same underlines. ``start`` counts code points of the reading; ``refs`` are findings that end here."""

    start: int
    text: str
    marks: tuple[Mark, ...] = ()
    refs: tuple[Ref, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A line of the reading with its line end, by its ``number``; ``line`` is that of the text as given, ``kind`` a `PartKind`.

    ``weak`` is the quality (0 to 1) of its worst sentence where that is low enough to show.
    """

    number: int
    line: int
    kind: str
    pieces: tuple[Piece, ...]
    weak: float | None = None

    @property
    def shown(self) -> bool:
        """Whether there is anything to see in it."""
        return any(piece.refs or not piece.text.isspace() for piece in self.pieces if piece.text or piece.refs)


@dataclass(frozen=True, slots=True, kw_only=True)
class Tenure:
    """An office of an entity, or where it lies. ``held`` says how it stands to the article's date, None without a date."""

    statement: str
    dates: str
    held: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """An entity that may be meant. ``form`` is the name that was compared where it is not the entity's own."""

    id: str
    name: str
    kind: Kind
    country: str | None = None
    form: str | None = None
    probability: float | None = None
    chosen: bool = False
    tenures: tuple[Tenure, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """A correction, word by word. ``copies`` counts the repeated lines that it holds for as well."""

    words: tuple[Words, ...]
    replacement: str
    safety: Safety
    copies: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A row of the list behind a verdict: what it says of whom, when, and who says so."""

    id: str
    name: str
    statement: str
    dates: str
    source: str | None = None
    note: str | None = None
    disputed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """One finding. ``start`` and ``end`` count code points of the text as given."""

    number: int
    fingerprint: str
    rule: str
    name: str
    family: str
    severity: Severity
    confidence: float
    message: str
    text: str
    start: int
    end: int
    place: Place
    category: str | None = None
    evidence: tuple[Evidence, ...] = ()
    choices: tuple[Choice, ...] = ()
    changes: tuple[Change, ...] = ()
    rows: tuple[Row, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class MentionRow:
    """A name and what it was taken for, with all places where it stands so."""

    text: str
    kind: Kind | None
    entity: Choice | None
    places: tuple[Place, ...]
    replacement: str | None = None
    beside: str | None = None
    #: who else may be meant, where nobody was chosen
    choices: tuple[Choice, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class MentionGroup:
    """The names of one status; ``count`` is of mentions."""

    status: LinkStatus
    count: int
    rows: tuple[MentionRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimRow:
    """A claim, the list's answer, and the rows that it rests on. Parties are words, with the entity's name and id if linked."""

    text: str
    place: Place
    subject: str
    subject_id: str | None
    predicate: str
    object: str
    object_id: str | None
    qualifier: str | None
    as_of: str | None
    verdict: Verdict
    reason: Reason | None
    score: float | None
    message: str | None
    rows: tuple[Row, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimGroup:
    """The claims of one verdict."""

    verdict: Verdict
    claims: tuple[ClaimRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleCount:
    """How many findings a rule made."""

    code: str
    name: str
    summary: str
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """How many findings have a severity or belong to a family."""

    key: str
    label: str
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """All that the page of one article shows."""

    path: str
    title: str
    date: str | None
    date_origin: str | None
    words: int
    #: findings that ignore comments silenced, and those that the baseline did (None without one)
    ignored: int
    silenced: int | None
    signature: str
    #: levels of underlines, at most `copydesk.render.page.ranges.LEVELS`
    depth: int
    blocks: tuple[Block, ...]
    cards: tuple[Card, ...]
    mentions: tuple[MentionGroup, ...]
    claims: tuple[ClaimGroup, ...]
    rules: tuple[RuleCount, ...]
    severities: tuple[Counted, ...]
    families: tuple[Counted, ...]
