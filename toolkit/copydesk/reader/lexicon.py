"""The words that the reference list gives a reader: names, demonyms and titles of office."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from copydesk.core.entity import FormType, Kind
from copydesk.core.span import Span
from copydesk.entities import EntityList
from copydesk.entities.listing import Named
from copydesk.entities.titles import plain_title
from copydesk.reader.tokens import Token, joined

#: titles that are everyday words: an office only where a country or body stands with them
LOOSE_TITLES = frozenset(
    "head chief leader director chair chairman chairwoman chairperson representative deputy commander assistant"
    " adviser advisor aide counsellor counselor envoy speaker governor premier king queen president minister"
    " secretary mayor".split()
)  # fmt: skip
_EX, _ELECT = re.compile(r"[Ee]x[-‑]"), re.compile(r"[-‑](?:elect|designate)$", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Title:
    """A title in a sentence and the roles that it can mean."""

    span: Span
    text: str
    roles: tuple[str, ...]
    plural: bool


class Lexicon:
    """Look-ups for reading, made once for a list."""

    def __init__(self, entities: EntityList) -> None:
        self.entities = entities
        self.roles = self._collect_titles()
        self.longest = max((len(title.split()) for title in self.roles), default=0)

    def _collect_titles(self) -> dict[str, tuple[str, ...]]:
        """Folded title → roles, from the offices and from the titles of the facts."""
        roles: dict[str, dict[str, None]] = defaultdict(dict)
        for office in self.entities.offices.values():
            for title in office.titles:
                roles[plain_title(title)][office.role] = None
        for title, meant in self.entities.titles():
            roles[title].update(dict.fromkeys(meant))
        return {title: tuple(found) for title, found in roles.items()}

    def roles_of(self, title: str) -> tuple[str, ...]:
        """The roles that a title can mean."""
        plain = plain_title(title)
        return self.roles.get(plain) or self.roles.get(plain.replace("defense", "defence"), ())

    def titles(self, sentence: str, tokens: Sequence[Token]) -> Iterator[Title]:
        """The longest titles of a sentence, left to right."""
        at = 0
        while at < len(tokens):
            ex = _EX.match(tokens[at].text)
            start = tokens[at].span.start + (ex.end() if ex else 0)
            for last in range(min(at + self.longest, len(tokens)) - 1, at - 1, -1):
                if not all(joined(token.gap) for token in tokens[at + 1 : last + 1]):
                    continue
                elect = _ELECT.search(tokens[last].text)
                span = Span(start, tokens[last].span.end - (len(elect.group()) if elect else 0))
                text = span.of(sentence)
                plural = not self.roles_of(text) and text[-1:] in "sS"
                if roles := self.roles_of(text[:-1] if plural else text):
                    yield Title(span=span, text=text, roles=roles, plural=plural)
                    at = last
                    break
            at += 1

    def exact(self, text: str) -> tuple[Named, ...]:
        """Entities written exactly so, acronyms only in capitals and names only with one."""
        if not any(char.isupper() for char in text):
            return ()
        return tuple(named for named in self.entities.named(text) if _case_fits(named, text))

    def bodies(self, text: str) -> tuple[str, ...]:
        """Ids of the places and bodies that have this name; a demonym is none ("spokesman for the Russian president")."""
        named = [item for item in self.exact(text) if item.form.type is not FormType.DEMONYM]
        return tuple(dict.fromkeys(item.entity.id for item in named if item.entity.kind is not Kind.PERSON))

    def countries(self, text: str) -> tuple[str, ...]:
        """Ids of the places and bodies that a demonym or name beside a title stands for."""
        found = [named.entity.id for named in self.exact(text) if named.entity.kind is not Kind.PERSON]
        return tuple(dict.fromkeys(found))


def _case_fits(named: Named, text: str) -> bool:
    form = named.form.text
    if form.isupper() and len(form.replace(".", "")) <= 5:
        return all(char.isupper() for char in text if char.isalpha())
    if named.form.type in (FormType.TRANSLATED, FormType.CLIPPED):
        # "the Russian satellite network grew" speaks of satellites
        return [word[:1] for word in text.split()] == [word[:1] for word in form.split()]
    return text[0].isupper() or not form[0].isupper()
