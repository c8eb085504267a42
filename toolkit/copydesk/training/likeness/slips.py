"""Garbles that no script explains: endings of the source language left on, slips of a letter, damage of subwords."""

from __future__ import annotations

import random
from collections.abc import Callable

#: endings that a translator leaves on a name, by what the name ends in (an empty string: anything)
_ENDINGS: tuple[tuple[str, tuple[str, ...]], ...] = (
    # Russian and Ukrainian adjectives: Navalny → Navalnogo
    ("y", ("ogo", "omu", "ym", "om", "oy", "oi")),
    ("sky", ("skogo", "skomu", "skim", "skoy", "skoi", "skaya", "skih")),
    ("a", ("u", "e", "y", "oy", "i", "ov", "am")),
    ("o", ("a", "u", "om", "e")),
    # Russian nouns: Putin → Putina
    ("n", ("na", "nu", "nom", "ne", "nym")),
    ("v", ("va", "vu", "vym", "ve", "voy", "vich")),
    # Turkic and Finno-Ugric cases: Astana → Astanada
    ("", ("da", "de", "dan", "den", "ga", "ge", "ning", "nin", "in", "un", "ta", "te", "lik", "a", "u", "e", "om")),
)
_VOWELS = "aeiouy"
_LETTERS = "abcdefghijklmnopqrstuvwxyz"


def with_ending(name: str, rng: random.Random) -> str:
    """A name with a case ending left on."""
    fitting = [(end, options) for end, options in _ENDINGS if name.endswith(end)]
    end, options = rng.choice(fitting)
    return name[: len(name) - len(end)] + rng.choice(options)


def with_slip(name: str, rng: random.Random) -> str:
    """A name with one letter dropped, doubled, swapped with the next, or replaced; the first is spared, and a letter alone."""
    if len(name) < 2:
        return name
    at = rng.randrange(1, len(name))
    kind = rng.random()
    if kind < 0.3:
        return name[:at] + name[at + 1 :]
    if kind < 0.5:
        return name[:at] + name[at] + name[at:]
    if kind < 0.65 and at + 1 < len(name):
        return name[:at] + name[at + 1] + name[at] + name[at + 2 :]
    same = _VOWELS if name[at] in _VOWELS else _LETTERS
    return name[:at] + rng.choice(same) + name[at + 1 :]


def damaged(name: str, rng: random.Random) -> str:
    """A name whose head or tail was lost, or whose inner syllable is written twice."""
    kind = rng.random()
    if len(name) < 6:
        return with_slip(name, rng)
    if kind < 0.45:
        return name[: -rng.randint(1, 3)]
    if kind < 0.65:
        return name[rng.randint(1, 2) :]
    at = rng.randrange(1, len(name) - 3)
    size = rng.randint(2, 3)
    return name[: at + size] + name[at:] if kind < 0.85 else name[:at] + name[at + size :]


KINDS: tuple[tuple[Callable[[str, random.Random], str], float], ...] = ((with_ending, 0.4), (with_slip, 0.4), (damaged, 0.2))


def any_slip(name: str, rng: random.Random) -> str:
    """One of the three, by the shares of the table."""
    return rng.choices([make for make, _ in KINDS], [share for _, share in KINDS])[0](name, rng)
