"""Finds towns and the bodies that speak for them in a title, a signature or a line of the page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from scorer.cache import regex
from scorer.places import HAN, find_units, split_chain

_RUN = regex(f"[{HAN}〇○]+")
_GOVERNMENT = "人民政府|政府|办事处|(?<=街道)办(?![公理])"
_PARTY = "党工委|党委|工作委员会|委员会|工委"
_BODY = regex(f"(?:{_GOVERNMENT}|{_PARTY})")
#: Words that end one name before the next begins; none of them is part of a town's name.
_BREAK = regex(
    rf"""
    {_GOVERNMENT} | {_PARTY} | 中国共产党 | 中共
    | 关于 | 印发 | 报送 | 上报 | 呈报 | 转发 | 推动 | 推进 | 现将
    | [〇○零一二三四五六七八九]{{4}}年度?
    """,
    re.VERBOSE,
)
_YEAR_TAIL = regex(r"(?<=\d)\s*年?度?")
#: 镇 and 乡 end a name unless they begin or join another word: 镇江, 镇长, 乡村, 萍乡市, 东乡族.
_TOWN_END = regex(
    r"""
    街道 | 苏木(?![乡镇苏])
    | 镇(?![江巴村街市县区长域级情容镇乡级海宁雄康赉坪沅])
    | 乡(?![村镇市县贤亲土音规宁情愁族城])
    """,
    re.VERBOSE,
)
#: What stands before 镇, 乡 or 街道 where a kind of place is meant and no place.
_NO_STEM = regex(
    r"""
    [我全各本该两贵此某每城村小集老家故水侨返下原强重乡镇]
    | 乡镇 | 城乡 | 建制 | 中心 | 特色 | 示范 | 法治 | 平安 | 美丽 | 数字 | 辖区 | 其他 | 我们
    | 小城 | [区市县所下直]属 | 三下 | 有关 | 相关 | 周边 | 邻近 | 兄弟 | 千年古 | 文明 | 智慧
    | 幸福 | 重点 | 各乡
    """,
    re.VERBOSE,
)
#: Of these, what even the gazetteer does not make a name of.
_GENERIC = regex("[我全各本该两某每城村小乡镇]|乡镇|城乡|各乡|辖区|.属|我们|有关|相关")
#: Words that no town's name holds, but a phrase before 镇 does: 推进依法治镇, 邻县王桥镇.
_PHRASE = regex(
    r"""
    推[进动行] | 依法 | 法治 | 全面 | 深入 | 坚持 | 加强 | 贯彻 | 落实 | 围绕 | 按照 | 根据 | 强化
    | 实施 | 打造 | 开展 | 促进 | 以及 | 我们 | 兄弟 | 邻[县镇乡近] | 所[属辖] | [区市县下]属 | 其他
    """,
    re.VERBOSE,
)
#: Single words that a phrase may hold and few names do; weighed only where the text tells a story.
_LINK = regex(
    "[各辖等在的了为由将从与及和是以对把使让到向]|^[我全原该本]|[我全各本该场集]$|[一二两三]个"
)
#: Verbs that a clause opens with, as 明确镇党委书记.
_VERB = regex(
    r"""
    明确 | 成立 | 组织 | 结合 | 召[开集] | 印发 | 制[定发] | 设立 | 调整 | 保证 | 确保 | 指导
    | 督促 | 要求 | 安排 | 邀请 | 聘请 | 选派 | 动员 | 引导 | 依托 | 统筹 | 整合 | 发挥
    | 建[立成] | 完善 | 健全 | 增强 | 提[升高] | 优化 | 规范 | 开创 | 做好 | 抓[好实] | 压实 | 配合
    | 协助 | 涉及 | 服务 | 走[进遍] | 深化 | 聚焦 | 紧[扣盯] | 利用 | 通过 | 其中 | 新一届 | 事关
    | 团结 | 带领 | 符合 | 作为 | 经过 | 充分 | 切实
    """,
    re.VERBOSE,
)
_LONGEST_STEM = 7


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """A town with the units written before it, and the body named after it ("" for none).

    `text` is all of it as written, 中共 left out; it stands at `start` of the text searched.
    """

    chain: tuple[str, ...]
    body: str
    text: str
    start: int

    @property
    def unit(self) -> str:
        """The town itself: 大兴镇."""
        return self.chain[-1]

    @property
    def governs(self) -> bool:
        """Whether it is the government and not the party committee."""
        return self.body != "" and re.fullmatch(_GOVERNMENT, self.body) is not None


@lru_cache(maxsize=256)
def find_names(text: str) -> tuple[Name, ...]:
    """Every town named in a short folded text that names bodies rather than tells a story."""
    without_years = _YEAR_TAIL.sub(lambda tail: " " * len(tail[0]), text)
    return tuple(
        name for run in _RUN.finditer(without_years) for name in _find_in_run(run[0], run.start())
    )


def kind_of(unit: str) -> str | None:
    """镇, 乡, 民族乡, 街道 or 苏木 by the last word of a town's name."""
    if unit.endswith("族乡"):
        return "民族乡"
    return next((kind for kind in ("街道", "苏木", "镇", "乡") if unit.endswith(kind)), None)


def is_place(unit: str, *, told: bool = False) -> bool:
    """Whether a word that ends as a town's name is one: the gazetteer knows it or nothing is odd.

    `told` is for running text, where what stands before 镇 may be a clause.
    """
    kind = kind_of(unit)
    if kind is None:
        return False
    stem = unit.removesuffix("乡" if kind == "民族乡" else kind)
    if _NO_STEM.fullmatch(stem):
        return not told and not _GENERIC.fullmatch(stem) and bool(find_units(unit))
    odd = len(stem) == 1 or (len(stem) > _LONGEST_STEM and kind != "民族乡")
    odd = odd or _PHRASE.search(stem) is not None
    odd = odd or (told and bool(_LINK.search(stem) or _VERB.match(stem)))
    return not odd or bool(find_units(unit))


def _find_in_run(run: str, offset: int) -> Iterator[Name]:
    """Names between the breaks of one run of Chinese characters."""
    breaks = [(0, 0), *(match.span() for match in _BREAK.finditer(run)), (len(run), len(run))]
    outer: tuple[str, ...] = ()
    outer_start = 0
    for (_, start), (stop, _) in pairwise(breaks):
        part = run[start:stop]
        for name in _find_in_part(part):
            chain = (*outer, *name)
            at = run.index(name[0], start)
            begin = outer_start if outer else at
            end = at + sum(map(len, name))
            body = _BODY.match(run, end)
            words = run[begin : body.end() if body else end]
            institution = body[0] if body else ""
            yield Name(chain=_expand(chain), body=institution, text=words, start=offset + begin)
        outer, outer_start = _read_outer(run, start, stop)


def _read_outer(run: str, start: int, stop: int) -> tuple[tuple[str, ...], int]:
    """A county whose government is named before its street office: 鲤城区人民政府金龙街道办事处."""
    chain = split_chain(run[start:stop])
    if not chain or not run.startswith("人民政府", stop) or kind_of(chain[-1]):
        return (), 0
    return chain, start


def _find_in_part(part: str) -> Iterator[tuple[str, ...]]:
    """Chains of units that end in a town, left to right."""
    start = 0
    for end in _TOWN_END.finditer(part):
        chain = split_chain(part[start : end.end()])
        if chain and is_place(chain[-1]):
            yield chain
            start = end.end()


def _expand(chain: tuple[str, ...]) -> tuple[str, ...]:
    """璧山大兴镇 for 璧山区大兴镇: a county's short name before a town that lies in it."""
    unit = chain[-1]
    if len(chain) > 1 or find_units(unit):
        return chain
    for short in (unit[:2], unit[:3]):
        for county in (short + end for end in "县区市旗"):
            if find_units(unit.removeprefix(short), county):
                return (county, unit.removeprefix(short))
    return chain
