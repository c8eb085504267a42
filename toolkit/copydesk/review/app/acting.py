"""What a reviewer does: each act is on the disk before it is answered."""

from __future__ import annotations

from pathlib import PurePath

from copydesk.core.document import Document
from copydesk.core.finding import Severity
from copydesk.core.marking import Category
from copydesk.core.span import Span
from copydesk.entities import EntityList
from copydesk.review.app.book import Book
from copydesk.review.app.refusing import RefusedError
from copydesk.review.app.reviewed import Item, Reviewed
from copydesk.review.decision import Answer, Decision, added, answered, decided, undone
from copydesk.review.spellings import accept_spelling

#: code points of an error that is marked, of its correction and of a note
LONGEST = 2000
ANSWERS = (Answer.ACCEPTED, Answer.REJECTED, Answer.UNSURE)


def judge(
    book: Book, seen: Reviewed, ref: str, answer: Answer, *, replacement: str | None = None, note: str | None = None
) -> Decision:
    """Say something of a finding or of an added error. ``replacement`` is what to write, of accepted ones alone."""
    item = _item(seen, ref)
    if replacement is not None and answer is not Answer.ACCEPTED:
        raise RefusedError(400, "a correction of what is no error", "accept it, or leave the correction out")
    _bounded(replacement, note)
    if item.added is None:
        made = decided(item.finding, seen.report.document, answer, book.who, replacement=replacement, note=note)
    else:
        made = answered(item.added, answer, book.who, replacement=replacement, note=note)
    book.keep(made)
    return made


def add(
    book: Book, document: Document, place: Span, *, category: Category, severity: Severity,
    replacement: str | None = None, note: str | None = None,
) -> Decision:  # fmt: skip
    """Mark an error that was missed. ``place`` counts code points of the reading, which is what a page shows."""
    _bounded(replacement, note)
    text = document.reading.text
    words = place.of(text)
    start = place.start + len(words) - len(words.lstrip())
    place = Span(start, start + len(words.strip()))
    if place.end > len(text) or not place:
        raise RefusedError(400, "no words are marked", "mark the words that are wrong")
    if len(place) > LONGEST:
        raise RefusedError(400, f"more than {LONGEST} characters are marked", "mark only the words that are wrong")
    span = document.reading.given(place)
    made = added(document, span, book.who, category=category, severity=severity, replacement=replacement, note=note)
    book.keep(made)
    return made


def undo(book: Book, seen: Reviewed, ref: str | None) -> Decision:
    """Take back what this person said of a finding; without one, the last that they said in this article."""
    name = PurePath(seen.report.document.path).name
    last = book.last(name) if ref is None else _item(seen, ref).mine
    if last is None:
        raise RefusedError(409, "there is nothing of yours to undo", "go on")
    book.keep(undone(last, book.who))
    return last


def accept(book: Book, seen: Reviewed, ref: str, path: str, entities: EntityList) -> bool:
    """Take the spelling of a name for right: it goes into the table at ``path``, and its finding is judged wrong.

    False where the table had it already.
    """
    item = _item(seen, ref)
    spelling = spelling_of(item, seen.report.document)
    if item.finding.entity is None or spelling is None:
        raise RefusedError(409, "this is no name of the list", "reject the finding instead")
    new = accept_spelling(path, item.finding.entity.id, spelling, entities, source=f"accepted by {book.who}")
    judge(book, seen, ref, Answer.REJECTED, note="the spelling was accepted")
    return new


def spelling_of(item: Item, document: Document) -> str | None:
    """The spelling that may be accepted: the words of a finding about a name, as they are read; None of any other."""
    if item.finding.entity is None or not item.finding.rule.startswith("NAM"):
        return None
    read = document.reading.read(item.finding.span)
    return None if read is None else read.of(document.reading.text)


def _item(seen: Reviewed, ref: str) -> Item:
    item = seen.item(ref)
    if item is None:
        raise RefusedError(409, "this finding is no longer there", "load the page again")
    return item


def _bounded(*texts: str | None) -> None:
    if any(text is not None and len(text) > LONGEST for text in texts):
        raise RefusedError(400, f"more than {LONGEST} characters", "say it shorter")
