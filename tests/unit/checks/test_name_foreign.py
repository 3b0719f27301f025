"""Title and signature, which only the whole reading of a file tells."""

import pytest

from scorer import ingest, masthead, mentions, reading
from scorer.checks import name_foreign

BODY = """
一、主要举措和成效
全年办结行政处罚案件6件，调处纠纷46起，开展宣讲12场，培训执法人员2次，公开信息120条。
二、存在的不足
一是执法力量偏弱，原因是编制少。
三、2024年工作打算
一是充实执法队伍。

"""


def findings(title: str, signature: str) -> list[str]:
    (document,) = ingest.read("report.txt", f"{title}\n{BODY}{signature}\n2024年1月15日\n".encode())
    report = reading.read(document, masthead.read(document), mentions.read(document.plain), ())
    return [finding.computed for finding in name_foreign.run(report)]


@pytest.mark.parametrize(
    ("title", "signature"),
    [
        ("石桥镇2023年法治政府建设年度报告", "柳湾镇人民政府"),
        ("清江县石桥镇2023年法治政府建设年度报告", "清江县柳湾镇人民政府"),
        ("石桥镇人民政府关于2023年法治政府建设情况的报告", "中共柳湾镇委员会\n柳湾镇人民政府"),
    ],
)
def test_another_town_that_signs_is_found(title: str, signature: str) -> None:
    assert findings(title, signature) == ["石桥镇≠柳湾镇"]


@pytest.mark.parametrize(
    ("title", "signature"),
    [
        ("石桥镇2023年法治政府建设年度报告", "石桥镇人民政府"),
        ("石桥镇2023年法治政府建设年度报告", "清江县石桥镇人民政府"),
        ("清江县石桥镇2023年法治政府建设年度报告", "石桥镇党委　石桥镇政府"),
        ("2023年法治政府建设年度报告", "柳湾镇人民政府"),
        ("古岭瑶族乡2023年法治政府建设年度报告", "古岭乡人民政府"),
        ("石桥镇2023年法治政府建设年度报告", "镇人民政府"),
        ("石桥街道2023年法治政府建设年度报告", "清江区人民政府石桥街道办事处"),
        ("石桥街道2023年法治政府建设年度报告", "中共清江区石桥街道工作委员会"),
    ],
)
def test_the_same_town_written_otherwise_is_not(title: str, signature: str) -> None:
    assert findings(title, signature) == []
