"""An Edge, Chrome or Chromium of this machine, which prints pages to PDF."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path

from scorer.errors import RenderError

#: The variable in which a user names the browser.
VARIABLE = "SCORER_BROWSER"

_ON_PATH = (
    *("msedge", "microsoft-edge", "microsoft-edge-stable"),
    *("google-chrome", "google-chrome-stable", "chrome", "chromium", "chromium-browser"),
)
_ON_WINDOWS = (
    r"Microsoft\Edge\Application\msedge.exe",
    r"Google\Chrome\Application\chrome.exe",
    r"Chromium\Application\chrome.exe",
)
_WINDOWS_FOLDERS = ("ProgramFiles", "ProgramFiles(x86)", "LocalAppData")
_ON_MACOS = (
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
)
_FLAGS = (
    *("--headless", "--disable-gpu", "--no-first-run", "--no-default-browser-check"),
    *("--disable-extensions", "--disable-sync", "--disable-background-networking"),
    *("--disable-component-update", "--host-resolver-rules=MAP * ~NOTFOUND"),
    *("--no-pdf-header-footer", "--print-to-pdf-no-header"),
)
_SECONDS = 120

#: The moment of printing in a PDF; the same page should give the same bytes.
_MOMENT = re.compile(rb"/(CreationDate|ModDate) ?\(D:[^)]*\)")
_NONE_FOUND = (
    "没有找到能生成 PDF 的浏览器，请安装 Edge、Chrome 或 Chromium，"
    f"或用环境变量 {VARIABLE} 指明浏览器程序；也可以用 -f html，在浏览器里打印。"
)


def find_browser(environment: Mapping[str, str] = os.environ) -> Path:
    """The one the user names, else the first found.

    Raises:
        RenderError: there is none.
    """
    named = environment.get(VARIABLE)
    if named:
        if found := shutil.which(named):
            return Path(found)
        raise RenderError(f"环境变量 {VARIABLE} 指明的浏览器“{named}”不存在或不能运行，请改正。")
    for candidate in _candidates(environment):
        if found := shutil.which(candidate, path=environment.get("PATH")):
            return Path(found)
    raise RenderError(_NONE_FOUND)


def print_pdf(browser: Path, page: bytes) -> bytes:
    """The page on paper; the moment of printing is taken out.

    Raises:
        RenderError: the browser did not print.
    """
    with tempfile.TemporaryDirectory(prefix="scorer-", ignore_cleanup_errors=True) as folder:
        source, target = Path(folder, "page.html"), Path(folder, "page.pdf")
        source.write_bytes(page)
        command = [str(browser), *_FLAGS, f"--user-data-dir={Path(folder, 'profile')}"]
        if hasattr(os, "geteuid") and os.geteuid() == 0:
            command.append("--no-sandbox")  # the sandbox does not start for root
        command += [f"--print-to-pdf={target}", source.as_uri()]
        _run(command)
        if not target.is_file():
            raise RenderError(f"浏览器 {browser.name} 没有生成 PDF，请换一个浏览器或改用 -f html。")
        return _MOMENT.sub(_forget, target.read_bytes())


def _candidates(environment: Mapping[str, str]) -> Iterator[str]:
    yield from _ON_PATH
    for variable in _WINDOWS_FOLDERS:
        folder = environment.get(variable)
        if folder:
            yield from (f"{folder}\\{place}" for place in _ON_WINDOWS)
    if sys.platform == "darwin":
        yield from _ON_MACOS


def _run(command: list[str]) -> None:
    try:
        subprocess.run(command, check=False, capture_output=True, timeout=_SECONDS)
    except subprocess.TimeoutExpired as error:
        raise RenderError(f"浏览器 {_SECONDS}秒没有生成 PDF，请重试或改用 -f html。") from error
    except OSError as error:
        raise RenderError("浏览器不能运行，请换一个浏览器或改用 -f html。") from error


def _forget(found: re.Match[bytes]) -> bytes:
    """The same length, so that every offset in the file stays true."""
    moment = b"D:19700101000000Z"
    room = len(found[0]) - len(found[1]) - len(b"/()") - len(moment)
    return b"/" + found[1] + b" " * room + b"(" + moment + b")"
