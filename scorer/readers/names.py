"""Names of files inside archives: decoded as they were written, and harmless to show."""

from __future__ import annotations

import zipfile
from collections.abc import Sequence

from scorer.cache import regex

_UTF8_FLAG = 0x800
_SEPARATOR = regex(r"[/\\]+")
_DRIVE = regex(r"[A-Za-z]:")
_DOTS = regex(r"\.{2,}")
#: Controls, marks that turn the direction of writing, and halves of characters.
_HARMFUL = regex(
    "[\x00-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ud800-\udfff]"
)
_LONGEST = 120
_NAMELESS = "未命名"


def decode_names(members: Sequence[zipfile.ZipInfo]) -> tuple[str, ...]:
    """The names as their writer meant them: UTF-8 where flagged or where all others are, or GBK."""
    unmarked = [_raw(member) for member in members if not member.flag_bits & _UTF8_FLAG]
    encoding = "utf-8" if _are_utf8(unmarked) else "gb18030"
    return tuple(
        member.orig_filename
        if member.flag_bits & _UTF8_FLAG
        else _raw(member).decode(encoding, "replace")
        for member in members
    )


def clean_name(name: str) -> str:
    """The parts of a name joined by `/`, without what would lead out of the archive's folder."""
    parts = (_clean_part(part) for part in _SEPARATOR.split(name))
    return "/".join(part for part in parts if part) or _NAMELESS


def _clean_part(part: str) -> str:
    shown = _DOTS.sub(".", _HARMFUL.sub("", part))
    while _DRIVE.match(shown):
        shown = shown[2:]
    shown = "" if shown == "." else shown.strip()
    return shown if len(shown) <= _LONGEST else shown[: _LONGEST // 2] + shown[-_LONGEST // 2 :]


def _raw(member: zipfile.ZipInfo) -> bytes:
    """The bytes of an unmarked name, which zipfile takes for the old code page of DOS."""
    return member.orig_filename.encode("cp437", "replace")


def _are_utf8(names: Sequence[bytes]) -> bool:
    try:
        b"/".join(names).decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True
