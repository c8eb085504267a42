from __future__ import annotations

from copydesk.reader.watching import read_so_far, watching


def test_who_watches_is_told() -> None:
    told: list[tuple[int, int]] = []
    with watching(lambda done, total: told.append((done, total))):
        read_so_far(1, 4)
        with watching(lambda done, total: None):
            read_so_far(2, 4)
        read_so_far(3, 4)
    read_so_far(4, 4)
    assert told == [(1, 4), (3, 4)]
