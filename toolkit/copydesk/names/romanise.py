"""Native-script names letter by letter in Latin, as a careless translation would write them: for diagnosis only.

Chinese characters in pinyin with the given name joined, and all joined; Cyrillic, Arabic, Persian and Hebrew letter by letter,
vowels only where they are written; kana in Hepburn; Hangul in the Revised Romanisation, syllable by syllable.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_JOINT = re.compile(r"[·・•＝=\s]+")
#: countries whose own names English takes from the script, so that its romanisation is no garble
_OWN = {
    "ru": frozenset("RU UA BY MD AM AZ GE KZ UZ KG TJ TM BG RS MK ME BA MN".split()),
    "zh": frozenset("CN TW HK MO SG".split()),
    "ar": frozenset("AE BH DJ DZ EG IQ JO KM KW LB LY MA MR OM PS QA SA SD SO SY TD TN YE".split()),
    "fa": frozenset("IR AF TJ".split()),
    "he": frozenset(["IL"]),
    "ja": frozenset(["JP"]),
    "ko": frozenset(["KR", "KP"]),
}
#: the written long vowel of Arabic script, which anyascii leaves out
_ALIF = str.maketrans("اآأإ", "aaaa")
_MARK = re.compile("['\"`]")
_HAN = re.compile(r"[\u3400-\u9fff\s·・•]+")
_KANA = re.compile(r"[\u3040-\u30ff\s·・•＝=]+")
#: characters of a name without a joint, whose bearer has it from Chinese characters: one of family name, two where it has four
_UNJOINED = range(2, 5)
#: small kana and what they make of the syllable before: ジョ → jo, ティ → ti
_SMALL = {"ャ": "ya", "ュ": "yu", "ョ": "yo", "ァ": "a", "ィ": "i", "ゥ": "u", "ェ": "e", "ォ": "o",
          "ゃ": "ya", "ゅ": "yu", "ょ": "yo", "ぁ": "a", "ぃ": "i", "ぅ": "u", "ぇ": "e", "ぉ": "o"}  # fmt: skip
#: kana that lengthen or double, which news leaves out
_UNSPOKEN = frozenset("ーッっ")
#: kana that are a consonant before a small vowel: ウィ → wi
_W = frozenset("ウう")
#: syllables that end in their consonant's own glide
_GLIDES = ("sh", "ch", "j")


def romanised_forms(text: str, lang: str, country: str | None) -> Iterator[str]:
    """What a name in a script becomes letter by letter: ``Дональд Трамп`` → ``Donald Tramp``, ``范明政`` → ``Fan Mingzheng``.

    ``lang`` is an ISO 639 code; nothing for languages that are not known here, and for bearers whose name comes to English
    through that script.
    """
    if lang not in _OWN or country is None or country in _OWN[lang]:
        return
    if lang == "zh":
        yield from _pinyin(text)
    elif lang == "ja":
        if _KANA.fullmatch(text):
            yield from _plain(_hepburn(text))
    else:
        yield from _plain(text)


def _plain(text: str) -> Iterator[str]:
    from anyascii import anyascii

    words = [
        str(anyascii(word.translate(_ALIF))).replace("'", "").replace('"', "").replace("`", "")
        for word in _JOINT.split(text)
        if word
    ]
    if words and all(word.isascii() and any(map(str.isalpha, word)) for word in words):
        yield " ".join(word[:1].upper() + word[1:].lower() for word in words)


def _hepburn(text: str) -> str:
    from anyascii import anyascii

    made = last = ""
    for kana in text:
        if kana in _SMALL and last in _W:
            made = made[:-1] + "w" + _SMALL[kana]
        elif kana in _SMALL and made:
            base, small = made[:-1] if made[-1] in "aiueo" else made, _SMALL[kana]
            made = base + (small[1:] if base.endswith(_GLIDES) and small[0] == "y" else small)
        elif kana not in _UNSPOKEN:
            made += kana if _JOINT.fullmatch(kana) else str(anyascii(kana))
        last = kana
    return made


def _pinyin(text: str) -> Iterator[str]:
    if not _HAN.fullmatch(text):
        return
    from pypinyin import lazy_pinyin

    parts = [part for part in _JOINT.split(text) if part]
    if not parts:
        return
    if len(parts) == 1 and len(parts[0]) in _UNJOINED:
        family = 2 if len(parts[0]) == max(_UNJOINED) else 1
        parts = [parts[0][:family], parts[0][family:]]
    written = ["".join(lazy_pinyin(part)) for part in parts]
    if all(part.isascii() for part in written):
        yield " ".join(part.capitalize() for part in written)
        if len(written) > 1:
            yield "".join(written).capitalize()
