from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import replace

import pytest
from rich.cells import cell_len
from rich.console import Console

from scorer.render import terminal_batch
from scorer.render.terminal import render, show, show_batch, show_scorecard
from scorer.scorecard import Batch, RollCall, Scorecard

SAMPLES = ("whole", "cut_off", "nameless", "full_marks", "hostile")


def console(width: int, encoding: str = "utf-8") -> Console:
    stream = io.TextIOWrapper(io.BytesIO(), encoding=encoding, errors="replace", newline="\n")
    return Console(file=stream, width=width, color_system=None)


def shown(screen: Console) -> str:
    assert isinstance(screen.file, io.TextIOWrapper)
    screen.file.flush()
    written = screen.file.buffer
    assert isinstance(written, io.BytesIO)
    return written.getvalue().decode(screen.file.encoding)


@pytest.mark.parametrize("width", [80, 120])
@pytest.mark.parametrize("name", ["whole", "cut_off", "full_marks"])
def test_a_scorecard_is_the_golden_text(
    name: str,
    width: int,
    request: pytest.FixtureRequest,
    check_golden: Callable[[str, str], None],
) -> None:
    screen = console(width)
    show_scorecard(screen, request.getfixturevalue(name))
    check_golden(f"render/{name}-{width}.txt", shown(screen))


@pytest.mark.parametrize("width", [80, 120])
def test_a_batch_is_the_golden_table(
    width: int, batch: Batch, check_golden: Callable[[str, str], None]
) -> None:
    screen = console(width)
    show_batch(screen, batch)
    check_golden(f"render/batch-{width}.txt", shown(screen))


@pytest.mark.parametrize("width", [40, 80, 120, 200])
@pytest.mark.parametrize("name", SAMPLES)
def test_no_line_is_wider_than_the_console(
    name: str, width: int, request: pytest.FixtureRequest
) -> None:
    screen = console(width)
    show_scorecard(screen, request.getfixturevalue(name))
    assert max(cell_len(line) for line in shown(screen).splitlines()) <= width


@pytest.mark.parametrize("width", [80, 120])
def test_no_line_of_a_batch_is_wider_than_the_console(width: int, hostile_batch: Batch) -> None:
    screen = console(width)
    show_batch(screen, hostile_batch)
    assert max(cell_len(line) for line in shown(screen).splitlines()) <= width


@pytest.mark.parametrize("name", ["whole", "cut_off", "nameless", "full_marks"])
def test_every_sign_of_ours_can_be_printed_in_gbk(
    name: str, request: pytest.FixtureRequest
) -> None:
    screen = console(80)
    show_scorecard(screen, request.getfixturevalue(name))
    assert shown(screen).encode("gbk")


def test_a_gbk_console_gets_bars_and_rules_of_single_cells(batch: Batch) -> None:
    screen = console(80, "gbk")
    show_scorecard(screen, batch.scorecards[1])
    show_batch(screen, batch)
    text = shown(screen)
    assert "#" in text
    assert not set("■□·─") & set(text)
    assert "?" not in text


def test_hostile_text_sends_no_code_to_the_console(
    hostile: Scorecard, hostile_batch: Batch
) -> None:
    screen = console(80)
    show_scorecard(screen, hostile)
    show_batch(screen, hostile_batch)
    text = shown(screen)
    assert text.replace("\n", "").replace("\u3000", "").isprintable()
    assert "[red]红[/red][/]" in text


def test_outcomes_are_words(whole: Scorecard, cut_off: Scorecard) -> None:
    screen = console(80)
    show_scorecard(screen, whole)
    show_scorecard(screen, cut_off)
    text = shown(screen)
    for expected in (
        "（缺失 0/5）",
        "（部分达标 2.5/5）",
        "达标（20项）",
        "无法判定（14项，未计入）",
        "不适用（3项，未计入）",
        "总分 38–98 / 100　等次待定",
    ):
        assert expected in text


def test_shortcomings_and_words_that_spoke_are_shown_only_where_there_are_any(
    whole: Scorecard, cut_off: Scorecard
) -> None:
    screen = console(80)
    show_scorecard(screen, whole)
    assert "不足与安排对应（2条，1条未见回应）" in shown(screen)
    assert "凭用词相近认定的原文（1处，依据词权表）" in shown(screen)
    screen = console(80)
    show_scorecard(screen, replace(whole, closure=whole.closure[:1]))
    assert "不足与安排对应（1条）" in shown(screen)
    screen = console(80)
    show_scorecard(screen, cut_off)
    assert "不足与安排" not in shown(screen)
    assert "用词" not in shown(screen)


def test_a_need_without_advice_shows_no_empty_line(whole: Scorecard) -> None:
    parts = tuple(
        replace(part, criteria=tuple(replace(each, remedy="") for each in part.criteria))
        for part in whole.parts
    )
    screen = console(80)
    show_scorecard(screen, replace(whole, parts=parts))
    assert "补：" not in shown(screen)


def test_one_report_is_shown_as_a_scorecard_with_what_was_not_scored(
    batch: Batch, whole: Scorecard
) -> None:
    screen = console(80)
    show(screen, replace(batch, scorecards=(whole,)))
    text = shown(screen)
    assert "需补充内容（9项" in text
    assert "未评分" not in text
    assert text.index("未予评分的文件（1个）") < text.index("无法读取的文件（1个）")


def test_a_long_table_has_its_head_again(batch: Batch, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(terminal_batch, "_AT_ONCE", 3)
    screen = console(80)
    show_batch(screen, batch)
    lines = shown(screen).splitlines()
    heads = [at for at, line in enumerate(lines) if line.split()[:2] == ["单位", "年度"]]
    assert [heads[1] - heads[0], len(heads)] == [5, 2]
    assert lines[heads[1] + 2].startswith("报送单位不详")


def test_a_batch_without_a_report_shows_only_what_was_not_scored(batch: Batch) -> None:
    screen = console(80)
    show(screen, replace(batch, scorecards=()))
    assert shown(screen).lstrip().startswith("未予评分的文件（1个）")


def test_a_batch_that_was_scored_whole_lists_no_other_file(batch: Batch) -> None:
    screen = console(80)
    show_batch(screen, replace(batch, refused=(), errors=()))
    assert "文件" not in shown(screen)


def test_the_text_file_has_no_blank_at_the_end_of_a_line(batch: Batch) -> None:
    lines = render(batch).splitlines()
    assert lines == [line.rstrip() for line in lines]
    assert max(map(cell_len, lines)) <= 100


def test_the_text_file_is_the_same_in_any_environment(
    batch: Batch, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = render(batch)
    for name, value in (
        ("COLUMNS", "40"),
        ("NO_COLOR", "1"),
        ("FORCE_COLOR", "1"),
        ("TERM", "dumb"),
    ):
        monkeypatch.setenv(name, value)
    assert render(batch) == before


@pytest.mark.parametrize("cards", [1, 4])
def test_the_register_is_told_below_the_reports(
    cards: int, batch: Batch, roll_call: RollCall
) -> None:
    called = replace(
        batch,
        scorecards=batch.scorecards[:cards],
        not_submitted=("白石镇", "赤岭乡"),
        roll_call=roll_call,
    )
    screen = console(100)
    show(screen, called)
    told = shown(screen).partition("名册对照（名册.xlsx）")[2]
    assert told.split("\n")[1:] == [
        "应报送6个单位：已报送3个，未报送2个，待核对1个。",
        "",
        "未报送的单位（2个）",
        "白石镇、赤岭乡",
        "",
        "报送不止一份的单位（2个）",
        " 1. 清溪乡：送审/a.txt、送审/b.txt。年度不同（2022、2023）。",
        " 2. 黑水镇：送审/c.txt",
        "",
        "报送情况待核对的单位（1个）",
        " 1. 朝阳街道：送审/朝阳.pdf。文件名写有该单位，但无法读取。",
        "",
        "与名册对不上的文件（1个）",
        " 1. 送审/d.txt：报告主体是赤岭镇，不在名册上。",
        "",
    ]
