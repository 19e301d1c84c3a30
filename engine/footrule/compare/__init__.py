"""Two forms of a rule held against each other: which of them asks for more, where that can be shown.

Floor 2, beside the interpreter, by whose meaning of conditions it goes. It serves a file that changes what it extends,
and the comparison of two editions.
"""
