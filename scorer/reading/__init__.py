"""The Reading: a document as clauses, each with its part, its standing and its actor."""

from scorer.reading.model import Actor, Clause, PartCues, PartPlace, Placement, Reading, Standing
from scorer.reading.read import read

__all__ = ["Actor", "Clause", "PartCues", "PartPlace", "Placement", "Reading", "Standing", "read"]
