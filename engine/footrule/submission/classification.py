"""Product classifications: from the URNs and attributes of a document to a scheme and a code.

The forms come from "Product Classification Examples" and "Examples of Product Identifiers" of the PACT Technical
Specifications 3.0, from their 2.x text, and from the published sample footprints (`un-cpc`). None of them says which
edition of a classification it means; codes are read as those of UN CPC 2.1 and of the Harmonized System 2022. The
Combined Nomenclature and national tariffs extend the Harmonized System, whose code is their first six digits.
"""

from __future__ import annotations

import re

from footrule.text.pattern import pattern

CAS, HS, CPC, URN = "cas", "hs", "cpc", "urn"

_URN_FORMS = (
    ("urn:pact:productclassification:un-cpc:", CPC),
    ("urn:pact:productclassification:cpc:", CPC),
    ("urn:cpc:", CPC),
    ("urn:pact:productclassification:cas:", CAS),
    ("urn:pact:cas.org:substance-number:", CAS),
    ("urn:pact:cas.org:substance-id:", CAS),
    ("urn:pact:cas.org:category-id:", CAS),
    ("urn:cas:", CAS),
    ("urn:pact:productclassification:hs:", HS),
    ("urn:pact:productclassification:cn:", HS),
    ("urn:pact:productclassification:cncode:", HS),
    ("urn:pact:productclassification:customs-tariff:", HS),
    ("urn:hs:", HS),
    ("urn:cn:", HS),
)
"""How a URN begins (in any case), and the scheme of the code that follows."""

_CAS = pattern(r"(\d{2,7})-(\d{2})-(\d)", re.ASCII)
_CPC = pattern(r"\d{1,5}", re.ASCII)
_HS = pattern(r"\d{4}(?:\d{2}){0,3}", re.ASCII)


def read_urn(urn: str) -> tuple[str, str]:
    """Scheme and code of a classification URN; a URN of no known form is a code of the scheme `urn`.

    >>> read_urn("urn:pact:productclassification:un-cpc:34110")
    ('cpc', '34110')
    >>> read_urn("urn:pact:productclassification:cn:29012100")
    ('hs', '2901.21')
    >>> read_urn("urn:eclass:28070000")
    ('urn', 'urn:eclass:28070000')
    """
    folded = urn.lower()
    for beginning, scheme in _URN_FORMS:
        if folded.startswith(beginning):
            code = read_code(scheme, urn[len(beginning) :])
            if code is not None:
                return scheme, code
    return URN, urn


def read_code(scheme: str, text: str) -> str | None:
    """The code of a scheme as standards write it, or None where the text is none.

    A CAS number has a valid check digit, a CPC code one to five digits; an HS code is a heading `2901` or a
    subheading `2901.21`, whatever follows it in a national tariff.

    >>> read_code("hs", "2901 21 00"), read_code("hs", "2901"), read_code("cas", "74-85-2")
    ('2901.21', '2901', None)
    """
    if scheme == CAS:
        return text if _is_cas(text) else None
    digits = text.replace(".", "").replace(" ", "")
    if scheme == CPC:
        return digits if _CPC.fullmatch(digits) else None
    if scheme == HS and _HS.fullmatch(digits):
        return digits if len(digits) == 4 else f"{digits[:4]}.{digits[4:6]}"
    return None


def _is_cas(text: str) -> bool:
    """Whether the last digit is the sum of the others, weighted 1, 2, 3... from the right, modulo ten."""
    match = _CAS.fullmatch(text)
    if match is None:
        return False
    digits = (match[1] + match[2])[::-1]
    return sum(weight * int(digit) for weight, digit in enumerate(digits, start=1)) % 10 == int(match[3])
