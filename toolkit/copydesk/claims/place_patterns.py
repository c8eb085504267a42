"""The words between two places, or beside one, that make a claim of them."""

from __future__ import annotations

import re

_S = r"[ \u00a0]"
RANK = r"(?:(?:second|third|fourth|fifth|2nd|3rd|4th|5th)[ -])?(?:largest|biggest|most populous)"
_TOWN = r"city|town|village|port|municipality|settlement|resort"
_AREA = r"province|region|governorate|state|district|oblast|republic|county|territory|prefecture|department|island|peninsula"
_FORMER = r"(?:former|ancient|old|one-time|erstwhile|historic(?:al)?|then|future|new|planned|designated|temporary|interim)"
_CAPITAL = (
    rf"(?P<when>{_FORMER}{_S})?(?:de facto{_S})?(?:provincial{_S}|state{_S}|regional{_S}|national{_S})?capital(?:{_S}city)?"
)
_THE = rf"(?:the{_S})?"
_NAMED = rf"(?:(?:{_AREA}){_S}of{_S}{_THE})?"

_FUNCTION = r"(?:from|of|in|to|at|for|and|or|with|by|on|near|outside|the|a|who|that|has|have|is|was|were|are)\b"

#: Ankara | , the capital of | Turkey; Ganja | is the second-largest city in | Azerbaijan; Manas | , a village in northern | …
BEHIND = re.compile(
    rf"(?:,?{_S}(?P<verb>is|was|remains|became|will{_S}be|which{_S}is|which{_S}was)(?:{_S}(?P<now>now|currently|once))?{_S}|,{_S}"
    rf"|{_S}[–—-]{_S}|{_S}\()"
    rf"(?:the{_S}|a{_S}|an{_S})?(?:(?:city|town){_S}and{_S})?"
    rf"(?P<what>{_CAPITAL}|{RANK}{_S}(?:{_TOWN})|(?:(?!{_FUNCTION})\w[\w-]*{_S}){{0,2}}?(?:{_TOWN}|{_AREA}))"
    rf"{_S}(?:of|in){_S}{_THE}(?:(?:north|south|east|west|central)\w*(?:-\w+)?{_S})?{_THE}{_NAMED}",
    re.IGNORECASE,
)  # fmt: skip
#: Armenia | 's capital | Yerevan; Turkey | 's second-largest city, | Ankara; Kenyan | capital, | Nairobi
OWN = re.compile(
    rf"(?:['’]s?)?{_S}(?P<what>{_CAPITAL}|{RANK}{_S}(?:{_TOWN}))(?P<comma>,|{_S}[–—-]|{_S}\(|{_S}of)?{_S}?", re.IGNORECASE
)
#: Turkish | port city of | Izmir; Kenyan | county | Kitui
KIND = re.compile(rf"{_S}(?:(?!{_FUNCTION})[a-z][\w-]*{_S}){{0,3}}?(?P<what>{_TOWN}|{_AREA})(?:{_S}of)?{_S}{_THE}")
#: Oslo | , | Norway | 's capital
ALSO = re.compile(rf",{_S}{_THE}")
OWNED = re.compile(rf"(?:['’]s?)?{_S}(?P<what>{_CAPITAL}|{RANK}{_S}(?:{_TOWN}))\b(?!{_S}of\b)", re.IGNORECASE)
#: the capital of | Norway | , | Oslo
OF_BEFORE = re.compile(rf"\b(?P<what>capital(?:{_S}city)?){_S}of{_S}{_THE}{_NAMED}$", re.IGNORECASE)
OF_BETWEEN = re.compile(rf"(?:,|{_S}[–—-])?{_S}")
#: Siena | in central | Italy
IN = re.compile(rf"{_S}in{_S}(?:(?:(?:north|south|east|west)(?:[- ]?(?:east|west))?(?:ern)?|central|mainland){_S})?{_THE}")
COMMA = re.compile(rf",{_S}{_THE}")
BRACKET = re.compile(rf"{_S}\({_THE}")
#: the country's capital, | Oslo; the regional capital | Florence
THE_CAPITAL = re.compile(
    rf"\b(?:(?:the|its|their|our){_S}(?:(?:country|nation)['’]s(?P<own>)|(?:republic|province|state|region|island)['’]s(?P<area>))"
    rf"{_S}|the{_S}|its{_S}|their{_S})"
    rf"(?P<what>(?P<kind>provincial|state|regional|oblast|territorial|county|district|island|national|country){_S}"
    rf"capital(?:{_S}city)?(?:{_S}of)?|capital(?:{_S}city(?:{_S}of)?)?)(?P<comma>,|{_S}[–—-]|{_S}\()?{_S}?$",
    re.IGNORECASE,
)
#: Austin | , the state capital
CAPITAL_BEHIND = re.compile(
    rf",{_S}(?:(?:the|its){_S}(?:(?:country|nation)['’]s(?P<own>)|(?:republic|province|state|region|island)['’]s(?P<area>)){_S}|the{_S})"
    rf"(?P<what>(?:(?P<kind>provincial|state|regional|oblast|territorial|county|district|island|national|country){_S})?"
    rf"capital(?:{_S}city)?)(?=[.,;)]|$|{_S}and\b|{_S}on\b)",
    re.IGNORECASE,
)
#: TASS | , which is headquartered in | Moscow
SEAT = re.compile(rf",?{_S}(?:which{_S}is{_S}|is{_S})?(?P<what>headquartered|based){_S}in{_S}(?:the{_S})?")

#: prepositions before a name that make it a location
LOCATIVE = re.compile(
    rf"\b(?:in|at|near|outside|of|from|to|around|across|into|towards?|for|through|via|visit(?:s|ed|ing)?|left|leaving|reached){_S}"
    rf"{_THE}(?:(?:\w+{_S}){{0,2}}?(?:{_TOWN}|suburb){_S}of{_S})?$",
    re.IGNORECASE,
)
AT = re.compile(rf"\b(?:in|at|near|outside|visit(?:s|ed|ing)?|(?:{_TOWN}){_S}of){_S}{_THE}$", re.IGNORECASE)
#: what may follow a location without being the verb of a clause that it is the subject of
CLOSED = re.compile(
    rf"\s*(?:[.,;:)!?\"”]|$)|{_S}(?:on|in|at|after|before|during|for|from|to|with|where|when|while|who|which|and|but|as|by"
    rf"|since|until|because|last|this|next|earlier|today|yesterday)\b"
)
ENDED = re.compile(r"\s*(?:[.;:)!?”]|$)")
AND = re.compile(rf",?{_S}(?:and|or|but)\b")
AND_NAME = re.compile(rf"(?:,?{_S}(?:and|or|as{_S}well{_S}as)|{_S}&|/){_S}?{_THE}(?=[A-Z])")
COMMA_NAME = re.compile(rf",{_S}{_THE}(?=[A-Z])")
#: what ends an apposition
SHUT = re.compile(r"\s*(?:[,.;:)–—]|$)")
LISTED_BEFORE = re.compile(rf"[A-Z][\w’'-]*(?:,|,?{_S}(?:and|or)|{_S}&|/){_S}?{_THE}$")
PAIRED = re.compile(r"\b(?:between|both|among|including|such as|like|versus|vs\.?|against)\b[^.;]{0,40}$", re.IGNORECASE)
#: a clause or sentence that opens with these puts a name behind a comma where its subject stands
OPENING = re.compile(
    r"[\s\"“'‘(]*(?:in|at|on|after|before|during|following|from|while|since|with|by|as|when|speaking|meeting|talking|arriving"
    r"|meanwhile|according|despite|for|to|of|under|within|over|if|although|though|unlike|outside|near|through|back)\b",
    re.IGNORECASE,
)
CLAUSE = re.compile(r"[,;:“\"(–—]|\bthat\b|\bwhile\b|\bbut\b")
#: words that put a statement into another time than the article's
HISTORIC = re.compile(
    r"\b(?:once|at the time|back then|used to be|centur(?:y|ies)|medieval|ancient|Soviet|USSR|Ottoman|Empire|imperial"
    r"|colonial|tsarist|Yugoslav\w*|Nazi|Reich|(?:1[0-8]\d\d|19[0-8]\d)s?|hypothetical|film|novel|fiction\w*|game|would"
    r"|mistak\w+ (?:for|as)|wrongly|confus\w+|instead of|rename\w*|move[ds]? (?:the|its|their) capital)\b",
    re.IGNORECASE,
)
NOT_NOW = frozenset(("was", "became", "once", "will be", "which was"))
#: how far such words speak of a claim, in code points
_NEAR = 80


def is_historic(sentence: str, start: int, end: int) -> bool:
    """Whether words beside a claim (its ends within the sentence) put it into another time or into none."""
    return HISTORIC.search(sentence, max(start - _NEAR, 0), end + _NEAR) is not None
