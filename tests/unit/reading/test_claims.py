"""Standing and actor of clauses, from cases written by hand."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from scorer.document import Block, BlockKind, Document, Plain, Span, find_line_starts
from scorer.reading.actor import find_actors
from scorer.reading.model import Actor, Standing
from scorer.reading.segments import cut_clauses
from scorer.reading.standing import find_standings

CASES = Path(__file__).parents[2] / "cases" / "reading"


def _cases(name: str) -> list[tuple[str, str]]:
    groups = yaml.safe_load((CASES / f"{name}.yaml").read_text("utf-8"))
    return [(label, text) for label, texts in groups.items() for text in texts]


def _document(text: str) -> Document:
    whole = Span(0, len(text))
    return Document(
        name="case.txt",
        text=text,
        extent=whole,
        blocks=(Block(kind=BlockKind.PARAGRAPH, span=whole),),
        plain=Plain(text=text, origins=tuple(range(len(text)))),
        line_starts=find_line_starts(text),
    )


@pytest.mark.parametrize(("standing", "text"), _cases("standing"))
def test_a_clause_has_the_standing_its_words_claim(standing: str, text: str) -> None:
    cuts = cut_clauses(_document(text), ())
    found = find_standings(text, cuts, ["measures"] * len(cuts), 2023)
    assert found[-1] is Standing(standing)


@pytest.mark.parametrize(
    ("part", "standing"), [("plan", Standing.PLANNED), ("shortcomings", Standing.SHORTCOMING)]
)
def test_the_part_decides_before_the_words(part: str, standing: Standing) -> None:
    text = "全年开展执法检查46次。"
    cuts = cut_clauses(_document(text), ())
    assert find_standings(text, cuts, [part], 2023) == (standing,)


@pytest.mark.parametrize(("actor", "text"), _cases("actor"))
def test_a_clause_tells_of_the_actor_it_names(actor: str, text: str) -> None:
    cuts = cut_clauses(_document(text), ())
    assert find_actors(text, cuts, [None] * len(cuts))[-1] is Actor(actor)


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("全年主持召开专题会议3次，听取汇报5次。", Actor.HEADS),
        ("一是带头学习法律法规，不断提高依法办事能力。", Actor.HEADS),
        ("6月20日到司法所调研，当场交办两件难事。", Actor.HEADS),
        ("司法所全年调解纠纷31件。", Actor.BODY),
        ("全镇办理行政处罚案件12件。", Actor.BODY),
    ],
)
def test_the_heads_part_speaks_of_the_heads_where_it_names_nobody(text: str, actor: Actor) -> None:
    cuts = cut_clauses(_document(text), ())
    assert find_actors(text, cuts, ["duty"] * len(cuts))[-1] is actor
    assert find_actors(text, cuts, ["measures"] * len(cuts))[-1] is Actor.BODY


def test_a_paragraph_is_cut_at_sentence_marks_and_before_enumerators() -> None:
    text = "做了三件事：一是学法；二是执法落实到位三是普法。全年12场。"
    cuts = cut_clauses(_document(text), ())
    assert [text[cut.at : cut.stop] for cut in cuts] == [
        "做了三件事：",
        "一是学法；",
        "二是执法落实到位",
        "三是普法。",
        "全年12场。",
    ]
    assert [cut.sentence for cut in cuts] == [0, 0, 0, 0, 1]


def test_a_closing_quote_stays_with_its_sentence() -> None:
    text = "群众说：“办事快了。”全年办件。"
    cuts = cut_clauses(_document(text), ())
    assert [text[cut.at : cut.stop] for cut in cuts] == ["群众说：“办事快了。”", "全年办件。"]


def test_the_frame_is_no_part_of_the_body() -> None:
    text = "青禾镇人民政府"
    assert cut_clauses(_document(text), (Span(0, 7),)) == ()
