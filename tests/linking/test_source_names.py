from __future__ import annotations

from functools import lru_cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk.core.entity import Entity, FormType, Kind, NameForm
from copydesk.entities import EntityList
from copydesk.errors import InputError
from copydesk.linking.source import SourceName, SourceNames
from copydesk.text import parse_document
from copydesk.text.source import SourceText

#: id, kind, country, prominence, name, family, native forms
_ENTITIES = """
putin       | person       | RU |     | Vladimir Putin        | Putin     | Владимир Путин/弗拉基米尔·普京/普京
navalny     | person       | RU |     | Alexei Navalny        | Navalny   | Алексей Навальный
pashinyan   | person | AM |     | Nikol Pashinyan | Pashinyan | Никол Пашинян/Նիկոլ Փաշինյան/尼科尔·帕希尼扬/ニコル・パシニャン
meloni      | person       | IT |     | Giorgia Meloni        | Meloni    | Джорджа Мелони
merkel      | person       | DE |     | Angela Merkel         | Merkel    | Ангела Меркель/אנגלה מרקל
erdogan     | person       | TR |     | Recep Tayyip Erdoğan  | Erdoğan   | Реджеп Тайип Эрдоган/رجب طيب أردوغان
mitsotakis  | person       | GR |     | Kyriakos Mitsotakis   | Mitsotakis| Κυριάκος Μητσοτάκης
kobakhidze  | person       | GE |     | Irakli Kobakhidze     | Kobakhidze| ირაკლი კობახიძე/Ираклий Кобахидзе
biden       | person       | US |     | Joe Biden             | Biden     | 乔·拜登/拜登/조 바이든/ჯო ბაიდენი/جو بایدن
sisi        | person       | EG |     | Abdel Fattah el-Sisi  | el-Sisi   | عبد الفتاح السيسي
ross        | person       | US |     | Wilbur Ross           | Ross      | 威尔伯·罗斯/罗斯
liqiang     | person       | CN |     | Li Qiang              | Li        | 李强
xi          | person       | CN |     | Xi Jinping            | Xi        | 习近平/Си Цзиньпин
abe         | person       | JP |     | Shinzo Abe            | Abe       | 安倍晋三
moon        | person       | KR |     | Moon Jae-in           | Moon      | 문재인/文在寅
modi        | person       | IN |     | Narendra Modi         | Modi      | नरेन्द्र मोदी
namesake-a  | person       | AZ |     | Ilham Aliyev          | Aliyev    | Ильхам Алиев
namesake-b  | person       | AZ |     | Ilham Aliyev          | Aliyev    | Ильхам Алиев
armenia     | place        | AM | 0.9 | Armenia               |           | Армения/亚美尼亚/Ermenistan
moscow      | place        | RU | 0.9 | Moscow                |           | Москва/莫斯科
karabakh    | place        |    | 0.9 | Nagorno-Karabakh      |           | Нагорный Карабах/纳卡
netherlands | place        | NL | 0.9 | Netherlands           |           | Нидерланды
lebanon     | place        | LB | 0.9 | Lebanon               |           | لبنان
qazaqstan   | place        | KZ | 0.9 | Kazakhstan            |           | Қазақстан
damascus    | place        | SY | 0.9 | Damascus              |           | Şam
seoul       | place        | KR | 0.9 | Seoul                 |           | 서울특별시
vladimir    | place        | RU | 0.9 | Vladimir              |           | Владимир
tak         | place        | TH | 0.1 | Tak                   |           | Так
jiaohe      | place        | CN | 0.3 | Jiaohe                |           | 民主
un          | organization |    |     | United Nations        |           | Организация Объединённых Наций/الأمم المتحدة
congress    | organization | RU |     | Public Chamber        |           | Общественная палата
hadath      | organization | SA |     | Al Hadath             |           | الحدث
"""


def _entity(row: str) -> Entity:
    ident, kind, country, prominence, name, family, native = (cell.strip() for cell in row.split("|"))
    return Entity(
        id=ident,
        name=name,
        kind=Kind(kind),
        country=country or None,
        prominence=float(prominence) if prominence else None,
        family=(family,) if family else (),
        forms=tuple(NameForm(text=text, type=FormType.NATIVE) for text in native.split("/")),
    )


@lru_cache(maxsize=1)
def _list() -> EntityList:
    return EntityList([_entity(row) for row in _ENTITIES.strip().splitlines()])


def _names(*lines: str) -> SourceNames:
    article = "\n".join(f"Line {number}." for number in range(len(lines)))
    return SourceNames(_list(), SourceText.of(parse_document("\n".join(lines), markup="text"), parse_document(article)))


def _said(names: tuple[SourceName, ...]) -> list[str]:
    return [f"{'' if name.whole else '~'}{name.entity.id}={name.text}" for name in names]


@pytest.mark.parametrize(
    ("line", "found"),
    [
        # Cyrillic: all parts in one case, the last alone, the first alone
        ("Слова Владимира Путина о Москве.", ["putin=Владимира Путина", "moscow=Москве"]),
        ("Он позвонил Алексею Навальному и Николу Пашиняну.", ["navalny=Алексею Навальному", "pashinyan=Николу Пашиняну"]),
        ("Встреча с Ангелой Меркель и Джорджей Мелони", ["merkel=Ангелой Меркель", "meloni=Джорджей Мелони"]),
        ("Переговоры с Си Цзиньпином", ["xi=Си Цзиньпином"]),
        ("Война в Нагорном Карабахе", ["karabakh=Нагорном Карабахе"]),
        ("Совет Организации Объединенных Наций", ["un=Организации Объединенных Наций"]),
        ("Члены Общественной палаты", ["congress=Общественной палаты"]),
        ("Посол Нидерландов", ["netherlands=Нидерландов"]),
        ("Президент Қазақстанның", ["qazaqstan=Қазақстанның"]),
        # other letters
        ("του Κυριάκου Μητσοτάκη", ["mitsotakis=Κυριάκου Μητσοτάκη"]),
        ("Նիկոլ Փաշինյանի խոսքով", ["pashinyan=Նիկոլ Փաշինյանի"]),
        ("ჯო ბაიდენის და ირაკლი კობახიძემ", ["biden=ჯო ბაიდენის", "kobakhidze=ირაკლი კობახიძემ"]),
        ("Recep Tayyip Erdoğan'ın Ermenistan'a", ["erdogan=Recep Tayyip Erdoğan'ın", "armenia=Ermenistan'a"]),
        ("la visite d’Angela Merkel", ["merkel=d’Angela Merkel"]),
        ("وللأمم المتحدة بلبنان", ["un=وللأمم المتحدة", "lebanon=بلبنان"]),
        ("عبد الفتاح السيسى ورجب طيب اردوغان", ["sisi=عبد الفتاح السيسى", "erdogan=ورجب طيب اردوغان"]),
        ("جو بايدن", ["biden=جو بايدن"]),
        ("עם אנגלה מרקל, לאנגלה מרקל", ["merkel=אנגלה מרקל", "merkel=לאנגלה מרקל"]),
        ("조 바이든의 말, 문재인 대통령은 서울특별시에서", ["biden=조 바이든의", "moon=문재인", "seoul=서울특별시에서"]),
        ("प्रधानमंत्री नरेन्द्र मोदी ने", ["modi=नरेन्द्र मोदी"]),
        # Chinese and Japanese
        ("亚美尼亚总理尼科尔·帕希尼扬说", ["armenia=亚美尼亚", "pashinyan=尼科尔·帕希尼扬"]),
        ("总理尼科尔・帕希尼扬说", ["pashinyan=尼科尔・帕希尼扬"]),
        ("ニコル・パシニャン首相と安倍晋三首相", ["pashinyan=ニコル・パシニャン", "abe=安倍晋三"]),
        ("习近平主席在莫斯科会见普京", ["xi=习近平", "moscow=莫斯科", "~putin=普京"]),
        ("俄国总统弗拉基米尔普京", ["putin=弗拉基米尔普京"]),
        ("国务院总理李强5日表示", ["liqiang=李强"]),
        # several bearers of one name are all told
        ("Встреча с Ильхамом Алиевым", ["namesake-a=Ильхамом Алиевым", "namesake-b=Ильхамом Алиевым"]),
        ("Москва，习近平 met 문재인.", ["moscow=Москва", "xi=习近平", "moon=문재인"]),
    ],
)
def test_full_names(line: str, found: list[str]) -> None:
    assert _said(_names(line).everywhere) == found


@pytest.mark.parametrize(
    "line",
    [
        "Так сказал он.",
        "Он так и сказал, а москва — с малой буквы",
        "民主党表示",
        "杰克·罗斯说",
        "罗斯柴尔德家族",
        "最多普京通市民",
        "Yüzbaşı Sam geldi",
        "Пути навальные",
        "…!?—",
        "，。",
        "Путин сказал",
    ],
)
def test_what_may_be_a_word_or_a_piece_of_a_name_is_not_taken(line: str) -> None:
    assert _names(line).everywhere == ()


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("张军李强民", []),
        ("副总理李强民", ["~liqiang=李强"]),
        ("قال الحدث", ["~hadath=الحدث"]),
        ("Губернатор Владимир Иванов", ["~vladimir=Владимир"]),
        ("Город Владимир", ["vladimir=Владимир"]),
        ("在纳卡地区", ["karabakh=纳卡"]),
        ("大纳卡地区", ["~karabakh=纳卡"]),
    ],
)
def test_names_without_clear_limits_are_weak(line: str, found: list[str]) -> None:
    assert _said(_names(line).everywhere) == found


def test_a_family_name_is_weak_and_needs_the_full_name_elsewhere() -> None:
    names = _names("Позиция Путина", "Владимир Путин и Никол Пашинян", "Пашиняну ответили", "安倍氏", "安倍晋三首相", "Нет")
    by_line = [_said(names.beside(8 * number)) for number in range(6)]
    assert by_line == [
        ["~putin=Путина"],
        ["putin=Владимир Путин", "pashinyan=Никол Пашинян"],
        ["~pashinyan=Пашиняну"],
        ["~abe=安倍"],
        ["abe=安倍晋三"],
        [],
    ]
    assert sum(map(len, by_line)) == len(names.everywhere)
    assert names.beside(7) == names.beside(999) == ()


_PIECES = [form.text for row in _ENTITIES.strip().splitlines() for form in _entity(row).forms]


@given(st.lists(st.one_of(st.sampled_from(_PIECES), st.text(max_size=6), st.sampled_from(" ·,’'的и"))))
def test_spans_quote_their_unit_and_lie_apart(pieces: list[str]) -> None:
    unit = "".join(pieces)
    try:
        document = parse_document(unit, markup="text")
    except InputError:
        return
    source = SourceText.of(document, document)
    names = SourceNames(_list(), source)
    for place, text in zip(source.places, source.units, strict=True):
        found = names.beside(place.start)
        assert all(name.span.of(text) == name.text for name in found)
        pairs = [(one.span, other.span) for one in found for other in found]
        assert all(one == other or not one.overlaps(other) for one, other in pairs)
