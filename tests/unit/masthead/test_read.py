from collections.abc import Callable

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from scorer.document import Document
from scorer.masthead import Sourced, read

LINES = st.sampled_from(
    [
        "云岫县栈溪镇人民政府文件",
        "栈政发〔2024〕3号",
        "云岫县栈溪镇人民政府",
        "关于2023年度法治政府建设情况的报告",
        "栈溪镇2023年法治政府建设年度报告",
        "建设工作情况",
        "县委、县政府：",
        "2023年，栈溪镇坚持依法行政。现报告如下：",
        "# 一、2023年主要举措",
        "# 四、2024年工作安排",
        "+ 继续努力",
        "全年学法十二次",
        "特此报告。",
        "2024年2月30日",
        "二〇二四年一月",
        "@crumb 首页 > 栈溪镇 >",
        "@page 发布时间：2024-13-45 来源：栈溪镇",
        "@catalogue 名称： 栈溪镇报告 发布日期：",
        "@footer 主办：云岫县人民政府",
        "龍橋鎮、",
        "  ",
        "",
    ]
)


@given(st.lists(LINES, min_size=1, max_size=14).filter(lambda lines: lines[0][:2] != "+ "))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_any_order_of_lines_is_read_and_every_place_lies_in_the_text(
    make_document: Callable[[str], Document], lines: list[str]
) -> None:
    if not any(line.strip() and line[0] not in "@+" for line in lines[:1]):
        lines = ["正文。", *lines]
    document = make_document("\n".join(lines))
    masthead = read(document)
    facts = (masthead.title, masthead.issuer, masthead.year, masthead.signature, masthead.signed)
    spans = [fact.span for fact in facts if isinstance(fact, Sourced)]
    assert all(0 <= span.start < span.end <= len(document.text) for span in spans)
    assert all(document.slice(span).strip() for span in masthead.frame)
    assert list(masthead.frame) == sorted(set(masthead.frame))
    assert read(document) == masthead
