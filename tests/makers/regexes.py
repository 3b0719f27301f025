"""What a regex cannot do without and how far it looks, read off its parse tree.

`re` keeps its parser to itself; where a Python has another one, what needs it is skipped.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from typing import Any

import pytest

parser = pytest.importorskip("re._parser")
codes = pytest.importorskip("re._constants")
#: Farther than any text is long.
UNBOUNDED = 10**6


def needs_one_of(pattern: str, words: Collection[str], flags: int = 0) -> bool:
    """Whether no text without all of the words can match."""
    return _is_implied(parser.parse(pattern, flags), words)


def find_reach(pattern: str, flags: int = 0) -> int:
    """How many characters at most a match spans, with all that is looked at on either side."""
    return _measure(parser.parse(pattern, flags))


def _is_implied(tree: Iterable[Any], words: Collection[str]) -> bool:
    run = ""
    for code, value in [*_flatten(tree), (None, None)]:
        if code is codes.LITERAL:
            run += chr(value)
            continue
        if any(word in run for word in words) or _implies(code, value, words):
            return True
        run = ""
    return False


def _implies(code: object, value: Any, words: Collection[str]) -> bool:  # noqa: ANN401
    if code is codes.BRANCH:
        return all(_is_implied(branch, words) for branch in value[1])
    if code is codes.IN:
        return all(kind is codes.LITERAL and chr(what) in words for kind, what in value)
    if code in (codes.MAX_REPEAT, codes.MIN_REPEAT):
        return bool(value[0]) and _is_implied(value[2], words)
    return code is codes.ASSERT and _is_implied(value[1], words)


def _flatten(tree: Iterable[Any]) -> Iterator[tuple[Any, Any]]:
    for code, value in tree:
        if code is codes.SUBPATTERN:
            yield from _flatten(value[3])
        else:
            yield code, value


def _measure(tree: Iterable[Any]) -> int:
    return min(UNBOUNDED, sum(_width(code, value) for code, value in _flatten(tree)))


def _width(code: object, value: Any) -> int:  # noqa: ANN401
    if code is codes.BRANCH:
        return max(map(_measure, value[1]))
    if code in (codes.MAX_REPEAT, codes.MIN_REPEAT):
        most = UNBOUNDED if value[1] is codes.MAXREPEAT else int(value[1])
        return most * _measure(value[2])
    if code in (codes.ASSERT, codes.ASSERT_NOT):
        return _measure(value[1])
    return 0 if code is codes.AT else 1
