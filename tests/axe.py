"""What axe-core (npm, MPL-2.0) has to say of a page. It is not part of this repository.

Its file is named by COPYDESK_AXE, or lies at ``node_modules/axe-core/axe.min.js`` here.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from chromium import Browser
from copydesk.entities.build import SEEDS

AXE = Path(os.environ.get("COPYDESK_AXE") or SEEDS.parent / "node_modules/axe-core/axe.min.js")
needs_axe = pytest.mark.skipif(
    not AXE.is_file(), reason="no axe-core here: npm install axe-core, or name axe.min.js in COPYDESK_AXE"
)


def serious(browser: Browser) -> list[tuple[str, list[str]]]:
    """What is serious or critical on the page that is open: the rule, and the first places.

    The page's policy must be bypassed (``Page.setBypassCSP``) before it is opened.
    """
    browser.ask(AXE.read_text(encoding="utf-8") + ";0")
    found = browser.ask("axe.run({resultTypes: ['violations']}).then((done) => done.violations)")
    return [
        (rule["id"], [node["html"] for node in rule["nodes"]][:3])
        for rule in found
        if rule["impact"] in ("serious", "critical")
    ]
