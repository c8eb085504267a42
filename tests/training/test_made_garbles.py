"""Garbles that are made for training: slips of letters, and spellings drawn through a script."""

from __future__ import annotations

import random
from collections.abc import Callable

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from copydesk.training.likeness.pairs import PART, Tokens, colliding, drawn, letter_by_letter, plausible, romanised, slipped
from copydesk.training.likeness.slips import any_slip, damaged, with_ending, with_slip
from copydesk.training.likeness.transcription import learn

NAMES = st.text(alphabet="abdefghijklmnoprstuvyz", min_size=2, max_size=20)
MAKERS = (any_slip, with_ending, with_slip, damaged)


@pytest.mark.parametrize("make", MAKERS)
@pytest.mark.parametrize("name", ["li", "abe", "bush", "putin", "navalny", "zelensky", "obama", "orlov", "merkel", "okonjo"])
def test_no_slip_crashes_or_leaves_nothing(make: Callable[[str, random.Random], str], name: str) -> None:
    made = [make(name, random.Random(seed)) for seed in range(300)]
    assert all(made)
    assert all(text.isalpha() and text.isascii() and text.islower() for text in made)
    assert len(set(made)) > 3


@given(NAMES, st.integers(0, 10_000))
@example("ab", 0)
@example("aaaaaa", 7)
def test_slips_stay_near_their_name_and_follow_the_seed(name: str, seed: int) -> None:
    for make in MAKERS:
        made = make(name, random.Random(seed))
        assert made == make(name, random.Random(seed))
        assert abs(len(made) - len(name)) <= 5


@given(NAMES, st.integers(0, 10_000))
def test_a_slip_of_a_letter_spares_the_first_and_changes_one(name: str, seed: int) -> None:
    made = with_slip(name, random.Random(seed))
    assert made[0] == name[0]
    assert abs(len(made) - len(name)) <= 1


@pytest.mark.parametrize(
    ("name", "ended"),
    [("navalny", "navalnogo"), ("zelensky", "zelenskogo"), ("putin", "putina"), ("astana", "astanada"), ("orlov", "orlova")],
)
def test_endings_that_translators_leave_on(name: str, ended: str) -> None:
    assert ended in {with_ending(name, random.Random(seed)) for seed in range(500)}


@pytest.mark.parametrize("names", [["putin", "merkel", "pashinyan"], ["aaaaaaaa", "li", "abe"], ["navalny"]])
def test_pairs_of_slips_never_hold_a_name_twice(names: list[str]) -> None:
    pairs = slipped(names, 400, random.Random(1))
    assert len(pairs) == 400
    assert all(made != name and name in names and PART.fullmatch(made) for made, name in pairs)
    assert pairs == slipped(names, 400, random.Random(1))


#: a script of one letter for each of a few sounds: it does not know b from p, nor o from u
SOUNDS = {"a": "1", "o": "2", "u": "2", "b": "3", "p": "3", "t": "4", "sh": "5", "n": "6", "k": "7"}
TOY = [
    "bato", "pato", "patu", "shona", "shuna", "nabo", "napu", "kasha", "kashu", "tana", "tonu", "bashan", "pashan", "shaba",
    "natosh", "kono", "kunu", "ban", "pan", "tok", "tuk", "sho", "shu", "nab", "nap", "kat", "shat", "toshka", "bunosh",
    "pukan",
]  # fmt: skip


def _toy(name: str) -> tuple[str, ...]:
    return tuple(SOUNDS[sound] for sound in name.replace("sh", "S").replace("S", " sh ").split() for sound in _sounds(sound))


def _sounds(text: str) -> tuple[str, ...]:
    return (text,) if text == "sh" else tuple(text)


def _written(name: str) -> set[str]:
    """All spellings of a toy name that share its foreign one."""
    found = {""}
    for letter in _toy(name):
        found = {start + sound for start in found for sound, sign in SOUNDS.items() if sign == letter}
    return found


def test_a_transcriber_learns_a_script() -> None:
    by, rng = learn([(name, _toy(name)) for name in TOY], "russian"), random.Random(4)
    for name in ("bato", "shuna", "kashpo"):
        made = [by.draw(_toy(name), rng) or "" for _ in range(200)]
        right = _written(name)
        assert sum(text in right for text in made) > 150
        assert len(set(made) & right) > 1


def test_a_letter_that_was_never_seen_is_not_drawn() -> None:
    by = learn([(name, _toy(name)) for name in TOY], "russian")
    assert by.draw(("1", "9"), random.Random(1)) is None
    assert by.draw((), random.Random(1)) == ""


def test_a_transcriber_draws_by_its_seed() -> None:
    rows = [(name, _toy(name)) for name in TOY]
    first, again = learn(rows, "russian"), learn(rows, "russian")
    one, other = random.Random(9), random.Random(9)
    assert [first.draw(_toy(name), one) for name in TOY] == [again.draw(_toy(name), other) for name in TOY]


@pytest.mark.parametrize("rows", [[], [("abcdefghijklmnop", ("1",))], [("", ("1", "2"))]])
def test_a_transcriber_of_next_to_nothing(rows: list[tuple[str, tuple[str, ...]]]) -> None:
    by = learn(rows, "russian")
    assert by.draw(("7", "8"), random.Random(1)) is None


TOKENS = Tokens(language="russian", rows=tuple((name, _toy(name)) for name in TOY if len(name) > 2))


def test_spellings_of_one_foreign_name_are_paired() -> None:
    pairs = colliding([TOKENS], random.Random(1))
    assert {("bato", "pato"), ("kono", "kunu"), ("shona", "shuna")} <= set(pairs)
    assert all(_toy(one) == _toy(other) and one < other for one, other in pairs)


def test_drawn_garbles_differ_from_their_names() -> None:
    by = {"russian": learn(TOKENS.rows, "russian")}
    pairs = drawn([TOKENS], by, 100, random.Random(2))
    assert len(pairs) == 100
    assert all(made != name and plausible(made, name) and name in TOY for made, name in pairs)


@pytest.mark.parametrize(
    ("foreign", "language", "made"),
    [
        ("т р а м п", "russian", "tramp"),
        ("м е р к е л ь", "russian", "merkel"),
        ("特 朗 普", "chinese", "telangpu"),
        ("默 克 尔", "chinese", "mokeer"),
        ("ト ラ ン プ", "katakana", "toranpu"),
        ("", "russian", ""),
    ],
)
def test_a_foreign_spelling_letter_by_letter(foreign: str, language: str, made: str) -> None:
    assert romanised(foreign.split(), language) == made


def test_letter_by_letter_leaves_out_what_is_the_name() -> None:
    rows = (("trump", tuple("трамп")), ("putin", tuple("путин")), ("boris", tuple("жуков")))
    assert letter_by_letter([Tokens(language="russian", rows=rows)]) == [("tramp", "trump")]


@pytest.mark.parametrize(
    ("one", "other"), [("trump", "tramp"), ("nikol", "nicole"), ("khaftar", "haftar"), ("merkel", "mokeer")]
)
def test_two_spellings_that_can_be_one_name(one: str, other: str) -> None:
    assert plausible(one, other)
    assert plausible(other, one)


@pytest.mark.parametrize(("one", "other"), [("merkel", "putin"), ("john", "smith"), ("boris", "zhukov")])
def test_two_words_that_cannot(one: str, other: str) -> None:
    assert not plausible(one, other)
    assert not plausible(other, one)
