import pytest

from scorer.places.gazetteer import find_provinces, find_units, is_upper_unit


@pytest.mark.parametrize(
    ("name", "within", "code", "path"),
    [
        ("大兴镇", ("璧山区",), "500120102", ("重庆市", None, "璧山区", "大兴镇")),
        ("大兴镇", ("重庆市",), "500120102", ("重庆市", None, "璧山区", "大兴镇")),
        ("沙溪镇", ("中山市",), "442000106", ("广东省", "中山市", None, "沙溪镇")),
        ("沙溪镇", ("广东省", "中山市"), "442000106", ("广东省", "中山市", None, "沙溪镇")),
        ("大张庄镇", ("天津市",), "120113108", ("天津市", None, "北辰区", "大张庄镇")),
        ("文疃镇", (), "371327108", ("山东省", "临沂市", "莒南县", "文疃镇")),
        ("武冈市", (), "430581", ("湖南省", "邵阳市", "武冈市", None)),
        ("仙桃市", (), "429004", ("湖北省", None, "仙桃市", None)),
        ("中山市", (), "442000", ("广东省", "中山市", None, None)),
        ("重庆市", (), "500000", ("重庆市", None, None, None)),
        ("鼓楼区", ("南京市",), "320106", ("江苏省", "南京市", "鼓楼区", None)),
    ],
)
def test_a_name_with_what_it_lies_in_is_one_unit(
    name: str, within: tuple[str, ...], code: str, path: tuple[str | None, ...]
) -> None:
    (unit,) = find_units(name, *within)
    assert unit.code == code
    assert unit.path == path
    assert unit.name == name


@pytest.mark.parametrize(("name", "count"), [("大兴镇", 15), ("沙溪镇", 9), ("鼓楼区", 4)])
def test_a_name_with_namesakes_gives_them_all_in_order_of_code(name: str, count: int) -> None:
    codes = [unit.code for unit in find_units(name)]
    assert len(codes) == count
    assert codes == sorted(codes)


@pytest.mark.parametrize(
    ("name", "within"),
    [
        ("", ()),
        ("云栈溪镇", ()),
        ("大兴", ()),
        ("没有此镇", ()),
        ("大兴镇", ("莒南县",)),
        ("璧山区", ("璧山区",)),
        ("500120102", ()),
        ("大兴镇", ("不存在县", "重庆市")),
    ],
)
def test_a_name_that_is_no_unit_there_gives_nothing(name: str, within: tuple[str, ...]) -> None:
    assert find_units(name, *within) == ()


def test_a_township_that_lies_right_in_a_prefecture_has_no_county() -> None:
    (unit,) = find_units("小扬气镇")
    assert unit.path == ("黑龙江省", "大兴安岭地区", None, "小扬气镇")


def test_upper_units_are_known_by_name_and_townships_are_none() -> None:
    assert is_upper_unit("镇江市")
    assert is_upper_unit("正蓝旗")
    assert not is_upper_unit("文疃镇")


def test_provinces_are_known_by_their_short_names() -> None:
    provinces = find_provinces()
    assert len(provinces) == 33
    assert provinces["广西"] == "广西壮族自治区"
    assert provinces["黑龙江"] == "黑龙江省"
    assert provinces["内蒙古"] == "内蒙古自治区"
