from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Callable
from dataclasses import replace
from html.parser import HTMLParser
from itertools import pairwise

import pytest

from scorer.document import Span
from scorer.render import dashboard
from scorer.render.audience import Audience, address
from scorer.render.fulltext import prepare_text
from scorer.render.html import render, render_index, render_pages
from scorer.render.wishes import Wishes
from scorer.resources import templates_folder
from scorer.scorecard import Batch, RollCall, Scorecard

SAMPLES = ("whole", "cut_off", "nameless", "full_marks", "hostile")
VOID = {"meta", "br", "input"}


class Page(HTMLParser):
    """The elements of a page: (tag, attributes) in order, its text, and whether tags nest."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.text: list[str] = []
        self._open: list[str] = []
        self.feed(page)
        self.close()
        assert self._open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID:
            self._open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self._open[-1:] not in (["style"], ["script"]):
            self.text.append(data)

    def all(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.elements if name == tag]

    def skeleton(self) -> list[tuple[str, tuple[str, ...]]]:
        return [(tag, tuple(attributes)) for tag, attributes in self.elements]

    def words(self) -> str:
        return re.sub(r"\s+", "", "".join(self.text))


def without_inline(page: str) -> str:
    """The page without style, script and their hashes, which have tests of their own."""
    bare = re.sub(r"<(style|script)>.*?</\1>", r"<\1></\1>", page, flags=re.DOTALL)
    return re.sub(r"sha256-[\w+/=]+", "sha256-", bare)


@pytest.fixture(params=SAMPLES)
def sample(request: pytest.FixtureRequest) -> Scorecard:
    return request.getfixturevalue(request.param)


@pytest.mark.parametrize("name", ["whole", "cut_off", "nameless", "full_marks"])
def test_the_page_is_the_golden_page(
    name: str, request: pytest.FixtureRequest, check_golden: Callable[[str, str], None]
) -> None:
    page = render(request.getfixturevalue(name), "index.html")
    check_golden(f"render/{name}.html", without_inline(page))


def test_the_index_is_the_golden_index(
    batch: Batch, check_golden: Callable[[str, str], None]
) -> None:
    *_, index = render_pages(batch)
    check_golden("render/index.html", without_inline(index.data.decode()))


def test_the_same_scorecard_gives_the_same_bytes(sample: Scorecard) -> None:
    assert render(sample).encode() == render(sample).encode()


def test_the_page_loads_nothing_and_runs_nothing(sample: Scorecard) -> None:
    page = Page(render(sample, "index.html"))
    tags = {tag for tag, _ in page.elements}
    assert not tags & {"link", "img", "image", "use", "iframe", "object", "embed", "base", "form"}
    assert (page.all("style"), page.all("script")) == ([{}], [{}])
    for _, attributes in page.elements:
        assert not any(name.startswith("on") for name in attributes)
        assert not {"src", "style", "srcset", "xlink:href"} & set(attributes)
    for link in page.all("a"):
        assert link["href"] == "index.html" or str(link["href"]).startswith("#")


def test_the_policy_names_the_style_and_the_script_of_the_page_and_nothing_else(
    whole: Scorecard, batch: Batch
) -> None:
    for text in (render(whole), render_index(batch, ["1", "2", "3", "4"])):
        hashes = [
            base64.b64encode(hashlib.sha256(inside.encode()).digest()).decode()
            for inside in re.findall(r"<(?:style|script)>(.*?)</(?:style|script)>", text, re.DOTALL)
        ]
        style, script = hashes
        policy = [m.get("content") for m in Page(text).all("meta") if "http-equiv" in m]
        assert policy == [
            f"default-src 'none'; style-src 'sha256-{style}'; script-src 'sha256-{script}'; "
            "base-uri 'none'; form-action 'none'"
        ]


def test_the_style_sheet_asks_for_no_file() -> None:
    style = (templates_folder() / "style.css").read_text("utf-8")
    assert "url(" not in style
    assert "@import" not in style
    assert "@font-face" not in style


def test_no_template_lets_raw_text_through() -> None:
    templates = sorted(templates_folder().glob("*.j2"))
    assert len(templates) >= 4
    for template in templates:
        source = template.read_text("utf-8")
        assert not re.search(r"\|\s*safe|autoescape|Markup", source), template.name


def test_an_attack_in_every_field_changes_no_element(whole: Scorecard, hostile: Scorecard) -> None:
    assert Page(render(hostile)).skeleton() == Page(render(whole)).skeleton()


def test_an_attack_in_every_field_changes_no_element_of_the_index(
    batch: Batch, hostile_batch: Batch
) -> None:
    names = [f"{number}.html" for number in range(5)]
    attacked = replace(hostile_batch, scorecards=hostile_batch.scorecards[1:])
    page, safe = Page(render_index(attacked, names[1:])), Page(render_index(batch, names[1:]))
    assert set(page.skeleton()) == set(safe.skeleton())
    assert [len(page.all(tag)) for tag in ("script", "style", "a")] == [
        len(safe.all(tag)) for tag in ("script", "style", "a")
    ]


def test_no_character_of_a_report_can_turn_or_hide_the_text_around(hostile: Scorecard) -> None:
    page = render(hostile)
    assert not re.search("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]", page)
    assert not re.search("[\u200e\u200f\u2028-\u202e\u2066-\u2069]", page)
    assert page.encode("utf-8")
    assert "[U+202E]" in page
    assert "&lt;script&gt;" in page


def test_a_word_of_ten_thousand_characters_is_cut_and_says_so(hostile: Scorecard) -> None:
    page = render(hostile)
    assert "……（下略9700字）" in page


def test_the_page_is_in_chinese_with_one_title(sample: Scorecard) -> None:
    page = Page(render(sample))
    assert page.all("html") == [{"lang": "zh-CN"}]
    assert len(page.all("h1")) == 1
    assert len(page.all("main")) == 1
    assert page.all("a")[0] == {"class": "skip", "href": "#main"}


def test_headings_step_down_one_level_at_a_time(sample: Scorecard) -> None:
    levels = [
        int(tag[1]) for tag, _ in Page(render(sample)).elements if re.fullmatch("h[1-6]", tag)
    ]
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_every_header_cell_says_what_it_heads(sample: Scorecard) -> None:
    assert {th.get("scope") for th in Page(render(sample)).all("th")} == {"row", "col"}


def test_every_link_and_label_within_the_page_has_its_place(sample: Scorecard) -> None:
    page = Page(render(sample))
    ids = [attributes["id"] for _, attributes in page.elements if "id" in attributes]
    assert len(ids) == len(set(ids))
    wanted = {str(link["href"])[1:] for link in page.all("a")}
    wanted |= {str(a["aria-labelledby"]) for _, a in page.elements if "aria-labelledby" in a}
    assert wanted <= set(ids)


def test_the_first_screen_names_town_year_total_band_and_standard(whole: Scorecard) -> None:
    words = Page(render(whole)).words()
    head = words[: words.index("先补这三项")]
    for expected in (
        "法治政府建设年度报告评分单",
        "鹿鸣坡镇2023年度",
        "青坪县",
        "总分80/100分合格",
        "乡镇法治政府建设年度报告评分标准版本2026.1",
        "分值为本评分标准口径",
        "主要举措和成效36/404",
        "问题扣分-11",
        "合计80/10020",
    ):
        assert expected in head
    assert words.count("分值为本评分标准口径") == 1


def test_an_interval_is_shown_and_explained(cut_off: Scorecard) -> None:
    words = Page(render(cut_off)).words()
    assert "总分38–98/100分等次待定" in words
    assert "因此总分写作38–98。" in words
    assert "合计38/100260" in words


def test_what_gains_most_comes_first(whole: Scorecard) -> None:
    words = Page(render(whole)).words()
    first = words[words.index("先补这三项") : words.index("需补充内容")]
    assert first.startswith("先补这三项补写“重大执法决定法制审核”：＋5分")
    assert "补全“行政执法公示”：＋2.5分" in first
    needs = words[words.index("怎样补") : words.index("逐项得分达标")]
    gains = [float(gain) for gain in re.findall(r"＋([\d.]+)分", needs)]
    assert gains == sorted(gains, reverse=True)
    assert len(gains) == 9


def test_a_need_shows_reason_remedy_basis_and_the_nearest_sentence(whole: Scorecard) -> None:
    words = Page(render(whole)).words()
    assert (
        "＋5分6.3重大执法决定法制审核缺失"
        "写明由谁审核、审核哪些决定、全年审核件数和结果。"
        "还缺：审核人、审核范围、审核件数"
    ) in words
    assert (
        "6.3重大执法决定法制审核缺失0/5"
        "未写明重大执法决定法制审核的审核人、范围和件数，扣分。"
        "最接近：第19行四是全面推行重大执法决定法制审核"
        "未采信：这是下一年度的安排，不是已经做的事。"
        "依据：规定《中华人民共和国行政处罚法》第五十八条"
    ) in words


def test_every_criterion_stands_in_its_part_with_outcome_points_and_words(
    whole: Scorecard,
) -> None:
    words = Page(render(whole)).words()
    assert "政务公开达标3/3第12行公开政府信息87条" in words
    assert "列明不足达标4/4第17行" in words
    assert "写明年度缺失0/2未写明是哪一年度的安排，扣分。最接近：第18行" in words


def test_what_was_not_counted_says_so(cut_off: Scorecard) -> None:
    words = Page(render(cut_off)).words()
    assert "落款无法判定未计入文本不完整，无法判定。" in words
    assert "行政执法公示不适用未计入" in words


def test_words_that_spoke_for_a_quote_stand_below_it(whole: Scorecard) -> None:
    words = Page(render(whole)).words()
    assert "受众三千余人判断依据：用词“受众”“法律”与本项相近（词权表）" in words
    assert words.count("词权表") == 1


def test_each_shortcoming_stands_beside_its_plan_line_and_what_they_share(whole: Scorecard) -> None:
    words = Page(render(whole)).words()
    assert (
        "不足与安排对应表按事项和用词对照，供审核人参考序号不足下一年对应安排依据"
        "1第17行一是部分村干部调解时不会用法，说理不够；第19行一是对村调解员轮训一遍；"
        "同一事项：矛盾纠纷化解；相同用词：“调解”"
        "2第17行二是执法力量偏弱，原因是一人多岗、培训少。安排中未见回应，请审核人核对无"
    ) in words


def test_a_report_that_lists_no_shortcoming_has_no_such_table(cut_off: Scorecard) -> None:
    assert "不足与安排" not in Page(render(cut_off)).words()


def test_quotes_lead_into_the_text_and_the_text_leads_back(whole: Scorecard) -> None:
    page = Page(render(whole))
    text = page.words()[page.words().index("报告全文报告要素") :]
    assert (
        "3县委、县政府：4现将我镇2023年度法治政府建设情况报告如下：5一、主要做法和成效1.4" in text
    )
    assert "立案19件，办结18件2.7，办结率98%问题1。" in text
    assert "四是全面推行重大执法决定法制审核近6.3。" in text
    assert "一是部分村干部调解时不会用法，说理不够4.2；不足1二是执法力量偏弱4.1，" in text
    leads = {str(a["href"])[1:] for a in page.all("a") if a.get("class") == "line"}
    places = {a["id"] for a in page.all("span") if a.get("class") == "at"}
    assert leads == places


def test_a_quote_over_two_lines_is_marked_on_both_and_leads_back_once(whole: Scorecard) -> None:
    view = prepare_text(whole)
    lines = {line.number: line.pieces for line in view.lines}
    kinds = [piece.kinds for at in (6, 7) for piece in lines[at]]
    assert kinds == ["", "p2", "p2", "", "p2", ""]
    labels = [back.label for at in (6, 7) for piece in lines[at] for back in piece.backs]
    assert labels == ["2.2", "2.1"]


def test_marks_of_another_report_in_the_file_are_left_out(whole: Scorecard) -> None:
    half = Span(0, whole.text.index("二、存在的不足"))
    view = prepare_text(replace(whole, report=replace(whole.report, span=half)))
    assert view.lines[-1].number == 15
    page = render(replace(whole, report=replace(whole.report, span=half)))
    assert '<span class="line">第17行</span>' in page


def test_a_text_of_a_hundred_thousand_characters_is_cut_and_says_so(whole: Scorecard) -> None:
    long = f"{whole.text}{'长' * 100_000}"
    card = replace(whole, text=long, report=replace(whole.report, span=Span(0, len(long))))
    assert prepare_text(card).omitted == len(whole.text)
    assert f"全文过长，下略{len(whole.text)}字。" in render(card)


def test_the_print_for_the_town_stands_alone_and_says_whose_it_is(batch: Batch) -> None:
    wishes = Wishes(audience=Audience.TOWN)
    first, *_ = render_pages(address(batch, Audience.TOWN), wishes)
    words = Page(first.data.decode()).words()
    assert "青坪县反馈乡镇" in words
    assert "请审核人" not in words
    assert "安排中未见回应，请补写对应的安排" in words
    for kept_back in ("最接近", "词权表", "供审核人参考", "存疑", "全部报告"):
        assert kept_back not in words


def test_findings_hints_and_text_quality_stand_apart(whole: Scorecard) -> None:
    words = Page(render(whole)).words()
    hints = words.index("提示供审核人参考")
    assert words.index("“办结率98%”与前面的件数不符") < hints
    assert words.index("成文日期早于年度终了") > hints
    assert "文本质量提示不扣分" in words
    assert "扣1分" in words
    assert "核算18÷19＝94.7%" in words


def test_facts_say_where_they_were_read(whole: Scorecard, nameless: Scorecard) -> None:
    words = Page(render(whole)).words()
    assert "报送单位青坪县鹿鸣坡镇人民政府落款" in words
    assert "发布日期2024年4月9日网页信息栏" in words
    assert "报送单位未见单位类别" in Page(render(nameless)).words()


def test_full_marks_leave_nothing_to_add(full_marks: Scorecard) -> None:
    words = Page(render(full_marks)).words()
    assert "没有需要补充的内容。" in words
    assert "没有发现文字上的问题。" in words
    assert "先补这" not in words


def test_the_footer_names_standard_and_engine_and_nothing_of_the_machine(whole: Scorecard) -> None:
    page = render(whole)
    assert "摘要 <code>3f2a9c5be1d7</code>" in page
    assert "程序 scorer " in page
    assert str(templates_folder()) not in page


def test_the_pages_of_a_batch_are_linked_from_the_index(batch: Batch) -> None:
    *pages, index = render_pages(batch)
    assert [page.name for page in pages] == [
        "鹿鸣坡镇-2023.html",
        "石鼓湾街道-2024.html",
        "白石坳乡-2023.html",
        "无题.html",
    ]
    assert index.name == "index.html"
    assert 'href="%E9%B9%BF%E9%B8%A3%E5%9D%A1%E9%95%87-2023.html"' in index.data.decode()
    assert all('href="index.html"' in page.data.decode() for page in pages)


def test_a_long_index_has_pages_that_lead_to_each_other(
    batch: Batch, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dashboard, "_LINES", 3)
    first, second = (page for page in render_pages(batch) if page.name.startswith("index"))
    one, other = (Page(page.data.decode()) for page in (first, second))
    assert [first.name, second.name] == ["index.html", "index.2.html"]
    assert "显示3份，本页3份，共4份" in one.words()
    assert "显示1份，本页1份，共4份" in other.words()
    for text in (first.data.decode(), second.data.decode()):
        assert text.count("4份报告按年度和名次分2页") == 2
        assert text.count('<nav class="leaf"') == 2
    assert 'href="index.2.html"' in first.data.decode()
    assert 'href="index.html"' in second.data.decode()
    assert "（第2页）" in other.words()
    towns = ("白石坳乡", "鹿鸣坡镇", "石鼓湾街道", "无题.html")
    assert [name in one.words() for name in towns] == [True, True, True, False]
    assert "报送单位不详" in other.words()


def test_what_concerns_the_whole_batch_is_said_on_its_first_page(
    batch: Batch, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dashboard, "_LINES", 3)
    called = replace(batch, not_submitted=("青坪县云台乡",))
    first, second = (page for page in render_pages(called) if page.name.startswith("index"))
    for words in ("总体情况", "未报送", "未予评分", "无法读取", "缺失最多的内容", "已评分"):
        assert words in Page(first.data.decode()).words()
        assert words not in Page(second.data.decode()).words()


def test_the_index_ranks_and_filters_and_counts(batch: Batch) -> None:
    register = replace(batch, not_submitted=("青坪县云台乡", "青坪县马鞍镇"))
    text = render_index(register, ["1", "2", "3", "4"])
    words = Page(text).words()
    assert "已评分4份总分已定3份已定总分的中位数80分未报送2个单位未能评分2个文件" in words
    assert "1白石坳乡2023100优秀10401510101500" in words
    assert "2鹿鸣坡镇202380合格73612.51087.522" in words
    assert "5.2写明年度2份67%" in words
    assert "未报送青坪县云台乡青坪县马鞍镇" in words
    assert 'data-year="2024" data-band="待定"' in text
    assert (
        "名册上的单位均已报送。"
        in Page(render_index(replace(batch, not_submitted=()), ["1", "2", "3", "4"])).words()
    )


def test_the_index_lists_what_was_not_scored(batch: Batch) -> None:
    words = Page(render_index(batch, ["1", "2", "3", "4"])).words()
    assert "送审/公开年报.html政府信息公开年报题名写明是" in words
    assert "送审/扫描件.txt文件是空的" in words


def test_an_index_without_reports_says_so(batch: Batch) -> None:
    empty = replace(batch, scorecards=(), refused=(), errors=())
    words = Page(render_index(empty, [])).words()
    assert "没有可评分的报告。" in words
    assert "缺失最多的内容" not in words


def test_a_link_too_few_is_a_bug_and_not_hidden(batch: Batch) -> None:
    with pytest.raises(ValueError, match="1 links for 4 scorecards"):
        render_index(batch, ["one.html"])


def luminance(colour: str) -> float:
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize("scheme", [0, 1], ids=["light", "dark"])
@pytest.mark.parametrize("ink", ["ink", "soft", "accent"])
@pytest.mark.parametrize("ground", ["paper", "wash", "p1", "p2", "p3", "p4", "p5", "p6"])
def test_text_stands_out_enough_from_its_ground(scheme: int, ink: str, ground: str) -> None:
    style = (templates_folder() / "style.css").read_text("utf-8")
    colours = [re.findall(rf"--{name}: (#[0-9a-f]{{6}});", style)[scheme] for name in (ink, ground)]
    dark, light = sorted(luminance(colour) for colour in colours)
    assert (light + 0.05) / (dark + 0.05) >= 4.5


def test_the_index_holds_the_register_against_the_reports(
    batch: Batch, roll_call: RollCall
) -> None:
    called = replace(batch, not_submitted=("白石镇", "<b>"), roll_call=roll_call)
    words = Page(render_index(called, [f"{n}.html" for n in range(4)])).words()
    assert "应报送6个单位：已报送3个，未报送2个，待核对1个。" in words
    assert "待核对1个。白石镇<b>报送不止一份的单位" in words
    assert "送审/a.txt、送审/b.txt年度不同" in words
    assert "朝阳街道送审/朝阳.pdf" in words
    assert "送审/d.txt报告主体是赤岭镇" in words


def test_no_town_reads_who_has_sent_nothing(batch: Batch, roll_call: RollCall) -> None:
    called = address(replace(batch, not_submitted=("白石镇",), roll_call=roll_call), Audience.TOWN)
    assert (called.not_submitted, called.roll_call) == (None, None)
