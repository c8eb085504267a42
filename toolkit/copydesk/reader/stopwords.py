"""Closed classes of words that capitals make look like names."""

from __future__ import annotations

HONORIFICS = frozenset(
    "mr mrs ms miss mx dr prof professor sir dame lord lady sheikh sheik shaikh general gen lt lieutenant col"
    " colonel maj major capt captain sgt sergeant admiral adm rev reverend father sister brother imam mullah"
    " ayatollah hojjatoleslam sayyid sayyed haji hajj comrade judge justice senator sen congressman congresswoman"
    " rep ambassador marshal brigadier commander commissioner inspector cardinal bishop archbishop pope king queen"
    " prince princess emperor empress sultan emir president minister secretary chancellor premier governor mayor"
    " chairman chairwoman director coach manager mister madam monsieur madame herr frau senor señor signor don".split()
)

#: what people are, put before their names with a capital where a sentence begins, or where a translator left it so
CALLINGS = frozenset(
    "forward midfielder defender goalkeeper striker winger attacker captain pitcher catcher outfielder infielder fw mf df"
    " gk cf yokozuna ozeki sekiwaki komusubi maegashira racer driver pilot cyclist boxer wrestler skater skier swimmer"
    " footballer sprinter athlete champion referee actor actress singer rapper comedian musician composer conductor"
    " pianist violinist painter sculptor writer author poet novelist playwright screenwriter filmmaker blogger vlogger"
    " photographer model designer journalist reporter presenter economist analyst historian philosopher scientist"
    " physicist engineer lawyer attorney prosecutor businessman businesswoman entrepreneur billionaire oligarch activist"
    " dissident consul astronaut cosmonaut veteran detective farmer teacher student".split()
)

NEVER_NAMES = frozenset(
    "i monday tuesday wednesday thursday friday saturday sunday january february march april june july august"
    " september october november december jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur"
    " thurs fri sat sun the a an and or but if in on at by for from of to with as is are was were be been being am"
    " pm covid covid-19 coronavirus internet bible quran koran god allah christmas easter ramadan eid thanksgiving"
    " english".split()
)

#: words that open sentences; a name rarely begins with one, and if it does the list knows it
OPENERS = frozenset(
    "the a an this that these those it its he she they we you i his her their our your my there here what which who"
    " whom whose when where why how whether while after before since until till although though unless because if as"
    " so then thus hence therefore however moreover furthermore meanwhile nevertheless nonetheless otherwise besides"
    " also still yet even only just not no nor neither either both all any some many much more most few several each"
    " every other another such one two three four five six seven eight nine ten first second third last next"
    " previous earlier later recently today tomorrow yesterday now once again finally eventually currently"
    " previously formerly according regarding concerning considering following including during throughout through"
    " despite instead among amid amidst between against across along around about above below beyond beside behind"
    " within without under over up down out off into onto upon via per like unlike in on at by for from of to with"
    " and or but both for example perhaps maybe indeed certainly clearly obviously apparently reportedly allegedly"
    " hopefully fortunately unfortunately surprisingly interestingly additionally similarly likewise especially"
    " particularly generally usually often sometimes always never ever almost nearly about citing speaking asked"
    " given based born accompanied confirmed led added responding addressing noting recalling commenting announcing"
    " said says told meet meeting visiting let please thanks thank yes no well oh hello dear note source photo video"
    " image file text by update updated breaking exclusive watch read see share click subscribe new former acting"
    " deputy vice interim late then current incoming outgoing can could will would shall should may might must do"
    " does did has have had is are was were call go come look take make get keep old young great good big small"
    " local national international foreign domestic public private military political economic social western"
    " eastern northern southern central north south east west early mid".split()
)
