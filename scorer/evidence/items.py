"""The items of a part: which shortcomings are listed, which measures are planned, and why."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from scorer.document import BlockKind
from scorer.evidence.base import Kind, Look, Match, ParseNode
from scorer.reading.model import Clause, Reading, Standing

_ENUMERATED = re.compile(
    r"""^(?:
    [一二三四五六七八九十]{1,3}(?:是|要|来) | 首先 | 其次 | 再次 | 第[一二三四五六]
    | 另外 | 此外 | 同时也 | [（(]?\d[）)、.] | [①②③④⑤⑥⑦⑧]
    )""",
    re.VERBOSE,
)
#: Words of a lack; as a bare noun (有关不足, 存在的问题) they only announce one.
_LACK = re.compile(
    r"""
    不(?:够|高|强|到位|全面?|细|实|多|平衡|规范|及时|完善|整齐|深|广|熟|相称|适应|匹配|充分|均衡|严)
    | (?<!有关)(?<!存在的)(?<!存在)(?<!上述)(?<!这些)不足(?!之处|和原因|及原因|[：。]|\d)
    | 有待 | 薄弱(?!环节[：。和]) | 偏[弱少低大慢] | 滞后 | 缺乏 | 缺少 | 欠缺 | 短缺 | 弱项
    | 跟不上
    | 参差 | 单一 | 局限 | 浮于 | 流于 | 空白 | 断档 | 脱节 | 生疏 | 堵点 | 死角 | 较慢 | 慢$ | 短板
    | 尚未 | 未能 | 亟[待需] | 难以 | 突出(?=[；。，]|$) | 不会 | 不懂 | 不愿 | 没(?:有)?做[细实到]
    | [仍还尚]需(?:进一步)?(?:加强|提升|提高|完善|改进|加大|强化|深化|健全|规范|增强)
    """,
    re.VERBOSE,
)
#: A sentence that only announces shortcomings.
_ANNOUNCES = re.compile(
    r"(?:存在|还有|仍有|有)(?:着)?(?:以下|一些|一定|不少|若干|诸多|许多|较大|几个方面|的)*"
    r"(?:问题|不足|差距|距离|短板|薄弱环节)"
)
#: Wishes for the future that name no measure.
_SLOGAN = re.compile(
    r"更加紧密|奋力(?:谱写|书写|开创|夺取)|高举|新篇章|新局面|新华章|踔厉|昂首|新征程|另行(?:印发|制定|部署)|答卷"
)
#: A set phrase that could stand in any report: X有待(进一步)Y.
_SET_PHRASE = re.compile(
    r"""
    (?:[一二三四五六七八九十]{1,3}是)? [^，。；]{0,16}?
    (?:有待|需要?|仍需|还需|尚需|亟待|亟需)(?:于)?(?:进一步|继续|不断)?
    (?:加强|提升|提高|增强|健全|完善|树牢|转变|激发|深化|拓展|优化|改进|强化|创新|夯实|规范|加大|巩固|压实)
    """,
    re.VERBOSE,
)
_WHO_OR_WHERE = re.compile(
    r"老人|老年|留守|外出|务工|返乡|青少年|学生|个别|部分|少数|边远|偏远|沿|企业|商户|村民|农户|牧民|渔|"
    r"村居|村级|村（|社区|网格|执法人员|执法队|辅助人员|调解员|队员|站所|司法所|专业人|法律专业|案卷|文书|"
    r"台账|合同|证据|程序|取证|听证|裁量|备案|无证|无照|违建|食品|环境|农村|土地|征地|宅基地|物业|设备|装备|"
    r"平台|线上|短视频|讲座|资料|经费|编制|窗口|流程|时限|系统|会议|村规民约|矛盾|信访|乡场|集市|山区|库区"
)
_CAUSE = re.compile(
    r"""
    因为 | 由于 | 因(?=[^此而为素人]{2}) | 原因(?:是|在于|主要|有) | 究其 | 缘由 | 源于
    | 根源 | 根子 | 归根 | 导致 | 致使 | 造成 | 使得 | 之所以 | 症结 | 说到底 | 出在
    | 受[^，。；]{2,16}(?:影响|制约|限制|所限)
    | 主要是(?:因|由|缺|没|对|受|我|干|部|人|执)
    """,
    re.VERBOSE,
)
#: A lack that says nothing beyond a set phrase is shorter than this.
_TELLING = 8
_PROMISES_CAUSE = re.compile(r"原因|成因|根源|缘由|剖析|症结")
_ACTION = re.compile(
    r"开展|组织|建立|制定|完善|推进|推行|加强|加大|强化|提升|提高|落实|规范|培训|培养|配备|健全|深化|优化|实施|"
    r"宣传|讲|设|建|办|清|查|审|调解|化解|排查|公开|公示|监督|考核|学习|抓|增|选派|聘|修订|编|整治|打造|推动|"
    r"延伸|拓展|争创|出台|开设|评查|练|送|管|把|选|提请|做"
)


@dataclass(frozen=True, slots=True)
class Item:
    """One item of a list: a stretch of the plain text, and its words."""

    at: int
    stop: int
    text: str


def list_items(look: Look, part: str) -> tuple[Item, ...]:
    """The items of a part: its sub-headings, else its enumerated clauses, else what clauses say.

    A list in the shortcomings lists shortcomings, in whatever words. Elsewhere, and in the plan, a
    slogan or an announcement is no item.
    """
    reading = look.reading
    clauses = [clause for clause in reading.clauses if clause.part == part]
    if part == "shortcomings":
        clauses = clauses or _confessed(reading)
    blocks = reading.document.blocks
    told = [c for c in clauses if blocks[c.paragraph].kind is BlockKind.PARAGRAPH]
    listed = max(_by_heading(reading, clauses, part), _by_enumerator(told), key=len)
    if len(listed) <= 1:
        listed = tuple(_item([clause]) for clause in told)
    elif part == "shortcomings":
        return listed
    says = _is_lack if part == "shortcomings" else partial(_is_measure, look)
    return tuple(item for item in listed if says(item))


def _confessed(reading: Reading) -> list[Clause]:
    """Shortcomings confessed in passing, where the report has no part for them."""
    return [clause for clause in reading.clauses if clause.standing is Standing.SHORTCOMING]


def _by_heading(reading: Reading, clauses: Sequence[Clause], part: str) -> tuple[Item, ...]:
    """One item for each sub-heading below the headings that name the part."""
    document = reading.document
    tops = {document.plain.range(span)[0] for span in reading.place(part).headings}
    groups: dict[int, list[Clause]] = {}
    for clause in clauses:
        if len(clause.path) == 0:
            continue
        own = (
            clause.path[-1]
            if document.blocks[clause.paragraph].kind is BlockKind.PARAGRAPH
            else clause.paragraph
        )
        below = [
            number
            for number in clause.path
            if document.plain.range(document.blocks[number].span)[0] not in tops
        ]
        if below:
            groups.setdefault(below[0], []).append(clause)
        elif document.plain.range(document.blocks[own].span)[0] not in tops:
            groups.setdefault(own, []).append(clause)
    return tuple(_item(group) for group in groups.values())


def _by_enumerator(clauses: Sequence[Clause]) -> tuple[Item, ...]:
    """One item for each clause that begins 一是, 二是 …, with the clauses that go on with it."""
    groups: list[list[Clause]] = []
    for clause in clauses:
        if _ENUMERATED.match(clause.text):
            groups.append([clause])
        elif groups and groups[-1][-1].paragraph == clause.paragraph:
            groups[-1].append(clause)
    return tuple(_item(group) for group in groups)


def _item(group: Sequence[Clause]) -> Item:
    return Item(group[0].at, group[-1].stop, "".join(clause.text for clause in group))


def _is_lack(item: Item) -> bool:
    return _LACK.search(_ANNOUNCES.sub("", item.text)) is not None


def _is_measure(look: Look, item: Item) -> bool:
    """An action on some matter of the rubric, or with a figure; slogans are neither."""
    if not _ACTION.search(item.text) or _SLOGAN.search(item.text):
        return False
    on_matter = any(
        look.hits.of(criterion, item.at, item.stop)
        for criterion in look.hits.by_id
        if criterion.startswith(("measures.", "systems.", "duty."))
    )
    return on_matter or re.search(r"\d", item.text) is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """Holds when the part lists at least so many distinct items."""

    part: str
    at_least: int
    what: str

    def find(self, look: Look) -> Match:
        """The items, in the order of the text."""
        items = list_items(look, self.part)
        spans = tuple(look.reading.document.plain.span(item.at, item.stop) for item in items[:4])
        if len(items) >= self.at_least:
            return Match(found=spans)
        return Match(found=spans, missing=(self.what,))


@dataclass(frozen=True, slots=True, kw_only=True)
class Specific:
    """Holds when an item says where or in what it falls short, beyond set phrases."""

    what: str

    def find(self, look: Look) -> Match:
        """The first items that do."""
        plain = look.reading.document.plain
        found = [item for item in list_items(look, "shortcomings") if _is_specific(item.text)]
        if not found:
            return Match(missing=(self.what,))
        return Match(found=tuple(plain.span(item.at, item.stop) for item in found[:2]))


def _is_specific(text: str) -> bool:
    cause = _CAUSE.search(text)
    rest = _SET_PHRASE.sub("", text[: cause.start()] if cause else text)
    return bool(_WHO_OR_WHERE.search(rest) and _LACK.search(text) and len(rest) >= _TELLING)


@dataclass(frozen=True, slots=True, kw_only=True)
class Caused:
    """Holds when a reason is given for a shortcoming, or (`hinted`) its heading promises one."""

    hinted: bool
    what: str

    def find(self, look: Look) -> Match:
        """The clause that gives the reason, or the heading that promises it."""
        reading = look.reading
        if not list_items(look, "shortcomings"):
            return Match(missing=(self.what,))
        promising = [
            span
            for span in reading.place("shortcomings").headings
            if _PROMISES_CAUSE.search(reading.document.plain.within(span))
        ]
        clauses = [clause for clause in _told(reading) if _CAUSE.search(clause.text)]
        if promising and not clauses:
            clauses = [clause for clause in _told(reading) if _lists_lack_behind(clause.text)]
        if clauses:
            return Match(found=tuple(clause.span for clause in clauses[:2]))
        if self.hinted and promising:
            return Match(found=tuple(promising[:1]))
        return Match(missing=(self.what,))


def _told(reading: Reading) -> list[Clause]:
    """The clauses of the shortcomings that are no headings."""
    blocks = reading.document.blocks
    return [
        clause
        for clause in reading.clauses
        if (clause.part == "shortcomings" or clause.standing is Standing.SHORTCOMING)
        and blocks[clause.paragraph].kind is BlockKind.PARAGRAPH
    ]


def _lists_lack_behind(text: str) -> bool:
    """Under a heading that promises causes: a lack in one comma clause behind another."""
    rest = _SET_PHRASE.sub("", text)
    return len([piece for piece in rest.split("，") if _LACK.search(piece)]) > 1


def _parse_items(node: Mapping[str, object], _parse: ParseNode) -> Listed:
    part, count = str(node["items"]), int(str(node["at_least"]))
    thing = "不足" if part == "shortcomings" else "具体措施"
    return Listed(
        part=part, at_least=count, what=str(node.get("what", f"至少{count}条各不相同的{thing}"))
    )


def _part_schema(key: str, values: Sequence[str], *, counted: bool = False) -> dict[str, object]:
    properties: dict[str, object] = {
        key: {"enum": list(values)},
        "what": {"type": "string", "minLength": 2},
    }
    if counted:
        properties["at_least"] = {"type": "integer", "minimum": 1}
    return {
        "type": "object",
        "properties": properties,
        "required": [key, "at_least"] if counted else [key],
        "additionalProperties": False,
    }


ITEMS = Kind(
    name="items",
    about="不足部分列出的不足条数，或者安排部分列出的措施条数",
    schema=_part_schema("items", ("shortcomings", "plan"), counted=True),
    parse=_parse_items,
)
SPECIFIC = Kind(
    name="specific",
    about="至少一条不足写明差在哪里（领域、人群、环节）",
    schema=_part_schema("specific", ("shortcomings",)),
    parse=lambda node, _: Specific(
        what=str(node.get("what", "写明差在哪个领域、人群或者环节的不足"))
    ),
)
CAUSES = Kind(
    name="causes",
    about="写明了不足的原因（stated），或者只在标题中说要分析原因（hinted）",
    schema=_part_schema("causes", ("stated", "hinted")),
    parse=lambda node, _: Caused(
        hinted=node["causes"] == "hinted", what=str(node.get("what", "不足的原因"))
    ),
)
