"""The README tells the truth: each command in it runs, and what it shows is what comes out.

In a block of ```sh, a line `$ command` is a command; the lines below it, up to the next command, are its output as the
README shows it, where `...` stands for anything, within a line or across lines.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.house.checkout import ROOT

README = ROOT / "README.md"
SECONDS = 60
CONFORMITY_ANSWERS = {0, 1, 3}

# What needs the network, or would start this test again from inside.
NOT_RUN = re.compile(r"(?:git clone|cd) \S+|make [a-z]+")


@dataclass(frozen=True, slots=True)
class Command:
    """A command of the README and the output shown below it."""

    line: int
    command: str
    shown: str


def commands(text: str) -> list[Command]:
    """Every command of every ```sh block, in order."""
    found = []
    for block in re.finditer(r"^```sh\n(.*?)^```$", text, re.MULTILINE | re.DOTALL):
        first = text.count("\n", 0, block.start(1)) + 1
        for one in re.finditer(r"^\$ ((?:.*\\\n)*.*)\n((?:(?!\$ ).*\n)*)", block[1], re.MULTILINE):
            found.append(Command(first + block[1].count("\n", 0, one.start()), one[1], one[2].strip("\n")))
    return found


def agrees(shown: str, printed: str) -> bool:
    """Whether the output shown is the whole of what was printed, save what `...` leaves out."""
    pattern = ".*".join(re.escape(part) for part in re.split(r"\s*\.\.\.\s*", shown))
    return re.fullmatch(pattern + r"\s*", printed, re.DOTALL) is not None


def readme_commands() -> list[Command]:
    return commands(README.read_text(encoding="utf-8")) if README.exists() else []


RUN = [one for one in readme_commands() if NOT_RUN.fullmatch(one.command) is None]


@pytest.mark.parametrize("command", RUN, ids=lambda one: f"line {one.line}: {one.command[:60]}")
def test_commands_run_and_print_what_is_shown(command: Command) -> None:
    scripts = Path(sys.executable).parent
    environment = os.environ | {
        "PATH": f"{scripts}{os.pathsep}{os.environ['PATH']}",
        "LC_ALL": "C.UTF-8",
        "COLUMNS": "100",
    }
    done = subprocess.run(
        ["bash", "-c", command.command],
        cwd=ROOT,
        env=environment,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=SECONDS,
        check=False,
    )
    answers = CONFORMITY_ANSWERS if "footrule check" in command.command else {0}
    assert done.returncode in answers, done.stdout + done.stderr
    assert "Traceback" not in done.stderr
    if command.shown:
        assert agrees(command.shown, done.stdout), done.stdout


def test_there_are_commands_to_run() -> None:
    assert RUN != []
    lines = README.read_text(encoding="utf-8").splitlines()
    assert len([one for one in lines if one.startswith("$ ")]) == len(readme_commands()), "a `$ ` outside a sh block"


def test_what_is_made_can_be_made() -> None:
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    asked = {word for one in readme_commands() for word in re.findall(r"\bmake ([a-z]+)", one.command)}
    assert {"demo", "test"} <= asked <= targets


def test_links_lead_somewhere() -> None:
    links = re.findall(r"\]\(([^)#]+)", README.read_text(encoding="utf-8"))
    assert [link for link in links if "://" not in link and not (ROOT / link).exists()] == []


def test_commands_are_taken_from_sh_blocks() -> None:
    text = "prose\n```sh\n$ one \\\n  more\nout\n$ two\n```\n```json\n$ no\n```\n"
    assert commands(text) == [Command(3, "one \\\n  more", "out"), Command(6, "two", "")]


@pytest.mark.parametrize(
    ("shown", "printed", "agree"),
    [
        ("a ... c", "a b c\n", True),
        ("a\n...\nd", "a\nb\nc\nd\n", True),
        ("a", "a\nb\n", False),
        ("a ... c", "a b d\n", False),
    ],
)
def test_dots_stand_for_anything(shown: str, printed: str, agree: bool) -> None:
    assert agrees(shown, printed) is agree
