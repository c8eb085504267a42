"""Statements about who holds which office and what lies where, and what the dated list says to them."""

from copydesk.claims.extract import extract_claims
from copydesk.claims.score import judge

__all__ = ["extract_claims", "judge"]
