"""Consistency checks: each a question that yields findings, silent when unsure."""

from __future__ import annotations

from scorer.checks import (
    citation_broken,
    date_does_not_exist,
    law_misnamed,
    law_repealed,
    numbering_slips,
    placeholder_left,
    plan_period_over,
    rate_disagrees,
    report_late,
    reports_mixed,
    sentence_repeated,
    signed_before_event,
    sum_disagrees,
    term_typo,
    text_broken_off,
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
    law_repealed.CHECK,
    law_misnamed.CHECK,
    plan_period_over.CHECK,
)


def find_check(check_id: str) -> Check | None:
    """The check of that id, if there is one."""
    return next((check for check in CHECKS if check.id == check_id), None)
