"""What fields and codes are called in a sentence, so that no two of them are called the same where either may stand."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Self

from footrule.frozen import Frozen, dataclass
from footrule.model.standard import Standard
from footrule.text.wording import Wording

Called = Mapping[tuple[str, str], Wording]
"""What members are called, by the name of their record or list of codes and their own."""


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Vocabulary(Frozen):
    """What the submission's fields (by record and field) and codes (by list and code) are called.

    The fields of the records in `silent` are called by their own names alone, without the record that they are in.
    """

    root: str
    fields: Called
    codes: Called
    silent: frozenset[str]


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Names(Frozen):
    """The names of one standard, in one language.

    INVARIANT: no two codes of a list share a name, no two fields of a record, and none of those that go without their
    record: where titles are the same, the name in the language stands in brackets behind them.
    """

    root: str
    silent: frozenset[str]
    _fields: Mapping[tuple[str, str], str]
    _codes: Mapping[tuple[str, str], str]

    @classmethod
    def of(cls, standard: Standard, vocabulary: Vocabulary, category: str, language: str) -> Self:
        """The names for the rules of a standard; its data are fields of the record `category`."""
        fields, codes = dict(vocabulary.fields), dict(vocabulary.codes)
        for datum in standard.data:
            fields[category, datum.name] = datum.text or Wording(((language, datum.name),))
        for listed in standard.codes:
            codes |= {(listed.name, code): title for code, title in listed.codes}
        together = vocabulary.silent | {vocabulary.root}
        groups = {key: "" if key[0] in together else key[0] for key in fields}
        return cls(
            vocabulary.root,
            vocabulary.silent,
            _distinct(fields, groups, language),
            _distinct(codes, {key: key[0] for key in codes}, language),
        )

    def field(self, record: str, name: str) -> str | None:
        """What a field is called, or None where nothing is known of it."""
        return self._fields.get((record, name))

    def code(self, codes: str, name: str) -> str | None:
        """What a code is called, or None where nothing is known of it."""
        return self._codes.get((codes, name))


def _distinct(called: Called, groups: Mapping[tuple[str, str], str], language: str) -> dict[tuple[str, str], str]:
    titles = {key: " ".join(wording.in_language(language).split()) for key, wording in called.items()}
    many = Counter(_in_group(groups, titles))
    return {
        key: f"{title} [{'.'.join(key)}]" if many[groups[key], title] > 1 or "[" in title or not title else title
        for key, title in titles.items()
    }


def _in_group(
    groups: Mapping[tuple[str, str], str], titles: Mapping[tuple[str, str], str]
) -> Iterable[tuple[str, str]]:
    return ((groups[key], title) for key, title in titles.items())
