"""A small reference list, made by hand, so that reading, linking and claims are tested without the shipped one."""

from __future__ import annotations

from functools import lru_cache

from copydesk.core.dates import PartialDate, Period
from copydesk.core.entity import Entity, Fact, FormType, Kind, NameForm, Office, Relation
from copydesk.desk import Desk
from copydesk.entities import EntityList
from one_desk import NO_READER

_OFFICES = {
    "president": ("President", True),
    "prime_minister": ("Prime Minister|Premier|Chancellor", True),
    "foreign_minister": ("Foreign Minister|Minister of Foreign Affairs|Secretary of State", True),
    "deputy_foreign_minister": ("Deputy Foreign Minister", False),
    "defence_minister": ("Defence Minister|Defense Minister|Minister of Defence|Minister of Defense", True),
    "spokesperson": ("Spokesman|Spokeswoman|Spokesperson", False),
    "adviser": ("Adviser|Advisor", False),
    "supreme_leader": ("Supreme Leader", True),
    "secretary_general": ("Secretary-General|Secretary General", True),
    "legislator": ("Senator|Lawmaker", False),
    "mayor": ("Mayor", True),
}

#: id, name, country, family, aliases
_PERSONS = """
nikol-pashinyan    | Nikol Pashinyan          | AM | Pashinyan    |
jeyhun-bayramov    | Jeyhun Bayramov          | AZ | Bayramov     |
mevlut-cavusoglu   | Mevlüt Çavuşoğlu         | TR | Çavuşoğlu    | Mevlut Cavusoglu
sergey-lavrov      | Sergey Lavrov            | RU | Lavrov       |
sergey-shoigu      | Sergey Shoigu            | RU | Shoigu       |
vladimir-putin     | Vladimir Putin           | RU | Putin        |
dmitry-medvedev    | Dmitry Medvedev          | RU | Medvedev     |
dmitry-peskov      | Dmitry Peskov            | RU | Peskov       |
ali-akbar-velayati | Ali Akbar Velayati       | IR | Velayati     |
ali-khamenei       | Ali Khamenei             | IR | Khamenei     |
angela-merkel      | Angela Merkel            | DE | Merkel       |
emmanuel-macron    | Emmanuel Macron          | FR | Macron       |
xi-jinping         | Xi Jinping               | CN | Xi           |
theresa-may        | Theresa May              | GB | May          |
boris-johnson      | Boris Johnson            | GB | Johnson      |
ron-johnson        | Ron Johnson              | US | Johnson      |
antonio-guterres   | António Guterres         | PT | Guterres     |
stephane-dujarric  | Stéphane Dujarric        | FR | Dujarric     | Stephane Dujarric
ana-sallay         | Ana Sallay               | SL | Sallay       |
omar-deng          | Omar Deng                | SS | Deng         |
"""

#: id, name, kind, country, demonyms and other forms as type:form
_THINGS = """
armenia     | Armenia          | place        | AM | demonym:Armenian  demonym:Armenians
azerbaijan  | Azerbaijan       | place        | AZ | demonym:Azerbaijani  demonym:Azerbaijanis
turkey      | Turkey           | place        | TR | demonym:Turkish
russia      | Russia           | place        | RU | demonym:Russian  demonym:Russians
iran        | Iran             | place        | IR | demonym:Iranian
germany     | Germany          | place        | DE | demonym:German
france      | France           | place        | FR | demonym:French
china       | China            | place        | CN | demonym:Chinese
britain     | United Kingdom   | place        | GB | demonym:British  alias:UK
yerevan     | Yerevan          | place        | AM |
baku        | Baku             | place        | AZ |
ganja       | Ganja            | place        | AZ |
ankara      | Ankara           | place        | TR |
jerusalem   | Jerusalem        | place        | IL |
israel      | Israel           | place        | IL | demonym:Israeli
karabakh    | Nagorno-Karabakh | place        |    | alias:Karabakh  clipped:Naka  clipped:Naka_region
stepanakert | Stepanakert      | place        |    |
un          | United Nations   | organization |    | acronym:UN
sputnik     | Sputnik          | organization | RU | translated:Russian_Satellite_Network
tass        | TASS             | organization | RU |
"""

#: subject, relation, object, role or rank, start, end, as-of, disputed
_FACTS = """
nikol-pashinyan    | holds_office | armenia     | prime_minister          | 2018-05-08 |            | 2025-01-01 |
jeyhun-bayramov    | holds_office | azerbaijan  | foreign_minister        | 2020-07-16 |            | 2025-01-01 |
mevlut-cavusoglu   | holds_office | turkey      | foreign_minister        | 2015-11-24 | 2023-06-03 |            |
sergey-lavrov      | holds_office | russia      | foreign_minister        | 2004-03-09 |            | 2025-01-01 |
sergey-shoigu      | holds_office | russia      | defence_minister        | 2012-11-06 | 2024-05-12 |            |
vladimir-putin     | holds_office | russia      | president               | 2012-05-07 |            | 2025-01-01 |
dmitry-medvedev    | holds_office | russia      | president               | 2008-05-07 | 2012-05-07 |            |
dmitry-peskov      | holds_office | russia      | spokesperson            | 2012-05-22 |            | 2025-01-01 |
ali-akbar-velayati | holds_office | iran        | adviser                 | 1997       |            | 2025-01-01 |
ali-khamenei       | holds_office | iran        | supreme_leader          | 1989-06-04 |            | 2025-01-01 |
angela-merkel      | holds_office | germany     | prime_minister          | 2005-11-22 | 2021-12-08 |            |
emmanuel-macron    | holds_office | france      | president               | 2017-05-14 |            | 2025-01-01 |
xi-jinping         | holds_office | china       | president               | 2013-03-14 |            | 2025-01-01 |
theresa-may        | holds_office | britain     | prime_minister          | 2016-07-13 | 2019-07-24 |            |
boris-johnson      | holds_office | britain     | prime_minister          | 2019-07-24 | 2022-09-06 |            |
antonio-guterres   | holds_office | un          | secretary_general       | 2017-01-01 |            | 2025-01-01 |
stephane-dujarric  | holds_office | un          | spokesperson            | 2014-03-10 |            | 2025-01-01 |
ana-sallay         | holds_office | israel      | president               | 2015       | 2020       |            | yes
yerevan            | capital_of   | armenia     |                         |            |            | 2025-01-01 |
baku               | capital_of   | azerbaijan  |                         |            |            | 2025-01-01 |
ankara             | capital_of   | turkey      |                         |            |            | 2025-01-01 |
stepanakert        | capital_of   | karabakh    |                         |            | 2023-09-30 |            | yes
jerusalem          | capital_of   | israel      |                         |            |            | 2025-01-01 | yes
karabakh           | part_of      | azerbaijan  |                         |            |            | 2025-01-01 | yes
ganja              | located_in   | azerbaijan  |                         |            |            | 2025-01-01 |
ganja              | rank         | azerbaijan  | second-largest city     |            |            | 2025-01-01 |
"""


def _cells(table: str) -> list[list[str]]:
    return [[cell.strip() for cell in line.split("|")] for line in table.strip().splitlines()]


def _person(ident: str, name: str, country: str, family: str, alias: str) -> Entity:
    forms = (NameForm(text=alias, type=FormType.ALIAS),) if alias else ()
    return Entity(id=ident, name=name, kind=Kind.PERSON, country=country, family=(family,), forms=forms)


def _thing(ident: str, name: str, kind: str, country: str, forms: str) -> Entity:
    read = [form.replace("_", " ").split(":") for form in forms.split()]
    return Entity(
        id=ident,
        name=name,
        kind=Kind(kind),
        country=country or None,
        forms=tuple(NameForm(text=text, type=FormType(type_)) for type_, text in read),
    )


def _fact(subject: str, relation: str, of: str, what: str, start: str, end: str, as_of: str, disputed: str) -> Fact:
    dates = [PartialDate.parse(text) if text else None for text in (start, end, as_of)]
    office = relation == Relation.HOLDS_OFFICE
    return Fact(
        subject=subject,
        relation=Relation(relation),
        object=of,
        role=what if office else None,
        title=None if office else what or None,
        period=Period(start=dates[0], end=dates[1], as_of=dates[2]),
        disputed=bool(disputed),
        note="serious sources disagree" if disputed else "",
    )


@lru_cache(maxsize=1)
def small_list() -> EntityList:
    persons = [_person(*cells) for cells in _cells(_PERSONS)]
    things = [_thing(*cells) for cells in _cells(_THINGS)]
    offices = [
        Office(role=role, titles=tuple(titles.split("|")), single=single, rank=1) for role, (titles, single) in _OFFICES.items()
    ]
    return EntityList([*persons, *things], [_fact(*cells) for cells in _cells(_FACTS)], offices, signature="small")


@lru_cache(maxsize=1)
def small_desk() -> Desk:
    return Desk(small_list(), NO_READER)
