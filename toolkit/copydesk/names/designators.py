"""Words in the name of a place or body that say what it is, and not which one."""

from __future__ import annotations

DESIGNATORS = frozenset(
    "airport bay city county district island islands lake mount mountain municipality oblast peninsula port prefecture province"
    " region republic river sea state street town village agency bank club company corporation group insurance party team"
    " university".split()
)


def undesignated(text: str) -> str:
    """A folded name without such words: ``bakirkoy municipality`` → ``bakirkoy``; the name itself where nothing is left."""
    return " ".join(word for word in text.split() if word not in DESIGNATORS) or text
