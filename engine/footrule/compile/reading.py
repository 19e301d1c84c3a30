"""Fields of a submission in generated code: from the structures of the projection, or from what is told elsewhere."""

from __future__ import annotations

from footrule.compile.projection import Projection
from footrule.compile.tables import Tables
from footrule.compile.value import (
    Amount,
    Coded,
    Lacking,
    Moment,
    NotCompiled,
    Sequence,
    Structure,
    Told,
    Truth,
    Value,
    Words,
)
from footrule.compile.writer import Writer
from footrule.measure.unit import PERCENT, Unit
from footrule.model import types
from footrule.submission.wire import (
    Attribute,
    AttributeTable,
    WireChoice,
    WireDecimal,
    WireKind,
    WireList,
    WireMeasured,
    WireObject,
    WirePlain,
    WireText,
)


class Reading:
    """Writes the code that reads fields. `raw` variables are shared by whoever reads the same attribute."""

    def __init__(self, projection: Projection, tables: Tables, writer: Writer) -> None:
        self._projection = projection
        self._tables = tables
        self._writer = writer

    def attribute_of(self, table: AttributeTable, name: str) -> Attribute | None:
        """The attribute that fills a field; None where the format has none."""
        return next((one for one in table.attributes if name in one.fields), None)

    def raw(self, record: Structure, attribute: Attribute) -> tuple[str, bool]:
        """A variable with what the file has of an attribute, and whether that may be None."""
        member = self._projection.member(record.table, attribute)
        may_lack = record.may_lack or not self._projection.is_required(record.table, attribute)
        key = (record.code, member)
        known = self._writer.find(key)
        if known is not None:
            return known.value.code, may_lack
        code = f"{record.code}.{member}"
        if record.may_lack:
            code = f"None if {record.code} is None else {code}"
        name = self._writer.let(code)
        self._writer.remember(key, Words(name, may_lack), sure=True)
        return name, may_lack

    def field(self, record: Structure, name: str, *, interval: bool = False) -> Value:
        """The value of a field. Not kept for others: see `Expressions`."""
        if name == "kind" and record.table.alternatives:
            return self._alternative(record)
        attribute = self.attribute_of(record.table, name)
        if attribute is None:
            return Lacking()
        raw, may_lack = self.raw(record, attribute)
        kind = attribute.kind
        if isinstance(kind, WireMeasured):
            self._projection.prepare(record.table, attribute)
            place = [one for one, _ in kind.fields].index(name)
            return self._measured(kind, raw, may_lack, place, interval=interval)
        return self.plain(kind, raw, may_lack, interval=interval)

    def plain(self, kind: WireKind, raw: str, may_lack: bool, *, interval: bool = False) -> Value:
        """What a JSON value stands for, by its kind."""
        match kind:
            case WirePlain.TRUTH:
                return Truth(raw, may_lack)
            case WirePlain.INSTANT | WirePlain.DATE:
                table = "INSTANTS" if kind is WirePlain.INSTANT else "DATES"
                code = f"{table}[{raw}]"
                return Moment(self._writer.let(f"None if {raw} is None else {code}" if may_lack else code), may_lack)
            case WirePlain.SHARE:
                return self.number(raw, may_lack, PERCENT, interval=interval)
            case WireDecimal(unit=unit, per_unit=False):
                return self.number(raw, may_lack, unit, interval=interval)
            case WirePlain.OPEN_CODE:
                return Coded(raw, may_lack, None)
            case WireChoice(codes=codes, as_text=True) if all(printed == code for printed, code in codes.items()):
                return Words(raw, may_lack)
            case WireChoice(codes=codes, as_text=False):
                return Coded(raw, may_lack, codes)
            case WireText():
                return Words(raw, may_lack)
            case WirePlain.OBJECT if self._projection.category is not None:
                return Structure(raw, may_lack, self._projection.category)
            case WireObject(table=table):
                return Structure(raw, may_lack, table)
            case WireList(element=element):
                return Sequence(raw, may_lack, element)
            case _:
                raise NotCompiled(str(kind))

    def number(self, raw: str, may_lack: bool, unit: Unit, *, interval: bool = False) -> Amount:
        """A printed number in a unit that its format fixes."""
        factor = float(unit.factor)
        times = "" if factor == 1.0 else f" * {factor!r}"
        exact = f"exactly({raw}, {unit.symbol or '1'!r})"
        return self._amount(raw, may_lack, f"number({raw}){times}", f"half({raw}){times}", exact, interval=interval)

    def _amount(self, raw: str, may_lack: bool, code: str, halved: str, exact: str, *, interval: bool) -> Amount:
        write = self._writer
        if not interval:
            return Amount(
                write.let(f"None if {raw} is None else {code}" if may_lack else code), may_lack, exactly=exact
            )
        value, low, high, size = (write.name() for _ in range(4))
        if may_lack:
            with write.block(f"if {raw} is None:"):
                write.line(f"{value} = {low} = {high} = {size} = None")
            with write.block("else:"):
                self._interval(value, low, high, size, code, halved)
        else:
            self._interval(value, low, high, size, code, halved)
        return Amount(value, may_lack, size, low, high, exactly=exact)

    def _interval(self, value: str, low: str, high: str, size: str, code: str, halved: str) -> None:
        write = self._writer
        write.line(f"{value} = {code}")
        write.line(f"{size} = {halved}")
        write.line(f"{low} = {value} - {size}")
        write.line(f"{high} = {value} + {size}")
        write.line(f"{size} += abs({value})")

    def _measured(self, kind: WireMeasured, raw: str, may_lack: bool, place: int, *, interval: bool) -> Amount:
        """A number with its unit: prepared as the place of its field, its value, its text and its unit."""
        conditions = [f"{raw} is not None"] if may_lack else []
        conditions += [f"{raw}[0] == {place}"] if len(kind.fields) > 1 else []
        given = " and ".join(conditions)
        exact = f"exactly({raw}[2], {raw}[3])"
        if not interval:
            code = f"{raw}[1] if {given} else None" if given else f"{raw}[1]"
            positive = kind.from_zero and not kind.below_zero_where
            return Amount(self._writer.let(code), bool(given), exactly=exact, positive=positive)
        write = self._writer
        value, low, high, size = (write.name() for _ in range(4))
        with write.block(f"if {given}:" if given else "if True:"):
            write.line(f"{value} = {raw}[1]")
            write.line(f"{size} = half_of({raw})")
            write.line(f"{low} = {value} - {size}")
            write.line(f"{high} = {value} + {size}")
            write.line(f"{size} += abs({value})")
        if given:
            with write.block("else:"):
                write.line(f"{value} = {low} = {high} = {size} = None")
        return Amount(value, bool(given), size, low, high, exactly=exact)

    def _alternative(self, record: Structure) -> Coded:
        """Which alternative a clean structure uses: the first whose leader is there."""
        write = self._writer
        result = write.name()
        word = "if"
        if record.may_lack:
            with write.block(f"if {record.code} is None:"):
                write.line(f"{result} = None")
            word = "elif"
        for one in record.table.alternatives:
            leader = self._projection.member(record.table, record.table.by_name[one.leader])
            with write.block(f"{word} {record.code}.{leader} is not None:"):
                write.line(f"{result} = {one.code!r}")
            word = "elif"
        with write.block("else:"):
            write.line(f"{result} = None")
        return Coded(result, record.may_lack, {})

    def told(self, record: Told, name: str, kind: types.Type, *, interval: bool = False) -> Value:
        """A field of what stands in no file."""
        write = self._writer
        get = f"{record.code}.get({name!r})"
        raw = write.let(f"None if {record.code} is None else {get}" if record.may_lack else get)
        match kind:
            case types.QuantityType():
                return self._told_amount(raw)
            case types.TextType():
                return Words(raw, True)
            case types.CodeType():
                return Coded(raw, True, {})
            case types.InstantType():
                return Moment(raw, True)
            case types.TruthType():
                return Truth(raw, True)
            case types.RecordType(shape):
                return Told(raw, True, shape)
            case types.ListType(types.RecordType(shape)):
                return Sequence(raw, True, shape)
            case _:
                raise NotCompiled(f"{name} of {record.shape}")

    def _told_amount(self, raw: str) -> Amount:
        write = self._writer
        value, size, low, high, exact = (write.name() for _ in range(5))
        write.line(f"{value}, {size}, {low}, {high}, {exact} = {raw} or NOTHING")
        return Amount(value, True, size, low, high, exactly=exact, rounded_once=True)
