"""Which post a sentence gives to which name, of what, and in what time."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk.claims.attaching import attached
from copydesk.claims.bearers import bearers
from copydesk.claims.posts import posts
from copydesk.claims.roles import role_claims
from copydesk.claims.times import of_verb, other_time
from copydesk.core.claim import Claim
from copydesk.core.span import Span
from copydesk.errors import InputError
from copydesk.linking import Linker
from copydesk.reader.mentions import scan
from copydesk.reader.tokens import tokens
from copydesk.text import parse_document
from small_list import small_desk, small_list

LINKER = Linker(small_list())


def claims(text: str) -> list[Claim]:
    found = []
    scanned = scan(parse_document(text), LINKER.lexicon)
    for sentence in scanned:
        links = LINKER.link(text, list(sentence.mentions), None, set(), None)
        found += list(role_claims(sentence, links, LINKER.lexicon))
    return found


def told(text: str) -> list[tuple[str, str, str, str | None]]:
    """Subject, title, what of, and qualifier of every claim."""
    return [(claim.subject.text, claim.predicate, claim.object.text, claim.qualifier) for claim in claims(text)]


#: words, the post, its head, its qualifier and its determiner
POSTS = [
    ("the president of Armenia said", "president of Armenia", "president", None, "the"),
    (
        "a deputy head of the Northern branch of the Red Cross",
        "deputy head of the Northern branch of the Red Cross",
        "deputy",
        "deputy",
        "a",
    ),
    ("his former press secretary", "former press secretary", "secretary", "former", "his"),
    ("President-elect Sallay", "President-elect", "President-elect", "elect", None),
    ("the Secretary General of the United Nations", "Secretary General of the United Nations", "Secretary", None, "the"),
    ("editor in chief of The Times", "editor in chief of The Times", "editor", None, None),
    ("president (2005–2013) of the bank", "president (2005–2013) of the bank", "president", None, None),
    ("president (of old) he", "president", "president", None, None),
    ("the president elected in May", "president", "president", None, "the"),
    ("as president in 2007", "president", "president", None, None),
    ("who heads the Foreign Policy Department", "heads the Foreign Policy Department", "heads", None, None),
    ("director of Alpha and chairman of Beta", "director of Alpha", "director", None, None),
    ("the minister's office", "", "", None, None),
    ("he leads by two points", "", "", None, None),
]


@pytest.mark.parametrize(("text", "whole", "head", "qualifier", "determiner"), POSTS)
def test_posts(text: str, whole: str, head: str, qualifier: str | None, determiner: str | None) -> None:
    found = posts(tokens(text), [])
    if not whole:
        assert found == []
        return
    post = found[0]
    assert post.span.of(text) == whole
    assert (tokens(text)[post.head].text, post.qualifier, post.determiner) == (head, qualifier, determiner)


def test_a_name_ends_a_post() -> None:
    text = "the director of the Baku Institute Omar Deng spoke"
    (post,) = posts(tokens(text), [Span(text.index("Omar"), text.index(" spoke"))])
    assert post.span.of(text) == "director of the Baku Institute"


#: sentence, and the claims it makes
TIES = [
    ("Armenian Prime Minister Nikol Pashinyan spoke.", [("Nikol Pashinyan", "Prime Minister of", "Armenian", None)]),
    ("The Armenian prime minister, Nikol Pashinyan, spoke.", [("Nikol Pashinyan", "prime minister of", "Armenian", None)]),
    ("Nikol Pashinyan, the prime minister of Armenia, spoke.", [("Nikol Pashinyan", "prime minister of", "Armenia", None)]),
    ("Nikol Pashinyan is the prime minister of Armenia.", [("Nikol Pashinyan", "prime minister of", "Armenia", None)]),
    ("Omar Deng (53), director of the Nile Trust, spoke.", [("Omar Deng", "director of", "Nile Trust", None)]),
    (
        "Omar Deng, director and chairman of the Nile Trust, spoke.",
        [
            ("Omar Deng", "director of", "", None),
            ("Omar Deng", "chairman of", "Nile Trust", None),
        ],
    ),
    # of what, as far as it is written
    ("Prime Minister Nikol Pashinyan of Bavaria spoke.", [("Nikol Pashinyan", "Prime Minister of", "Bavaria", None)]),
    ("In Baku the Senate President Vladimir Putin spoke.", [("Vladimir Putin", "President of", "Senate", None)]),
    ("The club's president, Vladimir Putin, spoke.", [("Vladimir Putin", "club's president of", "club", None)]),
    ("The president of the country, Vladimir Putin, spoke.", [("Vladimir Putin", "president of", "", None)]),
    ("Omar Deng, who heads the Nile Trust, spoke.", [("Omar Deng", "head of", "Nile Trust", None)]),
    ("Omar Deng chaired the Nile Trust.", [("Omar Deng", "head of", "Nile Trust", "was")]),
    # a change of holders, or no more than a wish
    (
        "Omar Deng was re-elected as general secretary of the Nile Trust.",
        [("Omar Deng", "general secretary of", "Nile Trust", "appointed")],
    ),
    (
        "Omar Deng said it after his election as director of the Nile Trust.",
        [("Omar Deng", "director of", "Nile Trust", "appointed")],
    ),
    ("They appointed Omar Deng director of the Nile Trust.", [("Omar Deng", "director of", "Nile Trust", "appointed")]),
    ("They nominated Omar Deng as director of the Nile Trust.", [("Omar Deng", "director of", "Nile Trust", "nominee")]),
    (
        "They relieved Omar Deng of the post of director of the Nile Trust.",
        [("Omar Deng", "director of", "Nile Trust", "resigned")],
    ),
    ("They replaced Omar Deng as director of the Nile Trust.", [("Omar Deng", "director of", "Nile Trust", "resigned")]),
    ("Omar Deng resigned as director of the Nile Trust.", [("Omar Deng", "director of", "Nile Trust", "resigned")]),
    ("Omar Deng must leave his post as director of the Nile Trust.", [("Omar Deng", "director of", "Nile Trust", "resigned")]),
    ("Omar Deng will keep his post as director of the Nile Trust.", [("Omar Deng", "director of", "Nile Trust", "unsure")]),
    ("Omar Deng holds the post of director of the Nile Trust.", [("Omar Deng", "director of", "Nile Trust", None)]),
    ("Omar Deng remains director of the Nile Trust.", [("Omar Deng", "director of", "Nile Trust", None)]),
    ("Omar Deng may remain director of the Nile Trust.", [("Omar Deng", "director of", "Nile Trust", "unsure")]),
    ("Omar Deng could become director of the Nile Trust.", [("Omar Deng", "director of", "Nile Trust", "would-be")]),
    (
        "Omar Deng wants to run for office as director of the Nile Trust.",
        [("Omar Deng", "director of", "Nile Trust", "would-be")],
    ),
    ("Omar Deng takes office as director of the Nile Trust.", [("Omar Deng", "director of", "Nile Trust", "next")]),
    (
        "Omar Deng, former president (2005–2013) of the Nile Trust, spoke.",
        [("Omar Deng", "former president of", "Nile Trust", "former")],
    ),
    # several at once
    (
        "Former prime ministers Theresa May and Boris Johnson spoke.",
        [
            ("Theresa May", "prime minister of", "", "former"),
            ("Boris Johnson", "prime minister of", "", "former"),
        ],
    ),
    (
        "Russian Foreign Minister Sergey Lavrov met his Azerbaijani counterpart Jeyhun Bayramov.",
        [
            ("Sergey Lavrov", "Foreign Minister of", "Russian", None),
            ("Jeyhun Bayramov", "Foreign Minister of", "Azerbaijani", None),
        ],
    ),
    (
        "Russian Foreign Minister Sergey Lavrov met his Azerbaijani colleague Jeyhun Bayramov.",
        [
            ("Sergey Lavrov", "Foreign Minister of", "Russian", None),
            ("Jeyhun Bayramov", "Foreign Minister of", "Azerbaijani", "unsure"),
        ],
    ),
    # the counterpart of a president may be a prime minister
    (
        "French President Emmanuel Macron met his British counterpart Theresa May.",
        [("Emmanuel Macron", "President of", "French", None), ("Theresa May", "President of", "British", "unsure")],
    ),
    # a day is no body
    ("Omar Deng was elected president in March.", [("Omar Deng", "president of", "", "appointed")]),
    ("Omar Deng was president in 2007.", [("Omar Deng", "president of", "", "was")]),
    ("They named Omar Deng Secretary of State.", [("Omar Deng", "Secretary of State of", "", "appointed")]),
    # whose it is nobody can say
    (
        "The French president, Angela Merkel, Boris Johnson and others met.",
        [("Angela Merkel", "president of", "French", "unsure")],
    ),
    (
        "He met Angela Merkel, the French president, Boris Johnson and others.",
        [("Angela Merkel", "president of", "French", "unsure")],
    ),
    (
        "The lawyer of the French president, Omar Deng, spoke.",
        [
            ("Omar Deng", "president of", "French", "unsure"),
            ("Omar Deng", "lawyer of", "French president", None),
        ],
    ),
    (
        "After talks with the French president, Angela Merkel, in Baku since Monday, left.",
        [("Angela Merkel", "president of", "French", "unsure")],
    ),
    # no person, no holder
    ("They went to the President Vladimir Putin Center.", []),
    ("Omar Deng is not the director of the Nile Trust.", []),
    ("Omar Deng met the director of the Nile Trust.", []),
    ("Omar Deng said the director of the Nile Trust was wrong.", []),
]


@pytest.mark.parametrize(("text", "expected"), TIES)
def test_claims(text: str, expected: list[tuple[str, str, str, str | None]]) -> None:
    assert sorted(told(text), key=str) == sorted(expected, key=str)


@pytest.mark.parametrize("text", [case[0] for case in TIES])
def test_claims_quote_the_text(text: str) -> None:
    for claim in claims(text):
        assert claim.text == claim.span.of(text)
        assert claim.subject.span is not None
        assert claim.subject.text == claim.subject.span.of(text)


#: sentences around [a claim], and the words that put it elsewhere in time
TIMES = [
    ("[X] spoke.", None),
    ("In 1994 [X] spoke.", "in 1994"),
    ("In March, [X] spoke.", "in march"),
    ("On 5 March [X] spoke.", "on 5 march"),
    ("The march of [X] went on.", None),
    ("Last year [X] spoke.", "last year"),
    ("Two years ago [X] spoke.", "years ago"),
    ("Under [X], taxes rose.", "under"),
    ("Since [X] nobody came.", "since"),
    ("When [X] called, they went.", "when"),
    ("The law was signed by [X].", "signed by"),
    ("He was received by [X].", None),
    ("They dismissed [X].", "dismissed"),
    ("The statue of [X] fell.", "statue of"),
    ("[X] was ousted.", "was ousted"),
    ("[X] was pleased.", None),
    ("[X], who died in the war, spoke.", ", who died"),
    ("The so-called [X] spoke.", "so-called"),
    ("The jailed [X] spoke.", "jailed"),
    ("[Long-time X] spoke.", "long-time"),
    ("The 65-year-old [X] spoke.", None),
    ("The protests against [X] went on.", "protests against"),
    ("[X's new prime minister] spoke.", "new prime"),
    ("[X], who takes office in May, spoke.", "takes office"),
    ("In the future [X] will speak.", None),
]


@pytest.mark.parametrize(("marked", "expected"), TIMES)
def test_words_of_time(marked: str, expected: str | None) -> None:
    start, end = marked.index("["), marked.index("]") - 1
    found = other_time(marked.replace("[", "").replace("]", ""), Span(start, end))
    assert found == expected


@pytest.mark.parametrize(
    ("verb", "expected"),
    [
        (None, None), ("is", None), ("remains", None), ("was", "was"), ("was elected", "appointed"), ("nominated", "nominee"),
        ("may remain", "unsure"), ("will become", "next"), ("could become", "would-be"), ("has served", "unsure"),
    ],
)  # fmt: skip
def test_verbs(verb: str | None, expected: str | None) -> None:
    assert of_verb(verb) == expected


@pytest.mark.parametrize(
    "text", [".", "…?!", "(", "president", "President, president, president", "the of of of", "' '", "ex-"]
)
def test_scraps_make_no_claim(text: str) -> None:
    assert claims(text) == []


WORDS = st.sampled_from(
    "the of and , ( ) . president former prime minister Omar Deng Angela Merkel German who heads is was elected as his post"
    " counterpart Baku 2007 's \u00a0 “ ” — members presidents ex- in".split(" ")
)


@given(st.one_of(st.text(max_size=80), st.lists(WORDS, max_size=25).map(" ".join)))
def test_any_text(text: str) -> None:
    try:
        document = parse_document(text)
    except InputError:
        return
    for judgement in small_desk().check(document).claims:
        assert judgement.claim.span.of(document.text) == judgement.claim.text


def test_thousands_of_names_and_posts_in_one_sentence() -> None:
    text = "He met " + ", ".join(["President Omar Deng"] * 5000) + "."
    words = tokens(text)
    (sentence,) = scan(parse_document("He met Omar Deng."), LINKER.lexicon)
    (link,) = LINKER.link("He met Omar Deng.", list(sentence.mentions), None, set(), None)
    (one,) = bearers(0, tokens("He met Omar Deng."), [link], small_list())
    names = [
        type(one)(link=0, span=Span(words[at].span.start, words[at + 1].span.end), first=at, last=at + 1)
        for at in range(3, len(words), 3)
    ]
    found = attached(text, words, posts(words, [name.span for name in names]), names)
    assert len(found) == 5000
