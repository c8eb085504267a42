"""Words made from a name, which are no garbles of it: Karabakhis, Putinism, Macronists, Medvedeva."""

from __future__ import annotations

import re

#: what English, and now and then Russian, puts behind a name or its stem: an inhabitant, a follower, an adjective, a plural
_ENDING = re.compile(
    r"(?:ians?|eans?|ans?|ese|ish|ites?|ers?|is?|e?s|ism|ists?|esque|ia|[uo]?vians?|ov[oa]|ev[oa]"
    r"|sk(?:i|y|iy|ii|oye|oe|aya|iye|ie))$"
)
#: the woman's form of a Slavic family name, which is also a case of the man's
_WOMAN = re.compile(r"(?:[oei]va|[iy]na|skaya)$")
#: case endings, which are left on by mistake: not a word of their own
_CASE = re.compile(r"(?:ogo|ego|omu|emu|ykh|ikh|ami|nin|ning|nun|dan|den|tan|ten|nda|nde|dyn|din|lar|ler)$")
#: letters of a name to which more may be joined: Xinhuanet
_WHOLE = 5
#: endings of Slavic adjectives: in another one it is another place, or the adjective of this one
_ADJECTIVE = re.compile(r"(?:sk|n|v)(?:iy|yy|ii|iye|oye|oe|oy|oi|aya|aia|i|y|a|e|oje|aja)$")
#: letters of the stem that must be the same, and letters of the name that an ending may take away
_STEM, _LOST = 4, 2


#: endings of Russian and Ukrainian cases that make no other name, behind a stem; a lone -a may be a woman's name
_DECLINED = re.compile(r"(?:ogo|ego|omu|emu|ym|im|yh|ykh|oy|oyu|om|em|u|yu|e|ami)$")
_NOMINATIVE = re.compile(r"(?:y|yy|iy|ij|i|oy|a|ya|o)$")


def is_declined(written: str, listed: str) -> bool:
    """Whether a folded word is a case of a folded Slavic name: Navalnogo, Navalnomu, Putinu."""
    stem = _NOMINATIVE.sub("", listed)
    ending = _DECLINED.search(written)
    return written != listed and len(stem) >= _STEM and ending is not None and written[: ending.start()] == stem


def is_womans(written: str, listed: str) -> bool:
    """Whether a folded word is the woman's form of a folded Slavic family name: Akhmetova, Akhmetov."""
    return _WOMAN.search(written) is not None and written[:-1] == listed


def is_derived(written: str, listed: str) -> bool:
    """Whether a folded word is an adjective, inhabitant, follower, plural or woman's form of a folded name."""
    if not written or not listed:
        return False
    if (_WOMAN.search(listed) and listed[:-1] == written) or _share_adjective(written, listed):
        return True
    if is_womans(written, listed) or written + "s" == listed:
        return True
    if len(listed) >= _WHOLE and len(written) >= len(listed) + 3 and written.startswith(listed):
        return _CASE.search(written) is None
    ending = _ENDING.search(written)
    if ending is None or listed.endswith(ending.group()):
        return False
    stem = written[: ending.start()]
    lost = listed.removeprefix(stem)
    if ending.group() in ("i", "is") and lost not in ("", "a", "ia"):
        return False  # Somali of Somalia, but not Itali of Italy
    return len(stem) >= min(_STEM, len(listed) - 1) and lost != listed and len(lost) <= _LOST


def _share_adjective(written: str, listed: str) -> bool:
    """Whether both are one stem with endings of Slavic adjectives: Ramensky, Ramenskoye."""
    one, other = _ADJECTIVE.search(written), _ADJECTIVE.search(listed)
    if one is None or other is None:
        return False
    stem, same = written[: one.start() + 1], listed[: other.start() + 1]
    return stem == same and len(stem) >= _STEM
