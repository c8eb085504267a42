"""CLM102: the list says that something lies elsewhere, or that another city is the capital."""

from __future__ import annotations

from collections.abc import Iterator

from copydesk.checks.base import Check, Proof
from copydesk.checks.clm101_refuted_office import refuted
from copydesk.core.finding import Finding, Severity


def run(proof: Proof) -> Iterator[Finding]:
    """Refuted claims of place."""
    yield from refuted(proof, "CLM102", "capital_of", "located_in", "rank")


CHECK = Check(
    code="CLM102",
    name="refuted-place",
    severity=Severity.CRITICAL,
    summary="a capital or location contradicts the reference list",
    explanation=(
        "The rule reads statements such as “Yerevan, the capital of Armenia” or “the Turkish city of Izmir” and asks the "
        "reference list. It reports only where the place is well known, no place of its name lies where the text says, and no "
        "land is disputed between the two countries. Disputed facts are answered as contested and never reported, and a rank "
        "such as second-largest city only where the place lies elsewhere: populations and the ways to count them change."
    ),
    failing=(
        "[[Ankara, the capital of Armenia]], was quiet.",
        "He flew to [[Baku, the capital of Georgia]], on Monday.",
        "[[Tokyo is the capital of China]].",
        "They met in [[Armenia’s capital Tbilisi]].",
        "They met in [[Hanoi, Thailand]].",
        "The [[Polish city of Dresden]] was hit.",
        "They met in [[Iran, the capital of Tehran]].",
    ),
    passing=(
        "Yerevan, the capital of Armenia, was quiet.",
        "Stepanakert, the capital of the Karabakh region, was hit.",
        "Istanbul, the former capital of Turkey, was hit.",
        "Jerusalem, the capital of Israel, was quiet.",
        "Ganja, the second-largest city in Azerbaijan, was hit.",
        "The Syrian city of Idlib was hit.",
        "They met in Athens, Georgia.",
        "They met in Moscow, Idaho.",
        "The Russian city of Sevastopol was hit.",
        "After the talks in Vienna, Russia, Iran and China were content.",
    ),
    run=run,
)
