"""The examples that `scorer explain` shows, read as a file is read."""

from collections.abc import Iterator

import pytest

from scorer import ingest, masthead, mentions, reading
from scorer.checks import CHECKS
from scorer.checks.base import EXAMPLE_TITLE, Check


def rules(text: str) -> Iterator[str]:
    for document in ingest.read("example.txt", (EXAMPLE_TITLE + text).encode()):
        head = masthead.read(document)
        report = reading.read(document, head, mentions.read(document.plain), ())
        for check in CHECKS:
            yield from (finding.rule for finding in check.run(report))


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.id)
def test_the_bad_example_of_a_check_shows_it_and_no_other_defect(check: Check) -> None:
    assert set(rules(check.bad)) == {check.id}


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.id)
def test_the_good_example_of_a_check_shows_nothing(check: Check) -> None:
    assert set(rules(check.good)) == set()
