"""Exact numbers, dimensions, units, quantities, instants and durations.

Floor 0. Every number that decides is a `Fraction`; no float exists in this room.
"""
