"""NUM103: a measure and its conversion in brackets do not agree.

Confidence is an estimate from few cases: in 1.3 million words of human text nothing; in 4.8 million words of machine
translation two, both wrong amounts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from copydesk.checks.base import Check, Proof
from copydesk.checks.prose import READ, lines
from copydesk.checks.quantities import AMOUNT, Amount, kelvin_like, read_amount
from copydesk.checks.rule import Rule
from copydesk.core.finding import Finding, Severity
from copydesk.core.span import Span

_RULE = Rule("NUM103", Severity.MAJOR, 0.9)

_HEDGE = (
    r"(?:(?:about|around|some|approximately|approx\.?|roughly|nearly|almost|over|more than|just over|just under|or|~|≈|=)"
    r"[ ]?)*"
)
_OPEN = re.compile(
    rf"(?:[ ](?:high|long|wide|deep|tall|away|in length|in weight|of [a-z]+))?[ \u00a0]?\({_HEDGE}", re.IGNORECASE
)
_CLOSE = re.compile(r"(?:[ ](?:high|long|wide|deep|tall|away))?\)")
#: "2 x 3 metres", "10 to 20 miles", "5 feet 10 inches", "twenty-five miles": the amount beside the bracket is not the whole
_MORE_BEFORE = re.compile(
    r"(?:\d|\b(?:feet|foot|ft\.?|stones?|pounds?|lbs?|and a|twenty|thirty|forty|fifty|sixty|seventy|eighty|"
    r"ninety|hundred|thousand))"
    r"[ ]?(?:[a-z°²]+[ ])?(?:[-–—x×/'’′]|and|to|by|or)?[ ]?$",
    re.IGNORECASE,
)
#: how far apart two amounts must be at the least, whatever their digits say
_MARGIN = 1.12


def _agree(first: Amount, second: Amount) -> bool:
    if first.dimension == "temperature":
        pairs = zip(kelvin_like(first), kelvin_like(second), strict=True)
        return any(low - 1 <= other_high and other_low - 1 <= high for (low, high), (other_low, other_high) in pairs)
    return any(
        low / _MARGIN <= other_high and other_low / _MARGIN <= high
        for low, high in first.within(2)
        for other_low, other_high in second.within(2)
    )


def _pairs(text: str, line: Span) -> Iterator[tuple[Span, Amount, Amount]]:
    """An amount, a bracket, and nothing in the bracket but one amount of the same kind in another system."""
    for match in AMOUNT.finditer(text, line.start, line.end):
        opening = _OPEN.match(text, match.end(), line.end)
        if opening is None or _MORE_BEFORE.search(text, max(line.start, match.start() - 24), match.start()):
            continue
        inner = AMOUNT.match(text, opening.end(), line.end)
        if inner is None or _CLOSE.match(text, inner.end(), line.end) is None:
            continue
        first, second = read_amount(match), read_amount(inner)
        if first.dimension == second.dimension and first.system != second.system:
            yield Span(match.start(), inner.end() + 1), first, second


def _converted(first: Amount, second: Amount) -> str:
    """``first`` in the unit of ``second``, to three digits."""
    if first.dimension == "temperature":
        value = first.number * 1.8 + 32 if first.system == "metric" else (first.number - 32) / 1.8
    else:
        value = first.number * first.sizes[0] / second.sizes[0]
    digits = f"{value:,.0f}" if abs(value) >= 100 else f"{value:.3g}"
    return f"{digits} {second.unit}"


def _run(proof: Proof) -> Iterator[Finding]:
    document, text = proof.document, proof.document.reading.text
    for line in lines(document, *READ):
        for span, first, second in _pairs(text, line):
            if not _agree(first, second):
                message = f"{first.text} is about {_converted(first, second)}, not {second.text}"
                yield _RULE.found(document, span, message)


CHECK = Check(
    code=_RULE.code,
    name="conversion",
    severity=_RULE.severity,
    summary="a measure disagrees with its own conversion in brackets",
    explanation=(
        "“100 kilometres (620 miles)” states one distance twice and differently. Compared are lengths, areas, "
        "weights, volumes, speeds and temperatures in two systems; currencies are not, for want of the day's rate. "
        "Roundings pass."
    ),
    failing=(
        "The epicentre lay [[100 kilometres (620 miles)]] off the coast.",
        "The reserve covers [[1.2 million hectares (3,000 acres)]] of forest.",
        "The truck weighed [[12 tonnes (2,600 pounds)]] when it was stopped.",
        "It was [[30 degrees Celsius (66 degrees Fahrenheit)]] at noon.",
        "They planted [[30,000 mu (200,000 hectares)]] of rice in spring.",
        "The tank holds [[500 litres (about 1,300 gallons)]] of fuel.",
    ),
    passing=(
        "The epicentre lay 100 kilometres (62 miles) off the coast.",
        "Each day they walk 10 miles (15 km) to school.",
        "He is 6 feet 2 inches (1.88 m) tall and weighs 12 stone 7 pounds (79 kg).",
        "The room measures 5 by 4 metres (16 feet) in the old part.",
        "It warmed by 2 degrees Celsius (3.6 degrees Fahrenheit) in a century.",
        "It cost 10,000 rupiah (75 cents) and weighed 3,000 pounds (1,300 kg).",
        "They ran 10 km (6 miles) and swam 1,500 metres (one mile).",
        "The pipe is 100 km (5 km of it under water) long.",
        "The fund holds 500 pounds (600 euros) and 20 pounds (26 dollars).",
        "The cargo was 100 tons (91 tonnes) of wheat, or twenty-five miles (40 km) of sacks.",
    ),
    run=_run,
)
