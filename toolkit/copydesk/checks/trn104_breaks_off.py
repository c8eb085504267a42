"""TRN104: a sentence breaks off, or begins in its middle.

Measured on 390,000 words of human translations, a sentence a text: six findings, all of them sentences that the data
set itself cuts off; on 53,000 words of whole human articles none; on 4.8 million words of machine translation 133.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from copydesk.checks.base import Check, Proof
from copydesk.checks.rule import Rule
from copydesk.core.document import Document, PartKind
from copydesk.core.finding import Finding, Severity
from copydesk.core.span import Span

_RULE = Rule("TRN104", Severity.MAJOR, 0.9)

#: no English sentence ends on these; prepositions can ("a place to play golf in")
_OPEN = r"the|an|and|or|our|your|my|their|whose|than|every|although"
_AFTER_WHICH_A = r"of|in|with|for|is|was|as|by|to|at|from|into|such|not"
_STOPPED = re.compile(
    rf"(?<=[a-z,][ ])(?:(?:{_AFTER_WHICH_A})[ ])?\b(?:{_OPEN}|(?<=[ ](?:of|in|is|as|by|to|"
    rf"at)[ ])a)[ ]?[.](?=[\"”’)]?(?:\s|$))"
)
_TRAILS = re.compile(rf"(?<=[a-z,][ ])\b(?:{_OPEN}|(?<=[ ](?:of|in|is|as|by|to|at)[ ])a)[ ]?$")
_SMALL = re.compile(r"(?<=[a-z]{6}\.[ ])(?P<word>the|he|she|it|they|we|this|and|but|which|however)(?= [a-z]+)")
_MIN_WORDS = 6
_PARAGRAPH_END = re.compile(r"[ \t\u00a0]*(?:(?:\r?\n[ \t\u00a0]*){2}(?P<next>\S)|(?:\s*)\Z)")


def _stopped(document: Document, sentence: Span) -> Iterator[Finding]:
    text = document.reading.text
    for match in _STOPPED.finditer(text, sentence.start, sentence.end):
        yield _RULE.found(
            document, Span(match.start(), match.end()), f"The sentence breaks off after “{match[0].rstrip(' .')}”"
        )


def _trails(document: Document, sentence: Span) -> Iterator[Finding]:
    """A paragraph that ends without a full stop where no sentence can end."""
    text = document.reading.text
    match, end = _TRAILS.search(text, sentence.start, sentence.end), _PARAGRAPH_END.match(text, sentence.end)
    if match is None or end is None or len(sentence.of(text).split()) < _MIN_WORDS:
        return
    if end["next"] is not None and not end["next"].isupper():
        return  # the sentence goes on: a layout cut it, not the translation
    cut = Span(match.start(), sentence.end)
    yield _RULE.found(document, cut, f"The paragraph breaks off after “{cut.of(text)}”")


def _small_letters(document: Document, sentence: Span) -> Iterator[Finding]:
    text = document.reading.text
    for match in _SMALL.finditer(text, max(0, sentence.start), sentence.end):
        yield _RULE.found(
            document, Span(match.start(), match.end()), f"A sentence begins with a small letter: “{match['word']}”"
        )


def _run(proof: Proof) -> Iterator[Finding]:
    document = proof.document
    for sentence in document.sentences:
        if sentence.part is PartKind.BODY:
            for find in (_small_letters, _stopped, _trails):
                yield from find(document, sentence.span)


CHECK = Check(
    code=_RULE.code,
    name="breaks-off",
    severity=_RULE.severity,
    summary="a sentence breaks off on a word that cannot end it, or begins in its middle",
    explanation=(
        "“… thanked the head of the.” lost its end in translation. Reported are endings on articles, possessives and "
        "the like; sentences may end on a preposition. Teasers, which break off by design, are not read."
    ),
    failing=(
        "He thanked the head [[of the.]] Then the meeting went on in Baku.",
        "The minister called on the parties to improve [[their.]] The talks failed again.",
        "The committee met in Geneva. It adopted a plan for the ministry of the interior, for the courts and "
        "for the police in all of the regions of the country [[and]]\n\nThe next meeting is in May, the "
        "chairman said on Friday.",
        "The authorities plan to raise the value of the companies. [[the]] talks go on in the capital.",
        "The talks are over.\n\nThe measures were adopted by the parliament of the republic and [[the]]",
    ),
    passing=(
        "It is a wonderful place to play golf in. That is what they asked for.",
        "He took vitamin a. Then plan A. Then he went to Xi'an.",
        "The firm is Warner Bros. in Burbank, with Smith, Jones et al. as partners, etc. and so on.",
        "“Is that all?” he said. “It is.” And he left, as he had before.",
        "We do not know which is which, or who they are.",
        "Our report follows, and readers may write to us:\n\nthe editors read every letter that comes to them.",
        "The party of the Alliance of the",
    ),
    run=_run,
)
