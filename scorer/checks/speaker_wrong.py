"""Words of another speaker left in the town's own report."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from scorer.cache import regex
from scorer.checks.base import Check
from scorer.checks.norms import FINISHED_TEXT
from scorer.checks.segments import clause_at, end_of_segment, quote_told, start_of_segment
from scorer.document import Quote
from scorer.finding import Finding, Strength
from scorer.reading.model import Clause, Reading
from scorer.zh.gated import Gated

_TOWNS = frozenset({"镇", "乡", "民族乡", "街道", "苏木"})
_START = r"(?:(?<=[，。；：、\n])|^)"
_ACTS = (
    r"(?:坚持|高度重视|始终|认真|严格|切实|积极|深入|将|按照|组织|扎实|全面|持续|紧紧|紧扣|不断|着力|大力"
    r"|聚焦|围绕|先后|多次|共|已|上下|结合|通过|成立|制定|开展|召开|推进|落实|加强)"
)


@dataclass(frozen=True, slots=True)
class _Voice:
    """Words that only another speaker says, and how surely they are a slip."""

    words: Gated
    speaker: str
    remedy: str
    strength: Strength = Strength.FINDING
    #: Kinds of issuer whose own voice it is.
    right_for: frozenset[str] = frozenset()


_VOICES = (
    _Voice(
        Gated(
            "我 本局",
            r"(?<![自大])我(?:局(?![限势部面促])|厅(?![堂])|(?:大队|中队|支队|分局))"
            r"|(?<![自大对])我(?:院|委)(?![员会托派任])"
            r"|(?:(?<=[，。；：、\n到对由以求令使])|^)我(?:队(?![友长伍])|科室|中心(?!思|任|[一二三]))"
            r"|(?:(?<=[，。；：、\n到由])|^)(?:我办(?![事理公学案好完不得成了起])|我站(?![在起了出着]))"
            r"|(?<!日)本局(?![面部限势])"
            r"|(?:(?<=[，。；：、\n到对由以])|^)我所(?![在有能用需想知见闻做说指谓及以处])",
            reach=5,
        ),
        "部门",
        "改为本单位名称或“我镇（乡、街道）”，不属于本单位的事项删去。",
    ),
    _Voice(
        Gated(
            "全局",
            rf"{_START}全局(?:上下|干部|职工|党员|人员|工作人员|执法人员|各|共|围绕|全年|系统|在[^，。；]{{1,8}}(?:召开|开展|举办))",
            reach=14,
        ),
        "部门",
        "改为“全镇（乡、街道）”，部门的事项写明是哪个部门。",
    ),
    _Voice(
        Gated(
            "局 本",
            rf"{_START}局(?:党组|党委|机关|领导班子|班子|务会|长办公会)(?:书记|成员|会议)?(?:{_ACTS}|主持|带头|专题|定期|研究|每)"
            rf"|{_START}本(?:所|中心|站|大队|中队|办)(?:全体|干部|工作人员|执法人员|同志|{_ACTS})"
            r"|(?:按照|根据|遵照|在)局党(?:组|委)|在[县市区旗省]局(?:党组|党委)?的?(?:正确|坚强|统一)领导下",
            reach=12,
        ),
        "部门",
        "改为本单位名称或“我镇（乡、街道）”，不属于本单位的事项删去。",
    ),
    _Voice(
        Gated(
            "你 党政 各 所有",
            rf"(?<![送给对与和向])你(?:[镇乡局办](?!们)|街道|单位)|{_START}我[县市区旗]党政(?:主要)?(?:负责人|领导|负责同志)"
            r"(?![^，。；]{0,8}[来到])"
            r"|(?:(?<=[。\n])|^)各(?:镇|乡镇|街道|镇街)(?:（[^（）]{0,30}）|、街道)?要(?=切实|加强|高度|严格|认真|进一步|充分)"
            rf"|{_START}(?:督促|指导|组织|推动|要求|督导|检查|部署)全?[县市区旗]?(?:各|所有)(?:乡镇|镇街|镇乡|镇办|县区|街镇)"
            r"(?:（[^（）]{0,30}）|、街道)?"
            r"(?=完成|落实|开展|建立|制定|成立|报送|推进|加强|做好|规范|聘请|续聘)",
            reach=43,
        ),
        "上级机关",
        "改为本单位的口吻；属于上级机关的工作，写明是哪一级、哪个部门的。",
    ),
    _Voice(
        Gated(
            "我",
            r"(?<![说称示到讲：])(?:(?<=[，。；\n])|^)我(?:作为(?:[镇乡]|街道)?(?:党委|党工委|主要|第一)|(?:始终|带头|亲自|主持)[\u4e00-\u9fff])",
            reach=10,
        ),
        "个人",
        "改为“镇（乡、街道）党政主要负责人”，个人述职述法材料另行报送。",
    ),
    _Voice(
        Gated(
            "我 全所",
            rf"{_START}我(?:村|校|公司|企业|社区|科)(?:{_ACTS}|组织|全年|高度|全面|充分)|{_START}全所(?:上下|干警|人员|同志)",
            reach=8,
        ),
        "下属或者其他单位",
        "改为本单位的口吻，或写明是哪个单位的事项。",
    ),
    _Voice(
        Gated(
            "本人",
            rf"{_START}(?:一年来，|在此，)?本人(?:当天|当日|当即)?(?:{_ACTS}|作为|能|带头|严于|主持|牢固|自觉|履行|亲自|对照|任职|自任|自担任|分管|"
            r"主要|在工作|牢记|带领|主动|定期)",
            reach=13,
        ),
        "个人",
        "改为“镇（乡、街道）党政主要负责人”，个人述职述法材料另行报送。",
    ),
    _Voice(
        Gated(
            "根据 按照 遵照",
            r"(?:(?<=[。\n；])|(?<=报告如下：)|^)(?:[一二三四五六七八九十]是)?(?:根据|按照|遵照)"
            r"(?:镇|乡|街道|办事处)(?:党委、?|党工委、?)?(?:政府|办事处)(?:的|关于|统一)?"
            r"[^，。；]{0,12}?(?:要求|通知|部署|安排)"
            r"|，(?:严格)?(?:根据|按照|遵照)(?:镇|乡)政府(?:的|统一)?(?:文件)?(?:要求|通知)",
            reach=60,
        ),
        "下级单位",
        "镇政府是本报告的报送单位，改为上级机关的要求，或写明本单位自己的部署。",
    ),
    _Voice(
        Gated(
            "领导下",
            r"在(?:镇|乡|街道)(?:党委|党工委)、?(?:镇|乡)?(?:政府|办事处)的?(?:正确|坚强)?领导下",
            reach=60,
        ),
        "下级单位",
        "镇政府不宜写在自己的领导下，可改为在镇党委的领导下。",
        Strength.HINT,
    ),
    _Voice(
        Gated("我", rf"{_START}我[县市区旗](?:{_ACTS}|法治政府建设)", reach=9),
        "上级机关",
        "改为本单位名称，县（市、区）的工作不写作本单位的工作。",
        Strength.HINT,
    ),
    _Voice(
        Gated("我镇", r"(?<![自大])我镇(?![静定])", reach=60),
        "其他单位",
        "改为本单位的名称。",
        right_for=frozenset({"镇"}),
    ),
    _Voice(
        Gated("我乡", r"(?<![自大])我乡(?![村镇里亲音土下])", reach=60),
        "其他单位",
        "改为本单位的名称。",
        right_for=frozenset({"乡", "民族乡"}),
    ),
)
_QUOTED = regex(r"“[^“”\n]*”|《[^《》\n]*》")
_SAID_TO_TOWN = regex(r"(?:各[村社站所]|村|社区|站所|部门|单位|网格员|企业)[^，。；]{0,8}$")
_MOST_QUOTES = 10
_LONGEST = 30


def run(reading: Reading) -> Iterator[Finding]:
    """Hear every voice; all places of one speaker are one finding, a sentence is told once."""
    kind = reading.masthead.issuer_kind
    if kind not in _TOWNS:
        return
    told: dict[tuple[str, Strength, frozenset[str]], list[tuple[int, int]]] = {}
    first: dict[tuple[str, Strength, frozenset[str]], _Voice] = {}
    speakers: dict[int, str] = {}
    for place, sentence, voice in sorted(_listen(reading, kind), key=_rank):
        key = (voice.speaker, voice.strength, voice.right_for)
        if speakers.setdefault(sentence, voice.speaker) == voice.speaker:
            told.setdefault(key, []).append(place)
            first.setdefault(key, voice)
    for key, places in told.items():
        found = _report(reading, first[key], places)
        yield replace(found, strength=_weigh(reading, first[key]))


def _rank(heard: tuple[tuple[int, int], int, _Voice]) -> tuple[bool, tuple[int, int]]:
    """What is certain first, then in the order of the text."""
    place, _, voice = heard
    return voice.strength is Strength.HINT, place


def _listen(reading: Reading, kind: str) -> Iterator[tuple[tuple[int, int], int, _Voice]]:
    """Where other voices speak outside what is quoted, and in which sentence."""
    text = reading.document.plain.text
    voices = [voice for voice in _VOICES if kind not in voice.right_for]
    matches = [(match, voice) for voice in voices for match in voice.words.finditer(text)]
    speech = tuple(match.span() for match in _QUOTED.finditer(text)) if matches else ()
    for match, voice in matches:
        clause = clause_at(reading, match.start())
        if clause is not None and not _is_others(clause, match, speech):
            yield match.span(), clause.sentence, voice


def _is_others(clause: Clause, match: re.Match[str], speech: tuple[tuple[int, int], ...]) -> bool:
    """Whether somebody is quoted, or told to follow the town's demands."""
    if any(at <= match.start() < stop for at, stop in speech):
        return True
    before = clause.text[: match.start() - clause.at]
    return _SAID_TO_TOWN.search(before.rstrip("，")) is not None


def _weigh(reading: Reading, voice: _Voice) -> Strength:
    """我镇 in the report of a 乡 or 街道 is certain only where its kind is told in its name."""
    unit, kind = reading.masthead.unit, reading.masthead.issuer_kind or ""
    if voice.right_for and not (unit and unit.endswith(kind[-1])):
        return Strength.HINT
    return voice.strength


def _report(reading: Reading, voice: _Voice, places: list[tuple[int, int]]) -> Finding:
    text = reading.document.plain.text
    words = "、".join(dict.fromkeys(f"“{text[at:stop].strip('，')}”" for at, stop in places))
    quotes = dict.fromkeys(_quote(reading, at, stop) for at, stop in places)
    return CHECK.finding(
        message=f"文中{words}是{voice.speaker}的口吻，与报送单位不符，请核对更正。",
        quotes=tuple(quotes)[:_MOST_QUOTES],
        computed=f"报送单位：{reading.masthead.unit or reading.masthead.issuer_kind}",
        remedy=voice.remedy,
    )


def _quote(reading: Reading, at: int, stop: int) -> Quote:
    """The words with those before that they belong to: 在镇党委的正确领导下，我局坚持…."""
    text = reading.document.plain.text
    start = start_of_segment(text, at)
    if start and text[start - 3 : start] == "导下，":
        return reading.quote(
            start_of_segment(text, start - 1), min(end_of_segment(text, stop), stop + _LONGEST)
        )
    return quote_told(reading, at, stop)


CHECK = Check(
    id="speaker-wrong",
    kind="identity.speaker",
    strength=Strength.FINDING,
    title="口吻与报送单位不符",
    why="乡镇街道自己的报告里出现“我局”“全局干部”“本人”“按照镇政府要求”等，多为套用部门或个人材料留下；引语中的不算。",
    norm=FINISHED_TEXT,
    bad="全年办结行政处罚案件6件，我局执法人员全部持证上岗。",
    good="全年办结行政处罚案件6件，县市场监管局派员指导，着眼全局统筹执法力量。",
    run=run,
)
