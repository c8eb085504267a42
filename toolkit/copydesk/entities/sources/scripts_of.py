"""Which script a text of a source is written in, and the language it most likely stands for."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from enum import StrEnum
from functools import lru_cache

from copydesk.core.entity import FormType, NameForm
from copydesk.names.forms import key


class Script(StrEnum):
    """Scripts that the reference list keeps; all others are ``OTHER``."""

    LATIN = "latin"
    HAN = "han"
    KANA = "kana"
    HANGUL = "hangul"
    ARABIC = "arabic"
    CYRILLIC = "cyrillic"
    HEBREW = "hebrew"
    ARMENIAN = "armenian"
    GEORGIAN = "georgian"
    GREEK = "greek"
    OTHER = "other"


#: first word of a letter's Unicode name
_SCRIPTS = {
    "LATIN": Script.LATIN, "CJK": Script.HAN, "IDEOGRAPHIC": Script.HAN, "HIRAGANA": Script.KANA, "KATAKANA": Script.KANA,
    "HANGUL": Script.HANGUL, "ARABIC": Script.ARABIC, "CYRILLIC": Script.CYRILLIC, "HEBREW": Script.HEBREW,
    "ARMENIAN": Script.ARMENIAN, "GEORGIAN": Script.GEORGIAN, "GREEK": Script.GREEK,
}  # fmt: skip
_LANGUAGES = {
    Script.HAN: "zh", Script.KANA: "ja", Script.HANGUL: "ko", Script.ARABIC: "ar", Script.CYRILLIC: "ru", Script.HEBREW: "he",
    Script.ARMENIAN: "hy", Script.GEORGIAN: "ka", Script.GREEK: "el",
}  # fmt: skip
#: letters that only some languages of a script write; the first match decides
_TELLING = {
    Script.CYRILLIC: (
        ("sr", "ђћ"), ("mk", "ѓќѕ"), ("be", "ў"), ("tg", "ҷҳӣӯ"), ("kk", "әұқғһ"), ("mn", "өү"), ("sr", "љњјџ"), ("uk", "іїєґ"),
    ),
    Script.ARABIC: (("ug", "ېۈۋ"), ("ku", "ێۆەڵڕ"), ("ps", "ټډړښږڼۍ"), ("ur", "ٹڈڑںےہھ"), ("fa", "پچژگکی")),
}  # fmt: skip
#: letters of the usual languages of a script: what has others, as Chuvash or Yiddish have, is left out
_ALPHABETS = {
    Script.CYRILLIC: frozenset("абвгдеёжзийклмнопрстуфхцчшщъыьэюя"),
    Script.HEBREW: frozenset("אבגדהוזחטיךכלםמןנסעףפץצקרשת"),
}
#: where a text without telling letters is in another language than elsewhere
_AT_HOME = {
    (Script.HAN, "JP"): "ja", (Script.ARABIC, "IR"): "fa", (Script.ARABIC, "AF"): "fa", (Script.ARABIC, "PK"): "ur",
    (Script.CYRILLIC, "BG"): "bg", (Script.CYRILLIC, "MN"): "mn", (Script.CYRILLIC, "MK"): "mk", (Script.CYRILLIC, "RS"): "sr",
}  # fmt: skip
#: countries that English takes the names of from another script, by ISO 3166 code
NOT_LATIN = frozenset(
    "AE AF AM BD BG BH BT BY CN CY EG ER ET GE GR HK IL IN IQ IR JO JP KG KH KP KR KW KZ LA LB LK LY MK MM MN MO MR MV NP OM PK"
    " PS QA RU SA SD SY TH TJ TW UA YE DZ EH MA TN".split()
)


@lru_cache(maxsize=65536)
def _of_letter(char: str) -> Script | None:
    if not unicodedata.category(char).startswith("L"):
        return None
    first = unicodedata.name(char, "OTHER").replace("-", " ").split()[0]
    return None if first == "MODIFIER" else _SCRIPTS.get(first, Script.OTHER)


def script(text: str) -> Script | None:
    """The one script of the letters; None where there is no letter or there are several. Han with kana is kana."""
    found = {_of_letter(char) for char in unicodedata.normalize("NFKC", text)} - {None}
    if found == {Script.HAN, Script.KANA}:
        return Script.KANA
    return found.pop() if len(found) == 1 else None


def language(text: str, country: str | None = None) -> str | None:
    """The ISO 639 code of the language that a text in another script most likely is in.

    ``country`` (ISO 3166) is where the bearer of the name is at home. None for Latin and for scripts that the list
    does not keep.
    """
    written = script(text)
    if written is None or written not in _LANGUAGES:
        return None
    small = text.lower()
    if written in (Script.HEBREW, Script.ARABIC) and any(unicodedata.category(char) == "Mn" for char in text):
        return None  # with its vowel signs, as nobody prints it
    for code, letters in _TELLING.get(written, ()):
        if any(letter in letters for letter in small):
            return code
    if written in _ALPHABETS and not all(char in _ALPHABETS[written] for char in small if char.isalpha()):
        return None
    return _AT_HOME.get((written, country or ""), _LANGUAGES[written])


def native(text: str, country: str | None = None) -> NameForm | None:
    """A form to find by, for a text in a script that the list keeps; None for any other."""
    code = language(text, country)
    return NameForm(text=text, type=FormType.NATIVE, lang=code) if code else None


def distinct(name: str, forms: Iterable[NameForm]) -> tuple[NameForm, ...]:
    """The forms in order, without the name itself and without those that readers take for the name or an earlier form.

    A right spelling that differs from the name by marks alone stays: ``Koln`` beside ``Köln``.
    """
    texts, keys, kept = {name}, {key(name)}, []
    for form in forms:
        marked = form.type in (FormType.ALIAS, FormType.NATIVE)
        if form.text not in texts and (marked or key(form.text) not in keys):
            kept.append(form)
        texts.add(form.text)
        keys.add(key(form.text))
    return tuple(kept)
