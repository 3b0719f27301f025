"""The tables under rubrics/references that the citation and year checks rest on."""

from collections.abc import Callable

import pytest

from scorer import resources
from scorer.cache import regex
from scorer.checks import year_stale
from scorer.checks.calendar import Dated
from scorer.checks.nearest_title import find_nearest
from scorer.checks.references import shorten_title
from scorer.checks.tables import shipped_tables
from scorer.finding import Strength
from scorer.reading.model import Reading

MakeReading = Callable[..., Reading]
MOST_BYTES = 400_000
TABLES = shipped_tables()

#: A sentence for each thing that had its time; all invented.
ENDED = {
    "迎接党的二十大": "以优异成绩迎接党的二十大胜利召开，宣讲12场。",
    "迎接党的十九大": "以实际行动迎接党的十九大召开，宣讲12场。",
    "国土资源所": "联合镇国土资源所拆除违建2处。",
    "人口和计划生育办公室": "镇计生办走访育龄群众36户。",
    "“廉洁高效、守法诚信”": "建设廉洁高效、守法诚信的法治政府，分解任务18项。",
    "扫黑除恶专项斗争": "深入推进扫黑除恶专项斗争，摸排线索6条。",
    "党史学习教育": "扎实开展党史学习教育，办实事36件。",
    "“不忘初心、牢记使命”主题教育": "扎实开展“不忘初心、牢记使命”主题教育，检视问题12个。",
    "学习贯彻习近平新时代中国特色社会主义思想主题教育": (
        "深入开展学习贯彻习近平新时代中国特色社会主义思想主题教育，集中学习6次。"
    ),
    "党纪学习教育": "开展党纪学习教育，警示教育4次。",
    "“三严三实”专题教育": "开展“三严三实”专题教育，党课4次。",
    "党的群众路线教育实践活动": "开展党的群众路线教育实践活动，党课4次。",
    "脱贫攻坚战": "坚决打赢脱贫攻坚战，走访农户36户。",
    "常态化疫情防控": "严格落实常态化疫情防控措施，设卡点3处。",
    "北京冬奥会": "做好冬奥会期间信访稳定工作，接访6批。",
    "杭州亚运会": "做好亚运会期间信访稳定工作，接访6批。",
    "政府法制办公室": "配合县政府法制办评查案卷30宗。",
    "工商行政管理局": "联合县工商局检查商户36家。",
    "质量技术监督局": "联合县质监局检查电梯36台。",
    "食品药品监督管理局": "联合县食品药品监督管理局检查药店6家。",
    "国土资源局": "联合县国土资源局拆除违建2处。",
    "环境保护局": "联合区环保局检查企业9家。",
    "安全生产监督管理局": "联合县安监局检查矿山3座。",
    "卫生和计划生育局": "联合县卫计局检查诊所6家。",
    "国税局、地税局": "联合县地税局清理欠税6户。",
    "文化广电新闻出版局": "联合县文广新局检查网吧3家。",
    "监察局": "配合县监察局核查线索3条。",
    "扶贫开发办公室": "配合县扶贫办核查项目3个。",
    "疫情防控阻击战": "坚决打赢疫情防控阻击战，设卡口27处。",
    "迎接北京冬奥会": "喜迎北京冬奥会，举办活动3场。",
    "国家乡村振兴局": "对接国家乡村振兴局申报试点1个。",
    "乡村振兴局": "配合县乡村振兴局核查项目3个。",
    "建党百年": "以庆祝建党百年为主题宣讲6场。",
    "政法队伍教育整顿": "深入开展政法队伍教育整顿，谈话6人次。",
    "第七次全国人口普查": "配合第七次全国人口普查，入户2100户。",
    "“两学一做”学习教育": "扎实开展“两学一做”学习教育，集中学习12次。",
}
COMING = {
    "“智能高效、廉洁诚信、人民满意”": "建设智能高效、廉洁诚信、人民满意的法治政府。",
    "习近平法治思想": "深入学习习近平法治思想，专题学习4次。",
    "党的十九届四中全会": "学习党的十九届二中、三中、四中全会精神。",
    "党的十九届五中全会": "学习党的十九届五中全会精神。",
    "党的十九届六中全会": "学习党的十九届五中全会、六中全会精神。",
    "党的二十大": "全面贯彻党的二十大精神。",
    "党的二十届二中全会": "学习党的二十届一中、二中全会精神。",
    "党的二十届三中全会": "学习党的二十届二中、三中全会精神。",
    "党的二十届四中全会": "学习党的二十届二中、三中、四中全会精神。",
    "党史学习教育": ENDED["党史学习教育"],
    "“不忘初心、牢记使命”主题教育": ENDED["“不忘初心、牢记使命”主题教育"],
    "学习贯彻习近平新时代中国特色社会主义思想主题教育": ENDED[
        "学习贯彻习近平新时代中国特色社会主义思想主题教育"
    ],
    "党纪学习教育": ENDED["党纪学习教育"],
    "深入贯彻中央八项规定精神学习教育": "开展深入贯彻中央八项规定精神学习教育，党课4次。",
    "北京冬奥会": ENDED["北京冬奥会"],
    "杭州亚运会": ENDED["杭州亚运会"],
}
ROWS = TABLES.calendar.dated
PAST = [row for row in ROWS if row.until is not None]
FUTURE = [row for row in ROWS if row.since or row.first]


def told(make_reading: MakeReading, text: str, year: int) -> list[Strength]:
    return [finding.strength for finding in year_stale.run(make_reading(text, year=year))]


@pytest.mark.parametrize("row", PAST, ids=lambda row: row.what)
def test_what_has_ended_is_told_from_the_year_after(make_reading: MakeReading, row: Dated) -> None:
    assert row.until is not None
    hint = row.until < row.doubtful
    strength = Strength.HINT if hint else Strength.FINDING
    assert told(make_reading, ENDED[row.what], row.until + 1) == [strength]
    assert told(make_reading, ENDED[row.what], row.until) == []


@pytest.mark.parametrize("row", FUTURE, ids=lambda row: row.what)
def test_what_is_still_to_come_is_told_up_to_the_year_before(
    make_reading: MakeReading, row: Dated
) -> None:
    first = row.first or int(row.since[:4])
    text = COMING[row.what]
    assert told(make_reading, text, first - 2) == [Strength.FINDING]
    assert told(make_reading, text, first) == []


def test_every_pattern_of_the_calendar_compiles() -> None:
    calendar = TABLES.calendar
    rows = (*calendar.anniversaries, *calendar.days)
    assert all(regex(row.words) for row in rows)
    assert all(regex(row.words) for row in calendar.marks)
    assert all(regex(row.words) for row in ROWS)
    assert all(regex(row.unless) for row in ROWS)


def test_no_title_that_exists_is_called_wrong() -> None:
    titles = TABLES.titles
    known = (*titles.national, *titles.other, *titles.local, *TABLES.instruments.known)
    assert [title for title in known if find_nearest(title, TABLES.titles)] == []


def test_a_wrong_name_is_no_title_and_the_right_one_is() -> None:
    titles = TABLES.titles
    known = titles.national | titles.other | titles.local
    misnamed = TABLES.instruments.misnamed
    assert [wrong for wrong in misnamed if wrong in known] == []
    assert [right for right in misnamed.values() if right not in known] == []


def test_a_successor_is_a_title_and_none_of_the_repealed() -> None:
    titles = TABLES.titles
    repealed = {name for row in TABLES.instruments.repealed for name in row.names}
    successors = {row.successor for row in TABLES.instruments.repealed if row.successor}
    assert successors <= titles.national
    assert not successors & repealed


def test_a_lost_character_leads_back_to_the_title() -> None:
    assert all(
        (nearest := find_nearest(shown, TABLES.titles)) is not None
        and nearest.title == "重大行政决策程序暂行条例"
        for shown in ("重大行政决策程序行条例", "重行政决策程序暂行条例", "重大行政决策程序暂行例")
    )


def test_titles_are_compared_without_country_years_and_marks() -> None:
    assert shorten_title("中华人民共和国行政处罚法（2021年修订）") == "行政处罚法"
    assert shorten_title("保障“最多跑一次”改革规定") == "保障最多跑一次改革规定"


def test_the_dictionary_is_sorted_and_small() -> None:
    path = resources.rubrics_folder() / "references" / "laws.tsv"
    data = path.read_bytes()
    lines = data.decode("utf-8").splitlines()
    assert lines == sorted(set(lines))
    assert len(data) < MOST_BYTES
