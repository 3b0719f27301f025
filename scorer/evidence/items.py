"""The items of a part: which shortcomings are listed, which measures are planned."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from scorer.cache import regex
from scorer.document import BlockKind
from scorer.evidence.base import Item, Kind, Look, Match, ParseNode
from scorer.evidence.lacks import announces_one, confesses, confesses_in_any_words, gives_cause
from scorer.evidence.lexicon import Weight
from scorer.reading.model import Clause, Reading, Standing

_ENUMERATED = regex(
    r"""^(?:
    [一二三四五六七八九十]{1,3}(?:是|要|来) | (?:头|第)[一二三四五六][条件个，,] | 还?有?一个是
    | 再?一个[是就，] | 再就是 | 再有 | 最(?:后|末)一[条个件]
    | 首先 | 其次 | 再次 | 第[一二三四五六]
    | 另外 | 此外 | 同时也 | [（(]?\d[）)、.] | [（(][一二三四五六七八九十]{1,3}[）)]
    | [①②③④⑤⑥⑦⑧]
    )""",
    re.VERBOSE,
)
#: Wishes for the future that name no measure.
_SLOGAN = regex(
    r"更加紧密|奋力(?:谱写|书写|开创|夺取)|高举|新篇章|新局面|新华章|踔厉|昂首|新征程|另行(?:印发|制定|部署)|答卷"
)
_ACTIONS = (
    r"开展|组织|建立|制定|完善|推进|推行|加强|加大|强化|提升|提高|落实|规范|培训|培养|配备|健全|深化|优化|实施"
    r"|宣传|讲|设|建|办|清|查|审|调解|化解|排查|公开|公示|监督|考核|学习|抓|增|选派|聘|修订|编|整治|打造|推动"
    r"|延伸|拓展|争创|出台|开设|评查|练|送|管|把|选|提请|做|给|请|招|听取|研究|召开|邀请|主持|上网|挂网|张贴|添|派|配|补|定下|跟班|每(?:月|季|半年|周)"
)
_ACTION = regex(_ACTIONS)
_BEGINS_ACTION = regex(
    r"(?:[一二三四五六七八九十]是|要|再|还要?|同时|并"
    r"|(?:往后|今后|明年|来年|下一?步)，?|[镇乡街我][镇乡里上们道]{1,2}|打算|准备|将|计划|拟)*"
    rf"(?:{_ACTIONS})"
)
#: A comma clause that only proves the one before it with a figure.
_ELABORATES = regex(r"^(?:其中|比如|例如|如)|\d")
_PIECE = regex(r"[^，；]+[，；]?")
#: Numbers and marks around an item; one told again word for word is the same.
_BARE = regex(r"^(?:[一二三四五六七八九十]{1,3}[是、]|[（(][^）)]{1,3}[）)]|\d[.、])|[，。；：\s]")
_BETWEEN_SEMICOLONS = regex(r"[^；]+；?")
#: Most quotes shown for a list.
_QUOTES = 4
#: Parts whose criteria are matters, and from where on the model's word for one is taken.
_MATTERS = ("measures.", "systems.", "duty.")
_HEARD = 100


def list_items(look: Look, part: str) -> tuple[Item, ...]:
    """The items of a part: its sub-headings, else its enumerated clauses, else what clauses say.

    A list in the shortcomings lists shortcomings, in whatever words. Elsewhere, and in the plan, a
    slogan or an announcement is no item.
    """
    if part not in look.lists:
        told_once = {_BARE.sub("", item.text): item for item in reversed(_find_items(look, part))}
        look.lists[part] = tuple(sorted(told_once.values(), key=_where))
    return look.lists[part]


def _find_items(look: Look, part: str) -> tuple[Item, ...]:
    clauses = _clauses_of(look.reading, part)
    blocks = look.reading.document.blocks
    told = [c for c in clauses if blocks[c.paragraph].kind is BlockKind.PARAGRAPH]
    listed = max(_by_heading(look.reading, clauses, part), _by_enumerator(told), key=len)
    is_list = len(listed) > 1
    if part == "shortcomings":
        lacks = listed if is_list else tuple(_lacks(told))
        alone = not is_list and len(lacks) > 1 and any(announces_one(c.text) for c in told)
        return (_join(look, lacks),) if alone else lacks
    if is_list:
        measures = [item for item in listed if not _SLOGAN.search(item.text)]
        return tuple(piece for item in measures for piece in _measures_of(look, item))
    pieces = (piece for clause in told for piece in _planned_pieces(look, clause))
    return tuple(piece for piece in pieces if _is_measure(look, piece))


def find_matters(look: Look, item: Item, least: Weight = Weight.WEAK) -> frozenset[str]:
    """The criteria of measures, duty and systems whose words of enough weight the item holds.

    And those the learned model hears in it.
    """
    heard = {} if look.heard is None else look.heard.score(item.text)
    named = {name for hit, name in look.hits.within(item.at, item.stop) if hit.weight >= least}
    named.update(criterion for criterion, score in heard.items() if score > _HEARD)
    return frozenset(name for name in named if name.startswith(_MATTERS))


def _clauses_of(reading: Reading, part: str) -> list[Clause]:
    """The clauses of the part; shortcomings confessed in passing where there is no such part."""
    clauses = [clause for clause in reading.clauses if clause.part == part]
    if clauses or part != "shortcomings":
        return clauses
    return [clause for clause in reading.clauses if clause.standing is Standing.SHORTCOMING]


def _by_heading(reading: Reading, clauses: Sequence[Clause], part: str) -> tuple[Item, ...]:
    """One item for each sub-heading below the headings that name the part."""
    blocks = reading.document.blocks
    tops = set(reading.place(part).headings)
    groups: dict[int, list[Clause]] = {}
    for clause in clauses:
        below = [number for number in clause.path if blocks[number].span not in tops]
        if below:
            groups.setdefault(below[0], []).append(clause)
    return tuple(_item(group) for group in groups.values())


def _by_enumerator(clauses: Sequence[Clause]) -> tuple[Item, ...]:
    """One item for each clause that begins 一是, 二是 …, with the clauses that go on with it."""
    groups: list[list[Clause]] = []
    for clause in clauses:
        if _ENUMERATED.match(clause.text):
            groups.append([clause])
        elif groups and groups[-1][-1].paragraph == clause.paragraph:
            groups[-1].append(clause)
    return tuple(_item(group) for group in groups)


def _measures_of(look: Look, item: Item) -> tuple[Item, ...]:
    """The measures that one item strings together with semicolons; most items hold one."""
    pieces = [
        Item(item.at + match.start(), item.at + match.end(), match[0])
        for match in _BETWEEN_SEMICOLONS.finditer(item.text)
    ]
    own = {find_matters(look, piece): piece for piece in reversed(pieces) if _is_action(piece)}
    own.pop(frozenset(), None)
    return tuple(sorted(own.values(), key=_where)) if len(own) > 1 else (item,)


def _join(look: Look, items: Sequence[Item]) -> Item:
    """From the first of the items to the last."""
    at, stop = items[0].at, items[-1].stop
    return Item(at, stop, look.reading.document.plain.text[at:stop])


def _where(item: Item) -> int:
    return item.at


def _lacks(clauses: Sequence[Clause]) -> Iterator[Item]:
    """Clauses, or comma clauses where several do, that confess a lack.

    One that only proves the lack before it with a figure is none of its own.
    """
    headed = any(clause.part == "shortcomings" for clause in clauses)
    told = -1
    for clause in clauses:
        pieces = [
            piece
            for piece in _pieces(clause)
            if confesses(piece.text) and not _ELABORATES.search(piece.text)
        ]
        if len(pieces) > 1:
            yield from pieces
        elif confesses(clause.text) and not (clause.paragraph == told and gives_cause(clause.text)):
            yield _item([clause])
        elif headed and confesses_in_any_words(clause.text):
            if clause.paragraph == told and _goes_on(clause.text):
                continue
            yield _item([clause])
        else:
            continue
        told = clause.paragraph


def _goes_on(text: str) -> bool:
    """Whether a clause proves the lack before it with a figure, or says why it is so."""
    return _ELABORATES.search(text) is not None or gives_cause(text)


def _planned_pieces(look: Look, clause: Clause) -> tuple[Item, ...]:
    """The comma clauses that each begin an action on a matter of their own, else the clause."""
    own: dict[frozenset[str], Item] = {}
    for piece in _pieces(clause):
        matters = find_matters(look, piece)
        if matters and _BEGINS_ACTION.match(piece.text) and _is_action(piece):
            own.setdefault(matters, piece)
    whole = _item([clause])
    return tuple(own.values()) if len(own) > 1 or _SLOGAN.search(clause.text) else (whole,)


def _pieces(clause: Clause) -> Iterator[Item]:
    """The comma clauses of a clause, or its parts between 、 where several confess a lack."""
    for match in _PIECE.finditer(clause.text):
        yield Item(clause.at + match.start(), clause.at + match.end(), match[0])


def _item(group: Sequence[Clause]) -> Item:
    return Item(group[0].at, group[-1].stop, "".join(clause.text for clause in group))


def _is_action(item: Item) -> bool:
    """Something to do, no slogan."""
    return _ACTION.search(item.text) is not None and _SLOGAN.search(item.text) is None


def _is_measure(look: Look, item: Item) -> bool:
    """An action on some matter of the rubric, or with a figure."""
    if not _is_action(item):
        return False
    return bool(find_matters(look, item, Weight.STRONG)) or re.search(r"\d", item.text) is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """Holds when the part lists at least so many distinct items."""

    part: str
    at_least: int
    what: str

    def find(self, look: Look) -> Match:
        """The items, in the order of the text."""
        items = list_items(look, self.part)
        plain = look.reading.document.plain
        spans = tuple(plain.span(item.at, item.stop) for item in items[:_QUOTES])
        if len(items) >= self.at_least:
            return Match(found=spans)
        return Match(found=spans, missing=(self.what,))


def _parse(node: Mapping[str, object], _parse_node: ParseNode) -> Listed:
    part, count = str(node["items"]), int(str(node["at_least"]))
    thing = "不足" if part == "shortcomings" else "具体措施"
    what = str(node.get("what", f"至少{count}条各不相同的{thing}"))
    return Listed(part=part, at_least=count, what=what)


ITEMS = Kind(
    name="items",
    about="不足部分列出的不足条数，或者安排部分列出的措施条数",
    schema={
        "type": "object",
        "properties": {
            "items": {"enum": ["shortcomings", "plan"]},
            "at_least": {"type": "integer", "minimum": 1},
            "what": {"type": "string", "minLength": 2},
        },
        "required": ["items", "at_least"],
        "additionalProperties": False,
    },
    parse=_parse,
)
