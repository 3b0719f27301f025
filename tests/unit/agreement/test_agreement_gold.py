from __future__ import annotations

import json
from pathlib import Path

import pytest

from scorer.agreement.gold import GoldFinding, GoldLabel, load_gold
from scorer.errors import GoldError
from scorer.scorecard import Outcome

LABELS: dict[str, object] = {
    "id": "a1",
    "file": "texts/a1.txt",
    "issuer": "青石镇人民政府",
    "year": 2023,
    "signed": "2024-02-30",
    "published": None,
    "items": {"form.title": {"label": "met", "evidence": []}},
    "findings": [
        {"kind": "typo", "quote": "三项治度", "strength": "weak"},
        {"kind": "date.late", "quote": "四月三日", "strength": "sure"},
    ],
}


def write(path: Path, value: object) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(value, ensure_ascii=False), encoding="utf-8")
    return path


def test_a_report_may_have_findings_marked_and_no_labels(tmp_path: Path) -> None:
    (tmp_path / "b2.txt").write_text("报告", encoding="utf-8")
    write(tmp_path / "b2.json", {"findings": [{"kind": "typo", "quote": "法制政府"}]})
    (report,) = load_gold(tmp_path)
    assert report.labels == ()
    assert not report.whole
    assert [finding.kind for finding in report.findings] == ["typo"]


def test_a_label_file_is_read_with_all_it_says(tmp_path: Path) -> None:
    folder = tmp_path / "gold"
    write(folder / "a1.json", LABELS)
    text = tmp_path / "texts" / "a1.txt"
    text.parent.mkdir()
    text.write_text("报告", encoding="utf-8")
    (report,) = load_gold(folder)
    assert (report.id, report.file, report.issuer) == ("a1", "texts/a1.txt", "青石镇人民政府")
    assert (report.year, report.signed, report.published) == (2023, "2024-02-30", None)
    assert report.path.samefile(text)
    assert report.labels == (GoldLabel(criterion="form.title", outcome=Outcome.MET),)
    assert report.findings == (
        GoldFinding(kind="typo", quote="三项治度", weak=True),
        GoldFinding(kind="date.late", quote="四月三日", weak=False),
    )
    assert report.whole


@pytest.mark.parametrize("place", ["texts/a1.txt", "gold/a1.txt", "gold/texts/a1.txt"])
def test_the_text_is_found_above_beside_or_from_the_labels(tmp_path: Path, place: str) -> None:
    write(tmp_path / "gold" / "a1.json", LABELS)
    text = tmp_path / place
    text.parent.mkdir(exist_ok=True)
    text.write_text("报告", encoding="utf-8")
    assert load_gold(tmp_path / "gold")[0].path.samefile(text)


def test_without_id_and_file_the_names_come_from_the_label_file(tmp_path: Path) -> None:
    write(tmp_path / "b2.json", {"items": {}})
    (tmp_path / "b2.txt").write_text("报告", encoding="utf-8")
    (report,) = load_gold(tmp_path)
    assert (report.id, report.file, report.path.name) == ("b2", "b2.txt", "b2.txt")


def test_labels_are_found_in_folders_below_and_sorted_by_name(tmp_path: Path) -> None:
    for name in ("c/x", "a/x", "b"):
        write(tmp_path / f"{name}.json", {"id": name[0], "file": "t.txt", "items": {}})
    (tmp_path / "t.txt").write_text("报告", encoding="utf-8")
    for name in ("a", "c"):
        (tmp_path / name / "t.txt").write_text("报告", encoding="utf-8")
    assert [report.id for report in load_gold(tmp_path)] == ["a", "b", "c"]


def test_texts_of_one_name_in_folders_of_their_own_keep_their_folders_name(tmp_path: Path) -> None:
    for name in ("a", "b"):
        write(tmp_path / name / "gold.json", {"id": name, "file": "report.txt", "items": {}})
        (tmp_path / name / "report.txt").write_text("报告", encoding="utf-8")
    assert [report.file for report in load_gold(tmp_path)] == ["a/report.txt", "b/report.txt"]


def test_a_scorecard_that_lies_beside_the_labels_is_passed_over(tmp_path: Path) -> None:
    write(tmp_path / "scorecard.json", {"schema": "scorecard/1", "scorecards": []})
    write(tmp_path / "b2.json", {"items": {}})
    (tmp_path / "b2.txt").write_text("报告", encoding="utf-8")
    assert [report.id for report in load_gold(tmp_path)] == ["b2"]


def test_a_report_with_an_undetermined_label_is_not_whole(tmp_path: Path) -> None:
    write(tmp_path / "b2.json", {"items": {"form.title": {"label": "undetermined"}}})
    (tmp_path / "b2.txt").write_text("报告", encoding="utf-8")
    assert not load_gold(tmp_path)[0].whole


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ('{"items": }', "a1.json:1:11：不是合法的 JSON"),
        ("[]", "最外层应为对象"),
        ("{}", "缺少 items"),
        ('{"items": {"form.title": {"label": "good"}}}', "form.title 的 label 应为 met、partial"),
        ('{"items": {"form.title": "met"}}', "form.title 的 label"),
        ('{"items": {}, "findings": {}}', "findings 应为列表"),
        ('{"items": {}, "findings": [{"kind": "typo"}]}', "都要有 kind 和 quote"),
        ('{"items": {}, "findings": ["typo"]}', "都要有 kind 和 quote"),
        ('{"items": {}, "year": "2023"}', "year 应为整数"),
        ('{"items": {}, "year": true}', "year 应为整数"),
        ('{"items": {}, "issuer": 3}', "issuer 应为字符串"),
        ('{"items": {}, "file": "gone.txt", "id": "gone"}', "找不到 file 所指的报告 gone.txt"),
    ],
)
def test_a_label_file_that_is_wrong_is_named_with_its_fault(
    tmp_path: Path, content: str, words: str
) -> None:
    (tmp_path / "a1.json").write_text(content, encoding="utf-8")
    (tmp_path / "a1.txt").write_text("报告", encoding="utf-8")
    with pytest.raises(GoldError, match=r"a1\.json") as caught:
        load_gold(tmp_path)
    assert words in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_label_file_in_another_encoding_is_named(tmp_path: Path) -> None:
    (tmp_path / "a1.json").write_bytes('{"issuer": "青石镇"}'.encode("gb18030"))
    with pytest.raises(GoldError, match="不是 UTF-8 编码"):
        load_gold(tmp_path)


def test_a_label_file_that_cannot_be_opened_is_named(tmp_path: Path) -> None:
    (tmp_path / "a1.json").mkdir()
    with pytest.raises(GoldError, match=r"a1\.json：无法读取"):
        load_gold(tmp_path)


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(GoldError, match="没有这个标注目录"):
        load_gold(tmp_path / "none")


def test_a_folder_without_labels_is_named(tmp_path: Path) -> None:
    with pytest.raises(GoldError, match="没有标注文件"):
        load_gold(tmp_path)
