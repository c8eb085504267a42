"""From names in a text to entities of the list, or to the answer that none of them is meant."""

from copydesk.linking.document import Linker

__all__ = ["Linker"]
