"""The peers of the name benchmark, and its sections on published sets, on lists of a few names."""

from __future__ import annotations

import gzip
import importlib
import sys
from collections.abc import Callable
from importlib.util import find_spec
from itertools import permutations
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rapidfuzz import fuzz

from copydesk.core.entity import Entity, FormType, Kind, NameForm
from copydesk.scoring.calibrating import Forecast, calibration

BENCHMARKS = Path(__file__).resolve().parents[2] / "benchmarks"
PLAIN = ("by_ratio", "by_sorted_ratio", "by_jaro_winkler")


def needs(package: str) -> pytest.MarkDecorator:
    return pytest.mark.skipif(find_spec(package) is None, reason=f"{package} is an extra of the benchmarks")


def load(name: str) -> Any:
    sys.path.insert(0, str(BENCHMARKS))
    try:
        return importlib.import_module(name)
    finally:
        sys.path.remove(str(BENCHMARKS))


peers, name_bench, transliteration, reliability = map(load, ("peers", "name_bench", "transliteration", "reliability"))


def entity(name: str, *aliases: str, kind: Kind = Kind.PERSON, family: tuple[str, ...] = ()) -> Entity:
    forms = tuple(NameForm(text=text, type=FormType.ALIAS) for text in aliases)
    return Entity(id=name, name=name, kind=kind, forms=forms, family=family)


LIST = (
    entity("Nikol Pashinyan"),
    entity("Abdulla Aripov", "Abdulla Oripov"),
    entity("Kassym-Jomart Tokayev", "Tokayev"),
    entity("Narendra Pashinyan"),
    entity("Phạm Minh Chính", family=("Phạm",)),
    entity("Abaza", kind=Kind.PLACE),
    entity("Shahid Khaqan Abbasi"),
    entity("Minsk Group", kind=Kind.ORGANIZATION),
)


@pytest.mark.parametrize("maker", PLAIN)
@pytest.mark.parametrize(
    ("mention", "wanted"),
    [("Nicole Pasinyan", 0), ("Abdullah Oripov", 1), ("Tokaev", 2), ("Pham Minh Chinh", 4), ("ABAZA", 5), ("Minsk Groupe", 7)],
)
def test_the_nearest_name_comes_first(maker: str, mention: str, wanted: int) -> None:
    (ranking,) = getattr(peers, maker)(peers.gallery(LIST)).ask([mention])
    assert ranking[0][0] == wanted
    assert [score for _, score in ranking] == sorted((score for _, score in ranking), reverse=True)
    assert all(0 <= score <= 1 for _, score in ranking)
    assert len({at for at, _ in ranking}) == len(ranking) == len(LIST)


@pytest.mark.parametrize("maker", PLAIN)
def test_parts_are_for_one_word_only(maker: str) -> None:
    make = getattr(peers, maker)
    with_parts, without = make(peers.gallery(LIST, parts=True)), make(peers.gallery(LIST))
    assert with_parts.ask(["Abasi"])[0][0][0] == 6
    assert without.ask(["Abasi"])[0][0][0] != 6
    assert with_parts.ask(["Minh Phamm"]) == without.ask(["Minh Phamm"])


def test_places_and_organisations_have_no_parts() -> None:
    names = peers.gallery(LIST, parts=True)
    assert "group" not in names.texts[names.whole :]
    assert {"pham", "chinh"} <= set(names.texts[names.whole :])
    assert names.texts[: names.whole] == peers.gallery(LIST).texts


def test_equal_scores_stand_whole_names_first_then_in_list_order() -> None:
    names = peers.gallery([entity("John Abbas"), entity("Abbas"), entity("Abbas", kind=Kind.PLACE)], parts=True)
    (ranking,) = peers.by_ratio(names).ask(["Abbas"])
    assert ranking == [(1, 1.0), (2, 1.0), (0, 1.0)]


def test_ten_answers_from_many_names_in_any_block(monkeypatch: pytest.MonkeyPatch) -> None:
    many = [entity(f"Ana {letter}{other}li") for letter in "abcdefghijklmnopqrstuvwxyz" for other in "abcdefghijklmnopqrst"]
    peer = peers.by_ratio(peers.gallery(many))
    asked = [one.name.upper() for one in many[::50]]
    found = peer.ask(asked)
    assert [ranking[0][0] for ranking in found] == list(range(0, len(many), 50))
    assert {len(ranking) for ranking in found} == {peers.LIMIT}
    monkeypatch.setattr(peers, "_BLOCK", 3)
    assert peer.ask(asked) == found
    assert peer.ask([]) == []


@given(st.text("ab cd", min_size=1, max_size=12), st.text("ab cd", min_size=1, max_size=12))
@settings(max_examples=50, deadline=None)
def test_sorted_words_give_the_token_sort_ratio(one: str, other: str) -> None:
    one, other = " ".join(one.split()) or "a", " ".join(other.split()) or "b"
    (ranking,) = peers.by_sorted_ratio(peers.gallery([entity(one)])).ask([other])
    assert ranking == [(0, pytest.approx(fuzz.token_sort_ratio(one, other) / 100, abs=1e-6))]


def test_what_is_not_installed_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(peers, "find_spec", lambda name: None)
    assert [offer.installed for offer in peers.OFFERS] == [True, True, True, False, False]
    assert [offer.needs for offer in peers.OFFERS[3:]] == ["jellyfish", "nomenklatura"]
    assert all(offer.make(peers.gallery(LIST)).name == offer.name for offer in peers.OFFERS[:3])


@needs("jellyfish")
def test_phonetic_keys_agree_word_by_word() -> None:
    peer = peers.Phonetic(peers.gallery(LIST, parts=True))
    known, turned, single, unknown = peer.ask(["Nicole Pashinyan", "Pashinyan Nikol", "Abassi", "Nikol Sarkisian"])
    assert [ranking[0][0] for ranking in (known, turned, single)] == [0, 0, 6]
    assert unknown == []


@needs("nomenklatura")
@pytest.mark.filterwarnings("ignore")
def test_logic_v2_reorders_what_ratio_finds() -> None:
    found = peers.LogicV2(peers.gallery(LIST)).ask(["Pashinyan Nikol", "Minsk Group", "Abaza"])
    assert [ranking[0] for ranking in found] == [(0, 1.0), (7, 1.0), (5, 1.0)]


HEAD = "case_group,schema,name1,name2,is_match,quality,category,notes\n"
FROZEN = "case_group,case_id,schema,name1,name2,is_match,quality,category,notes,score,predicted_match,outcome\n"


@pytest.fixture
def pairs(tmp_path: Path) -> list[Path]:
    cases, frozen = tmp_path / "cases.csv", tmp_path / "frozen.csv"
    cases.write_text(
        HEAD
        + "g,Person,Ana Lee,Anna Lee,true,MEDIUM,typo,\ng,Person,Bo Lee,Zoe Kim,false,MEDIUM,,\n"
        + "g,Company,Acme,Acne,false,MEDIUM,typo,\ng,Person,Cy Poe,Cy Poe,true,MEDIUM,new,\n",
        encoding="utf-8",
    )
    frozen.write_text(
        FROZEN
        + "g,1,Person,Ana Lee,Anna Lee,true,MEDIUM,typo,,0.9,true,TP\ng,2,Person,Bo Lee,Zoe Kim,false,MEDIUM,,,0.1,false,TN\n"
        + "g,3,Company,Acme,Acne,true,MEDIUM,typo,,0.8,true,TP\n",
        encoding="utf-8",
    )
    return [cases, frozen]


def test_name_bench_counts_both_states_of_the_labels(pairs: list[Path]) -> None:
    asked: list[tuple[str, str, str]] = []

    def same_start(one: str, other: str, schema: str) -> float:
        asked.append((one, other, schema))
        return float(one[0] == other[0])

    text = name_bench.name_bench(pairs, same_start, 0.5, 0)
    cells = {
        line.split("|")[1].strip(): [cell.strip() for cell in line.split("|")[2:]] for line in text.splitlines() if "|" in line
    }
    assert "1 of these here have none, 1 were labelled anew" in text
    assert cells["LogicV2, as published, its labels"][:4] == ["2", "0", "0", "1.000"]
    assert cells["LogicV2, as published"][:4] == ["1", "1", "0", "0.500"]
    assert cells["copydesk (from 0.50)"][:4] == ["2", "1", "0", "0.667"]
    assert any(name.startswith("rapidfuzz ratio (from 93.3") for name in cells)
    assert asked[2] == ("Acme", "Acne", "Company")
    assert len(asked) == 4


@given(st.lists(st.integers(0, 2), min_size=1, max_size=6), st.integers(1, 6), st.integers(1, 3), st.data())
@settings(max_examples=60, deadline=None)
def test_the_chance_is_the_mean_of_all_orders(scores: list[int], first: int, many: int, data: st.DataObject) -> None:
    right = data.draw(st.lists(st.integers(0, len(scores) - 1), min_size=1, max_size=many, unique=True))
    orders = list(permutations(range(len(scores))))
    ranked = [sorted(order, key=lambda at: -scores[at])[:first] for order in orders]
    wanted = sum(bool(set(right) & set(order)) for order in ranked) / len(ranked)
    assert transliteration.chance(np.array(scores), right, first) == pytest.approx(wanted)


def packed(folder: Path, language: str, lines: str) -> Path:
    path = folder / f"wd_{language}_20.gz"
    path.write_bytes(gzip.compress(lines.encode()))
    return path


def test_every_name_of_a_foreign_spelling_is_right(tmp_path: Path) -> None:
    path = packed(tmp_path, "russian", "ivan\tи в а н\t9\niwan\tи в а н\t1\nórlov\tо р л о в\t2\norlov\tо р л о в\t2\n")
    split = transliteration.read_split(path)
    assert split.names == ("ivan", "iwan", "orlov")
    assert {(query.text, query.right) for query in split.queries} == {("ivan", (0, 1)), ("orlov", (2,))}
    text = transliteration.transliteration([path], {"ours": lambda asked, names: np.zeros((len(asked), len(names)))}, 0)
    rows = [[cell.strip() for cell in line.split("|")[1:-1]] for line in text.splitlines() if line.startswith("| russian")]
    assert [row[:4] for row in rows] == [["russian", system, "2", "3"] for system in ("ours", "rapidfuzz ratio")]
    assert [row[4].split()[0] for row in rows] == ["0.500", "1.000"]
    assert [row[5].split()[0] for row in rows] == ["1.000", "1.000"]


@pytest.mark.parametrize(
    ("foreign", "language", "latin"),
    [("铁木尔", "chinese", "tiemuer"), ("лебедь", "russian", "lebed"), ("ロンドン", "katakana", "rondon")],
)
def test_foreign_spellings_letter_by_letter(foreign: str, language: str, latin: str) -> None:
    assert transliteration.romanised(foreign, language) == latin


def test_the_cap_draws_by_the_seed(tmp_path: Path) -> None:
    path = packed(tmp_path, "greek", "".join(f"n{letter}\t{letter}\t1\n" for letter in "αβγδεζηθικλμ"))
    draw: Callable[..., Any] = transliteration.read_split
    assert draw(path, limit=5, seed=1) == draw(path, limit=5, seed=1) != draw(path, limit=5, seed=2)
    assert (len(draw(path, limit=5).queries), len(draw(path, limit=5).names)) == (5, 12)


def test_a_damaged_split_is_one_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit, match="2"):
        transliteration.read_split(packed(tmp_path, "greek", "ana\tα\t1\nana\n"))
    assert "wd_greek_20.gz:2: not a name" in capsys.readouterr().err


@needs("matplotlib")
@pytest.mark.parametrize("stated", [(), (0.0, 0.31, 0.98, 1.0)])
@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_the_picture_is_drawn_whole(stated: tuple[float, ...], tmp_path: Path) -> None:
    found = calibration([Forecast(probability=one, came_true=True) for one in stated], draws=10)
    path = reliability.reliability_picture("one.png", found, "made up", folder=tmp_path / "new")
    assert path.read_bytes().startswith(b"\x89PNG")
    assert [one.name for one in path.parent.iterdir()] == ["one.png"]
