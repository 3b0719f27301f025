"""Trials of the outputs, and programs that help where they are installed."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Callable
from dataclasses import replace
from functools import cache, partial
from pathlib import Path

from scorer import pipeline
from scorer.cache import regex
from scorer.doctor import sample
from scorer.doctor.model import Ability, Group, Part, State
from scorer.doctor.trial import Trial, TrialError, attempt
from scorer.errors import RenderError
from scorer.readers.soffice import find_soffice
from scorer.render import RENDERERS
from scorer.render.browser import VARIABLE, find_browser, print_pdf
from scorer.render.wishes import PLAIN
from scorer.rubric.model import Rubric
from scorer.scorecard import Batch

_SECONDS = 30
#: On Windows these programs open a window instead.
_ANSWERS = os.name != "nt"
_VERSION = regex(r"\d+(?:\.\d+)+")
_PAGE = '<!DOCTYPE html><meta charset="utf-8"><title>自检</title><p>自检</p>'.encode()


def list_trials(standard: Rubric) -> tuple[Trial, ...]:
    """Outputs that are made here; a file in each must begin as its format does."""
    score = cache(partial(_score_sample, standard))
    return (
        _output("terminal", "屏幕（terminal）", ("rich",), _render(score, "terminal", b"")),
        _output("json", "JSON、CSV 等", (), _render(score, "json", b"{")),
        _output("html", "网页评分单（html）", ("jinja2",), _render(score, "html", b"<!DOCTYPE")),
        _output("xlsx", "Excel（xlsx）和名册", ("openpyxl",), _render(score, "xlsx", b"PK")),
        _output(
            "letter", "致乡镇的函（letter）", ("python-docx",), _render(score, "letter", b"PK")
        ),
    )


def examine_browser() -> Ability:
    """The browser that prints pages to PDF."""
    trial = Trial(id="pdf", title="PDF 评分单（pdf）", group=Group.WRITE)
    try:
        browser = find_browser()
    except RenderError as error:
        remedy = f"安装 Edge、Chrome 或 Chromium，或用环境变量 {VARIABLE} 指明浏览器程序"
        named = VARIABLE in os.environ
        state = State.BROKEN if named else State.MISSING
        return replace(attempt(trial), state=state, note=str(error) if named else "", remedy=remedy)

    def run() -> None:
        if not print_pdf(browser, _PAGE).startswith(b"%PDF"):
            raise TrialError("浏览器没有生成 PDF")

    part = Part(name=browser.name, version=_ask_version(browser))
    tried = attempt(replace(trial, run=run))
    remedy = f"用环境变量 {VARIABLE} 指明另一个浏览器" if tried.state is State.BROKEN else ""
    return replace(tried, parts=(part,), remedy=remedy)


def examine_soffice() -> Ability:
    """LibreOffice, the second way to read an old document."""
    program = find_soffice()
    found = attempt(
        Trial(id="libreoffice", title="LibreOffice（少数 .doc 要用）", group=Group.HELP)
    )
    if program is None:
        return replace(found, state=State.MISSING, remedy="安装 LibreOffice（没有也能读多数 .doc）")
    return replace(found, parts=(Part(name=program.name, version=_ask_version(program)),))


def _output(id_: str, title: str, packages: tuple[str, ...], run: Callable[[], object]) -> Trial:
    return Trial(id=id_, title=title, group=Group.WRITE, core=True, packages=packages, run=run)


def _render(score: Callable[[], Batch], form: str, opening: bytes) -> Callable[[], None]:
    def run() -> None:
        pages = list(RENDERERS[form](score(), PLAIN))
        if not pages or not all(page.data.startswith(opening) for page in pages):
            raise TrialError("输出的文件不完整")

    return run


def _score_sample(standard: Rubric) -> Batch:
    scored = pipeline.score_bytes("自检.txt", sample.make_text(), standard)
    return pipeline.make_batch(standard, [scored])


def _ask_version(program: Path) -> str:
    """What `--version` prints."""
    if not _ANSWERS:
        return ""
    try:
        answer = subprocess.run(
            [program, "--version"], capture_output=True, timeout=_SECONDS, check=False
        )
    except (OSError, subprocess.SubprocessError):
        return ""
    found = _VERSION.search(answer.stdout.decode("utf-8", "replace"))
    return found[0] if found else ""
