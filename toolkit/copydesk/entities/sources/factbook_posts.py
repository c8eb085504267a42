"""Offices in the CIA World Factbook's lists of heads of state and government and of ambassadors, read from title and name.

The lists are one line of prose a country, cut into title and name by rule, and the cut is often wrong (``Prime | Minister
Karen Karapetyan``): title and name are read as one text, and what stands behind a known title must be a name and nothing else.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from copydesk.entities.records import World
from copydesk.entities.sources.cia_names import PersonName, cleaned, told_apart

_RANKED = r"(?:(?P<rank>first|second|third|fourth|executive|permanent|1st|2nd|3rd) )?"
_ORDER = {"1st": "first", "2nd": "second", "3rd": "third", "executive": "executive", "permanent": "permanent"}
#: titles at the start of a text, the longest first, with the role and the title printed
_HEADS = tuple(
    (re.compile(pattern + r"(?:,|(?= )|$)", re.IGNORECASE), role, title)
    for pattern, role, title in (
        (r"supreme leader", "supreme_leader", "Supreme Leader"),
        (_RANKED + r"deputy prime ministers?", "deputy_prime_minister", "Deputy Prime Minister"),
        (_RANKED + r"vice prime ministers?", "deputy_prime_minister", "Vice Prime Minister"),
        (_RANKED + r"deputy premiers?", "deputy_prime_minister", "Deputy Premier"),
        (_RANKED + r"vice premiers?", "deputy_prime_minister", "Vice Premier"),
        (r"vice chancellor", "deputy_prime_minister", "Vice Chancellor"),
        (_RANKED + r"(?:co-)?vice[ -]presidents?", "vice_president", "Vice President"),
        (r"deputy president", "vice_president", "Deputy President"),
        (r"president of the government", "prime_minister", "Prime Minister"),
        (r"(?:president|chairman) of the council of ministers", "prime_minister", "Prime Minister"),
        (r"head of government", "prime_minister", "Head of Government"),
        (r"minister of state", "prime_minister", "Minister of State"),
        (r"prime minister(?:,? (?:and )?(?:first )?vice president)?", "prime_minister", "Prime Minister"),
        (r"premier", "prime_minister", "Premier"),
        (r"chancellor", "prime_minister", "Chancellor"),
        (r"taoiseach", "prime_minister", "Taoiseach"),
        (r"(?:executive |state )?president(?: of the (?:republic|swiss confederation))?", "president", "President"),
        (r"governor[ -]general(?: of (?:the )?(?:commonwealth of (?:the )?)?(?:australia|bahamas))?", "governor",
         "Governor General"),
        (r"chief executive", "governor", "Chief Executive"),
        (r"king", "monarch", "King"), (r"queen", "monarch", "Queen"), (r"a?e?mir", "monarch", "Emir"),
        (r"sultan(?: and prime minister)?", "monarch", "Sultan"), (r"emperor", "monarch", "Emperor"),
        (r"grand duke", "monarch", "Grand Duke"), (r"prince", "monarch", "Prince"),
        (r"pope", "religious_leader", "Pope"),
    )
)  # fmt: skip
#: titles that mean the office in these countries only
_ONLY = {
    "Minister of State": {"MC"}, "Chief Executive": {"HK", "MO"}, "Prince": {"MC", "LI"}, "Chancellor": {"AT", "DE"},
    "Vice Chancellor": {"AT", "DE"}, "Grand Duke": {"LU"}, "Sultan": {"OM", "BN"}, "Pope": {"VA"}, "Emperor": {"JP"},
    "Supreme Leader": {"IR"}, "Head of Government": {"MA", "TN", "LI"},
}  # fmt: skip
#: countries whose head of government is printed as a president and is no head of state
_PRESIDENT_IS_PREMIER = frozenset(("ES", "IT"))
_ACTING = re.compile(
    r"\b(?:acting|interim|caretaker|transition(?:al)?)\s+|,?\s*\((?:acting|interim|caretaker)\)", re.IGNORECASE
)
_COMING = re.compile(r"\b(?:designate|elect|ad int\w+|acting|interim)\b", re.IGNORECASE)
#: ``President of the Islamic Republic of Afghanistan Ashraf Ghani``
_OF = (
    r"(?i)^(president|prime minister|king|queen|governor[ -]general|chief executive) of (?:the )?"
    r"(?:(?:islamic )?republic of |kingdom of |commonwealth of )?(?:the )?(?:{}|tisa),?\s+"
)
_AMBASSADOR = re.compile(r"ambassador(?:[ -]at[ -]large)?(?= )", re.IGNORECASE)
#: country names of the CIA that English newsrooms do not print
_PRINTED = {
    "Burma": "Myanmar", "Czechia": "Czech Republic", "Cabo Verde": "Cape Verde", "Timor-Leste": "East Timor",
    "Swaziland": "Eswatini", "Macedonia": "North Macedonia", "Turkey (Turkiye)": "Turkey", "Cote d'Ivoire": "Ivory Coast",
    "Holy See (Vatican City)": "the Holy See", "Holy See": "the Holy See", "Congo (Brazzaville)": "the Republic of the Congo",
    "DRC": "the Democratic Republic of the Congo", "Congo (Kinshasa)": "the Democratic Republic of the Congo",
    "Congo, Democratic Republic of the": "the Democratic Republic of the Congo",
    "Zaire": "the Democratic Republic of the Congo",
    "Congo, Republic of the": "the Republic of the Congo", "Micronesia, Federated States of": "Micronesia",
    "Federated States of Micronesia": "Micronesia", "Côte d'Ivoire": "Ivory Coast", "Turkey": "Turkey", "Turkiye": "Turkey",
    "Bahamas, The": "the Bahamas", "Gambia, The": "the Gambia", "Philippines": "the Philippines",
    "Netherlands": "the Netherlands", "United Kingdom": "the United Kingdom", "Marshall Islands": "the Marshall Islands",
    "Solomon Islands": "the Solomon Islands", "Dominican Republic": "the Dominican Republic", "Maldives": "the Maldives",
    "United Arab Emirates": "the United Arab Emirates", "Central African Republic": "the Central African Republic",
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Post:
    """An office: its role, the title printed, the entity id of its country, and what makes it one post."""

    role: str
    title: str
    of: str
    #: another holder at the same time would be a contradiction
    single: bool
    key: str
    #: held until somebody is appointed: no fact, but it says that the last holder is gone
    acting: bool = False


def head(text: str, row_country: str, country: str, world: World, *, government: bool) -> tuple[Post, PersonName] | str:
    """The office and the holder of a head's row, or the reason why it is refused. ``text`` is title and name."""
    text = re.sub(_OF.format(re.escape(printed(row_country).removeprefix("the "))), r"\1 ", text)
    acting = _ACTING.search(text) is not None
    text = _ACTING.sub("", text)
    if _COMING.search(text):
        return "not yet in office"
    for pattern, role, title in _HEADS:
        match = pattern.match(text)
        if match is None:
            continue
        if title in _ONLY and world.code(country) not in _ONLY[title]:
            return "not plainly one office"
        if role == "president" and government and world.code(country) in _PRESIDENT_IS_PREMIER:
            role, title = "prime_minister", "Prime Minister"
        rank = (match.groupdict().get("rank") or "").lower()
        title = f"{_ORDER.get(rank, rank).capitalize()} {title}".strip()
        bare = cleaned(text[match.end() :], regnal=role in ("monarch", "religious_leader"))
        name = told_apart(bare, title, world.code(country)) if bare else None
        if name is None:
            return "not plainly one name"
        single = role not in ("vice_president", "deputy_prime_minister")
        return Post(role=role, title=title, of=country, single=single, key=role if single else title, acting=acting), name
    return "not plainly one office"


def ambassador(text: str, row_country: str, country: str, us: str, *, sent: bool) -> tuple[Post, PersonName] | str:
    """The same for an ambassador's row: ``sent`` by the United States to the country, or by the country to it."""
    match = _AMBASSADOR.match(text)
    if match is None or _COMING.search(text):
        return "no ambassador"
    name = cleaned(text[match.end() :])
    if name is None or " " not in name.name:
        return "not plainly one name"
    title = f"Ambassador to {printed(row_country)}" if sent else "Ambassador to the United States"
    return Post(
        role="ambassador", title=title, of=us if sent else country, single=True, key=f"to {country if sent else us}"
    ), name


def printed(country: str) -> str:
    """``Korea, South`` → South Korea, ``Burma`` → Myanmar."""
    if country in _PRINTED:
        return _PRINTED[country]
    first, comma, rest = country.partition(", ")
    return f"{rest} {first}" if comma else re.sub(r"^The ", "the ", country)
