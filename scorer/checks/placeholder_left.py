"""A blank of the template that nobody filled in."""

from __future__ import annotations

import re
from collections.abc import Iterator

from scorer.cache import regex
from scorer.checks.base import Check
from scorer.checks.norms import FINISHED_TEXT
from scorer.checks.segments import quote_segment
from scorer.document import Quote, Span
from scorer.finding import Finding, Strength
from scorer.reading.model import Reading

_CROSS = "[XxＸｘ×✕╳]"
_YEAR = f"20(?:\\d{_CROSS}|{_CROSS}{{2}})年"
_MEASURE = "(?:件(?!件)|次(?!次)|场|期|人次|名|份|万元|条|起|户)"
_BLANK_NAMES = ("姓名", "名称", "数字", "数据", "人数", "次数", "年份", "标题")
#: What a single X may stand before, and 镇 and the like that signs may stand before.
_COUNTED = "(?:件|次|场|人|名|份|户|项|家|条|处|宗|万元|起|个百分点|%)"
_AFTER_SIGN = "(?:[镇乡村年月日人件次]|街道)"
_TO_ADD = "待补(?![偿贴助办植签录缴])"
_NOT_FILLED = rf"(?:{_TO_ADD}|待(?:更新|填|续写|完善|提供|[^（）()\n]{{0,10}}补[充报齐]))"
_ASKED = "请(?:补充|核实|填|修改|替换|删除|确认)"
_BLANKS = rf"""
    (?<![A-Za-z\d]) (?P<crosses>{_CROSS}{{2,}}) (?![A-Za-z\d])    # XX余人次
    | {_CROSS}(?:年{_CROSS}月|月{_CROSS}日)                        # ×月×日
    | (?<=[\u4e00-\u9fff]){_CROSS}(?=余?{_COUNTED})                 # 处罚X件
    | [【\[（(][^\S\n]*[】\]）)](?=余?(?:件|次|场|人|万元|个|条|起|月|日))     # 办理【】件
    | (?P<some>某某+)                                            # 某某镇
    | 某(?:镇|乡|街道)(?:党委|党工委|人民政府|政府|办事处|法治)
    | 某(?=律师事务所(?:律师)?(?:担任|审查|为|作为|提供|，|签订|常年))   # 聘请广西某律师事务所律师
    | (?<![不无])待(?:补充|填写?|核实后填|完善后填|续写)(?=[，。；）)】\]\n]|$)
    | [（(【\[〔](?:此处|这里)[^）)】\]〕\n]{{0,30}}[）)】\]〕]
    | [（(【\[](?:请?填写|单位名称|乡?镇名称?|具体数[字据]|{_TO_ADD})[^）)】\]\n]{{0,12}}[）)】\]]
    | 此处(?:应|需|请)?(?:填写|插入|补充|添加|替换)
    | \{{\{{[^{{}}\n]{{0,40}}\}}\}} | \$\{{[^{{}}\n]{{0,40}}\}}
    | (?<=[\u4e00-\u9fff])(?P<stars>[*＊]{{2,}})(?=余?(?:件|次|场|期|人次|名|份|万元|个|条|起|%))
    | [（(][^（）()\n]{{0,12}}(?:待核实|待核对|待统计|待确认)[）)]
    | _{{2,}} | ＿{{2,}} | □{{2,}}
    | (?<![一二三四五六七八九十零〇○])[□○〇]{{2,}}(?={_AFTER_SIGN})
    | (?<![\d]){_YEAR}                                            # 202X年
    | (?<=[\u4e00-\u9fff])(?:(?<!第)[Nn]|[?？]{{2,}}|…+)(?=余?{_MEASURE})  # 宣传N场次
    | [（(][^（）()\n]{{0,14}}(?:{_NOT_FILLED}|{_ASKED})[^（）()\n]{{0,10}}[）)]
    | 【(?:请(?!扫|点|关|查看|下载)|待|填|插入|补充|模板)[^】\n]{{0,30}}】
    | [<＜]请?(?:输入|填写|插入|选择)[^<>＜＞\n]{{0,16}}[>＞]
    | [（(【](?:{"|".join(_BLANK_NAMES)})[）)】]
    | (?<![A-Za-z])TODO(?![A-Za-z]) | 此处(?:省略|略去|从略)
"""
#: Every blank begins with one of these; nothing else is tried at any other character.
_FIRST = "XxＸｘ×✕╳【[（(〔某待此{$*＊_＿□○〇2Nn?？…<＜T"
_BLANK = regex(rf"(?=[{re.escape(_FIRST)}])(?:{_BLANKS})", re.VERBOSE)
_STARS = regex(r"[*＊]{2,}(?P<blank>余?(?:[件次场期名份个条起%]|人次|万元))?")
#: White space that stands for a number: 2024年1月　日, 开展讲座   次.
_GAP = regex(
    r"""
    (?:20\d\d|[二2][〇○零0][\u4e00-\u9fff0-9○〇]{2})[^\S\n]*年[^\S\n]*(?:\d{1,2}|[一二三四五六七八九十]{1,2})?[^\S\n]*月[^\S\n]+日
    | (?:20\d\d|[二2][〇○零0][\u4e00-\u9fff0-9○〇]{2})[^\S\n]*年[^\S\n]+月[^\S\n]*(?:日|$)
    | (?<=[\u4e00-\u9fff])[^\S\n]{2,}余?(?:场次|人次|万元|[件次场期名份条起%％])(?=[，。；、,;])
    """,
    re.VERBOSE | re.MULTILINE,
)
#: Every gap ends so.
_SPACED = regex(r"[^\S\n](?=[月日余场人万件次期名份个条起%％])")
#: Every blank holds one of these; most reports hold none.
_SIGNS = (
    *("X", "x", "Ｘ", "ｘ", "×", "✕", "╳", "某", "此处", "这里", "填写", "名称", "镇名", "具体数"),
    *("【】", "[]", "（）", "()", "**", "＊＊", "待核", "待统计", "待确认"),
    *("〇〇", "N场", "N次", "N件", "N人", "N余", "N份", "n场", "n次", "??", "？？", "…", "TODO"),
    *(
        "省略",
        "待补",
        "待更",
        "待完善",
        "待提供",
        "待续",
        "后补",
        "请核实",
        "请补",
        "请填",
        "请修改",
    ),
    *("请替换", "请删", "请确认", "【请", "【待", "【填", "【插", "【补", "【模板", "<", "＜"),
    *(f"{word}{mark}" for word in _BLANK_NAMES for mark in "）】)"),
    *("待补充", "待填", "待核实后填", "待完善后填", "待续写", "{{", "${", "__", "＿＿", "□", "○"),
)
_SIGN = regex("|".join(map(re.escape, _SIGNS)))
_SURNAMES = frozenset(
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘蔡蒋余杜叶程苏魏吕丁任沈姚卢姜崔"
    "钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤"
)
#: What a blank that is no name is followed by.
_FIGURE_BEHIND = regex(r"余?(?:[年月日镇乡村县市区人件次名个万元条场户份号]|街道|社区|平方|公里)")
#: Other people's names that may be hidden when a case is told.
_OTHERS_BEHIND = regex(
    r"[\u4e00-\u9fff]{0,4}?(?:公司|企业|集团|厂|店|超市|饭馆|餐馆|合作社|工地|小区|学校|网站|平台|案)"
)
_CASE = regex(r"案|诉|纠纷|当事人|申请人|原告|被告|举报|投诉|村民|居民|业主|违法|涉嫌")
#: The number of a judgment may be hidden: （2023）川0104民初XX号.
_DOCKET = regex(r"[〔（(]20\d\d[〕）)][^，。；\n]{0,12}\Z")
_DOCKET_WIDTH = 20
_MOST_QUOTES = 10


def run(reading: Reading) -> Iterator[Finding]:
    """Look for marks of blanks outside the hidden names of told cases; all are one finding."""
    blanks = [*_find_marks(reading), *_find_gaps(reading)]
    if not blanks:
        return
    words = dict.fromkeys(words for words, _ in blanks)
    quotes = dict.fromkeys(quote for _, quote in blanks)
    yield CHECK.finding(
        message=f"文中留有未填写的“{'”“'.join(words)}”，共{len(blanks)}处，请补填或删去。",
        quotes=tuple(quotes)[:_MOST_QUOTES],
        remedy="按实际数字、名称和日期补填；不需要的删去。",
    )


def _find_marks(reading: Reading) -> Iterator[tuple[str, Quote]]:
    text = reading.document.plain.text
    if _SIGN.search(text):
        for match in _BLANK.finditer(text):
            if not _hides_a_name(text, match) and not _is_bold(text, match):
                yield match[0], quote_segment(reading, match.start(), match.end())


def _find_gaps(reading: Reading) -> Iterator[tuple[str, Quote]]:
    """Only the file's own text has the white space; what was taken off the page is none."""
    document = reading.document
    if not _SPACED.search(document.text, document.extent.start, document.extent.end):
        return
    kept = [block.span for block in document.blocks]
    for match in _GAP.finditer(document.text, document.extent.start, document.extent.end):
        if any(span.start <= match.start() and match.end() <= span.end for span in kept):
            yield match[0], document.quote(Span(match.start(), match.end()))


def _is_bold(text: str, match: re.Match[str]) -> bool:
    """**普法**次数: stars in pairs are the marks of a text editor."""
    if match["stars"] is None:
        return False
    start, stop = text.rfind("\n", 0, match.start()) + 1, text.find("\n", match.end())
    found = _STARS.findall(text[start : stop if stop >= 0 else len(text)])
    return len(found) > 1 and not all(found)


def _hides_a_name(text: str, match: re.Match[str]) -> bool:
    """张××诉镇政府一案, ××公司未批先建: somebody's name, hidden on purpose."""
    if match["crosses"] is None and match["some"] is None:
        return False
    before, behind = text[match.start() - 1 : match.start()], match.end()
    if _DOCKET.search(text, max(0, match.start() - _DOCKET_WIDTH), match.start()):
        return True
    if _OTHERS_BEHIND.match(text, behind):
        return True
    if before in _SURNAMES and not _FIGURE_BEHIND.match(text, behind):
        return True
    near = text[max(0, match.start() - 12) : behind + 12]
    return _FIGURE_BEHIND.match(text, behind) is None and _CASE.search(near) is not None


CHECK = Check(
    id="placeholder-left",
    kind="placeholder",
    strength=Strength.FINDING,
    title="留有未填写内容",
    why="XX、××、待补充、（此处填写…）等模板痕迹说明数字或名称没有填；案例中隐去姓名的写法不在此列。",
    norm=FINISHED_TEXT,
    bad="全年发放普法折页5600册，受众XX余人次。",
    good="村民张某某与邻居因宅基地发生纠纷，经镇调委会3次调解达成协议。",
    run=run,
)
