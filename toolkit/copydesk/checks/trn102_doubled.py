"""TRN102: a word or a short phrase stands twice.

Measured on 390,000 words of human translations: nine findings, all of them slips of the translators; on 4.8 million
words of machine translation 436; a sample of 45 was read and right. Transcripts of speech and chat, where people do
say words twice, are not what it is made for.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from copydesk.checks.base import Check, Proof
from copydesk.checks.rule import Rule
from copydesk.checks.wordlists import word_set
from copydesk.core.document import Document
from copydesk.core.finding import Finding, Fix, Safety, Severity
from copydesk.core.span import Span

_RULE = Rule("TRN102", Severity.MINOR, 0.95)

#: never right twice in a row; "in", "on", "at", "that", "had", "is", "her", "it" can be ("brought in in his place")
_FUNCTION = word_set(
    "the a an of for from by with and or but nor if as than into about between among are were was has have been be "
    "would could should must its their our your his my this these those they we he she which when where because while "
    "during through"
)
_STARTERS = word_set("of in for from with by at on to the a an into")
#: doubled for emphasis, as a cry, or because two clauses meet
_EMPHATIC = word_set(
    "very many much long really pretty little more most never ever always please right okay well again good great "
    "nice huge deep dear quite yeah blah knock chop tuk bling choo cheep woof meow tick night bye there here hear "
    "what whatever some same hush down over back away slowly wait come stop work works know knows said says happens "
    "want wants does have will with within upon girl boys hang thank thanks home sick high wide fast slow hard true "
    "real only just even still mama papa dada baby dumb bonbon that had been hers whose forward onward left free "
    "money help run love kill fire days years hundred thousand million cold hot dark late early near wrong rich poor "
    "sorry fine maybe crazy dumdum mahi pompom tsetse beri piri couscous dikdik chow juju aye cease"
)
_PAIR = re.compile(r"(?<![\w'’.,/&-])(?P<first>[A-Za-z]+)(?P<gap>[ \u00a0]+)(?P<second>(?i:(?P=first)))(?![\w'’/&-]|[.]\w)")
_PHRASE = re.compile(
    r"(?<![\w'’.,/&-])(?P<first>[A-Za-z]+(?: [\w'’-]+){1,3})(?P<gap> )(?P<second>(?i:(?P=first)))(?![\w'’/&-]|[.]\w)"
)
_CLAUSES_MEET = re.compile(
    r"\b(?:who|whoever|what|whatever|those|that|which|how|where)\b(?:[ ][\w'’]+){0,5}[ ]$", re.IGNORECASE
)
_COMPARED = re.compile(r"\b(?:and|or|more|less|\w+er|no|not|never)\b", re.IGNORECASE)
_QUOTES = '"“”„«»‘'


@lru_cache(maxsize=4096)
def _english(word: str) -> bool:
    """A common English word: reduplications of other languages are none."""
    from wordfreq import zipf_frequency  # loads a list of words, 0.25 s: only when a doubled word was seen

    return bool(zipf_frequency(word, "en", wordlist="small") >= 3.3)


def _quoted(text: str, sentence: Span, at: int) -> bool:
    return any(mark in text[sentence.start : at] for mark in _QUOTES)


def _wrong_pair(text: str, sentence: Span, match: re.Match[str]) -> bool:
    first, second = match["first"], match["second"]
    if first.lower() in _FUNCTION:
        starts = match.start() == sentence.start
        return second.islower() and (first.islower() or starts) and len(first) > 1 + (first == "A" and not starts)
    if not (first.islower() and second.islower() and len(first) > 3) or first in _EMPHATIC or first.endswith("ly"):
        return False
    if _quoted(text, sentence, match.start()) or _CLAUSES_MEET.search(text, sentence.start, match.start()):
        return False
    after = re.match(rf"[ ,]+{re.escape(first)}\b", text[match.end() : sentence.end])
    return after is None and _english(first)


def _wrong_phrase(text: str, sentence: Span, match: re.Match[str]) -> bool:
    phrase = match["first"]
    head, *rest = phrase.split()
    if head.lower() not in _STARTERS or _COMPARED.search(phrase) or (match["second"][0].isupper() and not head[0].isupper()):
        return False
    if head[0].isupper() and match.start() != sentence.start:
        return False  # part of a name: "The The The The"
    follows = text[match.end() : sentence.end].lstrip(" ")
    return not follows.lower().startswith(head.lower() + " ") and len(set(map(str.lower, rest)) | {head.lower()}) > 1


def _finding(document: Document, match: re.Match[str]) -> Finding:
    fix = Fix(span=Span(match.start("gap"), match.end()), replacement="", safety=Safety.SAFE)
    return _RULE.found(document, Span(match.start(), match.end()), f"“{match['first']}” stands twice", fix)


def _doubled(text: str, sentence: Span) -> Iterator[re.Match[str]]:
    for pattern, wrong in ((_PHRASE, _wrong_phrase), (_PAIR, _wrong_pair)):
        at = sentence.start
        while match := pattern.search(text, at, sentence.end):
            found = wrong(text, sentence, match)
            if found:
                yield match
            # "city of the city of the city": what is doubled may begin inside what only looks so
            at = match.end() if found else match.start() + 1


def _run(proof: Proof) -> Iterator[Finding]:
    document, text = proof.document, proof.document.reading.text
    for sentence in document.sentences:
        taken = -1
        for match in sorted(_doubled(text, sentence.span), key=lambda match: (match.start(), -match.end())):
            if match.start() >= taken:
                taken = match.end()
                yield _finding(document, match)


CHECK = Check(
    code=_RULE.code,
    name="doubled-words",
    severity=_RULE.severity,
    summary="a word or a short phrase stands twice in a row",
    explanation=(
        "“the the”, “of the city of the city”. Words that can meet (“brought in in his place”, “had had”, “that "
        "that”), names (Duran Duran), emphasis (very very) and speech (“no, no”) pass."
    ),
    failing=(
        "The minister of [[the the]] interior resigned on Monday.",
        "He is the head [[of the of the]] general staff in Kyiv.",
        "[[The the]] programme of the festival was published.",
        "Members of the [[party party]] met in the capital.",
        "It is the second city [[of the city of the city]] in size.",
        "Users who wish to move [[are are]] bound to their carrier.",
    ),
    passing=(
        "She had had a great time and felt that that was a pity.",
        "Nurettin Pasha was brought in in his place after the war.",
        "Duran Duran played in Sing Sing, and Lang Lang in New York New York.",
        "It was a very very long long way, and it got bigger and bigger and bigger.",
        "The two countries go hand in hand in the field of science.",
        "More and more and more people know what it is is not what it was.",
        "The Evening News news desk and those who know know the rest.",
        "“Stop, stop,” he said. He said no more.",
        "Losses are estimated at at least one billion rubles.",
    ),
    run=_run,
)
