"""The table of who sent nothing, and of all else without a scorecard."""

from __future__ import annotations

from collections.abc import Iterator

from scorer.render.tables import Table, cell, tally, text, word
from scorer.scorecard import Batch, RollCall

_NO_REGISTER = "未提供报送名册，无法列出未报送的单位。"
_WITHHELD = "送乡镇的文件不列未报送的单位。"
_ALL_SENT = "名册上的单位均已报送。"


def list_unscored(batch: Batch) -> Table:
    """Bodies of the register first, then files."""
    columns = (
        tally("序号"),
        text("单位或文件", 30),
        word("情形", 8),
        text("说明", 50),
    )
    told = (
        *((name, "未报送", "") for name in batch.not_submitted or ()),
        *_register_rows(batch.roll_call),
        *((r.file, "未予评分", f"{r.document_type}：{r.reason}") for r in batch.refused),
        *((e.file, "无法读取", e.reason) for e in batch.errors),
    )
    rows = tuple(
        (number, cell(name), state, cell(why))
        for number, (name, state, why) in enumerate(told, start=1)
    )
    return Table(
        title="未报送",
        file="not_submitted.csv",
        columns=columns,
        rows=rows,
        notes=_explain_register(batch),
    )


def _register_rows(call: RollCall | None) -> Iterator[tuple[str, str, str]]:
    """What else a register shows: bodies and files that a person must look at."""
    if call is None:
        return
    for repeated in call.repeated:
        yield (
            repeated.name,
            "报送不止一份",
            "；".join((*repeated.files, repeated.note)).rstrip("；"),
        )
    for unsettled in call.unsettled:
        yield unsettled.name, "待核对", "；".join((*unsettled.files, unsettled.reason))
    for misplaced in call.misplaced:
        yield misplaced.file, "对不上名册", misplaced.reason


def _explain_register(batch: Batch) -> tuple[str, ...]:
    """A sentence where no row says who sent nothing."""
    if batch.not_submitted is None:
        return (_WITHHELD if batch.register_withheld else _NO_REGISTER,)
    open_ = batch.roll_call is not None and batch.roll_call.unsettled
    return () if batch.not_submitted or open_ else (_ALL_SENT,)
