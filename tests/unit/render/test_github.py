from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from scorer.render.github import render
from scorer.scorecard import Batch, Scorecard

COMMAND = re.compile(r"::(error|warning|notice) ([^\n]*?)::([^\n]+)")


def commands(batch: Batch) -> list[tuple[str, dict[str, str], str]]:
    found = [COMMAND.fullmatch(line) for line in render(batch).split("\n")[:-1]]
    assert None not in found
    return [
        (each[1], dict(pair.split("=", 1) for pair in each[2].split(",")), each[3])
        for each in found
        if each is not None
    ]


def test_the_commands_are_the_golden_file(
    batch: Batch, check_golden: Callable[[str, str], None]
) -> None:
    check_golden("render/batch.github.txt", render(batch))


def test_a_hostile_report_cannot_start_a_command_of_its_own(hostile_batch: Batch) -> None:
    assert len(commands(hostile_batch)) == render(hostile_batch).count("\n")


def test_percent_signs_colons_and_commas_of_a_file_name_are_escaped(
    batch: Batch, whole: Scorecard
) -> None:
    card = replace(whole, report=replace(whole.report, file="a,b:100%.txt"))
    shown = render(replace(batch, scorecards=(card,)))
    assert "file=a%2Cb%3A100%25.txt,line=21,endLine=21,title=成文日期" in shown


def test_what_is_missing_warns_what_is_slight_is_noted_what_is_unread_is_an_error(
    batch: Batch, whole: Scorecard
) -> None:
    one = replace(batch, scorecards=(whole,), not_submitted=("白石镇",))
    levels = {properties["title"]: level for level, properties, _ in commands(one)}
    assert levels["鹿鸣坡镇 2023年度"] == "notice"
    assert levels["重大执法决定法制审核（systems.review）"] == "warning"
    assert levels["日期（signed-before-year-end）"] == "notice"
    assert levels["数字（rate-disagrees）"] == "warning"
    assert [levels[each] for each in ("未予评分", "无法读取", "未报送")] == ["error"] * 3


def test_a_quote_over_two_lines_marks_both(batch: Batch, whole: Scorecard) -> None:
    quote = next(q for c in whole.criteria for q in c.quotes if "\n" in q.text.strip())
    finding = replace(whole.findings[0], quotes=(quote,))
    shown = render(replace(batch, scorecards=(replace(whole, findings=(finding,)),)))
    assert f"line={quote.line},endLine={quote.line + 1},title=数字" in shown
