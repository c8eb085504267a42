"""``copydesk explain`` and ``copydesk rules``: what is looked for."""

from __future__ import annotations

import click


@click.command(epilog="\b\nExample:\n  copydesk explain NAM101")
@click.argument("rule", metavar="RULE")
def explain(rule: str) -> None:
    """Explain a rule, with texts in which it finds something and texts in which it must not.

    RULE is a code such as NAM101, or the rule's name.
    """
    from copydesk.checks import CHECKS
    from copydesk.config_values import nearest
    from copydesk.errors import CopydeskError
    from copydesk.render.rules import explanation

    wanted = rule.strip().upper()
    for check in CHECKS:
        if wanted in (check.code.upper(), check.name.upper()):
            click.echo(explanation(check), nl=False)
            return
    raise CopydeskError(f"unknown rule {rule!r}", remedy=nearest(wanted, [check.code for check in CHECKS]))


@click.command(epilog="\b\nExamples:\n  copydesk rules\n  copydesk rules --format json")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True, help="How to print.")
def rules(form: str) -> None:
    """List all rules: code, severity, name and what they find."""
    from copydesk.checks import CHECKS
    from copydesk.render.rules import rules_json, rules_table

    click.echo(rules_json(CHECKS) if form == "json" else rules_table(CHECKS), nl=False)
