"""Which lines of a page are the article: asks resiliparse, and trusts it only where it keeps a good part of the page."""

from __future__ import annotations

import re
from collections.abc import Sequence
from difflib import SequenceMatcher

#: below this share of the page's words the extractor is taken to have failed
TRUSTED_SHARE = 0.25
#: pages with more lines are compared by membership alone: alignment takes quadratic time
ALIGNED_LINES = 1000

_NOISE = re.compile(r"[\W_]+")


def left_out(source: str, lines: Sequence[str]) -> frozenset[int]:
    """Indices of the ``lines`` of the page ``source`` that its main content lacks; empty when it is not to be trusted."""
    from resiliparse.extract.html2text import extract_plain_text

    extracted = extract_plain_text(source, main_content=True, alt_texts=False, comments=False, list_bullets=False)
    page = [_folded(line) for line in lines]
    kept = _kept(page, [folded for line in extracted.splitlines() if (folded := _folded(line))])
    total = sum(len(line.split()) for line in lines)
    words = sum(len(lines[index].split()) for index in kept)
    if not total or words < TRUSTED_SHARE * total:
        return frozenset()
    return frozenset(range(len(lines))) - kept


def _folded(line: str) -> str:
    return _NOISE.sub(" ", line).strip().casefold()


def _kept(page: list[str], extracted: list[str]) -> set[int]:
    if max(len(page), len(extracted)) > ALIGNED_LINES:
        members = set(extracted)
        return {index for index, line in enumerate(page) if line in members}
    matcher = SequenceMatcher(None, page, extracted, autojunk=False)
    kept = {block.a + at for block in matcher.get_matching_blocks() for at in range(block.size)}
    # the extractor may draw two of our lines together, or break one of them: look for long ones anywhere
    everything = " ".join(extracted)
    for index, line in enumerate(page):
        if index not in kept and line.count(" ") >= 7 and line in everything:
            kept.add(index)
    return kept
