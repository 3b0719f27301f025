"""What PyYAML's own complaints say, in Chinese."""

from __future__ import annotations

from typing import Protocol

import yaml


class Mark(Protocol):
    """A place in the text, counted from 0; `index` in characters from its beginning."""

    index: int
    line: int
    column: int


_ASKEW = "此处缩进与上文不齐；请与同级的键或者“- ”对齐"
_TAB = "缩进里有制表符；请改用空格"
#: Words of libyaml or of the pure Python parser, and what they mean to an author.
_COMPLAINTS = (
    ("tab character", _TAB),
    ("mapping values are not allowed", "此处不能再写“键: 值”；请检查缩进，含冒号的文字请加引号"),
    ("sequence entries are not allowed", "列表项“- ”不能写在这里；请另起一行并检查缩进"),
    ("comment or line break", "“|”或“>”后面不能再写文字；请另起一行"),
    ("chomping or indentation", "“|”或“>”后面不能再写文字；请另起一行"),
    ("'-' indicator", _ASKEW),
    ("expected key", _ASKEW),
    ("block end", _ASKEW),
    ("node content", "方括号或花括号没有写完；请补上"),
    ("YAML document", "不支持这个 YAML 版本；请删去“%YAML”一行"),
    ("document start", "“...”之后不能再有内容；请删去"),
)
#: The same where the place to point at is where the thing began.
_BY_BEGINNING = (
    ("unexpected end of stream", "引号没有闭合；请补上结尾的引号"),
    ("',' or ']'", "方括号没有闭合或少了逗号；请补上"),
    ("',' or '}'", "花括号没有闭合或少了逗号；请补上"),
    ("could not find expected ':'", "键后面缺少冒号；请写作“键: 值”"),
    ("escape", "双引号里的反斜杠写法不对；请改用单引号"),
)
_BAD_START = "that cannot start any token"
_UNKNOWN = "YAML 写法有误；请检查缩进、冒号、引号和括号"


def explain_syntax(error: yaml.MarkedYAMLError, text: str) -> tuple[str, Mark | None]:
    """What is wrong and how to mend it, and where to point."""
    problem = error.problem or ""
    for words, meaning in _BY_BEGINNING:
        if words in problem:
            return meaning, error.context_mark or error.problem_mark
    if _BAD_START in problem:
        return _explain_bad_start(text, error.problem_mark), error.problem_mark
    for words, meaning in _COMPLAINTS:
        if words in problem:
            return meaning, error.problem_mark
    return _UNKNOWN, error.problem_mark


def _explain_bad_start(text: str, mark: Mark | None) -> str:
    """Name the character: a tab is the usual one."""
    character = text[mark.index : mark.index + 1] if mark else ""
    if character == "\t":
        return _TAB
    return f"文字不能以“{character}”开头；请给整段文字加引号"
