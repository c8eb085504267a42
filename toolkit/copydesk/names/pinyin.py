"""Hanyu pinyin without tone marks: any well-formed string is some Chinese name, so a difference is no garbling."""

from __future__ import annotations

import re
from functools import lru_cache

_SYLLABLE = (
    r"(?:(?:zh|ch|sh|[rzcs])(?:uang|iang|iong|ang|eng|ong|uai|uan|ai|an|ao|ei|en|ou|ua|ue|ui|un|uo|a|e|i|u)"
    r"|(?:[bpmf])(?:iang|ang|eng|ian|iao|ing|ai|an|ao|ei|en|ie|in|iu|ou|a|e|i|o|u)"
    r"|(?:[dtnl])(?:iang|iong|ang|eng|ong|ian|iao|ing|uan|ai|an|ao|ei|en|ia|ie|in|iu|ou|ua|ue|ui|un|uo|a|e|i|u|v)"
    r"|(?:[gkh])(?:uang|ang|eng|ong|uai|uan|ai|an|ao|ei|en|ou|ua|ui|un|uo|a|e|u)"
    r"|(?:[jqx])(?:iang|iong|ian|iao|ing|uan|ia|ie|in|iu|ue|un|i|u)"
    r"|y(?:uan|ang|ing|ong|an|ao|in|ou|ue|un|a|e|i|o|u)|w(?:ang|eng|ai|an|ei|en|a|o|u)"
    r"|ang|eng|ai|an|ao|ei|en|er|ou|a|e|o)"
)
_PINYIN = re.compile(rf"{_SYLLABLE}{{1,4}}")


@lru_cache(maxsize=16384)
def is_pinyin(part: str) -> bool:
    """Whether a folded part is one to four pinyin syllables."""
    return _PINYIN.fullmatch(part) is not None
