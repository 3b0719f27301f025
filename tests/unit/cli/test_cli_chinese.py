from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Callable

import pytest
from typer.testing import Result

Run = Callable[..., Result]

#: Words of the program's own surface; any other Latin word would be typer's English.
OWN_WORDS = frozenset(
    re.findall(
        r"\w+",
        """
        scorer score rubric check test show explain convert evaluate systems review
        terminal json html htm txt yaml YAML Word WPS PDF OFD help version install completion
        format for reviewer town output fail under stdin filename quiet outline differences start
        end csv jsonl sarif junit github xlsx pdf
        limit seconds memory register doctor compare last year at least jobs
        letter letterhead reply by templates copy force resume verify query cluster Dask tcp
        reports criteria findings unscored runs SELECT
        select town low FROM WHERE parquet run table
        """,
    )
)


def find_foreign_words(text: str) -> set[str]:
    return set(re.findall(r"[A-Za-z]{2,}", text)) - OWN_WORDS


@pytest.mark.parametrize(
    ("args", "words"),
    [
        (["score"], "缺少参数“路径...”"),
        (["convert"], "缺少参数“文件...”"),
        (["evaluate"], "缺少参数“标注目录”"),
        (["frobnicate"], "没有命令“frobnicate”，请检查拼写"),
        (["scroe"], "没有命令“scroe”，是否想写 score"),
        (["rubric", "chekc"], "没有命令“chekc”，是否想写 check"),
        (["score", "x", "--zzz"], "没有选项 --zzz，请检查拼写"),
        (["score", "x", "--fromat", "json"], "没有选项 --fromat，是否想写 --for、--format"),
        (["score", "x", "-x"], "没有选项 -x"),
        (["score", "x", "-o"], "选项 -o 后面缺少值"),
        (["score", "x", "--rubric"], "选项 --rubric 后面缺少值"),
        (["score", "x", "--quiet=1"], "选项 --quiet 后面不带值"),
        (
            ["score", "x", "-f", "xml"],
            "选项 --format 不认识“xml”，请用 terminal、html、pdf、xlsx、letter、json、jsonl、csv、",
        ),
        (["evaluate", "x", "-f", "html"], "不认识“html”，请用 terminal、json 之一"),
        (["score", "x", "--fail-under", "abc"], "--fail-under 的值不对：“abc”应为 0 到 100"),
        (["score", "x", "--fail-under", "101"], "“101”应为 0 到 100"),
        (["score", "x", "--fail-under", "nan"], "“nan”应为 0 到 100"),
        (["evaluate", "a", "b"], "多出了参数“b”"),
    ],
)
def test_a_command_line_that_is_wrong_is_answered_in_chinese_with_two(
    run: Run, args: list[str], words: str
) -> None:
    result = run(*args)
    assert result.exit_code == 2
    assert result.stdout == ""
    assert result.stderr.startswith("错误：")
    assert words in result.stderr
    assert find_foreign_words(result.stderr) <= set(re.findall(r"[A-Za-z]{2,}", " ".join(args)))


@pytest.mark.parametrize(
    "command",
    [
        *("", "score", "explain", "convert", "evaluate", "doctor", "compare", "query", "verify"),
        *("rubric", "rubric check", "rubric test", "rubric show"),
    ],
)
@pytest.mark.parametrize("flag", ["-h", "--help"])
def test_every_command_has_a_chinese_help_page_with_examples(
    run: Run, command: str, flag: str
) -> None:
    result = run(*command.split(), flag)
    assert result.exit_code == 0
    assert result.stdout.startswith(" ".join(["用法：scorer", command]).strip())
    assert "例子" in result.stdout
    assert f"  scorer {command}".rstrip() in result.stdout
    assert "-h, --help" in result.stdout
    assert find_foreign_words(result.stdout) == set()
    assert result.stderr == ""


@pytest.mark.parametrize("command", ["", "rubric"])
def test_a_group_without_a_command_prints_its_page_and_exits_with_two(
    run: Run, command: str
) -> None:
    result = run(*command.split())
    assert result.exit_code == 2
    assert result.stdout == ""
    assert result.stderr.startswith("用法：scorer")


def test_the_version_is_printed(run: Run) -> None:
    result = run("--version")
    assert (result.exit_code, result.stderr) == (0, "")
    assert re.fullmatch(r"scorer \d+\.\d+\.\d+\n", result.stdout)


def test_a_terminal_gets_a_styled_page_unless_no_color_is_set(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("TERM", "xterm-256color")
    assert "用法" in run("--help").stdout
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b[36m" not in run("--help").stdout


@pytest.mark.parametrize(("typed", "offered"), [("ex", "explain"), ("score --fo", "--format")])
def test_the_shell_completes_commands_and_options(typed: str, offered: str) -> None:
    words = f"scorer {typed}"
    answer = subprocess.run(
        [sys.executable, "-m", "scorer"],
        env={
            **os.environ,
            "_SCORER_COMPLETE": "complete_bash",
            "COMP_WORDS": words,
            "COMP_CWORD": str(len(words.split()) - 1),
        },
        capture_output=True,
        text=True,
        check=False,
    )
    assert offered in answer.stdout.split()
