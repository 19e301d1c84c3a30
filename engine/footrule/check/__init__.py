"""From the tree of a standard to the checked standard: names, types, units, citations.

Floor 3. What comes out of here cannot go wrong in evaluation for a reason of its author's.
"""
