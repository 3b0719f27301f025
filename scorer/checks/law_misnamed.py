"""A national title that nobody enacted: a known confusion, or one character off."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from scorer.cache import regex
from scorer.checks.base import Check
from scorer.checks.history import title_at
from scorer.checks.invented_titles import find_invented
from scorer.checks.name_bounds import find_name
from scorer.checks.nearest_title import Nearest, find_nearest
from scorer.checks.references import shorten_title
from scorer.checks.tables import Tables, shipped_tables
from scorer.finding import Finding, Force, Norm, Strength
from scorer.mentions.model import CitationMention
from scorer.reading.model import Reading

_DUTY = "党政主要负责人履行推进法治建设第一责任人职责规定"
_SUPERVISION = "法治政府建设与责任落实督察工作规定"
_ISSUERS = regex(r"^(?:中共中央办公厅|国务院办公厅|中办|国办|印发|关于|的通知$)+|〈|〉|的(?=规定)")
#: The rule's own words in any order, but no other: a region or a unit in front makes a local rule.
_LIKE_DUTY = regex(
    r"^(?:党政|主要|负责人|负责同志|领导|干部|履行|推进|推动|加强|法治|法制|政府|建设|工作|的|第一|责任人"
    r"|职责|责任)+(?:规定|条例)$"
)
_LIKE_SUPERVISION = regex(
    r"^(?:法治|法制|政府|建设|工作|与|和|及|的|责任|落实|督察|督查|督导|检查|监察|监督|考核)+(?:规定|条例|办法)$"
)
#: An outline named with the years of a national one; a region in front makes a local outline.
_LIKE_OUTLINE = regex(
    r"^(?P<what>法治政府|法治社会)(?:建设|实施|规划|发展|推进|工作|行动|的)+纲要[（(](?:2015|202[01])[^（()）]{1,4}202[05]年?[)）]$"
)
_COUNTRY = "中华人民共和国"
#: Who enacts what the whole country follows.
_NATIONAL = regex(r"(?:国务院|全国人大(?:常委会)?|中共中央|中办|国办)[^，。；和及与《》]{0,16}$")
_NATIONAL_REACH = 20
_MOST_QUOTES = 12
_SHORTEST_BARE = 5
_LONG_BARE = 6


@dataclass(frozen=True, slots=True)
class _Wrong:
    """A wrong name in its place and the right one."""

    name: str
    right: str
    at: int
    stop: int
    sure: bool


def run(reading: Reading) -> Iterator[Finding]:
    """Look at the report by the shipped tables."""
    return run_by(shipped_tables(), reading)


def run_by(tables: Tables, reading: Reading) -> Iterator[Finding]:
    """Unknown titles are silent; all places of one right name are one finding."""
    wrong: dict[str, list[_Wrong]] = {}
    for slip in (*_find_titles(reading, tables), *_find_bare_names(reading, tables)):
        wrong.setdefault(slip.right, []).append(slip)
    for right, slips in wrong.items():
        found = _report(reading, right, sorted(slips, key=lambda slip: slip.at))
        sure = any(slip.sure for slip in slips)
        yield found if sure else replace(found, strength=Strength.HINT)


def _find_titles(reading: Reading, tables: Tables) -> Iterator[_Wrong]:
    for citation in reading.citations:
        nearest = _find_right_name(citation.title, tables, is_full=_is_full(reading, citation))
        if nearest is not None:
            place = (citation.at, citation.stop)
            yield _Wrong(citation.title, nearest.title, *place, nearest.sure)


def _find_bare_names(reading: Reading, tables: Tables) -> Iterator[_Wrong]:
    """Known confusions without book marks; a short one may be meant as a short form."""
    text = reading.document.plain.text
    for name, right in tables.instruments.misnamed.items():
        if len(name) < _SHORTEST_BARE:
            continue
        for place in find_name(text, name):
            if title_at(reading, place.at) is None:
                yield _Wrong(name, right, place.at, place.stop, len(name) >= _LONG_BARE)


def _is_full(reading: Reading, citation: CitationMention) -> bool:
    """Whether the title, or who stands before it, says that it is national."""
    text = reading.document.plain.text
    before = text[max(0, citation.at - _NATIONAL_REACH) : citation.at]
    return citation.title.startswith(_COUNTRY) or _NATIONAL.search(before) is not None


def _find_right_name(written: str, tables: Tables, *, is_full: bool) -> Nearest | None:
    title = shorten_title(written)
    if title in tables.instruments.absent:
        return Nearest("", sure=True)
    right = tables.instruments.misnamed.get(title) or _find_party_rule(title)
    right = right or _find_outline(written, title, tables)
    if right:
        return Nearest(right, sure=True)
    invented = find_invented(title, tables.titles, is_full=is_full)
    return invented or find_nearest(title, tables.titles)


def _find_outline(written: str, title: str, tables: Tables) -> str | None:
    """An outline of other words with the years of the national one."""
    like = _LIKE_OUTLINE.match(written.removeprefix("中共中央国务院"))
    right = f"{like['what']}建设实施纲要" if like else None
    return right if right and title != right and right in tables.instruments.plans else None


def _find_party_rule(title: str) -> str | None:
    """The two party rules that every report cites and many misname."""
    bare = _ISSUERS.sub("", title)
    if "第一责任人" in bare and "法" in bare and _LIKE_DUTY.match(bare) and bare != _DUTY:
        return _DUTY
    if "责任落实" in bare and _LIKE_SUPERVISION.match(bare) and bare != _SUPERVISION:
        return _SUPERVISION
    return None


def _report(reading: Reading, right: str, slips: list[_Wrong]) -> Finding:
    names = "、".join(dict.fromkeys(f"《{slip.name}》" for slip in slips))
    count = f"，共{len(slips)}处" if len(slips) > 1 else ""
    guess = f"没有这个名称的规定，疑为《{right}》之误" if right else "，没有公布过这样的法律"
    shown = dict.fromkeys(f"{slip.name}→{right or '未公布'}" for slip in slips)
    return CHECK.finding(
        message=f"{names}{guess}{count}，请核对后更正。",
        quotes=tuple(reading.quote(slip.at, slip.stop) for slip in slips[:_MOST_QUOTES]),
        computed="；".join(shown),
        remedy=f"按正式名称改为《{right}》。" if right else "核对所指的法律，改为正式名称。",
    )


CHECK = Check(
    id="law-misnamed",
    kind="citation.misnamed",
    strength=Strength.FINDING,
    title="法律法规名称有误",
    why="书名号里的名称与全国性法律、法规、党内法规只差一个字或者属于常见误称的提出来；通行简称、地方性法规和未收录的名称不算错。",
    norm=Norm(text="引用法律、法规和文件应当使用正式名称或者通行简称。", force=Force.ADVISORY),
    bad="镇政府组织学习《乡村振兴法》2次，参加86人次。",
    good="镇政府组织学习《乡村振兴促进法》2次，参加86人次。",
    run=run,
    run_by=run_by,
)
