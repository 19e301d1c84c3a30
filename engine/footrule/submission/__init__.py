"""A submission as it was read: footprint, what the reader noticed, and where everything stands in the file.

Floor 1. One reader for each format (`from_<format>.py`), one vocabulary that the language sees. No reader judges:
what breaks a format is an intake finding, what breaks a standard is found by its rules.
"""
