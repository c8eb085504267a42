"""How many labelled claims are read off their sentences: the right subject, and the right office."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence

from claim_offices import Offices
from claim_rows import RELATIONS, ROLE, SHARE, Row, counted
from copydesk.entities.titles import plain_title
from copydesk.scoring import table

#: the share of labelled role claims that should be extracted with the right subject and office
AIM = 0.85
#: a relation with fewer labels stands with its like
FEW = 10
REST = "rarer titles"


def extraction(rows: Sequence[Row], offices: Offices, seed: int) -> str:
    """The tables of the section."""
    roles = [row for row in rows if row.type == ROLE]
    decidable = [row for row in roles if row.verdict != "not_enough_info"]
    lines = [
        _line("subject and office", roles, _right, seed),
        _line("subject alone", roles, _extracted, seed),
        _line("subject and office, where the label is a verdict", decidable, _right, seed),
        _line("… in human references", [row for row in roles if row.system == "reference"], _right, seed),
        _line("… in perturbed sentences", [row for row in roles if row.perturbed], _right, seed),
    ]
    sorts = [_line(type_, here, _extracted, seed) for type_ in RELATIONS if (here := [r for r in rows if r.type == type_])]
    groups = grouped(roles, offices)
    by_title = [_line(name, here, _right, seed) for name, here in groups.items()]
    parts = [
        "## Extraction",
        "A labelled claim of office is extracted where a role claim of the desk overlaps it, its subject overlaps the labelled"
        " subject, and its title is the labelled office. An office is the same where both titles have a role in common in the"
        " list's own table of offices (Foreign Secretary and Minister of Foreign Affairs are one role), or have a word in"
        " common and the claim has all words of the label; roles that gather unlike offices (minister, head, leader) count only"
        " with the words. A deputy's is never the office itself. Where the label names the office in other words than the text"
        " (Minister-President: “Prime Minister” of a German state), a title of the labelled words will do, unless the table"
        f" makes it another role. Target: ≥ {AIM}. “Subject alone” is laxer: any office.",
        table(["role claims", *SHARE], lines),
        "By sort; of sorts other than office a claim of the same sort that overlaps the label and has its subject:",
        table(["sort", *SHARE], sorts),
        "Subject and office by what the label says (of role claims):",
        table(["labelled relation", *SHARE], by_title),
    ]
    return "\n\n".join(parts)


def _right(row: Row) -> bool:
    return row.same_office


def _extracted(row: Row) -> bool:
    return row.answer is not None


def _line(name: str, rows: Iterable[Row], test: Callable[[Row], bool], seed: int) -> list[str]:
    return [name, *counted(((row, test(row)) for row in rows), seed)]


def grouped(rows: Sequence[Row], offices: Offices) -> dict[str, list[Row]]:
    """Role rows by their relation, without case; frequent ones first, rare ones by their first role in the list, then all
    others together.
    """
    plain = Counter(_relation(row) for row in rows)
    roles = Counter(_role(row, offices) for row in rows if plain[_relation(row)] < FEW)

    def group(row: Row) -> str:
        if plain[_relation(row)] >= FEW:
            return _relation(row)
        role = _role(row, offices)
        return f"(other titles of {role})" if role and roles[role] >= FEW else REST

    found: dict[str, list[Row]] = {}
    for row in rows:
        found.setdefault(group(row), []).append(row)
    return dict(sorted(found.items(), key=lambda item: (item[0] == REST, item[0].startswith("("), -len(item[1]), item[0])))


def _relation(row: Row) -> str:
    return plain_title(row.relation)


def _role(row: Row, offices: Offices) -> str:
    return min(offices.title(row.relation).roles, default="")
