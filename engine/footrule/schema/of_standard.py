"""The schema of what submitters of a standard send, and that of an inventory alone."""

from __future__ import annotations

from collections.abc import Iterator

from footrule.assess.category import declared_data
from footrule.model import expression as expressions
from footrule.model.expression import Expression
from footrule.model.standard import Asserted, Rule, Standard
from footrule.model.walk import below
from footrule.schema.attributes import Definitions, is_inventory
from footrule.schema.conditions import Conditions, known_names, needed
from footrule.schema.json_schema import DIALECT, Schema, described, every, reference, titled
from footrule.submission.category import category_table
from footrule.submission.extension import INVENTORY_TABLE
from footrule.submission.inventory_attributes import INVENTORY_EDITION
from footrule.submission.published import PUBLISHED_FORMATS
from footrule.submission.study_vocabulary import CATEGORY
from footrule.text.wording import Wording, worded

_NEWEST, _OLDER = PUBLISHED_FORMATS
_OF_STANDARD = "footprint"


def inventory_schema() -> dict[str, object]:
    """The schema of an inventory, of which every standard may ask more."""
    definitions = Definitions()
    root = definitions.add(INVENTORY_TABLE, "")
    words = worded("Inventory of a product carbon footprint", "产品碳足迹清单")
    whole = {"$schema": DIALECT, "$id": f"urn:footrule:schema:inventory:{INVENTORY_EDITION}"}
    return {**whole, **titled(words, reference(root)), "$defs": definitions.schemas}


def schema_of(standard: Standard) -> dict[str, object]:
    """The schema of a footprint that is submitted to a standard."""
    definitions = Definitions()
    newest, older = (definitions.add(one.root, one.short) for one in PUBLISHED_FORMATS)
    rules = list(_of_rules(standard))
    definitions.schemas[_OF_STANDARD] = {"allOf": [reference(newest), *rules]}
    whole: dict[str, object] = {
        "$schema": DIALECT,
        "$id": f"urn:footrule:schema:{standard.id}:{standard.version}",
        **described(_about(standard), titled(standard.title)),
        "type": "object",
        **_by_version(reference(_OF_STANDARD), reference(older)),
    }
    if standard.data:
        definitions.schemas[f"inventory.{CATEGORY}"] = _category(standard, definitions)
        whole["properties"] = {"extensions": _with_category()}
    return {**whole, "$defs": definitions.schemas}


def _about(standard: Standard) -> Wording:
    return worded(
        f"A footprint in {_NEWEST.name} (or {_OLDER.name}) as {standard.id} {standard.version} asks for it. "
        "What this schema refuses does not conform; what it accepts is still to be checked.",
        f"{standard.id} {standard.version} 要求的 {_NEWEST.name} 产品碳足迹（也可读取 {_OLDER.name}）。"
        "本模式不接受的即不符合；接受的仍须核验。",
    )


def _by_version(newest: Schema, older: Schema) -> dict[str, object]:
    """A document is of the version that it says, and where it says another, of the one whose attributes it has."""
    otherwise = {"if": _says(_NEWEST.major), "then": newest, "else": {"anyOf": [newest, older]}}
    return {"if": _says(_OLDER.major), "then": older, "else": otherwise}


def _says(major: int) -> dict[str, object]:
    pattern = rf"^0{{0,2}}{major}\.[0-9]{{1,3}}\.[0-9]{{1,3}}(?:-[0-9]{{8}})?$"
    return {"required": ["specVersion"], "properties": {"specVersion": {"type": "string", "pattern": pattern}}}


def _of_rules(standard: Standard) -> Iterator[dict[str, object]]:
    """What the rules ask of a document as it stands, each under its title."""
    for rule in standard.rules:
        if rule.for_each is not None or rule.phase_in is not None or _is_of_data(rule):
            continue
        lets = {let.name: let.value for let in rule.lets}
        conditions = Conditions(_NEWEST.root, None, _NEWEST.major, lets)
        demands = [
            demand
            for one in rule.requirements
            if isinstance(one, Asserted) and one.modality == "shall"
            if (demand := _demand(conditions, (rule.when, one.when), one.asserted)) is not None
        ]
        whole = every(demands)
        if whole is not True:
            shown: dict[str, object] = {"not": {}} if isinstance(whole, bool) else whole
            title = worded(*(f"{rule.id}: {rule.title.in_language(tag)}" for tag in ("en", "zh")))
            yield titled(title, shown)


def _is_of_data(rule: Rule) -> bool:
    """Whether a rule is that of a required datum, which stands with the data."""
    return any(
        isinstance(node, expressions.GivenWithin)
        for one in rule.requirements
        if isinstance(one, Asserted)
        for node in below(one.asserted)
    )


def _demand(conditions: Conditions, whens: tuple[Expression | None, ...], asserted: Expression) -> Schema | None:
    """What a requirement refuses, where a schema can say it."""
    demanded = conditions.allows(asserted, True)
    known = [conditions.ensures(when, True) for when in whens if when is not None]
    asked = [one for one in known if one is not None]
    if demanded is None or len(asked) < len(known):
        return None
    when = every(asked)
    if when is True:
        return demanded
    return None if when is False else {"if": when, "then": demanded}


def _with_category() -> dict[str, object]:
    """The one inventory of a footprint has the data of the category; of several, the first alone counts."""
    category = {"anyOf": [reference(f"inventory.{CATEGORY}"), {"type": "null"}]}
    inventory = {"properties": {CATEGORY: category}}
    data = {"properties": {"data": {"properties": {"inventory": inventory}}}}
    return {
        "if": {"type": "array", "contains": is_inventory(), "maxContains": 1},
        "then": {"items": {"if": is_inventory(), "then": data}},
    }


def _category(standard: Standard, definitions: Definitions) -> dict[str, object]:
    """The object that holds what a standard declares."""
    table = category_table(declared_data(standard))
    titles = {one.name: one.text for one in standard.data if one.text is not None}
    properties = definitions.properties(table, "", titles)
    rules = {rule.id: rule for rule in standard.rules}
    conditions = Conditions(table, CATEGORY, _NEWEST.major, {})
    names, conditional = list[str](), list[Schema]()
    for datum in standard.data:
        schema = properties[datum.name]
        if datum.unit is not None:
            schema = {**schema, "x-unit": datum.unit.symbol}
        for when in _whens(rules.get(datum.rule or "")):
            if when is None:
                names.append(datum.name)
                schema = described(worded("Required.", "必填。"), schema)
                continue
            schema = described(worded(f"Required when {when.written}.", f"当 {when.written} 时必填。"), schema)
            asked = conditions.ensures(when, True)
            if asked is not None and asked is not False:
                conditional.append({"if": asked, "then": needed([datum.name])})
        properties[datum.name] = schema
    required = every([needed(names) if names else True, *conditional])
    return {"type": "object", "properties": properties, "if": known_names(table), "then": required}


def _whens(rule: Rule | None) -> list[Expression | None]:
    """When a rule requires its datum; None is always."""
    return [] if rule is None or rule.when is not None else [one.when for one in rule.requirements]
