"""Rich text (.rtf): deleted and hidden text taken out, then read by striprtf (extra `office`)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from scorer.cache import regex
from scorer.document import Span
from scorer.errors import IngestError
from scorer.readers.decode import LOST
from scorer.readers.extract import Extract, Note
from scorer.readers.limits import MAX_TEXT
from scorer.readers.word_numbering import find_gap

_TOKEN = re.compile(
    rb"\\([a-zA-Z]{1,32})(-?\d{1,10})? ?|\\'[0-9a-fA-F]{2}|\\[^a-zA-Z]|[{}]|[^\\{}]+|\\$"
)
#: Groups that hold no text of the report; the reader of the rest may trip over some of them.
_GROUPS = frozenset(b"pict objdata fldinst datafield themedata colorschememapping bin".split())
_HIDING = frozenset((b"deleted", b"v"))
#: A cell ends with a tab here, and the reader of the rest would write a bar.
_TABBED = frozenset((b"cell", b"nestcell"))
_ROWS = {b"nestrow": b"\\par "}
_BLANK = regex("[ \u3000]*\t[ \u3000]*")
_NUMBER = r"[（(]?[一二三四五六七八九十\d]{1,3}(?:[.．]\d{1,2})*"
_LABEL = regex(rf"({_NUMBER}[、.．）)]|第{_NUMBER}[章节条])\t")
_MOST_GROUPS = 100_000
#: Without pictures; a character takes up to eight bytes.
_LONGEST = 12_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class _State:
    """What holds inside a group."""

    hidden: frozenset[bytes] = frozenset()
    gone: bool = False


@dataclass(slots=True, kw_only=True)
class _Cleaner:
    """Walks the tokens once; `groups` are the states outside of the one that is open."""

    state: _State = field(default_factory=_State)
    groups: list[_State] = field(default_factory=list)

    def clean(self, data: bytes) -> Iterator[bytes]:
        """The tokens without what a person does not see."""
        position = 0
        while (token := _TOKEN.match(data, position)) is not None:
            position = token.end()
            word = token[1]
            if word == b"bin":
                position += max(int(token[2] or 0), 0)
            yield self._pass(token[0], word, token[2])

    def _pass(self, token: bytes, word: bytes | None, number: bytes | None) -> bytes:
        if token == b"{":
            self.groups.append(self.state)
            return token
        if token == b"}":
            self.state = self.groups.pop() if self.groups else _State()
            return token
        if word in _GROUPS:
            self.state = replace(self.state, gone=True)
        if self.state.gone:
            return b""
        return self._pass_word(token, word, number) if word else self._pass_text(token)

    def _pass_word(self, token: bytes, word: bytes, number: bytes | None) -> bytes:
        if word in _HIDING:
            off = number == b"0"
            hidden = self.state.hidden - {word} if off else self.state.hidden | {word}
            self.state = replace(self.state, hidden=hidden)
        elif word == b"plain":
            self.state = replace(self.state, hidden=frozenset())
        if word in _TABBED:
            return b"\\tab "
        if self.state.hidden and word in {b"u", b"tab", b"line", b"par"}:
            return b""
        return _ROWS.get(word, token)

    def _pass_text(self, token: bytes) -> bytes:
        return b"" if self.state.hidden else token


def read_rtf(name: str, data: bytes) -> Extract:
    """The words of a rich text file.

    Raises:
        IngestError: the extra is not installed, or the file is broken or has no words.
    """
    try:
        from striprtf.striprtf import rtf_to_text  # noqa: PLC0415 - an optional package
    except ImportError as error:
        raise IngestError(
            f'{name}：读取 RTF 文件需要另装组件，请运行 pip install "scorer[office]" 后重试。'
        ) from error
    if data.count(b"{") > _MOST_GROUPS:
        raise IngestError(f"{name}：RTF 文件异常，嵌套的内容过多，请另存为 .docx 后再评分。")
    cleaned = b"".join(_Cleaner().clean(data)).decode("latin-1")
    if len(cleaned) > _LONGEST:
        raise IngestError(f"{name}：RTF 文件的文字过多，不像一份报告，请检查是否选错文件。")
    try:
        text = _pair(rtf_to_text(cleaned, encoding="gb18030", errors="replace"))
    except (ValueError, LookupError, OverflowError) as error:
        raise IngestError(f"{name}：RTF 文件已损坏，无法读取，请另存为 .docx 后再评分。") from error
    return _make_extract(name, text)


def _make_extract(name: str, text: str) -> Extract:
    kept = "".join(f"{line}\n" for line in find_lines(text))
    if not kept or len(kept) > MAX_TEXT:
        fault = "里没有可读的文字" if not kept else "的文字过多，不像一份报告"
        raise IngestError(f"{name}：RTF 文件{fault}，请检查后重新提供。")
    if LOST not in kept:
        return Extract(text=kept)
    at = kept.index(LOST)
    message = "RTF 文件里有损坏的字，个别文字可能缺失，请核对原件。"
    return Extract(
        text=kept, notes=(Note(message=message, span=Span(at, at + 1), loses_text=False),)
    )


def find_lines(text: str) -> Iterator[str]:
    """The lines that have words, as other readers write them."""
    return filter(None, map(_tidy, text.splitlines()))


def _pair(text: str) -> str:
    """Rare characters whole, which rich text writes as two halves; a half alone is lost."""
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def _tidy(line: str) -> str:
    """Cells parted by tabs, the first of them maybe empty; no tab behind the label of a list."""
    tabbed = _BLANK.sub("\t", line).strip(" \u3000\xa0")
    bare = tabbed.strip()
    if "\t" in bare and tabbed.startswith("\t"):
        return tabbed.rstrip()
    label = _LABEL.match(bare)
    if label is None:
        return bare
    rest = bare[label.end() :]
    return label[1] + find_gap("tab", label[1], rest) + rest
