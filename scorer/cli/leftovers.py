"""Files that were not scored, told on standard error."""

from __future__ import annotations

from scorer.cli.streams import say
from scorer.scorecard import Batch


def tell_leftovers(batch: Batch) -> None:
    """A line for each file that was refused or could not be read."""
    for refusal in batch.refused:
        say(f"未予评分：{refusal.file}（{refusal.document_type}）：{refusal.reason}")
    for failure in batch.errors:
        say(f"无法读取：{failure.file}：{failure.reason}")
