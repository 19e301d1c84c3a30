"""What holds for every test: how Hypothesis searches, where the corpus of others lies, where standards are kept.

Set HYPOTHESIS_PROFILE=thorough to search longer, with examples that differ from run to run.
"""

import atexit
import os
import shutil
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

CORPUS = Path(__file__).parents[1].parent / "shared" / "data"

# Checked standards are kept apart from the user's own, once for a run of tests: its workers inherit the folder.
if "PYTEST_XDIST_WORKER" not in os.environ:
    os.environ["FOOTRULE_CACHE"] = tempfile.mkdtemp(prefix="footrule-tests-")
    atexit.register(shutil.rmtree, os.environ["FOOTRULE_CACHE"], ignore_errors=True)

# The same examples on every machine, and few: a red run means the change, not the dice. No deadline, since a busy
# machine is no defect.
settings.register_profile(
    "ci", derandomize=True, max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.register_profile("thorough", max_examples=5000, deadline=None, print_blob=True)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "ci"))


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Skip what reads the corpus where it does not lie beside the checkout, and say so."""
    if CORPUS.is_dir():
        return
    absent = pytest.mark.skip(reason="the corpus of published files does not lie in ../shared/data")
    for item in items:
        if item.get_closest_marker("corpus") is not None:
            item.add_marker(absent)
