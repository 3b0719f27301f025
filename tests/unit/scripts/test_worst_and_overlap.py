"""The worst criteria in order, the confusions, and runs of characters that texts share."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest

from scorer.agreement import Agreement, GoldReport, measure
from scorer.scorecard import Outcome, Scorecard

#: Imports a script by its name.
Load = Callable[[str], ModuleType]
MET, PARTIAL, MISSING = Outcome.MET, Outcome.PARTIAL, Outcome.MISSING


@pytest.fixture
def three(
    make_gold: Callable[..., GoldReport], make_scorecard: Callable[..., Scorecard]
) -> Agreement:
    """Of three reports criterion x.b comes out otherwise in all, x.a in one, x.c in none."""
    files = ("r1", "r2", "r3")
    gold = [make_gold({"x.a": MET, "x.b": MET, "x.c": MET}, id=f, file=f) for f in files]
    ours = [(MET, MISSING), (MET, MISSING), (PARTIAL, PARTIAL)]
    cards = [
        make_scorecard({"x.a": a, "x.b": b, "x.c": MET}, file=file)
        for file, (a, b) in zip(files, ours, strict=True)
    ]
    return measure(gold, cards)


def test_the_worst_stand_first_with_their_confusions(load: Load, three: Agreement) -> None:
    worst = load("worst").find_worst(three)
    assert [each.criterion for each in worst] == ["x.b", "x.a"]
    assert worst[0].confusions == (("met→missing", 2), ("met→partial", 1))


def test_examples_show_another_confusion_before_the_same_again(
    load: Load, three: Agreement
) -> None:
    first, _ = load("worst").find_worst(three)
    assert [(each.report, each.ours) for each in first.examples] == [
        ("r1", MISSING),
        ("r3", PARTIAL),
    ]


def test_the_matrix_has_rows_by_hand(load: Load, three: Agreement) -> None:
    rows = [line.split() for line in load("worst").make_matrix(three.confusions).splitlines()]
    assert rows[0] == ["met", "partial", "missing"]
    assert rows[1] == ["met", "5", "2", "2"]
    assert rows[3] == ["missing", "0", "0", "0"]


def test_the_hand_is_quoted_or_its_reason_given(
    load: Load, tmp_path: Path, make_gold: Callable[..., GoldReport]
) -> None:
    items = {
        "x.a": {"label": "met", "evidence": ["一句", "两句"], "why": "有"},
        "x.b": {"label": "missing", "evidence": [], "why": "没有说"},
    }
    (tmp_path / "r.json").write_text(json.dumps({"items": items}), "utf-8")
    report = make_gold(file=str(tmp_path / "r.txt"))
    assert load("worst").read_evidence(report) == {"x.a": "一句 / 两句", "x.b": "(没有说)"}


def test_runs_are_cut_without_white_space_and_short_texts_have_none(load: Load) -> None:
    overlap = load("overlap")
    assert list(overlap.cut_runs("一二三四 五六七\n八九十甲乙丙")) == [
        "一二三四五六七八九十甲乙",
        "二三四五六七八九十甲乙丙",
    ]
    assert list(overlap.cut_runs("一二三")) == []


def test_a_shared_run_counts_as_often_as_it_is_told(load: Load) -> None:
    overlap = load("overlap")
    phrase = "甲乙丙丁戊己庚辛壬癸子丑"
    runs = [phrase, "另外十二个字的一句话在这", phrase]
    assert overlap.count_shared(runs, [f"前{phrase}后", "别的"]) == 2
    assert overlap.count_shared(runs, [phrase[:6], phrase[6:]]) == 0


def test_strings_of_a_word_file_are_found_below_its_keys(load: Load) -> None:
    words = {"x.a": {"strong": ["甲", {"phrase": "乙", "hit": "丙"}], "weak": []}, "n": 3}
    assert list(load("overlap").find_strings(words)) == ["甲", "乙", "丙"]


def test_sources_are_shown_alone_by_group_and_together(load: Load) -> None:
    groups = {"g": {"a": ["1"], "b": ["2"], "c": []}, "h": {"d": [], "e": ["3"]}}
    assert dict(load("overlap").list_sources(groups)) == {
        "a": ["1"],
        "b": ["2"],
        "g, together": ["1", "2"],
        "e": ["3"],
        "all": ["1", "2", "3"],
    }


def test_every_blind_file_is_found_and_read(
    load: Load, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    wordings = load("wordings")
    for name in ("blind2.jsonl", "blind.jsonl", "other.jsonl"):
        (tmp_path / name).write_text('{"text": "句"}\n\n', "utf-8")
    monkeypatch.setattr(wordings, "CORPUS", tmp_path)
    found = wordings.find_blind()
    assert [path.name for path in found] == ["blind.jsonl", "blind2.jsonl"]
    assert wordings.read_blind(found[0]) == [{"text": "句"}]
    assert wordings.add_up({"a": (1, 2), "b": (3, 5)}) == (4, 7)
