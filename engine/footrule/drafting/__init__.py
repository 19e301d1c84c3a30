"""How a standard is drafted: what checks, and would still be marked by an editor of standards.

Floor 2. Warnings only, each with a page: P03xx. What it cannot be certain of, it does not tell.
"""
