"""How well PDFs and scans are read: characters in order, paragraphs, labels, CPU seconds a page.

Reports of `examples/` are set by every producer that is on this machine, and read back. Needs
the extra `ocr`.
"""

from __future__ import annotations

import argparse
import html
import io
import math
import re
import shutil
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path

import numpy as np
import pypdfium2
from PIL import Image, ImageDraw

from scorer.pipeline import load_rubric, score_bytes
from scorer.readers import ocr
from scorer.readers.decode import decode_text
from scorer.readers.pdf import read_pdf
from scorer.rubric.model import Rubric
from scorer.scorecard import CriterionScore

EXAMPLES = Path(__file__).parents[1] / "examples"
_LABEL = re.compile(r"[一二三四五六七八九十\d]{1,3}[、．.]|\([一二三四五六七八九十\d]{1,3}\)")
_OFFICIAL = """
    @page { size: A4; margin: 37mm 26mm 35mm 28mm }
    body { font: 16pt "Noto Serif CJK SC"; line-height: 28pt; text-align: justify }
    p { margin: 0; text-indent: 2em }
    p:first-child { font-size: 22pt; text-align: center; text-indent: 0; margin: 1em 0 }
    .signed { text-align: right; padding-right: 4em }
"""
_PLAIN = """
    @page { size: A4; margin: 20mm }
    body { font: 12pt "Noto Sans CJK SC"; line-height: 1.6 }
    p { margin: 0 0 .8em }
    p:first-child { font-size: 20pt; text-align: center }
"""
_FEWEST, _LONGEST, _PAGE_NUMBER = 8, 1000, {"-2-"}
_BEGINNING, _SHORT, _DARK = 10, 25, 128
_DOTS, _TILT, _NOISE = 200, 2.0, 12.0
_RED = (215, 30, 35, 210)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What came back of one report."""

    recalled: float
    invented: float
    paragraphs: float
    labels: float
    outcomes: float
    quotes: float
    seconds: float


def list_reports() -> Iterator[tuple[str, list[str]]]:
    """Name and paragraphs of each example in plain text."""
    for path in sorted(EXAMPLES.glob("*/report.txt")):
        text = decode_text(path.name, path.read_bytes())
        paragraphs = [" ".join(line.split()) for line in text.splitlines() if line.strip()]
        # A file whose lines are not its paragraphs cannot tell whether these come back.
        if (
            len(paragraphs) >= _FEWEST
            and max(map(len, paragraphs)) < _LONGEST
            and not (_PAGE_NUMBER & {"".join(words.split()) for words in paragraphs})
        ):
            yield path.parent.name, paragraphs


def write_page(paragraphs: Sequence[str], style: str) -> str:
    """The report as a web page, its last two lines signed if they are short."""
    body = "".join(
        f"<p{' class=signed' if at >= len(paragraphs) - 2 and len(words) < _SHORT else ''}>"
        f"{html.escape(words)}</p>"
        for at, words in enumerate(paragraphs)
    )
    return f"<!doctype html><meta charset=utf-8><style>{style}</style><body>{body}"


def print_page(paragraphs: Sequence[str], style: str, *options: str) -> bytes:
    """Printed by Chromium."""
    with tempfile.TemporaryDirectory() as folder:
        page, out = Path(folder) / "report.html", Path(folder) / "report.pdf"
        page.write_text(write_page(paragraphs, style), "utf-8")
        quiet = ("--headless", "--no-sandbox", "--disable-gpu", "--no-first-run")
        still = ("--disable-background-networking", "--disable-sync", "--disable-component-update")
        profile = f"--user-data-dir={folder}/profile"
        command = ("chromium", *quiet, *still, profile, *options, f"--print-to-pdf={out}", page)
        subprocess.run(command, check=True, capture_output=True, timeout=120)
        return out.read_bytes()


def print_document(paragraphs: Sequence[str]) -> bytes:
    """A Word document with header and page numbers, turned into a PDF by LibreOffice."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "report.fodt"
        path.write_text(_write_document(paragraphs), "utf-8")
        profile = f"-env:UserInstallation=file://{folder}/profile"
        command = (
            "soffice",
            profile,
            "--headless",
            "--convert-to",
            "pdf",
            "--outdir",
            folder,
            path,
        )
        subprocess.run(command, check=True, capture_output=True, timeout=300)
        return path.with_suffix(".pdf").read_bytes()


def _write_document(paragraphs: Sequence[str]) -> str:
    names = {0: "Title"}
    body = "".join(
        f'<text:p text:style-name="{names.get(at, "Body")}">{html.escape(words)}</text:p>'
        for at, words in enumerate(paragraphs)
    )
    spaces = " ".join(
        f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
        for short, name in (
            ("office", "office"),
            ("style", "style"),
            ("text", "text"),
            ("fo", "xsl-fo-compatible"),
        )
    )
    font = 'style:font-name-asian="Noto Serif CJK SC" fo:font-family="Liberation Serif"'
    family = 'style:font-family-asian="Noto Serif CJK SC"'
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<office:document {spaces} office:version="1.2"
 office:mimetype="application/vnd.oasis.opendocument.text">
<office:styles>
<style:style style:name="Body" style:family="paragraph"><style:paragraph-properties
 fo:text-indent="32pt" fo:text-align="justify" fo:line-height="28pt"
 style:punctuation-wrap="simple"/><style:text-properties
 fo:font-size="16pt" style:font-size-asian="16pt" {font} {family}/></style:style>
<style:style style:name="Title" style:family="paragraph"><style:paragraph-properties
 fo:text-align="center"/><style:text-properties fo:font-size="22pt"
 style:font-size-asian="22pt" {font} {family}/></style:style>
</office:styles>
<office:automatic-styles><style:page-layout style:name="A4"><style:page-layout-properties
 fo:page-width="210mm" fo:page-height="297mm" fo:margin-top="20mm" fo:margin-bottom="20mm"
 fo:margin-left="28mm" fo:margin-right="26mm"/><style:header-style/><style:footer-style/>
</style:page-layout></office:automatic-styles>
<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="A4">
<style:header><text:p>{html.escape(paragraphs[0])}</text:p></style:header>
<style:footer><text:p>— <text:page-number/> —</text:p></style:footer>
</style:master-page></office:master-styles>
<office:body><office:text>{body}</office:text></office:body></office:document>"""


def scan(data: bytes) -> bytes:
    """The pages as a scanner gives them: tilted, noisy, the last under a red seal."""
    pages = []
    document = pypdfium2.PdfDocument(data)
    for number in range(len(document)):
        picture = document[number].render(scale=_DOTS / 72).to_pil().convert("RGB")
        if number == len(document) - 1:
            picture = _seal(picture)
        turned = picture.rotate(_TILT, Image.Resampling.BICUBIC, fillcolor=(250, 250, 248))
        rough = np.random.default_rng(number).normal(0, _NOISE, (*turned.size[::-1], 3))
        pixels = np.clip(np.asarray(turned) + rough, 0, 255).astype(np.uint8)
        pages.append(Image.fromarray(pixels))
    out = io.BytesIO()
    pages[0].save(out, "PDF", save_all=True, append_images=pages[1:], resolution=_DOTS, quality=70)
    return out.getvalue()


def _seal(picture: Image.Image) -> Image.Image:
    """A ring, a star and strokes for letters over the last words of the page."""
    dark = np.nonzero((np.asarray(picture.convert("L")) < _DARK).any(axis=1))[0]
    x, y, size = picture.width * 0.68, float(dark[-1]) - 60, 150
    layer = Image.new("RGBA", picture.size)
    draw = ImageDraw.Draw(layer)
    draw.ellipse((x - size, y - size, x + size, y + size), outline=_RED, width=10)
    turns = [math.pi / 5 * step - math.pi / 2 for step in range(10)]
    star = [
        (x + size * reach * math.cos(turn), y + size * reach * math.sin(turn))
        for reach, turn in zip((0.36, 0.14) * 5, turns, strict=True)
    ]
    draw.polygon(star, fill=_RED)
    for turn in (math.pi * (0.8 + step / 6) for step in range(9)):
        for part in (0.62, 0.72, 0.82):
            at = x + size * part * math.cos(turn), y + size * part * math.sin(turn)
            draw.ellipse((at[0] - 9, at[1] - 4, at[0] + 9, at[1] + 4), fill=_RED)
    return Image.alpha_composite(picture.convert("RGBA"), layer).convert("RGB")


def measure(paragraphs: Sequence[str], data: bytes, rubric: Rubric) -> Reading:
    """Read the file and lay it and its scorecard beside what was set."""
    start = time.process_time()
    extract = read_pdf("report.pdf", data)
    seconds = time.process_time() - start
    wanted = [_squeeze(words) for words in paragraphs]
    found = [_squeeze(words) for words in extract.text.splitlines()]
    one, other = "".join(wanted), "".join(found)
    blocks = SequenceMatcher(None, one, other, autojunk=False).get_matching_blocks()
    common = sum(block.size for block in blocks)
    labels = [words for words in wanted if _has_label(words)]
    told = {words[:_BEGINNING] for words in found}
    right = sum(1 for words in labels if words[:_BEGINNING] in told)
    twins = list(
        zip(
            _judge("report.txt", "\n".join(paragraphs).encode(), rubric),
            _judge("report.pdf", data, rubric),
            strict=True,
        )
    )
    return Reading(
        recalled=common / len(one),
        invented=(len(other) - common) / len(one),
        paragraphs=sum(1 for words in wanted if words in set(found)) / len(wanted),
        labels=right / len(labels) if labels else 1.0,
        outcomes=_share(twins, lambda criterion: criterion.outcome),
        quotes=_share(twins, lambda c: tuple(_squeeze(quote.text) for quote in c.quotes)),
        seconds=seconds / len(pypdfium2.PdfDocument(data)),
    )


def _judge(name: str, data: bytes, rubric: Rubric) -> tuple[CriterionScore, ...]:
    cards = score_bytes(name, data, rubric).scorecards
    return tuple(criterion for card in cards for criterion in card.criteria)


def _share(
    twins: Sequence[tuple[CriterionScore, CriterionScore]], key: Callable[[CriterionScore], object]
) -> float:
    """Of how many criteria the text and the print have the same."""
    return sum(key(one) == key(other) for one, other in twins) / len(twins)


def _squeeze(words: str) -> str:
    """Without white space, full-width marks as half-width ones."""
    folded = "".join(words.split())
    return folded.translate({code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)})


def _has_label(words: str) -> bool:
    return _LABEL.match(words) is not None


def list_producers() -> Iterator[tuple[str, Callable[[Sequence[str]], bytes]]]:
    """What can make PDFs here; a scan needs the extra `ocr` to be read."""
    plain = "--no-pdf-header-footer"
    if shutil.which("chromium"):
        yield "chromium, 公文版式", lambda words: print_page(words, _OFFICIAL, plain)
        yield "chromium, 网页版式, 页眉页脚", lambda words: print_page(words, _PLAIN)
    if shutil.which("soffice"):
        yield "LibreOffice, 页眉和页码", print_document
    if shutil.which("chromium") and ocr.is_installed():
        yield "扫描件 200 dpi", lambda words: scan(print_page(words, _OFFICIAL, plain))


def main() -> None:
    """Print a table row for each producer."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--most", type=int, default=None, help="reports a producer")
    parser.add_argument("--scans", type=int, default=2, help="reports scanned")
    options = parser.parse_args()
    reports = list(list_reports())
    rubric = load_rubric()
    heads = "来源 报告 字符召回 多出字符 段落一致 编号正确 结论相同 引文相同 CPU秒/页"
    print(f"| {' | '.join(heads.split())} |")
    print("|---|---|---|---|---|---|---|---|---|")
    for name, produce in list_producers():
        chosen = reports[: options.scans if "dpi" in name else options.most]
        readings = [measure(words, produce(words), rubric) for _, words in chosen]
        if not readings:
            continue
        means = [
            sum(getattr(reading, part) for reading in readings) / len(readings)
            for part in Reading.__slots__
        ]
        shares = " | ".join(f"{share:.2%}" for share in means[:-1])
        print(f"| {name} | {len(readings)} | {shares} | {means[-1]:.3f} |", flush=True)


if __name__ == "__main__":
    main()
