"""The learned likeness of name parts: the same numbers as torch gives, in both directions, whatever was asked before."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from copydesk.errors import EntityListError
from copydesk.names.likeness import NEVER, STEPS, Likeness, default_likeness

PARTS = ("nikol", "nicole", "pashinyan", "a", "", "o'neil", "müller", "范明政", "пашинян", "نيكول", "x" * 60, "zzz")
#: numbers of a vector are kept in steps, and the last bit of a sum may tip one of them
STEP = 1.0 / STEPS + 1e-5
TEXT = st.text(max_size=30).map(lambda text: " ".join(text.split()))

#: garbles of real news, none of them a usual romanisation
GARBLES = [
    ("nicole", "nikol"),
    ("jaykhon", "jeyhun"),
    ("dugarik", "dujarric"),
    ("pasinyan", "pashinyan"),
    ("villayati", "velayati"),
    ("khaftar", "haftar"),
    ("dombas", "donbas"),
    ("bolsonaru", "bolsonaro"),
]
#: names of their own that look alike or rhyme
OTHERS = [
    ("kulle", "muller"),
    ("marina", "katrina"),
    ("martin", "marvin"),
    ("harris", "morris"),
    ("rodriguez", "dominguez"),
    ("obrador", "obama"),
    ("merkel", "macron"),
]


def test_numpy_gives_what_torch_gives(tmp_path: Path) -> None:
    import torch

    from copydesk.names.spelling import letter_numbers, measures
    from copydesk.training.likeness.model import LikenessConfig, LikenessModel

    torch.manual_seed(20201128)
    sizes = {"letter_size": 8, "width": 12, "layers": 2, "heads": 3, "size": 16, "hidden": 8}
    model = LikenessModel(LikenessConfig(**sizes)).train(False)
    with torch.no_grad():
        model.from_start.normal_()
        model.from_end.normal_()
        model.save_pretrained(tmp_path)
        vectors = model.encode(torch.from_numpy(letter_numbers(PARTS)))
        measured = torch.from_numpy(measures(PARTS, PARTS[::-1]))
        exact = model.log_odds(vectors, vectors.flip(0), measured).numpy()
        stepped = torch.from_numpy(Likeness(tmp_path).vectors(PARTS))
        same = model.log_odds(stepped, stepped.flip(0), measured).numpy()
    read = Likeness(tmp_path)
    assert read.size == sizes["size"]
    # half a step is what rounding takes
    assert np.abs(read.vectors(PARTS) - vectors.numpy()).max() <= 0.5 / STEPS + 1e-5
    np.testing.assert_allclose(read.log_odds(PARTS, PARTS[::-1]), same, atol=1e-4)
    np.testing.assert_allclose(read.log_odds(PARTS, PARTS[::-1]), exact, atol=0.05)


@pytest.mark.parametrize("missing", ["model.safetensors", "config.json"])
def test_a_network_that_is_not_there(tmp_path: Path, missing: str) -> None:
    for name in {"model.safetensors", "config.json"} - {missing}:
        (tmp_path / name).write_text(json.dumps({}), encoding="utf-8")
    with pytest.raises(EntityListError) as raised:
        Likeness(tmp_path)
    assert str(tmp_path) in str(raised.value)


def test_vectors_are_of_unit_length_and_one_for_each_part() -> None:
    found = default_likeness().vectors(PARTS)
    assert found.shape == (len(PARTS), default_likeness().size)
    assert np.abs(np.linalg.norm(found, axis=1) - 1.0).max() < 0.05
    np.testing.assert_allclose(found * STEPS, np.rint(found * STEPS), atol=1e-3)


def test_cells_have_the_size_of_the_vectors() -> None:
    centres = default_likeness().centres
    assert centres.shape[1] == default_likeness().size
    assert np.isfinite(centres).all()


def test_nothing_asked_nothing_answered() -> None:
    likeness = default_likeness()
    assert likeness.vectors([]).shape == (0, likeness.size)
    assert likeness.log_odds([], []).shape == (0,)
    assert likeness.judged([]) == {}


def test_a_repeated_question_has_the_same_answer() -> None:
    one, two = Likeness(), Likeness()
    assert np.array_equal(one.vectors(PARTS), one.vectors(PARTS))
    assert np.array_equal(one.vectors(PARTS), two.vectors(PARTS))
    assert one.judged(zip(PARTS, PARTS[::-1], strict=True)) == two.judged(zip(PARTS, PARTS[::-1], strict=True))


@given(TEXT, st.lists(TEXT, max_size=6))
@example("范明政", ["x" * 200, ""])
@example("", ["pashinyan"])
@example("tarabal", ["bacheller", "nikol"])
@settings(deadline=None)
def test_a_vector_does_not_depend_on_what_else_is_read(part: str, others: list[str]) -> None:
    likeness = default_likeness()
    (alone,) = likeness.vectors([part])
    among = likeness.vectors([*others, part, *others])[len(others)]
    assert np.isfinite(alone).all()
    np.testing.assert_allclose(alone, among, atol=STEP)


@given(TEXT, TEXT, st.lists(st.tuples(TEXT, TEXT), max_size=5))
@example("", "", [])
@example("", "nikol", [("nikol", "")])
@settings(deadline=None)
def test_odds_are_mutual_and_finite_whatever_was_asked_before(left: str, right: str, before: list[tuple[str, str]]) -> None:
    likeness = default_likeness()
    likeness.judged(before)
    there, back = likeness.log_odds([left], [right]), likeness.log_odds([right], [left])
    assert np.isfinite(there).all()
    np.testing.assert_allclose(there, back, atol=1e-4)
    among = likeness.judged([*before, (left, right), (right, left)])
    assert among[left, right] == pytest.approx(among[right, left], abs=1e-3)
    assert among[left, right] == NEVER or among[left, right] == pytest.approx(max(float(there[0]), NEVER), abs=1e-3)


def test_a_network_that_remembers_judges_as_one_that_was_just_opened() -> None:
    fresh, used = Likeness(), Likeness()
    used.judged([(one, other) for one in PARTS for other in PARTS])
    used.vectors(["merkel", *PARTS])
    for pair in GARBLES + OTHERS:
        assert fresh.judged([pair])[pair] == pytest.approx(used.judged([*OTHERS, pair, *GARBLES])[pair], abs=0.1)


def test_every_pair_is_answered_once() -> None:
    pairs = [("nikol", "nicole"), ("nicole", "nikol"), ("nikol", "nicole"), ("范", "nikol")]
    assert set(default_likeness().judged(iter(pairs))) == set(pairs)


@pytest.mark.parametrize(("one", "other"), [("merkel", "putin"), ("范明政", "nikol"), ("xi", "pashinyan"), ("a" * 300, "bo")])
def test_what_differs_beyond_hope(one: str, other: str) -> None:
    assert default_likeness().judged([(one, other)])[one, other] < -2.0


def test_garbles_are_likelier_than_other_names() -> None:
    odds = default_likeness().judged(GARBLES + OTHERS)
    assert min(odds[pair] for pair in GARBLES) > max(odds[pair] for pair in OTHERS)


@pytest.mark.parametrize(
    ("name", "garble", "others"),
    [
        ("pashinyan", "pasinyan", ("petrosyan", "pavlidis", "sahakyan", "parsons")),
        ("nikol", "nicole", ("mikhail", "colin", "victor")),
        ("haftar", "khaftar", ("hafez", "akhtar", "mukhtar")),
        ("jeyhun", "jaykhon", ("jason", "john", "jehovah")),
    ],
)
def test_the_vector_of_a_garble_lies_nearest_its_name(name: str, garble: str, others: tuple[str, ...]) -> None:
    asked, right, *wrong = default_likeness().vectors([garble, name, *others])
    assert asked @ right > max(float(asked @ vector) for vector in wrong)
