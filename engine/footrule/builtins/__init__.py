"""The builtin functions of the language, one declaration each: signature, meaning, example, implementation.

Floor 2. `ALL` is what the checker and the interpreter look them up in.
"""

from __future__ import annotations

from footrule.builtins.chemistry import CHEMISTRY
from footrule.builtins.dates import DATES
from footrule.builtins.factors import FACTORS
from footrule.builtins.gases import GASES
from footrule.builtins.numbers import NUMBERS
from footrule.model.builtin import Builtin

ALL: dict[str, Builtin] = {builtin.name: builtin for builtin in (*NUMBERS, *DATES, *CHEMISTRY, *GASES, *FACTORS)}
