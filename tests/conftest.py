"""One desk with the list that the package ships, for all tests that want one; making it takes most of a second."""

from __future__ import annotations

import pytest

from copydesk.desk import Desk
from one_desk import the_desk


@pytest.fixture(scope="session")
def desk() -> Desk:
    return the_desk()
