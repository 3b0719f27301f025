from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from jsonschema import Draft202012Validator

from scorer import resources
from scorer.evidence import KINDS
from scorer.finding import Force
from scorer.reading.model import Actor
from scorer.rubric.node import root_of
from scorer.rubric.rules import LEVELS, PARTS
from scorer.rubric.schema import find_shape_problems, frame_schema, published_schema
from scorer.rubric.source import parse_source

CASES = Path(__file__).parents[2] / "cases" / "rubric"
PUBLISHED = resources.rubrics_folder() / "rubric.schema.json"
KEYWORDS = yaml.safe_load((CASES / "keywords.yaml").read_text("utf-8"))


def objects(schema: object, path: str = "") -> Iterator[tuple[str, dict[str, object]]]:
    if isinstance(schema, dict):
        yield path, schema
        for key, value in schema.items():
            yield from objects(value, f"{path}/{key}")


def evidence_of_the_kinds() -> dict[str, object]:
    """The definition that editors complete evidence by, made from the kinds themselves."""
    kinds = [KINDS[name] for name in sorted(KINDS)]
    return {
        "title": "证据",
        "description": "只写一种证据的名称和它的选项；what 是没找到时的说法。",
        "type": "object",
        "minProperties": 1,
        "properties": {kind.name: {"description": kind.about} for kind in kinds},
        "anyOf": [{"required": [kind.name]} for kind in kinds],
        "allOf": [
            {"if": {"required": [kind.name]}, "then": {**nested(kind.schema), "title": kind.name}}
            for kind in kinds
        ],
    }


def nested(schema: object) -> dict[str, object]:
    """The kind's schema, with the nodes below it held to the same definition."""
    text = json.dumps(schema, ensure_ascii=False)
    made: dict[str, object] = json.loads(
        text.replace('"items": {"type": "object"}', '"items": {"$ref": "#/$defs/evidence"}')
    )
    return made


def test_golden_published_schema_knows_every_kind_of_evidence(
    request: pytest.FixtureRequest,
) -> None:
    schema = published_schema()
    definitions = schema["$defs"]
    assert isinstance(definitions, dict)
    if request.config.getoption("--golden"):
        definitions["evidence"] = evidence_of_the_kinds()
        text = json.dumps(schema, ensure_ascii=False, indent=2) + "\n"
        PUBLISHED.write_text(text, "utf-8", newline="\n")
    assert definitions["evidence"] == evidence_of_the_kinds(), "pytest --golden writes it"


def test_the_published_schema_is_a_schema() -> None:
    Draft202012Validator.check_schema(published_schema())
    Draft202012Validator.check_schema(frame_schema())
    Draft202012Validator.check_schema(frame_schema("words"))


def test_every_property_tells_an_author_what_it_is() -> None:
    for path, schema in objects(published_schema()):
        for key, value in schema.items() if path.endswith("/properties") else ():
            assert isinstance(value, dict)
            assert value.keys() & {"title", "description"}, f"{path}/{key}"


def test_the_schema_names_what_the_engine_knows() -> None:
    definitions = published_schema()["$defs"]
    assert isinstance(definitions, dict)
    criterion, exemplar = definitions["criterion"], definitions["exemplar"]
    assert definitions["part"]["properties"]["id"]["enum"] == list(PARTS)
    assert criterion["properties"]["actor"]["enum"] == [str(actor) for actor in Actor]
    assert definitions["force"]["enum"] == [str(force) for force in Force]
    assert exemplar["properties"]["level"]["enum"] == list(LEVELS)


@pytest.mark.parametrize("path", [CASES / "valid" / "small.yaml"], ids=lambda path: path.stem)
def test_a_valid_rubric_keeps_the_published_schema(path: Path) -> None:
    data = yaml.safe_load(path.read_text("utf-8"))
    assert list(Draft202012Validator(published_schema()).iter_errors(data)) == []


@pytest.mark.parametrize("path", sorted((CASES / "valid" / "words").glob("*.yaml")), ids=str)
def test_a_valid_word_file_keeps_the_published_schema(path: Path) -> None:
    schema = {**published_schema(), "$ref": "#/$defs/words"}
    words = {key: value for key, value in schema.items() if key in ("$ref", "$defs")}
    assert (
        list(Draft202012Validator(words).iter_errors(yaml.safe_load(path.read_text("utf-8")))) == []
    )


@pytest.mark.parametrize("case", KEYWORDS, ids=lambda case: case["text"])
def test_every_keyword_is_told_in_chinese(case: dict[str, str]) -> None:
    node = root_of(parse_source(case["text"], "a"))
    assert [str(problem) for problem in find_shape_problems(node, case["schema"])] == [
        case["error"]
    ]
