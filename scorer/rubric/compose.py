"""YAML text -> plain data in which every value and key knows its line and column."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

import yaml
from yaml.events import (
    AliasEvent,
    CollectionStartEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    NodeEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from scorer.cache import regex
from scorer.rubric.syntax import Mark, explain_syntax

Path = tuple[str | int, ...]
#: Line and column, from 1.
Place = tuple[int, int]

#: libyaml composes by recursion in C, so a deep file would end the process: we walk events.
_DEEPEST = 40
_MOST_VALUES = 200_000
_INTEGER = regex(r"-?(?:0|[1-9][0-9]{0,17})")
_FRACTION = regex(r"-?(?:0|[1-9][0-9]{0,17})\.[0-9]{1,18}")
_WORDS: dict[str, object] = {"true": True, "false": False, "null": None, "~": None, "": None}
_STRING_TAGS = (None, "!", "tag:yaml.org,2002:str")
_COLLECTION_TAGS = (None, "!", "tag:yaml.org,2002:seq", "tag:yaml.org,2002:map")
_UNSEEN = regex(r"[^\t\n -~\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class SyntaxFaultError(Exception):
    """Text that is no YAML of ours; the message is Chinese."""

    def __init__(self, message: str, place: Place) -> None:
        super().__init__(message)
        self.message = message
        self.place = place


@dataclass(frozen=True, slots=True, kw_only=True)
class Composed:
    """The data of a file: dict, list, str, int, Decimal, bool, None.

    `places` leads from a path to where its value is best pointed at: a scalar itself, a collection
    by its key. What stands behind an alias has no places of its own. `repeated` are the places of
    keys that stand twice in one mapping.
    """

    data: object
    places: dict[Path, Place]
    keys: dict[Path, Place]
    repeated: tuple[tuple[Place, str], ...]


def compose(text: str) -> Composed:
    """Read one YAML document; of equal keys the last one wins, all are told in `repeated`.

    Only `true`, `false`, `null`, decimal integers and fractions are no text: `no`, `1:30`, `012`
    and dates stay what they look like.

    Raises:
        SyntaxFaultError: no YAML, or YAML that no rubric needs (tags, two documents, huge nesting).
    """
    unseen = _UNSEEN.search(text)
    if unseen:
        raise SyntaxFaultError("有不可见的控制字符；请删去", _place_of(text, unseen.start()))
    try:
        return _Composer(_read_events(text)).document()
    except yaml.MarkedYAMLError as error:
        message, mark = explain_syntax(error, text)
        raise SyntaxFaultError(message, _place(mark)) from error


def _place_of(text: str, offset: int) -> Place:
    line_start = text.rfind("\n", 0, offset) + 1
    return text.count("\n", 0, offset) + 1, offset - line_start + 1


def _read_events(text: str) -> Iterator[Event]:
    loader = _LOADER(text)
    try:
        while loader.check_event():
            yield loader.get_event()
    finally:
        loader.dispose()


class _Composer:
    """Walks the events of a file once."""

    def __init__(self, events: Iterator[Event]) -> None:
        self._events = events
        self._places: dict[Path, Place] = {}
        self._keys: dict[Path, Place] = {}
        self._repeated: list[tuple[Place, str]] = []
        #: Finished anchors: the value and how many values it holds.
        self._anchors: dict[str, tuple[object, int]] = {}
        self._count = 0

    def document(self) -> Composed:
        """Compose the one document of the stream."""
        data: object = None
        documents = 0
        for event in self._events:
            if not isinstance(event, DocumentStartEvent):
                continue
            documents += 1
            if documents > 1:
                raise _fault("一个文件只能有一份内容；请删去多余的“---”或拆成两个文件", event)
            data = self._value(next(self._events), ())
        return Composed(
            data=data, places=self._places, keys=self._keys, repeated=tuple(self._repeated)
        )

    def _value(self, event: Event, path: Path) -> object:
        self._places.setdefault(path, _place(event.start_mark))
        if isinstance(event, AliasEvent):
            return self._alias(event)
        before = self._count
        self._grow(1, event)
        value = _scalar(event) if isinstance(event, ScalarEvent) else self._collect(event, path)
        if isinstance(event, NodeEvent) and event.anchor is not None:
            self._anchors[event.anchor] = (value, self._count - before)
        return value

    def _collect(self, event: Event, path: Path) -> object:
        if isinstance(event, CollectionStartEvent) and event.tag not in _COLLECTION_TAGS:
            raise _fault(f"不支持标签“{event.tag}”；请删去标签", event)
        if len(path) > _DEEPEST:
            raise _fault("嵌套太深；请检查缩进和括号", event)
        return (
            self._sequence(path) if isinstance(event, SequenceStartEvent) else self._mapping(path)
        )

    def _sequence(self, path: Path) -> list[object]:
        items: list[object] = []
        while not isinstance(event := next(self._events), SequenceEndEvent):
            items.append(self._value(event, (*path, len(items))))
        return items

    def _mapping(self, path: Path) -> dict[str, object]:
        entries: dict[str, object] = {}
        while not isinstance(event := next(self._events), MappingEndEvent):
            if not isinstance(event, ScalarEvent):
                raise _fault("键应为文字，不能是列表、映射或别名；请改正", event)
            key, place = event.value, _place(event.start_mark)
            if key in entries:
                self._repeated.append((place, key))
            below = (*path, key)
            self._keys[below] = place
            content = next(self._events)
            shown = isinstance(content, ScalarEvent) and content.value
            self._places[below] = _place(content.start_mark) if shown else place
            entries[key] = self._value(content, below)
        return entries

    def _alias(self, event: AliasEvent) -> object:
        if event.anchor not in self._anchors:
            raise _fault(f"别名“*{event.anchor}”没有先定义；请在前面用“&{event.anchor}”定义", event)
        value, size = self._anchors[event.anchor]
        self._grow(size, event)
        return value

    def _grow(self, size: int, event: Event) -> None:
        self._count += size
        if self._count > _MOST_VALUES:
            raise _fault("内容太多或别名层层展开；请精简", event)


def _scalar(event: ScalarEvent) -> object:
    text: str = event.value
    if event.tag not in _STRING_TAGS:
        raise _fault(f"不支持标签“{event.tag}”；请删去标签", event)
    if event.style == '"' and _UNSEEN.search(text):
        raise _fault("引号里写了不可见的控制字符；请删去", event)
    if event.tag is not None or not event.implicit[0]:
        return text
    if text in _WORDS:
        return _WORDS[text]
    if _INTEGER.fullmatch(text):
        return int(text)
    return Decimal(text) if _FRACTION.fullmatch(text) else text


def _fault(message: str, event: Event) -> SyntaxFaultError:
    return SyntaxFaultError(message, _place(event.start_mark))


def _place(mark: Mark | None) -> Place:
    return (mark.line + 1, mark.column + 1) if mark else (1, 1)
