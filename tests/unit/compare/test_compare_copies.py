from collections.abc import Callable
from dataclasses import replace

from scorer.compare.copies import compare
from scorer.compare.gather import Source, gather, read_source
from scorer.compare.model import Comparison, Relation
from tests.makers.stories import OTHER_STORY, STORY

Write = Callable[..., Source]


def _compare(*sources: Source) -> Comparison:
    return compare(map(read_source, sources))


def test_text_that_two_towns_share_is_told_with_both_places(write: Write) -> None:
    found = _compare(write("a.txt", "青岭镇", STORY), write("b.txt", "白坪乡", OTHER_STORY, STORY))
    (pair,) = found.pairs
    assert pair.relation is Relation.OTHERS
    (passage,) = pair.passages
    assert passage.here.text == passage.there.text == STORY.rstrip("。")
    assert (passage.here.first_line, passage.there.first_line) == (5, 6)
    assert (found.reports[0].own_share or 0) < 0.05
    assert 0.3 < (found.reports[1].own_share or 0) < 0.6
    assert found.clusters == ((0, 1),)


def test_formulas_headings_and_titles_alone_are_no_shared_text(write: Write) -> None:
    formulas = (
        "深刻领悟“两个确立”的决定性意义，增强“四个意识”、坚定“四个自信”、做到“两个维护”，"
        "坚持公众参与、专家论证、风险评估、合法性审查、集体讨论决定，落实行政执法公示制度、"
        "执法全过程记录制度、重大执法决定法制审核制度，弘扬社会主义法治精神，"
        "全面落实《法治政府建设实施纲要（2021—2025年）》《重大行政决策程序暂行条例》。"
    )
    found = _compare(write("a.txt", "青岭镇", formulas), write("b.txt", "白坪乡", formulas))
    assert found.pairs == ()
    assert found.clusters == ()


def test_changed_names_figures_and_a_few_words_do_not_hide_it(write: Write) -> None:
    changed = STORY.replace("四千六百元", "三千元").replace("老周", "小张").replace("七个", "9个")
    found = _compare(write("a.txt", "青岭镇", STORY), write("b.txt", "白坪街道", changed))
    (passage,) = found.pairs[0].passages
    own = [piece.text for piece in passage.there.pieces if not piece.same]
    assert own == ["9", "小张", "三千元。到年底，小张"]


def test_a_name_left_standing_is_pointed_out(write: Write) -> None:
    told = STORY.replace("镇里把七个村", "青岭镇把七个村")
    found = _compare(write("a.txt", "青岭镇", told), write("b.txt", "白坪乡", told))
    passage = found.pairs[0].passages[0]
    assert passage.here.foreign == ()
    assert passage.there.foreign == ("青岭镇",)


def test_a_town_that_repeats_its_own_text_is_told_apart(write: Write) -> None:
    found = _compare(write("a.txt", "青岭镇", STORY), write("b.txt", "青岭街道", STORY, year=2024))
    (pair,) = found.pairs
    assert pair.relation is Relation.SAME_TOWN
    assert found.clusters == ()
    assert found.reports[1].with_itself > 0
    assert found.reports[1].with_others == 0


def test_two_files_of_one_report_are_no_copies_of_each_other(write: Write) -> None:
    found = _compare(write("a.txt", "青岭镇", STORY), write("b.txt", "青岭镇", STORY))
    assert found.pairs[0].relation is Relation.SAME_REPORT
    assert found.reports[0].own_share == 1


def test_references_are_compared_with_new_reports_and_not_with_each_other(write: Write) -> None:
    old = [
        write("o1.txt", "青岭镇", STORY, year=2022, reference=True),
        write("o2.txt", "白坪乡", STORY, year=2022, reference=True),
    ]
    found = _compare(write("a.txt", "黄塘镇", STORY), *old)
    assert [(pair.here, pair.there) for pair in found.pairs] == [(0, 1), (0, 2)]


def test_what_many_towns_share_is_common_property(write: Write) -> None:
    units = ["青岭", "白坪", "黄塘", "红岩", "金沙", "石门", "柳湾"]
    sources = [write(f"{unit}.txt", f"{unit}镇", STORY) for unit in units]
    found = _compare(*sources)
    assert found.pairs == ()
    assert all(report.common > 100 for report in found.reports)


def test_several_processes_find_the_same(write: Write) -> None:
    sources = [write(f"{n}.txt", "青岭镇", STORY, year=2000 + n) for n in range(3)]
    sources += [write(f"x{n}.txt", "白坪乡", OTHER_STORY, year=1900 + n) for n in range(60)]
    assert compare(gather(sources, 2)) == compare(gather(sources, 1))


def test_a_file_that_cannot_be_read_is_told(write: Write) -> None:
    broken = write("broken.txt", "青岭镇", STORY)
    broken.path.write_bytes(b"")
    found = _compare(write("a.txt", "白坪乡", STORY), replace(broken))
    assert [failure.file for failure in found.failures] == ["broken.txt"]
    assert len(found.reports) == 1
