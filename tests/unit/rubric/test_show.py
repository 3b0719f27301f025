from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from scorer.rubric import describe, describe_criterion, load
from scorer.rubric.model import Rubric
from scorer.zh.phrase import parse_phrase

CASES = Path(__file__).parents[2] / "cases" / "rubric"


@pytest.fixture(scope="module")
def small() -> Rubric:
    return load(CASES / "valid" / "small.yaml", "small.yaml")


def test_golden_a_rubric_as_a_person_reads_it(
    small: Rubric, check_golden: Callable[[str, str], None]
) -> None:
    check_golden("rubric/small.md", describe(small))


def test_golden_a_criterion_with_its_words_and_exemplars(
    small: Rubric, check_golden: Callable[[str, str], None]
) -> None:
    told = "\n".join(describe_criterion(criterion) for criterion in small.criteria)
    check_golden("rubric/small-criteria.md", told)


def test_a_long_list_of_words_is_cut_and_counted(small: Rubric) -> None:
    criterion = small.criteria[1]
    many = tuple(parse_phrase(f"短语{number}") for number in range(30))
    vocabulary = replace(criterion.vocabulary, strong=many)
    told = describe_criterion(replace(criterion, vocabulary=vocabulary))
    assert "短语11 等 30 个" in told
    assert "短语12" not in told


def test_a_rubric_without_checks_and_refusals_has_no_such_headings(small: Rubric) -> None:
    told = describe(replace(small, checks=(), refuses=()))
    assert "## 核查" not in told
    assert "## 不评分的文种" not in told
