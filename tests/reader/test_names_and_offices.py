"""Sentences and what is read off them: names, and the office, body and qualifier beside each."""

from __future__ import annotations

import pytest

from copydesk.core.mention import Mention
from copydesk.reader.lexicon import Lexicon
from copydesk.reader.mentions import scan
from copydesk.text import parse_document
from small_list import small_list

LEXICON = Lexicon(small_list())
FM, PM, DFM = "foreign_minister", "prime_minister", "deputy_foreign_minister"


def mentions(text: str) -> list[Mention]:
    return [mention for sentence in scan(parse_document(text), LEXICON) for mention in sentence.mentions]


def the(name: str, text: str) -> Mention:
    (mention,) = [mention for mention in mentions(text) if mention.text == name]
    return mention


#: sentence, name, role, bodies, qualifier
OFFICES = [
    # a demonym, a title and a name
    ("Armenian Prime Minister Nikol Pashinyan spoke.", "Nikol Pashinyan", PM, "armenia", None),
    ("On Monday Armenian Prime Minister Nikol Pashinyan left.", "Nikol Pashinyan", PM, "armenia", None),
    ("New Armenian Prime Minister Nikol Pashinyan spoke.", "Nikol Pashinyan", PM, "armenia", None),
    ("German Chancellor Angela Merkel’s visit ended.", "Angela Merkel", PM, "germany", None),
    ("Armenian Prime Minister Nicole Pasinyan spoke.", "Nicole Pasinyan", PM, "armenia", None),
    ("Armenian prime minister Pashinyan spoke.", "Pashinyan", PM, "armenia", None),
    # a possessive
    ("Azerbaijan’s Foreign Minister Jeyhun Bayramov spoke.", "Jeyhun Bayramov", FM, "azerbaijan", None),
    ("Azerbaijan's Foreign Minister Jeyhun Bayramov spoke.", "Jeyhun Bayramov", FM, "azerbaijan", None),
    ("Azerbaijan's Foreign Minister, Jeyhun Bayramov, spoke.", "Jeyhun Bayramov", FM, "azerbaijan", None),
    # a body before the title
    ("UN Secretary-General António Guterres spoke.", "António Guterres", "secretary_general", "un", None),
    ("U.N. Secretary General Antonio Guterres spoke.", "Antonio Guterres", "secretary_general", "un", None),
    # "of" a body
    ("The President of Russia, Vladimir Putin, spoke.", "Vladimir Putin", "president", "russia", None),
    ("Foreign Minister of Azerbaijan Jeyhun Bayramov spoke.", "Jeyhun Bayramov", FM, "azerbaijan", None),
    ("President Emmanuel Macron of France arrived.", "Emmanuel Macron", "president", "france", None),
    ("Prime Minister Rasulzoda of Armenia spoke.", "Rasulzoda", PM, "armenia", None),
    # an apposition behind the name
    ("Angela Merkel, the German chancellor, spoke.", "Angela Merkel", PM, "germany", None),
    ("Angela Merkel (the German chancellor) spoke.", "Angela Merkel", PM, "germany", None),
    ("Boris Johnson, prime minister of the United Kingdom, spoke.", "Boris Johnson", PM, "britain", None),
    ("Nikol Pashinyan, who is the prime minister of Armenia, spoke.", "Nikol Pashinyan", PM, "armenia", None),
    ("He met Sergey Lavrov, the Russian foreign minister.", "Sergey Lavrov", FM, "russia", None),
    # a title alone
    ("Foreign Minister Bayramov spoke.", "Bayramov", FM, "", None),
    ("Chancellor Angela Merkel spoke.", "Angela Merkel", PM, "", None),
    # another office than it seems
    ("Russian Deputy Foreign Minister Sergei Ryabkov left.", "Sergei Ryabkov", DFM, "russia", None),
    # former, acting, elect
    ("Former British Prime Minister Theresa May spoke.", "Theresa May", PM, "britain", "former"),
    ("Theresa May, the former British prime minister, spoke.", "Theresa May", PM, "britain", "former"),
    ("Former Prime Minister Theresa May spoke.", "Theresa May", PM, "", "former"),
    ("Acting Russian Defense Minister Ivan Petrov spoke.", "Ivan Petrov", "defence_minister", "russia", "acting"),
    ("The then President of Russia, Dmitry Medvedev, spoke.", "Dmitry Medvedev", "president", "russia", "then"),
    ("Russian President-elect Ivan Petrov spoke.", "Ivan Petrov", "president", "russia", "elect"),
    pytest.param("British ex-Prime Minister Theresa May spoke.", "Theresa May", PM, "britain", "ex"),
    pytest.param("Russian ex-President Dmitry Medvedev left.", "Dmitry Medvedev", "president", "russia", "ex"),
    # a ministry before a bare Minister
    ("The Russian Ministry of Foreign Affairs said that Minister Sergey Lavrov left.", "Sergey Lavrov", FM, "russia", None),
    ("The Russian Foreign Ministry said that Minister Sergey Lavrov left.", "Sergey Lavrov", FM, "russia", None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "name", "role", "bodies", "qualifier"), OFFICES)
def test_office_beside_a_name(text: str, name: str, role: str, bodies: str, qualifier: str | None) -> None:
    context = the(name, text).context
    assert context is not None
    assert context.roles[0] == role
    assert " ".join(context.objects) == bodies
    assert context.qualifier == qualifier
    assert context.span.of(text) == context.text
    assert not context.unsure


def test_each_of_two_names_has_its_own_office() -> None:
    text = "Russian Foreign Minister Sergey Lavrov and Azerbaijani Foreign Minister Jeyhun Bayramov met."
    found = [(mention.text, mention.context.objects) for mention in mentions(text) if mention.context]
    assert found == [("Sergey Lavrov", ("russia",)), ("Jeyhun Bayramov", ("azerbaijan",))]


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        ("Ali Akbar Velayati, an adviser to Iran’s supreme leader, spoke.", "Ali Akbar Velayati", "adviser"),
        ("The Spokesman for the Secretary-General, Stephane Dujarric, spoke.", "Stephane Dujarric", "spokesperson"),
        ("The spokesman for the Russian President Dmitry Peskov answered.", "Dmitry Peskov", "spokesperson"),
        ("The Spokesman for the U.N. Secretary-General, Stephane Dujarric, spoke.", "Stephane Dujarric", "spokesperson"),
    ],
)  # fmt: skip
def test_a_title_of_a_title_leaves_it_open_whose_it_is(text: str, name: str, role: str) -> None:
    context = the(name, text).context
    assert context is not None
    assert context.roles[0] == role
    assert context.unsure or context.roles == (role,)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The prime ministers Boris Johnson and Angela Merkel met.", "Boris Johnson"),
        ("Foreign ministers Sergey Lavrov and Wang Yi met.", "Sergey Lavrov"),
        ("At the invitation of Xi Jinping, the President of Russia will visit Beijing.", "Xi Jinping"),
        ("The president spoke. Xi Jinping listened.", "Xi Jinping"),
        ("Xi Jinping told the president of it.", "Xi Jinping"),
        ("He met Dorvan Kestrimov in Baku.", "Dorvan Kestrimov"),
    ],
)
def test_no_office_beside_a_name(text: str, name: str) -> None:
    context = the(name, text).context
    assert context is None or not context.roles


def test_a_demonym_beside_a_name_is_a_country_without_an_office() -> None:
    context = the("Jeanne Morel", "The paper sent French Jeanne Morel there.").context
    assert context is not None
    assert (context.roles, context.objects) == ((), ("france",))


@pytest.mark.parametrize(
    "text",
    [
        "On Monday he read the Bible in English.",
        "However, many people came to the meeting.",
        "Police Arrest Three Suspected Members Of Local Gang After Robbery",
        "Thousands March Through Flooded Streets Demanding Better Housing",
        "The Russian and Turkish delegations met.",
        pytest.param("I was there in May."),
    ],
)
def test_capitals_that_name_nobody(text: str) -> None:
    assert [mention.text for mention in mentions(text)] == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Mr. Lavrov said nothing.", ["Lavrov"]),
        ("General Ivan Petrov left.", ["Ivan Petrov"]),
        ("Then Sergey Lavrov left.", ["Sergey Lavrov"]),
        ("Lavrov’s answer came.", ["Lavrov"]),
        ("Omar bin Deng met Ludwig van Beethoven.", ["Omar bin Deng", "Ludwig van Beethoven"]),
        ("Baku and Yerevan agreed.", ["Baku", "Yerevan"]),
        ("Baku Irving wrote it.", ["Baku Irving"]),
        # a sentence may open with a name of which the list knows a part
        ("Nicole Pashinyan added that he agreed.", ["Nicole Pashinyan"]),
        ("Zwilf Pashinyan added that he agreed.", ["Zwilf Pashinyan"]),
        ("Meanwhile Yerevan was quiet.", ["Yerevan"]),
        ("Then Pashinyan left.", ["Pashinyan"]),
        # what somebody is
        ("Racer Dorvan Kestrimov won.", ["Dorvan Kestrimov"]),
        ("The FW Dorvan Kestrimov scored.", ["Dorvan Kestrimov"]),
        ("Singer won.", ["Singer"]),
        ("He flew from Baku to the UN.", ["Baku", "UN"]),
        ("Armenia’s Armenians and Russia", ["Armenia", "Russia"]),
        ("The Russian Satellite Network said so.", ["Russian Satellite Network"]),
    ],
)
def test_names_of_a_sentence(text: str, names: list[str]) -> None:
    assert [mention.text for mention in mentions(text)] == names


def test_spans_quote_the_names_and_count_sentences() -> None:
    text = "Sergey Lavrov spoke in Baku.\n\nThen Armenian Prime Minister Nikol Pashinyan left for Yerevan."
    found = mentions(text)
    assert all(mention.span.of(text) == mention.text for mention in found)
    assert [mention.sentence for mention in found] == [0, 0, 1, 1]
    assert found == sorted(found, key=lambda mention: mention.span)
