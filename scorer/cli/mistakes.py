"""What a user is told when a command line cannot be carried out."""

from __future__ import annotations

import re
from enum import IntEnum

from scorer.errors import ScorerError


class ExitCode(IntEnum):
    """What the process answers; of several, wrong usage comes before a file before a total."""

    OK = 0
    BELOW_THRESHOLD = 1
    DIFFERENT = 1
    WRONG_USAGE = 2
    INPUT_FAILED = 3
    INTERRUPTED = 130
    PIPE_CLOSED = 141


class UsageError(ScorerError):
    """A command line, or a path on it, that nothing can be done with."""


#: typer words its own messages in English and translates none; first match wins.
_WORDING = (
    (r"Missing argument '(.+)'\.", r"缺少参数“\1”，请补上。"),
    (r"Missing option '(.+)'\.", r"缺少选项 \1，请补上。"),
    (r"Missing command\.", "缺少命令，请在 scorer 后面写上要做什么。"),
    (r"No such command '(.+)'\. Did you mean '(.+)'\?", r"没有命令“\1”，是否想写 \2？"),
    (r"No such command '(.+)'\.?", r"没有命令“\1”，请检查拼写。"),
    (r"No such option: (\S+) \(Possible options: (.+)\)", r"没有选项 \1，是否想写 \2？"),
    (r"No such option: (.+)", r"没有选项 \1，请检查拼写。"),
    (r"Option '(.+)' requires an argument\.", r"选项 \1 后面缺少值，请补上。"),
    (r"Option '(.+)' requires (\d+) arguments\.", r"选项 \1 后面要有 \2 个值，请补上。"),
    (r"Option '(.+)' does not take a value\.", r"选项 \1 后面不带值，请去掉等号和后面的内容。"),
    (r"Got unexpected extra argument\(s\) \((.*)\)", r"多出了参数“\1”，请去掉。"),
    (
        r"Invalid value for '(.+?)'(?: / '.+?')*: '(.*)' is not one of (.+)\.",
        r"选项 \1 不认识“\2”，请用 \3 之一。",
    ),
    (r"Invalid value for '(.+?)'(?: / '.+?')*: ([^ -~].*)", r"\1 的值不对：\2"),
    (r"Invalid value for '(.+?)'(?: / '.+?')*: .*", r"\1 的值写得不对，请改正。"),
)
_UNKNOWN = "命令行写得不对，请对照用法改正。"


def word_usage_error(message: str) -> str:
    """The Chinese sentence for one of typer's messages about a command line."""
    for pattern, chinese in _WORDING:
        match = re.fullmatch(pattern, message, re.DOTALL)
        if match is not None:
            return (
                match.expand(chinese).replace("', '", "、").replace(", --", "、--").replace("'", "")
            )
    return _UNKNOWN
