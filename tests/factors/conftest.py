"""The database that the tests of factors ask."""

import pytest

from footrule.factors.database import Factors


@pytest.fixture(scope="package")
def shipped() -> Factors:
    """The database without tables of a user."""
    return Factors()
