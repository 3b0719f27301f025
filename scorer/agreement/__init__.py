"""Agreement of the program with hand labels, counted so that two evaluations give one figure."""

from scorer.agreement.gold import GoldReport, load_gold
from scorer.agreement.measure import Agreement, measure

__all__ = ["Agreement", "GoldReport", "load_gold", "measure"]
