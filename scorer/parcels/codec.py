"""Frozen values as JSON and back, exactly: a value is the list of its fields, in their order.

Nothing in such a file can run: what is read names no class and calls none but those expected.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from decimal import Decimal
from enum import Enum
from functools import cache
from operator import attrgetter
from types import NoneType, UnionType
from typing import Any, TypeVar, get_args, get_origin, get_type_hints

T = TypeVar("T")
Decode = Callable[[Any], Any]


def encode(value: object) -> bytes:
    """The value as UTF-8; file names that are none keep their odd characters."""
    text = json.dumps(value, default=_open, ensure_ascii=False, separators=(",", ":"))
    return text.encode("utf-8", "surrogatepass")


def decode(kind: type[T], data: bytes) -> T:
    """The value of this type that `encode` wrote."""
    expected: Any = kind
    value: T = _decoder(expected)(json.loads(data.decode("utf-8", "surrogatepass")))
    return value


def _open(value: object) -> object:
    if isinstance(value, Decimal):
        return str(value)
    kind: Any = type(value)
    return _getter(kind)(value)


@cache
def _getter(kind: Any) -> Callable[[object], tuple[object, ...]]:  # noqa: ANN401 - a dataclass
    names = [field.name for field in fields(kind)]
    if len(names) > 1:
        return attrgetter(*names)
    return lambda value: tuple(getattr(value, name) for name in names)


def _same(value: object) -> object:
    return value


@cache
def _decoder(kind: Any) -> Decode:  # noqa: ANN401 - a type or an alias of one
    origin = get_origin(kind)
    if origin is UnionType:
        (inner,) = (each for each in get_args(kind) if each is not NoneType)
        return _optional(_decoder(inner))
    if origin is tuple:
        return _sequence(get_args(kind))
    return _record(kind) if is_dataclass(kind) else _plain(kind)


def _plain(kind: Any) -> Decode:  # noqa: ANN401 - a type or an alias of one
    if kind is Decimal:
        return _decimal
    if isinstance(kind, type) and issubclass(kind, Enum):
        return kind
    return _same


@cache
def _decimal(text: str) -> Decimal:
    return Decimal(text)


def _optional(inner: Decode) -> Decode:
    return lambda value: None if value is None else inner(value)


def _sequence(kinds: tuple[Any, ...]) -> Decode:
    inner = _decoder(kinds[0])
    if inner is _same or Ellipsis not in kinds:
        return tuple
    return lambda values: tuple(map(inner, values))


def _record(kind: Any) -> Decode:  # noqa: ANN401 - a dataclass
    hints = get_type_hints(kind)
    parts = [(field.name, _decoder(hints[field.name])) for field in fields(kind)]

    def make(values: list[Any]) -> object:
        pairs = zip(parts, values, strict=True)
        return kind(**{name: inner(value) for (name, inner), value in pairs})

    return make
