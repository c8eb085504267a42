"""Which part of a person's name stands alone on second mention."""

from __future__ import annotations

import pytest

from copydesk.core.entity import Entity, Kind
from copydesk.names.families import family_names


def _entity(name: str, country: str | None, *family: str, kind: Kind = Kind.PERSON) -> Entity:
    return Entity(id="x", name=name, kind=kind, country=country, family=family)


@pytest.mark.parametrize(
    ("name", "country", "family", "found"),
    [
        # as listed, whatever the country
        ("Nikol Pashinyan", "AM", ("Pashinyan",), {"Pashinyan"}),
        ("Xi Jinping", "CN", ("Xi",), {"Xi"}),
        ("Ursula von der Leyen", "DE", ("von der Leyen",), {"von der Leyen"}),
        ("Gabriel García Márquez", "CO", ("García", "Márquez"), {"García", "Márquez"}),
        # the last part where nothing is said
        ("Nikol Pashinyan", "AM", (), {"pashinyan"}),
        ("José Maneiro", None, (), {"maneiro"}),
        ("Ali al-Sistani", "IQ", (), {"sistani"}),
        # either end where the family name may stand first
        ("Xi Jinping", "CN", (), {"xi", "jinping"}),
        ("Viktor Orban", "HU", (), {"viktor", "orban"}),
        ("Nguyen Phu Trong", "VN", (), {"nguyen", "trong"}),
        ("Kim Jong Un", "KP", (), {"kim", "un"}),
        # one part may be anything
        ("Pelé", "BR", (), set()),
        ("Suharto", "ID", (), set()),
        ("…", "BR", (), set()),
    ],
)
def test_family_names(name: str, country: str | None, family: tuple[str, ...], found: set[str]) -> None:
    assert set(family_names(_entity(name, country, *family))) == found


@pytest.mark.parametrize("kind", [kind for kind in Kind if kind is not Kind.PERSON])
def test_only_persons_have_one(kind: Kind) -> None:
    assert family_names(_entity("Buenos Aires", "AR", kind=kind)) == ()
