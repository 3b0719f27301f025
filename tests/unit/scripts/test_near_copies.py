"""Planted copies held against what a comparison tells: found, right, by kind."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import fields
from pathlib import Path
from types import ModuleType

import pytest

from scorer.compare import wire
from scorer.compare.copies import compare
from scorer.compare.formulas import load_formulas
from scorer.compare.gather import Source, gather

#: Imports a script by its name.
Load = Callable[[str], ModuleType]
#: 300 characters, of which 297 are letters, in three sentences of 100.
PLANTED = "".join(f"{sign * 99}。" for sign in "甲乙丙")
OWN = "丁" * 300
WHOLE, SIBLINGS, STRANGERS = "全文，换了名称", "同一来源的两份抄件", "没有抄录关系的两份"
BENCH = Path(__file__).resolve().parents[3] / "scripts" / "bench"
#: Counts by name and line of the table, for passages by letters and places in reports.
Count = Callable[..., dict[str, Counter[str]]]


@pytest.fixture
def bench(load: Load, monkeypatch: pytest.MonkeyPatch) -> Load:
    """Import a script of the bench; these too import each other by their bare names."""
    monkeypatch.syspath_prepend(str(BENCH))
    return load


@pytest.fixture
def count(bench: Load) -> Count:
    """Counts where reports 5 and 6 hold text of report 1 from character 300 on."""
    counting = bench("near_counts")

    def run(*told: tuple[int, dict[int, tuple[int, int]]]) -> dict[str, Counter[str]]:
        copies = [
            counting.Copy(copy=number, of=1, kind="whole", renamed=True, texts=(PLANTED,))
            for number in (5, 6)
        ]
        passages = [counting.Told(letters=n, places=places, words="") for n, places in told]
        counts = counting.count(copies, passages, lambda _: OWN + PLANTED)
        return {field.name: getattr(counts, field.name) for field in fields(counts)}

    return run


def test_passages_cover_a_text_together_and_what_overlaps_counts_once(count: Count) -> None:
    enough = count((99, {1: (0, 150), 5: (300, 450)}), (99, {1: (100, 240), 5: (400, 540)}))
    assert (enough["planted"][WHOLE], enough["found"][WHOLE]) == (2, 1)
    less = count((99, {1: (0, 200), 5: (300, 500)}), (99, {1: (100, 239), 5: (400, 539)}))
    assert less["found"][WHOLE] == 0


def test_a_text_is_found_only_beside_its_source(count: Count) -> None:
    counts = count((297, {4: (0, 300), 5: (300, 600)}), (297, {5: (300, 600), 6: (300, 600)}))
    assert counts["found"].total() == 0
    assert counts["told"] == Counter({STRANGERS: 1, SIBLINGS: 1})
    assert counts["right"] == Counter({STRANGERS: 0, SIBLINGS: 1})


def test_a_passage_is_right_where_its_own_letters_are_planted(count: Count) -> None:
    formulas_before = count((297, {1: (0, 600), 5: (0, 600)}))
    assert formulas_before["right"][WHOLE] == 1
    own_before = count((400, {1: (0, 600), 5: (0, 600)}))
    assert own_before["right"][WHOLE] == 0


def test_short_passages_stand_apart(count: Count) -> None:
    counts = count((199, {1: (0, 202), 5: (300, 502)}))
    assert counts["told"] == counts["right"] == Counter()
    assert counts["told_short"] == counts["right_short"] == Counter({WHOLE: 1})


def test_formulas_count_by_letters(bench: Load) -> None:
    share = bench("near_counts").share_formulas
    formulas = load_formulas()
    assert share("科学立法、严格执法、公正司法、全民守法", formulas) == 1
    assert share("全民守法，村民老王家的水管换了新的", formulas) == 0


def test_a_corpus_and_its_truth_go_through(bench: Load, tmp_path: Path) -> None:
    bench("make_corpus").write_corpus(tmp_path, 60, copies=0.3)
    counting = bench("near_counts")
    sources = [Source(path=path, name=path.name) for path in sorted(tmp_path.rglob("*.txt"))]
    result = tmp_path / "compare.json"
    result.write_text(wire.render(compare(gather(sources, 1))), "utf-8")
    told = counting.read_told(result)
    counts = counting.count(
        counting.read_truth(tmp_path), told, lambda n: sources[n].path.read_text("utf-8")
    )
    assert counts.planted.total() > 10
    assert counts.found == counts.planted
    assert counts.right == counts.told
    rows = list(bench("near_copies").list_counts(counts))
    assert rows[-1].startswith(
        f"| 合计 | {counts.planted.total()} | {counts.found.total()} | 100.0%"
    )
