"""Evidence nodes of a rubric file: each is checked by the schema of its own kind, then parsed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from scorer.evidence import KINDS, parse
from scorer.evidence.base import Evidence
from scorer.rubric.node import Node
from scorer.rubric.problem import Problem, advise
from scorer.rubric.schema import Schema, find_shape_problems

#: Parts that a kind looks at without naming them.
_TACIT_PARTS: Mapping[str, tuple[str, ...]] = {
    "answers": ("shortcomings", "plan"),
    "causes": ("shortcomings",),
    "year": ("plan",),
}
_NAMING_PARTS = ("headed", "items", "passage", "specific")
_OWN = "own"


def find_node_problems(node: Node) -> Iterator[Problem]:
    """What is wrong with a node and the nodes below it; no mapping is the frame's matter."""
    if not isinstance(node.value, dict) or not node.value:
        return
    kinds = [key for key in node.value if key in KINDS]
    if not kinds:
        yield _unknown_kind(node)
        return
    yield from (
        node[key].key_problem(
            f"一条证据只能写一种，已写“{kinds[0]}”；请删去“{key}”，或用 all、any 组合"
        )
        for key in kinds[1:]
    )
    if len(kinds) == 1:
        yield from find_shape_problems(node, _with_definitions(KINDS[kinds[0]].schema))
    for below in nodes_below(node):
        yield from find_node_problems(below)


def nodes_below(node: Node) -> Iterator[Node]:
    """The nodes that a combinator holds: mappings in the list under its own name."""
    for key, value in node.entries():
        if key in KINDS:
            yield from (item for item in value.items() if isinstance(item.value, dict))


def nodes_within(node: Node) -> Iterator[Node]:
    """The node and all nodes below it."""
    yield node
    for below in nodes_below(node):
        yield from nodes_within(below)


def lists_named(node: Node) -> Iterator[Node]:
    """The values of `phrases` in a node, `own` among them."""
    for inner in nodes_within(node):
        if inner["phrases"].text:
            yield inner["phrases"]


def means_own(phrases: Node) -> bool:
    """Whether the criterion's own words are meant."""
    return phrases.text == _OWN


def parts_named(node: Node) -> Iterator[tuple[str, Node]]:
    """The parts a node looks at, each with the value to point at."""
    for inner in nodes_within(node):
        for key, value in inner.entries():
            yield from ((part, value) for part in _TACIT_PARTS.get(key, ()))
            if key in _NAMING_PARTS:
                yield from ((part, value) for part in (value.text, *value.texts) if part)


def parse_node(node: Node) -> Evidence:
    """The evidence of a node that has no problems."""
    assert isinstance(node.value, dict)
    return parse(node.value)


def _unknown_kind(node: Node) -> Problem:
    key = next(iter(node.entries()))[0]
    return node[key].key_problem(f"不认识的证据种类“{key}”；{advise(key, KINDS)}")


def _with_definitions(schema: Schema) -> Schema:
    """A kind may say `$ref: #/$defs/evidence` of the nodes below it; those are checked apart."""
    return {**schema, "$defs": {"evidence": {"type": "object"}}}
