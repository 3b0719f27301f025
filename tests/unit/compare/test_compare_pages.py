import json
import re
from collections.abc import Callable

import pytest
from rich.console import Console

from scorer.compare import pages, terminal, wire
from scorer.compare.copies import compare
from scorer.compare.gather import Source, read_source
from scorer.compare.model import Comparison
from tests.makers.stories import OTHER_STORY, STORY

Write = Callable[..., Source]


@pytest.fixture
def found(write: Write) -> Comparison:
    told = STORY.replace("镇里把七个村", "青岭镇把七个村")
    hostile = OTHER_STORY + "<script>alert(1)</script>"
    sources = (
        write("a.txt", "青岭镇", told, hostile),
        write("b.txt", "白坪乡", hostile, told.replace("老周", "小张")),
        write("c.txt", "黄塘镇", "全年无事。"),
    )
    return compare(map(read_source, sources))


def test_the_pages_are_as_the_golden_files_show_them(
    found: Comparison, check_golden: Callable[[str, str], None]
) -> None:
    for page in pages.render_pages(found):
        check_golden(f"compare/{page.name}", page.data.decode("utf-8"))


def test_the_json_is_as_the_golden_file_shows_it(
    found: Comparison, check_golden: Callable[[str, str], None]
) -> None:
    check_golden("compare/compare.json", wire.render(found))


def test_the_console_is_as_the_golden_file_shows_it(
    found: Comparison, check_golden: Callable[[str, str], None]
) -> None:
    console = Console(width=80, record=True, markup=False, highlight=False, file=None, quiet=False)
    with console.capture() as captured:
        terminal.show(console, found)
    check_golden("compare/compare-80.txt", captured.get())


def test_every_link_of_the_pages_leads_somewhere(found: Comparison) -> None:
    texts = {page.name: page.data.decode("utf-8") for page in pages.render_pages(found)}
    places = {name: set(re.findall(r'id="([^"]+)"', text)) for name, text in texts.items()}
    for name, text in texts.items():
        for link in re.findall(r'href="([^"]+)"', text):
            file, _, anchor = link.partition("#")
            assert not anchor or anchor in places[file or name], link


def test_words_of_a_report_stay_words(found: Comparison) -> None:
    for page in pages.render_pages(found):
        text = page.data.decode("utf-8")
        assert "<script" not in text
        assert "http" not in text.replace("http-equiv", "")


def test_offsets_tell_how_long_a_passage_is(found: Comparison) -> None:
    document = json.loads(wire.render(found))
    side = document["pairs"][0]["passages"][0]["there"]
    assert side["end"] - side["start"] == len(side["text"])


def test_no_page_charges_anybody_with_copying(found: Comparison) -> None:
    for page in pages.render_pages(found):
        assert not re.search("抄袭|剽窃|照抄", page.data.decode("utf-8"))
