"""One report's share of every output, made where the report was scored."""

from __future__ import annotations

import zlib
from collections.abc import Mapping
from dataclasses import dataclass, field

from scorer.parcels.codec import decode, encode
from scorer.parcels.rows import Records, list_records
from scorer.parcels.slim import slim
from scorer.render.audience import address
from scorer.render.wishes import PLAIN, Wishes
from scorer.scorecard import Batch, Scorecard

#: Speed counts: higher levels take five times as long for a tenth less.
_LEVEL = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """Which shares are wanted: `pieces` by format, `index` the page that a page links to."""

    pieces: tuple[str, ...] = ()
    index: str | None = None
    wishes: Wishes = PLAIN
    packed: bool = True
    records: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Parcel:
    """The shares of one report.

    `row` is the slim scorecard, as its readers get it in `shown`; `packed` is the whole one.
    """

    row: bytes = field(repr=False)
    shown: bytes = field(repr=False)
    packed: bytes = field(repr=False)
    pieces: Mapping[str, bytes] = field(repr=False)
    records: Records | None = field(repr=False)


def pack(card: Scorecard, order: Order) -> Parcel:
    """Make what is wanted of a scorecard."""
    row = slim(card)
    for_reader = _address(card, order)
    return Parcel(
        row=row,
        shown=row if for_reader is card else slim(for_reader),
        packed=zlib.compress(encode(card), _LEVEL) if order.packed else b"",
        pieces={form: _make_piece(form, card, for_reader, order) for form in order.pieces},
        records=list_records(card) if order.records else None,
    )


def unpack(packed: bytes) -> Scorecard:
    """The whole scorecard."""
    return decode(Scorecard, zlib.decompress(packed))


def _address(card: Scorecard, order: Order) -> Scorecard:
    alone = Batch(rubric=card.rubric, scorecards=(card,))
    return address(alone, order.wishes.audience).scorecards[0]


def _make_piece(form: str, card: Scorecard, for_reader: Scorecard, order: Order) -> bytes:
    # jinja2 and json load slowly: a run imports what its formats need.
    if form == "html":
        from scorer.render import html  # noqa: PLC0415

        text = html.render(for_reader, order.index, order.wishes)
        return text.encode("utf-8", "replace")
    from scorer.render import wire  # noqa: PLC0415

    text = wire.render_line(card) if form == "jsonl" else wire.render_piece(card)
    return text.encode("utf-8", "replace")
