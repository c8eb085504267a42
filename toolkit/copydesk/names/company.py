"""The company that names keep in news: which words stand where a name stands.

Word vectors (GloVe, Pennington, Socher & Manning 2014, https://nlp.stanford.edu/projects/glove/) learned from newswire and an
encyclopedia know that Hamilton stands with pilots and Grand Prix, and Pompeo with secretaries of state. They are read from
one file; nothing here needs torch.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from functools import lru_cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from copydesk.errors import EntityListError

Floats = NDArray[np.float32]
FOLDER = Path(__file__).resolve().parent.parent / "data" / "company"
WEIGHTS = "model.safetensors"
#: the most frequent words, which stand with everything
EVERYWHERE = 150
#: words of a text that are nearest to a name, of which the mean is taken
NEAREST = 5


class Company:
    """Word vectors of one folder. Raises EntityListError where the file is missing.

    The file holds ``words`` (folded, in order of their letters, one a line), ``ranks`` (by frequency, from 0) and ``vectors``
    (words × size, unit vectors in steps of ``scale``).
    """

    def __init__(self, folder: Path = FOLDER) -> None:
        from safetensors.numpy import load_file

        path = folder / WEIGHTS
        if not path.is_file():
            raise EntityListError("the word vectors are missing", where=str(path), remedy="install the package again")
        kept = load_file(path)
        #: in the order of their letters, so that no table has to be made of them
        self._words: list[bytes] = kept["words"].tobytes().split(b"\n")
        self._ranks, self._vectors, self._scale = kept["ranks"], kept["vectors"], float(kept["scale"][0])

    def rank(self, word: str) -> int | None:
        """How many words are used more often than a folded one; None where it is unknown."""
        at = self._place(word)
        return None if at is None else int(self._ranks[at])

    def vectors(self, words: Iterable[str], common: int = EVERYWHERE) -> Floats:
        """The unit vectors (words × size) of the folded words that are known and not among the ``common`` most frequent."""
        places = [at for word in dict.fromkeys(words) if (at := self._place(word)) is not None]
        rows = [at for at in places if self._ranks[at] >= common]
        return self._vectors[rows].astype(np.float32) * self._scale

    def _place(self, word: str) -> int | None:
        key = word.encode()
        at = bisect_left(self._words, key)
        return at if at < len(self._words) and self._words[at] == key else None

    def kept_by(self, parts: Sequence[str], around: Floats) -> float:
        """How near the vectors ``around`` are to the folded parts of a name: -1 to 1, 0 where the name is unknown.

        Of each word the likeness to the nearest part counts, and of the words the `NEAREST`.
        """
        own = self.vectors(parts, 0)
        if not len(own) or not len(around):
            return 0.0
        near = np.sort((around @ own.T).max(axis=1))[-NEAREST:]
        return float(near.sum() / NEAREST)


@lru_cache(maxsize=1)
def default_company() -> Company:
    """The vectors that the package ships."""
    return Company()
