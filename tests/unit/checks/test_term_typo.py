"""The table of confusions: every row is shown by its own hit and held back by its own miss."""

from collections.abc import Callable

import pytest

from scorer.checks import term_typo
from scorer.checks.confusions import Confusion, Term
from scorer.checks.tables import shipped_tables
from scorer.reading.model import Reading

TABLE = shipped_tables().confusions
MakeReading = Callable[..., Reading]
ROWS = [pytest.param(row, id=f"{row.wrong}→{row.right} {row.hit}") for row in TABLE]


def test_the_table_is_large_enough_and_tells_no_row_twice() -> None:
    rows = TABLE
    assert len(rows) >= 60
    assert len({(row.wrong, row.where) for row in rows}) == len(rows)


@pytest.mark.parametrize("row", ROWS)
def test_the_hit_of_a_row_is_found_and_mended(row: Confusion, make_reading: MakeReading) -> None:
    match = next(row.find(row.hit), None)
    assert match is not None
    assert row.wrong in match[0]
    found = list(term_typo.run(make_reading(row.hit)))
    assert len(found) == 1
    assert found[0].strength is row.strength


@pytest.mark.parametrize("row", ROWS)
def test_the_near_miss_of_a_row_is_silent(row: Confusion, make_reading: MakeReading) -> None:
    assert list(term_typo.run(make_reading(row.miss))) == []


@pytest.mark.parametrize("row", ROWS)
def test_a_mended_hit_is_silent(row: Confusion, make_reading: MakeReading) -> None:
    mended = row.hit.replace(row.wrong, row.right)
    assert list(term_typo.run(make_reading(mended))) == []


TERMS = [pytest.param(term, id=f"{term.term} {term.at}") for term in shipped_tables().terms]


@pytest.mark.parametrize("term", TERMS)
def test_a_term_with_a_wrong_character_is_found_and_mended(
    term: Term, make_reading: MakeReading
) -> None:
    for place in term.at:
        spoilt = f"{term.term[: place - 1]}囧{term.term[place:]}"
        found = list(term_typo.run(make_reading(f"全年推进{spoilt}，成效明显。")))
        assert len(found) == 1, spoilt
        assert term.term in found[0].message


@pytest.mark.parametrize("term", TERMS)
def test_a_term_and_its_near_miss_are_silent(term: Term, make_reading: MakeReading) -> None:
    for words in (f"全年推进{term.term}，成效明显。", term.miss):
        assert list(term_typo.run(make_reading(words))) == []
