"""Trials of the readers: a tiny report in each format must be scored as its text is."""

from __future__ import annotations

import platform
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from functools import cache, partial

from scorer import ingest, pipeline
from scorer.doctor import sample
from scorer.doctor.model import Group
from scorer.doctor.trial import Trial, TrialError
from scorer.readers.formats import Format
from scorer.rubric.model import Rubric

#: Processors that the PDF library is not built for.
_WITHOUT_PDFIUM = ("loongarch64",)
_NAME = "自检"
_WORDS = "2024"
_OFFICE = 'pip install "scorer[office]"'
_OCR = 'pip install "scorer[ocr]"'


def list_trials(standard: Rubric) -> tuple[Trial, ...]:
    """Every reader, the core first."""
    score = _make_runner(standard)
    return (
        _core("text", "纯文本（.txt）", (), score(sample.make_text)),
        _core("html", "网页（.html）", ("lxml",), score(sample.make_html)),
        _core("docx", "Word（.docx）", ("lxml",), score(sample.make_docx)),
        _core("doc", "旧版 Word、WPS（.doc）", ("msdoc2docx",), score(sample.make_doc)),
        replace(
            _core("pdf", "PDF（有文字的）", ("pypdfium2",), score(sample.make_pdf)),
            core=platform.machine() not in _WITHOUT_PDFIUM,
        ),
        _core("ofd", "OFD", ("lxml",), score(sample.make_ofd)),
        _core("zip", "ZIP 压缩包", (), score(sample.make_zip)),
        _extra("scan", "扫描件、图片（OCR）", ("rapidocr", "onnxruntime"), _OCR, _see),
        _extra("rtf", "RTF", ("striprtf",), _OFFICE, score(sample.make_rtf)),
        _extra("rar", "RAR 压缩包", ("rarfile",), _OFFICE, _find_unpacker),
        _extra("xls", "旧版 Excel 名册（.xls）", ("python-calamine",), _OFFICE, None),
    )


def _core(
    id_: str, title: str, packages: tuple[str, ...], run: Callable[[], object] | None
) -> Trial:
    return Trial(id=id_, title=title, group=Group.READ, core=True, packages=packages, run=run)


def _extra(
    id_: str,
    title: str,
    packages: tuple[str, ...],
    remedy: str,
    run: Callable[[], object] | None,
) -> Trial:
    return Trial(id=id_, title=title, group=Group.READ, packages=packages, remedy=remedy, run=run)


def _make_runner(standard: Rubric) -> Callable[[Callable[[], bytes]], Callable[[], None]]:
    """Makes trials out of samples; what the text earns is found once."""
    wanted = cache(partial(_total, standard, sample.make_text()))

    def make_run(make: Callable[[], bytes]) -> Callable[[], None]:
        def run() -> None:
            earned = _total(standard, make())
            if earned != wanted():
                raise TrialError(f"自检样本应得{wanted()}分，得了{earned}分")

        return run

    return make_run


def _total(standard: Rubric, data: bytes) -> Decimal:
    scored = pipeline.score_bytes(_NAME, data, standard)
    if len(scored.scorecards) != 1:
        reasons = [failure.reason for failure in scored.errors]
        raise TrialError("".join(reasons) or "自检样本没有得到评分")
    return scored.scorecards[0].total.points


def _see() -> None:
    """A picture of a word, made by the renderer of PDF pages."""
    import pypdfium2  # noqa: PLC0415  (slow to import)

    page = pypdfium2.PdfDocument(sample.make_picture_page(_WORDS))[0]
    bitmap = page.render(scale=2, grayscale=True)
    data = bytes(bitmap.buffer)
    rows = [data[at * bitmap.stride :][: bitmap.width] for at in range(bitmap.height)]
    words = ingest.READERS[Format.PICTURE](_NAME, sample.write_png(rows)).text
    if _WORDS not in words:
        raise TrialError(f"图片上写的是{_WORDS}，认成了“{words.strip()}”")


def _find_unpacker() -> None:
    import rarfile  # noqa: PLC0415  (an extra)

    try:
        rarfile.tool_setup()
    except rarfile.RarCannotExec as error:
        raise TrialError("没有能解开 RAR 的程序，请安装 unrar、unar 或 7-Zip") from error
