"""Verbs that give a post to the name before them: is, becomes, was elected, resigned as, his election as, heads."""

from __future__ import annotations

import re

_DET = r"(?:(?:the|a|an|its|his|her|their|our|another|new)[ \u00a0])*"
#: an age or a place in brackets, "who"
_WHO = r"(?:[ \u00a0]\([^()]{1,40}\))?(?:,?[ \u00a0]who)?"
_STILL = r"(?:(?:now|currently|still|also|then|recently|again|later|previously|once|long|officially|newly)[ \u00a0])*"
_POST = r"(?:post|position|job|role|office|duties|function|functions|title|powers)"
_GIVEN = r"(?:re-?)?(?:elected|appointed|named|made|sworn[ \u00a0]in|confirmed|nominated|chosen|selected|installed)"
_MODAL = r"(?:may|might|could|can|should|must|would|will)[ \u00a0](?:remain|stay|continue|become|be|take[ \u00a0]office)"
_BEING = r"(?:is|remains?|remained|stays|stayed|continues|becomes|became|has[ \u00a0](?:been|become)|was|had[ \u00a0]been)"
_DOING = r"(?:(?:has[ \u00a0])?(?:served|worked|held)|serves|acts|acted|works|holds|heading|to[ \u00a0]be)"
_GOING = r"(?:(?:took|takes)[ \u00a0](?:over|office)|resign(?:ed|s)|step(?:ped|s)[ \u00a0]down|retired)"
_AS_POST = rf"(?:as|to[ \u00a0]be|(?:(?:to|in|from)[ \u00a0])?(?:the|his|her)[ \u00a0]{_POST}[ \u00a0](?:of|as))"
_VERB = rf"(?:{_MODAL}|{_BEING}|{_DOING}|{_GOING}|(?:was|is|has[ \u00a0]been|been|be|being)[ \u00a0]{_GIVEN})"
_IS = re.compile(
    rf"{_WHO}[ \u00a0]{_STILL}(?P<verb>{_VERB})[ \u00a0]{_STILL}(?:{_AS_POST}[ \u00a0])?{_DET}",
    re.IGNORECASE,
)
#: further behind the name, in the same clause
_LATER = re.compile(
    rf"[^.;:!?“”\"]{{0,80}}?\b(?:(?P<given>{_GIVEN})[ \u00a0](?:as|to[ \u00a0]be|to[ \u00a0]the[ \u00a0]post[ \u00a0]of)"
    rf"|(?:was|been|being)[ \u00a0](?P<made>{_GIVEN})"
    r"|(?:his|her|whose)[ \u00a0](?:re-?)?(?P<gift>election|appointment|nomination|inauguration|selection)[ \u00a0](?:as|to)"
    rf"|(?:the|his|her)[ \u00a0](?:[a-z]+[ \u00a0])?(?P<post>{_POST})[ \u00a0](?:as|of)"
    r"|(?P<bid>run|runs|ran|running|stand|stands|standing|bid|campaigns?)[ \u00a0](?:[a-z]+[ \u00a0]){0,2}(?:as|for))"
    rf"[ \u00a0]{_DET}",
    re.IGNORECASE,
)
_LEFT = re.compile(
    r"\b(?:leav|left|los[et]|resign|quit|step|gave|giv|vacat|reliev|releas|dismiss|remov|fire|from)", re.IGNORECASE
)
_TAKES = re.compile(r"\b(?:tak(?:e|es|ing)|assum(?:e|es|ing))\b", re.IGNORECASE)
#: a verb before the name, and what then stands between it and the post
_TO = re.compile(
    r"\b(?P<verb>(?:(?:re-?)?(?:elect|appoint|confirm|install|choos|pick|nam|nominat|mak)(?:ed|e?s|ing|e)?|chose|made)"
    r"|(?:replac|succeed|dismiss|fir|sack|oust|reliev|remov)(?:ed|e?s|ing|e)?)[ \u00a0]$",
    re.IGNORECASE,
)
_AS = re.compile(
    rf"[ \u00a0](?:(?:as|to[ \u00a0]be|for|to[ \u00a0]the[ \u00a0]post[ \u00a0]of)[ \u00a0])?{_DET}", re.IGNORECASE
)
_OF_POST = re.compile(
    rf"[ \u00a0](?:of|from)[ \u00a0](?:(?:the|his|her)[ \u00a0])?{_POST}[ \u00a0](?:of|as)[ \u00a0]{_DET}", re.IGNORECASE
)
_HEADS = re.compile(rf"{_WHO}[ \u00a0]{_STILL}", re.IGNORECASE)
_AWAY = re.compile(r"(?:replac|succeed|dismiss|fir|sack|oust|reliev|remov)", re.IGNORECASE)


def verb_between(gap: str) -> str | None:
    """The verb of "X is the", "X was re-elected", "X, who served as": ``gap`` is all that stands from the name to the post."""
    match = _IS.fullmatch(gap)
    return _plain(match["verb"]) if match else None


def verb_later(gap: str) -> str | None:
    """What words further behind the name say, "after his election as": a verb that `times.of_verb` knows."""
    match = _LATER.fullmatch(gap)
    if match is None:
        return None
    if match["bid"]:
        return "to be"
    if match["post"]:
        return "resigned" if _LEFT.search(gap) else "takes office" if _TAKES.search(gap) else "has held"
    return _plain(match["given"] or match["made"] or "elected")


def verb_before(lead: str, gap: str) -> str | None:
    """The verb of "appointed X as", "relieved X of the post of": ``lead`` is what stands before the name."""
    match = _TO.search(lead[-24:])
    if _OF_POST.fullmatch(gap):
        return "resigned"
    if match is None or not _AS.fullmatch(gap):
        return None
    if _AWAY.match(match["verb"]):
        return "resigned" if " as " in gap else None
    return "nominated" if match["verb"].lower().startswith("nominat") else "elected"


def leads(gap: str) -> bool:
    """Whether a name and "heads" or "chairs" stand together: "X, who heads"."""
    return _HEADS.fullmatch(gap) is not None


def _plain(verb: str) -> str:
    return " ".join(verb.lower().split())
