"""Clean documents spoiled, as texts, in ways that a reader would notice, or that change nothing."""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy
from random import Random

from tests.compile.json_pieces import Elements, Members, containers, escaped, pieces, text_of

NUMBERS = (
    "1_0", " 1", "1 ", "1.", ".5", "-.5", "+1", "+.5", "1e3", "1E-3", "1e300", "1e99", "1e-99", "1e20", "1e21", "NaN",
    "nan", "Infinity", "-Infinity", "inf", "１２", "٣",
    "1" * 40, "1" * 41, "1." + "1" * 40, "1." + "1" * 41, "--1", "1.2.3", "1,5",
    "1,000.0", "", "-", "-0", "0x10", "1e", "1e+5", "1e1.5", "00012", "1/2", "\\u0031", "1\\n", "1\\u0000",
    "99.99", "-3", "0", "1", "1.0", "0.99999999999999999999", "1.00000000000000000001", "½", "1٫5", "1e٣",
)  # fmt: skip
"""As decimals are printed, and as they are not."""
MOMENTS = (
    "2025-01-01T00:00:00Z", "2025-12-31T23:59:59Z", "2025-12-31T23:59:59.999999999Z", "2025-12-31T24:00:00Z",
    "2024-02-29T00:00:00Z", "2025-02-29T00:00:00Z", "2025-01-01t00:00:00z", "2025-01-01 00:00:00Z", "2025-01-01T00:00Z",
    "2025-01-01T00:00:00+08:00", "2025-01-01T00:00:00+0800", "2025-01-01T00:00:00+24:00", "2025-01-01T00:00:00.1Z",
    "2025-01-01T00:00:00.1234567890Z", "2025-01-01T00:00:00,5Z", "2025-01-01", "2025-W01-1T00:00:00Z",
    "20250101T000000Z",
    "2025-W01-1", "0000-01-01T00:00:00Z", "9999-12-31T23:59:59Z", "0001-01-01T00:00:00+14:00", "2025-06-30T23:59:60Z",
    "2025-01-01T00:00:00", "２０２５-01-01T00:00:00Z", "2025-01-01T00:00:0\\u0030Z", "2025-1-1T00:00:00Z", "",
    "2025-01-01T00-00-00Z", "2025/01/01T00:00:00Z", "2025-01-01T25:00:00Z", "2025-01-01T00:60:00Z",
    "2025-001T000000000Z",
)  # fmt: skip
UNITS = (
    "kg", "t", "千克", "吨", "kWh", "MJ", "m3", "Nm3", "piece", "件", "1", "%", "", " kg", "KG", "furlong", "kg CO2e",
    "kg CO2e/t", "kg/kg/kg", "t CO2", "tkm", "CNY", "k" * 50, "kg\\u0000", "Kg",
)  # fmt: skip
TEXTS = (
    "", " ", "x", "\\u0000", "\\ud800", "\\udc00\\ud800", "\\ud83d\\ude00", "😀", "乙烯", '\\"', "\\\\", "\\u0022",
    "urn:x", "URN:pact:1", "AR6", "AR", "3.0.0", "3.1.0-20250101", "2.3.0", "4.0.0", "3.0", "CN", "cn",
    "CN-SH", "74-85-1", "74-85-2", "f4b1225a-bd44-4c8e-861d-079e4e1dfd69", "{F4B1225A-BD44-4C8E-861D-079E4E1DFD69}",
    "2901.21", "34110", "x" * 5_000,
)  # fmt: skip
SCALARS = ("null", "true", "false", "0", "5", "-1.5", "1e400", "{}", "[]", "[null]", "[[]]", '[""]', '{"value":"1"}',
           '{"value":"1","unit":"kg"}', '{"value":1,"unit":"kg"}', '{"value":"1","unit":null}', '"x","x":"y"',
           '{"value":"1","unit":"kg","value":"2"}', "NaN", "-Infinity", "tru", "'x'", "01", "[1,]", "{,}",
           "[" * 70 + "]" * 70, "[" * 2_000 + "]" * 2_000, '{"a":' * 70 + "1" + "}" * 70)  # fmt: skip
EXTENDED = (
    '{"x":[1,2.50,1e400]}', '{"x":1,"x":2}', '{"inventory":{}}', '{"inventory":null}', "{}", '{"inventory":5}',
    '{"x":{"y":[{"z":"\\u0022"}]},"w":{"z":1,"\\u007a":2}}',
    '{"inventory":{},"x":1,"x":2}', '{"inventory":{},"x":[1e5]}',
)  # fmt: skip
"""What stands in extensions."""
BYTES = (
    b"\xff",
    b"\xc0\x80",
    b"\xed\xa0\x80",
    b"\x00",
    b"\x1f",
    b"\xef\xbb\xbf",
    b" ",
    b"\n",
    b",",
    b'"',
    b"\\",
    b"{}",
)
KEYS = (
    "id",
    "value",
    "unit",
    "amount",
    "inventory",
    "pcf",
    "x",
    "",
    "ID",
    "a/~b",
    "\\u0069d",
    "i\\u0064",
    "\\u0022",
    "值",
    "comment",
)


class Spoiling:
    """Does things to a document."""

    def __init__(self, random: Random, document: Members) -> None:
        self._random = random
        self.document = document
        self.space = random.choice(("", "", " ", "\n\t"))
        self.bytes: list[Callable[[bytes], bytes]] = []

    def once(self) -> None:
        """One thing, anywhere."""
        ways: dict[Callable[[], None], int] = {
            self._scalar: 5, self._key_twice: 2, self._escape: 2, self._renamed: 1, self._removed: 1, self._inserted: 1,
            self._null: 1, self._element_twice: 1, self._emptied: 1, self._copied: 1, self._extended: 1, self._bytes: 1,
        }  # fmt: skip
        (way,) = self._random.choices(list(ways), list(ways.values()))
        way()

    def text(self) -> bytes:
        """The document as it is now."""
        data = text_of(self.document, self.space).encode("utf-8", "surrogatepass")
        for one in self.bytes:
            data = one(data)
        return data

    def _object(self) -> Members:
        return self._random.choice([one for one in containers(self.document) if isinstance(one, Members) and one.items])

    def _member(self) -> tuple[Members, int]:
        found = self._object()
        return found, self._random.randrange(len(found.items))

    def _key_twice(self) -> None:
        found, at = self._member()
        key, value = found.items[at]
        if self._random.random() < 0.5:
            key = escaped(key, self._random.randrange(20))
        if self._random.random() < 0.3:
            value = self._random.choice(('"1"', "null", "{}"))
        found.items.insert(self._random.randrange(len(found.items) + 1), (key, deepcopy(value)))
        for _ in range(self._random.randrange(4)):
            # Each of these has fewer quotation marks, or fewer characters, than what it is encoded as again.
            self._replaced(self._random.choice(('"\\u0022\\u0022"', '"\\u0022"', '"\\u0001"', '"\\/"', '"\x7f"')))

    def _replaced(self, text: str) -> None:
        found, at = self._member()
        if isinstance(found.items[at][1], str) and str(found.items[at][1]).startswith('"'):
            found.items[at] = found.items[at][0], text

    def _renamed(self) -> None:
        found, at = self._member()
        key, value = found.items[at]
        found.items[at] = self._random.choice((key[:-2] + '"', key.upper(), f'"{self._random.choice(KEYS)}"')), value

    def _removed(self) -> None:
        found, at = self._member()
        del found.items[at]

    def _inserted(self) -> None:
        found, at = self._member()
        value = self._random.choice(("null", "null", *SCALARS))
        found.items.insert(at, (f'"{self._random.choice(KEYS)}"', value))

    def _scalar(self) -> None:
        found, at = self._member()
        key, value = found.items[at]
        kind = self._random.random()
        looks = value if isinstance(value, str) else ""
        if kind < 0.25:
            found.items[at] = key, self._random.choice(SCALARS)
        elif "T" in looks and ":" in looks:
            found.items[at] = key, f'"{self._random.choice(MOMENTS)}"'
        elif key in ('"unit"', '"declaredUnitOfMeasurement"'):
            found.items[at] = key, f'"{self._random.choice(UNITS)}"'
        elif looks.strip('"-').replace(".", "").isdigit():
            found.items[at] = key, f'"{self._random.choice(NUMBERS)}"'
        elif looks:
            found.items[at] = key, f'"{self._random.choice((*TEXTS, *NUMBERS[:4], *MOMENTS[:4]))}"'

    def _null(self) -> None:
        found, at = self._member()
        found.items[at] = found.items[at][0], "null"

    def _escape(self) -> None:
        """Spelled otherwise, and the same."""
        found, at = self._member()
        key, value = found.items[at]
        if isinstance(value, str) and value.startswith('"') and self._random.random() < 0.7:
            found.items[at] = key, escaped(value, self._random.randrange(50))
        else:
            found.items[at] = escaped(key, self._random.randrange(20)), value

    def _list(self) -> Elements | None:
        lists = [one for one in containers(self.document) if isinstance(one, Elements) and one.items]
        return self._random.choice(lists) if lists else None

    def _element_twice(self) -> None:
        found = self._list()
        if found is not None:
            found.items.append(deepcopy(self._random.choice(found.items)))

    def _emptied(self) -> None:
        found = self._list()
        if found is not None:
            found.items.clear()

    def _copied(self) -> None:
        """A value where another stands."""
        (one, at), (other, there) = self._member(), self._member()
        one.items[at] = one.items[at][0], deepcopy(other.items[there][1])

    def _extended(self) -> None:
        """Another extension: somebody else's, or an inventory, or one that should be."""
        schema = self._random.choice(("https://example.org/x.json", "https://footrule.example/Inventory-1.json"))
        more = pieces(f'{{"specVersion":"2.0.0","dataSchema":"{schema}","data":null}}')
        more.items[2] = more.items[2][0], self._random.choice(EXTENDED)
        for at, (key, value) in enumerate(self.document.items):
            if key == '"extensions"' and isinstance(value, Elements):
                value.items.insert(self._random.randrange(len(value.items) + 1), more)
                return
            if key == '"extensions"':
                del self.document.items[at]
                break
        self.document.items.append(('"extensions"', Elements([more])))

    def _bytes(self) -> None:
        """Something that is done to the bytes when all else is done."""
        where, byte, way = self._random.random(), self._random.choice(BYTES), self._random.randrange(6)

        def spoiled(data: bytes) -> bytes:
            at = int(where * len(data))
            match way:
                case 0:
                    return byte + data
                case 1:
                    return data + byte
                case 2:
                    return data[:at]
                case 3:
                    return b"[" + data + b"]"
                case 4:
                    return data.decode("utf-8", "replace").encode("utf-16")
                case _:
                    return data[:at] + byte + data[at:]

        self.bytes.append(spoiled)
