"""Inhabitants, followers, adjectives, plurals and women's forms are made from a name and are no garbles of it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk.names.derived import is_derived, is_womans

DERIVED = [
    # inhabitants
    ("karabakhi", "karabakh"),
    ("karabakhis", "karabakh"),
    ("armenian", "armenia"),
    ("armenians", "armenia"),
    ("brazilian", "brazil"),
    ("israelis", "israel"),
    ("somalis", "somalia"),
    ("londoner", "london"),
    ("londoners", "london"),
    ("sudanese", "sudan"),
    ("venezuelan", "venezuela"),
    ("canadians", "canada"),
    # followers and what they believe in
    ("putinism", "putin"),
    ("putinists", "putin"),
    ("macronist", "macron"),
    ("macronists", "macron"),
    ("thatcherite", "thatcher"),
    ("trumpian", "trump"),
    ("kafkaesque", "kafka"),
    # plurals
    ("trumps", "trump"),
    ("obamas", "obama"),
    # more joined to a whole name
    ("xinhuanet", "xinhua"),
    # a woman's form
    ("medvedeva", "medvedev"),
    ("zakharova", "zakharov"),
    ("lavrova", "lavrov"),
]
NOT_DERIVED = [
    ("putin", "putin"),
    ("merkel", "merkel"),
    ("markel", "merkel"),
    ("pasinyan", "pashinyan"),
    ("nicole", "nikol"),
    ("johnsen", "johnson"),
    ("dugarik", "dujarric"),
    ("bolsonaru", "bolsonaro"),
    ("merkels", "macron"),
    ("marina", "katrina"),
    # case endings of the source language left on
    ("astanadan", "astana"),
    ("bakirkoyning", "bakirkoy"),
    ("putin", "putinism"),
    # an i for another letter makes no inhabitant
    ("itali", "italy"),
    ("anichebi", "anichebe"),
    ("", "putin"),
    ("s", "putin"),
    ("", ""),
]


@pytest.mark.parametrize(("written", "listed"), DERIVED)
def test_words_made_from_a_name(written: str, listed: str) -> None:
    assert is_derived(written, listed)


@pytest.mark.parametrize(("written", "listed"), NOT_DERIVED)
def test_words_that_are_not(written: str, listed: str) -> None:
    assert not is_derived(written, listed)


@pytest.mark.parametrize("written", ["peruvian", "peruvians"])
def test_peruvians(written: str) -> None:
    assert is_derived(written, "peru")


@pytest.mark.parametrize("written", ["s", "es"])
def test_nothing_is_made_from_no_name(written: str) -> None:
    assert not is_derived(written, "")


@given(st.text(max_size=14))
def test_nothing_is_made_from_itself(text: str) -> None:
    assert not is_derived(text, text)


@pytest.mark.parametrize(
    ("written", "listed", "yes"),
    [("akhmetova", "akhmetov", True), ("nikitina", "nikitin", True), ("akhmetov", "akhmetova", False), ("", "", False)],
)
def test_a_womans_form(written: str, listed: str, yes: bool) -> None:
    assert is_womans(written, listed) is yes
