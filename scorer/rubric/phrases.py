"""Phrases as they are written in rubric and word files, checked before they are compiled."""

from __future__ import annotations

from collections.abc import Iterator

from scorer.cache import regex
from scorer.rubric.node import Node
from scorer.rubric.problem import Problem
from scorer.zh.phrase import Phrase, PhraseError, parse_phrase

#: What normalised text never holds: full-width digits and letters, half-width punctuation, white
#: space beside Chinese.
_NEVER_SEEN = regex(r"[０-９Ａ-Ｚａ-ｚ,;:!?]|(?<![!-~])\s|\s(?![!-~])")


def compile_phrase(node: Node) -> Phrase | Problem:
    """The phrase of a node that holds a text, or what is wrong with it."""
    unseen = _NEVER_SEEN.search(node.text)
    if unseen:
        return node.problem(
            f"短语“{node.text}”里的“{unseen.group()}”在规范化后的文字里不会出现；"
            "请用半角数字字母、全角标点，不留空格"
        )
    try:
        return parse_phrase(node.text)
    except PhraseError as error:
        return node.problem(str(error))


def find_phrase_problems(phrases: Node) -> Iterator[Problem]:
    """What is wrong with the phrases of a list."""
    for item in phrases.items():
        compiled = compile_phrase(item) if item.text else None
        if isinstance(compiled, Problem):
            yield compiled
