"""Footrule: the rule engine and compliance validator for product carbon footprints."""

__version__ = "0.1.0"
