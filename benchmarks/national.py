"""The countries of the world in a list, and who holds their highest offices on a day."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from copydesk import EntityList, PartialDate
from copydesk.core.dates import When
from copydesk.core.entity import Fact

#: ISO 3166 codes of the 193 members of the United Nations
MEMBERS = frozenset(
    "AF AL DZ AD AO AG AR AM AU AT AZ BS BH BD BB BY BE BZ BJ BT BO BA BW BR BN BG BF BI CV KH CM CA CF TD CL CN CO KM CG CD"
    " CR CI HR CU CY CZ DK DJ DM DO EC EG SV GQ ER EE SZ ET FJ FI FR GA GM GE DE GH GR GD GT GN GW GY HT HN HU IS IN ID IR IQ"
    " IE IL IT JM JP JO KZ KE KI KP KR KW KG LA LV LB LS LR LY LI LT LU MG MW MY MV ML MT MH MR MU MX FM MC MD MN ME MA MZ MM"
    " NA NR NP NL NZ NI NE NG MK NO OM PK PW PA PG PY PE PH PL PT QA RO RU RW KN LC VC WS SM ST SA SN RS SC SL SG SK SI SB SO"
    " ZA SS ES LK SD SR SE CH SY TJ TZ TH TL TG TO TT TN TR TM TV UG UA AE GB US UY UZ VU VE VN YE ZM ZW".split()
)
#: … and the Vatican, Palestine, Kosovo and Taiwan
COUNTRIES = MEMBERS | frozenset(("VA", "PS", "XK", "TW"))
#: countries that for some of 2010 to 2025 had no prime minister, or none apart from the head of state
PRESIDENTIAL = frozenset(
    "AF AO AR BI BJ BN BO BR BW CG CH CL CO CR CU CY DO EC ER FM GH GM GT HN ID IR KE KG KI KM LR MH MV MW MX NG NI NR OM PA PH"
    " PW PY SA SC SD SL SM SN SR SS SV TD TM TR US UY VA VE ZA ZM ZW".split()
)
#: the first year on whose 1 July a country existed
FOUNDED = {"SS": 2012}


@dataclass(frozen=True, slots=True, kw_only=True)
class Post:
    """An office as this benchmark asks for it: roles of the list, some of them only under certain titles."""

    name: str
    roles: dict[str, re.Pattern[str] | None]

    def means(self, fact: Fact) -> bool:
        """Whether a fact that somebody holds an office is about this one."""
        if fact.role is None or fact.role not in self.roles:
            return False
        titles = self.roles[fact.role]
        return titles is None or titles.search(fact.title or "") is not None


_LEADERS = re.compile(
    r"^((de facto )?leader$|head of state|co-prince|captain regent|chair\w* of .*(council|presidency)\b)", re.I
)
_PRESIDENCY = re.compile(r"\b(chair\w*|member) of the presidency$", re.I)
_POPE = re.compile(r"^pope\b", re.I)
_VICEROY = re.compile(r"^governor[- ]general", re.I)
MONARCH = Post(name="monarch", roles={"monarch": None, "religious_leader": _POPE})
PRESIDENT = Post(name="president", roles={"president": None, "leader": _LEADERS})
VICEROY = Post(name="governor-general", roles={"governor": _VICEROY})
SUPREME = Post(name="supreme leader", roles={"supreme_leader": None, "leader": _LEADERS})
HEAD_OF_STATE = Post(
    name="head of state",
    roles=MONARCH.roles | PRESIDENT.roles | VICEROY.roles | SUPREME.roles | {"head": _PRESIDENCY},
)
HEAD_OF_GOVERNMENT = Post(name="head of government", roles={"prime_minister": None})
FOREIGN_MINISTER = Post(name="foreign minister", roles={"foreign_minister": None})
_NATIONAL = ("president", "prime_minister", "monarch", "foreign_minister")


class World:
    """The countries of a list by ISO code, each with the entities that stand for it in statements about offices."""

    def __init__(self, entities: EntityList) -> None:
        self.entities = entities
        self.ids: dict[str, frozenset[str]] = _country_ids(entities)

    def facts(self, post: Post, code: str) -> Iterator[Fact]:
        """All who ever held a post of a country."""
        return self.facts_of(post, self.ids.get(code, frozenset()))

    def facts_of(self, post: Post, ids: frozenset[str]) -> Iterator[Fact]:
        """All who ever held a post of one of these entities."""
        return (
            fact
            for ident in sorted(ids)
            for role in post.roles
            for fact in self.entities.holders(role, ident)
            if post.means(fact)
        )

    def known(self, post: Post, code: str, day: PartialDate) -> When | None:
        """INSIDE where somebody surely held the post on a day, UNSURE where somebody may have, None where nobody is known."""
        found = {fact.period.when(day) for fact in self.facts(post, code)}
        return When.INSIDE if When.INSIDE in found else When.UNSURE if When.UNSURE in found else None

    def persons(self, post: Post, code: str, day: PartialDate) -> list[str]:
        """The names of all who surely held the post on a day."""
        found = dict.fromkeys(fact.subject for fact in self.facts(post, code) if fact.period.when(day) is When.INSIDE)
        return [self.entities.by_id[ident].name for ident in found]

    def governs(self, code: str, day: PartialDate, *, anywhere: bool) -> When | None:
        """Who heads the government: the prime minister, or the head of state of presidential systems (or ``anywhere``)."""
        found = self.known(HEAD_OF_GOVERNMENT, code, day)
        if found is When.INSIDE or not (anywhere or code in PRESIDENTIAL):
            return found
        other = self.known(HEAD_OF_STATE, code, day)
        return When.INSIDE if other is When.INSIDE else found or other


def _country_ids(entities: EntityList) -> dict[str, frozenset[str]]:
    """What is marked with the ISO code, and of what has the code that of which most high offices are stated."""
    ids: dict[str, set[str]] = defaultdict(set)
    objects: dict[str, Counter[str]] = defaultdict(Counter)
    for role in _NATIONAL:
        for fact in entities.in_role(role):
            of = entities.get(fact.object)
            if of is not None and of.country in COUNTRIES:
                objects[of.country][of.id] += 1
    for code in COUNTRIES:
        ids[code].update(ident for ident, _ in objects[code].most_common(1))
    for entity in entities.entities:
        code = entity.country or ""
        if code in COUNTRIES and f"iso:{code}" in (entity.id, *entity.same_as):
            ids[code].add(entity.id)
    # the Pope's office is the Holy See's
    for fact in entities.in_role("religious_leader"):
        if fact.object and _POPE.search(fact.title or ""):
            ids["VA"].add(fact.object)
            ids["VA"].update(named.entity.id for named in entities.named("Vatican City") if named.entity.country == "VA")
    return {code: frozenset(found) for code, found in ids.items() if found}
