"""Nothing in the repository belongs to one machine."""

from __future__ import annotations

import re

import pytest

from tests.house.checkout import ROOT, files

# Folders of the machines this was written on, and hosts that only an installer should know.
_LOCAL = re.compile(
    rb"(?<![\w.])/(?:work|root|home|Users)/[\w.-]+|\b(?:pypi[.]org|pythonhosted[.]org|registry[.]npmjs)"
)


def test_no_file_names_a_machine_or_a_registry() -> None:
    found = {
        path.relative_to(ROOT).as_posix(): matches
        for path in files()
        if (matches := sorted(set(_LOCAL.findall(path.read_bytes()))))
    }
    assert found == {}


@pytest.mark.parametrize(
    ("text", "local"),
    [
        (b"/".join([b"", b"work", b"main"]), True),
        (b"/".join([b"file:", b"", b"", b"home", b"me"]), True),
        (b"https://example.org/home/page", False),
        (b"../shared/data", False),
        (b"pypi" + b".org", True),
    ],
)
def test_local_names_are_found(text: bytes, local: bool) -> None:
    assert (_LOCAL.search(text) is not None) is local
