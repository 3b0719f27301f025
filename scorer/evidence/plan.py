"""Evidence of next year's plan: which year it names, which shortcomings it takes up."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from scorer.cache import regex
from scorer.document import Span
from scorer.evidence.base import Item, Kind, Look, Match
from scorer.evidence.items import find_matters, list_items
from scorer.evidence.lexicon import Weight
from scorer.reading.model import Reading

_NEXT_YEAR = regex(
    r"下一?年度?|明年|来年|新的一年|次年|20\d\d(?:\s)?年|二〇二[〇一二三四五六七八九]年"
)
_LATER = regex(r"下一?步|今后|接下来|下一?阶段|往后|下一个?时期")
#: Words too common to show that a plan line answers a shortcoming.
_COMMON = regex(
    r"法治政府建设|法治建设|依法行政|进一步|加强|提升|提高|完善|有待|不足|工作|能力|[的了和与及在对是，。；：、“”\d]"
)
_CHINESE = regex(r"[\u4e00-\u9fff]{2,}")
#: What only counts: 一个, 个村.
_COUNTED = regex("一.|个.+")
#: Most plan lines quoted, and most shared words told.
_QUOTES = 3
_WORDS = 5
#: Shared two-character words that show an answer without a shared matter.
_SHARED = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanYear:
    """Holds when the plan says which year it is for; `later` accepts 下一步 and 今后 too."""

    later: bool
    what: str

    def find(self, look: Look) -> Match:
        """The heading or clause that says so."""
        reading = look.reading
        named = self._first(reading, self._pattern(reading))
        if named is None and self.later:
            named = self._first(reading, _LATER)
        return Match(missing=(self.what,)) if named is None else Match(found=(named,))

    def _pattern(self, reading: Reading) -> re.Pattern[str]:
        """The next year by number or by word; any year where the report's is not known."""
        year = reading.masthead.year
        if year is None:
            return _NEXT_YEAR
        return regex(rf"{year.value + 1}年?度?|下一?年度?|明年|来年|新的一年|次年")

    def _first(self, reading: Reading, pattern: re.Pattern[str]) -> Span | None:
        plain = reading.document.plain
        for span in reading.place("plan").headings:
            if pattern.search(plain.within(span)):
                return span
        for clause in reading.clauses:
            if clause.part == "plan" and pattern.search(clause.text):
                return clause.span
        return None


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """A shortcoming and the plan line that takes it up, None where none does.

    `matters` are the criteria of which both speak, `words` what both say, in the shortcoming's
    order.
    """

    lack: Item
    plan: Item | None = None
    matters: frozenset[str] = frozenset()
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Answers:
    """Holds when the plan takes up at least half of the shortcomings, or at least one."""

    half: bool
    what: str

    def find(self, look: Look) -> Match:
        """The plan lines that answer; what is missing names the shortcomings left open."""
        pairs = pair_answers(look)
        plans = [pair.plan for pair in pairs if pair.plan is not None]
        needed = (len(pairs) + 1) // 2 if self.half else 1
        if not pairs or len(plans) < needed:
            return Match(missing=(self.what,))
        plain = look.reading.document.plain
        lines = list(dict.fromkeys(plans))
        return Match(found=tuple(plain.span(line.at, line.stop) for line in lines[:_QUOTES]))


def pair_answers(look: Look) -> tuple[Answer, ...]:
    """Every shortcoming that the report lists, with the plan line that answers it."""
    plans = tuple(_Line.of(look, item) for item in list_items(look, "plan"))
    lacks = (_Line.of(look, item) for item in list_items(look, "shortcomings"))
    return tuple(_find_answer(lack, plans) for lack in lacks)


@dataclass(frozen=True, slots=True)
class _Line:
    """An item with the matters it is about and its pairs of characters."""

    item: Item
    matters: frozenset[str]
    words: frozenset[str]

    @classmethod
    def of(cls, look: Look, item: Item) -> _Line:
        return cls(item, find_matters(look, item, Weight.STRONG), _bigrams(item.text))


def _find_answer(lack: _Line, plans: Sequence[_Line]) -> Answer:
    """The plan line that takes up a shortcoming: of the same matter, or in the same words."""
    best: tuple[int, _Line | None] = (_SHARED - 1, None)
    for plan in plans:
        score = _SHARED * len(lack.matters & plan.matters) + len(lack.words & plan.words)
        if score > best[0]:
            best = (score, plan)
    chosen = best[1]
    if chosen is None:
        return Answer(lack=lack.item)
    return Answer(
        lack=lack.item,
        plan=chosen.item,
        matters=lack.matters & chosen.matters,
        words=_find_shared_words(lack.item.text, chosen.item.text),
    )


def _bigrams(text: str) -> frozenset[str]:
    pieces = _COMMON.sub(" ", text).split()
    return frozenset(piece[i : i + 2] for piece in pieces for i in range(len(piece) - 1))


def _find_shared_words(text: str, other: str) -> tuple[str, ...]:
    """The longest stretches of Chinese that stand in both texts, in the order of the first."""
    pieces = _CHINESE.findall(_COMMON.sub(" ", text))
    found = (word for piece in pieces for word in _overlaps(piece, other))
    shared = dict.fromkeys(word for word in found if not _COUNTED.fullmatch(word))
    whole = [
        word for word in shared if not any(word in longer for longer in shared.keys() - {word})
    ]
    longest = sorted(whole, key=len, reverse=True)[:_WORDS]
    return tuple(word for word in whole if word in longest)


def _overlaps(piece: str, other: str) -> Iterator[str]:
    """The stretches of two characters and more, one after the other, that the other text holds."""
    start = 0
    while start < len(piece) - 1:
        stop = start
        while stop < len(piece) and piece[start : stop + 1] in other:
            stop += 1
        if stop - start > 1:
            yield piece[start:stop]
        start = max(stop, start + 1)


def _schema(key: str, values: tuple[str, ...]) -> Mapping[str, object]:
    return {
        "type": "object",
        "properties": {key: {"enum": list(values)}, "what": {"type": "string", "minLength": 2}},
        "required": [key],
        "additionalProperties": False,
    }


YEAR = Kind(
    name="year",
    about="安排部分写明是哪一年（named），或者只说下一步、今后（later）",
    schema=_schema("year", ("named", "later")),
    parse=lambda node, _: _parse_year(node),
)
ANSWERS = Kind(
    name="answers",
    about="安排部分回应了至少一半（half）或者至少一条（one）所列不足",
    schema=_schema("answers", ("half", "one")),
    parse=lambda node, _: _parse_answers(node),
)


def _parse_year(node: Mapping[str, object]) -> PlanYear:
    later = node["year"] == "later"
    default = "下一步、今后等安排用语" if later else "安排所属的年度"
    return PlanYear(later=later, what=str(node.get("what", default)))


def _parse_answers(node: Mapping[str, object]) -> Answers:
    half = node["answers"] == "half"
    default = "对半数以上所列不足的对应措施" if half else "针对所列不足的措施"
    return Answers(half=half, what=str(node.get("what", default)))
