"""TRN101: words of the source, or debris of the translation, are left in the English.

Measured on 390,000 words of human translations: ten findings, all of them slips of the translators (look-alike
letters, words left over); on 4.8 million words of machine translation 2,790; a sample of 45 was read and right.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from copydesk.checks.base import Check, Proof
from copydesk.checks.prose import READ, addresses, lines
from copydesk.checks.rule import Rule
from copydesk.checks.scripts import LETTERS, latinised, script_of
from copydesk.core.document import Document
from copydesk.core.finding import Finding, Fix, Safety, Severity
from copydesk.core.span import Span

_RULE = Rule("TRN101", Severity.MAJOR, 0.97)

_RUN = re.compile(rf"[{LETTERS}](?:[{LETTERS}]|[ ]?[۔،؟。，、！？：]?[ ・·’'-]?(?=[{LETTERS}]))*")
_TOKEN = re.compile(r"[^\W_º]+")
_LATIN = re.compile(r"[A-Za-zÀ-ɏ]")
_DEBRIS = re.compile(
    r"\ufffd+|<unk>|<[/]?s>(?!\w)|@@(?=[\s.,]|$)|@-@|▁\S*|(?<=[\s(])##[a-z]+|â€[™œ“”˜¦]?"
    r"|&[ ]?(?:amp|quot|apos|lt|gt|nbsp|mdash|ndash|hellip|[lr][sd]quo|#\d{2,4}|#x[0-9a-fA-F]{2,4})[ ]?;"
)
_OPENING, _CLOSING = "([{«“‘„「『\"'（【《", ")]}»”’“」』\"'）】》"
_NAMED_AS_FOREIGN = re.compile(
    r"(?:[#@]|\b(?:characters?|letters?|words?|phrases?|kanji|hanja|hanzi|hashtag|written|spelled|spelt|"
    r"pronounced|slogan|"
    r"Chinese|Japanese|Korean|Russian|Arabic|Hebrew|Ukrainian|Kazakh|Armenian|Georgian|Persian|Hindi|Thai|"
    r"hieroglyphs?|symbols?|reads?)"
    r"[ ]?[:,]?[ ]?(?:as[ ])?)$"
)
#: a paragraph with this share of foreign letters is a quotation of another language, not English
_FOREIGN_SHARE = 0.5


def _glossed(text: str, line: Span, run: Span) -> bool:
    """Whether brackets, quotation marks or the wording show that the foreign words stand there on purpose."""
    before, after = text[line.start : run.start], text[run.end : line.end]
    if _NAMED_AS_FOREIGN.search(before) or re.match(r"[^\w\n]{0,2}[ ]?[(（\[]", after):
        return True
    if (
        before.count("(") > before.count(")")
        or before.count("（") > before.count("）")
        or before.count("[") > before.count("]")
    ):
        return True
    return (
        any(_inside(before, after, *pair) for pair in ("“”", "«»", "‘’", "„“", "「」", "『』", "《》", "【】", "„”"))
        or (before.count('"') % 2 == 1 and '"' in after)
        or (bool(re.search(r"(?:^|[\s(])'[^']*$", before)) and "'" in after)
    )


def _inside(before: str, after: str, opening: str, closing: str) -> bool:
    return before.rfind(opening) > before.rfind(closing) and closing in after


def _mostly_foreign(words: str) -> bool:
    foreign = len(re.findall(f"[{LETTERS}]", words))
    return foreign > _FOREIGN_SHARE * (foreign + len(_LATIN.findall(words)))


def _leftovers(document: Document, line: Span) -> Iterator[Finding]:
    text = document.reading.text
    outside = addresses(text, line)
    mixed = []
    for span, plain in _mixed(text, line):
        mixed.append(span)
        if not any(address.overlaps(span) for address in outside):
            fix = Fix(span=span, replacement=plain, safety=Safety.SAFE)
            yield _RULE.found(document, span, f"“{span.of(text)}” mixes Cyrillic letters into Latin ones; write {plain}", fix)
    if _mostly_foreign(line.of(text)):
        return
    for match in _RUN.finditer(text, line.start, line.end):
        run = Span(match.start(), match.end())
        if not any(other.overlaps(run) for other in (*mixed, *outside)) and not _glossed(text, line, run):
            yield _RULE.found(document, run, f"Left in {script_of(match[0])} script: {match[0]}")


def _mixed(text: str, line: Span) -> Iterator[tuple[Span, str]]:
    """Words of Latin letters or digits with Cyrillic look-alikes among them, and how they are meant."""
    for match in _TOKEN.finditer(text, line.start, line.end):
        word = match[0]
        foreign = sum(script_of(letter) != "Latin" for letter in word)
        alone = len(word) == 1 and text[max(0, match.start() - 2) : match.start()].rstrip().endswith(("°", "º"))
        if foreign and (foreign < len(word) or alone):
            plain = latinised(word)
            if plain is not None:
                yield Span(match.start(), match.end()), plain


def _debris(document: Document, line: Span) -> Iterator[Finding]:
    text = document.reading.text
    outside = addresses(text, line)
    for match in _DEBRIS.finditer(text, line.start, line.end):
        span = Span(match.start(), match.end())
        if any(address.overlaps(span) for address in outside):
            continue
        if match[0].startswith("&"):
            right = html.unescape(match[0].replace(" ", ""))
            fix = Fix(span=span, replacement=right, safety=Safety.SAFE)
            yield _RULE.found(document, span, f"A character code is left in the text: {match[0]} stands for {right!r}", fix)
        else:
            yield _RULE.found(document, span, f"Debris of the translation or encoding is left in the text: {match[0]}")


def _run(proof: Proof) -> Iterator[Finding]:
    for line in lines(proof.document, *READ):
        found = [*_leftovers(proof.document, line), *_debris(proof.document, line)]
        yield from sorted(found, key=lambda finding: finding.span)


CHECK = Check(
    code=_RULE.code,
    name="source-script",
    severity=_RULE.severity,
    summary="words in another script, character codes or subword debris are left in the text",
    explanation=(
        "A translation that keeps “поножовщине” or “<unk>” was not finished. Foreign words in brackets or quotation "
        "marks, after a hashtag, or introduced as a word or letter are there on purpose and pass; so do addresses."
    ),
    failing=(
        "The police refuted the reports about [[поножовщине]] in the yard.",
        "The delegation of [[中国致公党]] met in Beijing.",
        "President Vladimir [[Рutin]] arrived in the capital on Monday.",
        "The midfielder [[<unk>]] scored for R [[&amp;]] D after the break.",
        "The temperature will reach 17 º[[С]] at night, and people[[\ufffd\ufffd]]s homes will cool.",
        "He work [[@-@]] ed on the plan with his team.",
    ),
    passing=(
        "The quake struck Wenchuan (汶川) and Beichuan (Chinese: 北川).",
        "The site стопкоронавирус.рф reports new cases in the capital.",
        'The Old Slavonic "довьлѣти" is akin to the word «сила» and to “воля”.',
        "The Chinese character 福 hung on every door under #武汉加油 banners.",
        "The dose was 5 μg, the error α = 0.05 and R&D cost 5 million.",
        "See https://example.org/?a=1&amp;b=2 for the report by José Müller.",
        "He wrote to @minister twice and learnt C# at 9:00 in the ## club.",
        "金龙鱼 (Arawana) oil is sold as 旺旺 (Want Want) snacks.",
    ),
    run=_run,
)
