"""The rules: one a file, each with its examples."""

from __future__ import annotations

from copydesk.checks import (
    clm101_refuted_office,
    clm102_refuted_place,
    clm103_refuted_detail,
    cpd001_unused_ignore,
    nam101_garbled,
    nam102_inconsistent,
    nam103_translated,
    num101_weekday,
    num102_impossible,
    num103_conversion,
    num104_number_form,
    trn101_source_script,
    trn102_doubled,
    trn103_no_verb,
    trn104_breaks_off,
    trn105_unbalanced,
    trn201_mistranslation,
    trn202_name,
    trn203_grammar,
    trn204_missing_or_added,
    trn205_wording,
)
from copydesk.checks.base import Check, Proof

#: every rule, by code
CHECKS: tuple[Check, ...] = (
    clm101_refuted_office.CHECK,
    clm102_refuted_place.CHECK,
    clm103_refuted_detail.CHECK,
    cpd001_unused_ignore.CHECK,
    nam101_garbled.CHECK,
    nam102_inconsistent.CHECK,
    nam103_translated.CHECK,
    num101_weekday.CHECK,
    num102_impossible.CHECK,
    num103_conversion.CHECK,
    num104_number_form.CHECK,
    trn101_source_script.CHECK,
    trn102_doubled.CHECK,
    trn103_no_verb.CHECK,
    trn104_breaks_off.CHECK,
    trn105_unbalanced.CHECK,
    trn201_mistranslation.CHECK,
    trn202_name.CHECK,
    trn203_grammar.CHECK,
    trn204_missing_or_added.CHECK,
    trn205_wording.CHECK,
)
_BY_CODE = {check.code: check for check in CHECKS}


def by_code(code: str) -> Check | None:
    """The rule of a code such as NAM101; None where there is none."""
    return _BY_CODE.get(code)


__all__ = ["CHECKS", "Check", "Proof", "by_code"]
