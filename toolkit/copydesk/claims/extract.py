"""Read claims off linked sentences, each with the exact words that make it."""

from __future__ import annotations

from collections.abc import Sequence

from copydesk.claims.other import other_claims
from copydesk.claims.places import place_claims
from copydesk.claims.roles import role_claims
from copydesk.claims.setting import setting_of
from copydesk.core.claim import Claim
from copydesk.core.dates import PartialDate
from copydesk.core.mention import Link
from copydesk.reader.lexicon import Lexicon
from copydesk.reader.mentions import Scanned


def extract_claims(
    scanned: Sequence[Scanned], links: Sequence[Link], lexicon: Lexicon, day: PartialDate | None = None
) -> tuple[Claim, ...]:
    """All claims of a document of that day; spans refer to the reading. ``links`` have reading offsets too."""
    by_sentence: dict[int, list[Link]] = {}
    for link in links:
        by_sentence.setdefault(link.mention.sentence, []).append(link)
    setting = setting_of(scanned, lexicon.entities)
    claims: list[Claim] = []
    for sentence in scanned:
        here = by_sentence.get(sentence.index, [])
        claims += role_claims(sentence, here, lexicon)
        claims += place_claims(sentence, here, lexicon, setting)
        claims += other_claims(sentence, here, lexicon, day)
    return tuple(sorted(claims, key=lambda claim: claim.span))
