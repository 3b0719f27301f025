"""Errors that a user can mend; every message is one Chinese line: what, where, what to do."""

from __future__ import annotations


class ScorerError(Exception):
    """Something a user can mend; `str(error)` is the line to show."""


class IngestError(ScorerError):
    """A file that cannot be read as a report."""


class RubricError(ScorerError):
    """A rubric that cannot be used; the message starts with `file:line:column`."""


class RenderError(ScorerError):
    """A format that cannot be made on this machine."""


class TemplateFileError(ScorerError):
    """A template that cannot be used; the message starts with `file:line`."""


class GoldError(ScorerError):
    """A folder of hand labels that cannot be used."""


class RegisterError(ScorerError):
    """A register of the bodies that owe a report that cannot be used."""
