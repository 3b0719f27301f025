import pytest

from scorer.places.chain import is_town_name, split_chain


@pytest.mark.parametrize(
    "chain",
    [
        "重庆市|璧山区|大兴镇",
        "长沙市|天心区|坡子街街道",
        "津市市|毛里湖镇",
        "镇江市|丹徒区|高桥镇",
        "吉林省|吉林市|船营区|大绥河镇",
        "云南省|楚雄彝族自治州|禄丰市|中村乡",
        "内蒙古自治区|锡林郭勒盟|正蓝旗|上都镇",
        "麻阳苗族自治县|黄桑乡",
        "新市街道",
        "工业区街道",
        "市中区",
        "镇江市",
        "镇巴县",
        "庆阳市|镇原县|临泾镇",
        "宁阳县|乡饮乡",
        "古县渡镇",
        "大邑县|䢺江镇",
    ],
)
def test_a_written_place_falls_into_its_units(chain: str) -> None:
    names = tuple(chain.split("|"))
    assert split_chain("".join(names)) == names


@pytest.mark.parametrize(
    "chain",
    [
        "云岫县|栈溪镇",
        "越州市|镜东区|鹤桥街道",
        "广西壮族自治区|石岭县|青桐瑶族乡",
        "白杨旗|乌兰淖尔苏木",
        "云岫县",
        "栈溪镇",
    ],
)
def test_an_invented_place_falls_at_the_words_for_its_levels(chain: str) -> None:
    names = tuple(chain.split("|"))
    assert split_chain("".join(names)) == names


@pytest.mark.parametrize("text", ["", "镇", "街道", "大兴镇人民政府", "推进法治", "2023年大兴镇x"])
def test_what_is_more_than_units_is_no_chain(text: str) -> None:
    assert split_chain(text) == ()


def test_a_town_name_has_something_before_its_last_word() -> None:
    assert is_town_name("古桑瑶族乡")
    assert is_town_name("坡子街街道")
    assert not is_town_name("街道")
    assert not is_town_name("镇")
    assert not is_town_name("璧山区")
    assert not is_town_name("庆阳市镇")
