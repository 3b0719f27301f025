"""Whether a line has the shape of page chrome; where it may go is decided by its position."""

from __future__ import annotations

import re
from collections.abc import Callable

from scorer.cache import regex
from scorer.document import RemovedKind
from scorer.ingest.chrome_words import (
    CATALOGUE_LABELS,
    FOOTER_LABELS,
    LINK_LABELS,
    MENU_TOKENS,
    NOTICE_WORDS,
    PAGE_LABELS,
    SITE_WORDS,
    WIDGET_TOKENS,
    alternate,
)
from scorer.ingest.lines import fold, squeeze

#: No line of chrome but a disclaimer or an abstract is longer.
_LONGEST = 160
_LONGEST_READ = 400
_LONGEST_TOKEN = 10
_MENU_SIZE = 3
_SENTENCE = "。"
_LEAD = r"[•·●■◆\-*|\[【(>]*"
_CLOSE = r"[\])】]?"
_DATE = r"(?:19|20)\d{2}(?:[-/.]\d{1,2}[-/.]\d{1,2}|年\d{1,2}月\d{1,2}日)"

_PLACE = regex(
    r"(?:您|你)?(?:现在|当前|目前)?(?:所在)?的?(?:当前)?(?:所在)?的?位置(?:是|为)?[:>]"
    r"|(?:您|你)?(?:现在|当前|目前)?(?:所在)?的?位置$"
)
_TRAIL = regex(
    r"\d?首页(?:>|»|›|》|/|\\|→|::|-)|[^。,;]{1,30}(?:>{1,2}|»|›|→)[^。]{0,40}(?:>|»|›|→|正文$)"
)
_SPACED_TRAIL = regex(r"首页\s.*\s正文$")
_CATALOGUE = regex(rf"{_LEAD}(?:{alternate(CATALOGUE_LABELS)}){_CLOSE}(?::|\||$)")
_BRACKETED_LABEL = regex(rf"{_LEAD}[\[【](?:{alternate(CATALOGUE_LABELS)})[\]】]")
_DOCUMENT_NUMBER = regex(
    r"[^\s,。:;()]{0,16}[〔\[(【](?:(?:19|20)\d{2})?[〕\])】]第?\d{0,4}号(?:签发人:?.{0,20})?$"
)
_SITE_CATALOGUE = regex(
    r"政府信息公开(?:规章库)?$|.{2,24}(?:人民政府|办事处|委员会)(?:政府)?信息公开(?:目录|专栏|平台)?$"
)
_PAGE_LINE = regex(
    rf"{_LEAD}(?:{alternate(PAGE_LABELS)}){_CLOSE}(?::|\||$|(?=(?:19|20)\d{{2}}[-/.年]))"
    rf"|{_DATE}(?:日)?\d{{1,2}}:\d{{2}}"
    rf"|(?:19|20)\d{{2}}[-/]\d{{1,2}}[-/]\d{{1,2}}(?:来源|作者|$)"
)
_WIDGET = regex(
    r".{0,12}(?:扫一扫|扫描二维码|扫描下方二维码|扫码|微信扫).{0,24}$"
    r"|.{0,12}手机(?:打开|浏览|查看)当前页.{0,8}$"
    r"|(?:本网站|本站|网站)(?:已)?支持IPv6.{0,12}$"
    r"|语音合成中.{0,16}$"
    r"|(?:您|你)的(?:IE)?浏览器(?:版本)?.{0,80}$"
    r"|今天是:?.{0,60}$"
    rf"|.{{0,24}}{_DATE}星期[一二三四五六日天].{{0,24}}$"
    r"|.{0,6}(?:APP|客户端)下载$"
    r"|(?:本页)?(?:已被)?(?:浏览|阅读|点击|访问)(?:了|次数|量)?:?\d+次?$"
)
_FOOTER = regex(
    rf"{_LEAD}(?:{alternate(FOOTER_LABELS)}){_CLOSE}(?::|$)"
    rf"|{_LEAD}(?:{alternate(LINK_LABELS)}){_CLOSE}(?::|$|(?=[^。]{{0,60}}$))"
    r"|.{0,60}(?:ICP备|公网安备|ICP证)"
    r"|.{0,40}(?:Copyright|copyright|COPYRIGHT|©|版权所有|All Rights Reserved)"
    r"|.{0,60}网站标识[码符]"
    r"|.{1,16}网站$"
    r"|我们期待与(?:您|你)沟通"
    r"|通过了解上述内容"
    r"|(?:\[|【)?(?:纠错|责任编辑|编辑)(?:\]|】|:).{0,30}$"
    r"|[A-Za-z0-9._-]+@[A-Za-z0-9.-]+$"
    r"|.{0,8}(?:举报|投诉)(?:电话|邮箱|专区).{0,40}$"
)
_PREVIEW = regex(
    r"(?:仅|只)(?:展示|显示)\d+字.{0,30}$"
    r"|[….]*[(]?(?:开头|中间|后面|结尾|剩余|其余)部?分?(?:内容)?(?:已|被)?(?:省略|隐藏)\d*字?.{0,12}$"
    r"|(?:点击|展开)(?:查看|阅读)?(?:全文|剩余|更多).{0,16}$"
    r"|.{0,12}(?:未完待续|全文未完)[)]?$"
    r"|下面是小编.{0,120}$|.{0,60}小编(?:为大家|给大家|整理).{0,80}$"
    r"|来源:网友投稿.{0,20}$"
)
_NOTICE_TITLE = regex(
    r".{0,8}(?:版权(?:与|和|及)?免责声明|免责声明|版权声明|转载声明|法律声明|网站声明|特别声明|郑重声明)(?::|$)"
)
_TOKENS = regex(r"[^\s|,、:·/\[\]【】()<>「」]+")
_SITE_WORD = regex(rf"本网(?!格|络)(?:站)?|本站(?!所)|{alternate(SITE_WORDS)}")
_NOTICE_WORD = regex(alternate(NOTICE_WORDS))
_ENOUGH_WORDS = 2


def find_shape(words: str) -> RemovedKind | None:
    """The kind of chrome that the line has the shape of; a sentence of a report has none."""
    folded = fold(words[:_LONGEST_READ])
    key = "".join(folded.split())
    if is_notice_title(key) or _PREVIEW.match(key):
        return RemovedKind.DISCLAIMER
    if len(key) > _LONGEST:
        return RemovedKind.CATALOGUE if _CATALOGUE.match(key) else None
    return next((kind for kind, fits in _SHAPES if fits(folded, key)), None)


def is_notice_title(key: str) -> bool:
    """免责声明 and the like, with or without its text behind it."""
    return "声明" in key and bool(_NOTICE_TITLE.match(key))


def _is_breadcrumb(folded: str, key: str) -> bool:
    if _SENTENCE in key:
        return False
    return bool(_PLACE.match(key) or _TRAIL.match(key) or _SPACED_TRAIL.match(folded))


def _is_catalogue(folded: str, key: str) -> bool:
    patterns = (_CATALOGUE, _BRACKETED_LABEL, _DOCUMENT_NUMBER, _SITE_CATALOGUE)
    return any(pattern.match(key) for pattern in patterns) or _is_label_row(folded)


def _is_label_row(folded: str) -> bool:
    """Labels and values in turn without colons: 责任部门 某镇 公开形式 主动公开."""
    tokens = folded.split()
    labels = sum(1 for token in tokens if token in CATALOGUE_LABELS)
    return len(tokens) > 1 and tokens[0] in CATALOGUE_LABELS and len(tokens) <= labels * 2 + 2


def _is_page_line(_folded: str, key: str) -> bool:
    return _SENTENCE not in key and bool(_PAGE_LINE.match(key))


def _is_widget(folded: str, key: str) -> bool:
    return bool(_WIDGET.match(key)) or _is_menu(folded)


def _is_menu(folded: str) -> bool:
    """Whether the line is buttons alone, or a menu most of whose entries are known."""
    tokens = _TOKENS.findall(folded)
    if not tokens or max(map(len, tokens)) > _LONGEST_TOKEN:
        return not tokens
    buttons = sum(1 for token in tokens if token in WIDGET_TOKENS)
    if buttons == len(tokens):
        return True
    known = buttons + sum(1 for token in tokens if token in MENU_TOKENS)
    return len(tokens) >= _MENU_SIZE and known * 2 > len(tokens)


def _is_footer(_folded: str, key: str) -> bool:
    return bool(_FOOTER.match(key))


#: In the order in which they are asked.
_SHAPES: tuple[tuple[RemovedKind, Callable[[str, str], bool]], ...] = (
    (RemovedKind.BREADCRUMB, _is_breadcrumb),
    (RemovedKind.PAGE_LINE, _is_page_line),
    (RemovedKind.CATALOGUE, _is_catalogue),
    (RemovedKind.WIDGET, _is_widget),
    (RemovedKind.FOOTER, _is_footer),
)


def is_disclaimer(words: str) -> bool:
    """Whether a sentence at the foot of the page speaks of the site and not of the report."""
    key = squeeze(words)
    if is_notice_title(key):
        return True
    said = set(_SITE_WORD.findall(key))
    return bool(said) and len(said | set(_NOTICE_WORD.findall(key))) >= _ENOUGH_WORDS


def tells_of_lost_text(words: str) -> bool:
    """Whether the page itself says that part of the text is not shown."""
    key = squeeze(words)
    return bool(_PREVIEW.match(key)) and not re.search("小编|网友", key)
