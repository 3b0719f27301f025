from __future__ import annotations

import pytest

from scorer.cli.mistakes import word_usage_error


@pytest.mark.parametrize(
    ("message", "chinese"),
    [
        ("Missing argument 'PATH'.", "缺少参数“PATH”，请补上。"),
        ("Missing option '--to'.", "缺少选项 --to，请补上。"),
        ("Missing command.", "缺少命令，请在 scorer 后面写上要做什么。"),
        ("Option '--to' requires 2 arguments.", "选项 --to 后面要有 2 个值，请补上。"),
        (
            "No such option: --fo (Possible options: --fail-under, --format)",
            "没有选项 --fo，是否想写 --fail-under、--format？",
        ),
        (
            "No such command 'ex'. Did you mean 'explain', 'evaluate'?",
            "没有命令“ex”，是否想写 explain、evaluate？",
        ),
        (
            "Invalid value for '--format' / '-f': 'a' is not one of 'json', 'html'.",
            "选项 --format 不认识“a”，请用 json、html 之一。",
        ),
        ("Invalid value for '--top': 'a' is not a valid int.", "--top 的值写得不对，请改正。"),
        ("Something typer has never said before.", "命令行写得不对，请对照用法改正。"),
    ],
)
def test_every_message_of_typer_has_its_chinese_sentence(message: str, chinese: str) -> None:
    assert word_usage_error(message) == chinese
