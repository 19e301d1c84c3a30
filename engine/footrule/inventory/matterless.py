"""Which kinds of inputs a balance passes over: an interpreter of inventories and a program mean the same ones."""

from __future__ import annotations

NO_MATTER = frozenset({"service", "transport", "waste_treatment"})
"""Kinds of inputs that bring neither matter nor energy in: what is treated leaves as an output."""
NO_MASS = NO_MATTER | {"electricity", "heat"}
"""Kinds of inputs that hold no matter: nothing of them is missing in a balance of mass or carbon."""
