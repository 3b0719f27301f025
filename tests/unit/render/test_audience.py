from __future__ import annotations

from dataclasses import replace

import pytest

from scorer.document import Quote
from scorer.finding import Strength
from scorer.render import wire
from scorer.render.audience import Audience, address, make_mask
from scorer.scorecard import Batch, Scorecard

SAID = "镇党委书记郭长海主持会议3次，联系电话：13800001234。"


@pytest.fixture
def town(batch: Batch) -> Batch:
    return address(batch, Audience.TOWN)


def named(scorecard: Scorecard) -> Scorecard:
    """The sample with a leader's name and number in its text, a quote and a message."""
    quote = Quote(text=SAID[2:10], start=2, end=10, line=1)
    criterion = replace(scorecard.parts[0].criteria[0], quotes=(quote,), reason=f"见{SAID}")
    parts = (replace(scorecard.parts[0], criteria=(criterion,)), *scorecard.parts[1:])
    return replace(scorecard, parts=parts, text=SAID)


def test_the_reviewer_gets_the_batch_itself(batch: Batch) -> None:
    assert address(batch, Audience.REVIEWER) is batch


def test_the_town_gets_no_hint_no_doubt_and_no_sentence_that_came_close(town: Batch) -> None:
    for card in town.scorecards:
        assert not [f for f in card.findings if f.strength is Strength.HINT]
        assert (card.report.doubts, card.report.conflicts) == ((), ())
        assert not [c for c in card.criteria if c.nearest or c.spoken_by]


def test_points_outcomes_and_places_are_those_of_the_reviewer(batch: Batch, town: Batch) -> None:
    for before, after in zip(batch.scorecards, town.scorecards, strict=True):
        assert after.total == before.total
        assert [c.outcome for c in after.criteria] == [c.outcome for c in before.criteria]
        assert len(after.text) == len(before.text)


def test_names_and_numbers_are_hidden_everywhere_at_their_length(
    batch: Batch, whole: Scorecard
) -> None:
    told = replace(batch, scorecards=(named(whole),))
    card = address(told, Audience.TOWN).scorecards[0]
    criterion = card.parts[0].criteria[0]
    assert card.text == "镇党委书记郭某某主持会议3次，联系电话：138********。"
    assert criterion.quotes[0].text == card.text[2:10] == "委书记郭某某主持"
    assert "郭长海" not in criterion.reason
    assert "郭长海" not in wire.render(replace(told, scorecards=(card,)))


def test_json_of_the_run_itself_keeps_names(batch: Batch, whole: Scorecard) -> None:
    assert "郭长海" in wire.render(replace(batch, scorecards=(named(whole),)))


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("手机 138-0000-1234", "手机 138**********"),
        ("电话：0000-1234567", "电话：0000-*******"),
        ("电话:1234567", "电话:*******"),
        ("身份证110101199001011234，", "身份证110101************，"),
        ("身份证11010119900101123X", "身份证110101************"),
        ("手机１３８００００１２３４", "手机１３８********"),
    ],
)
def test_personal_numbers_are_hidden(text: str, shown: str) -> None:
    mask = make_mask(frozenset())
    assert mask(text) == shown
    assert len(mask(text)) == len(text)


@pytest.mark.parametrize(
    "text",
    [
        "热线12345受理8637件",
        "2024-04-09",
        "投入资金13800001234.56元",
        "国办发〔2018〕118号",
        "a1b2c313800001234d",
    ],
)
def test_other_numbers_stay(text: str) -> None:
    assert make_mask(frozenset())(text) == text


def test_no_known_name_is_no_pattern() -> None:
    assert make_mask(frozenset())("镇长") == "镇长"
