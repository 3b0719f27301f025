"""Ends of paragraphs that ask for more: what should follow them was lost."""

from __future__ import annotations

import re

from scorer.cache import regex

#: Nothing ends with these.
_JOINING = (
    "以及|并且|及其|并|而且|而|但|但是|因此|从而|进而|此外|另外|尤其是|特别是"
    "|例如|由于|因为|为了|按照|围绕|针对|依托|借助|对于|至于|截至|自从|进一步"
    "|切实|力争|争取|大力|以便|以期|旨在|会同|即|并将|还|也|更|最|每|逾"
    "|未|的|是|，|、"
)
#: Nothing ends with these but behind the letters that make another word of them.
_UNLESS = {
    "对": "应面校核反配相",
    "与": "参",
    "为": "行作因成认以人",
    "和": "总平缓调温",
    "向": "方导趋走动风意去",
    "在": "存所现潜自内",
    "由": "理自事缘",
    "从": "服听顺",
    "至": "甚乃备",
    "给": "补供发拨",
    "将": "干大",
    "近": "靠临邻远就附",
    "使": "行驶促天",
    "让": "转礼出",
    "达": "到传下送直抵发表",
    "把": "火",
    "被": "覆棉",
    "如": "例比",
    "超": "赶反",
    "及": "普以涉兼顾波触",
    "占": "侵强抢霸挤",
    "以": "可予难得加",
    "兼": "自",
    "已": "而不",
    "都": "首成",
    "该": "应",
    "不": "无",
    "约": "公契签相条节制违预集",
    "根据": "本",
    "距离": "定段大小长短有的近远些差",
    "其中": "于入在",
    "结合": "相紧治管防",
    "同时": "与的",
    "包括": "不",
    "关于": "有相",
}
#: Verbs that want an object, where nothing has been said that they could be told of.
_VERBS = (
    "推动|推进|加强|开展|组织|落实|制定|受理|调解|办理|做好|抓好|搞好|完善|健全|建立|设立|成立|强化|提升|提高|确保|实现|形成"
    "|营造|邀请|聘请|联合|坚持|严格|不断|建设|举办|召开|印发|发放|规范|化解|处理|解决|共计|全年|持续|充分发挥|新增|打造|推行"
)
_BARE_VERB = regex(
    rf"(?:(?:^|[，；：、])(?:(?:再|又|要|还|并|同时|将|继续|进一步|积极|主动|深入|大力|认真|全面|着力|争取|力争|努力|带头|切实|重点|及时)*)"
    rf"|在[^，。；]{{2,14}}|对[^，。；]{{2,14}}的?)(?:{_VERBS})$"
)
#: 邻里纠纷114件、土地纠纷: the last of a list lacks its count.
_COUNTLESS = regex(
    r"(?:其中|分别)[^。；]*\d+(?:[件起宗人名个次场份户条项家处万]|场次|人次)、[\u4e00-\u9fff]{2,8}$"
)
_OPENED = regex(r"[（“《][^）”》]{0,24}$")
_BEHIND_COMMA = regex(r"[，；](?:及时|每月|每年|每季度|每周|通过|依据|一并|由其|目前|目前正在)$")
_COUNTING = regex(r"(?:共|共计|累计|达|完成|办结|调解|化解|受理|发放|开展|排查|其中)\d+$")
#: Behind these a full stop stands wrongly.
_NEVER_CLOSED = regex(
    r"(?:以及|并且|及其|为了|由于|按照|(?<!本)根据|从而|以便|对于|(?<![有相])关于|，并|，同时|、|，)$"
)


def _compile_words() -> re.Pattern[str]:
    told = (f"(?<![{letters}]){word}" for word, letters in _UNLESS.items())
    return regex(f"(?:{_JOINING}|{'|'.join(told)})$")


_WORDS = _compile_words()
_ALL = (_WORDS, _BARE_VERB, _COUNTLESS, _OPENED, _COUNTING, _BEHIND_COMMA)


def hangs(words: str) -> bool:
    """Whether a paragraph without a closing mark breaks off in its last words."""
    return any(pattern.search(words) for pattern in _ALL)


def closes_wrongly(words: str) -> bool:
    """Whether a sentence was closed behind words that ask for more."""
    return _NEVER_CLOSED.search(words) is not None
