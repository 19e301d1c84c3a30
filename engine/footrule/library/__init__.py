"""Standards and libraries: where they are found, which edition is meant, and what chooses them for a submission.

Floor 4. A checked standard is cached by the hash of its text; a cache is rebuilt, never trusted.
"""
