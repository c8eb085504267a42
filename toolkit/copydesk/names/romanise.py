"""Native-script names letter by letter in Latin, as a careless translation would write them: for diagnosis only."""

from __future__ import annotations

import re

_JOINT = re.compile(r"[·・•\s]+")
#: countries whose own names English takes from the script, so that its romanisation is no garble
_OWN = {
    "ru": frozenset("RU UA BY MD AM AZ GE KZ UZ KG TJ TM BG RS MK ME BA MN".split()),
    "zh": frozenset("CN TW HK MO SG".split()),
}


def romanised_form(text: str, lang: str, country: str | None) -> str | None:
    """A name as Russian letters or Chinese characters spell it: ``Дональд Трамп`` → ``Donald Tramp``.

    ``lang`` is ``ru`` or ``zh``; None for any other, and for bearers whose name comes to English through that script.
    """
    if lang not in _OWN or country is None or country in _OWN[lang]:
        return None
    if lang == "ru":
        from anyascii import anyascii

        return str(anyascii(text)).replace("'", "").replace('"', "")
    from pypinyin import lazy_pinyin

    parts = ["".join(lazy_pinyin(part)) for part in _JOINT.split(text) if part]
    return " ".join(part.capitalize() for part in parts) if all(part.isascii() for part in parts) else None
