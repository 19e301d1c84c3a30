"""The parser tables that ship are those of the grammar that ships.

Lark numbers states and tokens in an order that changes from run to run, so the tables are compared by what they mean:
the same terminals, the same rules, and automata that do the same from their start states on.
"""

from __future__ import annotations

import pickle
import re
from typing import Any

import pytest

from footrule.syntax.tables import built_tables
from tests.house.checkout import ENGINE

DIGEST_BYTES = 32
SHIFT = 0

Meaning = dict[str, object]


_ENDLESS = re.compile(r"\b\d{10,}\b")
"""The greatest width of a pattern without an end: each Python counts so far and no further."""


def meaning(tables: bytes) -> Meaning:
    """Tables without what is arbitrary in them: references resolved, states numbered in the order they are reached."""
    saved: dict[str, Any] = pickle.loads(tables[DIGEST_BYTES:])
    memo, data = saved["memo"], saved["data"]

    def resolved(value: dict[str, int]) -> str:
        return _ENDLESS.sub("endless", repr(memo[value["@"]]))

    parser = data["parser"]
    lexer = {name: value for name, value in parser["lexer_conf"].items() if name != "terminals"}
    return {
        "digest": tables[:DIGEST_BYTES],
        "options": data["options"],
        "lexer": repr(lexer),
        "terminals": sorted(map(resolved, parser["lexer_conf"]["terminals"])),
        "rules": sorted(map(resolved, data["rules"])),
        "automata": {start: automaton(parser["parser"], start, memo) for start in parser["parser"]["start_states"]},
    }


def automaton(parser: dict[str, Any], start: str, memo: dict[int, object]) -> list[tuple[object, ...]]:
    """What each state does on each token, from a start state on; a shift or goto names the state by its new number."""
    number = {parser["start_states"][start]: 0}
    steps: list[tuple[object, ...]] = []
    reached = list(number)
    for state in reached:
        by_name = {parser["tokens"][token]: action for token, action in parser["states"][state].items()}
        for token, (kind, argument) in sorted(by_name.items()):
            if kind == SHIFT:
                if argument not in number:
                    number[argument] = len(number)
                    reached.append(argument)
                steps.append((number[state], token, "shift", number[argument]))
            else:
                steps.append((number[state], token, "reduce", repr(memo[argument["@"]])))
    steps.append(("ends in", number[parser["end_states"][start]]))
    return steps


@pytest.fixture(scope="module")
def built() -> bytes:
    return built_tables()


def test_the_shipped_tables_are_those_of_the_grammar(built: bytes) -> None:
    shipped, fresh = meaning((ENGINE / "syntax" / "tables.bin").read_bytes()), meaning(built)
    different = [part for part in fresh if shipped.get(part) != fresh[part]]
    assert different == [], "run `make tables`"


def test_another_automaton_is_seen(built: bytes) -> None:
    saved = pickle.loads(built[DIGEST_BYTES:])
    states = saved["data"]["parser"]["parser"]["states"]
    shifts = [(state, token) for state, row in states.items() for token, action in row.items() if action[0] == SHIFT]
    state, token = shifts[len(shifts) // 2]
    del states[state][token]
    assert meaning(built[:DIGEST_BYTES] + pickle.dumps(saved)) != meaning(built)
