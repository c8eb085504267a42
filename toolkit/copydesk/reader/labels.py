"""What the reader model answers for every piece of a text, column by column."""

from __future__ import annotations

from dataclasses import dataclass

from copydesk.core.marking import Category

#: what names are tagged as: people, places, bodies, and words for the people of a place
NAME_KINDS = ("PER", "LOC", "ORG", "NORP")
TAGS = ("O", *(f"{prefix}-{kind}" for kind in NAME_KINDS for prefix in "BI"))
CATEGORIES = tuple(Category)


@dataclass(frozen=True, slots=True, kw_only=True)
class Columns:
    """Where each answer stands in a row of logits."""

    tags: slice
    #: that a rater would mark the piece, and mark it as a major error
    any: int
    major: int
    categories: slice
    width: int


def _columns() -> Columns:
    tags, kinds = len(TAGS), len(CATEGORIES)
    after = tags + 2 + kinds
    return Columns(
        tags=slice(0, tags), any=tags, major=tags + 1, categories=slice(tags + 2, after), width=after,
    )  # fmt: skip


COLUMNS = _columns()
