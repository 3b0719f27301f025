"""A saved web page as text: what it says of its publication, then the words of its article."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress

from lxml import etree

from scorer.document import RemovedKind
from scorer.errors import IngestError
from scorer.ingest.landmarks import is_prose, is_title
from scorer.ingest.lines import squeeze
from scorer.ingest.page_lines import PageLine, find_page_lines
from scorer.ingest.shapes import find_shape
from scorer.readers.decode import decode_page
from scorer.readers.mht import list_pages

#: Elements in which the publishing systems of government sites keep the article.
_IDS = "ucap-content zoom zoomcon articlecontent article-content vsb_content text_content"
_CLASSES = """
    trs_editor trs_ueditor trs_editor_view article-content wzcon view pages_content v_news_content
    article_content articlecontent news_content content_text arti_content bt-article-02
"""
_CONTAINER_IDS = frozenset(_IDS.split())
_CONTAINER_CLASSES = frozenset(_CLASSES.split())
#: Names of `<meta>` elements, and how their content reads in the text.
_META = {"articletitle": "标题", "pubdate": "发布日期", "contentsource": "来源"}
_PAGE_TITLE = "网页标题"
_TOLD = frozenset((RemovedKind.BREADCRUMB, RemovedKind.CATALOGUE, RemovedKind.PAGE_LINE))
_MOST_TAGS = 400_000
_KNOWN_SHARE = 0.5
_MAIN_SHARE = 0.85


def read_page(name: str, data: bytes) -> str:
    """Lines about the publication and the lines of the article, each paragraph one line."""
    page = decode_page(name, data)
    if page.count("<") > _MOST_TAGS:
        raise IngestError(f"{name}：网页里的标签太多，不像是一份报告，请只保存正文部分。")
    root = _parse(page)
    lines = find_page_lines(root) if root is not None else ()
    if root is None or not lines:
        raise IngestError(f"{name}：网页里没有可读的文字，请确认保存的是正文页面。")
    head = [f"{label}：{words}" for label, words in _find_meta(root)]
    return "\n".join((*head, *_choose(root, lines)))


def read_archived(name: str, data: bytes) -> str:
    """The same for a page saved as one file: of it and its frames, the one that says most."""
    texts: list[str] = []
    for page in list_pages(name, data):
        with suppress(IngestError):  # a frame of buttons or advertisements
            texts.append(read_page(name, page))
    if not texts:
        raise IngestError(f"{name}：网页里没有可读的文字，请确认保存的是正文页面。")
    return max(texts, key=len)


def _parse(text: str) -> etree._Element | None:
    parser = etree.HTMLParser(
        encoding="utf-8", no_network=True, huge_tree=True, remove_comments=True, remove_pis=True
    )
    return etree.fromstring(text.encode("utf-8", "ignore"), parser)


def _find_meta(root: etree._Element) -> Iterator[tuple[str, str]]:
    title = " ".join((root.findtext(".//title") or "").split())
    if title:
        yield _PAGE_TITLE, title
    told = {
        (element.get("name") or "").lower(): " ".join((element.get("content") or "").split())
        for element in reversed(list(root.iter("meta")))
    }
    for meta, label in _META.items():
        if told.get(meta):
            yield label, told[meta]


def _choose(root: etree._Element, lines: Sequence[PageLine]) -> Iterator[str]:
    """The article's lines; of the others those that tell of the publication, and a title above.

    Where no known container holds the article, all others stay too but for links and buttons.
    """
    weights = _weigh(root, lines)
    known = _find_known(root, weights)
    article = known if known is not None else _find_main(root, weights)
    inside = set(article.iter())
    above = True
    for line in lines:
        in_article = line.element in inside
        above = above and not in_article
        others = (above and _names_article(line)) or (known is None and _speaks(line))
        if in_article or others or find_shape(line.text) in _TOLD:
            yield line.text


def _names_article(line: PageLine) -> bool:
    return not line.linked and is_title(squeeze(line.text))


def _speaks(line: PageLine) -> bool:
    return is_prose(line.text) or not (line.linked or find_shape(line.text))


def _weigh(root: etree._Element, lines: Sequence[PageLine]) -> Mapping[etree._Element, int]:
    """Characters of prose in each element, those of its children counted in."""
    weights = dict.fromkeys(root.iter(), 0)
    for line in lines:
        if is_prose(line.text):
            weights[line.element] += len(line.text)
    for element in reversed(list(root.iter())):
        parent = element.getparent()
        if parent is not None:
            weights[parent] += weights[element]
    return weights


def _find_known(
    root: etree._Element, weights: Mapping[etree._Element, int]
) -> etree._Element | None:
    """The innermost known container with the most prose, if that is half of the page's."""
    best = None
    for element in root.iter():
        known = _is_known(element)
        if known and (best is None or weights[element] >= weights[best]):
            best = element
    enough = best is not None and weights[best] >= _KNOWN_SHARE * weights[root] > 0
    return best if enough else None


def _is_known(element: etree._Element) -> bool:
    if (element.get("id") or "").lower() in _CONTAINER_IDS:
        return True
    classes = (element.get("class") or "").lower().split()
    return not _CONTAINER_CLASSES.isdisjoint(classes)


def _find_main(root: etree._Element, weights: Mapping[etree._Element, int]) -> etree._Element:
    """Down from the page as long as one child has nearly all of the prose."""
    main = root
    while weights[main]:
        child = max(main, key=lambda element: weights.get(element, 0), default=None)
        if child is None or weights.get(child, 0) < _MAIN_SHARE * weights[main]:
            break
        main = child
    return main
