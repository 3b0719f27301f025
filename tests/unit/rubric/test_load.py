from __future__ import annotations

import re
import shutil
from decimal import Decimal
from pathlib import Path

import pytest

from scorer import resources
from scorer.checks import CHECKS
from scorer.errors import RubricError
from scorer.finding import Force
from scorer.reading.model import Actor
from scorer.rubric import load
from scorer.rubric.model import Rubric
from scorer.scorecard import Outcome

CASES = Path(__file__).parents[2] / "cases" / "rubric"
INVALID = sorted((CASES / "invalid").glob("*.yaml"))
LINE = re.compile(r"[^:\n]+:[1-9]\d*:[1-9]\d*: \S.*")


@pytest.fixture(scope="module")
def small() -> Rubric:
    return load(CASES / "valid" / "small.yaml", "small.yaml")


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    shutil.copytree(CASES / "valid", tmp_path / "valid")
    return tmp_path / "valid" / "small.yaml"


def errors_of(path: Path) -> list[str]:
    with pytest.raises(RubricError) as caught:
        load(path, path.name)
    return str(caught.value).splitlines()


@pytest.mark.parametrize("path", INVALID, ids=lambda path: path.stem)
def test_an_invalid_rubric_gives_the_expected_errors(path: Path) -> None:
    expected = path.with_suffix(".errors.txt").read_text("utf-8").splitlines()
    assert errors_of(path) == expected
    assert all(LINE.fullmatch(line) for line in expected)


def test_no_expected_errors_stand_alone() -> None:
    told = {path.name.removesuffix(".errors.txt") for path in (CASES / "invalid").glob("*.txt")}
    assert told == {path.stem for path in INVALID}


def test_the_stamp_says_which_standard_it_is(small: Rubric) -> None:
    stamp = small.stamp
    assert (stamp.id, stamp.version, stamp.title) == ("small", "1.0", "小评分标准")
    assert (stamp.note, stamp.total) == ("分值为本评分标准口径", Decimal(10))


def test_parts_and_criteria_keep_the_order_of_the_file(small: Rubric) -> None:
    assert [part.id for part in small.parts] == ["form", "measures", "plan"]
    assert [criterion.id for criterion in small.criteria] == [
        "form.title",
        "measures.training",
        "measures.lead",
        "plan.listed",
    ]


def test_points_are_exact(small: Rubric) -> None:
    assert [part.points for part in small.parts] == [Decimal("1.5"), Decimal("6.5"), Decimal(2)]
    assert sum(criterion.points for criterion in small.criteria) == small.stamp.total


def test_levels_run_from_the_best_to_missing(small: Rubric) -> None:
    levels = small.criteria[1].levels
    assert [(level.outcome, level.share, level.label) for level in levels] == [
        (Outcome.MET, Decimal(1), "达标"),
        (Outcome.PARTIAL, Decimal("0.5"), "部分达标"),
        (Outcome.MISSING, Decimal(0), "缺失"),
    ]
    assert [level.evidence is None for level in levels] == [False, False, True]
    assert levels[0].deduction == ""
    assert levels[1].deduction == "未写明学法培训的次数和日期。"


def test_a_part_that_is_no_stretch_of_text_has_no_cues(small: Rubric) -> None:
    assert small.parts[0].cues is None
    assert [cues.part for cues in small.part_cues] == ["measures", "plan"]
    assert small.part_cues[1].headings[0].stands_in("四、下一年度工作安排")


def test_a_norm_may_bind_streets_less(small: Rubric) -> None:
    norm = small.criteria[1].norm
    assert norm.for_issuer("街道").force is Force.BY_ANALOGY
    assert norm.for_issuer("镇").force is Force.BINDING
    assert small.criteria[3].norm.for_issuer("街道").force is Force.BINDING


def test_a_criterion_may_ask_for_an_actor_and_take_orphans(small: Rubric) -> None:
    assert [criterion.actor for criterion in small.criteria] == [None, None, Actor.HEADS, None]
    assert [criterion.takes_orphans for criterion in small.criteria] == [False, False, True, False]


def test_words_of_several_files_are_one_vocabulary(small: Rubric) -> None:
    words = small.criteria[1].vocabulary
    strong = ["执法培训", "学法(培训|考试)", "技术培训", "干部学法"]
    assert [phrase.source for phrase in words.strong] == strong
    assert [phrase.source for phrase in words.weak] == ["组织…学法"]
    assert [phrase.source for phrase in words.concrete] == ["执法培训全部合格"]
    assert [phrase.source for phrase in words.traps] == ["农业技术培训"]


def test_a_criterion_without_words_has_an_empty_vocabulary(small: Rubric) -> None:
    words = small.criteria[0].vocabulary
    assert (words.id, words.weighted) == ("form.title", ())


def test_named_lists_are_looked_for_too(small: Rubric) -> None:
    text = "开展法治教育，举办执法培训。"
    hits = small.lexicon.scan(text)
    assert len(hits.of("umbrella", 0, len(text))) == 1
    assert len(hits.of("measures.training", 0, len(text))) == 1


def test_exemplars_keep_their_line_and_their_part(small: Rubric) -> None:
    exemplars = small.criteria[1].exemplars
    assert [exemplar.level for exemplar in exemplars] == [
        *[Outcome.MET] * 2,
        *[Outcome.PARTIAL] * 2,
        *[Outcome.MISSING] * 2,
    ]
    lines = (CASES / "valid" / "small.yaml").read_text("utf-8").splitlines()
    assert exemplars[4].text in lines[exemplars[4].line - 1]
    assert (exemplars[4].part, exemplars[0].part) == ("plan", None)


def test_a_whole_report_keeps_its_lines(small: Rubric) -> None:
    exemplar = small.criteria[0].exemplars[0]
    assert exemplar.whole
    assert exemplar.text == "青禾镇2023年法治政府建设年度报告\n全年培训3次。"


def test_checks_cost_nothing_unless_the_rubric_says_so(small: Rubric) -> None:
    free, charged = small.checks
    assert (free.check.id, free.each, free.cap) == ("rate-disagrees", 0, 0)
    assert (charged.check.id, charged.each, charged.cap) == ("sum-disagrees", Decimal("0.5"), 1)
    assert charged.check in CHECKS


def test_other_documents_are_refused_by_phrases(small: Rubric) -> None:
    (refused,) = small.refuses
    assert (refused.name, refused.reason[:4]) == ("实施方案", "这是部署")
    assert refused.titles[1].stands_in("2024年工作要点")
    assert refused.cues[0].stands_in("为推进此项工作，制定本方案") is False


def test_the_hash_does_not_depend_on_the_place_of_the_files(small: Rubric, copy: Path) -> None:
    assert load(copy).stamp == small.stamp


@pytest.mark.parametrize(
    "file", ["small.yaml", "words/work.yaml", "words/heads.yaml", "references/laws.yaml"]
)
def test_the_hash_covers_every_file(small: Rubric, copy: Path, file: str) -> None:
    with (copy.parent / file).open("a", encoding="utf-8") as opened:
        opened.write("# 改动\n")
    assert load(copy).stamp.sha256 != small.stamp.sha256


def test_the_hash_does_not_depend_on_line_ends(small: Rubric, copy: Path) -> None:
    for path in copy.parent.rglob("*.yaml"):
        path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    assert load(copy).stamp == small.stamp


def test_a_rubric_named_by_its_path_is_called_so(copy: Path) -> None:
    copy.write_text("", "utf-8")
    with pytest.raises(RubricError, match=f"^{re.escape(str(copy))}:1:1: "):
        load(copy)


def test_a_missing_rubric_is_an_error_with_a_place(tmp_path: Path) -> None:
    assert errors_of(tmp_path / "没有.yaml") == [
        "没有.yaml:1:1: 找不到这个文件；请核对路径和文件名"
    ]


def test_a_word_file_in_another_encoding_is_told_by_its_own_name(copy: Path) -> None:
    words = copy.parent / "words" / "heads.yaml"
    words.write_bytes(words.read_text("utf-8").encode("gb18030"))
    assert "words/heads.yaml:2:12: 文件不是 UTF-8 编码；请另存为 UTF-8" in errors_of(copy)


def test_the_shipped_rubrics_load() -> None:
    paths = sorted(resources.rubrics_folder().glob("[a-z]*.yaml"))
    assert paths
    for path in paths:
        assert load(path).stamp.id == path.stem
