"""JSON as text: Chinese as it is, and nothing that a UTF-8 file cannot hold."""

from __future__ import annotations

import json
from decimal import Decimal

from scorer.cache import regex

Node = dict[str, object]

_SURROGATE = regex("[\ud800-\udfff]")


def dump(document: Node, *, indent: int | None = 2) -> str:
    """The document with a line end; keys keep their order."""
    text = json.dumps(document, ensure_ascii=False, indent=indent, allow_nan=False)
    # A file name that is not UTF-8 reaches us with lone surrogates, which no file can hold raw.
    return _SURROGATE.sub(lambda found: f"\\u{ord(found[0]):04x}", text) + "\n"


def number(value: Decimal) -> int | float:
    """A whole number as int; the float's shortest form shows any other with the same digits."""
    return int(value) if value == value.to_integral_value() else float(value)
