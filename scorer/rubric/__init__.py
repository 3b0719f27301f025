"""Rubrics: a YAML file loaded into values, and shown as a person reads it."""

from scorer.rubric.load import load
from scorer.rubric.show import describe, describe_criterion

__all__ = ["describe", "describe_criterion", "load"]
