"""A rubric and its criteria as a person reads them: plain Chinese text, laid out as Markdown."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from scorer.reading.model import Actor
from scorer.rubric.model import Criterion, Deduction, Level, NormRule, Part, Rubric
from scorer.zh.phrase import Phrase

_ACTORS = {
    Actor.HEADS: "党政主要负责人",
    Actor.LEADERS: "领导班子成员",
    Actor.BODY: "本机关",
    Actor.OTHERS: "其他人",
}
_PLACES = {
    "measures": "主要举措",
    "duty": "第一责任人职责",
    "shortcomings": "不足和原因",
    "plan": "下一年安排",
}
_MOST_WORDS = 12


def describe(rubric: Rubric) -> str:
    """The whole standard: parts with points, criteria with levels, norms and remedies."""
    return "\n".join(_rubric_lines(rubric)) + "\n"


def describe_criterion(criterion: Criterion) -> str:
    """One criterion with all it says, its words and its exemplars."""
    return "\n".join([*_criterion_lines(criterion), *_example_lines(criterion)]) + "\n"


def _rubric_lines(rubric: Rubric) -> Iterator[str]:
    stamp = rubric.stamp
    yield f"# {stamp.title}"
    yield ""
    yield f"- 编号和版本：{stamp.id} {stamp.version}"
    yield f"- 总分：{_points(stamp.total)}（{stamp.note}）"
    bands = "，".join(f"{band.label} {_points(band.at_least)}起" for band in rubric.bands)
    yield f"- 等次：{bands}"
    for part in rubric.parts:
        yield ""
        yield from _part_lines(part)
    if rubric.checks:
        yield from ("", "## 核查", "", *map(_check_line, rubric.checks))
    if rubric.refuses:
        refused = (f"- {refused.name}：{refused.reason}" for refused in rubric.refuses)
        yield from ("", "## 不评分的文种", "", *refused)


def _part_lines(part: Part) -> Iterator[str]:
    yield f"## {part.title}（{part.id}，{_points(part.points)}）"
    yield ""
    yield f"- {_norm(part.norm)}"
    if part.cues is not None and part.cues.headings:
        yield f"- 标题用语：{_words(part.cues.headings)}"
    for criterion in part.criteria:
        yield ""
        yield from _criterion_lines(criterion)


def _criterion_lines(criterion: Criterion) -> Iterator[str]:
    yield f"### {criterion.title}（{criterion.id}，{_points(criterion.points)}）"
    yield ""
    yield f"- 要找的内容：{criterion.what}"
    if criterion.actor is not None:
        yield f"- 只认谁的行为：{_ACTORS[criterion.actor]}"
    for level in criterion.levels:
        yield _level_line(level, criterion.points)
    yield f"- {_norm(criterion.norm)}"
    yield f"- 整改建议：{criterion.remedy}"


def _example_lines(criterion: Criterion) -> Iterator[str]:
    words = criterion.vocabulary
    groups = (
        ("强词", words.strong),
        ("弱词", words.weak),
        ("实词", words.concrete),
        ("易混词", words.traps),
    )
    yield from (f"- {name}：{_words(phrases)}" for name, phrases in groups if phrases)
    for level in criterion.levels:
        yield from ("", f"应评为“{level.label}”的例文：")
        for exemplar in (item for item in criterion.exemplars if item.level is level.outcome):
            where = f"（写在“{_PLACES[exemplar.part]}”部分）" if exemplar.part else ""
            yield ""
            yield from (f"> {line}".rstrip() for line in f"{exemplar.text}{where}".splitlines())


def _level_line(level: Level, points: Decimal) -> str:
    said = level.descriptor or level.deduction
    if level.descriptor and level.deduction:
        said = f"{level.descriptor}；扣分说明：{level.deduction}"
    return f"- {level.label}（{_points(points * level.share)}）：{said}"


def _norm(norm: NormRule) -> str:
    streets = "" if norm.force_for_streets is norm.force else f"，对街道为{norm.force_for_streets}"
    return f"依据（{norm.force}{streets}）：{norm.text}"


def _check_line(deduction: Deduction) -> str:
    cost = "不扣分"
    if deduction.each:
        cost = f"每处扣 {_points(deduction.each)}，最多扣 {_points(deduction.cap)}"
    return f"- {deduction.check.title}（{deduction.check.id}）：{cost}"


def _words(phrases: tuple[Phrase, ...]) -> str:
    shown = "、".join(phrase.source for phrase in phrases[:_MOST_WORDS])
    return shown if len(phrases) <= _MOST_WORDS else f"{shown} 等 {len(phrases)} 个"


def _points(number: Decimal) -> str:
    """An exact number without idle zeros."""
    text = f"{number:f}"
    return f"{text.rstrip('0').rstrip('.') if '.' in text else text} 分"
