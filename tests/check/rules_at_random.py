"""Small rules and footprints at random, for properties that hold of all of them: over the small world of the tests.

Rules are written as texts, so that they pass the parser and the checker like anybody's.
"""

from __future__ import annotations

from itertools import product

from hypothesis import strategies as st

from tests.language.small_world import Plain, world

_NUMBERS = st.sampled_from(["0", "0.0", "1", "2", "0.5", "-1", "1.0", "1e2"])
_DAYS = st.sampled_from(["0001-01-01", "2024-02-29", "2027-12-31", "9999-12-31"])
_WORDS = st.sampled_from(["a", "b", ""])
_CODES = st.sampled_from(["product", "waste", "resource"])
_LITERALS = ("0 kg", "1 kg", "2 kg", "-1 kg", "limit")
_SIGNS = ("=", "<", "<=", ">", ">=", "equals", "is exactly", "is not")
HEAD = """parameter limit = 0.5 kg
  cite doc "1"
define fed = mass + other_mass
define flow_mass = flow.mass
define enough = mass is given and mass > 0 kg
define heavy = those h in flows where h.mass is given and h.mass > 0 kg
"""


def _field(values: st.SearchStrategy[Plain]) -> st.SearchStrategy[list[Plain]]:
    """A field that is given, mostly; else missing (an empty list here), or given and unusable."""
    there = values.map(lambda one: [one])
    return st.one_of(there, there, there, st.sampled_from([[], [None]]))


def _record(**fields: st.SearchStrategy[Plain]) -> st.SearchStrategy[dict[str, Plain]]:
    drawn = st.fixed_dictionaries({name: _field(values) for name, values in fields.items()})
    return drawn.map(lambda some: {name: value[0] for name, value in some.items() if value})


_FLOW = _record(mass=_NUMBERS, name=_WORDS, kind=_CODES, measured=st.booleans(), on=_DAYS)


def _list(of: st.SearchStrategy[Plain]) -> st.SearchStrategy[Plain]:
    return st.lists(st.one_of(of, of, st.none()), max_size=3)


FOOTPRINTS = _record(
    holds=st.booleans(), mass=_NUMBERS, other_mass=_NUMBERS, carbon=_NUMBERS, amount=_NUMBERS, word=_WORDS,
    words=_list(_WORDS), kind=_CODES, start=_DAYS, end=_DAYS, masses=_list(_NUMBERS), flows=_list(_FLOW), flow=_FLOW,
)  # fmt: skip


class _Writer:
    """Writes expressions of one type each; `records` are the names of the flows in scope."""

    def __init__(self, draw: st.DrawFn) -> None:
        self._draw = draw
        self._made = 0

    def pick(self, *some: str) -> str:
        return self._draw(st.sampled_from(some))

    def _name(self) -> str:
        self._made += 1
        return f"x{self._made}"

    def flows(self, deep: int, records: tuple[str, ...]) -> str:
        kind = self._draw(st.integers(0, 3 if deep else 1))
        if kind < 2:
            return self.pick("flows", "heavy", "chosen", "(flows absent as none)")
        name = self._name()
        inside = self.pick("flows", "heavy") if kind == 2 else self.flows(deep - 1, records)
        return f"(those {name} in {inside} where {self.condition(deep - 1, (*records, name))})"

    def mass(self, deep: int, records: tuple[str, ...]) -> str:
        fields = ["mass", "other_mass", "carbon", "flow_mass", "own", *(f"{record}.mass" for record in records)]
        match self._draw(st.integers(0, 9 if deep else 2)):
            case 0:
                return self.pick(*_LITERALS)
            case 1:
                return self.pick(*fields, "fed", "predecessor.mass")
            case 2:
                return f"({self.pick(*fields, 'predecessor.mass')} absent as {self.pick(*_LITERALS[:4])})"
            case 3:
                return f"({self.mass(deep - 1, records)} {self.pick('+', '-')} {self.mass(deep - 1, records)})"
            case 4:
                return f"({self.mass(deep - 1, records)} * {self.number(deep - 1, records)})"
            case 5:
                return f"({self.mass(deep - 1, records)} / {self.number(deep - 1, records)})"
            case 6:
                return f"{self.pick('abs', 'co2_of')}({self.mass(deep - 1, records)})"
            case 7:
                asked = self.condition(deep - 1, records)
                return f"(if {asked} then {self.mass(deep - 1, records)} else {self.mass(deep - 1, records)})"
            case _:
                return self._aggregate(self.pick("sum", "min", "max", "mean"), deep, records)

    def number(self, deep: int, records: tuple[str, ...]) -> str:
        match self._draw(st.integers(0, 3 if deep else 1)):
            case 0:
                return self.pick("2", "0.5", "amount")
            case 1:
                return self.pick("amount", "(amount absent as 0)", "(amount absent as 3)")
            case 2:
                return self._aggregate(self.pick("count", "distinct"), deep, records)
            case _:
                return f"({self.mass(deep - 1, records)} / {self.mass(deep - 1, records)})"

    def _aggregate(self, name: str, deep: int, records: tuple[str, ...]) -> str:
        each = self._name()
        where = f" where {self.condition(deep - 1, (*records, each))}" if self._draw(st.booleans()) else ""
        of = self.mass(deep - 1, (*records, each)) if self._draw(st.booleans()) else f"{each}.mass"
        return f"{name}({of} for {each} in {self.flows(deep - 1, records)}{where})"

    def condition(self, deep: int, records: tuple[str, ...]) -> str:
        flags = ("holds", *(f"{record}.measured" for record in records))
        asked = ("mass", "other_mass", "flow.mass", "flow", "amount", "flows", "start", "predecessor", "own",
                 *(f"{record}.mass" for record in records))  # fmt: skip
        match self._draw(st.integers(0, 13 if deep else 3)):
            case 0:
                return self.pick(*flags, "enough", "true")
            case 1:
                return f"({self.pick(*asked)} is {self.pick('given', 'missing')})"
            case 2:
                return f"({self.mass(0, records)} {self.pick(*_SIGNS)} {self.mass(0, records)})"
            case 3:
                return self.pick('word in words', 'word is "a"', "kind in {product, waste}", "mass in masses",
                                 "(start + 1 year <= end)", "(end - 1 day > 2024-01-01)")  # fmt: skip
            case 4 | 5:
                return f"({self.condition(deep - 1, records)} and {self.condition(deep - 1, records)})"
            case 6 | 7:
                return f"({self.condition(deep - 1, records)} or {self.condition(deep - 1, records)})"
            case 8:
                return f"(not {self.condition(deep - 1, records)})"
            case 9:
                one, two = self.mass(deep - 1, records), self.mass(deep - 1, records)
                return f"({one} within {self.pick('5 %', '1 kg')} of {two})"
            case 10:
                return f"({self.mass(deep - 1, records)} {self.pick(*_SIGNS)} {self.pick(*_LITERALS)})"
            case 11:
                return f"({self.number(deep - 1, records)} {self.pick('>', '=', '<=')} {self.pick('0', '1')})"
            case 12:
                asked_first = self.condition(deep - 1, records)
                return (
                    f"(if {asked_first} then {self.condition(deep - 1, records)} "
                    f"else {self.condition(deep - 1, records)})"
                )
            case _:
                return self._quantified(deep, records)

    def _quantified(self, deep: int, records: tuple[str, ...]) -> str:
        each = self._name()
        inner = (*records, each)
        where = f" where {self.condition(deep - 1, inner)}" if self._draw(st.booleans()) else ""
        quantifier = self.pick("every", "some", "no", "exactly one")
        listed = self.flows(deep - 1, records)
        return f"({quantifier} {each} in {listed}{where} satisfies {self.condition(deep - 1, inner)})"


@st.composite
def rules(draw: st.DrawFn) -> str:
    """A rule, with definitions above it; what it does not use is told as unused, which is no error."""
    write = _Writer(draw)
    lines = [HEAD + 'rule T-1 "A rule" zh "规则"', '  cite doc "1"']
    records: tuple[str, ...] = ()
    if draw(st.booleans()):
        listed = draw(st.sampled_from(["flows", "heavy", "(those g in flows where g.mass is given)"]))
        where = f" where {write.condition(1, ('e',)).replace('own', 'mass').replace('chosen', 'flows')}"
        lines.append(f"  for each e in {listed}{where if draw(st.booleans()) else ''}")
        records = ("e",)
    if draw(st.integers(0, 4)) == 0:
        lines.append("  from 2024-01-01 against end")
    if draw(st.booleans()):
        lines.append(f"  when {write.condition(2, records).replace('own', 'mass').replace('chosen', 'flows')}")
    lines.append(f"  let own = {draw(st.sampled_from(['mass', 'flow.mass', *(f'{one}.mass' for one in records)]))}")
    lines.append("  let chosen = those c in flows where c.mass > 0 kg")
    for verb in ("shall", "should"):
        when = f" when {write.condition(1, records)}" if draw(st.booleans()) else ""
        lines.append(f"  {verb} {write.condition(3, records)}{when}")
    return "\n".join(lines) + "\n"


_GUARDS = (
    "mass is given", "mass is missing", "mass > 0 kg", "mass = 0 kg", "0 kg >= mass", "mass is not 0 kg", "holds",
    "mass >= -1 kg", "mass + carbon > 0 kg", "mass * 2 > 0 kg", "flow is given", "flow.mass is given", "gone",
    "some f in flows satisfies f.mass is given", "no f in flows satisfies f.mass is given", "flows is given",
    "every f in flows satisfies f.mass > 0 kg", "count(f for f in flows) > 0", "count(f for f in flows) = 0",
    "exactly one f in flows satisfies f.mass is given", "predecessor is given", "mass absent as 0 kg > 0 kg",
)  # fmt: skip
_NEEDS = (
    "mass > 1 kg", "carbon / mass > 1", "carbon within 5 % of mass", "carbon / (mass + carbon) > 1", "flow.mass > 1 kg",
    "carbon within 5 % of (mass + carbon)", "carbon / (mass * 2) > 1", "max(f.mass for f in flows) > 1 kg",
    "max(1 kg for f in flows) > 0 kg", "min(f.mass for f in flows where f.mass is given) > 1 kg", "carbon / ratio > 1",
    "mean(f.mass for f in (those g in flows where g.mass is given)) > 1 kg", "predecessor.mass > 0 kg",
    "every f in flows where f.mass is given satisfies f.mass > 1 kg", "carbon / (mass absent as 1 kg) > 1",
    "some f in flows satisfies f.mass is given and 1 kg / f.mass > 1", "predecessor.mass absent as 1 kg > 0 kg",
    "every f in flows satisfies f.mass is missing or max(g.mass for g in flows) > f.mass", "gone or mass > 0 kg",
    "sum(1 kg / f.mass for f in flows where f.mass > 0 kg) > 1", "carbon / count(f for f in flows) > 0 kg",
)  # fmt: skip
_JOINED = ("({g}) and ({n})", "({n}) and ({g})", "({g}) or ({n})", "({n}) or ({g})", "not ({g}) and ({n})",
           "if {g} then ({n}) else ({h})", "if {g} then ({h}) else ({n})", "not (({g}) or ({n}))",
           "(({g}) or ({h})) and ({n})", "(({g}) and ({h})) or ({n})", "(({h}) or ({g})) and ({n})")  # fmt: skip


@st.composite
def guarded(draw: st.DrawFn) -> str:
    """A rule that needs something, and asks for something before: often, but not always, what makes the need safe."""
    guard, other, need = (draw(st.sampled_from(some)) for some in (_GUARDS, _GUARDS, _NEEDS))
    lets = "  let gone = mass is missing\n  let ratio = if mass > 0 kg then mass else 2 kg\n"
    if draw(st.booleans()):
        return f"  when {guard}\n{lets}  shall {need}\n  should {need} when {other}\n".replace(
            "when gone", "when holds"
        )
    joined = draw(st.sampled_from(_JOINED))
    return f"{lets}  shall {joined.format(g=f'({guard})', h=f'({other})', n=need)}\n"


_MASSES: tuple[dict[str, Plain], ...] = (
    {}, {"mass": None}, {"mass": "0"}, {"mass": "0.0"}, {"mass": "0.1"}, {"mass": "-1"}, {"mass": "2"},
)  # fmt: skip
_LISTS: tuple[dict[str, Plain], ...] = (
    {}, {"flows": []}, {"flows": [{}]}, {"flows": [{"mass": "2"}, {}]}, {"flows": [{"mass": "0"}]},
    {"flows": [{"mass": "2"}]},
)  # fmt: skip
_OTHERS: tuple[dict[str, Plain], ...] = (
    {"carbon": "0.0", "flow": {"mass": "2"}}, {"carbon": "1", "flow": {}}, {"carbon": "1"},
)  # fmt: skip
FEW_FOOTPRINTS = tuple(world(**one, **two, **three) for one, two, three in product(_MASSES, _LISTS, _OTHERS))
"""Everything that the guards ask for, in each way that it can be: missing, unusable, zero, empty, there."""
