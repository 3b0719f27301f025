"""Consistency checks: each a question that yields findings, silent when unsure."""

from __future__ import annotations

from scorer.checks import (
    chain_rises,
    citation_broken,
    date_does_not_exist,
    figures_contradict,
    law_misnamed,
    law_repealed,
    name_foreign,
    numbering_slips,
    part_copied,
    part_empty,
    placeholder_left,
    plan_period_over,
    rate_disagrees,
    report_late,
    reports_mixed,
    sentence_repeated,
    signed_before_event,
    speaker_wrong,
    sum_disagrees,
    term_typo,
    text_broken_off,
    year_stale,
)
from scorer.checks.base import Check

CHECKS: tuple[Check, ...] = (
    rate_disagrees.CHECK,
    sum_disagrees.CHECK,
    date_does_not_exist.CHECK,
    signed_before_event.CHECK,
    report_late.CHECK,
    placeholder_left.CHECK,
    sentence_repeated.CHECK,
    numbering_slips.CHECK,
    citation_broken.CHECK,
    text_broken_off.CHECK,
    reports_mixed.CHECK,
    term_typo.CHECK,
    name_foreign.CHECK,
    speaker_wrong.CHECK,
    figures_contradict.CHECK,
    chain_rises.CHECK,
    part_copied.CHECK,
    part_empty.CHECK,
    law_repealed.CHECK,
    law_misnamed.CHECK,
    plan_period_over.CHECK,
    year_stale.CHECK,
)


def find_check(check_id: str) -> Check | None:
    """The check of that id, if there is one."""
    return next((check for check in CHECKS if check.id == check_id), None)
