"""Pictures of the outputs for the READMEs: docs/images, made by an installed Chromium.

usage: python scripts/screenshots.py [folder]
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from io import StringIO
from pathlib import Path

from rich import terminal_theme
from rich.console import Console

from scorer import pipeline
from scorer.render import terminal
from scorer.render.audience import Audience, address
from scorer.render.browser import find_browser
from scorer.render.html import render_pages
from scorer.render.page import Page
from scorer.render.wishes import Wishes
from scorer.rubric.model import Rubric

ROOT = Path(__file__).resolve().parent.parent
SHOWN = ROOT / "examples" / "mumiangang-zhen" / "report.txt"
#: Name, page, width and height of the window.
SHOTS = (
    ("scorecard.png", "scorecard", 1600, 1000),
    ("scorecard-phone.png", "town", 500, 1100),
    ("dashboard.png", "index", 1440, 1150),
)
SCREEN = """<!DOCTYPE html><meta charset="utf-8"><style>{stylesheet}
body {{ margin: 0; padding: 16px 20px; background: {background}; color: {foreground}; }}
pre {{ margin: 0; font: 17px/1.5 "Noto Sans Mono CJK SC", monospace; }}</style>
<pre>{code}</pre>"""


def main() -> None:
    """Write every picture."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "docs" / "images"
    folder.mkdir(parents=True, exist_ok=True)
    standard = pipeline.load_rubric()
    reports = sorted(ROOT.glob("examples/*-zhen/report.txt"))
    reports += sorted(ROOT.glob("examples/*-*/report.html"))
    files = [pipeline.score_path(path, path.parent.name, standard) for path in reports]
    batch = pipeline.make_batch(standard, files)
    *cards, index = render_pages(batch)
    *sent, _ = render_pages(address(batch, Audience.TOWN), Wishes(audience=Audience.TOWN))
    pages = {"scorecard": find_shown(cards), "town": find_shown(sent), "index": index.data}
    for name, page, width, height in SHOTS:
        shoot(pages[page], folder / name, (width, height))
        print(folder / name)
    print(folder / "terminal.png")
    shoot(draw_screen(standard).encode("utf-8"), folder / "terminal.png", (900, 920))


def find_shown(cards: Sequence[Page]) -> bytes:
    """The page that the pictures show."""
    return next(page.data for page in cards if page.name.startswith("木棉港镇"))


def draw_screen(standard: Rubric) -> str:
    """What a terminal of 96 columns shows of the scorecard, as a page."""
    scored = pipeline.score_path(SHOWN, SHOWN.relative_to(ROOT).as_posix(), standard)
    console = Console(file=StringIO(), width=96, record=True, force_terminal=True)
    console.print(f"$ scorer score {SHOWN.relative_to(ROOT).parent.as_posix()}", highlight=False)
    terminal.show_scorecard(console, scored.scorecards[0])
    return console.export_html(theme=terminal_theme.MONOKAI, code_format=SCREEN)


def shoot(page: bytes, target: Path, size: tuple[int, int]) -> None:
    """A picture of the top of a page."""
    width, height = size
    with tempfile.TemporaryDirectory() as scratch:
        source = Path(scratch, "page.html")
        source.write_bytes(page)
        command = [str(find_browser()), "--headless", "--disable-gpu", "--hide-scrollbars"]
        command += ["--disable-background-networking", f"--user-data-dir={scratch}/profile"]
        command += ["--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []
        command += [f"--window-size={width},{height}", f"--screenshot={target}", source.as_uri()]
        subprocess.run(command, check=True, capture_output=True, timeout=120)


if __name__ == "__main__":
    main()
