"""Nouns that stand between a country and a name: what somebody is by trade, what an organisation is."""

from __future__ import annotations

#: trades of public life: the country before them is the one that somebody serves
POLITICAL = frozenset(
    "politician statesman stateswoman diplomat official leader lawmaker parliamentarian legislator ruler".split()
)
#: who belongs to a country by law
NATIONALS = frozenset("national citizen".split())
#: all other trades; the coach of a national team is often a foreigner, and is left out
TRADES = frozenset(
    "activist actor actress academic adventurer analyst anthropologist archaeologist architect artist astronaut"
    " astronomer astrophysicist athlete author aviator ballerina banker baritone basketballer bassist"
    " biathlete billionaire biologist blogger boxer broker businessman businesswoman cardiologist cartoonist cellist chef"
    " chemist chessplayer choreographer cinematographer climber clown cleric columnist comedian commentator"
    " composer conductor cosmonaut cricketer critic cyclist dancer defector designer developer director dissident diver"
    " doctor dramatist driver drummer economist editor engineer entertainer entrepreneur essayist explorer farmer fencer"
    " fighter film-maker filmmaker financier fisherman footballer gamer geneticist geologist"
    " geographer goalkeeper golfer grandmaster guitarist gymnast hacker historian humorist hurdler illustrator inventor"
    " investigator investor jeweller jockey journalist judoka jurist jumper lawyer legend linguist magnate marathoner"
    " mathematician mercenary merchant midfielder millionaire model mogul monk mountaineer musician"
    " neuroscientist nobleman novelist nun nurse oligarch oncologist orientalist painter paralympian"
    " philanthropist philosopher photographer photojournalist physician physicist pianist pilot player playwright poet"
    " policeman policewoman polymath priest producer professor programmer psychiatrist psychologist publicist publisher"
    " rabbi racer racewalker rapper refugee rower runner sailor satirist scholar scientist screenwriter"
    " sculptor sinologist singer skater skier sniper sociologist soldier soprano songwriter sportsman"
    " sportswoman spy star striker student superstar surgeon surfer swimmer tenor thinker traveller traveler tycoon"
    " violinist virologist vlogger volleyballer volunteer weightlifter whistleblower winger woman man wrestler"
    " writer youtuber prodigy defender goalscorer".split()
)
#: whatever a person can be
PERSONAL = POLITICAL | NATIONALS | TRADES
#: what an organisation can be
ORGANISED = frozenset(
    "agency airline airport army automaker bank band broadcaster brand bureau carmaker chain channel club company"
    " conglomerate corporation daily firm foundation giant group institute laboratory league magazine manufacturer"
    " media ministry multinational museum network newspaper outlet paper party platform portal"
    " provider publication publisher regulator retailer service shipyard site startup start-up studio supplier supermarket"
    " tabloid university website weekly broadsheet newswire"
    " startup".split()
)
#: behind the name of an organisation: its branch or people, who may work elsewhere
BRANCH = frozenset(
    "correspondent correspondents reporter reporters journalist journalists bureau office offices branch service services"
    " edition editions version unit subsidiary arm division employee employees staff representative representatives"
    " website plant factory store stores users user team desk partner fans supporters affiliate operations".split()
)
#: what the members of a party are called
MEMBERS = (
    r"politician|lawmaker|legislator|leader|co-leader|chairman|chairwoman|chair|chief|head|member|candidate|nominee|deputy"
    r"|representative|senator|congressman|congresswoman|governor|mayor|councillor|spokesman|spokeswoman|mp|mep|mdl|mdb"
    r"|activist|veteran|delegate|frontrunner|front-runner|contender|incumbent|strategist"
)
