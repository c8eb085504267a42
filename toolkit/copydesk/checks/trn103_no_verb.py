"""TRN103: a sentence of the running text has no word that can be its verb.

Measured on 390,000 words of human translations: three findings, all of them fragments; on 670,000 words of other
human news and encyclopedia text three; on 4.8 million words of machine translation 161.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from copydesk.checks.base import Check, Proof
from copydesk.checks.rule import Rule
from copydesk.checks.scripts import LETTERS
from copydesk.checks.verbs import AUXILIARIES, can_be_finite
from copydesk.checks.wordlists import word_set
from copydesk.core.document import Document, PartKind, Sentence
from copydesk.core.finding import Finding, Severity
from copydesk.core.span import Span
from copydesk.text import words

_RULE = Rule("TRN103", Severity.MAJOR, 0.85)

_MIN_WORDS = 10
#: with so many of these words a sentence is English
_MIN_ENGLISH = 2
_ENGLISH = word_set("the of and in to for with by from on at an its their")
#: with a greater share of capitals it is a list of names
_NAMES = 0.7
#: marks of quotations, lists, tables, captions and asides, in which a fragment is no mistake
_NOT_PROSE = re.compile(r"[\"“”«»„;:|•…/*#&()\[\]–—!?]|\.\.\.| - | ['‘]|['’] ")
#: "The opening ceremony, taken in Baku on July 26."
_CAPTION = re.compile(
    r"\b(?:taken|pictured|photographed|seen|shown)\b|\b(?:on|in|,) (?:[A-Z][a-z]+ \d{1,2}|"
    r"\d{1,2} [A-Z][a-z]+)?(?:,? ?\d{4})?\.$"
)
_FOREIGN = re.compile(f"[{LETTERS}]")
#: openings of fragments that a writer means
_MEANT = re.compile(
    r"^(?:[A-Z]\w*ing|(?:\w+ly )\w+ing|Not|No|Nor|Never|So|But|And|Or|Then|Hence|Thus|Thanks|Congratulations|"
    r"Welcome|Just|Only|Even|Especially|Particularly|Perhaps|"
    r"Maybe|Why|What|How|Which|Who|Where|When|Because|Although|Though|If|Unless|Like|Unlike|Such|Yes|Well|"
    r"Enough|All|Same|More|Less|"
    r"Better|Photo|Picture|Image|Source|Author|Text|By|Story|Reporting|Editing|Subject|Address|Date|Time|"
    r"Location|First|Second|Third|"
    r"Finally|Lastly|Next|Another|Hopefully|Apparently|Sure|Note|See|Born|To|Also|Plus|Minus|Including|Except|Instead)\b"
)
#: what stands between such a word and the next noun is no verb; "this", "these", "many" may be subjects themselves
_DETERMINERS = word_set(
    "the a an its their our your my his every no another of in on at for with from by into between among against "
    "during under through without within"
)
#: its clause may hold the only verb of the sentence: "…, which have not been recognised."
_RELATIVE = re.compile(r", (?:which|who|whose|where) ")
_PARTICIPLE_BY = re.compile(r"[A-Z][a-z]+(?:ed|own|iven|aken|ade|eld) by (?:the|a|an|its|their|his|her|[A-Z])")


def _may_hold_verb(tokens: list[str], index: int) -> bool:
    """Whether the word can be the finite verb where it stands."""
    word, before = tokens[index].replace("’", "'"), tokens[index - 1].lower() if index else ""
    lower = word.lower()
    if lower in AUXILIARIES or ("'" in lower and not lower.endswith("'s")):
        return True
    if "-" in word:
        return can_be_finite(lower.rpartition("-")[2])  # the hyphen may be a dash
    if index and word[0].isupper() and not word.isupper():
        return False  # a name: Ministry, March
    if before in _DETERMINERS:
        return False
    if before == "to" or not word[0].isalpha():
        return False  # an infinitive, a number
    return can_be_finite(lower)


def _fragment(text: str, sentence: Span) -> Span | None:
    """The stretch that must hold the main verb: all of it, or what precedes a relative clause that ends the sentence."""
    clause = _RELATIVE.search(text, sentence.start, sentence.end)
    if clause is None:
        return sentence
    if text.find(",", clause.start() + 1, sentence.end) >= 0 or not _PARTICIPLE_BY.match(text, sentence.start):
        return None
    return Span(sentence.start, clause.start())


def _verbless(text: str, sentence: Span) -> bool:
    stretch = _fragment(text, sentence)
    if stretch is None:
        return False
    tokens = [word.of(stretch.of(text)) for word in words(stretch.of(text))]
    if sum(token[0].isupper() for token in tokens) > _NAMES * len(tokens):
        return False  # a list of names
    first = 1 if _PARTICIPLE_BY.match(text, sentence.start) else 0
    english = sum(token.lower() in _ENGLISH for token in tokens) >= _MIN_ENGLISH
    return (
        english and len(tokens) >= _MIN_WORDS and not any(_may_hold_verb(tokens, index) for index in range(first, len(tokens)))
    )


def _own_line(document: Document, sentence: Sentence) -> bool:
    """Whether the sentence begins where sentences begin; the rest of a wrapped line is none."""
    before = document.reading.text[: sentence.span.start].rstrip(" \t\u00a0")
    if before.rstrip().endswith(":"):
        return False  # what a colon announces may be a list
    if not before.endswith("\n"):
        return before.rstrip().endswith(".") or not before
    return not before.strip() or before.endswith("\n\n") or before.rstrip().endswith((".", "”", '"'))


def _ends_there(text: str, sentence: Span) -> bool:
    """Whether what follows on the line is another sentence, and not what an abbreviation cut off."""
    following = re.match(r"[ \u00a0]+(\S)", text[sentence.end : sentence.end + 4])
    if following is None:
        return True
    return following[1].isupper() and not sentence.of(text).endswith(("etc.", "Ltd.", "Inc.", "Corp.", "Co."))


def _run(proof: Proof) -> Iterator[Finding]:
    document, text = proof.document, proof.document.reading.text
    for sentence in document.sentences:
        written = sentence.span.of(text)
        if sentence.part is not PartKind.BODY or not written.endswith(".") or not written[0].isupper():
            continue
        if any(pattern.search(written) for pattern in (_NOT_PROSE, _FOREIGN, _MEANT, _CAPTION)):
            continue
        if _own_line(document, sentence) and _ends_there(text, sentence.span) and _verbless(text, sentence.span):
            yield _RULE.found(document, sentence.span, "This sentence has no main verb")


CHECK = Check(
    code=_RULE.code,
    name="no-main-verb",
    severity=_RULE.severity,
    summary="a sentence of the running text has no word that can be its verb",
    explanation=(
        "“Confirmed by the Ministry of Defense and the regional authorities, which have not been recognized.” A full "
        "stop ends it, yet nothing is said. Headlines, quotations, lists, short sentences and fragments that a writer "
        "means are left alone, and so is every sentence with a word that might be a verb."
    ),
    failing=(
        "[[Confirmed by the Ministry of Defense of Azerbaijan and the Karabakh regional authorities, which "
        "have not yet been recognized.]]",
        "The talks ended. [[The beginning of the autumn session of the parliament of the republic in Moscow on Monday.]]",
        "[[In the evening of the same day a session of the national assembly with the ambassador of France.]]",
        "[[At the initiative of the governor a new clinic in the old town for the children of the region.]] It is open.",
    ),
    passing=(
        "Confirmed by the ministry and the regional authorities, which have not been recognized, the attack went on.",
        "Not a word about the fate of the children in the hospital of the capital.",
        "He left. So much for the idea of a common currency for all of the countries.",
        "Troops fire on the column of vehicles near the border with the northern republic.",
        "Monday’s session of the parliament of the republic in the capital of the north",
        "The beginning of the autumn session of the parliament of the republic lies ahead.",
        "A good day.\n\nThe head of the committee:\n\nIvan Petrov, chairman of the committee for the affairs of the republic.",
    ),
    run=_run,
)
