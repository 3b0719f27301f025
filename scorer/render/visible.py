"""Hostile or damaged text made harmless: nothing in a report can hide, turn or overflow a page."""

from __future__ import annotations

import re

from scorer.cache import regex

#: Zero-width characters that pasted pages are full of; they say nothing and are left out.
_INVISIBLE = regex("[\u00ad\u200b-\u200d\u2060\ufeff]")

#: Control codes, bidirectional marks and overrides, line separators, surrogates, tags, and what
#: no XML document may hold.
_DANGEROUS = regex(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f"
    "\u061c\u200e\u200f\u2028-\u202e\u2061-\u206f"
    "\ud800-\udfff\ufff9-\ufffb\ufffe\uffff\U000e0000-\U000e007f]"
)

_LINE_BREAK = regex(r"[ \t\u3000]*[\r\n]+[ \t\u3000]*")


#: Characters of a name or heading that are shown before the rest is cut.
NAME_LIMIT = 60

#: Characters of a quote or message that are shown before the rest is cut.
QUOTE_LIMIT = 300

#: Characters of the rubric's hash that a page prints.
DIGEST_LIMIT = 12


def make_visible(text: str) -> str:
    """Replace each dangerous character by its code, such as `[U+202E]`."""
    if text.isprintable():  # nothing dangerous is printable; most text ends here
        return text
    return _DANGEROUS.sub(_name_code, _INVISIBLE.sub("", text))


def join_lines(text: str) -> str:
    """The words on one line: hard breaks inside Chinese leave nothing behind, others a space."""
    return _LINE_BREAK.sub(lambda found: _joint(text, found), text).strip()


def show_line(text: str) -> str:
    """The words on one line with nothing hostile in them."""
    return make_visible(join_lines(text))


def shorten(text: str, limit: int) -> str:
    """The first `limit` characters and how many were left out, or the text if it is short."""
    if len(text) <= limit:
        return text
    return f"{text[:limit]}……（下略{len(text) - limit}字）"


def _name_code(found: re.Match[str]) -> str:
    return f"[U+{ord(found[0]):04X}]"


def _joint(text: str, found: re.Match[str]) -> str:
    before, behind = text[: found.start()][-1:], text[found.end() :][:1]
    return " " if before.isascii() and behind.isascii() else ""
