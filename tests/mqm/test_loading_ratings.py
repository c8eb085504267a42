from __future__ import annotations

import json
import socket
from pathlib import Path

import pytest
from mqm_files import FIRST, ROW, SECOND, marot, write, xcomet

from copydesk.core.span import Span
from copydesk.errors import InputError
from copydesk.mqm.formats import Format
from copydesk.mqm.loading import features, load, segments
from copydesk.mqm.marot import tagged
from copydesk.mqm.rows import read_rows

MORE = {**ROW, "seg": 2, "target": SECOND, "domain": None, "human": None, "ratings": {}, "metrics": {"chrF": 0.25}}


@pytest.fixture(autouse=True)
def own_cache(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    import datasets

    monkeypatch.setattr(datasets.config, "HF_DATASETS_CACHE", tmp_path / "default")


@pytest.fixture(autouse=True)
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*arguments: object) -> None:
        raise AssertionError("the network was asked")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)


@pytest.mark.parametrize("streaming", [False, True])
def test_values_come_back(tmp_path: Path, streaming: bool) -> None:
    path = write(tmp_path / "rows.jsonl", ROW, MORE)
    dataset = load([path, path], streaming=streaming, cache_dir=tmp_path / "cache")
    assert dataset.features == features()
    assert list(segments(dataset)) == 2 * list(read_rows(path))


def test_every_format_by_its_ending(tmp_path: Path) -> None:
    paths = [
        write(tmp_path / "a.jsonl", ROW),
        marot(tmp_path / "b.tsv", ("Sys", "d", 1, "r", "", tagged(FIRST, Span(0, 3)), "Other", "Minor")),
        xcomet(tmp_path / "c.json", (SECOND, [("He", "minor", 0.5, 0, 2)])),
    ]
    loaded = list(segments(load(paths, cache_dir=tmp_path / "cache")))
    assert [segment.target for segment in loaded] == [FIRST, FIRST, SECOND]
    assert loaded[2].ratings[0].errors[0].confidence == 0.5


def test_the_format_can_be_named(tmp_path: Path) -> None:
    path = write(tmp_path / "rows.txt", ROW)
    assert len(load([path], form=Format.ROWS, cache_dir=tmp_path / "cache")) == 1
    with pytest.raises(InputError, match="its ending tells no format"):
        load([path], cache_dir=tmp_path / "cache")


def test_the_cache_is_used_until_a_file_changes(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path, cache = write(tmp_path / "rows.jsonl", ROW), tmp_path / "cache"
    first = load([path], cache_dir=cache).cache_files
    assert first == load([path], cache_dir=cache).cache_files
    write(path, ROW, MORE)
    again = load([path], cache_dir=cache)
    assert (again.num_rows, again.cache_files == first) == (2, False)
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize("streaming", [False, True])
def test_broken_rows_name_file_and_line(tmp_path: Path, streaming: bool) -> None:
    path = write(tmp_path / "rows.jsonl", ROW, {**ROW, "seg": "x"})
    with pytest.raises(InputError) as caught:
        list(load([path], streaming=streaming, cache_dir=tmp_path / "cache"))
    assert str(caught.value).startswith(f"{path}:2: 'seg' is 'x'")


def test_no_files(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no files to load"):
        load([])
    with pytest.raises(InputError, match="no such file"):
        load([tmp_path / "none.jsonl"], cache_dir=tmp_path / "cache")


def test_a_row_is_plain_json(tmp_path: Path) -> None:
    path = write(tmp_path / "rows.jsonl", ROW)
    (row,) = load([path], cache_dir=tmp_path / "cache")
    assert json.loads(json.dumps(row)) == row


@pytest.mark.parametrize("streaming", [False, True])
def test_a_cache_that_cannot_be_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, streaming: bool) -> None:
    import datasets

    path = write(tmp_path / "rows.jsonl", ROW)
    blocked = tmp_path / "file"
    blocked.write_text("")
    monkeypatch.setattr(datasets.config, "HF_DATASETS_CACHE", blocked / "cache")
    with pytest.raises(InputError, match="the cache cannot be written") as caught:
        load([path], streaming=streaming)
    assert caught.value.where == str(blocked / "cache")
