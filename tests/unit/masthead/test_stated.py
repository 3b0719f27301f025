import pytest

from scorer.masthead.stated import (
    Stated,
    find_addressed_places,
    find_province,
    find_ruled_places,
    find_told_places,
)


@pytest.mark.parametrize(
    ("chain", "levels"),
    [
        (("重庆市", "璧山区"), ("重庆市", None, "璧山区")),
        (("中山市",), (None, "中山市", None)),
        (("武冈市",), (None, None, "武冈市")),
        (("永泽市",), (None, None, "永泽市")),
        (("永泽市", "祝塘区"), (None, "永泽市", "祝塘区")),
        (("云泽省", "永泽地区", "云岫县"), ("云泽省", "永泽地区", "云岫县")),
        (("永泽自治州",), (None, "永泽自治州", None)),
        (("白音旗",), (None, None, "白音旗")),
        (("栈溪镇",), (None, None, None)),
    ],
)
def test_a_name_takes_its_level(
    chain: tuple[str, ...], levels: tuple[str | None, str | None, str | None]
) -> None:
    assert Stated().add(chain).levels == levels


def test_what_is_stated_first_stays() -> None:
    stated = Stated().add(("云岫县",)).add(("永泽市", "祝塘区")).add(("浙江省",))
    assert stated.names == ("浙江省", "云岫县")
    assert not stated.known


def test_places_are_read_off_an_addressee() -> None:
    places = find_addressed_places("中共云岫县委、云岫县人民政府")
    assert places == (("云岫县",), ("云岫县",))
    assert find_addressed_places("县委、县政府") == ()
    assert find_addressed_places("县委全面依法治县委员会") == ()


def test_places_are_told_by_where_it_lies_and_how_it_opens() -> None:
    told = find_told_places("柳汊街道地处永泽市祝塘区老城。", "落实福建省、云岫县下达的任务。")
    assert list(told) == [("永泽市", "祝塘区"), ("福建省", "云岫县")]


def test_places_are_told_by_their_own_rules() -> None:
    text = "落实《云岫县2020年工作要点》和《永泽市行政执法办法》。"
    assert list(find_ruled_places(text)) == [("云岫县",), ("永泽市",)]


@pytest.mark.parametrize("text", ["《粤港澳大湾区规划》", "《社区管理办法》", ""])
def test_other_titles_tell_no_place(text: str) -> None:
    assert list(find_ruled_places(text)) == []


@pytest.mark.parametrize(
    ("text", "province"),
    [
        ("贯彻习近平总书记对四川工作系列重要指示", "四川省"),
        ("贯彻习近平总书记视察广西重要讲话", "广西壮族自治区"),
        ("贯彻习近平总书记来陕考察重要讲话", "陕西省"),
        ("学习《浙江省行政执法条例》", "浙江省"),
        ("学习《广西壮族自治区条例》", "广西壮族自治区"),
        ("学习《某某省规定》", None),
        ("网站标识码1 鲁ICP备06010595号", "山东省"),
        ("习近平总书记关于东北全面振兴的重要讲话", None),
        ("ICP备", None),
    ],
)
def test_the_province_is_the_one_spoken_of(text: str, province: str | None) -> None:
    assert find_province(text) == province
