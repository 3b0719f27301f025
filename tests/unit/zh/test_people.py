from __future__ import annotations

import pytest

from scorer.zh.people import find_people


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("镇党委书记郭长海在三级干部会上讲话。", {"郭长海"}),
        ("镇长：周　岚，分管副镇长杨旭兼任主任。", {"周　岚", "杨旭"}),
        ("由陈慕海同志主讲，任小军同志参加。", {"陈慕海", "任小军"}),
        ("镇长艾尔肯·买买提主持会议。", {"艾尔肯·买买提"}),
        ("组长：刘小群\n副组长：马维刚、石玉萍", {"刘小群", "马维刚", "石玉萍"}),
        ("成员：任志强、欧阳文", {"任志强", "欧阳文"}),
        ("联系人：李国忠，联系电话：0000-0000000", {"李国忠"}),
        ("镇长王立群7月批示3次", {"王立群"}),
    ],
)
def test_a_name_is_told_by_the_office_or_the_word_behind_it(text: str, names: set[str]) -> None:
    assert find_people([text]) == names


@pytest.mark.parametrize(
    "text",
    [
        "镇党委书记任组长、镇长任副组长的领导小组。",
        "书记高度重视，镇长严格履行职责。",
        "书记和镇长把法治建设工作同部署。",
        "所长和一名公职律师参加。",
        "镇长全年主持会议3次，书记常说，要依法办事。",
        "镇长向镇人大主席团报告，主任包案化解3件。",
        "以习近平同志为核心的党中央；学习习近平总书记重要讲话。",
        "党政主要负责同志；两位主要负责同志；有的同志；派出所的同志；16名同志。",
        "局长关于法治的讲话，书记于年初在会上部署，律师方面。",
        "成员单位同志参加，党员同志带头。",
        "书记、刘镇长没有把法治挂在嘴边。",
    ],
)
def test_words_that_begin_with_a_surname_are_no_names(text: str) -> None:
    assert find_people([text]) == frozenset()
