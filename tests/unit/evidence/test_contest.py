"""Who owns a fact."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from scorer.evidence.contest import Ownership, hold_contest
from scorer.evidence.facts import FactKind, find_facts
from scorer.evidence.nearness import set_arena
from scorer.reading import Reading
from scorer.rubric.model import Rubric
from scorer.scoring.judge import find_contestants, find_hits

HEAD = "青禾镇2023年法治政府建设年度报告\n\n一、主要举措和成效\n"
Read = Callable[[str], Reading]


@pytest.fixture
def own(township: Rubric, read_small: Read) -> Callable[[str], dict[str, list[str]]]:
    """Map each criterion to the words of the facts it owns in a paragraph."""

    def owned(paragraph: str) -> dict[str, list[str]]:
        reading = read_small(HEAD + paragraph)
        hits = find_hits(township, reading)
        arena = set_arena(reading, hits, None)
        ownership = hold_contest(arena, find_facts(reading), find_contestants(township))
        text = reading.document.plain.text
        return {
            criterion: [text[fact.at : fact.stop] for fact in facts]
            for criterion, facts in ownership.by_criterion.items()
        }

    return owned


def test_a_figure_goes_to_the_matter_named_beside_it(
    own: Callable[[str], dict[str, list[str]]],
) -> None:
    owned = own("全年主动公开政府信息320条，调解矛盾纠纷46起，审查合同28份。")
    assert owned["measures.openness"] == ["320条"]
    assert owned["measures.disputes"] == ["46起"]
    assert owned["measures.counsel"] == ["28份"]


def test_a_figure_of_the_neighbour_is_not_taken(own: Callable[[str], dict[str, list[str]]]) -> None:
    owned = own("不断推进政务公开。聘请法律顾问2名，审查合同28份。")
    assert "measures.openness" not in owned
    assert {"2名", "28份"} <= set(owned["measures.counsel"])


def test_other_matters_keep_their_figures(own: Callable[[str], dict[str, list[str]]]) -> None:
    owned = own("积极做好防汛工作，提前转移群众132户417人。")
    assert owned == {}


def test_promises_hold_no_facts(own: Callable[[str], dict[str, list[str]]]) -> None:
    assert own("下一步，我镇将调解矛盾纠纷46起以上。") == {}


def test_the_heads_own_act_goes_to_their_duty(own: Callable[[str], dict[str, list[str]]]) -> None:
    owned = own("镇党委书记主持召开法治专题会议6次，听取汇报4次。")
    assert owned["duty.convene"] == ["6次", "4次"]


def test_what_nobody_claims_of_the_heads_is_their_drive(
    own: Callable[[str], dict[str, list[str]]],
) -> None:
    owned = own("镇长把两家人叫到一处，8月12日两家签字和好。")
    assert "duty.drive" in owned


def test_words_of_a_cited_title_claim_nothing(own: Callable[[str], dict[str, list[str]]]) -> None:
    owned = own("组织干部学习《中华人民共和国行政处罚法》4次。")
    assert "measures.enforcement" not in owned
    assert owned["measures.study"] == ["4次"]


@pytest.mark.parametrize(
    ("paragraph", "kind"),
    [
        ("全年调解纠纷46起。", FactKind.COUNT),
        ("8月12日召开听证会。", FactKind.DATE),
        ("向镇人大每半年报告依法行政工作。", FactKind.FREQUENCY),
        ("印发《青禾镇行政执法公示办法》。", FactKind.DOCUMENT),
        ("组建综合行政执法大队。", FactKind.MECHANISM),
        ("通过镇政府门户网站公开惠农补贴。", FactKind.CHANNEL),
        ("本年度未发生行政复议、行政诉讼案件。", FactKind.NONE_OCCURRED),
    ],
)
def test_a_concrete_fact_is_found(read_small: Read, paragraph: str, kind: FactKind) -> None:
    assert kind in {fact.kind for fact in find_facts(read_small(HEAD + paragraph))}


@pytest.mark.parametrize(
    "paragraph",
    [
        "不断健全完善人民调解工作机制。",
        "坚持把普法作为一项长期任务。",
        "认真落实三项制度。",
        "新修订的行政处罚法7月15日起施行。",
        "严格落实《重大行政决策程序暂行条例》。",
        "着力打造法治宣传阵地。",
    ],
)
def test_set_phrases_and_the_dates_of_laws_are_no_facts(read_small: Read, paragraph: str) -> None:
    assert find_facts(read_small(HEAD + paragraph)) == ()


def test_nobody_owns_anything_in_an_empty_contest() -> None:
    assert Ownership(by_criterion={}).of("measures.study") == ()
