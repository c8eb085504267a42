"""Names are found by parts that are like theirs: by their own spelling first, through slips, joins and any order."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from copydesk.core.entity import Entity, FormType, Kind, NameForm
from copydesk.entities import EntityList
from copydesk.entities.candidates import candidates
from copydesk.entities.likeness import sharpened
from copydesk.entities.parting import units
from copydesk.names.forms import key

PERSONS = """Nikol Pashinyan|Jeyhun Bayramov|Stéphane Dujarric|Ali Akbar Velayati|Khalifa Haftar|Kim Jong Un|Kim Jong Il
Xi Jinping|Jair Bolsonaro|Angela Merkel|Emmanuel Macron|Sergey Lavrov|Sergey Shoigu|Theresa May|Boris Johnson
Ron Johnson|António Guterres|Ursula von der Leyen|Recep Tayyip Erdoğan|Mevlüt Çavuşoğlu|Volodymyr Zelenskyy
Yu Zhengsheng|Shinzo Abe|Li Keqiang|Wang Yi|Muhammadu Buhari|Ólafur Ragnar Grímsson|Ban Ki-moon|Moon Jae-in
Andrés Manuel López Obrador"""
PLACES = "Yerevan|Baku|New York|Buenos Aires|Hong Kong|Donbas|Nagorno-Karabakh|Rio de Janeiro|Samarkand|N'Djamena|Bakirkoy"
BODIES = "United Nations|European Union|Gazprom|Sputnik|African National Congress|Médecins Sans Frontières"


def _made() -> list[Entity]:
    named = ((Kind.PERSON, PERSONS.replace("\n", "|")), (Kind.PLACE, PLACES), (Kind.ORGANIZATION, BODIES))
    return [Entity(id=key(name), name=name, kind=kind) for kind, names in named for name in names.split("|")]


ENTITIES = _made()


def scores(entities: EntityList, text: str, size: int, kinds: tuple[Kind, ...] | None = None) -> dict[str, float]:
    """The folded names that are like a text, each with the best score that any list gives."""
    found: dict[str, float] = {}
    for alike in entities.alike(text, size, kinds):
        for name, score in zip(alike.names, alike.scores.tolist(), strict=True):
            found[name] = max(score, found.get(name, 0.0))
    return found


def sharp(text: str, found: dict[str, float]) -> dict[str, float]:
    learned = np.array(list(found.values()), dtype=np.float32)
    return dict(zip(found, sharpened(text, list(found), learned).tolist(), strict=True))


LIST = EntityList(ENTITIES)


def _first(text: str, **wish: tuple[Kind, ...]) -> str:
    return candidates(LIST, text, kinds=wish.get("kinds"))[0].entity.name


@pytest.mark.parametrize("entity", ENTITIES, ids=lambda entity: entity.id)
def test_a_name_is_found_by_its_own_spelling_first(entity: Entity) -> None:
    found = scores(LIST, key(entity.name), 50)
    assert max(found, key=lambda name: found[name]) == key(entity.name)
    assert found[key(entity.name)] == pytest.approx(1.0, abs=0.02)
    assert _first(entity.name) == entity.name


def _slips(name: str) -> list[str]:
    """One letter of a name dropped, doubled, swapped with the next, and replaced."""
    long = max(range(len(name.split())), key=lambda at: len(name.split()[at]))
    words = name.split()
    word, at = words[long], len(words[long]) // 2
    made = (
        word[:at] + word[at + 1 :],
        word[:at] + word[at] + word[at:],
        word[: at - 1] + word[at] + word[at - 1] + word[at + 1 :],
        word[:at] + "o" + word[at + 1 :],
    )
    return [" ".join([*words[:long], slip, *words[long + 1 :]]) for slip in made]


@pytest.mark.parametrize("name", [entity.name for entity in ENTITIES if max(map(len, entity.name.split())) > 5])
def test_a_slip_of_one_letter_hides_no_name(name: str) -> None:
    assert [_first(slip) for slip in _slips(name)] == [name] * 4


@pytest.mark.parametrize("written", ["Ulaanaatar", "Ulaanoaatar"])
def test_a_slip_hides_no_name_in_a_list_of_one(written: str) -> None:
    assert candidates(EntityList([Entity(id="ub", name="Ulaanbaatar", kind=Kind.PLACE)]), written)


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("Jongun", "Kim Jong Un"),
        ("Kim Jongun", "Kim Jong Un"),
        ("Kim Jongil", "Kim Jong Il"),
        ("Newyork", "New York"),
        ("Hongkong", "Hong Kong"),
        ("Xi Jin Ping", "Xi Jinping"),
        ("Jin Ping", "Xi Jinping"),
        ("Baki Rkoy", "Bakirkoy"),
        ("Pashinyan Nikol", "Nikol Pashinyan"),
        ("Pashinyan", "Nikol Pashinyan"),
        ("Zheng Sheng Yu", "Yu Zhengsheng"),
        ("Leyen", "Ursula von der Leyen"),
        ("Lopez Obrador", "Andrés Manuel López Obrador"),
        ("Nicole Pasinyan", "Nikol Pashinyan"),
        ("Jaykhon Bairamov", "Jeyhun Bayramov"),
        ("Stephen Dugarik", "Stéphane Dujarric"),
        ("Khaftar", "Khalifa Haftar"),
        ("Dombas", "Donbas"),
        ("the European Unian", "European Union"),
    ],
)
def test_names_joined_parted_turned_and_garbled(written: str, name: str) -> None:
    assert _first(written) == name


@pytest.mark.parametrize("kind", list(Kind))
@pytest.mark.parametrize("written", ["Nikol Pashinyan", "Baku", "United Nations", "Johnson"])
def test_only_names_of_the_kinds_asked_for(kind: Kind, written: str) -> None:
    right = {key(entity.name) for entity in ENTITIES if entity.kind is kind}
    assert set(scores(LIST, key(written), 50, (kind,))) <= right
    assert all(hit.entity.kind is kind for hit in candidates(LIST, written, kinds=(kind,)))


def test_no_kind_is_no_name_and_every_kind_is_no_filter() -> None:
    assert scores(LIST, "nikol pashinyan", 50, ()) == {}
    assert scores(LIST, "nikol pashinyan", 50, tuple(Kind)) == scores(LIST, "nikol pashinyan", 50)


def test_a_name_of_two_kinds_is_found_as_either() -> None:
    both = EntityList([Entity(id="p", name="Jackson", kind=Kind.PERSON), Entity(id="l", name="Jackson", kind=Kind.PLACE)])
    assert {hit.entity.id for hit in candidates(both, "Jakson")} == {"p", "l"}
    assert [hit.entity.id for hit in candidates(both, "Jakson", kinds=(Kind.PLACE,))] == ["l"]


def test_forms_made_only_to_find_are_found() -> None:
    channel = NameForm(text="Fan Mingzheng", type=FormType.CHANNEL)
    native = NameForm(text="Phạm Minh Chính 范明政", type=FormType.NATIVE, lang="zh")
    entities = EntityList([Entity(id="x", name="Pham Minh Chinh", kind=Kind.PERSON, country="VN", forms=(channel, native))])
    (hit,) = candidates(entities, "Fan Mingzhen")
    assert (hit.entity.id, hit.form) == ("x", "fan mingzheng")


@pytest.mark.parametrize("size", [1, 3, 10])
def test_no_more_than_asked_for_and_those_are_the_best(size: int) -> None:
    every, few = scores(LIST, "johnson", 50), scores(LIST, "johnson", size)
    assert len(few) <= size
    assert list(few) == list(every)[:size]
    hits = candidates(LIST, "Johnson", limit=size)
    assert len(hits) <= size
    assert all(first.score >= second.score for first, second in pairwise(hits))


@pytest.mark.parametrize("text", ["", "nikol", "范明政", "a b c d e f g h i j"])
def test_an_empty_list_holds_nothing(text: str) -> None:
    assert scores(EntityList(()), text, 50) == {}
    assert candidates(EntityList(()), text) == ()


ODD = st.text(max_size=40) | st.text(alphabet="nikolpashyu '-.", max_size=40) | st.sampled_from([e.name for e in ENTITIES])


@given(ODD)
@example("a " * 300)
@example("пашинян 范明政 نيكول")
@example("'; DROP TABLE part; --")
@example("%_%")
@example("n" * 5000)
@settings(deadline=None)
def test_any_text_finds_scored_names_or_none(text: str) -> None:
    names = {key(entity.name) for entity in ENTITIES}
    found = scores(LIST, key(text), 20)
    assert set(found) <= names
    assert all(0.0 < score <= 1.0001 for score in found.values())
    assert all(0.0 <= hit.score <= 1.0001 for hit in candidates(LIST, text))


@given(ODD, st.lists(ODD, max_size=4))
@settings(deadline=None, max_examples=25)
def test_what_was_asked_before_changes_nothing(text: str, before: list[str]) -> None:
    used, fresh = EntityList(ENTITIES[::4]), EntityList(ENTITIES[::4])
    for earlier in before:
        candidates(used, earlier)
        candidates(used, earlier, kinds=(Kind.PLACE,))
    assert candidates(used, text) == candidates(fresh, text)
    assert candidates(used, text) == candidates(used, text)


@given(st.permutations(ENTITIES[:12]))
@settings(deadline=None, max_examples=15)
def test_the_order_of_the_list_changes_no_score(entities: list[Entity]) -> None:
    shuffled, straight = EntityList(entities), EntityList(ENTITIES[:12])
    for text in ("jongun", "nicole pasinyan", "makron"):
        # a vector that was made beside others may differ by one step of its rounding
        assert scores(shuffled, text, 50) == pytest.approx(scores(straight, text, 50), abs=0.02)


@pytest.mark.parametrize(
    ("name", "person", "joined"),
    [
        ("kim jong un", True, "jongun"),
        ("new york", False, "newyork"),
        ("xi jinping", True, None),
        ("kim jong un", False, None),
        ("nikol", True, None),
        ("andres manuel lopez obrador", True, None),
        ("ali akbar velayati", True, None),
        ("united nations", False, None),
        ("", True, None),
    ],
)
def test_what_a_name_is_found_by(name: str, person: bool, joined: str | None) -> None:
    assert units(name, person) == [*name.split(), *([joined] if joined else [])]


def test_whole_names_put_the_found_in_order() -> None:
    found = sharp("nikol pashinyan", {"nikol pashinyan": 0.9, "nikolai pasha": 0.9, "ron johnson": 0.9})
    assert found["nikol pashinyan"] > found["nikolai pasha"] > found["ron johnson"]
    assert sharp("nikol", {"nikol": 1.0}) == {"nikol": pytest.approx(1.0)}
    assert sharp("nikol", {}) == {}
    assert sharp("jongun", {"jong un": 0.5})["jong un"] > sharp("jongun", {"jong an": 0.5})["jong an"]
    assert sharp("makron", {"macron": 0.9})["macron"] > sharp("makron", {"macron": 0.2})["macron"]
