"""Footprints that are checked together: each knows all of them, itself among them, as `submissions`.

What is wrong with one of them alone its own rules find. Between them there are certificates that two of them claim,
captured carbon that both parties count, burdens of one plant that its products do not add up to.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from footrule.submission.element import Items, Record
from footrule.submission.file_and_pointer import named_file, pointer_in
from footrule.submission.package_places import in_package
from footrule.submission.study_vocabulary import SUBMISSIONS
from footrule.submission.submission import Locate, Submission
from footrule.text.source import Position


def held_together(submissions: Sequence[Submission]) -> tuple[Submission, ...]:
    """The same submissions, each with `submissions`.

    In that list each is itself as it stands. The pointers of the others begin with the name of their file and a `#`, so
    that a reader of the evidence can tell where it stands, and `locate` finds them. Files of several footprints are
    told apart by a number. What is in the list has no list of its own.
    """
    names = _names(submissions)
    seen = tuple(in_package(one.footprint, name) for one, name in zip(submissions, names, strict=True))
    every = dict(zip(names, submissions, strict=True))
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
    return replace(footprint, fields={**footprint.fields, SUBMISSIONS: listed})


def _names(submissions: Sequence[Submission]) -> list[str]:
    many = Counter(one.file for one in submissions)
    met: Counter[str] = Counter()
    names: list[str] = []
    for one in submissions:
        met[one.file] += 1
        names.append(one.file if many[one.file] == 1 else f"{one.file} ({met[one.file]})")
    return names


def _locating(own: Locate, every: Mapping[str, Submission]) -> Locate:
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
            found |= {pointer_in(name, pointer): place for pointer, place in every[name].locate(sought).items()}
        return found

    return locate
