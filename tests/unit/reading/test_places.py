"""Where the parts of a report stand."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from scorer.reading import Placement, Reading, Standing

TITLE = "青禾镇2023年法治政府建设年度报告\n\n"
Read = Callable[[str], Reading]


def _parts(reading: Reading) -> dict[str, str | None]:
    return {clause.text.rstrip("。；："): clause.part for clause in reading.clauses}


def test_headings_place_their_parts(read_small: Read) -> None:
    reading = read_small(
        TITLE
        + "一、主要举措和成效\n全年调解纠纷40起。\n"
        + "二、存在的不足\n（一）执法力量薄弱。\n（二）普法覆盖不够。\n"
        + "三、下一步工作打算\n（一）组织培训。\n（二）开展宣讲。\n"
    )
    for part in ("measures", "shortcomings", "plan"):
        assert reading.place(part).placement is Placement.HEADED
    assert reading.place("duty").placement is Placement.ABSENT
    parts = _parts(reading)
    assert parts["全年调解纠纷40起"] == "measures"
    assert parts["（一）执法力量薄弱"] == "shortcomings"
    assert parts["（二）开展宣讲"] == "plan"


def test_shortcomings_may_be_the_last_item_of_the_measures(read_small: Read) -> None:
    reading = read_small(
        TITLE
        + "一、工作开展情况\n（一）化解纠纷。全年调解40起。\n"
        + "（二）存在的不足。一是力量薄弱；二是宣传不够。\n"
        + "二、下一步安排\n开展培训。\n"
    )
    assert reading.place("shortcomings").placement is Placement.HEADED
    assert _parts(reading)["二是宣传不够"] == "shortcomings"
    assert _parts(reading)["开展培训"] == "plan"


def test_a_cue_opens_a_part_inside_a_paragraph(read_small: Read) -> None:
    reading = read_small(
        TITLE
        + "一、主要工作\n全年调解40起。但工作中还存在一些不足：一是力量薄弱；二是宣传不够。"
        + "下一步，我镇将加强培训。\n"
        + "二、执法工作\n全年检查12次。\n"
    )
    assert reading.place("shortcomings").placement is Placement.EMBEDDED
    assert reading.place("plan").placement is Placement.EMBEDDED
    parts = _parts(reading)
    assert parts["全年调解40起"] == "measures"
    assert parts["二是宣传不够"] == "shortcomings"
    assert parts["下一步，我镇将加强培训"] == "plan"
    assert parts["全年检查12次"] == "measures"


def test_a_heading_may_name_two_parts(read_small: Read) -> None:
    reading = read_small(
        TITLE
        + "一、主要举措成效和党政主要负责人履行第一责任人职责情况\n镇党委书记讲法治课2次。\n"
        + "二、存在的问题及下一步打算\n一是力量薄弱。下一步，加强培训。\n"
    )
    for part in ("measures", "duty", "shortcomings", "plan"):
        assert reading.place(part).placement is Placement.HEADED


def test_a_heading_that_mends_shortcomings_is_no_part(read_small: Read) -> None:
    reading = read_small(
        TITLE
        + "一、主要工作\n（一）补齐短板弱项。全年培训6期。\n"
        + "（二）上年度问题整改“回头看”。整改9个。\n"
    )
    assert reading.place("shortcomings").placement is Placement.ABSENT


def test_a_plan_for_the_heads_duty_is_a_plan(read_small: Read) -> None:
    reading = read_small(
        TITLE
        + "一、主要工作\n全年调解40起。\n"
        + "二、2024年党政主要负责人履行第一责任人职责的计划和措施\n对法治工作亲自部署、亲自过问。\n"
    )
    clause = next(c for c in reading.clauses if "亲自部署" in c.text)
    assert clause.standing is Standing.PLANNED


def test_an_ornamental_last_heading_takes_the_part_its_body_tells(read_small: Read) -> None:
    reading = read_small(
        TITLE
        + "一、扬帆奋楫开新局\n全年调解40起，检查12次。\n"
        + "二、正视差距找短板\n一是力量薄弱；二是宣传不够。\n"
        + "三、砥砺前行谱新篇\n我们将继续加强培训。我们将进一步做好宣讲。\n"
    )
    assert reading.place("plan").placement is Placement.HEADED
    assert _parts(reading)["我们将继续加强培训"] == "plan"


@pytest.mark.parametrize(
    "last",
    [
        "三、工作要求\n各村要切实加强领导。各站所要组织学习法律法规。",
        "三、有关要求\n镇党委对各村提出如下要求：\n一要加强领导。\n二要坚持会前学法，学出成效。",
        "三、聚力同行\n镇党委提出以下要求：\n一要加强领导。\n二要坚持会前学法，学出成效。",
    ],
)
def test_a_closing_list_of_demands_is_no_plan(read_small: Read, last: str) -> None:
    reading = read_small(
        TITLE + f"一、主要工作\n全年调解40起。\n二、存在的不足\n执法力量薄弱。\n{last}\n"
    )
    assert reading.place("plan").placement is Placement.ABSENT
    told = [clause for clause in reading.clauses if clause.text.startswith(("各", "二要"))]
    assert {clause.standing for clause in told} == {Standing.DEMANDED}


def test_ornament_that_sounds_like_a_plan_opens_none_before_other_parts(read_small: Read) -> None:
    reading = read_small(
        TITLE
        + "一、踏上新征程\n全年调解40起。\n二、书记、镇长怎么干\n书记主持专题会议3次。\n"
        + "三、存在的不足\n执法力量薄弱。\n四、启航新程\n2024年将组织培训。\n"
    )
    parts = _parts(reading)
    assert parts["全年调解40起"] == "measures"
    assert parts["书记主持专题会议3次"] == "duty"
    assert parts["2024年将组织培训"] == "plan"


def test_a_lack_is_answered_inside_its_own_item(read_small: Read) -> None:
    reading = read_small(
        TITLE
        + "一、主要工作\n全年调解40起。\n二、存在的问题及2024年打算\n"
        + "一是执法力量薄弱。对此，2024年将招考队员2名。\n二是普法覆盖不够。明年将入户宣讲。\n"
    )
    parts = _parts(reading)
    assert parts["一是执法力量薄弱"] == "shortcomings"
    assert parts["对此，2024年将招考队员2名"] == "plan"
    assert parts["二是普法覆盖不够"] == "shortcomings"


def test_the_last_paragraphs_of_a_narrative_are_parts_of_their_own(read_small: Read) -> None:
    reading = read_small(
        TITLE
        + "今年镇里先把规矩立了起来，调解纠纷40起。\n执法队全年检查120次，没有一件被告上法庭。\n"
        + "不足也看得见。队员只有3人，文书写得粗。\n"
        + "往后，镇里想再招2名队员；请县里的老师来教写文书。\n"
    )
    parts = _parts(reading)
    assert parts["队员只有3人，文书写得粗"] == "shortcomings"
    assert parts["请县里的老师来教写文书"] == "plan"
    assert parts["执法队全年检查120次，没有一件被告上法庭"] is None


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("第一部分 工作回顾", "第二部分 存在的不足"),
        ("壹 工作回顾", "贰 存在的不足"),
        ("【工作回顾】", "【不足】"),
        ("▌一年做了什么", "▌还差什么"),
        ("——— 回顾：一年来怎么干 ———", "——— 短板：哪里还不够 ———"),
    ],
)
def test_headings_of_every_habit_part_a_report(read_small: Read, first: str, second: str) -> None:
    reading = read_small(TITLE + f"{first}\n全年调解40起。\n{second}\n执法队只有3人，力量薄弱。\n")
    parts = _parts(reading)
    assert parts["全年调解40起"] == "measures"
    assert parts["执法队只有3人，力量薄弱"] == "shortcomings"


def test_a_part_that_lost_text_may_hold_is_undetermined(read_small: Read) -> None:
    reading = read_small(
        TITLE
        + "一、主要举措和成效\n全年调解纠纷40起。\n"
        + "二、存在的不足\n对照上级要求和群众期盼，工作中还有一些不足。"
        + "一是执法力量薄弱，专业人员偏少；"
        + "二是普法工作还没有做到全面覆盖，对外出务工人员的宣传办法不多，法治宣传\n"
    )
    assert reading.document.loses_text
    assert reading.place("plan").placement is Placement.UNDETERMINED


def test_a_lack_confessed_at_the_head_of_the_plan_is_a_shortcoming(read_small: Read) -> None:
    reading = read_small(
        TITLE
        + "一、主要工作\n全年调解40起。\n"
        + "二、下步打算\n干部依法办事的能力有待进一步提高。要办好三件事。\n"
    )
    clause = next(c for c in reading.clauses if "有待" in c.text)
    assert clause.standing is Standing.SHORTCOMING


@pytest.mark.parametrize("part", ["measures", "plan"])
def test_an_unknown_part_is_an_error(read_small: Read, part: str) -> None:
    reading = read_small(TITLE + "一、主要工作\n全年调解40起。\n")
    assert reading.place(part).part == part
    with pytest.raises(KeyError):
        reading.place("nonsense")
