"""The reference list: strict loaders, the built default list, and look-ups."""

from copydesk.entities.listing import EntityList, Named
from copydesk.entities.loading import load_entities

__all__ = ["EntityList", "Named", "load_entities"]
