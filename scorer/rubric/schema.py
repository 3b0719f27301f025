"""The shape of a rubric file, of a word file and of an evidence node, by JSON Schema."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping

from scorer.resources import rubrics_folder
from scorer.rubric.keywords import explain
from scorer.rubric.node import Node
from scorer.rubric.problem import Problem

Schema = Mapping[str, object]

#: What the frame of a rubric asks of an evidence node; the kinds say the rest at their own place.
_ANY_NODE: Schema = {"title": "证据", "type": "object", "minProperties": 1}


def published_schema() -> dict[str, object]:
    """The schema as it is published beside the rubrics."""
    schema: dict[str, object] = json.loads(
        (rubrics_folder() / "rubric.schema.json").read_text("utf-8")
    )
    return schema


def frame_schema(start: str | None = None) -> Schema:
    """The published schema less the kinds of evidence, whose own schemas are asked one by one.

    `start` names the definition to begin with: `words` for a word file.
    """
    schema = published_schema()
    definitions = schema["$defs"]
    assert isinstance(definitions, dict)
    frame = {**definitions, "evidence": _ANY_NODE}
    begin = schema if start is None else frame[start]
    return {key: _inline(value, frame) for key, value in begin.items() if key != "$defs"}


def find_shape_problems(node: Node, schema: Schema) -> Iterator[Problem]:
    """Everything in which the value differs from the schema."""
    # Imported here: 60 ms that a command without a rubric should not pay.
    from jsonschema import Draft202012Validator  # noqa: PLC0415

    for violation in Draft202012Validator(schema).iter_errors(node.value):
        yield from explain(violation, node.source, node.path)


def _inline(schema: object, definitions: Mapping[str, object]) -> object:
    """The schema with its references written out: looking them up costs half the time."""
    if isinstance(schema, list):
        return [_inline(item, definitions) for item in schema]
    if not isinstance(schema, dict):
        return schema
    reference = schema.get("$ref")
    rest = {key: _inline(value, definitions) for key, value in schema.items() if key != "$ref"}
    if reference is None:
        return rest
    target = _inline(definitions[reference.removeprefix("#/$defs/")], definitions)
    assert isinstance(target, dict)
    return {**target, **rest}
