"""Names are read from the file as one text, and each comes out as it was written."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from copydesk.core.entity import Entity, Kind
from copydesk.entities.store import Store
from copydesk.names.forms import key

NAMES = st.lists(
    st.sampled_from("Nikol Pashinyan|Łódź|Xi Jinping|范明政|Straße|O'Neill|A|Saint-Étienne".split("|")), unique=True
)


@given(NAMES)
def test_each_name_has_its_number(names: list[str]) -> None:
    entities = [Entity(id=name, name=name, kind=Kind.PLACE) for name in names]
    store = Store.held(entities, (), (), signature="test")
    numbers = np.arange(len(names), dtype=np.uint32)[::-1]
    listed = sorted(key(name) for name in names)
    assert store.texts.of(numbers) == listed[::-1]
    assert store.texts.block(0, len(names)).decode() == "".join(f"{name}\n" for name in listed)
    assert [len(owners) for owners in store.owned(numbers.tolist())] == [1] * len(names)
