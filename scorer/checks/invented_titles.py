"""Titles that say themselves that they are national: laws, and 中华人民共和国… that no list knows.

No province enacts a 法, and none may begin a title with the country's name: such a title that the
dictionary lacks is wrong, where a real one lies near enough to tell what was meant.
"""

from __future__ import annotations

from functools import lru_cache

from scorer.cache import regex
from scorer.checks.nearest_title import Nearest, count_same, ends_one_of
from scorer.checks.references import Titles

_LAW = "法"
_DRAFT = "法案"
_REGULATION = "条例"
_KINDS = (
    "暂行条例",
    "条例",
    "暂行规定",
    "规定",
    "暂行办法",
    "实施办法",
    "办法",
    "法",
    "细则",
    "纲要",
    "意见",
)
#: Words in 法 that are no law's name: ways of working, and the branches of law.
_NO_LAW = regex(
    r"(?:办|方|做|工作|打|想|看|说|执|司|普|学|释|用|守|述|议|立|书|乐|戏|战|步|招|字|疗|民|商|刑|宪|国际|经济|行政|诉讼|组织)法$"
)
_INSERTED = regex(r"(?:管理|工作|建设|促进|实施|保障|发展|程序|监督|若干)$")
_LEAST, _SHARE = 4, 0.6
_SHORT_BASE = 3
_MOST_WORDS, _MOST_LOST = 3, 4
_LEAST_LAW, _LEAST_TRANSPOSED = 5, 8
_MANY_LOCAL = 5


def find_invented(title: str, titles: Titles, *, is_full: bool) -> Nearest | None:
    """The title meant by one that cannot exist; `is_full` where the country's name leads it."""
    if title in titles.national or title in titles.other:
        return None
    if title.endswith(_DRAFT) and title[:-1] in titles.national:
        return Nearest(title[:-1], sure=True)
    is_law = title.endswith(_LAW) and _NO_LAW.search(title) is None
    common = _find_common(title, titles, _LEAST_LAW if is_law else _LEAST_TRANSPOSED)
    if common is not None or not (is_full or is_law):
        return common
    return _find_meant(title, titles, is_full=is_full)


def _find_meant(title: str, titles: Titles, *, is_full: bool) -> Nearest | None:
    regulation = title[: -len(_LAW)] + _REGULATION
    if title.endswith(_LAW) and regulation in titles.national:
        return Nearest(regulation, sure=True)
    other_kind = _find_other_kind(title, titles) if is_full else None
    if other_kind is not None:
        return other_kind
    known = _titles_of_kind(titles.national | titles.other, _kind(title))
    if any(_is_short_form(title, other) for other in known):
        return None
    lost = _MOST_LOST if is_full else _MOST_WORDS
    near = sorted((gap, other) for other in known if (gap := _gap(title, other, lost)))
    if not near:
        return None
    only = len(near) == 1 or near[0][0] < near[1][0]
    return Nearest(near[0][1] if only else "", sure=True)


def _find_other_kind(title: str, titles: Titles) -> Nearest | None:
    """人民调解条例 for 人民调解法: the same matter, another kind of act."""
    core = title.removesuffix(_kind(title))
    found = [core + kind for kind in _KINDS if core + kind in titles.national]
    return Nearest(found[0], sure=True) if len(found) == 1 and len(core) > 1 else None


def _find_common(title: str, titles: Titles, least: int) -> Nearest | None:
    """Words changed about, or a filler added to a title that many provinces took over as it is."""
    if ends_one_of(title, titles.local):
        return None
    letters = sorted(title)
    for other in _titles_of_kind(titles.national, _kind(title)):
        turned = len(other) == len(title) >= least and letters == sorted(other)
        if turned or (_has_filler(title, other) and _taken_over(other, titles.local)):
            return Nearest(other, sure=True)
    return None


def _has_filler(title: str, other: str) -> bool:
    if not _LEAST <= len(other) < len(title):
        return False
    head, tail = _shared(title, other)
    added = title[head : len(title) - tail]
    return head + tail == len(other) and _INSERTED.fullmatch(added) is not None


@lru_cache(maxsize=64)
def _taken_over(title: str, local: frozenset[str]) -> bool:
    return sum(1 for other in local if other.endswith(title)) >= _MANY_LOCAL


@lru_cache(maxsize=16)
def _titles_of_kind(known: frozenset[str], kind: str) -> tuple[str, ...]:
    return tuple(sorted(title for title in known if kind and _kind(title) == kind))


def _kind(title: str) -> str:
    return next((kind for kind in _KINDS if title.endswith(kind)), "")


def _is_short_form(title: str, other: str) -> bool:
    """Whether it only leaves characters out: 村委会组织法 is a short form."""
    rest = iter(other)
    return all(character in rest for character in title)


def _gap(title: str, other: str, most: int) -> tuple[bool, int] | None:
    """How far apart, a pure insertion first; None where the title means something else.

    `most` characters of the real title may be lost.
    """
    head, tail = _shared(title, other)
    same, added, lost = head + tail, len(title) - head - tail, len(other) - head - tail
    if added == 0 or added > _MOST_WORDS:
        return None
    if lost == 0:
        fits = same >= _SHORT_BASE and added < max(same, _MOST_WORDS)
        return (False, added) if fits else None
    near = same >= _LEAST and same >= _SHARE * len(title) and lost <= most
    return (True, added + lost) if near else None


def _shared(title: str, other: str) -> tuple[int, int]:
    """How many characters they begin and end with in common."""
    head = count_same(title, other)
    return head, count_same(title[head:][::-1], other[head:][::-1])
