"""Saved pages: the article and what the page says of its publication, nothing else."""

from __future__ import annotations

import subprocess
import sys

import pytest

from scorer.document import Document
from scorer.errors import IngestError
from scorer.ingest import read

ARTICLE = """
<p>&nbsp;&nbsp;&nbsp;&nbsp;2024年，柏树镇坚持以习近平法治思想为指导，
扎实推进各项工作。<br/>现将有关情况报告如下：</p>
<p><strong>一、主要工作</strong></p>
<p><span>（一）强化</span><span>组织领导。</span>镇党委会研究法治议题6次，听取汇报3次。</p>
<p>二、存在的不足</p><p>一是执法力量不足；二是普法形式单一，吸引力不强。</p>
<p style="text-align:right">柏树镇人民政府</p><p>2025年1月10日</p>
"""
PAGE = """<!DOCTYPE html>
<html><head><meta charset="{charset}"><title>柏树镇2024年法治政府建设情况报告_洛东县人民政府</title>
<meta name="PubDate" content="2025-01-20 10:00"><meta name="ContentSource" content="柏树镇">
<meta name="ArticleTitle" content="柏树镇2024年法治政府建设情况报告">
<style>p {{ color: red }}</style><script>var words = "脚本，不是正文。";</script></head><body>
<div><a>首页</a> <a>政务公开</a> <a>互动交流</a></div>
<form><input value="搜索"/><select><option>全部。</option></select></form>
<div>您当前的位置：<a>首页</a> &gt; <a>政务公开</a> &gt; 柏树镇</div>
<h1>柏树镇2024年法治政府建设情况报告</h1>
<div>来源：柏树镇&nbsp;发布时间：2025-01-20 10:00 【字体：<a>大</a> <a>中</a> <a>小</a>】</div>
<div {container}>{article}</div>
<div style="display: none">隐藏的文字，不应出现。</div><iframe src="x">框架，不应出现。</iframe>
<div>主办：洛东县人民政府办公室 湘ICP备00000000号</div></body></html>"""
LINES = [
    "2024年，柏树镇坚持以习近平法治思想为指导，扎实推进各项工作。",
    "现将有关情况报告如下：",
    "一、主要工作",
    "（一）强化组织领导。镇党委会研究法治议题6次，听取汇报3次。",
    "二、存在的不足",
    "一是执法力量不足；二是普法形式单一，吸引力不强。",
    "柏树镇人民政府",
    "2025年1月10日",
]
CONTAINERS = [
    'id="UCAP-CONTENT"',
    'class="TRS_Editor"',
    'class="box TRS_UEDITOR trs_paper_default"',
    'class="trs_editor_view"',
    'id="zoom"',
    'id="Zoom"',
    'class="article-content"',
    'class="wzcon"',
    'class="nothing-known"',
]


def read_page(page: str, encoding: str = "utf-8") -> Document:
    (document,) = read("柏树镇.html", page.encode(encoding))
    return document


def show_page(
    container: str = 'id="UCAP-CONTENT"', article: str = ARTICLE, charset: str = "utf-8"
) -> str:
    return PAGE.format(charset=charset, container=container, article=article)


@pytest.mark.parametrize("container", CONTAINERS)
def test_the_article_is_found_in_known_and_unknown_containers(container: str) -> None:
    document = read_page(show_page(container))
    lines = [line.strip() for line in document.text.splitlines()]
    assert lines[-len(LINES) :] == LINES


@pytest.mark.parametrize("container", CONTAINERS)
def test_what_tells_of_the_publication_stays_readable_as_removed(container: str) -> None:
    document = read_page(show_page(container))
    assert [document.slice(entry.span) for entry in document.removed] == [
        "网页标题：柏树镇2024年法治政府建设情况报告_洛东县人民政府",
        "标题：柏树镇2024年法治政府建设情况报告",
        "发布日期：2025-01-20 10:00",
        "来源：柏树镇",
        "您当前的位置：首页 > 政务公开 > 柏树镇",
        "来源：柏树镇 发布时间：2025-01-20 10:00 【字体：大 中 小】",
    ]
    assert document.slice(document.blocks[0].span) == "柏树镇2024年法治政府建设情况报告"


@pytest.mark.parametrize("words", ["脚本", "隐藏", "框架", "color", "全部", "互动交流", "主办"])
def test_scripts_styles_frames_and_menus_are_dropped(words: str) -> None:
    assert words not in read_page(show_page()).text


@pytest.mark.parametrize(
    ("charset", "encoding"),
    [("gb2312", "gb18030"), ("gbk", "gbk"), ("utf-8", "utf-8"), ("gb2312", "utf-8"), ("x", "gbk")],
)
def test_the_bytes_decide_the_charset(charset: str, encoding: str) -> None:
    assert "强化组织领导" in read_page(show_page(charset=charset), encoding).text


def test_a_page_is_known_by_its_bytes_and_not_by_its_name() -> None:
    (document,) = read("柏树镇.txt", show_page().encode())
    assert "<p>" not in document.text


def test_text_in_a_file_named_html_is_read_as_text() -> None:
    text = "柏树镇2024年法治政府建设情况报告\n2024年，全镇办案32件，a < b，无一撤销。\n"
    assert read_page(text).text == text


@pytest.mark.parametrize(
    "opening",
    [
        "\ufeff<html>",
        "  \n<!doctype HTML>",
        "<!-- saved from url=(0014)about:internet -->\n<html>",
        '<?xml version="1.0" encoding="utf-8"?><html>',
        "<div>",
        "<META charset=utf-8>",
    ],
)
def test_the_openings_of_saved_pages_are_known(opening: str) -> None:
    document = read_page(f"{opening}<p>2024年，柏树镇办案32件，无一复议撤销。</p>")
    assert document.text == "2024年，柏树镇办案32件，无一复议撤销。"


def test_the_cells_of_a_row_stand_two_spaces_apart() -> None:
    table = (
        "<table><tr><td>类别</td><td>数量</td></tr><tr><td><p>案件</p></td><td>12</td></tr></table>"
    )
    assert read_page(f"<html>{table}<p>全年办案12件，全部办结。</p>").text.splitlines() == [
        "类别  数量",
        "案件  12",
        "全年办案12件，全部办结。",
    ]


def test_cells_on_lines_of_their_own_in_the_source_stand_apart_too() -> None:
    row = "<tr>\n\t<td><p>民事纠纷</p>\n\t</td>\r\n\t<td>婚姻家庭</td>\n\t<td>52</td>\n</tr>"
    page = f"<html><table>{row}</table><p>全年办案12件，全部办结。</p>"
    assert read_page(page).text.splitlines()[0] == "民事纠纷  婚姻家庭  52"


def test_paragraphs_in_a_layout_table_keep_their_lines() -> None:
    page = "<table><tr><td><p>一、主要工作</p><p>全年办案12件，全部办结。</p></td></tr></table>"
    assert read_page(page).text == "一、主要工作\n全年办案12件，全部办结。"


def test_entities_are_decoded_and_no_entity_of_the_page_expands() -> None:
    bomb = '<!DOCTYPE html [<!ENTITY a "哈哈"><!ENTITY b "&a;&a;">]>'
    page = f"{bomb}<p>学习&#23466;法&nbsp;&lt;民法典&gt;，反复学&b;，全年12次。</p>"
    text = read_page(page).text
    assert "学习宪法 <民法典>" in text
    assert "哈哈" not in text


def test_a_signature_outside_the_main_element_is_kept() -> None:
    page = (
        "<html><body><div><p>2024年，柏树镇扎实推进法治政府建设，取得明显成效。</p>"
        "<p>全年办案32件，无一复议撤销；调解纠纷213起，成功206起。</p></div>"
        "<div>柏树镇人民政府</div><div>2025年1月10日</div><div><a>更多精彩</a></div></body></html>"
    )
    assert read_page(page).text.splitlines()[-2:] == ["柏树镇人民政府", "2025年1月10日"]


def test_prose_outside_the_main_element_is_kept_where_no_container_is_known() -> None:
    sections = "".join(f"<div><p>第{n}件事，全年办结{n}项，群众满意。</p></div>" for n in range(9))
    page = f"<html><div class=big>{sections}</div><div><p>四、下一步，继续普法宣传。</p></div>"
    assert "继续普法宣传" in read_page(page).text


def test_titles_of_other_reports_below_the_article_are_dropped() -> None:
    related = "<ul><li>槐花镇2024年法治政府建设情况报告</li></ul>"
    assert "槐花镇" not in read_page(show_page() + related).text


def test_headings_beside_the_main_element_are_kept_and_links_are_not() -> None:
    page = (
        "<html><body><div><p>一、主要工作</p><p>全年办案32件，无一复议撤销；调解纠纷213起，"
        "成功206起，把矛盾化解在基层、消除在萌芽状态。</p><p>二、存在的不足</p></div>"
        "<ul><li><a>槐花镇动态</a></li><li><a>石榴乡动态</a></li></ul></body></html>"
    )
    text = read_page(page).text
    assert "一、主要工作" in text
    assert "二、存在的不足" in text
    assert "动态" not in text


@pytest.mark.parametrize("page", ["<html></html>", "<html><script>1。</script>", "<!doctype html>"])
def test_a_page_without_words_is_refused(page: str) -> None:
    with pytest.raises(IngestError, match=r"^柏树镇\.html：网页里没有可读的文字.*。$"):
        read_page(page)


def test_a_page_of_a_few_words_is_read() -> None:
    assert read_page("<html><body><p>法治</p></body></html>").text == "法治"


def test_deep_nesting_is_read() -> None:
    page = "<html>" + "<div>" * 200 + "全年办案12件，全部办结。" + "</div>" * 200
    assert "全年办案12件" in read_page(page).text


def test_absurd_nesting_is_refused_and_no_crash() -> None:
    with pytest.raises(IngestError):
        read_page("<html>" + "<div>" * 50000 + "全年办案12件，全部办结。")


def test_the_parser_is_not_loaded_for_plain_text() -> None:
    code = (
        "import sys; from scorer import ingest;"
        "ingest.read('a.txt', '2024年，全镇办案32件，无一撤销。'.encode());"
        "assert not any(name.startswith('lxml') for name in sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


def test_a_page_of_50_mb_of_tags_is_refused_at_once() -> None:
    with pytest.raises(IngestError, match=r"^大\.html：网页里的标签太多"):
        read("大.html", b"<p>1</p>" * 6_000_000)


def test_elements_that_are_never_closed_lose_no_words() -> None:
    page = "".join(f"<div>第{number}项工作" for number in range(1000))
    assert "第999项工作" in read_page(page).text
