from collections.abc import Callable
from pathlib import Path

import pytest
from rich.console import Console

from scorer.compare import years_pages
from scorer.compare.gather import Source, spread
from scorer.compare.specimen import Issuer
from scorer.compare.succession import Doubtful, How, find_succession
from scorer.compare.yearly import YearlyReader, read_yearly
from scorer.compare.years import Fate, Years, compare_batches
from scorer.rubric.model import Rubric

LAST = """舒陵县青岭乡人民政府2022年度法治政府建设情况报告

一、主要举措和成效
全年排查矛盾纠纷120件，调解成功118件。举办普法讲座12场。聘请法律顾问审查合同35份。
二、存在的不足
（一）行政执法人员不足，持证人员只有3名。
（二）普法宣传形式单一，年轻人参与少。
三、2023年工作安排
（一）组织执法人员参加行政执法资格考试，新增持证人员4名。
（二）在集市上设立普法夜市，每月邀请律师讲一次法律知识。
（三）编制重大行政决策事项目录，向社会公布。
舒陵县青岭乡人民政府
2023年1月12日
"""
NOW = """舒陵县青岭镇人民政府2023年度法治政府建设情况报告

一、主要举措和成效
全年排查矛盾纠纷120件，调解成功119件。举办普法讲座96场。聘请法律顾问审查合同41份。
5月组织9名执法人员参加行政执法资格考试，新增持证人员4名。
二、存在的不足
（一）普法宣传形式单一，年轻人参与少。
（二）重大行政决策公众参与不够，听证会开得少。
三、2024年工作安排
（一）在集市上设立普法夜市，每月邀请律师讲一次法律知识。
（二）完善行政执法案卷评查办法。
舒陵县青岭镇人民政府
2024年1月11日
"""


@pytest.fixture
def years(tmp_path: Path, township: Rubric) -> Years:
    found = []
    for name, text in (("now.txt", NOW), ("last.txt", LAST)):
        (tmp_path / name).write_text(text, "utf-8")
        read, failures = read_yearly(Source(path=tmp_path / name, name=name), township)
        assert failures == []
        found.append(read)
    return compare_batches(found[0], found[1])


def test_a_township_that_became_a_town_is_held_against_itself(years: Years) -> None:
    (town,) = years.towns
    assert town.match.how is How.RENAMED
    assert (town.last.issuer.year, town.now.issuer.year) == (2022, 2023)
    assert {part.title for part in town.parts}


def test_each_line_of_last_years_plan_has_its_fate(years: Years) -> None:
    fates = {fate.line.text[3:11]: fate for fate in years.towns[0].plan}
    assert [fate.fate for fate in fates.values()] == [Fate.DONE, Fate.REPEATED, Fate.UNTOLD]
    done = next(iter(fates.values()))
    assert done.shown_by is not None
    assert "5月组织9名执法人员" in done.shown_by.text
    assert done.shown_by.line == 5


def test_shortcomings_that_stand_word_for_word_are_told_from_those_gone(years: Years) -> None:
    fates = [fate.fate for fate in years.towns[0].shortcomings]
    assert fates == [Fate.UNTOLD, Fate.REPEATED]


def test_figures_that_repeat_or_jump_are_told_with_both_places(years: Years) -> None:
    told = {(f.last, f.now): f.same for f in years.towns[0].figures}
    assert told == {("120件", "120件"): True, ("12场", "96场"): False}


def test_the_years_are_shown_as_the_golden_files_show_them(
    years: Years, check_golden: Callable[[str, str], None]
) -> None:
    (page,) = years_pages.render_pages(years)
    console = Console(width=80, markup=False, highlight=False)
    with console.capture() as captured:
        years_pages.show(console, years)
    check_golden("compare/years.html", page.data.decode("utf-8"))
    check_golden("compare/years.json", years_pages.render_json(years))
    check_golden("compare/years-80.txt", captured.get())


def _issuer(unit: str, county: str | None = "舒陵县", year: int = 2023) -> Issuer:
    return Issuer(unit=unit, county=county, year=year, region=(None, None, county, unit))


def test_two_candidates_are_told_and_not_guessed_between() -> None:
    last = [(_issuer("大兴镇", None, 2022), ""), (_issuer("大兴乡", None, 2022), "")]
    found = find_succession([(_issuer("大兴街道", None), "")], last)
    assert found.matches == ()
    assert found.doubtful == (Doubtful(now=0, candidates=(0, 1)),)
    assert found.gone == ()


def test_the_same_name_in_another_county_is_another_town() -> None:
    found = find_succession(
        [(_issuer("大兴镇", "璧山区"), "")], [(_issuer("大兴镇", "舒陵县", 2022), "")]
    )
    assert found.matches == ()
    assert (found.new, found.gone) == ((0,), (0,))


def test_a_county_that_became_a_district_is_the_same() -> None:
    found = find_succession(
        [(_issuer("大兴镇", "璧山区"), "")], [(_issuer("大兴镇", "璧山县", 2022), "")]
    )
    assert [match.how for match in found.matches] == [How.SAME]


def test_a_merger_that_the_report_tells_names_all_it_was_made_of() -> None:
    words = "2023年5月，白坪乡、红岩乡撤销，合并设立新安镇。"
    last = [(_issuer(unit, year=2022), "") for unit in ("白坪乡", "红岩乡", "黄塘镇")]
    found = find_succession([(_issuer("新安镇"), words)], last)
    assert [(match.last, match.how) for match in found.matches] == [
        (0, How.MERGED),
        (1, How.MERGED),
    ]
    assert found.gone == (2,)


def test_of_several_years_the_one_before_counts() -> None:
    last = [(_issuer("大兴镇", year=year), "") for year in (2020, 2021, 2022)]
    found = find_succession([(_issuer("大兴镇"), "")], last)
    assert [match.last for match in found.matches] == [2]
    assert (found.new, found.gone) == ((), ())


def test_of_several_years_of_a_merged_town_the_one_before_counts() -> None:
    words = "2023年5月，白坪乡撤销，并入新安镇。"
    last = [(_issuer("白坪乡", year=year), "") for year in (2021, 2022)]
    found = find_succession([(_issuer("新安镇"), words)], last)
    assert [(match.last, match.how) for match in found.matches] == [(1, How.MERGED)]
    assert (found.new, found.gone) == ((), ())


def test_several_processes_read_both_years_alike(tmp_path: Path) -> None:
    texts = (NOW, LAST, *("关于做好普法工作的通知\n" for _ in range(49)))
    sources = [Source(path=tmp_path / f"{n}.txt", name=f"{n}.txt") for n in range(len(texts))]
    for source, text in zip(sources, texts, strict=True):
        source.path.write_text(text, "utf-8")
    read = YearlyReader(None)
    alone = list(map(read, sources))
    assert [len(found) for found, _ in alone[:2]] == [1, 1]
    assert list(spread(read, sources, 2)) == alone
