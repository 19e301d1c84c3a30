"""Standards compiled to Python: a program that decides quickly what the interpreter defines and explains.

Floor 3. The program reads a submission into typed structures, looks whether its reader would notice anything, and
decides every requirement in binary floating point with a bound on its rounding. What it cannot decide for certain it
leaves to the interpreter: a document that is not clean as a whole, a rule whose comparison is too close by itself.
"""
