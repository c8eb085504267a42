from __future__ import annotations

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from copydesk.names.compare import PartMatch, Relation, compare, compare_all, match_part, mean_likeness
from copydesk.names.knowledge import default_knowledge

FOLDED = st.text(alphabet="abdeghijklmnorstuvyz", min_size=1, max_size=9)
CHANNEL = default_knowledge().channel


@pytest.mark.parametrize(
    ("written", "listed", "relation"),
    [
        ("lavrov", "lavrov", Relation.SAME),
        ("sergei", "sergey", Relation.VARIANT),
        ("mohammed", "muhammad", Relation.VARIANT),
        ("hussein", "husain", Relation.VARIANT),
        ("bairamov", "bayramov", Relation.VARIANT),
        ("zelensky", "zelenskyy", Relation.VARIANT),
        ("qaddafi", "gaddafi", Relation.VARIANT),
        ("youssef", "yusuf", Relation.VARIANT),
        ("philip", "filip", Relation.VARIANT),
        ("mike", "michael", Relation.VARIANT),
        ("n", "nikol", Relation.INITIAL),
        ("nicole", "nikol", Relation.ALIKE),
        ("pasinyan", "pashinyan", Relation.ALIKE),
        ("dugarik", "dujarric", Relation.ALIKE),
        ("villayati", "velayati", Relation.ALIKE),
        ("mevrut", "mevlut", Relation.ALIKE),
        ("merkel", "putin", Relation.ALIKE),
    ],
)
def test_how_parts_stand_to_each_other(written: str, listed: str, relation: Relation) -> None:
    match = match_part(written, listed)
    assert match.relation is relation
    assert match.right is (relation is not Relation.ALIKE)
    assert match.detail


@pytest.mark.parametrize(("written", "listed"), [("mike", "michael"), ("n", "nikol")])
def test_family_names_have_no_short_forms(written: str, listed: str) -> None:
    assert match_part(written, listed, given=False).relation is Relation.ALIKE


@pytest.mark.parametrize(("written", "listed"), [("philip", "filip"), ("schmid", "schmidt"), ("eric", "erik")])
def test_a_name_of_the_latin_script_has_one_spelling(written: str, listed: str) -> None:
    assert match_part(written, listed, romanised=False, given=False).relation is Relation.ALIKE


@pytest.mark.parametrize(
    ("near", "far", "listed"),
    [
        ("pasinyan", "petrosyan", "pashinyan"),
        ("dugarik", "durant", "dujarric"),
        ("mekrel", "mendel", "merkel"),
        ("nicole", "nancy", "nikol"),
    ],
)
def test_a_garbled_part_is_nearer_than_another_name(near: str, far: str, listed: str) -> None:
    assert match_part(near, listed).likeness > match_part(far, listed).likeness


@given(FOLDED, FOLDED)
@settings(deadline=None)
def test_likeness_is_mutual_and_bounded(left: str, right: str) -> None:
    there, back = CHANNEL.align(left, right), CHANNEL.align(right, left)
    assert there.likeness == pytest.approx(back.likeness)
    assert 0.0 <= there.likeness <= 1.0
    assert 0.0 <= match_part(left, right).likeness <= 1.0


@given(FOLDED)
@settings(deadline=None)
def test_equal_parts_are_wholly_alike(part: str) -> None:
    assert CHANNEL.align(part, part).likeness == 1.0
    assert CHANNEL.align(part, part).likeness == match_part(part, part).likeness


@given(FOLDED, FOLDED)
@settings(deadline=None)
def test_units_of_an_alignment_spell_both_parts(left: str, right: str) -> None:
    aligned = CHANNEL.align(left, right)
    assert "".join(unit[0] for unit in aligned.units) == left
    assert "".join(unit[1] for unit in aligned.units) == right
    assert set(aligned.changes) <= set(aligned.units)
    assert all(one != other for one, other in aligned.changes)
    assert CHANNEL.changes(left, right) == aligned.changes


COMPARED = [
    # (written, listed form, family) → right, exact
    ("Sergey Lavrov", "Sergey Lavrov", "Lavrov", True, True),
    ("Sergei Lavrov", "Sergey Lavrov", "Lavrov", True, False),
    ("Lavrov Sergey", "Sergey Lavrov", "Lavrov", True, True),
    ("Jinping Xi", "Xi Jinping", "Xi", True, True),
    ("Xi Jin-ping", "Xi Jinping", "Xi", True, True),
    ("Kim Jongun", "Kim Jong Un", "Kim", True, True),
    ("Kim Jong-un", "Kim Jong Un", "Kim", True, True),
    ("Ali Sistani", "Ali al-Sistani", "Sistani", True, True),
    ("Ursula van der Leyen", "Ursula von der Leyen", "von der Leyen", True, True),
    ("Abdel Fattah Al-Sisi", "Abdel Fattah el-Sisi", "el-Sisi", True, True),
    ("N. Pashinyan", "Nikol Pashinyan", "Pashinyan", True, False),
    ("Pashinyan", "Nikol Pashinyan", "Pashinyan", True, True),
    ("Nicole Pasinyan", "Nikol Pashinyan", "Pashinyan", False, False),
    ("Nikol Pasinyan", "Nikol Pashinyan", "Pashinyan", False, False),
    ("Nikol Vovayi Pashinyan", "Nikol Pashinyan", "Pashinyan", False, False),
    ("Angela Merkel", "Vladimir Putin", "Putin", False, False),
]


@pytest.mark.parametrize(("written", "form", "family", "right", "exact"), COMPARED)
def test_names_part_by_part(written: str, form: str, family: str, right: bool, exact: bool) -> None:
    found = compare(written, form, (family,))
    assert (found.right, found.exact) == (right, exact)
    assert found.form == form


def test_a_comparison_says_which_part_answers_to_which() -> None:
    found = compare("Pasinyan Nicole", "Nikol Pashinyan", ("Pashinyan",))
    assert [(match.written, match.listed) for match in found.family] == [("pasinyan", "pashinyan")]
    assert [(match.written, match.listed) for match in found.given] == [("nicole", "nikol")]
    assert found.matches == (*found.family, *found.given)
    assert found.wrong == found.matches
    assert mean_likeness(found.family) > 0.7
    assert found.likeness > 0.7


def test_what_was_not_written() -> None:
    found = compare("Pashinyan", "Nikol Pashinyan", ("Pashinyan",))
    assert found.unwritten == ("nikol",)
    assert found.given == ()
    assert found.wrong == ()
    assert found.likeness == mean_likeness(found.family) == 1.0


def test_likeness_is_the_odds_as_a_probability() -> None:
    garbled, same, other = (match_part(written, "pashinyan") for written in ("pasinyan", "pashinyan", "merkel"))
    assert garbled.odds is not None
    assert garbled.likeness == pytest.approx(1.0 / (1.0 + math.exp(-garbled.odds)))
    assert same.likeness == 1.0
    assert other.likeness < 0.1
    nothing = PartMatch(written="vovayi", listed="", odds=None, relation=Relation.MISSING)
    assert (nothing.likeness, nothing.right, nothing.detail) == (0.0, False, "missing")


def test_mean_likeness_is_by_letters() -> None:
    long = PartMatch(written="pashinyan", listed="pashinyan", odds=None, relation=Relation.SAME)
    short = PartMatch(written="abc", listed="xyz", odds=None, relation=Relation.ALIKE)
    assert mean_likeness([long, short]) == pytest.approx(9 / 12)
    assert mean_likeness([]) == 0.0


def test_only_what_answers_to_something_is_wrong() -> None:
    found = compare("Nicole X Pashinyan", "Nikol Pashinyan", ("Pashinyan",))
    assert [match.written for match in found.wrong] == ["nicole"]
    assert mean_likeness(found.family) == 1.0
    assert 0.5 < found.likeness < 1.0


def test_several_forms_are_compared_as_each_by_itself() -> None:
    forms = ["Nikol Pashinyan", "Kim Jong Un", "Pashinyan", "Nikolai Pasha"]
    together = compare_all("Nicole Pasinyan", forms, ("Pashinyan",))
    assert together == [compare("Nicole Pasinyan", form, ("Pashinyan",)) for form in forms]
    assert together[0].likeness == max(found.likeness for found in together)


@pytest.mark.parametrize(
    ("written", "form", "family"),
    [("Barack Hussein Obama", "Barack Obama", "Obama"), ("Nikol Petrov Pashinyan", "Nikol Pashinyan", "Pashinyan")],
)
def test_an_extra_part_makes_no_garble_of_its_neighbour(written: str, form: str, family: str) -> None:
    assert compare(written, form, (family,)).wrong == ()


@pytest.mark.parametrize(
    ("written", "form", "family"),
    [
        ("Nikol Ali Pashinyan", "Nikol Pashinyan", "Pashinyan"),
        ("Alexander Ian Johnson", "Alexander Johnson", "Johnson"),
        ("Xi Li Jinping", "Xi Jinping", "Xi"),
    ],
)
def test_a_short_extra_part_makes_no_garble_either(written: str, form: str, family: str) -> None:
    assert compare(written, form, (family,)).wrong == ()


@pytest.mark.parametrize("form", ["", "…"])
def test_a_form_without_letters(form: str) -> None:
    assert not compare("Nikol Pashinyan", form).right


@pytest.mark.parametrize("written", ["", "…", "范明政", "-", "Пашинян", "x" * 500])
def test_what_is_no_name_is_like_none(written: str) -> None:
    found = compare(written, "Nikol Pashinyan", ("Pashinyan",))
    assert found.likeness < 0.1
    assert not found.right


def test_a_middle_name_answers_to_nothing() -> None:
    (extra,) = [
        match for match in compare("Nikol Vovayi Pashinyan", "Nikol Pashinyan", ("Pashinyan",)).given if not match.right
    ]
    assert (extra.written, extra.relation) == ("vovayi", Relation.MISSING)


def test_without_a_family_the_last_part_is_it() -> None:
    (family,) = compare("Nikol Pasinyan", "Nikol Pashinyan").family
    assert family.listed == "pashinyan"
