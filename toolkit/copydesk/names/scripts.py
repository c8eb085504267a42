"""Which bearers have one spelling: those whose own language is written in Latin letters."""

from __future__ import annotations

from copydesk.core.entity import Entity

#: ISO 3166 codes of countries whose people write their own names in Latin letters, and one way
_LATIN = frozenset(
    "AL AR AT AU BE BO BR CA CH CL CO CR CU CZ DE DK DO EC EE ES FI FR GB GT HN HR HU IE IS IT LI LT LU"
    " LV MC MT MX NI NL NO NZ PA PE PH PL PT PY RO SE SI SK SV TR US UY VE VN XK".split()
)


def is_romanised(entity: Entity) -> bool:
    """Whether several romanisations of the entity's name are right. Unknown countries count as romanised: the quiet side."""
    return entity.country not in _LATIN
