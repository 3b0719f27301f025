from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress

import pytest
from rich.cells import cell_len
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


@pytest.mark.skipif(os.name == "nt", reason="no pseudo-terminals")
@pytest.mark.parametrize("args", [(), ("--help",), ("score", "--help")])
@pytest.mark.parametrize(
    ("settings", "usage"),
    [
        ({"TERM": "xterm-256color"}, "\x1b[1m用法：\x1b[0mscorer"),
        ({"TERM": "xterm-256color", "NO_COLOR": "1"}, "用法：scorer"),
        ({"TERM": "dumb"}, "用法：scorer"),
    ],
    ids=["colour", "no colour", "dumb"],
)
def test_a_terminal_gets_a_styled_page_if_it_may(
    args: tuple[str, ...], settings: dict[str, str], usage: str
) -> None:
    page = run_in_terminal(args, settings)
    assert page.startswith(usage)
    assert ("\x1b[36m  -h, --help" in page) == ("\x1b" in usage)
    assert "[U+001B]" not in page


def run_in_terminal(args: tuple[str, ...], settings: dict[str, str]) -> str:
    """What the program shows on a terminal, on both streams."""
    import pty  # noqa: PLC0415 - not on Windows

    ours, theirs = pty.openpty()
    kept = {name: value for name, value in os.environ.items() if name != "NO_COLOR"}
    with subprocess.Popen(
        [sys.executable, "-m", "scorer", *args],
        env=kept | {"PYTHONUTF8": "1"} | settings,
        stdout=theirs,
        stderr=theirs,
    ):
        os.close(theirs)
        return b"".join(read_all(ours)).decode("utf-8")


def read_all(terminal: int) -> Iterator[bytes]:
    """Bytes until the other end is closed, which Linux tells by an error."""
    with os.fdopen(terminal, "rb", buffering=0) as stream, suppress(OSError):
        while data := stream.read(4096):
            yield data


@pytest.mark.parametrize("columns", [40, 80, 120])
def test_no_line_of_a_page_is_wider_than_the_terminal(
    run: Run, columns: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", str(columns))
    page = run("compare", "--help").stdout
    told, _, examples = page.partition("例子")
    lines = [line for line in told.splitlines() if not line.startswith("用法")]
    assert examples
    assert max(cell_len(line) for line in lines) <= max(columns, 55)


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
