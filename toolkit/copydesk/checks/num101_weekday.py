"""NUM101: the day of the week and the date do not go together.

Confidence is an estimate from few cases: in 1.3 million words of human text the rule reported two dates, and both
were wrong in truth; in 390,000 words of human translations, which hold some 50 days with a weekday, none.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from copydesk.checks.base import Check, Proof
from copydesk.checks.prose import READ, lines
from copydesk.checks.rule import Rule
from copydesk.core.document import Document, PartKind
from copydesk.core.finding import Finding, Fix, Safety, Severity
from copydesk.text.days import WEEKDAYS, days_in, in_words
from copydesk.text.weekdays import weekday_of

_RULE = Rule("NUM101", Severity.MAJOR, 0.95)


def _message(document: Document, day: date, weekday: int) -> str:
    spoken = document.date.value.last if document.date is not None else day
    verb = "will be" if day > spoken else "was"
    return f"{in_words(day)} {verb} a {WEEKDAYS[day.weekday()]}, not a {WEEKDAYS[weekday]}"


def _same_style(written: str, weekday: int) -> str:
    """The right name, abbreviated and capitalised as the wrong one."""
    name = WEEKDAYS[weekday] if written.lower().endswith("day") else WEEKDAYS[weekday][:3]
    return name.upper() if written.isupper() else name.lower() if written.islower() else name


def _run(proof: Proof) -> Iterator[Finding]:
    document, text = proof.document, proof.document.reading.text
    spoken = document.date.value if document.date is not None and document.date.value.day else None
    for line in lines(document, *READ, PartKind.DATELINE):
        for day in days_in(text, line):
            found = weekday_of(text, line, day, spoken)
            if found is None or found.day is None or found.fits or day.weekday is None:
                continue
            right = _same_style(found.name.of(text), found.day.weekday())
            fix = Fix(span=found.name, replacement=right, safety=Safety.UNSAFE)
            yield _RULE.found(document, day.span, _message(document, found.day, day.weekday), fix)


CHECK = Check(
    code=_RULE.code,
    name="weekday-date",
    severity=_RULE.severity,
    summary="the day of the week does not go with the date",
    explanation=(
        "A date that names both the day of the week and the day of the month can be wrong in either; the calendar "
        "knows that they cannot both be right. Without a year the article's own date decides, and only where no "
        "neighbouring year would fit."
    ),
    failing=(
        "The talks began on [[Monday, November 28 2020]] in Baku.",
        "Offices close on [[Sunday, 1 January 2021]] and open on [[Sunday the 4th of January, 2021]] again.",
        "The court met on 12 May 2020. The verdict came on [[13 May 2020 (Thursday)]] in Minsk.",
        "The vote is set for [[Tues., Nov. 4, 2020]], the commission said.",
    ),
    passing=(
        "The talks began on Saturday, November 28 2020 in Baku.",
        "Shops close on Saturday and Sunday, November 28 and 29, 2020, the city said.",
        "The fair runs from Monday to Friday, 23-27 November 2020, in Kyiv.",
        "He spoke on Monday. November 28, 2020 was the day of the vote.",
        "The Sun, November 28, 2020, printed the photograph first.",
        "On Monday, November 28, a strike began in the capital.",
        "Petersburg rose on Sunday, 9 January 1905, by the old calendar.",
        "On Friday, May 2020 figures showed a fall in exports.",
    ),
    run=_run,
)
