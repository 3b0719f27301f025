"""The report as text, as pages of a web site, and packed."""

from __future__ import annotations

import io
import zipfile
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText
from html import escape
from itertools import takewhile

from twin import TEXT, Paragraph, Table, find_parts
from twin_docx import make_direct, make_wps
from twin_office import save

_TITLE = TEXT.splitlines()[0]
_AROUND = (
    '<div class="nav"><a href="/">首页</a> &gt; 法治政府建设</div>',
    '<div class="footer">主办：云岫镇人民政府　网站标识码：3500000001</div>',
)
_NAME = "云岫镇.docx"
_DATE = (2025, 1, 10, 9, 0, 0)


def make_utf8() -> bytes:
    """Plain text."""
    return TEXT.encode()


def make_gbk() -> bytes:
    """Plain text as the editor of Windows saves it in China, its lines ended as there."""
    return TEXT.replace("\n", "\r\n").encode("gb18030")


def make_page() -> bytes:
    """A page of a government site: its editor's container, a paragraph a `<p>`, a table."""
    return _write_page("".join(map(_write_part, find_parts())))


def make_breaks() -> bytes:
    """The same with all paragraphs in one, parted by `<br>` and set in by wide spaces."""
    return _write_page(
        "".join(
            draw_table(part) if isinstance(part, Table) else f"　　{_say(part)}<br>"
            for part in find_parts()
        )
    )


def make_saved() -> bytes:
    """The page as one file."""
    whole = MIMEMultipart("related")
    whole.attach(MIMEText(make_page().decode("gb18030"), "html", "utf-8"))
    return whole.as_bytes()


def save_page() -> bytes | None:
    """A multi-level list as a web page of LibreOffice."""
    return save(make_direct(), "docx", "html")


def make_zip() -> bytes:
    """A .docx in an archive of Windows, whose names are GBK and do not say so."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(zipfile.ZipInfo("x" * len(_NAME.encode("gbk")), _DATE), make_wps())
    return buffer.getvalue().replace(b"x" * len(_NAME.encode("gbk")), _NAME.encode("gbk"))


def make_rar() -> bytes:
    """A .docx in an archive that only stores."""
    from tests.makers.archives import write_rar  # noqa: PLC0415 - run from a checkout

    return write_rar({_NAME: make_wps()})


def _write_page(body: str) -> bytes:
    head = f'<meta name="ArticleTitle" content="{_TITLE}"><title>{_TITLE}</title>'
    inner = f'<div class="TRS_Editor">{body}</div>'
    page = f"<html><head>{head}</head><body>{inner.join(_AROUND)}</body></html>"
    return page.encode("gb18030")


def _write_part(part: Paragraph | Table) -> str:
    return draw_table(part) if isinstance(part, Table) else f"<p>{_say(part)}</p>"


def _say(part: Paragraph) -> str:
    return escape(part.label + part.text)


def draw_table(table: Table) -> str:
    """Its cells, merged where the report leaves them out or empty."""
    width = max(map(len, table.rows))
    rows = []
    for at, row in enumerate(table.rows):
        cells = []
        for column, words in enumerate(row):
            if column == 0 and not words:
                continue
            wide = f' colspan="{width - len(row) + 1}"' if column == 0 and len(row) < width else ""
            deep = sum(1 for _ in takewhile(lambda below: not below[0], table.rows[at + 1 :]))
            tall = f' rowspan="{deep + 1}"' if column == 0 and deep else ""
            cells.append(f"<td{wide}{tall}>{escape(words)}</td>")
        rows.append(f"<tr>{''.join(cells)}</tr>")
    return f'<table border="1">{"".join(rows)}</table>'
