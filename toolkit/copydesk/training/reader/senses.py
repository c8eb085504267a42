"""For common words, others that the encoder holds for near: what a translation may take for them by mistake."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import torch
from torch import Tensor
from wordfreq import zipf_frequency

from copydesk.training.reader.corruption import Senses

#: words rarer or more common than this (Zipf's scale) are left alone
_RAREST, _COMMONEST = 3.2, 5.6
#: neighbours looked at, the nearest that are left out as mere synonyms, those kept, and the least nearness (cosine)
_LOOKED, _SYNONYMS, _KEPT, _NEAR = 40, 3, 20, 0.25
_STEM = 4
_BLOCK = 1024


def senses_of(vocabulary: Sequence[str], vectors: Tensor) -> Senses:
    """Neighbours of every common word of the vocabulary by its input vectors (words, size)."""
    chosen = [at for at, word in enumerate(vocabulary) if _is_common(word)]
    words = [vocabulary[at] for at in chosen]
    table = vectors[chosen].detach().float()
    table = table - table.mean(dim=0)
    table = torch.nn.functional.normalize(table, dim=1)
    found = {}
    for start in range(0, len(words), _BLOCK):
        near = (table[start : start + _BLOCK] @ table.T).topk(min(_LOOKED, len(words)), dim=1)
        for row, (values, places) in enumerate(zip(near.values.numpy(), near.indices.numpy(), strict=True)):
            word = words[start + row]
            others = [words[at] for at in places[values > _NEAR] if words[at][:_STEM] != word[:_STEM]]
            if len(others) > _SYNONYMS:
                found[word] = tuple(others[_SYNONYMS:_KEPT])
    return found


def _is_common(word: str) -> bool:
    plain = word.isalpha() and word.isascii() and len(word) >= _STEM
    return bool(plain and _RAREST < zipf_frequency(word, "en") < _COMMONEST)


def vocabulary_of(numbers: dict[str, int]) -> list[str]:
    """The words of a vocabulary in the order of their numbers."""
    size = max(numbers.values()) + 1
    words = np.full(size, "", dtype=object)
    words[list(numbers.values())] = list(numbers)
    return [str(word) for word in words]
