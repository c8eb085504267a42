"""An audit of judgements, as tables for reading and as one JSON object."""

from __future__ import annotations

from collections.abc import Iterator

from copydesk.render.visible import json_line, visible
from copydesk.review.auditing import Audit, PairAudit, RuleAudit, Step
from copydesk.review.merging import Judged
from copydesk.scoring import Interval, Proportion, number, table, with_interval

#: disputed findings that are printed
_MOST = 20
_ALL = "all"
_HEADER = ("rule", "right", "wrong", "unsure", "disputed", "added", "precision")
_STEPS = ("threshold", "kept", "precision", "recall")


def audit_text(audit: Audit, signature: str) -> Iterator[str]:
    """The audit as lines."""
    rows = [_row(rule) for rule in (*audit.rules, audit.all_rules)]
    yield from table(_HEADER, rows, markdown=False).splitlines()
    yield "precision: right of right and wrong, with a 95% Wilson interval; unsure and disputed ones are left out"
    for rule in (*audit.rules, audit.all_rules) if len(audit.rules) > 1 else audit.rules:
        yield from _thresholds(rule)
    yield from _agreement(audit)
    yield f"\nsignature {visible(signature)}"


def _row(rule: RuleAudit) -> tuple[str, ...]:
    counts = rule.counts
    numbers = (counts.tp, counts.fp, rule.unsure, rule.disputed, counts.fn)
    return (visible(rule.rule or _ALL), *map(str, numbers), with_interval(counts.found))


def _thresholds(rule: RuleAudit) -> Iterator[str]:
    left_out = f"; {rule.unscored} without a confidence are left out" if rule.unscored else ""
    yield f"\n{visible(rule.rule or _ALL)}: what a threshold would keep of the judged findings{left_out}"
    yield from table(_STEPS, [_step(step) for step in rule.steps], markdown=False).splitlines()


def _step(step: Step) -> tuple[str, ...]:
    return number(step.threshold, 2), str(step.kept.total), with_interval(step.kept), _share(step.recalled)


def _share(share: Proportion) -> str:
    return f"{share.hits}/{share.total} {number(share.value)}"


def _agreement(audit: Audit) -> Iterator[str]:
    for pair in audit.pairs:
        same, kappa = pair.agreement.same, pair.agreement.kappa
        words = f"agree on {with_interval(same)}, Cohen's kappa {number(kappa)}" if same.total else "judged nothing in common"
        yield f"\n{visible(pair.one)} and {visible(pair.other)} {words}"
    if audit.disputed:
        yield "\ndisputed:"
    yield from (f"  {visible(_quarrel(one))}" for one in audit.disputed[:_MOST])
    if len(audit.disputed) > _MOST:
        yield f"  … and {len(audit.disputed) - _MOST} more"


def _quarrel(judged: Judged) -> str:
    said = ", ".join(f"{decision.who} {decision.answer.value}" for decision in judged.decisions)
    return f"{judged.rule or 'added'} “{_text(judged) or ''}”: {said}"


def _text(judged: Judged) -> str | None:
    return next((decision.text for decision in judged.decisions if decision.text is not None), None)


def audit_json(audit: Audit, signature: str) -> str:
    """The audit as one JSON object on one line; what is undefined is null."""
    return json_line(
        {
            "schema": 1,
            "type": "audit",
            "signature": signature,
            "people": list(audit.people),
            "rules": [_rule(rule) for rule in audit.rules],
            "all": _rule(audit.all_rules),
            "agreement": [_pair(pair) for pair in audit.pairs],
            "disputed": [_dispute(judged) for judged in audit.disputed],
        }
    )


def _rule(rule: RuleAudit) -> dict[str, object]:
    counts = rule.counts
    return {
        "rule": rule.rule,
        "accepted": counts.tp,
        "rejected": counts.fp,
        "unsure": rule.unsure,
        "disputed": rule.disputed,
        "added": counts.fn,
        "unscored": rule.unscored,
        "precision": _rounded(counts.precision),
        "interval": _ends(counts.precision_interval),
        "thresholds": [
            {
                "threshold": step.threshold,
                "kept": step.kept.total,
                "right": step.kept.hits,
                "precision": _rounded(step.kept.value),
                "interval": _ends(step.kept.interval),
                "recall": _rounded(step.recalled.value),
                "errors": step.recalled.total,
            }
            for step in rule.steps
        ],
    }


def _pair(pair: PairAudit) -> dict[str, object]:
    same = pair.agreement.same
    who = [pair.one, pair.other]
    return {"who": who, "judged": same.total, "same": same.hits, "kappa": _rounded(pair.agreement.kappa)}


def _dispute(judged: Judged) -> dict[str, object]:
    said = {decision.who: decision.answer.value for decision in judged.decisions}
    return {"fingerprint": judged.key.fingerprint, "rule": judged.rule, "text": _text(judged), "said": said}


def _ends(interval: Interval | None) -> list[float] | None:
    return None if interval is None else [round(interval.low, 4), round(interval.high, 4)]


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 4)
