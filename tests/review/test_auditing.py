from __future__ import annotations

import json

import pytest
from decisions import made

from copydesk.core.finding import Severity
from copydesk.core.marking import Category
from copydesk.core.span import Span
from copydesk.render.audit import audit_json, audit_text
from copydesk.review import Audit, Decision, audit
from copydesk.scoring import wilson

ADDED = {
    "text": "x", "span": Span(0, 1), "prefix": "", "suffix": "", "category": Category.NAME, "severity": Severity.MAJOR
}  # fmt: skip
MANY = [
    made("ann accepted f1 @1", confidence=0.95),
    made("ann accepted f2 @2", confidence=0.7),
    made("ann rejected f3 @3", confidence=0.7),
    made("ann unsure f4 @4", confidence=0.6),
    made("ann rejected f5 @5", confidence=0.55),
    made("ann accepted f6 @6"),
    made("ann accepted t1 @7", rule="TRN102", confidence=0.9),
    made("ann added a1 @8", rule=None, **ADDED),
    made("ann added a2 @9", **ADDED),
    made("ben accepted f1 @10", confidence=0.95),
    made("ben accepted f3 @11", confidence=0.7),
    made("ben rejected f5 @12", confidence=0.55),
    made("ben unsure f4 @13"),
]


def counts(found: Audit, rule: str) -> tuple[int, ...]:
    (one,) = [item for item in found.rules if item.rule == rule]
    return one.counts.tp, one.counts.fp, one.counts.fn, one.unsure, one.disputed, one.unscored


def test_counts_by_rule() -> None:
    found = audit(MANY)
    assert counts(found, "NAM101") == (3, 1, 1, 1, 1, 1)
    assert counts(found, "TRN102") == (1, 0, 0, 0, 0, 0)
    everything = found.all_rules
    assert (everything.counts.tp, everything.counts.fp, everything.counts.fn) == (4, 1, 2)
    assert (everything.unsure, everything.disputed) == (1, 1)
    assert found.rules[0].counts.precision == 0.75
    assert found.rules[0].counts.precision_interval == wilson(3, 4)


@pytest.mark.parametrize(
    ("threshold", "kept", "right", "recalled"),
    [(0.0, 3, 2, 2), (0.5, 3, 2, 2), (0.6, 2, 2, 2), (0.7, 2, 2, 2), (0.8, 1, 1, 1), (0.95, 1, 1, 1), (0.99, 0, 0, 0)],
)
def test_what_a_threshold_keeps(threshold: float, kept: int, right: int, recalled: int) -> None:
    (step,) = [step for step in audit(MANY).rules[0].steps if step.threshold == threshold]
    assert (step.kept.total, step.kept.hits) == (kept, right)
    # two accepted with a confidence, and the error that was added for this rule
    assert (step.recalled.hits, step.recalled.total) == (recalled, 3)


def test_agreement_of_two() -> None:
    (pair,) = audit(MANY).pairs
    assert (pair.one, pair.other) == ("ann", "ben")
    # f1 f3 f4 f5; they differ on f3: (3/4 - 5/16) / (1 - 5/16)
    assert (pair.agreement.same.hits, pair.agreement.same.total) == (3, 4)
    assert pair.agreement.kappa == pytest.approx(7 / 11)


def test_of_nothing_all_is_undefined() -> None:
    found = audit([])
    assert (found.rules, found.pairs, found.people) == ((), (), ())
    assert found.all_rules.counts.precision is None
    data = json.loads(audit_json(found, "s"))
    assert (data["all"]["precision"], data["all"]["interval"]) == (None, None)
    assert any("–" in line for line in audit_text(found, "s"))


def test_json_says_what_the_text_says() -> None:
    data = json.loads(audit_json(audit(MANY), "s"))
    assert [(rule["rule"], rule["precision"]) for rule in data["rules"]] == [("NAM101", 0.75), ("TRN102", 1.0)]
    assert data["agreement"] == [{"who": ["ann", "ben"], "judged": 4, "same": 3, "kappa": 0.6364}]
    (quarrel,) = data["disputed"]
    assert (quarrel["fingerprint"], quarrel["said"]) == ("f3", {"ann": "rejected", "ben": "accepted"})
    assert "\n  NAM101 “”: ann rejected, ben accepted" in "\n".join(audit_text(audit(MANY), "s"))


def test_nothing_in_it_acts_on_a_terminal() -> None:
    bad = "\x1b[31m\u202e\n"
    hostile: list[Decision] = [
        made("a accepted f @1", rule=f"R{bad}", text=bad, who=f"ann{bad}", id="1"),
        made("b rejected f @2", rule=f"R{bad}", text=bad, who=f"ben{bad}", id="2"),
    ]
    for text in ("\n".join(audit_text(audit(hostile), bad)), audit_json(audit(hostile), bad)):
        assert not set("\x1b\u202e") & set(text)
