"""An article together with what was said of it: the findings, the errors that people added, and each one's answers."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from copydesk.core.document import Document
from copydesk.core.finding import Finding
from copydesk.core.report import DocumentReport
from copydesk.review.app.book import Said
from copydesk.review.app.shelf import Article
from copydesk.review.corrected import added_in, finding_of, judged_of
from copydesk.review.decision import Answer, Decision, Key
from copydesk.review.merging import Judged

_DIGITS = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """A finding on the page; ``added`` is the decision that marked it where no rule did."""

    finding: Finding
    #: tells it from all others of the page, and is the same after every new check that finds it again
    ref: str
    added: Decision | None = None
    mine: Decision | None = None
    others: tuple[Decision, ...] = ()

    @property
    def disputed(self) -> bool:
        """Whether others say the opposite."""
        said = {one.answer is not Answer.REJECTED for one in (self.mine, *self.others) if one and one.answer in _SURE}
        return len(said) > 1


_SURE = (Answer.ACCEPTED, Answer.REJECTED, Answer.ADDED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reviewed:
    """All that the page of an article shows. ``report`` has the added errors among its findings, in the order of ``items``."""

    report: DocumentReport
    items: tuple[Item, ...]
    #: added errors whose words are gone
    lost: tuple[Decision, ...] = ()

    @property
    def shape(self) -> str:
        """Changes where cards come or go; answers leave it alone."""
        refs = "\n".join((text_mark(self.report.document), *(item.ref for item in self.items)))
        return hashlib.sha256(refs.encode()).hexdigest()[:_DIGITS]

    def item(self, ref: str) -> Item | None:
        """The finding of this ref."""
        return next((item for item in self.items if item.ref == ref), None)


def reviewed(report: DocumentReport, said: Said, who: str) -> Reviewed:
    """A report with what was said of it, as ``who`` sees it."""
    document = report.document
    items = [_found(finding, document, said, who) for finding in report.findings]
    lost: list[Decision] = []
    for judged, mark in added_in(said.judged, document):
        finding = finding_of(mark, document)
        if finding is None:
            lost.append(mark)
        else:
            ref = f"{mark.fingerprint}-{finding.span.start}"
            items.append(_item(Item(finding=finding, ref=ref, added=mark), judged, who))
    items.sort(key=lambda item: (item.finding.span, item.finding.rule))
    shown = replace(report, findings=tuple(item.finding for item in items))
    return Reviewed(report=shown, items=tuple(_told_apart(items)), lost=tuple(lost))


def text_mark(document: Document) -> str:
    """Tells one text from another: places in a page hold for its own text alone."""
    return hashlib.sha256(document.text.encode()).hexdigest()[:_DIGITS]


def progress(article: Article, said: Said, who: str) -> tuple[int, int] | None:
    """How many findings of an article somebody judged for himself, and how many there are; None before it was checked."""
    if article.keys is None:
        return None
    mine = sum(_is_mine(said.by_key, key, who) for key in article.keys)
    return mine, len(article.keys)


def _is_mine(by_key: Mapping[Key, Judged], key: Key, who: str) -> bool:
    judged = by_key.get(key)
    return judged is not None and any(one.who == who for one in judged.decisions)


def _found(finding: Finding, document: Document, said: Said, who: str) -> Item:
    item = Item(finding=finding, ref=f"{finding.fingerprint}-{finding.span.start}")
    return _item(item, judged_of(finding, document, said.by_key), who)


def _item(item: Item, judged: Judged | None, who: str) -> Item:
    decisions = judged.decisions if judged is not None else ()
    return replace(
        item,
        mine=next((one for one in decisions if one.who == who), None),
        others=tuple(one for one in decisions if one.who != who),
    )


def _told_apart(items: list[Item]) -> Iterator[Item]:
    """The items with refs that no two of them share."""
    seen: dict[str, int] = {}
    for item in items:
        seen[item.ref] = times = seen.get(item.ref, 0) + 1
        yield item if times == 1 else replace(item, ref=f"{item.ref}-{times}")
