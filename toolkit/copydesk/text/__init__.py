"""Bytes to Document: encodings, markup, the parts of a page, sentences, dates and ignore comments."""

from copydesk.text.dates import TextDate, find_dates
from copydesk.text.paths import expand_paths
from copydesk.text.reading import encode_like, parse_document, read_document
from copydesk.text.words import WORD, words

__all__ = [
    "WORD",
    "TextDate",
    "encode_like",
    "expand_paths",
    "find_dates",
    "parse_document",
    "read_document",
    "words",
]
