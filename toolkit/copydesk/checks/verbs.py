"""Whether an English word can be a finite verb. In doubt it can: silence costs less than a false alarm."""

from __future__ import annotations

from functools import lru_cache

from copydesk.checks.wordlists import word_set

#: finite whatever stands beside them
AUXILIARIES = word_set(
    "am is are was were has have had do does did will would shall should can could may might must ought cannot won't "
    "can't isn't aren't wasn't weren't hasn't haven't hadn't doesn't don't didn't wouldn't shouldn't couldn't mustn't "
    "needn't ain't i'm i've i'd i'll it's that's there's he's she's what's who's where's here's how's let's we're "
    "we've we'd we'll you're you've you'd you'll they're they've they'd they'll he'd he'll she'd she'll it'd it'll "
    "that'd that'll there'd there'll who'd who'll who've who're"
)
#: past tenses that no rule forms; many are participles or nouns too
_IRREGULAR = word_set(
    "arose ate awoke beat became befell began begot beheld bent bet bid bit bled blew bore bought bound bred broke "
    "brought built burnt burst came cast caught chose clung cost crept cut dealt dug dove drank dreamt drew drove "
    "dwelt fed fell felt fled flew flung forbade foresaw foretold forgave forgot forsook fought found froze gave got "
    "grew ground heard held hid hit hung hurt kept knelt knew laid lay leant leapt learnt led left lent let lit lost "
    "made meant met mistook misled outbid outdid overcame oversaw overtook overthrew paid pled proved put quit ran "
    "rang read rebuilt redid repaid reset rid rode rose said sang sank sat saw sent set sewed shed shone shook shot "
    "shrank shut slept slew slid smelt sold sought sowed span spat sped spelt spent spilt split spoke sprang spread "
    "stank stood stole strode strove struck stuck stung swam swept swore swung taught thought threw thrust told took "
    "tore trod undertook understood undid upheld upset went wept withdrew withheld withstood woke won wore wound wove "
    "wrote wrung"
)
#: forms with no regular twin that tells verbs from nouns
_BASES = word_set(
    "be become begin bend bet bid bind bite bleed blow break breed bring build burst buy catch choose cling come cost "
    "creep cut deal dig draw drink drive eat fall feed feel fight find flee fly forbid forget forgive freeze get give "
    "go grow hang hear hide hit hold hurt keep kneel know lay lead leave lend let lie lose make mean meet pay put "
    "quit read ride ring rise run say see seek sell send set shake shine shoot show shut sing sink sit sleep slide "
    "speak spend spin split spread spring stand steal stick strike swear sweep swim swing take teach tear tell think "
    "throw understand wake wear weep win write need dare use die tie vie belie untie"
)
#: short words whose letters happen to make verbs elsewhere: the, thing
_NEVER = word_set(
    "the a an of in on at to for from by with and or nor but as than that this these those not no so very also too "
    "then there here now we i he she it they who whom whose which what him us them me one two three four five six "
    "seven eight nine ten first other others year years day days week weeks month months hour people man men woman "
    "women child children country countries city new old good more most less least much many few some any all both "
    "such only just even still yet ago into onto upon per via"
)
_PREFIXES = (
    "under",
    "over",
    "out",
    "re",
    "mis",
    "un",
    "fore",
    "with",
    "up",
    "off",
    "inter",
    "broad",
    "pre",
    "be",
    "for",
    "a",
)
_VOWELS = "aeiou"


def can_be_finite(word: str) -> bool:
    """Whether some sentence has the word (lower case, plain apostrophes) as its finite verb."""
    if word in AUXILIARIES or word.endswith("n't") or any(root in _IRREGULAR or root in _BASES for root in _roots(word)):
        return True
    if word in _NEVER:
        return False
    if word.endswith("ed") and len(word) > 3:
        return True
    return any(_has_verb_forms(stem) for stem in _stems(word))


def _roots(word: str) -> tuple[str, ...]:
    """The word, and what is left of it without a prefix: underwent, withdrew."""
    return (word, *(word.removeprefix(prefix) for prefix in _PREFIXES if word.startswith(prefix)))


def _stems(word: str) -> tuple[str, ...]:
    """What the word may be a present tense of."""
    stems = [word]
    if word.endswith("s") and not word.endswith("ss"):
        stems.append(word[:-1])
        if word.endswith("es"):
            stems.append(word[:-2])
        if word.endswith("ies"):
            stems.append(word[:-3] + "y")
    return tuple(stem for stem in stems if len(stem) > 1)


@lru_cache(maxsize=16384)
def _has_verb_forms(stem: str) -> bool:
    """Whether English has both ``…ed`` (or is irregular) and ``…ing`` of the stem, seldom as they may be."""
    if any(root in _BASES for root in _roots(stem)):
        return True
    return any(_frequency(form) > _RARE for form in _with(stem, "ed")) and any(
        _frequency(form) > _RARE for form in _with(stem, "ing")
    )


#: Zipf frequency: one in a hundred million words
_RARE = 1.3


def _frequency(word: str) -> float:
    from wordfreq import zipf_frequency  # loads a list of words, 0.25 s: only when a sentence without verbs is suspected

    return float(zipf_frequency(word, "en"))


def _with(stem: str, ending: str) -> tuple[str, ...]:
    """The ways to write the stem with the ending: trade, traded; stop, stopped; carry, carried."""
    forms = [stem + ending]
    if stem.endswith("e"):
        forms = [stem[:-1] + ending]
    elif stem.endswith("y") and ending == "ed":
        forms = [stem[:-1] + "ied", stem + "ed"]
    elif len(stem) > 2 and stem[-1] not in _VOWELS + "wxy" and stem[-2] in _VOWELS:
        forms.append(stem + stem[-1] + ending)
    return tuple(forms)
