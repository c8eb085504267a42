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
#: letters that hardly another romanisation puts so
_CHINESE = re.compile(r"^x|q(?!u?$)|zh|[^aeiou]iu|uang|iang|iong|[jqx]i[aeou]|[aeiou]ng$|[^s]hui|[jqx]ue")
#: family names that most Chinese people have
_FAMILIES = frozenset(
    "bai bao bi cai cao chang chen cheng cui dai deng ding dong du fan fang feng fu gan gao ge geng gong gu guo han hao he"
    " hou hu huang jia jiang jin ke kong lai lei li liang liao lin liu long lu luo ma mao meng mo nie ning ou pan pang peng"
    " qian qiao qin qiu ren shao shen shi song su sun tan tang tao tian wan wang wei wu xi xia xiang xiao xie xiong xu xue"
    " yan yang yao ye yin yu yuan zeng zhang zhao zheng zhong zhou zhu zou".split()
)


@lru_cache(maxsize=16384)
def is_pinyin(part: str) -> bool:
    """Whether a folded part is one to four pinyin syllables."""
    return _PINYIN.fullmatch(part) is not None


@lru_cache(maxsize=16384)
def is_chinese(name: str) -> bool:
    """Whether a folded name of pinyin alone looks Chinese: by a family name, or by letters that no other language puts so.

    Kazan and Palu can be read as pinyin, and are none.
    """
    parts = name.split()
    if not parts or not all(map(is_pinyin, parts)):
        return False
    person = len(parts) > 1 and (parts[0] in _FAMILIES or parts[-1] in _FAMILIES)
    return person or any(_CHINESE.search(part) for part in parts)
