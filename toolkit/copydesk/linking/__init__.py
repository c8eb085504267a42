"""From names in a text to entities of the list, or to the answer that none of them is meant."""

from copydesk.linking.document import link_document

__all__ = ["link_document"]
