"""The names by which one place of a rubric refers to another: checks, kinds, lists, parts."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from scorer.checks import CHECKS
from scorer.evidence.contest import ELSEWHERE
from scorer.rubric.evidence_nodes import (
    find_node_problems,
    lists_named,
    means_own,
    parts_named,
)
from scorer.rubric.node import Node
from scorer.rubric.problem import Problem, advise
from scorer.rubric.rules import LEVELS, criteria_of
from scorer.rubric.words import Words


def find_link_problems(root: Node, words: Words) -> Iterator[Problem]:
    """Every name that leads nowhere."""
    yield from _check_problems(root["checks"])
    for criterion in criteria_of(root):
        for level in LEVELS:
            node = criterion[level]["evidence"]
            yield from find_node_problems(node)
            yield from _part_problems(node, root)
            yield from _list_problems(node, criterion, words)
    yield from _owner_problems(root, words)


def check_id(item: Node) -> Node:
    """The node that holds the id of a listed check."""
    return item["id"] if isinstance(item.value, dict) else item


def _check_problems(checks: Node) -> Iterator[Problem]:
    known = tuple(check.id for check in CHECKS)
    seen: set[str] = set()
    for name in map(check_id, checks.items()):
        if name.text and name.text not in known:
            yield name.problem(f"不认识的核查“{name.text}”；{advise(name.text, known)}")
        elif name.text in seen:
            yield name.problem(f"核查“{name.text}”列了两次；请删去一处")
        seen.add(name.text)


def _part_problems(node: Node, root: Node) -> Iterator[Problem]:
    parts = tuple(part["id"].text for part in root["parts"].items())
    for part, value in parts_named(node):
        if part not in parts:
            yield value.problem(
                f"证据要看“{part}”部分，而 parts 里没有；请补上这个部分或换一种证据"
            )


def _list_problems(node: Node, criterion: Node, words: Words) -> Iterator[Problem]:
    """The lists that `phrases` names; `own` are the criterion's words."""
    owners = words.names
    lists = sorted(owner for owner in owners if "." not in owner)
    name = criterion["id"].text
    for phrases in lists_named(node):
        if means_own(phrases):
            if name not in owners:
                yield phrases.problem(f"词表文件里没有评分项“{name}”的词；请补写，或改用别的证据")
        elif phrases.text not in owners:
            yield phrases.problem(
                f"没有名为“{phrases.text}”的词表；{advise(phrases.text, ('own', *lists))}"
            )


def _owner_problems(root: Node, words: Words) -> Iterator[Problem]:
    """The keys of word files: ids of criteria, lists that some evidence names, ELSEWHERE."""
    ids = {criterion["id"].text for criterion in criteria_of(root)}
    named = {
        phrases.text
        for criterion in criteria_of(root)
        for level in LEVELS
        for phrases in lists_named(criterion[level]["evidence"])
    }
    for owner, node in words.owners:
        if owner not in ids | named | {ELSEWHERE}:
            yield node.key_problem(_unknown_owner(owner, ids, named))


def _unknown_owner(owner: str, ids: Collection[str], named: Collection[str]) -> str:
    if "." in owner:
        return f"没有编号为“{owner}”的评分项；{advise(owner, ids)}"
    return f"词表“{owner}”没有一条证据用到；{advise(owner, {*ids, *named} - {'own'})}"
