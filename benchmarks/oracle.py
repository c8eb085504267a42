"""Matching alone: the place of each mention is given, and the list is the one that the mentions were labelled against."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from common import share, waited
from copydesk import EntityList, Link, Mention, load_entities, parse_document
from copydesk.core.entity import Entity
from copydesk.core.mention import Context
from copydesk.linking import Linker
from copydesk.names.forms import fold, key
from copydesk.reader.mentions import scan
from copydesk.scoring import Proportion, Scored, by_cluster, recall_at_precision, table, with_interval
from desk_links import suspicion
from end_to_end import language, of_group
from garbles import GARBLE, Row, date_of
from peers import NOT_INSTALLED, OFFERS, Gallery, Peer, gallery

PRECISION = 0.95
OURS = "copydesk"


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """A system's first answer to a mention; no score where it takes the mention as rightly spelled, or knows no answer."""

    first: str | None
    score: float | None

    def right(self, row: Row) -> bool:
        """Whether the right name is first."""
        return self.first is not None and key(self.first) in row.accepted


#: for each system its answers to all rows; None where it is not installed
Answers = Mapping[str, Sequence[Said] | None]


def oracle(rows: Sequence[Row], built: Path, seed: int) -> str:
    """The tables of the section."""
    entities = load_entities(str(built), default=False)
    answers: dict[str, Sequence[Said] | None] = {OURS: ask_linker(rows, entities)}
    answers |= ask_peers(rows, tuple(entities.entities))
    garbles = [row for row in rows if row.label == GARBLE]
    parts = [
        "## Oracle mentions",
        f"{len(rows)} labelled mentions in {len({row.text for row in rows})} sentences, {len(garbles)} of them garbles, against"
        f" the {len(entities):,} entities that they were labelled with and no other list. The matcher is given the place of the"
        " mention, the sentence and its date; the peers, which have no use for a sentence, the mention. A first answer is right"
        " where it has the right name or an accepted spelling. All systems are quiet where the mention is spelled like a listed"
        f" name. Intervals are drawn over sentences. Targets: right name first ≥ 0.92; recall at precision {PRECISION} ≥ 0.75.",
        _first(rows, answers, seed),
        _at_precision(rows, answers, seed),
        _groups("kind", rows, answers, lambda row: row.type, seed),
        _groups("source language", rows, answers, language, seed),
    ]
    return "\n\n".join(parts)


def ask_linker(rows: Sequence[Row], entities: EntityList) -> list[Said]:
    """What the linker takes each mention for, alone with its sentence."""
    linker = Linker(entities)
    return [_said(_link(row, linker)) for row in waited(rows, len(rows), "linking")]


def _link(row: Row, linker: Linker) -> Link:
    mention = Mention(span=row.span, text=row.span.of(row.text), sentence=0, context=_context(row, linker))
    (link,) = linker.link(row.text, [mention], date_of(row))
    return link


def _context(row: Row, linker: Linker) -> Context | None:
    """The title beside the mention, where the reader reads that very mention."""
    document = parse_document(row.text, date=date_of(row))
    if document.reading.text != row.text:
        return None
    mentions = (mention for sentence in scan(document, linker.lexicon) for mention in sentence.mentions)
    return next((mention.context for mention in mentions if mention.span == row.span), None)


def _said(link: Link) -> Said:
    taken = link.entity or (link.candidates[0].entity if link.candidates else None)
    return Said(first=None if taken is None else taken.name, score=suspicion(link))


def ask_peers(rows: Sequence[Row], listed: Sequence[Entity]) -> dict[str, Sequence[Said] | None]:
    """What each peer says to the mentions, over the whole names of the list."""
    names = gallery(listed)
    made = waited(OFFERS, len(OFFERS), "peers")
    return {offer.name: _peer(rows, offer.make(names), names) if offer.installed else None for offer in made}


def _peer(rows: Sequence[Row], peer: Peer, names: Gallery) -> list[Said]:
    mentions, spelled = list(dict.fromkeys(row.mention for row in rows)), frozenset(names.texts)
    found = dict(zip(mentions, peer.ask(mentions), strict=True))

    def said(mention: str) -> Said:
        if not found[mention]:
            return Said(first=None, score=None)
        at, score = found[mention][0]
        return Said(first=names.entities[at].name, score=None if fold(mention) in spelled else score)

    return [said(row.mention) for row in rows]


def _one_word(row: Row) -> bool:
    return len(row.mention.split()) == 1


Test = Callable[[Row], bool]
_TESTS: Mapping[str, Test] = {
    "all": lambda _: True,
    "one word": _one_word,
    "several words": lambda row: not _one_word(row),
}


def _first(rows: Sequence[Row], answers: Answers, seed: int) -> str:
    lines = [
        [f"{name}: {system}", *_recall(rows, said, test, seed)]
        for name, test in _TESTS.items()
        for system, said in answers.items()
    ]
    return table(["garbles: right name first", "rows", "share", "95% (Wilson)", "95% (bootstrap by sentence)"], lines)


def _recall(rows: Sequence[Row], said: Sequence[Said] | None, test: Test, seed: int) -> list[str]:
    if said is None:
        return [NOT_INSTALLED, "", "", ""]
    parts = [
        (row.text, Proportion(hits=int(one.right(row)), total=1))
        for row, one in zip(rows, said, strict=True)
        if row.label == GARBLE and test(row)
    ]
    return share(sum((part for _, part in parts), Proportion()), by_cluster(parts).values(), seed)


def _at_precision(rows: Sequence[Row], answers: Answers, seed: int) -> str:
    lines = [
        [f"{name}: {system}", *_precise(rows, said, test, seed)]
        for name, test in _TESTS.items()
        for system, said in answers.items()
    ]
    return table(
        [
            f"all labels: recall at precision {PRECISION}",
            "rows",
            "recall",
        ],
        lines,
    )


def _precise(rows: Sequence[Row], said: Sequence[Said] | None, test: Test, seed: int) -> list[str]:
    if said is None:
        return [NOT_INSTALLED, ""]
    held = [(row, one) for row, one in zip(rows, said, strict=True) if test(row)]
    drawn = recall_at_precision(list(_scored(held)), PRECISION, clusters=[row.text for row, _ in held], seed=seed)
    return [str(len(held)), with_interval(drawn)]


def _scored(held: Sequence[tuple[Row, Said]]) -> Iterator[Scored]:
    for row, one in held:
        garble = row.label == GARBLE
        yield Scored(score=one.score, hit=garble and one.right(row), wanted=garble)


def _groups(title: str, rows: Sequence[Row], answers: Answers, of: Callable[[Row], str], seed: int) -> str:
    """Right name first, for the matcher and each installed peer side by side."""
    systems = {system: said for system, said in answers.items() if said is not None}
    garbles = [row for row in rows if row.label == GARBLE]
    names = sorted({of(row) for row in garbles}, key=lambda name: (-sum(of(row) == name for row in garbles), name))
    lines = []
    for name in names:
        cells = [_recall(rows, said, of_group(of, name), seed) for said in systems.values()]
        lines.append([name, cells[0][0].split("/")[1], *(f"{cell[1]} {cell[3]}" for cell in cells)])
    return table([f"right name first by {title}", "garbles", *systems], lines)
