"""Words that posts are made of: what heads a title, what ends one, what may stand between it and the name."""

from __future__ import annotations

#: nouns that say what somebody is by office, post or trade
HEADS = frozenset(
    "president vicepresident premier minister secretary undersecretary chancellor governor mayor prefect akim"
    " ambassador envoy consul"
    " attaché representative spokesman spokeswoman spokesperson chairman chairwoman chairperson chair cochair head chief"
    " boss leader director codirector manager commander commandant captain coach trainer president ceo cfo coo cto"
    " editor publisher"
    " founder cofounder owner partner principal rector dean provost superintendent inspector commissioner prosecutor judge"
    " magistrate justice attorney lawyer solicitor ombudsman auditor treasurer speaker whip senator deputy lawmaker mp mep"
    " congressman congresswoman councillor councilor alderman delegate member candidate nominee adviser advisor aide"
    " assistant counsellor counselor deputy-head economist analyst strategist researcher expert specialist physician"
    " cardiologist surgeon scientist historian professor lecturer academic coordinator administrator executive officer"
    " official organizer organiser general admiral marshal colonel king queen emperor sultan emir monarch prince princess"
    " pope patriarch archbishop bishop cardinal imam mufti ayatollah dictator ruler regent governor-general conductor"
    " curator architect designer developer negotiator mediator rapporteur banker broker trustee"
    " ministerpresident headmaster headmistress sheriff constable moderator chieftain warden counsel".split()
)
#: words behind a head that belong to it: Director General, Secretary-General, editor-in-chief
TAILS = frozenset("general elect designate emeritus".split())
#: words that make another office of the one behind them
UNDER = frozenset("deputy vice assistant under associate junior shadow sub pro first".split())
#: heads that are a rank or form of address before a name, and alone no post
RANKS = frozenset(
    "general admiral marshal colonel captain professor judge justice prince princess king queen member partner expert deputy"
    " candidate officer official executive cardinal bishop archbishop imam ayatollah pope senator".split()
)
DETERMINERS = frozenset("a an the his her its their our my this that these those another".split())
PREPOSITIONS = frozenset("of for at in to on from with by within under".split())
#: what cannot describe a head that follows it
STOPS = DETERMINERS | PREPOSITIONS | frozenset(
    "and or but nor as than if when while because although though since until after before during against between among"
    " over about into through via per like also not no only just even still already again then there here where who whom"
    " whose which what that he she it they we i you him them us is are was were be been being am has have had do does did"
    " will would shall should may might must can could said says say told tells tell added adds noted stressed explained"
    " announced reported stated confirmed called calls named elected appointed became becomes become remains"
    " remain stay stays continue continues made makes"
    " met meets meet asked asks accused thanked urged praised criticised criticized both either neither according"
    " including except so such more most very too well mr mrs ms dr however meanwhile yesterday today tomorrow monday"
    " tuesday wednesday thursday friday saturday sunday january february march april june july august september october"
    " november december his".split()
)  # fmt: skip
#: what ends the words behind "of": a clause begins
CLAUSE = frozenset(
    "who whom whose which that when where while because although though since until after before is are was were be been"
    " being has have had will would shall should may might must can could said says say told tells tell added adds noted"
    " stressed explained announced reported stated confirmed called calls warned believes believed thinks wants wanted"
    " did does do became becomes met meets visited visits arrived went goes came comes took takes made makes gave gives as"
    " he she it they we i you but if not also during about against according including".split()
)
#: the last word of a body's name: what follows in capitals is another name
BODIES = frozenset(
    "union committee association federation department ministry council bank university club party agency office region"
    " province prefecture oblast krai city town district municipality company corporation group holding institute academy"
    " center centre foundation fund bureau commission administration authority service fleet army navy republic court"
    " parliament duma senate assembly chamber board society organization organisation alliance league trust school college"
    " museum theatre theater airport police government congress secretariat bundestag task force airlines airways inc ltd"
    " llc plc co corp movement front brigade division regiment hospital church studio channel newspaper agency affairs"
    " park laboratory unit office defense defence state rf roc prc usa us uk eu un branch directorate inspectorate"
    " mission embassy consulate".split()
)
#: what may stand between a post and the name: forms of address, military ranks, degrees
BETWEEN = frozenset(
    "mr mrs ms dr prof professor sir dame sheikh general gen lieutenant lt colonel col major maj captain capt admiral"
    " rear vice counter marshal brigadier sergeant rev reverend comrade sayyid hero honourable honorable right his her"
    " excellency highness majesty judge senator academician retired field air chief inspector police lieutenantgeneral"
    " majorgeneral".split()
)
#: verbs that say that somebody is the first of a body
LEADING_VERBS = frozenset("heads leads chairs headed led chaired".split())
#: verbs that give the one behind them a post
GIVING = frozenset(
    "appointed appoints appoint appointing elected elects elect electing named names naming nominated nominates made makes"
    " chose chosen picked picks installed confirmed re-elected reelected reappointed".split()
)
#: whose title stands behind them, when they are not the one who holds it
KIN = frozenset(
    "wife husband son daughter brother sister mother father nephew niece cousin widow partner friend ally supporter rival"
    " opponent colleague counterpart successor predecessor guest party team office side".split()
)
#: what makes a thing of a name in front of it: the Nazarbayev Center
THINGS = frozenset(
    "center centre university airport street avenue boulevard square library prize award cup stadium bridge hall school"
    " college institute foundation hospital museum park palace clinic fund academy highway tower memorial"
    " conference committee commission council department ministry bureau association company group".split()
)
#: offices of a country that one person holds and no lesser body has: a bare title of one who serves there now means them
NATIONAL = frozenset(
    "prime_minister foreign_minister defence_minister interior_minister finance_minister health_minister economy_minister"
    " justice_minister energy_minister deputy_foreign_minister".split()
)
