"""The norms that several checks rest on, in words that may be shown to a town."""

from __future__ import annotations

from scorer.finding import Force, Norm

CONSISTENT_FIGURES = Norm(
    text="报告中的数据应当前后一致、相互印证，比率和合计应当能由所列数字算出。",
    force=Force.ADVISORY,
)
TRUE_DATES = Norm(text="成文日期应当真实存在，且不早于报告中已经发生的事项。", force=Force.ADVISORY)
FINISHED_TEXT = Norm(
    text="正式报送和公开的报告应当是以本单位名义写成的定稿，数字、名称和日期填写完整，文字不重复，序号连续。",
    force=Force.ADVISORY,
)
FAITHFUL_COPY = Norm(
    text="公开文本应当与原件一致、完整；此项只提示文本质量，不作为扣分依据。", force=Force.ADVISORY
)
PUBLISH_BY_APRIL = Norm(
    text="《法治政府建设与责任落实督察工作规定》第二十四条（年度报告应于每年4月1日前向社会公开）",
    force=Force.BINDING,
)
OWN_SUBSTANCE = Norm(
    text="报告各部分应当写各自要求的具体内容，不重复其他部分，不以一两句概括代替。",
    force=Force.ADVISORY,
)
