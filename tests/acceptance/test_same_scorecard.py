"""One report in several formats has one scorecard: its text twin's."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

import pytest

from scorer.pipeline import score_bytes
from scorer.rubric.model import Rubric
from scorer.scorecard import Scorecard
from tests.makers.archives import write_zip
from tests.makers.ofd import write_ofd
from tests.makers.report import TEXT
from tests.makers.seeds import SEEDS

ROOT = Path(__file__).parents[2]


def find_outcomes(name: str, data: bytes, rubric: Rubric) -> list[tuple[str, str, tuple[str, ...]]]:
    """Criterion, outcome and quotes, in order."""
    (card,) = score_bytes(name, data, rubric).scorecards
    assert isinstance(card, Scorecard)
    return [
        (criterion.id, criterion.outcome, tuple(quote.text for quote in criterion.quotes))
        for part in card.parts
        for criterion in part.criteria
    ]


@pytest.mark.parametrize(
    "make", ["make_word", "make_wps", "make_revised", "make_library", "make_rtf", "report.doc"]
)
def test_outcomes_and_quotes_are_those_of_the_text_twin(
    make: str, township: Rubric, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.syspath_prepend(str(ROOT / "scripts"))
    pytest.importorskip("twin")
    sample = ROOT / "tests" / "cases" / "readers" / make
    makers = (import_module("twin_docx"), import_module("twin_office"))
    maker = next((getattr(module, make) for module in makers if hasattr(module, make)), None)
    data = maker() if maker is not None else sample.read_bytes()
    twin = import_module("twin").TEXT.encode()
    wanted = find_outcomes("云岫镇.txt", twin, township)
    assert find_outcomes("云岫镇", data, township) == wanted
    assert {outcome for _, outcome, _ in wanted} >= {"met", "partial"}


CLEAN = ["乙.html", "丙.ofd", "己.pdf", "庚.pdf", "癸.rtf", "子.mht"]


@pytest.mark.parametrize("name", CLEAN)
def test_every_format_gives_the_scorecard_of_the_same_words(name: str, township: Rubric) -> None:
    seed = next(seed for seed in SEEDS if seed.name == name)
    wanted = find_outcomes("甲.txt", TEXT.encode(), township)
    assert find_outcomes(name, seed.make(), township) == wanted
    assert {outcome for _, outcome, _ in wanted} >= {"met", "partial"}


def test_a_report_in_an_archive_has_the_scorecard_it_has_alone(township: Rubric) -> None:
    wanted = find_outcomes("甲.txt", TEXT.encode(), township)
    assert find_outcomes("包.zip", write_zip({"城关/甲.ofd": write_ofd()}), township) == wanted
