"""The only door to the parser: a text becomes a tree of frozen nodes, or diagnostics with places.

Floor 1. A tree says what was written and where; nothing in it has been looked up, typed or converted.
"""
