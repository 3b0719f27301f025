"""Whether two stretches are the same words but for one character: a copy that was touched up."""

from __future__ import annotations

from scorer.cache import regex

#: Shorter stretches that differ in a character say different things.
_SHORTEST = 12
#: One of these for another is another case of the same sentence, not a copy of it.
_CONTRASTS = (
    *(
        "上下左右前后内外",
        "东南西北中",
        "大小高低多少",
        "男女老幼",
        "一二三四五六七八九十两",
        "村镇乡县省市区",
    ),
    *("甲乙丙丁", "春夏秋冬", "初末", "正副", "ABCDEFGH"),
)
_DATED = regex(r"\d+(?:年|月|日|号|季度|时|点|届|中全会)")


def look_alike(one: str, other: str) -> bool:
    """Whether they are equal, or one character of a long stretch is another."""
    if one == other:
        return True
    if len(one) != len(other) or len(one) < _SHORTEST:
        return False
    differ = [at for at, (a, b) in enumerate(zip(one, other, strict=True)) if a != b]
    return len(differ) == 1 and not _is_contrast(one, other, differ[0])


def keys_of(words: str) -> tuple[str, ...]:
    """Keys of which two stretches that look alike share one at least."""
    half = len(words) // 2
    if len(words) < _SHORTEST:
        return (words,)
    return (f"{len(words)}<{words[:half]}", f"{len(words)}>{words[half:]}")


def _is_contrast(one: str, other: str, at: int) -> bool:
    pair = {one[at], other[at]}
    if any(pair <= set(group) for group in _CONTRASTS):
        return True
    dated = any(match.start() <= at < match.end() for match in _DATED.finditer(one))
    return dated or len([char for char in pair if char.isdigit()]) == 1
