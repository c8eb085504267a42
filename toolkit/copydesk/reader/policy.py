"""How bad a mark is to a newsroom: a severity for each kind of error, whatever a model or a rater of translations calls it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from copydesk.core.finding import Severity
from copydesk.core.marking import Category, ErrorSpan

_NUMBER = re.compile(
    r"\d|%|\b(?:per ?cents?|percentage|zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|twenty"
    r"|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundreds?|thousands?|millions?|billions?|trillions?|dozens?|half|halves|quarters?"
    r"|thirds?|doubled?|tripled?)\b",
    re.IGNORECASE,
)
_NEGATION = re.compile(
    r"\b(?:no|not|never|none|nobody|nothing|nowhere|neither|nor|without|cannot|den(?:y|ies|ied|ying)|denials?"
    r"|refus(?:e|es|ed|ing|al)|reject(?:s|ed|ing|ion)?|fail(?:s|ed|ing)? to)\b|n['’]t\b",
    re.IGNORECASE,
)
_ATTRIBUTION = re.compile(
    r"\b(?:sa(?:id|ys?|ying)|told|tells?|according to|claim(?:s|ed|ing)?|accus\w+|alleg\w+|stat(?:es|ed|ing)|reported(?:ly)?"
    r"|announc(?:es|ed|ing)|quot(?:es|ed|ing)|citing|cited|blam(?:es|ed|ing)|warn(?:s|ed|ing)?"
    r"|insist(?:s|ed)?|confirm(?:s|ed)?)\b",
    re.IGNORECASE,
)
#: kinds that the words of a mark tell, whatever its category
TOLD: Mapping[str, Callable[[str], object]] = {
    "number": _NUMBER.search,
    "negation": _NEGATION.search,
    "attribution": _ATTRIBUTION.search,
}
#: all that a policy may speak of
KINDS = (*map(str, Category), *TOLD)
#: a wrong name, number, negation or attribution is critical to a newsroom even where MQM calls it minor
DEFAULT: tuple[tuple[str, Severity], ...] = (
    ("name", Severity.CRITICAL),
    ("number", Severity.CRITICAL),
    ("negation", Severity.CRITICAL),
    ("attribution", Severity.CRITICAL),
)
_ORDER = tuple(Severity)


def judged(mark: ErrorSpan, text: str, policy: Mapping[str, Severity]) -> ErrorSpan:
    """The mark with the severity that the policy gives it; ``text`` is what its span counts in.

    The policy of its category sets the severity; those of what its words speak of only raise it.
    """
    severity = policy.get(mark.category, mark.severity)
    raised = max((severity, *_raised(mark.span.of(text), policy)), key=_ORDER.index)
    return mark if raised is mark.severity else replace(mark, severity=raised)


def _raised(words: str, policy: Mapping[str, Severity]) -> Iterator[Severity]:
    yield from (policy[kind] for kind, speaks in TOLD.items() if kind in policy and speaks(words))
