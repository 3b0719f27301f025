from __future__ import annotations

import os
import re
from dataclasses import replace
from pathlib import Path

import pytest

from scorer.errors import RenderError
from scorer.render import pdf
from scorer.render.browser import find_browser, print_pdf
from scorer.render.wishes import PLAIN
from scorer.scorecard import Batch

posix = pytest.mark.skipif(os.name != "posix", reason="a shell script stands in for the browser")
STAMPED = "%PDF /CreationDate (D:20261122204512+00'00')\n/ModDate (D:20261122204512Z) end"
PRINTS = f"""#!/bin/sh
for word in "$@"; do case "$word" in --print-to-pdf=*) target="${{word#*=}}";; esac; done
printf %s "{STAMPED}" > "$target"
"""


def make(folder: Path, name: str, script: str = PRINTS) -> Path:
    folder.mkdir(exist_ok=True)
    program = folder / name
    program.write_text(script, encoding="utf-8")
    program.chmod(0o755)
    return program


@posix
def test_the_browser_that_the_user_names_comes_first(tmp_path: Path) -> None:
    named = make(tmp_path / "own", "browser")
    make(tmp_path / "bin", "chromium")
    environment = {"SCORER_BROWSER": str(named), "PATH": str(tmp_path / "bin")}
    assert find_browser(environment) == named


@posix
def test_edge_on_the_path_comes_before_chromium(tmp_path: Path) -> None:
    make(tmp_path, "chromium")
    edge = make(tmp_path, "microsoft-edge")
    assert find_browser({"PATH": str(tmp_path)}) == edge


def test_the_usual_places_on_windows_are_looked_at(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def note(name: str, path: str | None = None) -> None:
        asked.append(name if path else "")

    monkeypatch.setattr("scorer.render.browser.shutil.which", note)
    with pytest.raises(RenderError):
        find_browser({"ProgramFiles(x86)": r"C:\Program Files (x86)", "PATH": str(tmp_path)})
    assert r"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe" in asked


def test_no_browser_is_told_in_one_line_with_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(RenderError, match=r"没有找到.*Edge.*SCORER_BROWSER.*-f html") as told:
        find_browser({"PATH": str(tmp_path)})
    assert "\n" not in str(told.value)


def test_a_named_browser_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(RenderError, match="不存在或不能运行"):
        find_browser({"SCORER_BROWSER": str(tmp_path / "no"), "PATH": ""})


@posix
def test_the_moment_of_printing_is_taken_out_and_no_offset_moves(tmp_path: Path) -> None:
    printed = print_pdf(make(tmp_path, "chromium"), b"<p>")
    assert b"2026" not in printed
    assert len(printed) == len(
        "%PDF /CreationDate (D:20261122204512+00'00')\n/ModDate (D:20261122204512Z) end"
    )
    assert printed.startswith(b"%PDF /CreationDate       (D:19700101000000Z)\n")


@posix
@pytest.mark.parametrize(
    ("script", "words"),
    [("#!/bin/sh\nexit 1\n", "没有生成 PDF"), ("no program", "不能运行")],
)
def test_a_browser_that_does_not_print_is_told(tmp_path: Path, script: str, words: str) -> None:
    with pytest.raises(RenderError, match=words):
        print_pdf(make(tmp_path, "chromium", script), b"<p>")


@posix
def test_a_batch_is_a_file_a_report_and_the_overview_without_links_between(
    batch: Batch, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    last = 'for word in "$@"; do source="$word"; done'
    copies = f'{PRINTS}{last}\ncat "${{source#file://}}" >> {tmp_path}/pages\n'
    monkeypatch.setenv("SCORER_BROWSER", str(make(tmp_path / "own", "browser", copies)))
    pages = list(pdf.render_pages(replace(batch, scorecards=batch.scorecards[:2]), PLAIN))
    assert [page.name for page in pages] == [
        "鹿鸣坡镇-2023.pdf",
        "石鼓湾街道-2024.pdf",
        "index.pdf",
    ]
    links = re.findall('href="([^"]*)"', (tmp_path / "pages").read_text("utf-8"))
    assert links
    assert all(link.startswith("#") for link in links)
