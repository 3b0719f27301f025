"""The Chinese words and figures by which every renderer shows the values of a scorecard."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

from scorer.masthead.model import Origin
from scorer.reading.model import Placement
from scorer.scorecard import Outcome, ReportFacts, Total
from scorer.zh.dates import write_date

OUTCOME_WORDS = {
    Outcome.MET: "达标",
    Outcome.PARTIAL: "部分达标",
    Outcome.MISSING: "缺失",
    Outcome.UNDETERMINED: "无法判定",
    Outcome.NOT_APPLICABLE: "不适用",
}

#: One sign for each outcome, as inspectors write them; all of them are in GBK.
OUTCOME_SIGNS = {
    Outcome.MET: "√",
    Outcome.PARTIAL: "△",
    Outcome.MISSING: "×",
    Outcome.UNDETERMINED: "？",
    Outcome.NOT_APPLICABLE: "／",
}

PLACEMENT_WORDS = {
    Placement.HEADED: "有单独标题",
    Placement.EMBEDDED: "写在其他部分之中",
    Placement.ABSENT: "全文未见",
    Placement.UNDETERMINED: "文本不完整，无法判定",
}

ORIGIN_WORDS: dict[str, str] = {
    Origin.TITLE: "标题",
    Origin.SIGNATURE: "落款",
    Origin.LETTERHEAD: "文件版头",
    Origin.PAGE: "网页信息栏",
    Origin.BODY: "正文",
}

#: Families of finding kinds, by the word before the dot.
FAMILY_WORDS = {
    "arithmetic": "数字",
    "citation": "引用",
    "date": "日期",
    "duplicate": "重复",
    "identity": "主体",
    "numbering": "序号",
    "placeholder": "占位",
    "substance": "内容",
    "tense": "年份",
    "truncated": "残缺",
    "typo": "用字",
}

#: Column heads two characters wide, so that six of them fit a table.
SHORT_PARTS = {
    "form": "要素",
    "measures": "举措",
    "duty": "履职",
    "shortcomings": "不足",
    "plan": "安排",
    "systems": "制度",
}

_CENT = Decimal("0.01")


def show_number(value: Decimal) -> str:
    """Plain digits without trailing zeros, at most two behind the point."""
    rounded = value.quantize(_CENT, rounding=ROUND_HALF_UP)
    digits = f"{rounded:f}".rstrip("0").rstrip(".")
    return "0" if digits == "-0" else digits


def show_total(total: Total) -> str:
    """The total out of the rubric's points, or what the open criteria allow: `78–84`."""
    low, high = show_number(total.low), show_number(total.high)
    return low if low == high else f"{low}–{high}"


def show_date(iso: str | None) -> str | None:
    """`2024-01-05` as 2024年1月5日; None where there is no date."""
    return None if iso is None else write_date(iso)


def show_year(year: int | None) -> str:
    """The reporting year as a heading says it."""
    return "年度不详" if year is None else f"{year}年度"


def town_name(report: ReportFacts) -> str:
    """The shortest name a reader knows the issuer by."""
    return report.region[3] or report.issuer or "报送单位不详"


def family_word(kind: str) -> str:
    """The Chinese name of a finding's family."""
    return FAMILY_WORDS.get(kind.partition(".")[0], "其他")


def short_part(part_id: str, title: str) -> str:
    """A column head for a part; of a part that nobody named, the first two characters."""
    return SHORT_PARTS.get(part_id, title[:2])
