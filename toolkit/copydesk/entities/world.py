"""What the seeds know of the world, for adapters to ask: countries by any English name or code, bodies, and roles by title."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from copydesk.core.entity import Entity, FormType, Kind, Office
from copydesk.entities.listing import RIGHT
from copydesk.entities.titles import plain_title
from copydesk.names.forms import key

#: spellings of country names that the CIA's publications use and English newsrooms do not
_CIA = {
    "burma myanmar": "MM", "congo democratic republic of the": "CD", "congo republic of the": "CG", "drc": "CD",
    "holy see vatican city": "VA", "macedonia": "MK", "macedonia the former yugoslav republic of": "MK",
    "the former yugoslav republic of macedonia": "MK", "serbia and montenegro": "RS", "swaziland": "SZ",
    "turkey turkiye": "TR", "burma": "MM", "cabo verde": "CV", "east timor": "TL", "gambia the": "GM", "bahamas the": "BS",
    "korea north": "KP", "korea south": "KR", "micronesia federated states of": "FM", "western samoa": "WS", "zaire": "CD",
}  # fmt: skip
_COUNTRY = re.compile(r"country (?:in|on)\b")
_STATE = re.compile(r"\b(?:country|state|city-state)\b")
#: abbreviations of the CIA's lists of office holders, in the order in which they are spelled out
_LONG = tuple(
    (re.compile(pattern, re.IGNORECASE), full)
    for pattern, full in (
        (r"\s*&\s*", " and "), (r"\bDep\.", "Deputy"), (r"\bMin\.", "Minister"), (r"\bPres\.", "President"),
        (r"\bSec\.", "Secretary"),
        (r"\bGen\.", "General"), (r"\bGovt\.", "Government"), (r"\bNatl\.", "National"), (r"\bIntl\.", "International"),
        (r"\bChmn\.", "Chairman"), (r"\bGov\.", "Governor"), (r"\bDir\.", "Director"), (r"\bComdr\.", "Commander"),
        (r"\bSpec\.", "Special"), (r"\bEnvir\.", "Environment"), (r"\bDev\.", "Development"), (r"\bDept\.", "Department"),
        (r"\bSen\.", "Senior"), (r"\bAmb\.", "Ambassador"), (r"\bRep\.", "Representative"), (r"\bAdm\.", "Administration"),
        (r"\s+", " "),
    )
)  # fmt: skip
_RANK = r"(?:(?:1st|first|2nd|second|3rd|third|4th|fourth|executive|permanent) )?"
_MINISTER = r"(?:(?:federal|union|cabinet) )?(?:minister|secretary|secretary of state) (?:of|for) (?:the )?"
_PATTERNS = tuple(
    (re.compile(pattern), role)
    for pattern, role in (
        (_RANK + r"(?:deputy|vice|assistant) (?:prime minister|premier|chancellor)s?\b.*", "deputy_prime_minister"),
        (_RANK + r"(?:vice president|deputy president)", "vice_president"),
        (r"premier of (?:the )?state council", "prime_minister"),
        (r"amir", "monarch"),
        (r"governor general", "governor"),
        (r"supreme pontiff\b.*", "religious_leader"),
        (r"(?:deputy|vice|assistant|associate|acting|former|junior|parliamentary|shadow)\b.*", None),
        (_MINISTER + r"(?:foreign|external)(?: and european| and expatriate| and cooperation)? (?:affairs|relations)\b.*",
         "foreign_minister"),
        (_MINISTER + r"europe(?:an)? and foreign affairs\b.*", "foreign_minister"),
        (r"(?:foreign|external affairs) minister", "foreign_minister"),
        (_MINISTER + r"(?:national |people's |armed forces and )?defen[cs]e(?! industr| procurement| production)\b.*",
         "defence_minister"),
        (_MINISTER + r"(?:the )?(?:interior|internal affairs|home affairs)\b.*", "interior_minister"),
        (_MINISTER + r"finance\b.*", "finance_minister"),
        (_MINISTER + r"(?:public )?health\b.*", "health_minister"),
        (_MINISTER + r"justice\b.*", "justice_minister"),
        (_MINISTER + r"(?:energy|petroleum|oil)\b.*", "energy_minister"),
        (_MINISTER + r"(?:economy|economic affairs|economic development|commerce|trade)\b.*", "economy_minister"),
        (r"(?:state|senior|minister delegate) minister\b.*", "minister"),
        (r"(?:executive )?governor of (?:the )?bank\b.*", "central_bank_governor"),
        (r"(?:executive )?(?:governor|president|chairman|chairwoman|chair|chief executive)s?,? (?:of (?:the )?)?(?:.{0,30} )?"
         r"(?:central bank|national bank|reserve bank|state bank|bank of|monetary authority|people's bank)\b.*",
         "central_bank_governor"),
        (r"permanent representative (?:to|at) (?:the )?(?:un|u\.n\.|united nations)\b.*", "permanent_representative"),
        (r"ambassador to (?:the )?(?:us|u\.s\.|united states)\b.*", "ambassador"),
        (r"attorney general|prosecutor general", "justice_minister"),
        (r"minister\b.*|" + _MINISTER + r".*|minister without portfolio", "minister"),
    )
)  # fmt: skip


def spelled_title(title: str) -> str:
    """A title with the abbreviations of the CIA's lists spelled out: ``Min. of Defense`` → ``Minister of Defense``."""
    for pattern, full in _LONG:
        title = pattern.sub(full, title)
    return title.strip()


class SeedWorld:
    """Answers from a list of entities and offices. ``alpha3`` maps ISO 3166 alpha-3 codes to alpha-2.

    ``codes`` are the ISO 3166 alpha-2 codes of the countries with their entity ids.
    """

    def __init__(self, entities: Iterable[Entity], offices: Iterable[Office], alpha3: Mapping[str, str] | None = None) -> None:
        self.codes: dict[str, str] = {}
        self._countries: dict[str, str] = {}
        self._bodies: dict[str, dict[str, None]] = {}
        things = [entity for entity in entities if entity.kind is not Kind.PERSON]
        for entity in things:
            for text in (entity.name, *entity.written(*RIGHT)):
                self._bodies.setdefault(key(text), {})[entity.id] = None
        for entity in sorted(things, key=_rank):
            if _rank(entity) < _NO_COUNTRY and entity.country is not None and entity.country not in self.codes:
                self._take(entity)
        self._alpha3 = {three: self.codes[two] for three, two in (alpha3 or {}).items() if two in self.codes}
        self._country_ids = {ident: code for code, ident in self.codes.items()}
        listed = list(offices)
        self._titles = {plain_title(title): office.role for office in reversed(listed) for title in office.titles}
        self._titles.update({plain_title(office.titles[0]): office.role for office in listed})

    def _take(self, entity: Entity) -> None:
        self.codes[str(entity.country)] = entity.id
        for text in (entity.name, *entity.written(*RIGHT)):
            self._countries.setdefault(key(text), entity.id)

    def country(self, text: str) -> str | None:
        """The entity id of a country by English name, ISO 3166 alpha-2 or alpha-3, or a CIA spelling (``Korea, North``)."""
        if text in self.codes:
            return self.codes[text]
        if text in self._alpha3:
            return self._alpha3[text]
        plain = key(re.sub(r"[,()]", " ", text))
        return self._countries.get(plain) or self._countries.get(key(text)) or self.codes.get(_CIA.get(plain, ""))

    def code(self, ident: str) -> str | None:
        """The ISO 3166 alpha-2 code of a country's entity id."""
        return self._country_ids.get(ident)

    def body(self, name: str) -> str | None:
        """The entity id of the only organisation or place of this name."""
        found = self._bodies.get(key(name), {})
        return next(iter(found)) if len(found) == 1 else None

    def role(self, title: str) -> str | None:
        """The role that an English title means; None for deputies of ministers, acting holders and what is unclear."""
        plain = plain_title(spelled_title(title))
        if plain in self._titles:
            return self._titles[plain]
        return next((role for pattern, role in _PATTERNS if pattern.fullmatch(plain)), None)


_NO_COUNTRY = 3


def _rank(entity: Entity) -> int:
    """How sure it is that a place is the country of its code: 0 surely, `_NO_COUNTRY` not at all."""
    if entity.kind is not Kind.PLACE or not (entity.written(FormType.DEMONYM) or _STATE.search(entity.description)):
        return _NO_COUNTRY
    return 0 if _COUNTRY.match(entity.description) else 1 if _STATE.search(entity.description) else 2
