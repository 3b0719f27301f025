"""The same words told twice."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import chain
from typing import NamedTuple

from scorer.cache import regex
from scorer.checks.alike import keys_of, look_alike
from scorer.checks.base import Check
from scorer.checks.formulas import own_words
from scorer.checks.norms import FINISHED_TEXT
from scorer.checks.retold import Piece, find_retold
from scorer.document import BlockKind, Quote
from scorer.finding import Finding, Strength
from scorer.reading.model import Reading
from scorer.reading.stretches import Stretches

#: So many characters of its own make a repeated stretch a copy.
_ENOUGH = 20
#: So many where a character was changed, and where nothing beside it stayed the same.
_ENOUGH_CHANGED, _ENOUGH_ALONE = 24, 30
#: Copies whose places lie so few segments apart are one copy with words changed in between.
_NEAR = 8
#: A comma segment shorter than this begins no copy; set phrases are.
_SHORTEST_START = 6
_MOST_STARTS = 20
_SHOWN = 20
_REMEDY = "保留一处，其余删去或改写为各自的具体情况。"
_SEGMENT = regex(r"[^，。；！？：,;!?]+")
_HEADING = regex(r"(?:^|\n)(?P<words>[^\n。；]{4,40})\n\Z")
_LONGEST_HEADING = 44
_MARKER = regex(
    r"(?:[一二三四五六七八九十]+(?:是|要)|[（(]?[一二三四五六七八九十\d]{1,3}[）)、.．])"
)


class _Segment(NamedTuple):
    """A comma segment: its words without leading number, and where it stands with that."""

    words: str
    at: int
    stop: int


def run(reading: Reading) -> Iterator[Finding]:
    """The runs that stand a second time, and what is told again with a few other words."""
    copies = tuple(find_copied(reading))
    yield from copies
    told = Stretches((quote.start, quote.end) for found in copies for quote in found.quotes)
    for first, again in find_retold(reading):
        quote = reading.quote(again.at, again.stop)
        if quote.start >= told.reach(quote.end):
            yield _report_retold(reading, first, again)


def find_copied(reading: Reading) -> Iterator[Finding]:
    """Find the longest runs of segments that stand a second time; each run is one finding."""
    segments = _cut(reading)
    for places in _join_neighbours(_find_copies(segments)):
        told = ["，".join(s.words for s in segments[first:last]) for first, last in places]
        touched = "，只有个别字、数不同" if len(set(told)) > 1 else ""
        yield CHECK.finding(
            message=f"“{told[0][:_SHOWN]}…”等内容在文中出现{len(places)}次{touched}，请删去重复部分。",
            quotes=_quote(reading, [(segments[a].at, segments[b - 1].stop) for a, b in places]),
            remedy=_REMEDY,
        )


def _report_retold(reading: Reading, first: Piece, again: Piece) -> Finding:
    return CHECK.finding(
        message=f"“{again.text[:_SHOWN]}…”与前文“{first.text[:_SHOWN]}…”所写相同，只改动个别字句，请删去重复部分。",
        quotes=_quote(reading, [(again.at, again.stop), (first.at, first.stop)]),
        remedy=_REMEDY,
    )


def _quote(reading: Reading, places: list[tuple[int, int]]) -> tuple[Quote, ...]:
    """The places; with the headings right above them where these are alike too."""
    text = reading.document.plain.text
    above = [_HEADING.search(text, max(0, at - _LONGEST_HEADING), at) for at, _ in places]
    titles = {_MARKER.sub("", heading["words"], count=1) if heading else "" for heading in above}
    if len(titles) > 1 or "" in titles:
        return tuple(reading.quote(at, stop) for at, stop in places)
    return tuple(
        reading.quote(heading.start("words"), stop)
        for heading, (_, stop) in zip(above, places, strict=True)
        if heading
    )


def _cut(reading: Reading) -> list[_Segment]:
    """Comma segments of the paragraphs, in order; headings and the frame are not the body."""
    blocks = reading.document.blocks
    segments = []
    for clause in reading.clauses:
        if blocks[clause.paragraph].kind is BlockKind.HEADING:
            continue
        marker = _MARKER.match(clause.text)
        first = marker.end() if marker else 0
        for found in _SEGMENT.finditer(clause.text, first):
            words = found[0].replace("“", "").replace("”", "")
            start, stop = found.span()
            begin = 0 if start == first else start
            segments.append(_Segment(words, clause.at + begin, clause.at + stop))
    return segments


def _find_copies(segments: list[_Segment]) -> list[list[tuple[int, int]]]:
    """Runs of equal segments with all their places, each as a half-open range of segments."""
    seen: dict[str, list[int]] = {}
    copies: dict[str, list[tuple[int, int]]] = {}
    done = 0
    for index, keys in _find_recurring(segments):
        if index >= done:
            known = (seen.get(key, [])[:_MOST_STARTS] for key in keys)
            starts = sorted(set(chain.from_iterable(known)))
            length, start = _longest(segments, starts, index)
            if length and _is_copy(segments, start, index, length):
                words = "，".join(segment.words for segment in segments[start : start + length])
                copies.setdefault(words, [(start, start + length)]).append((index, index + length))
            done = index + length
        for key in keys:
            seen.setdefault(key, []).append(index)
    return list(copies.values())


def _find_recurring(segments: list[_Segment]) -> Iterator[tuple[int, tuple[str, ...]]]:
    """The segments that share a key with another, and their keys: no copy begins elsewhere."""
    keys = [
        keys_of(segment.words) if len(segment.words) >= _SHORTEST_START else ()
        for segment in segments
    ]
    twice = {key for key, times in Counter(chain.from_iterable(keys)).items() if times > 1}
    for index, own in enumerate(keys):
        if not twice.isdisjoint(own):
            yield index, own


def _is_copy(segments: list[_Segment], start: int, index: int, length: int) -> bool:
    """Whether enough of the run is its own; words changed in it ask for more that were not."""
    pairs = zip(segments[start : start + length], segments[index : index + length], strict=True)
    same = [first.words for first, second in pairs if first.words == second.words]
    changed = length - len(same)
    words = "，".join(segment.words for segment in segments[start : start + length])
    enough = _ENOUGH if not changed else _ENOUGH_CHANGED if same else _ENOUGH_ALONE
    return len(own_words(words)) >= enough


def _join_neighbours(copies: list[list[tuple[int, int]]]) -> list[list[tuple[int, int]]]:
    """One finding for a paragraph that was copied and then touched up."""
    joined: list[list[tuple[int, int]]] = []
    for places in copies:
        last = joined[-1] if joined else []
        near = len(last) == len(places) and all(
            0 <= after[0] - before[1] <= _NEAR for before, after in zip(last, places, strict=True)
        )
        if near:
            joined[-1] = [(b[0], a[1]) for b, a in zip(last, places, strict=True)]
        else:
            joined.append(places)
    return joined


def _longest(segments: list[_Segment], starts: list[int], index: int) -> tuple[int, int]:
    """The longest run from `index` that also stands at one of the earlier starts, and which."""
    best = (0, 0)
    for start in starts[:_MOST_STARTS]:
        length = 0
        while (
            start + length < index
            and index + length < len(segments)
            and look_alike(segments[start + length].words, segments[index + length].words)
        ):
            length += 1
        if length > best[0]:
            best = (length, start)
    return best


CHECK = Check(
    id="sentence-repeated",
    kind="duplicate",
    strength=Strength.FINDING,
    title="内容重复",
    why="同一段话在文中出现两次，多为拼接材料时留下；中央文件的固定表述不算重复。",
    norm=FINISHED_TEXT,
    bad="一、主要举措\n镇调委会每月到各村坐班一天，当场受理、当场调处邻里纠纷，让群众少跑路。\n"
    "二、主要成效\n镇调委会每月到各村坐班一天，当场受理、当场调处邻里纠纷，让群众少跑路。",
    good="一、主要举措\n镇调委会每月到各村坐班一天，当场受理、当场调处邻里纠纷，让群众少跑路。\n"
    "二、主要成效\n全年到村坐班192天，调处邻里纠纷64起，没有一起转为治安案件。",
    run=run,
)
