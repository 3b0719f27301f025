"""Gazetteer of China's provinces, cities, counties and townships, offline."""

from scorer.places.chain import HAN, TOWN_ENDS, is_town_name, split_chain
from scorer.places.gazetteer import find_units, is_upper_unit
from scorer.places.provinces import expand_province, find_named_provinces
from scorer.places.unit import Unit

__all__ = [
    "HAN",
    "TOWN_ENDS",
    "Unit",
    "expand_province",
    "find_named_provinces",
    "find_units",
    "is_town_name",
    "is_upper_unit",
    "split_chain",
]
