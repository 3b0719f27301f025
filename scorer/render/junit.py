"""JUnit XML: a suite a report, a case a criterion, for the test pages of a build server."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from scorer.document import Quote
from scorer.finding import Finding, Strength
from scorer.render.issues import describe_criterion, describe_finding
from scorer.render.visible import show_line
from scorer.render.words import OUTCOME_WORDS, family_word, show_number, show_year, town_name
from scorer.scorecard import Batch, CriterionScore, Outcome, PartScore, Scorecard

_TITLE = "法治政府建设年度报告评分"
_FAILED = (Outcome.MISSING, Outcome.PARTIAL)
_COUNTED = {"tests": "testcase", "failures": "failure", "errors": "error", "skipped": "skipped"}


def render(batch: Batch) -> str:
    """The whole document; a criterion that lost points is a failure, an open one is skipped."""
    root = Element("testsuites", {"name": _TITLE})
    root.extend(_suite(scorecard) for scorecard in batch.scorecards)
    if batch.refused or batch.errors or batch.not_submitted:
        root.append(_leftovers(batch))
    _count(root, ("tests", "failures", "errors"))
    indent(root)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{tostring(root, encoding="unicode")}\n'


def _suite(scorecard: Scorecard) -> Element:
    report = scorecard.report
    name = f"{town_name(report)} {show_year(report.year)}"
    suite = Element("testsuite", {"name": show_line(name), "file": show_line(report.file)})
    properties = SubElement(suite, "properties")
    for key, value in _properties(scorecard):
        SubElement(properties, "property", {"name": key, "value": show_line(value)})
    for part in scorecard.parts:
        suite.extend(_case(part, criterion) for criterion in part.criteria)
    for number, finding in enumerate(scorecard.charges, start=1):
        if finding.strength is Strength.FINDING:
            suite.append(_finding_case(number, finding))
    _count(suite, _COUNTED)
    return suite


def _properties(scorecard: Scorecard) -> Iterator[tuple[str, str]]:
    rubric, total = scorecard.rubric, scorecard.total
    yield "rubric", f"{rubric.id} {rubric.version}"
    yield "rubric.sha256", rubric.sha256
    yield "total.low", show_number(total.low)
    yield "total.high", show_number(total.high)
    yield "total.max", show_number(rubric.total)
    if total.band is not None:
        yield "total.band", total.band


def _case(part: PartScore, criterion: CriterionScore) -> Element:
    name = f"{criterion.title}（{criterion.id}）"
    case = Element("testcase", {"classname": show_line(part.title), "name": show_line(name)})
    outcome = criterion.outcome
    if outcome in _FAILED:
        _answer(case, "failure", outcome, describe_criterion(criterion), criterion.quotes)
    elif outcome is not Outcome.MET:
        reason = f"{OUTCOME_WORDS[outcome]}　{criterion.reason}"
        SubElement(case, "skipped", {"type": outcome, "message": show_line(reason)})
    return case


def _finding_case(number: int, finding: Finding) -> Element:
    name = f"{number}. {family_word(finding.kind)}（{finding.rule}）"
    case = Element("testcase", {"classname": "文字问题", "name": show_line(name)})
    _answer(case, "failure", finding.kind, describe_finding(finding), finding.quotes)
    return case


def _answer(case: Element, tag: str, kind: str, message: str, quotes: Iterable[Quote]) -> None:
    """Why a case failed; the words of the report stand below, a quote a line."""
    answer = SubElement(case, tag, {"type": show_line(kind), "message": show_line(message)})
    answer.text = (
        "\n".join(f"第{quote.line}行：{show_line(quote.text)}" for quote in quotes) or None
    )


def _leftovers(batch: Batch) -> Element:
    suite = Element("testsuite", {"name": "未评分"})
    for refusal in batch.refused:
        message = f"{refusal.document_type}：{refusal.reason}"
        _answer(_file_case(suite, refusal.file), "error", "refused", message, ())
    for error in batch.errors:
        _answer(_file_case(suite, error.file), "error", "unreadable", error.reason, ())
    for name in batch.not_submitted or ():
        _answer(_file_case(suite, name), "error", "not_submitted", "未报送", ())
    _count(suite, _COUNTED)
    return suite


def _file_case(suite: Element, name: str) -> Element:
    return SubElement(suite, "testcase", {"classname": "未评分", "name": show_line(name)})


def _count(element: Element, names: Iterable[str]) -> None:
    for name in names:
        element.set(name, str(sum(1 for _ in element.iter(_COUNTED[name]))))
