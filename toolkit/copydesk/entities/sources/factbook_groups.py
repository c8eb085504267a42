"""Armed groups in the CIA World Factbook's lists by country, each once, under the name that newsrooms print."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from copydesk.core.entity import Entity, FormType, Kind, NameForm
from copydesk.entities.records import Record, Tally
from copydesk.entities.schema import Place
from copydesk.entities.sources.cia_names import slug
from copydesk.entities.sources.factbook_items import split

SOURCE = "CIA World Factbook"
_ACRONYM = re.compile(r"\(([A-Z]{2,9})\)")
_PARENTHESES = re.compile(r"\s*\([^()]*\)")
_NOTE = re.compile(r"\bnote(?: \d)?:|\bnote -", re.IGNORECASE)
#: two words at least: what else the lists hold are nicknames and leavings of sentences
_GROUP = re.compile(r"(?:al-)?[A-Z][\w'’-]*(?: [\w'’-]+){1,6}")
#: leavings of sentences, and branches named after the whole
_NO_GROUP = re.compile(
    r"\b(?:aligned|groups?|has|mainly|reportedly|designated|elements|supporters|in|such|including|ash-Sham)\b"
)
#: the CIA's spellings of groups that newsrooms spell otherwise
_PRINTED = {
    "Lashkar-e Tayyiba": "Lashkar-e-Taiba", "Lashkar i Jhangvi": "Lashkar-e-Jhangvi", "Jaysh al Adl": "Jaish al-Adl",
    "Kata'ib Hizballah": "Kataib Hezbollah", "La Mara Salvatruche": "La Mara Salvatrucha",
    "Segundo Marquetalia": "Segunda Marquetalia", "Indian Mujahedeen": "Indian Mujahideen",
    "Jama'at Nusrat al Islam wal Muslimeen": "Jama'at Nusrat al-Islam wal-Muslimin", "al-Aqsa Martyrs Brigade":
    "al-Aqsa Martyrs Brigades", "Kata'ib al-Imam Ali": "Kataib al-Imam Ali", "Kata'ib Sayyid al-Shuhada":
    "Kataib Sayyid al-Shuhada", "Jama'atu Ansarul Muslimina Fi Biladis-Sudan": "Ansaru",
}  # fmt: skip


def groups(texts: Sequence[tuple[str, str, Place]], tally: Tally) -> Iterator[Record]:
    """One record a group of lists with their country's code and place; the country where one list only has it."""
    countries: dict[str, set[str]] = {}
    found: dict[str, tuple[str, str, str | None, Place]] = {}
    for text, code, at in texts:
        for item in split(re.sub(r"\(\d{4}\)", "", _NOTE.split(text)[0])):
            acronym, spelled = _ACRONYM.search(item), _PARENTHESES.sub("", item).replace("’", "'").strip(' .;"')
            if not _GROUP.fullmatch(spelled) or _NO_GROUP.search(spelled):
                tally.refuse("no plain name of a group", at, item)
                continue
            name = _PRINTED.get(spelled, spelled)
            countries.setdefault(slug(name), set()).add(code)
            found.setdefault(slug(name), (name, spelled, acronym.group(1) if acronym else None, at))
    for ident, (name, spelled, acronym_text, at) in found.items():
        forms = [NameForm(text=acronym_text, type=FormType.ACRONYM)] if acronym_text else []
        forms += [NameForm(text=spelled, type=FormType.FOREIGN)] if spelled != name else []
        home = next(iter(countries[ident])) if len(countries[ident]) == 1 else None
        entity = Entity(
            id=f"cia:group/{ident}", name=name, kind=Kind.ORGANIZATION, country=home, forms=tuple(forms),
            description="armed group", source=SOURCE,
        )  # fmt: skip
        yield Record(entity=entity, at=at)
