"""Whether a document is one that the rubric judges, and if not, what it is."""

from __future__ import annotations

import re

from scorer.cache import regex
from scorer.document import Document
from scorer.masthead.model import Masthead
from scorer.rubric.model import DocumentType, Rubric

#: A title of the very thing: never refused for the words around it.
_OWN_TITLE = regex(r"法治政府(?:建设)?.{0,8}(?:年度)?(?:工作)?(?:情况)?.{0,6}报告(?!解读)")
#: How far into the body cues of another kind of document are looked for, in characters.
_OPENING = 700
_CUES_NEEDED = 2


def refusing_type(rubric: Rubric, document: Document, masthead: Masthead) -> DocumentType | None:
    """The kind of document this is instead, None where it may be judged.

    A title decides, less what it cites; without a telling one, two of a kind's body cues near the
    beginning do.
    """
    title = re.sub(r"\s|《[^》]*》", "", masthead.title.value) if masthead.title else ""
    for kind in rubric.refuses:
        if any(phrase.stands_in(title) for phrase in kind.titles):
            return kind
    if _OWN_TITLE.search(title):
        return None
    opening = document.plain.text[:_OPENING]
    for kind in rubric.refuses:
        if sum(phrase.stands_in(opening) for phrase in kind.cues) >= _CUES_NEEDED:
            return kind
    return None
