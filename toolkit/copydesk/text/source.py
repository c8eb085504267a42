"""The text that an article was translated from, unit by unit beside the article."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import product

from copydesk.core.document import Document, Reading
from copydesk.core.lines import Lines
from copydesk.core.span import Span
from copydesk.errors import InputError
from copydesk.text.reading import read_document

#: a name has at most so many words, or so many characters of Chinese or Japanese (without and with a dot in it)
MOST_WORDS, MOST_HAN, MOST_DOTTED = 5, 12, 18
#: Chinese characters, the Japanese letters for foreign words, and what stands between the parts of foreign names
HAN = "\u3005\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
KANA = "\u30a1-\u30fa\u30fc-\u30fe\uff66-\uff9f"
DOT = re.compile("[·・･•‧∙⋅=＝゠-]")

_KANA = re.compile(f"[{KANA}]")
_RUN = re.compile(rf"[{HAN}{KANA}]+(?:{DOT.pattern}[{HAN}{KANA}]+)*")
#: vowel signs that are no letters of their own, and joiners
_MARKS = (
    "\u0300-\u036f\u0591-\u05bd\u05bf-\u05c7\u064b-\u065f\u0670\u06d6-\u06ed\u07a6-\u07b0"
    "\u0900-\u0963\u0971-\u109f\u17b4-\u17d3\u200c\u200d"
)
_HIRAGANA = "\u3041-\u309f"
_LETTER = rf"(?![{HAN}{KANA}{_HIRAGANA}])[^\W\d_]"
_WORD = re.compile(
    rf"{_LETTER}(?:(?![{HAN}{KANA}{_HIRAGANA}])[^\W_]|[{_MARKS}]|['’ʼʻ‘`׳-](?={_LETTER})|(?<=[א-ת])[\"״](?=[א-ת]))*"
)
_SCRIPTS = (
    ("latin", 0x24F), ("other", 0x36F), ("greek", 0x3FF), ("cyrillic", 0x52F), ("armenian", 0x58F), ("hebrew", 0x5FF),
    ("arabic", 0x77F), ("other", 0xDFF), ("unspaced", 0x109F), ("georgian", 0x10FF), ("hangul", 0x11FF), ("other", 0x177F),
    ("unspaced", 0x17FF), ("other", 0x1DFF), ("latin", 0x1EFF), ("greek", 0x1FFF), ("other", 0xABFF), ("hangul", 0xD7AF),
)  # fmt: skip
_ELISION = re.compile(r"(?:[dlDL]|[Qq]u|[Dd]ell|[Aa]ll|[Dd]all|[Nn]ell|[Ss]ull)['’](?=\w)")
_APOSTROPHE = re.compile(r"['’ʼ‘`](?=[^'’ʼ‘`\s]*$)")
#: what is put at the end of a name as a whole, by script; in Georgian a final ი gives way to it
_ENDINGS = {
    script: ends.split()
    for script, ends in {
        "cyrillic": "ның нің дың дің тың тің ға ге қа ке ды ді ты ті да де та те дан ден тан тен мен бен пен",
        "latin": "nin nın nun nün in ın un ün ya ye a e da de ta te dan den tan ten yi yı yu yü i ı u ü la le yla yle"
        " ni nı ga ka s",
        "armenian": "ի ը ն ին իս ից ով ում",
        "georgian": "ის ს მა ით ად ისა ისთვის თან სთან ში ზე მ იდან ისგან",
        "hangul": "에게서는 으로부터 에서는 에서도 에게서 으로는 이라는 이라고 에서 에게 까지 부터 으로 라는 라고 처럼 보다"
        " 이나 이며 과의 와의 에는 에도 은 는 이 가 을 를 의 에 과 와 도 로 만 나 며 씨 측",
    }.items()
}
_TITLES = re.compile(r"(?<=\S)(?:대통령|총리|장관|위원장|대변인|의장|대사|총장)$")
#: what is written before a name in one word, in this order, each of them or none
_PREFIXES = {"arabic": ("وف", "بكل"), "hebrew": ("וש", "הבלמכ")}
#: other ways to write the same letters: vowel signs, Persian for Arabic, the last letter without its dots
_LETTERS = {
    "arabic": (
        ("[\u064b-\u065f\u0670ـ]", ""), ("ی", "ي"), ("ک", "ك"), ("ي", "ی"), ("ك", "ک"),
        (r"ى\b", "ي"), (r"ي\b", "ى"), (r"ه\b", "ة"), ("\u200c", " "),
    ),
    "hebrew": (("[\u0591-\u05bd\u05bf-\u05c7]", ""), ("׳", "'"), ('"', "״")),
}  # fmt: skip


class Alignment(StrEnum):
    """What of the source stands beside what of the translation."""

    #: the lines that are not blank, one by one
    LINES = "lines"
    #: lines of the same number, where a blank one stands for a line without its counterpart
    LINE_NUMBERS = "line numbers"
    #: paragraphs, which blank lines keep apart
    PARAGRAPHS = "paragraphs"
    #: the paragraphs, headings and items that the markup of a page tells apart
    BLOCKS = "blocks"


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceText:
    """A source text cut into units that belong to the units of one document.

    ``units`` are lines or paragraphs of the source without surrounding white space, '' where the source has nothing;
    ``places`` are the units of the document that they belong to, in rising order: spans of its text as given, or of its
    reading where ``by`` is ``blocks``.
    """

    path: str
    by: Alignment
    units: tuple[str, ...]
    places: tuple[Span, ...]
    reading: Reading

    @classmethod
    def of(cls, source: Document, document: Document) -> SourceText:
        """Put a source text that was read beside its translation.

        Raises InputError where neither their lines nor their paragraphs are the same in number.
        """
        for by, ours, theirs in _ways(document, source):
            if len(ours) == len(theirs):
                text = source.reading.text if by is Alignment.BLOCKS else source.text
                units = tuple(span.of(text).strip() for span in theirs)
                return cls(path=source.path, by=by, units=units, places=tuple(ours), reading=document.reading)
        raise _misfit(source, document)

    def number(self, start: int) -> int | None:
        """Which unit belongs to a place in the reading of the document; None for a place between the units."""
        at = start
        if start < 0:
            return None
        if self.by is not Alignment.BLOCKS:
            at = self.reading.given(Span(start, start)).start
        found = bisect_right(self.places, at, key=lambda span: span.start) - 1
        return found if found >= 0 and at < self.places[found].end else None

    def beside(self, start: int) -> str:
        """The source unit that belongs to a place in the reading of the document, '' where there is none."""
        number = self.number(start)
        return "" if number is None else self.units[number]


def read_source(path: str, document: Document, *, stdin: bytes | None = None) -> SourceText:
    """Read the file that a document was translated from; any encoding and markup that an article may have.

    Raises InputError, with the file and the remedy, where it cannot be read or does not fit the document.
    """
    return SourceText.of(read_document(path, stdin=stdin), document)


def word_groups(unit: str) -> Iterator[Span]:
    """One to five words in a row with nothing but space between them, in scripts that keep words apart."""
    words = [Span(*match.span()) for match in _WORD.finditer(unit)]
    for first, start in enumerate(words):
        for number, last in enumerate(words[first : first + MOST_WORDS]):
            if number and unit[words[first + number - 1].end : last.start].strip():
                break
            yield Span(start.start, last.end)


def stretches(unit: str) -> Iterator[Span]:
    """What may be a name in Chinese or Japanese: 2 to 12 characters, 18 with dots; foreign words are not cut."""
    for run in _RUN.finditer(unit):
        cuts = [at for at in range(run.start(), run.end() + 1) if not _in_foreign_word(unit, at)]
        for first, start in enumerate(cuts):
            for end in cuts[first + 1 :]:
                if end - start > MOST_DOTTED or (end - start > MOST_HAN and not DOT.search(unit, start, end)):
                    break
                if end - start > 1 and not DOT.match(unit[start]) and not DOT.match(unit[end - 1]):
                    yield Span(start, end)


def script_of(text: str) -> str:
    """The script of the first letter; ``unspaced`` for those that keep no words apart, ``other`` where it does not matter."""
    return next((name for name, last in _SCRIPTS if ord(text[:1] or "a") <= last), "other")


def unjoined(text: str) -> Iterator[list[str]]:
    """What the words may be without what their language joins to a name, or in other letters; the surest first."""
    yield _written_otherwise(text)
    yield _without_apostrophe(text)
    yield _without_ending(text)
    bare = _without_prefix(text)
    yield [*bare, *(other for one in bare for other in _written_otherwise(one))]


def _written_otherwise(text: str) -> list[str]:
    """Other spellings of Arabic, Persian or Hebrew words that mean the same letters."""
    written = [text]
    for letter, other in _LETTERS.get(script_of(text), ()):
        written += [changed for one in written[:3] if (changed := re.sub(letter, other, one)) not in written]
    return written[1:]


def _without_prefix(text: str) -> list[str]:
    """What may be left of Arabic, Persian or Hebrew words without "and", "to", "in" or the article before them."""
    found: list[str] = []
    for before in product(*(("", *letters) for letters in _PREFIXES.get(script_of(text), ()))):
        prefix = "".join(before)
        rest = text[len(prefix) :]
        if prefix and text.startswith(prefix) and len(rest.partition(" ")[0]) >= 3:
            # the Arabic article loses its alef after "to"
            found += [rest, "ا" + rest] if before[-1] == "ل" and rest.startswith("ل") else [rest]
    return found


def _without_ending(text: str) -> list[str]:
    """What may be left of words in a language that puts its endings after the whole name."""
    script = script_of(text)
    ends = [end for end in _ENDINGS.get(script, ()) if text.endswith(end)]
    stems = [text[: -len(end)] for end in ends if len(text.split()[-1]) - len(end) >= (2 if script == "hangul" else 4)]
    if script == "georgian":
        return [stem + end for stem in stems for end in ("ი", "")]
    if script == "hangul":
        stems += [_TITLES.sub("", stem) for stem in (text, *stems) if _TITLES.search(stem)]
    return stems


def _without_apostrophe(text: str) -> list[str]:
    """The words without what an apostrophe joins to them: ``Erdoğan'ın``, ``d'Emmanuel Macron``."""
    before, after = _ELISION.match(text), _APOSTROPHE.search(text)
    return [*([text[before.end() :]] if before else []), *([text[: after.start()]] if after else [])]


def dotted(text: str) -> Iterator[str]:
    """A stretch as it stands, then with the other dots that may part a foreign name in it, and with none."""
    yield text
    if DOT.search(text):
        yield from (DOT.sub(dot, text) for dot in ("・", "·", "＝", "-", ""))


def _in_foreign_word(unit: str, at: int) -> bool:
    return 0 < at < len(unit) and bool(_KANA.match(unit[at - 1]) and _KANA.match(unit[at]))


def _ways(document: Document, source: Document) -> list[tuple[Alignment, Sequence[Span], Sequence[Span]]]:
    """The ways to put the two side by side, the surest first; those with different counts do not fit."""
    ours, theirs = _lines(document), _lines(source)
    our_paragraphs, their_paragraphs = _paragraphs(document.text, ours), _paragraphs(source.text, theirs)
    lines = (Alignment.LINES, _filled(document.text, ours), _filled(source.text, theirs))
    paragraphs = (Alignment.PARAGRAPHS, _joined(our_paragraphs), _joined(their_paragraphs))
    ways: list[tuple[Alignment, Sequence[Span], Sequence[Span]]] = [
        lines,
        paragraphs,
        (Alignment.LINE_NUMBERS, _trimmed(document.text, ours), _trimmed(source.text, theirs)),
    ]
    several = min(len(our_paragraphs), len(their_paragraphs)) > 1
    # wrapped lines can be the same in number by accident; then their paragraphs differ in lines
    if several and [*map(len, our_paragraphs)] != [*map(len, their_paragraphs)]:
        ways[:2] = [paragraphs, lines]
    if not several and len(_filled(document.text, ours)) > 1:
        ways.remove(paragraphs)  # one paragraph on each side says nothing
    if document.reading.origins is not None or source.reading.origins is not None:
        ways.insert(0, (Alignment.BLOCKS, _blocks(document), _blocks(source)))
    return ways


def _lines(document: Document) -> list[Span]:
    """The lines of the text as given, less those that only hold an ignore comment, which no source has."""
    lines = Lines(document.text)
    spans = [lines.span(number) for number in range(1, len(lines) + 1)]
    comments = [ignore.comment for ignore in document.ignores]
    return [span for span in spans if not any(_only(comment, span, document.text) for comment in comments)]


def _only(comment: Span, line: Span, text: str) -> bool:
    if not comment.overlaps(line):
        return False
    before = text[line.start : max(line.start, comment.start)]
    return not (before + text[min(line.end, comment.end) : line.end]).strip()


def _filled(text: str, lines: Sequence[Span]) -> list[Span]:
    return [line for line in lines if line.of(text).strip()]


def _trimmed(text: str, lines: Sequence[Span]) -> list[Span]:
    """All lines up to the last that is not blank."""
    last = max((number for number, line in enumerate(lines) if line.of(text).strip()), default=-1)
    return list(lines[: last + 1])


def _paragraphs(text: str, lines: Sequence[Span]) -> list[list[Span]]:
    """The filled lines in groups that blank lines keep apart."""
    groups: list[list[Span]] = [[]]
    for line in lines:
        if line.of(text).strip():
            groups[-1].append(line)
        elif groups[-1]:
            groups.append([])
    return [group for group in groups if group]


def _joined(groups: Sequence[Sequence[Span]]) -> list[Span]:
    return [Span(group[0].start, group[-1].end) for group in groups]


def _blocks(document: Document) -> list[Span]:
    if document.reading.origins is None:
        return _filled(document.text, _lines(document))
    lines = Lines(document.reading.text)
    return _filled(document.reading.text, [lines.span(number) for number in range(1, len(lines) + 1)])


def _misfit(source: Document, document: Document) -> InputError:
    def counted(one: Document) -> str:
        lines = _lines(one)
        return f"{len(_filled(one.text, lines))} lines in {len(_paragraphs(one.text, lines))} paragraphs"

    message = f"holds {counted(source)}, but {document.path} {counted(document)}: they cannot be put side by side"
    remedy = "give a source with one line for each line, or one paragraph for each paragraph, of the article"
    return InputError(message, where=source.path, remedy=remedy)
