"""Which bearers have one spelling: those whose own language is written in Latin letters."""

from __future__ import annotations

from copydesk.core.entity import Entity

#: ISO 3166 codes of countries whose people's names come to English from another script
ROMANISED = frozenset(
    "AE AF AM BD BG BH BT BY CN CY DZ EG ER ET GE GR HK IL IN IQ IR JO JP KG KH KP KR KW KZ LA LB LK LY MA MK MM MN MO MR"
    " MV NP OM PK PS QA RU SA SD SY TH TJ TM TN TW UA UZ YE".split()
)


def is_romanised(entity: Entity) -> bool:
    """Whether several romanisations of the entity's name are right. Unknown countries count as romanised: the quiet side."""
    return entity.country is None or entity.country in ROMANISED
