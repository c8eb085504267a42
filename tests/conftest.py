"""One desk with the list that the package ships, for all tests that want one; making it takes most of a second."""

from __future__ import annotations

import pytest
from one_desk import the_desk

from copydesk.desk import Desk


@pytest.fixture(scope="session")
def desk() -> Desk:
    return the_desk()
