"""What a sentence confesses: words of a lack, of what only announces one, and of its cause."""

from __future__ import annotations

import re

from scorer.cache import regex

#: Words of a lack; as a bare noun (有关不足, 存在的问题) they only announce one.
_LACK = regex(
    r"""
    不(?:够|高|强|到位|全面?|细|实|多|平衡|规范|及时|完善|整齐|深|广|熟|相称|适应|匹配|充分|均衡|严)
    | (?<!有关)(?<!知)(?<!存在的)(?<!存在)(?<!上述)(?<!这些)不足(?!之处|和原因|及原因|[：。]|\d)
    | 有待 | 薄弱(?!环节[：。和]) | 偏[弱少低大慢] | 滞后 | 缺乏 | 缺少 | 欠缺 | 短缺 | 弱项
    | 跟不上
    | 参差 | 单一 | 局限 | 浮于 | 流于 | 空白 | 断档 | 脱节 | 生疏 | 堵点 | 死角 | 较慢
    | 慢(?=[，。；]|$) | 短板
    | [晚迟]了 | 没有?(?:换|跟上|建|配|签|审|报|清理) | [数量手员费会点]少(?!数)
    | 尚未 | 未能 | 亟[待需] | 难以 | 突出(?=[；。，]|$) | 不会 | 不懂 | 不愿 | 没(?:有)?做[细实到]
    | [仍还尚]需(?:进一步)?(?:加强|提升|提高|完善|改进|加大|强化|深化|健全|规范|增强)
    """,
    re.VERBOSE,
)
#: What a lack may also be told by where the whole part is about lacks.
_LACK_TOLD = regex(
    r"没(?!有最)|未(?!来)|晚了|拖延|只有\d|仅有|不(?:知|敢|了|清|明|见|顺|力|匀|齐|牢|灵|准|热|透|过来)"
)
#: Modest words that confess nothing.
_NO_LACK = regex(
    r"知不足|永远在路上|不骄不躁|不负|清醒|没有终点|止境|回避|护短|休止|归零|对标|赶考|自省|认真加以"
)
#: A sentence that only announces shortcomings.
_ANNOUNCES = regex(
    r"(?:存在|还有|仍有|有)着?(?:以下|一些|一定|不少|若干|诸多|许多|较大|突出|一[处项个]|几个方面|的)*"
    r"(?:问题|不足|差距|距离|短板|薄弱环节)(?:亟待补齐)?"
    r"|^[^，。；]{0,6}(?:不足|短板|差距|短处|毛病|欠账|问题)(?:也|还|仍|都|是)*"
    r"(?:明摆着|明显|不少|有|有的|有几处|看得见的?|要讲|要说|摆在那里)?[。，：]?$|主要不足有|[查分][摆析](?:问题|原因)"
)
#: A sentence that announces one shortcoming alone: 还有一个明显短板，就是…; 最大的短板是….
_ANNOUNCES_ONE = regex(
    r"(?:一[个处项块](?:比较|较为|较|最|很|十分|非常)?(?:突出|明显|主要|大)?|最(?:大|突出|明显|主要))的?"
    r"(?:问题|短板|不足|弱项|差距|欠缺|毛病)"
)
#: A set phrase that could stand in any report: X有待(进一步)Y.
_SET_PHRASE = regex(
    r"""
    (?:[一二三四五六七八九十]{1,3}是)? [^，。；]{0,16}?
    (?:有待|需要?|仍需|还需|尚需|亟待|亟需)(?:于)?(?:进一步|继续|不断)?
    (?:加强|提升|提高|增强|健全|完善|树牢|转变|激发|深化|拓展|优化|改进|强化|创新|夯实|规范|加大|巩固|压实)
    """,
    re.VERBOSE,
)
_WHO_OR_WHERE = regex(
    r"老人|老年|留守|外出|务工|返乡|青少年|学生|(?:个别|部分|少数)(?!.{0,6}(?:干部|同志|人员|领导|党员|群众))|边远|偏远|沿|企业|商户|村民|农户|牧民|渔|"
    r"村居|村级|村（|社区|网格|执法人员|执法队|辅助人员|调解员|队员|站所|司法所|专业人|法律专业|案卷|文书|"
    r"台账|合同|证据|程序|取证|听证|裁量|备案|无证|无照|违建|食品|环境|农村|土地|征地|宅基地|物业|设备|装备|"
    r"平台|线上|短视频|讲座|资料|经费|编制|窗口|流程|时限|系统|会议|村规民约|矛盾|信访|乡场|集市|山区|库区"
)
_FIGURE = regex(
    r"\d|[一二两三四五六七八九十百]+(?:余|多|来)?[个名人件起份次处台项条天村]|[两三四五六七八九]年|一半|分之|[一二两三四五六七八九]成|《"
)
_DONE_AFTER_ALL = regex(r"^(?:但|而)?(?:虽|尽管|一年来|过去)|成效|成绩|成功")
#: A cause that is only hinted at: 这与财力紧张有一定关系, 人手不足也有一定影响.
_HINT = regex(
    r"[与和同跟][^，。；]{2,24}(?:有关|有(?:一定|很大|直接|较大|密切)?的?(?:关系|影响|联系))"
    r"|[^，。；]{2,}(?:也|都)?有(?:一定|很大|较大|些)的?影响|有[^，。；]{2,20}(?:方面)?的?(?:因素|原因)"
)
_CAUSE = regex(
    r"""
    因为 | 由于 | (?<![原成起])因(?=[^此而为素人，。、]{2}) | 原因(?:是|在于|主要|有)
    | 究其 | 缘由 | 源于 | 根源 | 根子 | 归根 | 导致 | 致使 | 造成 | 使得
    | 之所以[^。；]{0,24}(?:是|在于|因|缘|由于) | 症结
    | 说到底 | 出在
    | 受[^，。；]{2,16}(?:影响|制约|限制|所限)
    | 主要是(?:因|由|缺|没|受)
    """,
    re.VERBOSE,
)
#: A lack that says nothing beyond a set phrase is shorter than this.
_TELLING = 8
_PROMISES_CAUSE = regex(r"原因|成因|根源|缘由|剖析|症结")


def confesses(text: str) -> bool:
    """Whether the text names a lack in plain words, beyond announcing that there are some."""
    return _LACK.search(_ANNOUNCES.sub("", text)) is not None


def confesses_in_any_words(text: str) -> bool:
    """The same where the whole part is about lacks, so that plain 没有 and 未 tell one too."""
    told = _LACK_TOLD.search(_ANNOUNCES.sub("", text)) is not None
    return confesses(text) or (told and _NO_LACK.search(text) is None)


def announces_one(text: str) -> bool:
    """Whether the text says that there is one shortcoming."""
    return _ANNOUNCES_ONE.search(text) is not None


def is_specific(text: str) -> bool:
    """Whether a lack says where or in what, in words of its own and not only why."""
    cause = _CAUSE.search(text)
    rest = _SET_PHRASE.sub("", text[: cause.start()] if cause else text)
    lacking = _LACK.search(text) or _LACK_TOLD.search(text)
    where = _WHO_OR_WHERE.search(rest) or any(map(_measures, rest.split("，")))
    return bool(where and lacking and len(rest) >= _TELLING)


def gives_cause(text: str) -> bool:
    """Whether the text says why."""
    return _CAUSE.search(text) is not None


def _measures(piece: str) -> bool:
    """Whether a comma clause holds a figure of what is lacking, not of what was done after all."""
    return _FIGURE.search(piece) is not None and _DONE_AFTER_ALL.search(piece) is None


def hints_at_cause(text: str) -> bool:
    """Whether the text only hints at why."""
    return _HINT.search(text) is not None


def promises_cause(text: str) -> bool:
    """Whether a heading or lead-in says that causes will be told."""
    return _PROMISES_CAUSE.search(text) is not None


def lists_lack_behind(text: str) -> bool:
    """Whether one comma clause names a lack behind the lack of another."""
    rest = _SET_PHRASE.sub("", text)
    return len([piece for piece in rest.split("，") if _LACK.search(piece)]) > 1
