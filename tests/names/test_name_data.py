from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk.core.entity import Entity, Kind
from copydesk.errors import EntityListError
from copydesk.names.common import fame, is_common_word, usage
from copydesk.names.knowledge import DEFAULT, NameKnowledge, default_knowledge, romanised
from copydesk.names.pinyin import is_chinese, is_pinyin
from copydesk.names.scripts import is_romanised

KNOWN = default_knowledge()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("sergey", "sergei"),
        pytest.param("aliyev", "aliev"),
        pytest.param("berdiyev", "berdiev"),
        ("qassem", "kasem"),
        ("abdelfattah", "abdulfatah"),
        ("zelenskyy", "zelenski"),
        ("youssef", "yusef"),
        ("dzhokhar", "jokhar"),
        ("phillip", "filip"),
    ],
)
def test_one_sound_in_two_romanisations(one: str, other: str) -> None:
    assert romanised(one) == romanised(other)
    assert KNOWN.variants(one, other)


@pytest.mark.parametrize(("one", "other"), [("pasinyan", "pashinyan"), ("xi", "si"), ("lee", "lea"), ("putin", "rutin")])
def test_two_sounds(one: str, other: str) -> None:
    assert romanised(one) != romanised(other)


@given(st.text(alphabet="acehijkpqstuxyz", max_size=5), st.text(alphabet="acehijkpqstuxyz", max_size=5))
def test_parts_are_variants_where_they_reduce_to_one(one: str, other: str) -> None:
    assert KNOWN.variants(one, other) == (other in KNOWN.partners(one) or romanised(one) == romanised(other))


@pytest.mark.parametrize(
    ("one", "other", "same"), [("mike", "michael", True), ("michael", "mike", True), ("mike", "moses", False)]
)
def test_short_forms(one: str, other: str, same: bool) -> None:
    assert KNOWN.nicknames(one, other) is same


@given(st.text(alphabet="abdefghijklmnoqrstuyz", max_size=10))
def test_the_free_choices_are_taken_out_at_once(part: str) -> None:
    assert romanised(romanised(part)) == romanised(part)


@pytest.mark.parametrize("part", ["xi", "jinping", "zhang", "zemin", "xiong", "wen", "yingwen", "keqiang", "beijing", "er"])
def test_pinyin(part: str) -> None:
    assert is_pinyin(part)


@pytest.mark.parametrize("part", ["", "lavrov", "smith", "hsi", "trump", "jinpingg", "jinpingjinpingjinping", "Xi", "zzz"])
def test_no_pinyin(part: str) -> None:
    assert not is_pinyin(part)


@pytest.mark.parametrize("name", ["xi jinping", "wang huning", "li na", "guizhou", "quanzhou", "zhang ziyi"])
def test_chinese_names(name: str) -> None:
    assert is_chinese(name)


@pytest.mark.parametrize("name", ["kazan", "palu", "suzuka", "mobike", "nauru", "benue", "mai asada", "li smith", ""])
def test_what_only_reads_like_pinyin(name: str) -> None:
    assert not is_chinese(name)


@pytest.mark.parametrize(
    ("written", "listed"),
    [
        ("sergey", "sergei"),
        ("kaletaev", "kaletayev"),
        ("yerevan", "erevan"),
        ("hasan", "hassan"),
        ("phillip", "philip"),
        ("victor", "viktor"),
    ],
)
def test_spellings_that_an_editor_lets_stand(written: str, listed: str) -> None:
    assert KNOWN.accepts(written, listed)


@pytest.mark.parametrize(
    ("written", "listed"),
    [("cocorin", "kokorin"), ("konnayev", "konayev"), ("jalow", "jallow"), ("pasinyan", "pashinyan"), ("falkao", "falcao")],
)
def test_spellings_that_nobody_has(written: str, listed: str) -> None:
    assert not KNOWN.accepts(written, listed)


@pytest.mark.parametrize(
    ("country", "several"),
    [("RU", True), ("CN", True), ("AM", True), (None, True), ("TR", False), ("US", False), ("VN", False)],
)
def test_who_has_several_romanisations(country: str | None, several: bool) -> None:
    assert is_romanised(Entity(id="a", name="A", kind=Kind.PERSON, country=country)) is several


@pytest.mark.parametrize(("part", "least"), [("sergey", 100), ("smith", 1000), ("mohammed", 100), ("lavrov", 1)])
def test_names_that_people_bear(part: str, least: int) -> None:
    assert KNOWN.attested(part) >= least


@pytest.mark.parametrize("part", ["pasinyan", "dugarik", "jaykhon", "mevrut", "zzzq", ""])
def test_garbled_names_that_nobody_bears(part: str) -> None:
    assert KNOWN.attested(part) == 0


def test_towns_and_short_forms() -> None:
    assert KNOWN.is_place("ganja")
    assert not KNOWN.is_place("pasinyan")
    assert KNOWN.nicknames("mike", "michael")
    assert KNOWN.nicknames("michael", "mike")
    assert not KNOWN.nicknames("mike", "sergey")
    assert "sergei" in KNOWN.partners("sergey")


def test_the_shipped_data_is_whole() -> None:
    db = NameKnowledge(DEFAULT)._db
    counts = {table: db.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in LEAST}
    assert {table: count for table, count in counts.items() if count < LEAST[table]} == {}
    (best, worst) = db.execute("SELECT max(logp), min(logp) FROM unit").fetchone()
    assert worst < best <= 0


#: rows that each table of names.sqlite holds at least
LEAST = {"unit": 10_000, "attested": 200_000, "variant": 4_000, "nickname": 2_000, "place": 30_000}


def test_missing_data_is_an_error_with_a_remedy(tmp_path: Path) -> None:
    with pytest.raises(EntityListError, match=r"none\.sqlite: the name data is missing; install the package again"):
        NameKnowledge(tmp_path / "none.sqlite")


@pytest.mark.parametrize(("uses", "sure"), [(0, 0.0), (1, 0.4), (10, 0.8), (1000, 1.0), (-1, 0.0)])
def test_fame_grows_with_bearers(uses: int, sure: float) -> None:
    assert fame(uses) == pytest.approx(sure)


@pytest.mark.parametrize(("word", "common"), [("house", True), ("army", True), ("pasinyan", False), ("kestrimov", False)])
def test_words_of_everyday_english(word: str, common: bool) -> None:
    assert is_common_word(word) is common
    assert (usage(word) > 0) is common
