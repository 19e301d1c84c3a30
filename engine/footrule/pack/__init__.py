"""Packs: a standard with all that it needs, in one archive that is never changed and is known by its content hash.

Floor 1. It knows archives, manifests and hashes, and nothing of what the texts in them mean.
"""
