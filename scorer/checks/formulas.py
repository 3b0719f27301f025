"""Central formulas and fixed names that every report repeats and may repeat."""

from __future__ import annotations

from scorer.cache import regex

_FORMULAS = (
    "习近平新时代中国特色社会主义思想",
    "习近平法治思想",
    "习近平总书记关于全面依法治国的重要论述",
    "习近平总书记重要讲话和重要指示批示精神",
    "增强“四个意识”、坚定“四个自信”、做到“两个维护”",
    "深刻领悟“两个确立”的决定性意义",
    "党政主要负责人履行推进法治建设第一责任人职责",
    "重要工作亲自部署、重大问题亲自过问、重点环节亲自协调、重要任务亲自督办",
    "法治国家、法治政府、法治社会一体建设",
    "依法治国、依法执政、依法行政共同推进",
    "科学立法、严格执法、公正司法、全民守法",
    "办事依法、遇事找法、解决问题用法、化解矛盾靠法",
    "职能科学、权责法定、执法严明、公开公正、智能高效、廉洁诚信、人民满意",
    "公众参与、专家论证、风险评估、合法性审查、集体讨论决定",
    "行政执法公示、执法全过程记录、重大执法决定法制审核",
    "行政执法公示制度、执法全过程记录制度、重大执法决定法制审核制度",
    "小事不出村、大事不出镇、矛盾不上交",
    "法定职责必须为、法无授权不可为",
    "决策权、执行权、监督权既相互制约又相互协调",
    "严格规范公正文明执法",
    "谁执法谁普法",
    "新时代“枫桥经验”",
    "党的全面领导",
    "加强党对法治政府建设的领导",
)
_NUMERAL = "[一二三四五六七八九十]"
_MEETINGS = rf"党的{_NUMERAL}{{2,3}}大(?:和{_NUMERAL}+届[一二三四五六七八九十历次]+全会)?精神"
_TITLE = regex(r"《[^《》\n]{1,60}》")
_MARKS = regex(r"[“”‘’、，。；：！？（）()\s]")
_FIXED = regex("|".join((_MEETINGS, *(_MARKS.sub("", formula) for formula in _FORMULAS))))
_JOINING = regex(r"坚持以|以|为指导|深入|全面|认真|学习|贯彻|落实|紧紧围绕")


def own_words(text: str) -> str:
    """What is left of the text without titles, formulas, marks and the words that join them."""
    unmarked = _MARKS.sub("", _TITLE.sub("", text))
    return _JOINING.sub("", _FIXED.sub("", unmarked))
