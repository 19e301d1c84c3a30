"""The reference interpreter: the definition of what the language means, slow and obvious, and the one that explains.

Floor 2. Exact numbers only; every value that was read is noted as evidence.
"""
