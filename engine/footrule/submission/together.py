"""Footprints that are checked together: each knows all of them, itself among them, as `submissions`.

What is wrong with one of them alone its own rules find. Between them there are certificates that two of them claim,
captured carbon that both parties count, burdens of one plant that its products do not add up to.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from footrule.submission.element import Items, Record
from footrule.submission.fields_on_demand import with_field
from footrule.submission.file_and_pointer import named_file, pointer_in
from footrule.submission.package_places import in_package
from footrule.submission.study_vocabulary import SUBMISSIONS
from footrule.submission.submission import Locate, Submission
from footrule.text.source import Position


def held_together(submissions: Sequence[Submission]) -> tuple[Submission, ...]:
    """The same submissions, each with `submissions`.

    In that list each is itself as it stands. The pointers of the others begin with the name of their file, as short as
    tells it apart, and a `#`, so that a reader of the evidence can tell where it stands, and `locate` finds them. Files
    of several footprints are told apart by a number. What is in the list has no list of its own.
    """
    names = _names(submissions)
    seen = tuple(in_package(one.footprint, name) for one, name in zip(submissions, names, strict=True))
    every = {name: _Located(one.locate) for name, one in zip(names, submissions, strict=True)}
    return tuple(
        replace(
            one,
            footprint=with_submissions(one.footprint, Items("", (*seen[:at], one.footprint, *seen[at + 1 :]))),
            locate=_locating(one.locate, every),
        )
        for at, one in enumerate(submissions)
    )


def with_submissions(footprint: Record, listed: Items) -> Record:
    """A footprint that knows all that it is checked with."""
    return with_field(footprint, SUBMISSIONS, listed)


def _names(submissions: Sequence[Submission]) -> list[str]:
    short = _short_names({one.file for one in submissions})
    many = Counter(short[one.file] for one in submissions)
    met: Counter[str] = Counter()
    names: list[str] = []
    for one in submissions:
        name = short[one.file]
        met[name] += 1
        names.append(name if many[name] == 1 else f"{name} ({met[name]})")
    return names


def _short_names(files: Collection[str]) -> dict[str, str]:
    """As much of the end of each path as tells it from all others; never with a slash before it, as pointers have."""
    ends = {file: _ends(file) for file in files}
    many = Counter(end for each in ends.values() for end in each)
    return {file: next((end for end in each if many[end] == 1), file.lstrip("/")) for file, each in ends.items()}


def _ends(file: str) -> list[str]:
    parts = file.split("/")
    ends = ("/".join(parts[-count:]) for count in range(1, len(parts) + 1))
    return [end for end in ends if not end.startswith("/")]


class _Located:
    """Finds pointers of one submission, and remembers: all others ask for much the same places in it."""

    def __init__(self, locate: Locate) -> None:
        self._locate = locate
        self._known: dict[str, Position] = {}
        self._asked: set[str] = set()

    def __call__(self, pointers: Collection[str]) -> Mapping[str, Position]:
        new = [one for one in pointers if one not in self._asked]
        if new:
            self._asked.update(new)
            self._known |= self._locate(new)
        return {one: self._known[one] for one in pointers if one in self._known}


def _locating(own: Locate, every: Mapping[str, Locate]) -> Locate:
    """What finds pointers of a submission, and of all that it is checked with."""

    def locate(pointers: Collection[str]) -> Mapping[str, Position]:
        elsewhere: dict[str, list[str]] = {}
        here: list[str] = []
        for pointer in pointers:
            name = named_file(pointer, every)
            if name is None:
                here.append(pointer)
            else:
                elsewhere.setdefault(name, []).append(pointer[len(name) + 1 :])
        found = dict(own(here))
        for name, sought in elsewhere.items():
            found |= {pointer_in(name, pointer): place for pointer, place in every[name](sought).items()}
        return found

    return locate
