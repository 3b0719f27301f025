"""The invented report as a PDF, with a font that every reader knows and no file holds."""

from __future__ import annotations

import io

from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

from tests.makers.paper import EM, SIZE, set_pages

_FONT = "STSong-Light"


def write_pdf(*, packed: bool = True) -> bytes:
    pdfmetrics.registerFont(UnicodeCIDFont(_FONT))
    buffer = io.BytesIO()
    canvas = Canvas(
        buffer, pagesize=(SIZE[0] * mm, SIZE[1] * mm), pageCompression=packed, invariant=True
    )
    for page in set_pages():
        canvas.setFont(_FONT, EM * mm)
        for line in page:
            for character, x in zip(line.words, line.places, strict=True):
                canvas.drawString(x * mm, (SIZE[1] - line.y) * mm, character)
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()
