"""Commas that part the persons of a list, and not a name from its apposition."""

from __future__ import annotations

import re
from collections.abc import Sequence

from copydesk.claims.wording import HEADS, KIN
from copydesk.core.span import Span

_NEXT = re.compile(r",[ \u00a0](?P<the>(?:the|a|an)[ \u00a0])?")
_LAST = re.compile(
    r",?[ \u00a0](?:and|or|as well as)[ \u00a0](?P<the>(?:the|a|an)[ \u00a0])?(?P<others>others\b|many\b|more\b)?"
)
_OF = re.compile(r"\b(?P<noun>\w+)[ \u00a0](?:of|for|to|with)[ \u00a0](?:the[ \u00a0])?$")
#: words before a sentence's subject: a name behind the comma may be that
_OPENS = re.compile(
    r"[“\"‘]?(?:According to|After|Before|At|In|On|With|Without|During|Following|For|Like|Unlike|Besides|Alongside|Despite|By"
    r"|Contrary to|Together with|Unknown to)\b[^,;:]*$"
)
#: behind the next of a list
_MORE = re.compile(r",|[ \u00a0](?:and|or)\b")
_SUBJECT = re.compile(r"(?:he|she|they|it|we|I|the|a)\b")
#: more than any such words take
_REACH = 200


def is_listed(sentence: str, end: int, names: Sequence[Span], posts: Sequence[int]) -> bool:
    """Whether a list goes on behind a name and post in commas: another name, or another post with "the".

    ``end`` is where the two end; ``names`` are others, and ``posts`` where others begin.
    """
    if match := _LAST.match(sentence, end):
        another = match["others"] or any(match.end() == name.start for name in names)
        return bool(another or (match["the"] and match.end() in posts))
    if match := _NEXT.match(sentence, end):
        # "…, X said" is no list
        another = any(match.end() == name.start and _MORE.match(sentence, name.end) for name in names)
        return another or bool(match["the"] and match.end() in posts)
    return False


def is_of_another(sentence: str, start: int, end: int, names: Sequence[Span]) -> bool:
    """Whether the post that begins here may be the one that somebody else serves, or the end of an opening phrase.

    "The lawyer of the president, X" is no president; "After talks with the president, X said" need not be one, but for
    "After talks with the president, X, Y said". ``end`` is where the name in commas ends.
    """
    lead = sentence[max(start - _REACH, 0) : start]
    match = _OF.search(lead)
    if match and match["noun"].lower() in HEADS | KIN:
        return True
    begins = {name.start for name in names}
    goes_on = sentence[end : end + 2] == ", " and (end + 2 in begins or _SUBJECT.match(sentence, end + 2) is not None)
    return start <= _REACH and _OPENS.match(lead) is not None and not goes_on
