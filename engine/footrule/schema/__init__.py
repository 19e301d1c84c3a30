"""JSON Schemas (2020-12) of what a submitter sends: made from the attribute tables and from what a standard declares.

What a schema refuses, the engine refuses too; the engine knows more, and refuses more. Floor 5.
"""
