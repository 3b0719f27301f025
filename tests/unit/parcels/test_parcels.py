"""What goes between processes and onto disk comes back as it was."""

from __future__ import annotations

from pathlib import Path

import pytest

from scorer.parcels import Order, pack, unpack
from scorer.parcels.slim import Rows
from scorer.pipeline import score_path
from scorer.render import html, terminal, wire
from scorer.render.audience import Audience, address
from scorer.render.names import file_names
from scorer.render.wishes import Wishes
from scorer.rubric.model import Rubric
from scorer.scorecard import Batch, Failure, Refusal

EXAMPLES = Path(__file__).parents[3] / "examples"


@pytest.fixture(scope="module")
def batch(township: Rubric) -> Batch:
    paths = sorted(EXAMPLES.glob("*/report.*"))
    cards = tuple(c for p in paths for c in score_path(p, f"{p}\udce9", township).scorecards)
    return Batch(
        rubric=township.stamp,
        scorecards=cards,
        refused=(Refusal(file="b.txt", document_type="新闻", reason="这是新闻。"),),
        errors=(Failure(file="a.txt", reason="文件是空的。"),),
    )


def test_a_scorecard_is_packed_and_unpacked_without_loss(batch: Batch) -> None:
    for card in batch.scorecards:
        assert unpack(pack(card, Order()).packed) == card


def test_tables_and_the_index_say_the_same_of_slim_scorecards(batch: Batch) -> None:
    rows = Rows(batch.rubric)
    slim = tuple(rows.read(pack(card, Order()).row) for card in batch.scorecards)
    short = Batch(rubric=batch.rubric, scorecards=slim, refused=batch.refused, errors=batch.errors)
    names = file_names(batch.scorecards)
    assert file_names(slim) == names
    assert terminal.render(short) == terminal.render(batch)
    assert html.render_index(short, names) == html.render_index(batch, names)


def test_pieces_make_the_same_documents_as_the_batch_at_once(batch: Batch) -> None:
    order = Order(pieces=("json", "jsonl"))
    parcels = [pack(card, order) for card in batch.scorecards]
    head, tail = wire.render_frame(batch)
    pieces = (parcel.pieces["json"].decode() for parcel in parcels)
    assert head + ",\n    ".join(pieces) + tail == wire.render(batch)
    lines = "".join(parcel.pieces["jsonl"].decode() for parcel in parcels)
    assert wire.render_lines(batch).startswith(lines)


def test_a_town_gets_its_own_page_and_row(batch: Batch) -> None:
    wishes = Wishes(audience=Audience.TOWN)
    addressed = address(batch, Audience.TOWN)
    for card, own in zip(batch.scorecards, addressed.scorecards, strict=True):
        parcel = pack(card, Order(pieces=("html",), wishes=wishes))
        assert parcel.pieces["html"].decode() == html.render(own, None, wishes)
        assert unpack(parcel.packed) == card


def test_rows_that_are_alike_share_what_is_alike(batch: Batch) -> None:
    rows = Rows(batch.rubric)
    data = pack(batch.scorecards[0], Order()).row
    one, other = rows.read(data), rows.read(data)
    assert one.criteria[0] is other.criteria[0]
    assert one.total is other.total
