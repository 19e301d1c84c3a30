"""Indexes of tables are cached apart from the user's own cache, once for each process of tests."""

from collections.abc import Iterator

import pytest

from footrule.factors.database import Factors


@pytest.fixture(scope="package", autouse=True)
def cache_of_the_tests(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("FOOTRULE_CACHE", str(tmp_path_factory.mktemp("cache")))
        yield


@pytest.fixture(scope="package")
def shipped() -> Factors:
    """The database without tables of a user."""
    return Factors()
