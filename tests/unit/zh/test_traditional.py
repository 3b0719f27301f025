import pytest

from scorer.zh.traditional import simplify


@pytest.mark.parametrize(
    ("traditional", "simplified"),
    [
        ("陸渡街道辦事處", "陆渡街道办事处"),
        ("龍橋鎮黨委", "龙桥镇党委"),
        ("廣東省東莞市長安鎮", "广东省东莞市长安镇"),
        ("關於2023年度法治政府建設情況的報告", "关于2023年度法治政府建设情况的报告"),
        ("發布時間", "发布时间"),
        ("雲陽縣鳳鳴鄉", "云阳县凤鸣乡"),
    ],
)
def test_names_and_headings_are_simplified(traditional: str, simplified: str) -> None:
    assert simplify(traditional) == simplified


def test_simplified_text_stays_as_it_is() -> None:
    text = "重庆市璧山区大兴镇人民政府关于2023年法治政府建设情况的报告，里程、后勤、干部。"
    assert simplify(text) == text


def test_every_character_keeps_its_place() -> None:
    text = "一、夯實基礎,全面依法治街機構體系進一步健全"
    assert len(simplify(text)) == len(text)
