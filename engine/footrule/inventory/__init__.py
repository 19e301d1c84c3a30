"""The product system of a submission: burdens shared by the standard's own allocation, and the footprint recomputed.

Floor 3. Numbers are exact rationals; what cannot be computed is a problem that names the process and the place.
"""
