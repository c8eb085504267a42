"""How fast claims are read and judged, and what share of a check they cost."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from common import REPOSITORY, RULES_ONLY, waited
from copydesk import Config, Desk, Document, parse_document, read_document
from copydesk.scoring import number, table
from copydesk.text import words
from news import REFERENCE, Group

ARTICLE = "seeds/article-2020-11-28.txt"
#: what a desk calls to make claims out of names, and to judge them
STAGES = {"extract_claims": "reading claims off linked names", "judge": "judging them"}
WARM = 3


@dataclass(slots=True)
class Clock:
    """Seconds of work spent in each function that is timed."""

    spent: dict[str, float] = field(default_factory=dict)

    def timed(self, name: str, function: Callable[..., Any]) -> Callable[..., Any]:
        """The function, which adds to the clock whenever it runs."""

        def run(*arguments: Any, **named: Any) -> Any:
            began = time.process_time()
            try:
                return function(*arguments, **named)
            finally:
                self.spent[name] = self.spent.get(name, 0.0) + time.process_time() - began

        return run


@contextmanager
def watched(clock: Clock) -> Iterator[None]:
    """The desk with the functions of `STAGES` timed."""
    from copydesk import desk

    kept = {name: getattr(desk, name) for name in STAGES}
    try:
        for name, function in kept.items():
            setattr(desk, name, clock.timed(name, function))
        yield
    finally:
        for name, function in kept.items():
            setattr(desk, name, function)


def speed(groups: Sequence[Group]) -> str:
    """The tables of the section: human references, each group as one document, and the seed article."""
    news = [parse_document("\n\n".join(group.texts), date=group.date) for group in groups if group.system == REFERENCE]
    article = [read_document(str(REPOSITORY / ARTICLE))]
    lines = [
        _line("news, rules alone", Desk(config=RULES_ONLY), news),
        _line("the seed article, rules alone", Desk(config=RULES_ONLY), article * WARM),
        _line("the seed article, with the reader", Desk(config=Config()), article * WARM),
    ]
    header = ["checked", "words", "claims", "seconds", *STAGES.values(), "claims per second", "share of the check"]
    parts = [
        "## Speed",
        "Seconds of processor time in whole checks, one process. Claims per second: as far as the two stages go that only"
        " claims need; finding names and titles and linking them, which checks of names need too, is not counted to claims.",
        table(header, lines),
    ]
    return "\n\n".join(parts)


def _line(name: str, desk: Desk, documents: Sequence[Document]) -> list[str]:
    desk.check(documents[0])
    clock, claims = Clock(), 0
    began = time.process_time()
    with watched(clock):
        for document in waited(documents, len(documents), name):
            claims += len(desk.check(document).claims)
    took, spent = time.process_time() - began, [clock.spent.get(stage, 0.0) for stage in STAGES]
    own = sum(spent)
    size = sum(len(words(document.text)) for document in documents)
    shown = (number(took, 1), *(number(one, 2) for one in spent), f"{claims / own:,.0f}" if own else number(None))
    return [name, f"{size:,}", f"{claims:,}", *shown, f"{own / took:.1%}" if took else number(None)]
