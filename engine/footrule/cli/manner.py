"""`--workers` and `--time-limit`, as what they stand for."""

from __future__ import annotations

from argparse import Namespace

from footrule.batch.running import SECONDS_FOR_A_DOCUMENT, Manner
from footrule.text.wording import Wording, worded

MOST_WORKERS = 1024
MOST_SECONDS = 86_400


def manner_of(options: Namespace) -> Manner | Wording:
    """How documents are worked through, or what is wrong with the options that say so."""
    workers: str | None = options.workers
    limit: str | None = options.time_limit
    if workers is not None and whole_number(workers, MOST_WORKERS) is None:
        return worded(
            f"--workers {workers}: write a whole number from 1 to {MOST_WORKERS}",
            f"--workers {workers}：请写 1 至 {MOST_WORKERS} 的整数",
        )
    if limit is not None and whole_number(limit, MOST_SECONDS) is None:
        return worded(
            f"--time-limit {limit}: write whole seconds from 1 to {MOST_SECONDS:,}",
            f"--time-limit {limit}：请写 1 至 {MOST_SECONDS:,} 的整秒数",
        )
    return Manner(
        None if workers is None else whole_number(workers, MOST_WORKERS),
        SECONDS_FOR_A_DOCUMENT if limit is None else float(limit),
    )


def whole_number(text: str, most: int, least: int = 1) -> int | None:
    """The number that a text is, within its bounds."""
    number = int(text) if text.isascii() and text.isdecimal() and len(text) < 10 else None
    return number if number is not None and least <= number <= most else None
