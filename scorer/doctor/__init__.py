"""What works on this machine: readers, outputs, their parts, and how to get what is missing."""

from scorer.doctor.examination import examine
from scorer.doctor.model import Ability, Diagnosis, Group, Part, State

__all__ = ["Ability", "Diagnosis", "Group", "Part", "State", "examine"]
