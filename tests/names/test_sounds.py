from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk.names.designators import undesignated
from copydesk.names.sounds import consonants, heard, skeleton, skeletons


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("khaftar", "haftar"),
        ("dzhoko", "joko"),
        ("pasinyan", "pashinyan"),
        ("bairamov", "vajramow"),
        ("sturtenberg", "studenberg"),
    ],
)
def test_what_scripts_confuse_sounds_nearer_than_it_is_spelled(left: str, right: str) -> None:
    from rapidfuzz import fuzz

    assert fuzz.ratio(skeleton(left), skeleton(right)) >= fuzz.ratio(left, right)


@pytest.mark.parametrize(("text", "sound"), [("khaftar", "KaFTaL"), ("zhukov", "SoKoF"), ("anna", "aNa"), ("", "")])
def test_skeletons(text: str, sound: str) -> None:
    assert skeleton(text) == sound


@pytest.mark.parametrize(("text", "sound"), [("deneuve", "TNF"), ("aoi", "aoi"), ("", "")])
def test_consonants_alone_unless_there_are_none(text: str, sound: str) -> None:
    assert consonants(skeleton(text)) == sound


def test_many_names_sound_as_each_by_itself() -> None:
    names = ["khaftar", "", "anna", "aoi", "zh", "hukov"]
    assert skeletons(names) == [skeleton(name) for name in names]
    assert heard(names) == dict(zip(names, skeletons(names), strict=True))


@given(st.lists(st.text(alphabet="aeckghpqsz -1é", max_size=8), min_size=1, max_size=5))
def test_nothing_is_doubled_whatever_stands_beside_it(names: list[str]) -> None:
    assert skeletons(names) == [skeletons([name])[0] for name in names]
    assert not any(one == other for sound in skeletons(names) for one, other in pairwise(sound))


@pytest.mark.parametrize(
    ("name", "bare"), [("bakirkoy municipality", "bakirkoy"), ("mount agung", "agung"), ("city", "city"), ("", "")]
)
def test_words_that_only_say_what_it_is(name: str, bare: str) -> None:
    assert undesignated(name) == bare
