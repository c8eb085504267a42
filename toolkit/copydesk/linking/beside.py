"""What the source text says of a mention: who stands in the line or paragraph that it was translated from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from copydesk.core.entity import Entity, FormType
from copydesk.core.evidence import Evidence
from copydesk.core.mention import Link, Mention
from copydesk.entities import EntityList
from copydesk.entities.sources.scripts_of import Script, script
from copydesk.linking.model import evidence
from copydesk.linking.source import SourceName, SourceNames
from copydesk.text.source import SourceText


class Beside:
    """The source beside the mentions of one document."""

    def __init__(
        self, entities: EntityList, source: SourceText, mentions: Sequence[Mention], exact: Mapping[int, Link]
    ) -> None:
        self._source = source
        self._names = SourceNames(entities, source)
        self._answered: dict[int | None, set[str]] = {}
        self._open: dict[int | None, int] = {}
        for index, mention in enumerate(mentions):
            unit = source.number(mention.span.start)
            link = exact.get(index)
            if link is None:
                self._open[unit] = self._open.get(unit, 0) + 1
            else:
                known = {candidate.entity.id for candidate in link.candidates}
                self._answered.setdefault(unit, set()).update(known)

    def names(self, mention: Mention) -> tuple[SourceName, ...]:
        """Listed names in the part of the source that belongs to a mention."""
        return self._names.beside(mention.span.start)

    def rows(self, mention: Mention, entity: Entity) -> list[Evidence]:
        """The rows that the source gives for an entity."""
        every = self.names(mention)
        own = [name for name in every if name.entity.id == entity.id]
        if not own:
            return self._absent(mention, entity)
        best = max(own, key=lambda name: name.whole)
        rivals = {name.entity.id for name in every if name.span == best.span}
        if len(rivals) > 1 or not best.whole:
            return [evidence("source_part", 1.0 / len(rivals), query=best.text, candidate=entity.name)]
        rows = [evidence("source", 1.0, query=best.text, candidate=entity.name)]
        if self._left_over(mention, every) == {entity.id}:
            detail = "no other listed name of the source is missing here, and no other name is open"
            rows.append(evidence("source_left", 1.0, detail=detail, query=mention.text, candidate=entity.name))
        return rows

    def _left_over(self, mention: Mention, every: Sequence[SourceName]) -> set[str]:
        """Whole names of the source that nothing in the translation answers to, where one mention is left to answer."""
        unit = self._source.number(mention.span.start)
        if self._open.get(unit) != 1:
            return set()
        return {name.entity.id for name in every if name.whole} - self._answered.get(unit, set())

    def _absent(self, mention: Mention, entity: Entity) -> list[Evidence]:
        unit = self._source.beside(mention.span.start)
        written = script(unit) if unit else Script.LATIN
        if written is Script.LATIN:
            return []
        native = [form.text for form in entity.forms if form.type is FormType.NATIVE and script(form.text) is written]
        return [evidence("not_in_source", 1.0, query=native[0], candidate=entity.name)] if native else []
