"""OFD (GB/T 33190) to text: the words of its pages, put together by where they stand.

Signatures, seals, annotations and attachments lie outside the pages and are not read.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from lxml import etree

from scorer.errors import IngestError
from scorer.readers.extract import Extract
from scorer.readers.formats import Format
from scorer.readers.layout.lines import Page, find_lines
from scorer.readers.layout.lost import note_lost
from scorer.readers.layout.paragraphs import make_flow
from scorer.readers.ofd_numbers import read_numbers
from scorer.readers.ofd_page import Drawn, draw, find_turn, name_of, set_upright
from scorer.readers.package import Package, open_package

MAX_PAGES = 600
MAX_MARKS = 1_500_000
_ROOT = "OFD.xml"
_LOCKED = ("encryptions.xml", "encryptinfo.xml")
_A4 = (210.0, 297.0)
#: A page with less text of its own than that shows a picture, if one covers so much of it.
_FEWEST, _STAMP = 10, 60
_PICTURED, _COVERED = 0.15, 0.5
#: Shapes on a page whose letters were turned into outlines.
_OUTLINED = 100
_PRIVATE = (("\ue000", "\uf8ff"), ("\ufffc", "\ufffd"), ("\U000f0000", "\U0010ffff"))
#: Characters whose font does not tell them, as a share of all that are not Latin.
_UNMAPPED_SHARE = 0.02
_LAST_NARROW = "\u02ff"
_BROKEN = "已损坏，无法读取"
_SCANNED = "是图片，没有文字"
_UNMAPPED = "有的字体没有标明文字"
_RESEND = "请用 WPS 或 Word 另存的 .docx、转出的文字版 PDF 等形式重新提供"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Leaf:
    """A page with its words, or the reason why words are missing on it."""

    page: Page
    lost: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Book:
    """What the pages of a document share: its templates and drawings, parsed when first used."""

    package: Package
    folder: str
    size: tuple[float, float]
    templates: Mapping[str, str]
    resources: Sequence[str]
    parsed: dict[str, etree._Element | None] = field(default_factory=dict)
    units: dict[str, etree._Element] = field(default_factory=dict)

    def parse(self, path: str) -> etree._Element | None:
        """The root of a part that several pages use."""
        if path not in self.parsed:
            self.parsed[path] = self.package.parse(path)
        return self.parsed[path]

    def find_unit(self, number: str) -> etree._Element | None:
        """A drawing by its id."""
        if not self.units:
            for path in self.resources:
                root = self.parse(path)
                found = root.iter("{*}CompositeGraphicUnit") if root is not None else ()
                self.units.update((unit.get("ID", ""), unit) for unit in found)
        return self.units.get(number)


def read_ofd(name: str, data: bytes) -> Extract:
    """The text of the file; a page that cannot be read leaves a note where it belongs."""
    package = open_package(name, data, Format.OFD)
    if any(lock in package.members for lock in _LOCKED):
        raise IngestError(f"{name}：OFD 文件已加密，无法读取，请去掉加密、重新保存后再评分。")
    leaves = tuple(_read_leaves(package))
    flow = make_flow([leaf.page for leaf in leaves])
    lost = {number: leaf.lost for number, leaf in enumerate(leaves) if leaf.lost}
    if not flow.lines:
        raise IngestError(_describe_empty(name, lost))
    return Extract(text=flow.text, notes=tuple(note_lost(flow, lost)))


def _describe_empty(name: str, lost: Mapping[int, str]) -> str:
    if _SCANNED in lost.values():
        return f"{name}：OFD 的各页都是图片（扫描件），没有文字，{_RESEND}。"
    if _UNMAPPED in lost.values():
        return f"{name}：OFD 的字体没有标明是什么文字，无法读取，{_RESEND}。"
    if lost:
        return f"{name}：OFD 的各页都已损坏，无法读取，请重新取得文件后再评分。"
    return f"{name}：OFD 里没有可以读取的文字，请检查文件是否空白。"


def _read_leaves(package: Package) -> Iterator[_Leaf]:
    marks = 0
    for count, (book, path) in enumerate(_list_pages(package), start=1):
        if count > MAX_PAGES:
            raise IngestError(f"{package.name}：超过{MAX_PAGES}页的上限，请只提供报告正文部分。")
        leaf, size = _read_leaf(book, path)
        marks += size
        if marks > MAX_MARKS:
            raise IngestError(
                f"{package.name}：文字超过{MAX_MARKS}个的上限，请只提供报告正文部分。"
            )
        yield leaf


def _list_pages(package: Package) -> Iterator[tuple[_Book, str]]:
    """Every page of every document in the file, in their order."""
    root = package.parse(_ROOT)
    if root is None:
        raise package.refuse("不完整，缺少 OFD.xml")
    roots = [_text(element) for element in root.iter("{*}DocRoot")]
    books = [_open_book(package, _join("", path)) for path in roots]
    if not any(books):
        raise package.refuse("不完整，找不到正文")
    for book, pages in filter(None, books):
        for page in pages:
            yield book, page


def _open_book(package: Package, path: str) -> tuple[_Book, Sequence[str]] | None:
    root = package.parse(path)
    if root is None:
        return None
    folder = posixpath.dirname(path)
    shared = [
        element for element in root.iter() if name_of(element) in {"PublicRes", "DocumentRes"}
    ]
    book = _Book(
        package=package,
        folder=folder,
        size=_find_size(root, _A4),
        templates={
            page.get("ID", ""): _join(folder, page.get("BaseLoc", ""))
            for page in root.iter("{*}TemplatePage")
        },
        resources=[_join(folder, _text(element)) for element in shared],
    )
    pages = [page for group in root.iterchildren("{*}Pages") for page in group.iter("{*}Page")]
    return book, [_join(folder, page.get("BaseLoc", "")) for page in pages]


def _text(element: etree._Element) -> str:
    return (element.text or "").strip()


def _join(folder: str, place: str) -> str:
    """A place told in a file of that folder, as a path in the package."""
    path = posixpath.normpath(posixpath.join("/", folder, place.strip().replace("\\", "/")))
    return path.lstrip("/")


def _find_size(root: etree._Element, default: tuple[float, float]) -> tuple[float, float]:
    for element in root.iter("{*}PhysicalBox"):
        numbers = read_numbers(element.text)
        if len(numbers) == 4 and min(numbers[2:]) > 0:  # noqa: PLR2004 - place and size
            return numbers[2], numbers[3]
    return default


def _read_leaf(book: _Book, path: str) -> tuple[_Leaf, int]:
    """The page, and how many characters it holds."""
    try:
        root = book.package.parse(path)
        drawn = list(_draw_all(book, root)) if root is not None else []
    except IngestError:
        root, drawn = None, []
    if root is None:
        return _Leaf(page=Page(width=0, height=0, lines=()), lost=_BROKEN), 0
    marks = [mark for each in drawn for mark in each.marks]
    box = _find_size(root, book.size)
    turn = find_turn(marks)
    glyphs = tuple(set_upright(marks, box, turn))
    width, height = box if turn % 2 == 0 else box[::-1]
    known = [glyph for glyph in glyphs if not _is_private(glyph.text)]
    page = Page(width=width, height=height, lines=find_lines(known))
    printed = [glyph.text for glyph in glyphs if glyph.text != " "]
    lost = _SCANNED if _is_pictured(drawn, len(printed), width * height) else ""
    if _is_unmapped(printed):
        lost = _UNMAPPED
    return _Leaf(page=page, lost=lost), len(marks)


def _draw_all(book: _Book, root: etree._Element) -> Iterator[Drawn]:
    for use in root.iterchildren("{*}Template"):
        path = book.templates.get(use.get("TemplateID", ""))
        template = book.parse(path) if path is not None else None
        if template is not None:
            yield draw(template, book)
    yield draw(root, book)


def _is_private(text: str) -> bool:
    return any(first <= text <= last for first, last in _PRIVATE)


def _is_unmapped(printed: Sequence[str]) -> bool:
    wide = sum(1 for character in printed if character > _LAST_NARROW)
    return sum(map(_is_private, printed)) > _UNMAPPED_SHARE * wide


def _is_pictured(drawn: Sequence[Drawn], printed: int, area: float) -> bool:
    """Whether what the page shows is a picture or outlines rather than text."""
    share = sum(each.covered for each in drawn) / area
    if printed >= _FEWEST:
        return printed < _STAMP and share >= _COVERED
    return share >= _PICTURED or sum(each.outlines for each in drawn) >= _OUTLINED
