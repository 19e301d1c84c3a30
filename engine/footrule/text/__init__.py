"""Texts and where they stand: sources, spans, diagnostics about standards, spelling suggestions.

Floor 0. Nothing here knows the language, a submission or a standard.
"""
