"""The figures of an evaluation as JSON; a figure that would be 0/0 is null."""

from __future__ import annotations

from dataclasses import asdict
from fractions import Fraction

from scorer.agreement.findings import FindingAgreement
from scorer.agreement.labels import LabelAgreement
from scorer.agreement.measure import Agreement, GroupAgreement

Node = dict[str, object]

#: Digits behind the point: more would suggest a precision that no label has.
_DIGITS = 4


def list_figures(agreement: Agreement) -> Node:
    """One document: figures in all, by part, by criterion, by kind, and every difference."""
    return {
        "schema": "agreement/1",
        "reports": agreement.reports,
        "unscored": list(agreement.unscored),
        "overall": _labels(agreement.overall),
        "parts": [_group(group) for group in agreement.parts],
        "criteria": [_group(group) for group in agreement.criteria],
        "confusions": [asdict(cell) for cell in agreement.confusions],
        "false_undetermined": agreement.false_undetermined,
        "total": {
            "count": agreement.total.count,
            "mean_difference": _figure(agreement.total.mean_difference),
        },
        "findings": {
            "overall": _finding(agreement.findings),
            "families": [_finding(row) for row in agreement.finding_families],
            "kinds": [_finding(row) for row in agreement.finding_kinds],
        },
        "remarks": [asdict(row) for row in agreement.remarks],
        "facts": [{**asdict(row), "share": _figure(row.share)} for row in agreement.facts],
        "differences": {
            "labels": [asdict(row) for row in agreement.label_differences],
            "missed": [asdict(row) for row in agreement.missed],
            "false_alarms": [asdict(row) for row in agreement.false_alarms],
            "facts": [asdict(row) for row in agreement.fact_differences],
        },
    }


def _group(group: GroupAgreement) -> Node:
    return {"id": group.id, **_labels(group.agreement)}


def _labels(labels: LabelAgreement) -> Node:
    return {
        "count": labels.count,
        "exact": _figure(labels.exact),
        "kappa": _figure(labels.kappa),
        "weighted_kappa": _figure(labels.weighted_kappa),
        "macro_f1": _figure(labels.macro_f1),
    }


def _finding(row: FindingAgreement) -> Node:
    return {
        "kind": row.kind,
        "marked": row.marked,
        "found": row.found,
        "recall": _figure(row.recall),
        "right": row.right,
        "wrong": row.wrong,
        "precision": _figure(row.precision),
    }


def _figure(value: Fraction | None) -> float | None:
    return None if value is None else round(float(value), _DIGITS)
