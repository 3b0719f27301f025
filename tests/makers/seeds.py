"""A sound file in every format, for tests that break it; a new format adds its line here."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from tests.makers.archives import write_rar, write_zip
from tests.makers.mht import write_mht
from tests.makers.ofd import write_ofd
from tests.makers.office import read_doc_sample, write_docx, write_rtf
from tests.makers.pdf import write_pdf
from tests.makers.report import PARAGRAPHS, TEXT, TITLE


@dataclass(frozen=True, slots=True, kw_only=True)
class Seed:
    """`probe` names a function that runs only once the reader is past the file's first bytes."""

    name: str
    make: Callable[[], bytes]
    probe: str


def write_page() -> bytes:
    body = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
    head = f'<meta name="ArticleTitle" content="{TITLE}"><title>{TITLE}</title>'
    page = f'<html><head>{head}</head><body><div class="TRS_Editor">{body}</div></body></html>'
    return page.encode("gb18030")


def write_package() -> bytes:
    inner = write_zip({"青禾镇.txt": TEXT.encode("gb18030")})
    files = {"石桥镇.ofd": write_ofd("layers"), "白石镇.html": write_page(), "城关.zip": inner}
    return write_zip(files)


SEEDS = (
    Seed(name="甲.txt", make=TEXT.encode, probe="scorer.ingest.make_documents"),
    Seed(name="乙.html", make=write_page, probe="scorer.ingest.html.find_page_lines"),
    Seed(
        name="丙.ofd", make=lambda: write_ofd("lines", framed=True), probe="scorer.readers.ofd.draw"
    ),
    Seed(name="己.pdf", make=write_pdf, probe="scorer.readers.pdf.read_sheet"),
    Seed(
        name="庚.pdf",
        make=lambda: write_pdf(packed=False),
        probe="scorer.readers.pdf.read_sheet",
    ),
    Seed(name="辛.docx", make=write_docx, probe="scorer.readers.docx.read_body"),
    Seed(name="壬.doc", make=read_doc_sample, probe="scorer.readers.doc.convert"),
    Seed(name="癸.rtf", make=write_rtf, probe="scorer.readers.rtf.find_lines"),
    Seed(
        name="子.mht",
        make=lambda: write_mht(write_page(), charset="gb18030"),
        probe="scorer.ingest.html.decode_page",
    ),
    Seed(name="丁.zip", make=write_package, probe="scorer.readers.archives.read_member"),
    Seed(
        name="戊.rar",
        make=lambda: write_rar({"石桥镇.txt": TEXT.encode(), "白石镇.html": write_page()}),
        probe="scorer.readers.rar.check_bounds",
    ),
)
