"""What can be said about standards without a submission: their examples, and what no example would notice.

Floor 5.
"""
