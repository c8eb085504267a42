"""Names as data sets write them, made into what an English newsroom prints."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from copydesk.core.entity import FormType, NameForm
from copydesk.entities import schema
from copydesk.entities.importing.intake import Intake
from copydesk.entities.schema import Place
from copydesk.entities.sources.scripts_of import Script, native, script
from copydesk.errors import EntityListError
from copydesk.names.forms import fold

#: marks of writing direction and such, which are no part of a name; the joiners of Persian and Indic scripts are
_UNSEEN = re.compile("[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]")
_NOTE = re.compile(r"\s*[(（\[][^()（）\[\]]*[)）\]]\s*$")
_HONORIFIC = re.compile(
    r"(?:(?:his|her) excellency|h\.\s?e\.|(?:hon|ms|eng|gen|lt|col|maj)\.|(?:dr|prof|mrs?)\.?|sir|dame)\s+",
    re.IGNORECASE,
)
#: what a name has that needs mending: two capitals on end, a comma, a bracket, or a title before it
_ODD = re.compile(r"[^\W\d_a-z]{2}|[A-Z]['’][A-Z]{2}|[.,(（\[]|^(?i:dr|prof|mrs?|sir|dame|his|her)\b")
_ROMAN = re.compile(r"[IVX]+")
_JUNIOR = re.compile(r"(?:jr|sr|[ivx]+)\.?", re.IGNORECASE)
#: words that belong to the family name after them
_BEFORE = frozenset(
    "al el ad as bin ben ibn bint de da do dos das del della di du des la le van von der den ter ten zu zur".split()
)
#: countries where the last word of a name is mostly no family name: it stands first, or there is none
_OTHERWISE = frozenset(
    "CN TW HK MO KR KP JP VN HU ID MM KH LA MN IS ET ER IN LK BD PK AF BT NP TH MY BR PT ES MX AR CL CO PE VE EC CU BO PY UY CR"
    " PA DO GT HN SV NI AO MZ CV GW ST TL SA AE KW QA BH OM YE IQ SY LB JO PS EG SD LY MR DZ TN MA SO DJ KM AD".split()
)


def tidy(text: str, at: Place, intake: Intake) -> str | None:
    """A name with single spaces, composed letters and no unseen marks.

    None for an empty one, and for one that is too long or has control characters, which is a broken row.
    """
    text = " ".join(_UNSEEN.sub("", unicodedata.normalize("NFC", text)).split())
    if not text:
        return None
    if len(text) <= schema.LONGEST_NAME and text.isprintable() and any(map(str.isalnum, text)):
        return text  # what a list takes, found sooner
    try:
        _, form = schema.form({"entity": "x", "form": text, "type": FormType.ALIAS.value}, at)
    except EntityListError as error:
        intake.broken("a name that cannot be", at, error.remedy or "mend it", error.message)
        return None
    return form.text


def is_latin(text: str) -> bool:
    """Whether all letters are Latin."""
    if text.isascii():
        return any(map(str.isalpha, text))
    return script(text) is Script.LATIN


def without_note(text: str) -> str:
    """``John Smith (politician)`` → ``John Smith``."""
    return _NOTE.sub("", text) or text


def printed(text: str) -> tuple[str, tuple[str, ...]]:
    """A person's name in print, and the family name where capitals or a comma say which it is.

    ``KIM Jong Un`` → ``Kim Jong Un``, ``Kim``; ``BOEKHOUDT, Alfonso`` → ``Alfonso Boekhoudt``, ``Boekhoudt``;
    ``Dr. NIKOL PASHINYAN`` → ``Nikol Pashinyan`` with no family name.
    """
    if not _ODD.search(text):
        return text, ()
    text = without_note(text)
    while match := _HONORIFIC.match(text):
        if " " not in (rest := text[match.end() :]):
            break
        text = rest
    last, comma, first = (part.strip() for part in text.partition(","))
    if comma and first and "," not in first and not _JUNIOR.fullmatch(first):
        family = _smaller(last) if last.isupper() or first.isupper() else last
        given = _smaller(first) if first.isupper() else first
        return f"{given} {family}", (family,)
    words = text.split()
    loud = [_is_loud(word) for word in words]
    if not any(loud):
        return text, ()
    name = " ".join(_smaller(word) if is_loud else word for word, is_loud in zip(words, loud, strict=True))
    run = [_smaller(word) for word, is_loud in zip(words, loud, strict=True) if is_loud]
    return name, (" ".join(run),) if len(run) < len(words) and " ".join(run) in name else ()


def _is_loud(word: str) -> bool:
    letters = [char for char in word if char.isalpha()]
    return len(letters) > 1 and word.isupper() and "." not in word and not _ROMAN.fullmatch(word)


def _smaller(text: str) -> str:
    return re.sub(r"[^\W\d_]+", lambda match: match[0].capitalize(), text)


def family_of(name: str, known: Iterable[str], country: str | None) -> tuple[str, ...]:
    """The family name as it stands in ``name``: what a source knows of, else its last word where that is usual.

    Empty where the country writes names otherwise, or is not known.
    """
    words = name.split()
    for family in known:
        size = len(family.split())
        for start in range(len(words) - size + 1):
            part = " ".join(words[start : start + size])
            if fold(part) == fold(family) and size < len(words):
                return (part,)
    if len(words) < 2 or country is None or country in _OTHERWISE:
        return ()
    end = len(words) - (1 if len(words) > 2 and _JUNIOR.fullmatch(words[-1]) else 0)
    start = end - 1
    while start > 1 and words[start - 1].lower() in _BEFORE:
        start -= 1
    return (" ".join(words[start:end]).rstrip(","),)


def other_form(text: str, country: str | None, latin: FormType) -> NameForm | None:
    """A further form of a name: ``latin`` says what a Latin one is. None for mixed scripts and those that the list lacks."""
    return NameForm(text=text, type=latin) if is_latin(text) else native(text, country)
