"""What a rubric must keep beyond its shape: ids, levels, bands, points and exemplars."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal

from scorer.rubric.node import Node
from scorer.rubric.phrases import find_phrase_problems
from scorer.rubric.problem import Problem, cite

LEVELS = ("met", "partial", "missing")
_LEAST_EXEMPLARS = 2
#: The parts of a report that the engine knows; the first is no stretch of text.
PARTS = ("form", "measures", "duty", "shortcomings", "plan", "systems")
_FORM = PARTS[0]


def criteria_of(root: Node) -> Iterator[Node]:
    """Every criterion of the file."""
    for part in root["parts"].items():
        yield from part["criteria"].items()


def find_rule_problems(root: Node) -> Iterator[Problem]:
    """Every rule that the file breaks."""
    yield from _level_problems(root["levels"])
    yield from _band_problems(root)
    yield from _id_problems(root)
    yield from _total_problems(root)
    for part in root["parts"].items():
        yield from _part_problems(part)
    for refused in root["refuses"].items():
        yield from _refusal_problems(refused)
    for criterion in criteria_of(root):
        yield from _exemplar_problems(criterion)


def _level_problems(levels: Node) -> Iterator[Problem]:
    written = [key for key, _ in levels.entries()]
    if sorted(written) == sorted(LEVELS) and tuple(written) != LEVELS:
        yield levels.problem("级别的次序不对；请依次写 met、partial、missing")
    shares = {key: levels[key]["share"].number for key in LEVELS}
    for key, fixed in (("met", Decimal(1)), ("missing", Decimal(0))):
        if shares[key] is not None and shares[key] != fixed:
            yield levels[key]["share"].problem(f"{key} 的 share 应为 {fixed}；请改正")
    if shares["partial"] in (0, 1):
        yield levels["partial"]["share"].problem("partial 的 share 应在 0 和 1 之间；请改正")


def _band_problems(root: Node) -> Iterator[Problem]:
    bands = tuple(root["bands"].items())
    total = root["total"].number
    above: Decimal | None = None
    for band in bands:
        least = band["at_least"].number
        if least is None:
            continue
        if above is not None and least >= above:
            yield band["at_least"].problem("等次应从高到低排列，at_least 逐个下降；请调整")
        if total is not None and 0 < total < least:
            yield band["at_least"].problem(f"at_least {least} 超过总分 {total}；请改正")
        above = least
    if bands and above:
        yield bands[-1]["at_least"].problem("最后一个等次的 at_least 应为 0；请补上最低的等次")
    yield from _repeats((band["label"] for band in bands), "等次名称")


def _id_problems(root: Node) -> Iterator[Problem]:
    yield from _repeats((part["id"] for part in root["parts"].items()), "部分编号")
    yield from _repeats((criterion["id"] for criterion in criteria_of(root)), "评分项编号")
    for part in root["parts"].items():
        owner = part["id"].text
        for criterion in part["criteria"].items():
            name = criterion["id"].text
            if owner in PARTS and "." in name and not name.startswith(f"{owner}."):
                tail = name.split(".", 1)[1]
                yield criterion["id"].problem(
                    f"评分项编号“{name}”不属于部分“{owner}”；请改为“{owner}.{tail}”或移到所属部分"
                )


def _repeats(names: Iterable[Node], what: str) -> Iterator[Problem]:
    first: dict[str, Node] = {}
    for name in names:
        earlier = first.setdefault(name.text, name)
        if name.text and earlier is not name:
            yield name.problem(
                f"{what}{cite(name.text)}重复（第{earlier.line}行已有）；请改正或删去"
            )


def _total_problems(root: Node) -> Iterator[Problem]:
    """The points must add up; where one of them is no number the schema has told it."""
    points = [criterion["points"].number for criterion in criteria_of(root)]
    known = [number for number in points if number is not None]
    total = root["total"].number
    added = sum(known, Decimal(0))
    if known and len(known) == len(points) and total is not None and added != total:
        yield root["total"].problem(
            f"各评分项分值合计 {added}，与 total {total} 不符；请改正分值或 total"
        )


def _part_problems(part: Node) -> Iterator[Problem]:
    for key in ("headings", "cues"):
        yield from find_phrase_problems(part[key])
        if part["id"].text == _FORM and part[key].texts:
            yield part[key].problem(f"“form”不是一段文字，不能有 {key}；请删去")
    bare = all(part[key].value in (None, []) for key in ("headings", "cues"))
    if bare and part["id"].text in PARTS[1:]:
        yield part["id"].problem(
            f"部分“{part['id'].text}”没有 headings 也没有 cues，在报告里认不出来；请补写"
        )


def _refusal_problems(refused: Node) -> Iterator[Problem]:
    for key in ("titles", "cues"):
        yield from find_phrase_problems(refused[key])
    if refused["titles"].value == [] == refused["cues"].value:
        yield refused.problem("titles 和 cues 都是空的，认不出这个文种；请补写")


def _exemplar_problems(criterion: Node) -> Iterator[Problem]:
    exemplars = criterion["exemplars"]
    written = [exemplar["level"].text for exemplar in exemplars.items()]
    # A level that is misspelt has been told by the schema, and would be missed here once more.
    if isinstance(exemplars.value, list) and set(written) <= set(LEVELS):
        yield from _too_few_exemplars(criterion, written)
    yield from _repeats((exemplar["text"] for exemplar in exemplars.items()), "例文")
    for exemplar in exemplars.items():
        if exemplar["whole"].flag and "part" in exemplar:
            yield exemplar["part"].key_problem("整份报告（whole: true）不在某个部分里；请删去 part")


def _too_few_exemplars(criterion: Node, written: list[str]) -> Iterator[Problem]:
    for level in LEVELS:
        count = written.count(level)
        if count < _LEAST_EXEMPLARS:
            yield criterion["exemplars"].problem(
                f"评分项“{criterion['id'].text}”的 {level} 级有 {count} 个例文，"
                f"每级至少 {_LEAST_EXEMPLARS} 个；请补写"
            )
