"""Builtins that ask the factor database. What they answer is a record; the evaluator asks for it.

A factor is asked for by its id; by its series, for a day and a place; or by the CAS number or HS code of a product, for
a day, a place and a scope. Which of several rows answers is said in `footrule.factors.database`.
"""

from __future__ import annotations

from footrule.measure.dimension import NUMBER
from footrule.model.builtin import Builtin, SameDimension
from footrule.model.types import INSTANT, TEXT, CodeType, QuantityType, RecordType
from footrule.text.wording import worded

SCOPE = CodeType("factor_scope", ("direct", "life_cycle", "generation_only", "upstream"))
ROW = RecordType("emission_factor")

FACTORS = (
    Builtin(
        name="factor",
        parameters=(TEXT,),
        result=ROW,
        meaning=worded(
            "the factor of that id; or of that series, for a day and a place; or of that CAS number or HS code, for a "
            "day, a place and a scope. It is valid on the day, and nothing supersedes it",
            "该标识的因子；或该系列在某日、某地的因子；或该CAS号或HS编码在某日、某地、某范围的因子。须在该日有效且未被取代",
        ),
        example='factor("gwp100.ar6.n2o").emission_per_mass',
        example_value="273 kg CO2e/kg",
        run=None,
        accepts=None,
        partial=True,
        keeps_zero=False,
        further=((TEXT, INSTANT, TEXT), (TEXT, INSTANT, TEXT, SCOPE)),
    ),
    Builtin(
        name="any_factor",
        parameters=(TEXT,),
        result=ROW,
        meaning=worded(
            "the same, also where it is superseded or, for want of a valid one, has expired; findings say so",
            "同上，但允许采用已被取代的因子，无有效因子时允许采用最近失效的因子；结果中予以说明",
        ),
        example='any_factor("gwp100.ar6.sf6-first-issue").superseded_by',
        example_value="gwp100.ar6.sf6",
        run=None,
        accepts=None,
        partial=True,
        keeps_zero=False,
        further=((TEXT, INSTANT, TEXT), (TEXT, INSTANT, TEXT, SCOPE)),
    ),
    Builtin(
        name="factors_like",
        parameters=(SameDimension(),),
        result=QuantityType(NUMBER),
        meaning=worded(
            "how many emission factors of the database have this value to four digits, both being printed to as many",
            "数据库中数值前四位有效数字与之相同的排放因子个数（两者均须给出至少四位）",
        ),
        example="factors_like(0.5777 kg CO2e/kWh)",
        example_value="1",
        run=None,
        accepts=None,
        partial=False,
        keeps_zero=False,
    ),
)
