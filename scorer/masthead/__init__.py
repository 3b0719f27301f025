"""Who reports on which year, where, when and to whom: one call, `read`."""

from scorer.masthead.model import Masthead, Origin, Sourced
from scorer.masthead.read import read

__all__ = ["Masthead", "Origin", "Sourced", "read"]
