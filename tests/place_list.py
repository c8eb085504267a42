"""A small map of the world, made by hand, for claims of place: countries, regions, towns, namesakes and disputes."""

from __future__ import annotations

from functools import lru_cache

from copydesk.claims.places import place_claims
from copydesk.claims.placing import judge_place
from copydesk.claims.setting import setting_of
from copydesk.core.claim import Judgement
from copydesk.core.dates import PartialDate, Period
from copydesk.core.entity import Entity, Fact, FormType, Kind, NameForm, Relation
from copydesk.core.mention import Link
from copydesk.entities import EntityList
from copydesk.linking import Linker
from copydesk.reader.mentions import scan
from copydesk.text import parse_document

DAY = "2020-10-06"

#: id, name, country, description, prominence, other forms as type:form
_PLACES = """
italy          | Italy                 | IT | country in Europe              | 0.9 | demonym:Italian
france         | France                | FR | country in Europe              | 0.9 | demonym:French
hungary        | Hungary               | HU | country in Europe              | 0.9 | demonym:Hungarian
romania        | Romania               | RO | country in Europe              | 0.9 | demonym:Romanian
georgia        | Georgia               | GE | country in the South Caucasus  | 0.9 | demonym:Georgian
united-states  | United States         | US | country in North America       | 0.9 | demonym:American  alias:US
britain        | United Kingdom        | GB | country in Europe              | 0.9 | demonym:British
england        | England               | GB | country of the United Kingdom  | 0.9 | demonym:English
scotland       | Scotland              | GB | country of the United Kingdom  | 0.9 | demonym:Scottish
ukraine        | Ukraine               | UA | country in Europe              | 0.9 | demonym:Ukrainian
russia         | Russia                | RU | country in Europe and Asia     | 0.9 | demonym:Russian
israel         | Israel                | IL | country in Asia                | 0.9 | demonym:Israeli
india          | India                 | IN | country in Asia                | 0.9 | demonym:Indian
south-africa   | South Africa          | ZA | country in Africa              | 0.9 | demonym:South_African
kenya          | Kenya                 | KE | country in Africa              | 0.9 | demonym:Kenyan
ghana          | Ghana                 | GH | country in Africa              | 0.9 | demonym:Ghanaian
burundi        | Burundi               | BI | country in Africa              | 0.9 | demonym:Burundian
seychelles     | Seychelles            | SC | country in Africa              | 0.9 | demonym:Seychellois
crimea         | Crimea                |    | peninsula in the Black Sea     | 0.9 | demonym:Crimean
georgia-state  | Georgia               | US | state of the United States     | 0.9 |
texas          | Texas                 | US | state of the United States     | 0.9 | demonym:Texan
tuscany        | Tuscany               | IT | region of Italy                | 0.9 | demonym:Tuscan
lazio          | Lazio                 | IT | region of Italy                | 0.9 |
rome           | Rome                  | IT | capital of Italy               | 0.9 | demonym:Roman
florence       | Florence              | IT | city in Italy                  | 0.9 |
milan          | Milan                 | IT | second-largest city of Italy   | 0.9 | foreign:Mailand
paris          | Paris                 | FR | capital of France              | 0.9 |
paris-texas    | Paris                 | US | town                           | 0.1 |
lyon           | Lyon                  | FR | city in France                 | 0.9 |
budapest       | Budapest              | HU | capital of Hungary             | 0.9 |
debrecen       | Debrecen              | HU | second-largest city of Hungary | 0.9 |
bekes          | Bekes                 | HU | town                           | 0.2 |
bucharest      | Bucharest             | RO | capital of Romania             | 0.9 |
tbilisi        | Tbilisi               | GE | capital of Georgia             | 0.9 |
batumi         | Batumi                | GE | city in Georgia                | 0.9 |
atlanta        | Atlanta               | US | city in the United States      | 0.9 |
austin         | Austin                | US | city in the United States      | 0.9 |
london         | London                | GB | capital of the United Kingdom  | 0.9 |
leeds          | Leeds                 | GB | city in the United Kingdom     | 0.9 |
glasgow        | Glasgow               | GB | city in the United Kingdom     | 0.9 |
kyiv           | Kyiv                  | UA | capital of Ukraine             | 0.9 | alias:Kiev
lviv           | Lviv                  | UA | city in Ukraine                | 0.9 | former:Lemberg
sevastopol     | Sevastopol            |    | city in Crimea                 | 0.9 |
moscow         | Moscow                | RU | capital of Russia              | 0.9 |
jerusalem      | Jerusalem             | IL | city                           | 0.9 |
haifa          | Haifa                 | IL | city in Israel                 | 0.9 |
new-delhi      | New Delhi             | IN | capital of India               | 0.9 |
delhi          | Delhi                 | IN | city in India                  | 0.9 |
mumbai         | Mumbai                | IN | city in India                  | 0.9 |
bloemfontein   | Bloemfontein          | ZA | capital of South Africa        | 0.9 |
cape-town      | Cape Town             | ZA | capital of South Africa        | 0.9 |
durban         | Durban                | ZA | city in South Africa           | 0.9 |
nairobi        | Nairobi               | KE | capital of Kenya               | 0.9 |
mombasa        | Mombasa               | KE | city in Kenya                  | 0.9 |
accra          | Accra                 | GH | capital of Ghana               | 0.9 |
bujumbura      | Bujumbura             | BI | city in Burundi                | 0.9 |
gitega         | Gitega                | BI | capital of Burundi             | 0.9 |
victoria-sc    | Victoria              | SC | capital of Seychelles          | 0.5 |
victoria-in    | Victoria              | IN | city in India                  | 0.9 |
"""

#: subject, relation, object, rank, start, end, disputed
_ROWS = """
england       | part_of    | britain       |                     |      |      |
scotland      | part_of    | britain       |                     |      |      |
crimea        | part_of    | ukraine       |                     |      |      | yes
crimea        | part_of    | russia        |                     |      |      | yes
georgia-state | part_of    | united-states |                     |      |      |
texas         | part_of    | united-states |                     |      |      |
tuscany       | part_of    | italy         |                     |      |      |
lazio         | part_of    | italy         |                     |      |      |
rome          | capital_of | italy         |                     |      |      |
rome          | located_in | lazio         |                     |      |      |
florence      | located_in | tuscany       |                     |      |      |
florence      | capital_of | tuscany       |                     |      |      |
milan         | located_in | italy         |                     |      |      |
milan         | rank       | italy         | second-largest city |      |      |
rome          | rank       | italy         | largest city        |      |      |
paris         | capital_of | france        |                     |      |      |
paris-texas   | located_in | united-states |                     |      |      |
lyon          | located_in | france        |                     |      |      |
budapest      | capital_of | hungary       |                     |      |      |
debrecen      | located_in | hungary       |                     |      |      |
bekes         | located_in | hungary       |                     |      |      |
bucharest     | capital_of | romania       |                     |      |      |
tbilisi       | capital_of | georgia       |                     |      |      |
batumi        | located_in | georgia       |                     |      |      |
atlanta       | located_in | georgia-state |                     |      |      |
atlanta       | capital_of | georgia-state |                     |      |      |
austin        | located_in | texas         |                     |      |      |
austin        | capital_of | texas         |                     |      |      |
london        | capital_of | britain       |                     |      |      |
leeds         | located_in | england       |                     |      |      |
glasgow       | located_in | scotland      |                     |      |      |
kyiv          | capital_of | ukraine       |                     |      |      |
lviv          | located_in | ukraine       |                     |      |      |
sevastopol    | located_in | ukraine       |                     |      |      | yes
sevastopol    | located_in | russia        |                     |      |      | yes
moscow        | capital_of | russia        |                     |      |      |
jerusalem     | capital_of | israel        |                     |      |      | yes
haifa         | located_in | israel        |                     |      |      |
new-delhi     | capital_of | india         |                     |      |      |
delhi         | located_in | india         |                     |      |      |
mumbai        | located_in | india         |                     |      |      |
bloemfontein  | capital_of | south-africa  |                     |      |      |
cape-town     | capital_of | south-africa  |                     |      |      |
durban        | located_in | south-africa  |                     |      |      |
nairobi       | capital_of | kenya         |                     |      |      |
mombasa       | located_in | kenya         |                     |      |      |
accra         | capital_of | ghana         |                     |      |      |
bujumbura     | located_in | burundi       |                     |      |      |
bujumbura     | capital_of | burundi       |                     |      | 2019 |
gitega        | capital_of | burundi       |                     | 2019 |      |
victoria-sc   | capital_of | seychelles    |                     |      |      |
victoria-in   | located_in | india         |                     |      |      |
radio-lyon    | located_in | lyon          |                     |      |      |
"""


def _cells(table: str) -> list[list[str]]:
    return [[cell.strip() for cell in line.split("|")] for line in table.strip().splitlines()]


def _place(ident: str, name: str, country: str, description: str, prominence: str, forms: str) -> Entity:
    read = [form.replace("_", " ").split(":") for form in forms.split()]
    return Entity(
        id=ident, name=name, kind=Kind.PLACE, country=country or None, description=description, prominence=float(prominence),
        forms=tuple(NameForm(text=text, type=FormType(type_)) for type_, text in read),
    )  # fmt: skip


def _row(subject: str, relation: str, of: str, rank: str, start: str, end: str, disputed: str) -> Fact:
    dates = [PartialDate.parse(text) if text else None for text in (start, end)]
    return Fact(
        subject=subject, relation=Relation(relation), object=of, title=rank or None, source="hand-written",
        period=Period(start=dates[0], end=dates[1]), disputed=bool(disputed),
        note="sources disagree" if disputed else "",
    )  # fmt: skip


@lru_cache(maxsize=1)
def world() -> EntityList:
    radio = Entity(id="radio-lyon", name="Radio Lyon", kind=Kind.ORGANIZATION, country="FR")
    person = Entity(id="ann-london", name="Ann London", kind=Kind.PERSON, country="GB", family=("London",))
    entities = [radio, person, *(_place(*cells) for cells in _cells(_PLACES))]
    return EntityList(entities, [_row(*cells) for cells in _cells(_ROWS)], (), signature="world")


@lru_cache(maxsize=1)
def linker() -> Linker:
    return Linker(world())


def judged_places(text: str, day: str = DAY) -> list[Judgement]:
    """The place claims of a text with their verdicts, in text order."""
    date = PartialDate.parse(day) if day else None
    document = parse_document(text, date=date)
    scanned = scan(document, linker().lexicon)
    mentions = [mention for sentence in scanned for mention in sentence.mentions]
    links = linker().link(document.reading.text, mentions, date)
    setting = setting_of(scanned, world())
    here: dict[int, list[Link]] = {}
    for link in links:
        here.setdefault(link.mention.sentence, []).append(link)
    found = [
        claim for one in scanned for claim in place_claims(one, here.get(one.index, ()), linker().lexicon, setting)
    ]  # fmt: skip
    return [judge_place(claim, date, world()) for claim in sorted(found, key=lambda claim: claim.span)]
