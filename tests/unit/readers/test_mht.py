"""Pages saved as one file are read as the page they hold."""

from __future__ import annotations

import pytest

from scorer.errors import IngestError
from scorer.ingest import read
from scorer.readers.formats import Format, find_format
from tests.makers.mht import write_mht
from tests.makers.report import PARAGRAPHS

FILE = "石桥镇.mht"
PAGE = "<html><body>{}</body></html>".format("".join(f"<p>{words}</p>" for words in PARAGRAPHS))
FRAME = "<p>首页</p><a href=x>返回顶部</a>"


def read_text(data: bytes) -> str:
    assert find_format(data) is Format.WEB_ARCHIVE
    return read(FILE, data)[0].text


@pytest.mark.parametrize("way", ["base64", "quoted-printable"])
@pytest.mark.parametrize("charset", ["utf-8", "gb2312", "gb18030"])
def test_the_page_is_read_whatever_its_charset(charset: str, way: str) -> None:
    data = write_mht(PAGE.encode(charset, "ignore"), charset=charset, way=way)
    assert read_text(data).splitlines()[: len(PARAGRAPHS)][-1] == PARAGRAPHS[-1]


def test_a_charset_that_only_the_archive_tells_is_known() -> None:
    page = "<p>石橋鎮推進法治政府建設，全年調解糾紛32件。</p>".encode("big5")
    assert "石橋鎮推進法治政府建設" in read_text(write_mht(page, charset="big5"))


@pytest.mark.parametrize("turned", [False, True])
def test_of_a_page_and_its_frames_the_article_is_read(turned: bool) -> None:
    pages = [PAGE.encode(), FRAME.encode()][:: -1 if turned else 1]
    assert PARAGRAPHS[4] in read_text(write_mht(pages[0], charset="utf-8", frames=pages[1:]))


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"MIME-Version: 1.0\r\n\r\n", "没有网页正文"),
        (b"MIME-Version: 1.0\r\nContent-Type: text/html\r\n\r\n<p></p>", "没有可读的文字"),
        (
            b"MIME-Version: 1.0\r\n"
            + b"Content-Type: multipart/mixed; boundary=a\r\n\r\n--a\r\n" * 60,
            "结构异常",
        ),
    ],
)
def test_what_holds_no_page_is_told(data: bytes, words: str) -> None:
    with pytest.raises(IngestError, match=rf"^{FILE}：.*{words}.*。$"):
        read(FILE, data)
