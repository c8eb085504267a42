"""Words in the name of a place or body that say what it is, and not which one."""

from __future__ import annotations

from copydesk.names.forms import fold

DESIGNATORS = frozenset(
    "airport bay city county district island islands lake mount mountain municipality oblast peninsula port prefecture province"
    " region republic river sea state street town village agency bank club company corporation group insurance party team"
    " university oblast autonomous bureau station airport school hospital".split()
)


def undesignated(text: str) -> str:
    """A folded name without such words: ``bakirkoy municipality`` → ``bakirkoy``; the name itself where nothing is left."""
    return " ".join(word for word in text.split() if word not in DESIGNATORS) or text


def bared(text: str, other: str) -> tuple[str, str]:
    """Two names without the words of this sort that both have, which make no two names alike: Irkutsk Oblast, Kursk Oblast."""
    left, right = fold(text).split(), fold(other).split()
    both = DESIGNATORS.intersection(left, right)
    if not both or both.issuperset(left) or both.issuperset(right):
        return text, other
    return " ".join(word for word in left if word not in both), " ".join(word for word in right if word not in both)
