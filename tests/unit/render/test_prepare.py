from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from scorer.document import Quote
from scorer.finding import Force, Norm, Strength
from scorer.reading.model import Placement
from scorer.render.prepare import prepare, rank_needs
from scorer.scorecard import Scorecard


def test_needs_of_equal_gain_stand_in_the_order_of_the_rubric(whole: Scorecard) -> None:
    twos = [need.id for need in rank_needs(whole.criteria) if need.gain == Decimal(2)]
    assert twos == ["form.structure", "measures.documents", "measures.decisions", "plan.year"]


def test_what_nobody_can_tell_is_no_need(cut_off: Scorecard) -> None:
    assert [need.id for need in rank_needs(cut_off.criteria)] == ["duty.drive"]


def test_the_heading_counts_the_first_needs(
    whole: Scorecard, cut_off: Scorecard, full_marks: Scorecard
) -> None:
    headings = [prepare(card).first_heading for card in (whole, cut_off, full_marks)]
    assert headings == ["先补这三项", "先补这一项", ""]


def test_findings_stand_in_the_order_of_the_text(whole: Scorecard) -> None:
    turned = replace(whole, findings=whole.findings[::-1])
    assert prepare(turned).problems == prepare(whole).problems
    assert [finding.family for finding in prepare(whole).problems] == ["数字", "占位"]


def test_a_finding_without_quotes_stands_first(whole: Scorecard) -> None:
    bare = replace(whole.findings[1], quotes=())
    card = prepare(replace(whole, findings=(whole.findings[0], bare)))
    assert [finding.family for finding in card.problems] == ["占位", "数字"]


def test_a_finding_that_cost_nothing_shows_no_deduction(whole: Scorecard) -> None:
    assert [finding.deducted for finding in prepare(whole).problems] == ["1", ""]


def test_every_finding_is_shown_once(whole: Scorecard) -> None:
    card = prepare(whole)
    shown = len(card.problems) + len(card.hints) + len(card.text_quality)
    assert shown == len(whole.findings)
    assert {finding.strength for finding in whole.findings} == set(Strength)


def test_a_quote_broken_over_lines_is_shown_on_one(whole: Scorecard) -> None:
    study = prepare(whole).parts[1].criteria[1]
    assert study.quotes[0].text.startswith("镇党委理论学习中心组专题学习习近平法治思想4次，组织")
    assert "\n" not in study.quotes[0].text


def test_a_quote_of_a_page_is_cut(whole: Scorecard) -> None:
    long = Quote(text="长" * 1_000, start=0, end=1_000, line=1)
    criterion = replace(whole.parts[0].criteria[0], quotes=(long,))
    part = replace(whole.parts[0], criteria=(criterion,))
    shown = prepare(replace(whole, parts=(part,))).parts[0].criteria[0].quotes[0].text
    assert shown == "长" * 300 + "……（下略700字）"


def test_an_origin_that_has_no_word_is_shown_as_it_is(whole: Scorecard) -> None:
    report = replace(whole.report, read_from={"issuer": "envelope"})
    facts = {fact.label: fact for fact in prepare(replace(whole, report=report)).facts}
    assert facts["报送单位"].origin == "envelope"
    assert facts["报告年度"].origin is None


def test_the_force_of_a_norm_is_not_said_twice(whole: Scorecard) -> None:
    norm = Norm(text="参照《某规定》第二条", force=Force.BY_ANALOGY)
    card = replace(whole, findings=(replace(whole.findings[0], norm=norm),))
    assert prepare(card).problems[0].norm.text == "《某规定》第二条"


def test_only_a_quote_that_the_learned_model_credited_names_its_words(whole: Scorecard) -> None:
    quotes = [q for part in prepare(whole).parts for c in part.criteria for q in c.quotes]
    assert [(q.text, q.spoken_by) for q in quotes if q.spoken_by] == [
        ("开展“法律赶大集”12场，受众三千余人", "“受众”“法律”")
    ]


def test_an_answered_shortcoming_says_what_it_shares_with_the_plan(whole: Scorecard) -> None:
    answered, _ = prepare(whole).closure
    assert answered.answered_by is not None
    assert answered.answered_by.line == 19
    assert answered.note == "同一事项：矛盾纠纷化解；相同用词：“调解”"
    line = replace(whole.closure[0], matters=())
    assert prepare(replace(whole, closure=(line,))).closure[0].note == "相同用词：“调解”"


def test_an_open_shortcoming_says_why_as_far_as_can_be_told(
    whole: Scorecard, cut_off: Scorecard
) -> None:
    def note(card: Scorecard) -> str:
        return prepare(replace(card, closure=whole.closure[1:])).closure[0].note

    parts = tuple(
        replace(part, placement=Placement.ABSENT) if part.id == "plan" else part
        for part in whole.parts
    )
    assert note(whole) == "安排中未见回应，请审核人核对"
    assert note(replace(whole, parts=parts)) == "全文未见下一年安排"
    assert note(cut_off) == "现存文字中未见回应；文本不完整，无法判定"


def test_a_shortcoming_of_a_page_is_cut_short_in_the_table(whole: Scorecard) -> None:
    long = Quote(text="长" * 200, start=0, end=200, line=1)
    line = replace(whole.closure[0], shortcoming=long)
    shown = prepare(replace(whole, closure=(line,))).closure[0].shortcoming.text
    assert shown == "长" * 80 + "……（下略120字）"


def test_a_doubt_that_a_note_on_the_copy_tells_is_not_told_again(whole: Scorecard) -> None:
    note = whole.text_quality[0].message
    card = replace(whole, report=replace(whole.report, doubts=(note, "正文中断，请核对原件。")))
    assert prepare(card).doubts == ("正文中断，请核对原件。",)
