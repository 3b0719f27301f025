"""Who reports on which year, when and to whom, and where each fact was read."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, TypeVar

from scorer.document import Span

T = TypeVar("T")


class Origin(StrEnum):
    """Where in the file a fact was read."""

    TITLE = "title"
    SIGNATURE = "signature"
    LETTERHEAD = "letterhead"
    PAGE = "page"
    BODY = "body"


@dataclass(frozen=True, slots=True)
class Sourced(Generic[T]):
    """A value with the words it was read from."""

    value: T
    origin: Origin
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Masthead:
    """The facts about a report; None is "not said". Conflicts are sentences for the reader.

    `issuer` is the body as written, in simplified characters (县 prefix and 人民政府 kept where
    they stand); `unit` is its last unit name (大兴镇). `region` is province, city, county, town as
    the text states them, filled up from the gazetteer only where that is unambiguous; 重庆市 has no
    city, 中山市 no county. `signed` and `published` are ISO as printed (2024-02-30, 2024-05).
    `frame` lists the stretches that are title, addressee, letterhead, signature or date line: they
    are no part of the body.
    """

    title: Sourced[str] | None = None
    issuer: Sourced[str] | None = None
    unit: str | None = None
    issuer_kind: str | None = None
    region: tuple[str | None, str | None, str | None, str | None] = (None, None, None, None)
    year: Sourced[int] | None = None
    addressee: Sourced[str] | None = None
    signature: Sourced[str] | None = None
    signed: Sourced[str] | None = None
    published: Sourced[str] | None = None
    conflicts: tuple[str, ...] = ()
    frame: tuple[Span, ...] = ()
