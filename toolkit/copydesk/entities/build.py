"""Compile ``seeds/`` into the list that the package ships: ``python -m copydesk.entities.build [SEEDS] [OUT]``."""

from __future__ import annotations

import hashlib
import sys
from pathlib import Path

from copydesk.entities.listing import EntityList
from copydesk.entities.loading import assembled, read_offices
from copydesk.entities.store import DEFAULT
from copydesk.entities.tables import Rows, read_table
from copydesk.entities.writing import write_list
from copydesk.errors import CopydeskError

SEEDS = Path(__file__).resolve().parents[3] / "seeds"
_TABLES = ("*.entities.csv", "*.facts.csv", "*.forms.csv")


def compiled(seeds: Path) -> EntityList:
    """The list that a folder of seed tables makes. Its signature is ``default-`` and a digest of the tables."""
    rows = Rows()
    digest = hashlib.sha256((seeds / "offices.csv").read_bytes())
    for path in sorted(path for pattern in _TABLES for path in seeds.glob(pattern)):
        digest.update(path.read_bytes())
        read_table(str(path), rows)
    base = EntityList((), (), read_offices(seeds / "offices.csv"))
    return assembled(rows, base, f"default-{digest.hexdigest()[:8]}")


def main(arguments: list[str]) -> int:
    """Build and say what was built; 2 and one line where the seeds are broken."""
    seeds = Path(arguments[0]) if arguments else SEEDS
    out = Path(arguments[1]) if len(arguments) > 1 else DEFAULT
    try:
        entities = compiled(seeds)
    except CopydeskError as error:
        print(f"copydesk: error: {error}", file=sys.stderr)
        return 2
    write_list(out, entities.entities, entities.facts, entities.offices.values(), signature=entities.signature)
    digest = hashlib.sha256(out.read_bytes()).hexdigest()
    print(f"{out.name}: {len(entities)} entities, {len(entities.facts)} facts, {entities.signature}, sha256 {digest}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
