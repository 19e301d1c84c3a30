"""The first place where a text breaks the rules of JSON, and which rule: run only once the decoder has refused it.

An iterative scanner, so that no depth of nesting can exhaust the stack. It accepts exactly what the decoder of the
standard library accepts, less what RFC 8259 and RFC 7493 forbid (constants, keys that occur twice) and less what is
nested too deeply; the tests hold both against each other. What a fault means in words is said in `json_mistake`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from enum import Enum

from footrule.submission.locate import string_value


class Expected(Enum):
    """What may stand at a place: the states of the scanner."""

    DOCUMENT = "document"
    MEMBER_VALUE = "value of a key"
    ELEMENT = "element after a comma"
    ELEMENT_OR_CLOSE = "element or ]"
    KEY = "key after a comma"
    KEY_OR_CLOSE = "key or }"
    COLON = ":"
    COMMA_OR_BRACE = ", or }"
    COMMA_OR_BRACKET = ", or ]"
    TEXT = "rest of a text in quotation marks"
    END = "end of the document"


@dataclass(frozen=True, slots=True)
class Misplaced:
    """At `offset` stands something else than what was expected there."""

    offset: int
    expected: Expected


@dataclass(frozen=True, slots=True)
class EndsEarly:
    """The text ends at `offset`, before what was opened at `opened` is closed (None: nothing was opened)."""

    offset: int
    opened: int | None


@dataclass(frozen=True, slots=True)
class Constant:
    """At `offset` stands NaN or Infinity in one of their spellings."""

    offset: int
    spelling: str


@dataclass(frozen=True, slots=True)
class RepeatedKey:
    """The key at `offset` already stands at `first` in the same object."""

    offset: int
    first: int
    key: str


@dataclass(frozen=True, slots=True)
class TooDeep:
    """The bracket at `offset` opens one level too many."""

    offset: int


Fault = Misplaced | EndsEarly | Constant | RepeatedKey | TooDeep

_S = r"[ \t\n\r]*+"
_OPEN_STRING = r'"[^"\\\x00-\x1f]*+(?>(?:\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})[^"\\\x00-\x1f]*+)*)'
# `(?>(?:ab)*)` where `(?:ab)*+` is meant: before Python 3.11.5 the latter keeps an `a` without its `b`.
_NUMBER = r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?"
# A number or a word must end where it ends: `1_0`, `01` and `nullx` are one wrong thing, not two things.
_SCALAR = rf'(?P<scalar>{_OPEN_STRING}"|(?:{_NUMBER}|true|false|null)(?![\w.+%-]))'
_OPEN = r"(?P<open>[\[{])"
_KEY = rf'(?P<key>{_OPEN_STRING}"){_S}:'

_VALUE = re.compile(rf"{_S}(?:{_SCALAR}|{_OPEN})")
_SPACE = re.compile(_S)
_PATTERNS = {
    Expected.DOCUMENT: _VALUE,
    Expected.MEMBER_VALUE: _VALUE,
    Expected.ELEMENT: _VALUE,
    Expected.ELEMENT_OR_CLOSE: re.compile(rf"{_S}(?:{_SCALAR}|{_OPEN}|(?P<close>\]))"),
    Expected.KEY: re.compile(_S + _KEY),
    Expected.KEY_OR_CLOSE: re.compile(rf"{_S}(?:{_KEY}|(?P<close>\}}))"),
    Expected.COMMA_OR_BRACE: re.compile(rf"{_S}(?:(?P<comma>,)|(?P<close>\}}))"),
    Expected.COMMA_OR_BRACKET: re.compile(rf"{_S}(?:(?P<comma>,)|(?P<close>\]))"),
    Expected.END: re.compile(rf"{_S}(?P<end>\Z)"),
}
_STRING_SO_FAR = re.compile(_OPEN_STRING)
_CUT_ESCAPE = re.compile(r"\\(?:u[0-9a-fA-F]{0,3})?\Z")
_CUT_SCALAR = re.compile(
    r"(?:-(?:(?:0|[1-9][0-9]*)?)|(?:-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?)[eE][-+]?|-?(?:0|[1-9][0-9]*)\."
    r"|t(?:ru?)?|f(?:a(?:ls?)?)?|n(?:ul?)?)\Z"
)
_CONSTANT = re.compile(r"[-+]?(?:nan|inf(?:inity)?)(?![\w.])", re.IGNORECASE)
_KEYS = (Expected.KEY, Expected.KEY_OR_CLOSE)
_VALUES = (Expected.DOCUMENT, Expected.MEMBER_VALUE, Expected.ELEMENT, Expected.ELEMENT_OR_CLOSE)


def first_fault(text: str, deepest: int) -> Fault | None:
    """The first fault in the order of the text, or None where the whole text is one JSON value."""
    scan = _Scan(text, deepest)
    while scan.fault is None and scan.expected is not None:
        scan.step()
    return scan.fault


@dataclass(slots=True)
class _Scan:
    """One pass over one text. `opened` holds, for each open bracket, its offset and the keys of its object so far."""

    text: str
    deepest: int
    offset: int = 0
    expected: Expected | None = Expected.DOCUMENT
    fault: Fault | None = None
    opened: list[tuple[int, dict[str, int] | None]] = field(default_factory=list[tuple[int, dict[str, int] | None]])

    def step(self) -> None:
        """Read one token and the space before it."""
        if self.expected is None:
            return
        match = _PATTERNS[self.expected].match(self.text, self.offset)
        if match is None:
            self.fault = self._fault_at(self.expected)
            return
        self.offset = match.end()
        token = match.lastgroup
        if token == "key":
            self._key(match.start("key"), match["key"])
        elif token == "open":
            self._open(self.offset - 1)
        elif token == "comma":
            self.expected = Expected.KEY if self.expected is Expected.COMMA_OR_BRACE else Expected.ELEMENT
        elif token == "end":
            self.expected = None
        else:
            if token == "close":
                self.opened.pop()
            self.expected = self._after_value()

    def _after_value(self) -> Expected:
        if not self.opened:
            return Expected.END
        return Expected.COMMA_OR_BRACKET if self.opened[-1][1] is None else Expected.COMMA_OR_BRACE

    def _open(self, at: int) -> None:
        if len(self.opened) == self.deepest:
            self.fault = TooDeep(at)
        is_object = self.text[at] == "{"
        self.opened.append((at, {} if is_object else None))
        self.expected = Expected.KEY_OR_CLOSE if is_object else Expected.ELEMENT_OR_CLOSE

    def _key(self, at: int, raw: str) -> None:
        key = string_value(raw)
        keys = self.opened[-1][1]
        if keys is not None and keys.setdefault(key, at) != at:
            self.fault = RepeatedKey(at, keys[key], key)
        self.expected = Expected.MEMBER_VALUE

    def _fault_at(self, expected: Expected) -> Fault:
        at = self._past_space(self.offset)
        if at == len(self.text):
            return self._ends_early()
        if self.text[at] == '"' and expected in _KEYS + _VALUES:
            return self._fault_of_string(at)
        if expected in _VALUES:
            constant = _CONSTANT.match(self.text, at)
            if constant is not None:
                return Constant(at, constant[0])
            if _CUT_SCALAR.match(self.text, at):
                return self._ends_early()
        if expected in (Expected.KEY, Expected.ELEMENT) and self.text[at] in "]}":
            return Misplaced(self.offset - 1, expected)
        return Misplaced(at, expected)

    def _fault_of_string(self, at: int) -> Fault:
        body = _STRING_SO_FAR.match(self.text, at)
        end = body.end() if body else at
        if end == len(self.text) or _CUT_ESCAPE.match(self.text, end):
            return EndsEarly(len(self.text), at)
        if self.text[end] != '"':
            return Misplaced(end, Expected.TEXT)
        colon = self._past_space(end + 1)
        return self._ends_early() if colon == len(self.text) else Misplaced(colon, Expected.COLON)

    def _ends_early(self) -> EndsEarly:
        return EndsEarly(len(self.text.rstrip(" \t\n\r")), self.opened[-1][0] if self.opened else None)

    def _past_space(self, at: int) -> int:
        space = _SPACE.match(self.text, at)
        return space.end() if space else at
