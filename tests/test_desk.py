"""The whole flow: ignore comments, selection, signature, and what holds for every text whatever."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from copydesk.config import Config
from copydesk.core.dates import PartialDate
from copydesk.core.document import Document
from copydesk.core.finding import Safety
from copydesk.core.report import DocumentReport
from copydesk.desk import Desk
from copydesk.errors import InputError
from copydesk.fixing import apply_fixes, plan_fixes
from copydesk.text import parse_document
from copydesk.version import __version__
from marked import plain_examples
from one_desk import checked, the_desk
from small_list import small_desk, small_list

GARBLED = "Armenian Prime Minister Nicole Pasinyan spoke of the the army."
OTHER = "Russian Foreign Minister Sergey Labrov was the the first to leave."


def rules(report: DocumentReport) -> list[str]:
    return [finding.rule for finding in report.findings]


def with_settings(**values: object) -> Desk:
    return Desk(small_list(), Config(reader="none", **values))  # type: ignore[arg-type]


def test_a_text_is_as_good_as_a_document() -> None:
    assert small_desk().check(GARBLED) == small_desk().check(parse_document(GARBLED))
    assert small_desk().claims(GARBLED) == small_desk().check(GARBLED).claims


def test_checking_twice_says_the_same() -> None:
    assert small_desk().check(GARBLED) == small_desk().check(GARBLED)


@pytest.mark.parametrize(
    ("select", "ignore", "found"),
    [
        (("ALL",), (), ["NAM101", "TRN102"]),
        (("NAM",), (), ["NAM101"]),
        (("TRN102",), (), ["TRN102"]),
        (("ALL",), ("NAM",), ["TRN102"]),
        (("NAM101",), ("NAM",), ["NAM101"]),
        (("ALL",), ("NAM", "TRN"), []),
        (("NUM",), (), []),
    ],
)
def test_selection(select: tuple[str, ...], ignore: tuple[str, ...], found: list[str]) -> None:
    assert rules(with_settings(select=select, ignore=ignore).check(GARBLED)) == found


def test_least_confidence_hides_what_is_less_sure() -> None:
    sure = {finding.rule: finding.confidence for finding in small_desk().check(GARBLED).findings}
    for least in (0.0, *sure.values(), 1.0):
        found = rules(with_settings(min_confidence=least).check(GARBLED))
        assert found == [rule for rule, confidence in sure.items() if confidence >= least]


def test_the_date_of_the_settings_judges_the_claims() -> None:
    text = "British Prime Minister Theresa May spoke."
    verdicts = [
        with_settings(date=date and PartialDate.parse(date)).check(text).claims[0].verdict.value
        for date in (None, "2018-10-06", "2020-10-06")
    ]
    assert verdicts == ["not_enough_info", "supported", "refuted"]


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("Nothing.", "unknown"),
        ("Saturday , November 28 2020\n\nThe talks went on in the capital for a whole day.", "2020-11-28"),
    ],
)
def test_the_signature_says_what_a_result_rests_on(text: str, date: str) -> None:
    assert small_desk().check(text).signature == f"copydesk:{__version__}|entities:small|reader:none|date:{date}"


def test_the_signature_names_the_shipped_list() -> None:
    assert f"|entities:{the_desk().entities.signature}|" in checked("Nothing.").signature


#: text, rules found, findings silenced
IGNORES = [
    (f"{GARBLED} <!-- copydesk: ignore[NAM101] -->", ["TRN102"], 1),
    (f"{GARBLED} # copydesk: ignore[NAM101]", ["TRN102"], 1),
    (f"{GARBLED} <!-- copydesk: ignore[NAM101, TRN102] -->", [], 2),
    (f"{GARBLED} <!-- copydesk: ignore[NAM] -->", ["TRN102"], 1),
    (f"{GARBLED} <!-- copydesk: ignore -->", [], 2),
    (f"<!-- copydesk: ignore[NAM101] -->\n{GARBLED}", ["TRN102"], 1),
    (f"<!-- copydesk: ignore-file[NAM101] -->\n\n{GARBLED}\n\n{OTHER}", ["TRN102", "TRN102"], 2),
    (f"{GARBLED}\n\n{OTHER} <!-- copydesk: ignore -->", ["NAM101", "TRN102"], 2),
    # a comment that silences nothing is a finding
    (f"{GARBLED} <!-- copydesk: ignore[NUM101] -->", ["NAM101", "TRN102", "CPD001"], 0),
    (f"{GARBLED}\n\nAll is well. <!-- copydesk: ignore -->", ["NAM101", "TRN102", "CPD001"], 0),
    ("All is well here. <!-- copydesk: ignore-file -->", ["CPD001"], 0),
    # brackets without a rule silence nothing
    (f"{GARBLED} <!-- copydesk: ignore[] -->", ["NAM101", "TRN102"], 0),
]


@pytest.mark.parametrize(("text", "found", "silenced"), IGNORES)
def test_ignore_comments(text: str, found: list[str], silenced: int) -> None:
    report = small_desk().check(text)
    assert (rules(report), report.ignored) == (found, silenced)


def test_an_unused_comment_is_quoted_whole() -> None:
    text = "All is well here. <!-- copydesk: ignore[NAM101] -->"
    (finding,) = small_desk().check(text).findings
    assert finding.text == finding.span.of(text) == "<!-- copydesk: ignore[NAM101] -->"


def test_unused_comments_can_be_left_unsaid() -> None:
    report = with_settings(ignore=("CPD001",)).check("All is well here. <!-- copydesk: ignore[NAM101] -->")
    assert report.findings == ()


def test_a_comment_for_a_finding_that_is_hidden_is_unused() -> None:
    desk = with_settings(ignore=("NAM101",))
    assert rules(desk.check(f"{GARBLED} <!-- copydesk: ignore[NAM101] -->")) == ["TRN102", "CPD001"]


WORDS = (
    "Nicole Pasinyan|Pashinyan|Armenian|Prime Minister|Foreign Minister|the|of|Azerbaijan’s|Naka region|spoke|former|Yerevan"
    "|the capital of|Ganja|Vilayati|Villayati|Ali Akbar|Sergey Labrov|U.N.|Ankara|The Spokesman for|Secretary-General|Minister"
    "|Ministry of Foreign Affairs|Monday, November 28 2020|12,5|100 km|Жуков|<!-- copydesk: ignore -->|# copydesk: ignore[NAM]"
)
SIGNS = [*',.!?“”"()-\n\t\r\u00a0\u202e\x00İßﬁ𝔄', "’s", " – ", "\n\n", "\r\n", "e\u0301", "👍🏽", "al-", "d'", "\ud800"]
PIECES = st.sampled_from([*WORDS.split("|"), *SIGNS])
TEXTS = st.lists(PIECES | st.text(max_size=3), max_size=25).flatmap(
    lambda pieces: st.sampled_from(["", " "]).map(lambda joint: joint.join(pieces))
)
SLOW = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])


def read_or_refused(text: str, path: str) -> Document | None:
    """The document; None where the text is empty or no Unicode text, and the reader said so."""
    try:
        return parse_document(text, path=path)
    except InputError:
        return None


def assert_sound(report: DocumentReport) -> None:
    """Findings, claims and links quote the text as given; findings are sorted; confidences are probabilities."""
    text = report.document.text
    order = [(finding.span, finding.rule) for finding in report.findings]
    assert order == sorted(order)
    for finding in report.findings:
        assert finding.span.of(text) == finding.text
        assert 0 <= finding.confidence <= 1
        assert all(fix.span.end <= len(text) for fix in finding.fixes)
    for judgement in report.claims:
        assert judgement.claim.span.of(text) == judgement.claim.text
    for link in report.links:
        assert link.mention.span.of(text) == link.mention.text
        assert link.probability is None or 0 <= link.probability <= 1


@given(TEXTS)
@settings(SLOW, max_examples=300)
def test_whatever_is_said_quotes_the_text(text: str) -> None:
    document = read_or_refused(text, "page.txt")
    if document is not None:
        assert document.text == text
        assert_sound(small_desk().check(document))


@given(TEXTS, st.sampled_from(["html", "md"]))
@settings(SLOW, max_examples=150)
def test_whatever_is_said_of_markup_quotes_the_text(text: str, suffix: str) -> None:
    source = f"<html><body><article><p>{text}</p></article></body></html>" if suffix == "html" else f"# Head\n\n*{text}*"
    document = read_or_refused(source, f"page.{suffix}")
    if document is not None:
        assert document.text == source
        assert_sound(small_desk().check(document))


@pytest.mark.parametrize("text", ["", " \n\t", "a lone \ud800"])
def test_what_is_no_text_is_refused(text: str) -> None:
    assert read_or_refused(text, "page.txt") is None


FRAGMENTS = st.lists(st.sampled_from(plain_examples()), min_size=1, max_size=4, unique=True)


@given(FRAGMENTS, st.booleans())
@settings(SLOW, max_examples=80)
def test_what_was_fixed_is_not_found_again(fragments: list[str], unsafe: bool) -> None:
    text = "\n\n".join(fragments)
    before = the_desk().check(text)
    plan = plan_fixes(before.findings, unsafe=unsafe)
    after = the_desk().check(apply_fixes(text, plan.fixes))
    left = Counter(item.fingerprint for item in before.findings) - Counter(item.fingerprint for item in plan.fixed)
    again = [item for item in after.findings if item.fingerprint in {done.fingerprint for done in plan.fixed}]
    assert [item for item in again if item.fingerprint not in left] == []


@given(FRAGMENTS)
@settings(SLOW, max_examples=40)
def test_fixing_comes_to_an_end(fragments: list[str]) -> None:
    text = "\n\n".join(fragments)
    for _ in range(4):
        fixes = plan_fixes(the_desk().check(text).findings, unsafe=True).fixes
        if not fixes:
            return
        text = apply_fixes(text, fixes)
    pytest.fail(f"still not done: {text!r}")


def test_a_name_is_fixed_only_on_demand() -> None:
    document: Document = parse_document(GARBLED)
    by_rule = {finding.rule: finding for finding in small_desk().check(document).findings}
    assert [fix.safety for fix in by_rule["NAM101"].fixes] == [Safety.UNSAFE]
    fixed = apply_fixes(GARBLED, plan_fixes(by_rule.values(), unsafe=True).fixes)
    assert fixed == "Armenian Prime Minister Nikol Pashinyan spoke of the army."


def test_a_correction_reaches_the_copies_of_a_line() -> None:
    line = "Azerbaijan resumed shelling of the Naka region this morning"
    document = parse_document(f"{line}\n\n{line}\n\nNothing else is known.\n\n{line}\n")
    (finding,) = [finding for finding in the_desk().check(document).findings if finding.rule == "NAM103"]
    assert [fix.span.of(document.text) for fix in finding.fixes] == ["Naka region"] * 3
    plan = plan_fixes([finding], unsafe=True)
    assert "Naka" not in apply_fixes(document.text, plan.fixes)


def test_every_odd_spelling_is_reported_once() -> None:
    text = "Dorvan Kestrimov spoke. Kestrimov left. Then Kestrimow sang. Later Kestrimof danced. Kestrimow slept."
    found = [finding.text for finding in the_desk().check(text).findings if finding.rule == "NAM102"]
    assert found == ["Kestrimow", "Kestrimof"]
