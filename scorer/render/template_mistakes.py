"""What is wrong with a template, in Chinese: Jinja words its own messages in English."""

from __future__ import annotations

import re

from jinja2 import TemplateNotFound, TemplateSyntaxError, UndefinedError
from jinja2.exceptions import SecurityError

from scorer.cache import regex

_SYNTAX: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (regex(pattern), words)
    for pattern, words in (
        (r"No filter named '(.+?)'", r"没有叫“\1”的过滤器，请检查拼写。"),
        (r"No test named '(.+?)'", r"没有叫“\1”的判断，请检查拼写。"),
        (r"Encountered unknown tag '(.+?)'", r"没有叫“\1”的标签，请检查拼写和前后标签是否成对。"),
        (r"Unexpected end of template", "有标签没有结束，请补上 endif、endfor 等。"),
        (r"unexpected '(.+?)'", r"多出了“\1”，请检查括号和标签是否成对。"),
    )
)
_UNKNOWN_SYNTAX = "标签写得不完整，请对照内置模板改正。"
_QUOTED = regex(r"'([^']+)'(?!.*')", re.DOTALL)
_LOOK_UP = "可用的内容见 docs/templates.md。"


def word_mistake(error: Exception) -> str:
    """One sentence: what is wrong, and what to do."""
    if isinstance(error, TemplateSyntaxError):
        return _word_syntax(error.message or "")
    if isinstance(error, TemplateNotFound):
        return f"没有模板“{error.name}”，请检查 include 或 import 后面的文件名。"
    if isinstance(error, UndefinedError):
        # `'x' is undefined` and `'T object' has no attribute 'x'` both end in the name.
        named = _QUOTED.search(str(error).removesuffix(" is undefined"))
        return f"没有“{named[1]}”这项内容，{_LOOK_UP}" if named else f"没有这项内容，{_LOOK_UP}"
    if isinstance(error, SecurityError):
        return "模板里不允许这样取用内容，请改用列出的内容。"
    return f"这一行填写时算不出来，请检查所用的过滤器和运算，{_LOOK_UP}"


def _word_syntax(message: str) -> str:
    for pattern, words in _SYNTAX:
        found = pattern.search(message)
        if found is not None:
            return found.expand(words)
    return _UNKNOWN_SYNTAX
