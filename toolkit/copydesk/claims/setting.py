"""What countries and regions a document speaks of: what "the capital" can be the capital of where nobody says so."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from copydesk.core.entity import Entity, Kind
from copydesk.entities import EntityList
from copydesk.entities.whereabouts import countries, is_country, is_town
from copydesk.reader.mentions import Scanned

#: prominence from which a town that no country stands beside tells the country that a text speaks of
KNOWN = 0.6


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """Ids of the countries and regions that a text names, also by demonym, and of the countries of its well-known towns."""

    countries: frozenset[str] = frozenset()
    regions: frozenset[str] = frozenset()
    of_towns: frozenset[str] = frozenset()

    def speaks_of(self, country: str) -> bool:
        """Whether a country is among those named or, where none is named, the only one whose towns are."""
        return country in self.countries if self.countries else self.of_towns == {country}

    def regions_in(self, country: str, entities: EntityList) -> frozenset[str]:
        """The regions of a country that the text names."""
        return frozenset(item for item in self.regions if country in countries(item, None, entities))


def setting_of(scanned: Sequence[Scanned], entities: EntityList) -> Setting:
    """The setting of a document, or of one sentence of it."""
    named = {ident for sentence in scanned for ident in sentence.bodies}
    places = [entity for ident in named if (entity := entities.get(ident)) is not None and entity.kind is Kind.PLACE]
    towns = [entity for entity in places if is_town(entity) and _is_known(entity)]
    return Setting(
        countries=frozenset(entity.id for entity in places if is_country(entity)),
        regions=frozenset(entity.id for entity in places if not is_country(entity) and not is_town(entity)),
        of_towns=frozenset(ident for town in towns for ident in _states(town, entities)),
    )  # fmt: skip


def _is_known(entity: Entity) -> bool:
    return entity.prominence is None or entity.prominence >= KNOWN


def _states(town: Entity, entities: EntityList) -> frozenset[str]:
    """The state that a town lies in, not the parts of it that are called countries too."""
    around = countries(town.id, None, entities)
    return frozenset(item for item in around if not (countries(item, None, entities) - {item}))
