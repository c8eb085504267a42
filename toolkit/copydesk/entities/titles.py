"""Titles of office as they are compared: without case and hyphens."""

from __future__ import annotations


def plain_title(title: str) -> str:
    """``Vice-President`` and ``vice president`` are one title."""
    return " ".join(title.lower().replace("-", " ").replace("‑", " ").split())
