"""Rubric-based compliance scoring of township annual reports on rule-of-law government."""

__version__ = "0.1.0"
