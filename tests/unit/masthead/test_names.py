import gzip
from pathlib import Path

import pytest

from scorer.masthead.names import find_names, is_place, kind_of
from scorer.places import gazetteer


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("云岫县栈溪镇人民政府关于2023年法治政府建设情况的报告", ["云岫县|栈溪镇"]),
        ("2025年度桂木乡法治政府建设情况报告", ["桂木乡"]),
        ("二〇二三年度桂木乡法治政府建设情况报告", ["桂木乡"]),
        ("中共槐荫坡镇委员会槐荫坡镇人民政府", ["槐荫坡镇", "槐荫坡镇"]),
        ("祝塘区人民政府柳汊街道办事处", ["祝塘区|柳汊街道"]),
        ("南宁市西乡塘区西乡塘街道办事处", ["南宁市|西乡塘区|西乡塘街道"]),
        ("津市市毛里湖镇", ["津市市|毛里湖镇"]),
        ("璧山大兴镇", ["璧山区|大兴镇"]),
        ("狼山镇街道办事处", ["狼山镇街道"]),
        ("关于镇江市丹徒区高桥镇的情况", ["镇江市|丹徒区|高桥镇"]),
        ("栈溪镇、白河镇", ["栈溪镇", "白河镇"]),
    ],
)
def test_towns_are_found_with_the_units_before_them(text: str, names: list[str]) -> None:
    assert ["|".join(name.chain) for name in find_names(text)] == names


@pytest.mark.parametrize(
    "text",
    [
        "镇江市",
        "镇巴县人民政府",
        "乡镇街道",
        "区属街道",
        "我镇",
        "推进依法治镇",
        "萍乡市",
        "乡村振兴",
        "城镇化",
        "各乡镇",
        "XX镇",
        "",
        "乡镇党委",
        "一个十分长而不像任何地名的说法的镇",
    ],
)
def test_other_words_with_town_in_them_are_no_towns(text: str) -> None:
    assert find_names(text) == ()


def test_a_name_knows_its_body_and_its_words() -> None:
    party, government = find_names("中共云岫县栈溪镇委员会 栈溪镇人民政府")
    assert (party.text, party.body, party.governs) == ("云岫县栈溪镇委员会", "委员会", False)
    assert (government.text, government.unit) == ("栈溪镇人民政府", "栈溪镇")
    assert government.governs
    assert government.start == 12


def test_in_running_text_a_clause_before_the_word_is_no_place() -> None:
    assert is_place("明确镇")
    assert not is_place("明确镇", told=True)
    assert is_place("向阳镇", told=True)


@pytest.mark.parametrize(
    ("unit", "kind"),
    [
        ("栈溪镇", "镇"),
        ("桂木乡", "乡"),
        ("梅峒苗族乡", "民族乡"),
        ("柳汊街道", "街道"),
        ("白音浩来苏木", "苏木"),
        ("云岫县", None),
    ],
)
def test_the_kind_is_the_last_word(unit: str, kind: str | None) -> None:
    assert kind_of(unit) == kind


def test_a_word_that_ends_otherwise_is_no_place() -> None:
    assert not is_place("云岫县")


def test_towns_all_over_the_gazetteer_are_found_in_a_title() -> None:
    table = Path(gazetteer.__file__).parent / "data" / "divisions.txt.gz"
    towns = gzip.decompress(table.read_bytes()).decode("utf-8").partition("\n\n")[2]
    names = [line.split(" ")[0] for line in towns.splitlines()[::37]]
    title = "{}2023年法治政府建设年度报告"
    assert len(names) > 800
    missed = [name for name in names if [n.unit for n in find_names(title.format(name))] != [name]]
    assert missed == ["奎依巴格区公所"]  # a district office of old, one of two left
