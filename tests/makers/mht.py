"""A page saved as one file, as browsers and word processors write it."""

from __future__ import annotations

from collections.abc import Sequence
from email.message import EmailMessage

_BUTTONS = b"<p>top</p>"


def write_mht(
    page: bytes, *, charset: str, frames: Sequence[bytes] = (), way: str = "base64"
) -> bytes:
    """The page first, then its frames and a picture; `way` is how bytes are made printable."""
    whole = EmailMessage()
    whole["From"] = "<Saved by a browser>"
    whole["Subject"] = "石桥镇2024年法治政府建设年度报告，" * 6  # folded
    for content in (page, *frames):
        part = EmailMessage()
        part.set_content(content, "text", "html", cte=way)
        part.set_param("charset", charset)
        whole.attach(part) if whole.is_multipart() else _begin(whole, part)
    whole.add_related(b"\x89PNG", "image", "png")
    return whole.as_bytes()


def _begin(whole: EmailMessage, part: EmailMessage) -> None:
    whole["MIME-Version"] = "1.0"
    whole["Content-Type"] = "multipart/related"
    whole.attach(part)
