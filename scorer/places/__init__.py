"""Gazetteer of China's provinces, cities, counties and townships, offline."""

from scorer.places.chain import is_town_name, split_chain
from scorer.places.gazetteer import find_provinces, find_units, is_upper_unit
from scorer.places.unit import Unit

__all__ = ["Unit", "find_provinces", "find_units", "is_town_name", "is_upper_unit", "split_chain"]
