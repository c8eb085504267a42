"""Names that only share letters with a written one are found too, where many are asked for."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk.core.entity import Entity, FormType, Kind, NameForm
from copydesk.entities import EntityList
from copydesk.entities.candidates import SEATED, candidates
from copydesk.entities.wholes import signatures
from copydesk.names.forms import key

NAMES = st.lists(
    st.text(alphabet="abcdexyz -é范", max_size=12).map(lambda text: " ".join(text.split())), min_size=1, max_size=12
)


def _bits(names: list[str]) -> list[tuple[int, int]]:
    letters, pairs = signatures("".join(f"{name}\n" for name in names).encode(), len(names))
    return list(zip(letters.tolist(), pairs.tolist(), strict=True))


@given(NAMES)
def test_many_names_have_the_signatures_of_each(names: list[str]) -> None:
    assert _bits(names) == [bits for name in names for bits in _bits([name])]


@pytest.mark.parametrize(
    ("name", "letters", "pairs"),
    [("", 0, 0), ("x", 1, 0), ("abc", 3, 2), ("aab", 3, 2), ("aaaa", 3, 1), ("xxx", 2, 1), ("ab ab", 4, 2), ("范", 0, 2)],
)
def test_letters_count_up_to_three_times_and_pairs_once(name: str, letters: int, pairs: int) -> None:
    ((own, joined),) = _bits([name])
    assert (own.bit_count(), joined.bit_count()) == (letters, pairs)


@given(st.text(alphabet="abcde ", min_size=1, max_size=10), st.text(alphabet="abcde ", min_size=1, max_size=10))
def test_the_order_of_letters_does_not_count_but_in_pairs(one: str, other: str) -> None:
    letters, _ = signatures(f"{one}{other}\n{other}{one}\n".encode(), 2)
    assert letters[0] == letters[1]


def _crowd(count: int) -> list[Entity]:
    """Persons of other names than anybody asks for, all near to one another in their parts."""
    rng = np.random.default_rng(0)
    names = ("".join([*rng.choice(list("bdgkmnprt"), 3).tolist(), "yn", "wood"]) for _ in range(count))
    return [Entity(id=f"c{at}", name=f"Lyn{name}", kind=Kind.PERSON) for at, name in enumerate(names)]


SUBURB = Entity(id="cw", name="Collingwood", kind=Kind.PLACE)
NATIVE = Entity(id="n", name="Somewhere", kind=Kind.PLACE, forms=(NameForm(text="Linwoud", type=FormType.NATIVE, lang="ru"),))
LIST = EntityList([*_crowd(300), SUBURB, NATIVE])


@pytest.mark.parametrize("written", ["Collinwod", "Oclnigwood", "Collingwoods"])
def test_who_asks_for_many_gets_names_of_the_same_letters(written: str) -> None:
    found = [hit.entity.id for hit in candidates(LIST, written, limit=50)]
    assert SUBURB.id in found
    assert len(found) == len(set(found)) == 50


def test_what_is_found_by_parts_keeps_its_seats() -> None:
    few = candidates(LIST, "Lynwood", limit=SEATED)
    many = candidates(LIST, "Lynwood", limit=50)
    assert few == many[:SEATED]
    assert [hit.score for hit in many] == sorted((hit.score for hit in many), reverse=True)


def test_kinds_hold_for_whole_names() -> None:
    assert {hit.entity.kind for hit in candidates(LIST, "Collinwod", limit=50, kinds=(Kind.PERSON,))} == {Kind.PERSON}


def test_a_form_in_another_script_is_found_by_no_likeness() -> None:
    (alike,) = LIST.alike(key("Linwoud"), 1000, whole=True)
    assert "linwoud" not in alike.names


def test_an_empty_list_has_none() -> None:
    (alike,) = EntityList(()).alike("lynwood", 10, whole=True)
    assert list(alike.names) == []
