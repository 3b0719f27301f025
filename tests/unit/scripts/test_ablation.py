"""Every component can be turned off from outside, and is on again afterwards."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest

from scorer import pipeline
from scorer.agreement import GoldReport, load_gold, measure
from scorer.evidence.lexicon import Weight
from scorer.evidence.topics import CONCRETE, TopicModel
from scorer.rubric.model import Exemplar, Rubric
from scorer.scorecard import Outcome, Scorecard
from scorer.scoring.exemplars import try_exemplar

ROOT = Path(__file__).resolve().parents[3]
#: Imports a script by its name.
Load = Callable[[str], ModuleType]
MET, PARTIAL, MISSING = Outcome.MET, Outcome.PARTIAL, Outcome.MISSING

PLAN = ("measures.disputes", "plan", "全年调解矛盾纠纷83件。", MISSING)
DEMAND = ("measures.disputes", None, "要求各村全年调解矛盾纠纷83件。", MISSING)
OF_OTHERS = ("duty.convene", None, "司法所所长全年3次召开会议研究法治建设工作。", MISSING)
NEIGHBOUR = ("measures.openness", None, "坚持政务公开，调解矛盾纠纷83件。", PARTIAL)
#: A component, what it keeps from being met (criterion, part, words), and at which level.
BITES = [
    ("standing: all clauses done", *PLAN),
    ("standing: by part, not words", *DEMAND),
    ("actor: anybody is the heads", *OF_OTHERS),
    ("contest: own by words alone", *NEIGHBOUR),
    ("contest: own by words, model", *NEIGHBOUR),
    ("parts: headings ignored", *PLAN),
    ("parts: ignored for clauses only", *PLAN),
]


@pytest.mark.parametrize("bite", BITES, ids=lambda bite: bite[0])
def test_what_a_component_keeps_out_comes_in_only_while_it_is_off(
    load: Load, township: Rubric, bite: tuple[str, str, str | None, str, Outcome]
) -> None:
    name, criterion, part, text, kept_at = bite
    ablation = load("ablation")
    component = next(each for each in ablation.COMPONENTS if each.name == name)
    judged = next(each for each in township.criteria if each.id == criterion)
    exemplar = Exemplar(level=MET, text=text, part=part)
    assert try_exemplar(township, judged, exemplar) is kept_at
    with ablation.without(component, township) as tried:
        assert try_exemplar(tried, judged, exemplar) is MET
    assert try_exemplar(township, judged, exemplar) is kept_at


def test_every_function_replaced_is_one_the_engine_has_and_comes_back(
    load: Load, township: Rubric
) -> None:
    ablation = load("ablation")
    for component in ablation.COMPONENTS:
        before = [getattr(module, name) for module, name, _ in component.instead]
        with ablation.without(component, township):
            now = [getattr(module, name) for module, name, _ in component.instead]
            assert all(one is not other for one, other in zip(before, now, strict=True))
        assert [getattr(module, name) for module, name, _ in component.instead] == before


def test_a_model_of_some_columns_scores_them_alike_and_no_others(load: Load) -> None:
    model = TopicModel(
        criteria=("a", CONCRETE, "b"),
        bias=(1, 2, 3),
        weights={"水": ((0, 10), (1, 20)), "火": ((1, 5), (2, 7))},
    )
    topics = load("ablation").keep_columns(model, lambda name: name != CONCRETE)
    whole = model.score("水火")
    assert topics.score("水火") == {name: whole[name] for name in ("a", "b")}
    assert topics.score("") == {"a": 1, "b": 3}


def test_without_traps_the_words_stay_and_no_trap_is_hit(load: Load, township: Rubric) -> None:
    lexicon = township.lexicon
    kept = load("ablation").drop_traps(township).lexicon
    weights, left = (
        [user.weight for by_word in each.users for users in by_word.values() for user in users]
        for each in (lexicon, kept)
    )
    assert Weight.TRAP in weights
    assert left == [weight for weight in weights if weight is not Weight.TRAP]


def test_changes_count_what_is_lost_and_what_is_won(
    load: Load, make_gold: Callable[..., GoldReport], make_scorecard: Callable[..., Scorecard]
) -> None:
    ablation = load("ablation")
    gold = [make_gold({"x.a": MET, "x.b": MET, "x.c": PARTIAL})]
    before = measure(gold, [make_scorecard({"x.a": MET, "x.b": MISSING, "x.c": MISSING})])
    now = measure(gold, [make_scorecard({"x.a": PARTIAL, "x.b": MET, "x.c": MET})])
    assert ablation.count_changes(before, now) == (1, 1)
    assert ablation.list_figures(now, before)[-2:] == ("-1", "+1")


def test_the_table_has_a_line_for_each_setting_and_a_share_for_each_blind_file(
    load: Load, make_gold: Callable[..., GoldReport], make_scorecard: Callable[..., Scorecard]
) -> None:
    ablation = load("ablation")
    gold = [make_gold({"x.a": MET, "x.b": MISSING})]
    full = ablation.Row(
        name="(everything on)",
        folders=(measure(gold, [make_scorecard({"x.a": MET, "x.b": MISSING})]),),
        blind=({"a": (1, 1), "b": (2, 3)}, {"a": (1, 2)}),
    )
    less = ablation.Row(
        name="words",
        folders=(measure(gold, [make_scorecard({"x.a": MISSING, "x.b": MISSING})]),),
        blind=({"a": (1, 1), "b": (0, 3)}, {"a": (0, 2)}),
    )
    lines = ablation.make_table(full, [less], ["corpus/x"], ["blind", "blind2"]).splitlines()
    assert lines[1].split()[-2:] == ["blind", "blind2"]
    assert lines[2].split()[2:] == ["1.000"] * 3 + ["0.0", "-0", "+0", "0.750", "0.500"]
    assert lines[3].split()[:5] == ["words", "0.500", "0.000", "0.000", "4.0"]
    assert lines[3].split()[5:] == ["-1", "+0", "0.250", "0.000"]


@pytest.mark.skipif(not (ROOT / "examples").is_dir(), reason="no examples/ here")
def test_with_everything_on_the_scripts_judge_as_the_program_does(
    load: Load, township: Rubric
) -> None:
    labelled = load("labelled")
    folder = ROOT / "examples"
    reports = load_gold(folder)
    files = {report.file: report.path for report in reports}
    batch = pipeline.make_batch(
        township, (pipeline.score_path(path, file, township) for file, path in files.items())
    )
    ours = labelled.read_labelled(folder)
    rubric = labelled.load_rubric()
    with labelled.parsing_once(), load("ablation").without(load("ablation").QUICK, rubric):
        scorecards = labelled.judge_all(rubric, ours.parsed)
    expected = measure(reports, batch.scorecards)
    found = measure(ours.reports, scorecards)
    assert (found.overall, found.total) == (expected.overall, expected.total)
    assert found.label_differences == expected.label_differences
