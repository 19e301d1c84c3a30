"""The checked standard: every name resolved, every type and unit known, nothing left to go wrong for its author.

Floor 1. Whoever holds one of these need not ask again; no node has a field to be filled in later.
"""
