"""Items as Wikidata's dump has them, made for the tests."""

from __future__ import annotations

Json = dict[str, object]


def link(qid: str) -> Json:
    return {"value": {"entity-type": "item", "numeric-id": int(qid[1:]), "id": qid}, "type": "wikibase-entityid"}


def text(value: str) -> Json:
    return {"value": value, "type": "string"}


def time(value: str, precision: int = 11) -> Json:
    padded = {4: f"{value}-00-00", 7: f"{value}-00", 10: value}[len(value)]
    return {"value": {"time": f"+{padded}T00:00:00Z", "precision": {4: 9, 7: 10}.get(len(value), precision)}, "type": "time"}


def statement(value: Json | str, rank: str = "normal", **qualifiers: Json | str) -> Json:
    """A statement; a text stands for the kind of a snak without a value."""
    said = {name: [_snak(item)] for name, item in qualifiers.items()}
    return {"mainsnak": _snak(value), "type": "statement", "rank": rank, "references": [{"hash": "x"}], "qualifiers": said}


def _snak(value: Json | str) -> Json:
    return {"snaktype": value} if isinstance(value, str) else {"snaktype": "value", "datavalue": value}


def item(
    qid: str,
    name: str | None,
    *,
    aliases: tuple[str, ...] = (),
    labels: dict[str, str] | None = None,
    **claims: list[Json] | Json,
) -> Json:
    named = {**({} if name is None else {"en": name}), **(labels or {})}
    return {
        "type": "item",
        "id": qid,
        "labels": {lang: {"language": lang, "value": label} for lang, label in named.items()},
        "descriptions": {},
        "aliases": {"en": [{"language": "en", "value": alias} for alias in aliases]} if aliases else [],
        "claims": {name: list(rows) if isinstance(rows, list) else [statement(rows)] for name, rows in claims.items()},
        "modified": "2024-02-03T04:05:06Z",
    }


def person(qid: str, name: str | None = "Ada Byron", **rest: object) -> Json:
    return item(qid, name, P31=link("Q5"), **rest)  # type: ignore[arg-type]
