"""An assessment told to someone: as text to a verifier, as JSON to a program.

Floor 5. The one room that writes assessments out. It decides nothing: verdict, outcomes and messages stand in the
assessment, and a report says them, in one language, and never leaves out what counts.
"""
