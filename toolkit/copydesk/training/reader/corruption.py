"""Good sentences made bad in the ways of machine translation, with what was done marked.

Raters' marks are few and speak of strong systems. Here sentences by people get what weaker systems do: another sense of a
word, the word order of the source language, words dropped or doubled, wrong function words, number and gender slips, breaks
in the middle. Each slip is a function from words to words and marks.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from wordfreq import zipf_frequency

from copydesk.core.finding import Severity
from copydesk.core.marking import Category, ErrorSpan
from copydesk.core.span import Span

#: for a word, others that stand near it in meaning without being forms of it
Senses = Mapping[str, Sequence[str]]


@dataclass(frozen=True, slots=True)
class Word:
    """A word between spaces, and what is wrong with it."""

    text: str
    fault: tuple[Category, Severity] | None = None


Slip = Callable[[list[Word], random.Random, Senses], list[Word] | None]

_ARTICLES = frozenset({"a", "an", "the"})
_PREPOSITIONS = "in on at of for to from with by about into over under between during against through after before".split()
_FUNCTION = frozenset(
    "a an the of to in on at for from with by that which who is are was were has have had be been will".split()
)
_SWAPS = {
    "he": "she", "she": "he", "his": "her", "her": "his", "him": "her", "himself": "herself", "herself": "himself",
    "is": "are", "are": "is", "was": "were", "were": "was", "has": "have", "have": "has", "had": "has", "will": "would",
    "would": "will", "this": "these", "these": "this", "that": "those", "those": "that", "its": "their", "their": "its",
    "they": "it", "it": "they", "who": "which", "much": "many", "many": "much", "a": "the", "the": "a", "and": "or",
    "but": "and",
}  # fmt: skip
_GRAMMAR, _MISTRANSLATION = Category.GRAMMAR, Category.MISTRANSLATION
_MINOR, _MAJOR = Severity.MINOR, Severity.MAJOR
_END = '.,;:!?)"”'
#: what is rarer (Zipf's scale) is no word, and no slip of a translator
_WORD = 2.5


def corrupted(text: str, rng: random.Random, senses: Senses, most: int = 3) -> tuple[str, tuple[ErrorSpan, ...]]:
    """The sentence with up to ``most`` slips, and where they are; unchanged where none could be made."""
    words = [Word(part) for part in text.split()]
    if len(words) < 5:
        return text, ()
    for _ in range(rng.randint(1, most)):
        made = rng.choices(_SLIPS, _SHARES)[0](words, rng, senses)
        words = made if made is not None else words
    return _joined(words) if any(word.fault for word in words) else (text, ())


def _joined(words: Sequence[Word]) -> tuple[str, tuple[ErrorSpan, ...]]:
    """Neighbouring words with the same fault are one mark."""
    text, marks = "", list[ErrorSpan]()
    before = None
    for word in words:
        start = len(text) + bool(text)
        text = f"{text} {word.text}" if text else word.text
        if word.fault:
            start = marks.pop().span.start if word.fault == before else start
            kind, severity = word.fault
            marks.append(ErrorSpan(span=Span(start, len(text.rstrip(_END))), category=kind, severity=severity))
        before = word.fault
    return text, tuple(mark for mark in marks if len(mark.span))


def _bad(words: Sequence[Word], kind: Category, severity: Severity) -> list[Word]:
    return [Word(word.text, (kind, severity)) for word in words]


def _places(words: Sequence[Word], wanted: Callable[[str], bool]) -> list[int]:
    return [at for at, word in enumerate(words) if at and word.fault is None and wanted(word.text)]


def _doubled(words: list[Word], rng: random.Random, _: Senses) -> list[Word] | None:
    size = rng.choice([1, 1, 2, 3])
    if len(words) < size + 2:
        return None
    at = rng.randrange(1, len(words) - size)
    again = _bad(words[at : at + size], Category.ADDITION, _MINOR)
    gap = rng.choice([0, 0, 1, 2])
    place = min(at + size + gap, len(words) - 1)
    return words[:place] + again + words[place:]


def _dropped_function(words: list[Word], rng: random.Random, _: Senses) -> list[Word] | None:
    places = [at for at in _places(words, lambda text: text.lower() in _FUNCTION) if at + 1 < len(words)]
    if not places:
        return None
    at = rng.choice(places)
    return words[:at] + _bad(words[at + 1 : at + 2], _GRAMMAR, _MINOR) + words[at + 2 :]


def _dropped_content(words: list[Word], rng: random.Random, _: Senses) -> list[Word] | None:
    size = rng.choice([1, 2, 2, 3, 4])
    if len(words) < size + 5:
        return None
    at = rng.randrange(1, len(words) - size - 1)
    return words[: at - 1] + _bad([words[at - 1], words[at + size]], _GRAMMAR, _MAJOR) + words[at + size + 1 :]


def _moved(words: list[Word], rng: random.Random, _: Senses) -> list[Word] | None:
    """A phrase that begins with a preposition goes where a verb-final or topic-first language has it."""
    starts = _places(words, lambda text: text.lower() in _PREPOSITIONS)
    if not starts:
        return None
    start = rng.choice(starts)
    end = min(start + rng.randint(2, 6), len(words))
    stop = next((at + 1 for at in range(start, end) if words[at].text[-1:] in _END), end)
    phrase = _bad(words[start:stop], _GRAMMAR, _MAJOR)
    rest = words[:start] + words[stop:]
    place = rng.randrange(1, len(rest)) if len(rest) > 1 else 0
    return None if abs(place - start) < 2 else rest[:place] + phrase + rest[place:]


def _swapped(words: list[Word], rng: random.Random, _: Senses) -> list[Word] | None:
    """Two neighbouring stretches change places."""
    one, two = rng.randint(1, 3), rng.randint(1, 3)
    if len(words) < one + two + 2:
        return None
    at = rng.randrange(1, len(words) - one - two)
    turned = words[at + one : at + one + two] + words[at : at + one]
    return words[:at] + _bad(turned, _GRAMMAR, _MAJOR) + words[at + one + two :]


def _wrong_sense(words: list[Word], rng: random.Random, senses: Senses) -> list[Word] | None:
    places = _places(words, lambda text: text.rstrip(_END) in senses)
    if not places:
        return None
    at = rng.choice(places)
    bare = words[at].text.rstrip(_END)
    other = rng.choice(senses[bare]) + words[at].text[len(bare) :]
    return words[:at] + _bad([Word(other)], _MISTRANSLATION, _MAJOR) + words[at + 1 :]


def _slipped(words: list[Word], rng: random.Random, _: Senses) -> list[Word] | None:
    """Number, gender, tense, article."""
    places = _places(words, lambda text: text in _SWAPS or (text.isalpha() and text.islower() and len(text) > 4))
    if not places:
        return None
    at = rng.choice(places)
    text = words[at].text
    other = _SWAPS.get(text) or (text[:-1] if text.endswith("s") else text + "s")
    if zipf_frequency(other, "en") < _WORD:
        return None
    return words[:at] + _bad([Word(other)], _GRAMMAR, _MINOR) + words[at + 1 :]


def _preposition(words: list[Word], rng: random.Random, _: Senses) -> list[Word] | None:
    places = _places(words, lambda text: text in _PREPOSITIONS)
    if not places:
        return None
    at = rng.choice(places)
    other = rng.choice([word for word in _PREPOSITIONS if word != words[at].text])
    return words[:at] + _bad([Word(other)], _GRAMMAR, _MINOR) + words[at + 1 :]


def _broken(words: list[Word], rng: random.Random, _: Senses) -> list[Word] | None:
    """A full stop, or a question mark, in the middle of a sentence."""
    if len(words) < 9:
        return None
    at = rng.randrange(3, len(words) - 3)
    mark = rng.choice([".", ".", ".", "?"])
    last, first = words[at - 1].text.rstrip(_END) + mark, words[at].text
    pair = _bad([Word(last), Word(first[:1].upper() + first[1:])], _GRAMMAR, _MAJOR)
    return words[: at - 1] + pair + words[at + 1 :]


def _turned_genitive(words: list[Word], rng: random.Random, _: Senses) -> list[Word] | None:
    """ "The head of the office" becomes "the office of the head"."""
    places = [at for at in _places(words, lambda text: text == "of") if at < len(words) - 2]
    if not places:
        return None
    at = rng.choice(places)
    after = at + 2 if words[at + 1].text in _ARTICLES else at + 1
    one, two = words[at - 1].text, words[after].text
    bare = two.rstrip(_END)
    middle = [Word(bare), *words[at:after], Word(one + two[len(bare) :])]
    return words[: at - 1] + _bad(middle, _MISTRANSLATION, _MAJOR) + words[after + 1 :]


def _stacked(words: list[Word], rng: random.Random, _: Senses) -> list[Word] | None:
    """ "Attention to the region" becomes "region attention", as in languages that put what describes first."""
    places = [at for at in _places(words, lambda text: text in _PREPOSITIONS and text != "of") if at < len(words) - 1]
    if not places:
        return None
    at = rng.choice(places)
    after = at + 2 if words[at + 1].text in _ARTICLES and at < len(words) - 2 else at + 1
    one, two = words[at - 1].text, words[after].text
    bare = two.rstrip(_END)
    if not (one.isalpha() and bare.isalpha() and len(one) > 3 and len(bare) > 3 and at > 1):
        return None
    pair = _bad([Word(bare), Word(one + two[len(bare) :])], _MISTRANSLATION, _MAJOR)
    return words[: at - 1] + pair + words[after + 1 :]


_SLIPS: tuple[Slip, ...] = (
    _doubled, _dropped_function, _dropped_content, _moved, _swapped, _wrong_sense, _slipped, _preposition, _broken,
    _turned_genitive, _stacked,
)  # fmt: skip
_SHARES = (5, 10, 12, 12, 8, 30, 10, 8, 8, 5, 8)
