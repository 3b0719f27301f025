"""Web pages saved as one file (.mht, .mhtml): the pages in it, as bytes of HTML."""

from __future__ import annotations

import email
from collections.abc import Sequence
from email.message import Message

from scorer.errors import IngestError

#: Parts in parts; the parser goes down by calling itself.
_MOST_NESTED = 50
_NESTING = (b"boundary=", b"message/rfc822")
_MOST_PAGES = 20
#: The one charset that is not told by the bytes themselves; a page need not repeat its header's.
_BIG5 = "big5"
_BIG5_META = b'<meta charset="big5">'


def list_pages(name: str, data: bytes) -> Sequence[bytes]:
    """The page that was saved, then those in its frames.

    Raises:
        IngestError: there is none, or the file is not what it says.
    """
    lowered = data.lower()
    if sum(lowered.count(mark) for mark in _NESTING) > _MOST_NESTED:
        raise IngestError(f"{name}：网页归档的结构异常，没有读取，请另存为 .html 后再评分。")
    parts = (part for part in email.message_from_bytes(data).walk() if _is_page(part))
    pages = [
        page for part, _ in zip(parts, range(_MOST_PAGES), strict=False) if (page := _unpack(part))
    ]
    if not pages:
        raise IngestError(
            f"{name}：网页归档里没有网页正文，可能没有保存完整，请另存为 .html 后再评分。"
        )
    return pages


def _is_page(part: Message) -> bool:
    return part.get_content_type() in {"text/html", "application/xhtml+xml"}


def _unpack(part: Message) -> bytes:
    content = part.get_payload(decode=True)
    if not isinstance(content, bytes):
        return b""
    charset = str(part.get_param("charset", "")).lower()
    return _BIG5_META + content if charset.startswith(_BIG5) else content
