from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from scorer.render import wire
from scorer.render.wire import load_schema, render, render_lines
from scorer.scorecard import Batch, RollCall, Scorecard

DOCS = Path(__file__).parents[3] / "docs"
VALIDATOR = Draft202012Validator(load_schema())
LINE_KINDS = ("scorecard", "refused", "error", "not_submitted", "roll_call")
LINE_VALIDATOR = VALIDATOR.evolve(schema=load_schema()["$defs"]["line"])


def one(batch: Batch, scorecard: Scorecard) -> dict:
    return json.loads(render(replace(batch, scorecards=(scorecard,))))


def quotes_in(node: object) -> Iterator[dict]:
    """Every mapping that has a start and a text, however deep."""
    if isinstance(node, dict):
        if "start" in node:
            yield node
        for value in node.values():
            yield from quotes_in(value)
    elif isinstance(node, list):
        for value in node:
            yield from quotes_in(value)


def test_the_published_schema_is_itself_valid() -> None:
    Draft202012Validator.check_schema(load_schema())


def test_the_schema_in_docs_is_the_one_that_is_shipped(
    check_golden: Callable[[str, str], None],
) -> None:
    shipped = Path(wire.__file__).with_name("scorecard.schema.json").read_text("utf-8")
    check_golden(str(DOCS / "scorecard.schema.json"), shipped)


def test_every_object_of_the_schema_is_closed_and_names_all_it_requires() -> None:
    def objects(node: object) -> Iterator[dict]:
        if isinstance(node, dict):
            if node.get("type") == "object":
                yield node
            for value in node.values():
                yield from objects(value)

    found = list(objects(load_schema()))
    assert len(found) > 10
    for each in found:
        assert each["additionalProperties"] is False
        assert each["required"] == list(each["properties"])


@pytest.mark.parametrize("name", ["batch", "hostile_batch"])
def test_every_sample_validates(name: str, request: pytest.FixtureRequest) -> None:
    batch: Batch = request.getfixturevalue(name)
    errors = [error.message for error in VALIDATOR.iter_errors(json.loads(render(batch)))]
    assert errors == []


@pytest.mark.parametrize(
    "spoil",
    [
        lambda card: card["report"].update(path="/home"),
        lambda card: card["total"].update(points="72"),
        lambda card: card["findings"][0].update(strength="text_quality"),
        lambda card: card["parts"][0]["criteria"][0].update(outcome="good"),
        lambda card: card["report"].update(signed="2023年"),
        lambda card: card["parts"][0]["criteria"][0]["norm"].update(force="强制"),
        lambda card: card["report"]["read_from"].update(year="rumour"),
        lambda card: card["parts"][0]["criteria"][0].pop("nearest"),
    ],
)
def test_the_schema_refuses_what_the_contract_does_not_know(
    batch: Batch, whole: Scorecard, spoil: Callable[[dict], object]
) -> None:
    document = one(batch, whole)
    spoil(document["scorecards"][0])
    assert not VALIDATOR.is_valid(document)


def test_the_output_is_the_golden_document(
    batch: Batch, check_golden: Callable[[str, str], None]
) -> None:
    check_golden("render/batch.json", render(batch))


def test_the_same_batch_gives_the_same_bytes(hostile_batch: Batch) -> None:
    assert render(hostile_batch).encode() == render(hostile_batch).encode()


def test_quotes_are_the_words_of_the_text_at_their_offsets(batch: Batch, whole: Scorecard) -> None:
    quotes = list(quotes_in(one(batch, whole)))
    assert len(quotes) > 30
    for quote in quotes:
        assert whole.text[quote["start"] : quote["end"]] == quote["text"]
        assert whole.text[: quote["start"]].count("\n") + 1 == quote["line"]


def test_a_whole_decimal_is_an_integer_and_half_a_point_is_not(batch: Batch) -> None:
    text = render(batch)
    assert '"points": 2,' in text
    assert '"points": 1.5,' in text
    assert '"max": 100,' in text


@pytest.mark.parametrize(
    ("value", "shown"), [("0.1", "0.1"), ("66.67", "66.67"), ("4.0", "4"), ("1E+2", "100")]
)
def test_a_decimal_is_printed_in_its_shortest_form(
    batch: Batch, whole: Scorecard, value: str, shown: str
) -> None:
    card = replace(whole, total=replace(whole.total, low=Decimal(value)))
    assert f'"low": {shown},' in render(replace(batch, scorecards=(card,)))


def test_what_is_not_there_is_null_or_an_empty_list(batch: Batch, nameless: Scorecard) -> None:
    card = one(batch, nameless)["scorecards"][0]
    assert card["report"]["issuer"] is None
    assert card["report"]["region"] == [None] * 4
    assert card["report"]["read_from"] == dict.fromkeys(
        ("issuer", "year", "signed", "published"), None
    )
    assert card["report"]["conflicts"] == []
    assert card["findings"] == []
    assert card["parts"][0]["criteria"][0]["nearest"] is None
    assert card["parts"][0]["placement"] is None


def test_a_shortcoming_without_an_answer_has_null_for_it(batch: Batch, whole: Scorecard) -> None:
    answered, left_open = one(batch, whole)["scorecards"][0]["closure"]
    assert answered["why"] == {"matters": ["矛盾纠纷化解"], "words": ["调解"]}
    assert left_open["answered_by"] is None
    assert left_open["why"] == {"matters": [], "words": []}


def test_words_that_spoke_stand_with_the_quote_they_earned(batch: Batch, whole: Scorecard) -> None:
    criteria = [c for p in one(batch, whole)["scorecards"][0]["parts"] for c in p["criteria"]]
    (outreach,) = [c for c in criteria if c["spoken_by"]]
    assert outreach["spoken_by"] == [{"quote": outreach["quotes"][0], "words": ["受众", "法律"]}]


def test_a_finding_without_arithmetic_has_null_for_it(batch: Batch, whole: Scorecard) -> None:
    findings = one(batch, whole)["scorecards"][0]["findings"]
    assert [finding["computed"] is None for finding in findings] == [False, True, True]


def test_damage_of_the_copy_is_kept_out_of_the_findings(batch: Batch, whole: Scorecard) -> None:
    card = one(batch, whole)["scorecards"][0]
    assert [finding["strength"] for finding in card["findings"]] == ["finding", "finding", "hint"]
    assert [list(note) for note in card["text_quality"]] == [["kind", "message", "quotes"]]


def test_chinese_is_printed_as_it_is_and_the_last_line_ends(batch: Batch) -> None:
    text = render(batch)
    assert "鹿鸣坡镇" in text
    assert text.startswith('{\n  "schema": "scorecard/1",\n')
    assert text.endswith("}\n")


def test_a_file_name_that_is_not_utf8_survives_the_round_trip(
    batch: Batch, whole: Scorecard
) -> None:
    name = "\udcc2\udcb9.txt"
    card = replace(whole, report=replace(whole.report, file=name))
    text = render(replace(batch, scorecards=(card,)))
    assert text.encode("utf-8")
    assert json.loads(text)["scorecards"][0]["report"]["file"] == name


@pytest.mark.parametrize("name", ["batch", "hostile_batch"])
def test_every_line_stands_for_itself(
    name: str, roll_call: RollCall, request: pytest.FixtureRequest
) -> None:
    batch: Batch = replace(
        request.getfixturevalue(name), not_submitted=("白石镇",), roll_call=roll_call
    )
    lines = [json.loads(line) for line in render_lines(batch).split("\n")[:-1]]
    assert [error.message for line in lines for error in LINE_VALIDATOR.iter_errors(line)] == []
    told = [[key for key in LINE_KINDS if line[key] is not None] for line in lines]
    reports = [["scorecard"]] * len(batch.scorecards)
    assert told == [*reports, ["refused"], ["error"], ["not_submitted"], ["roll_call"]]


def test_a_line_holds_the_scorecard_of_the_document(batch: Batch) -> None:
    document = json.loads(render(batch))
    lines = [json.loads(line) for line in render_lines(batch).splitlines()]
    assert [line["scorecard"] for line in lines[:4]] == document["scorecards"]


def test_the_lines_are_the_golden_file(
    batch: Batch, whole: Scorecard, check_golden: Callable[[str, str], None]
) -> None:
    one = replace(batch, scorecards=(whole,), not_submitted=("白石镇",))
    check_golden("render/batch.jsonl", render_lines(one))


def test_who_sent_nothing_is_listed_where_a_register_was_given(batch: Batch) -> None:
    assert json.loads(render(batch))["not_submitted"] is None
    given = json.loads(render(replace(batch, not_submitted=("白石镇",))))
    assert given["not_submitted"] == ["白石镇"]
    assert VALIDATOR.is_valid(given)


def test_a_register_held_against_the_reports(batch: Batch, roll_call: RollCall) -> None:
    assert json.loads(render(batch))["roll_call"] is None
    given = json.loads(render(replace(batch, not_submitted=("白石镇",), roll_call=roll_call)))
    told = given["roll_call"]
    assert VALIDATOR.is_valid(given)
    assert (told["register"], told["owing"], told["submitted"]) == ("名册.xlsx", 6, 3)
    assert told["repeated"][1] == {"name": "黑水镇", "files": ["送审/c.txt"], "note": None}
    assert told["unsettled"][0]["files"] == ["送审/朝阳.pdf"]
    assert told["misplaced"][0]["issuer"] == "赤岭镇人民政府"
