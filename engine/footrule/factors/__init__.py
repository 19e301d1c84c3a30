"""The factor database: emission factors, fuel properties and characterisation factors, each with its source.

Floor 1. The tables are plain text (`factors/`, and a user's own); what is asked of them goes through an index that is
made from their bytes and kept under their hash.
"""
