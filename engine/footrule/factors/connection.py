"""An index as SQLite opens it, closed when nobody holds it any more: from Python 3.13 on that is asked for."""

from __future__ import annotations

import sqlite3


class ClosesItself(sqlite3.Connection):
    """A connection that a shelf keeps for as long as there is one."""

    def __del__(self) -> None:
        self.close()
