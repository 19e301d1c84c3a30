"""By which ways a requirement can come out undetermined, found in its checked form without any submission.

Floor 2, beside the interpreter, whose steps it follows: a way is left out only where it decides the requirement itself.
"""
