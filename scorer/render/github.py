"""Annotations for GitHub Actions: a workflow command for each remark."""

from __future__ import annotations

from collections.abc import Iterator

from scorer.document import find_line_starts
from scorer.render.issues import Issue, Weight, list_issues
from scorer.render.visible import show_line
from scorer.render.words import show_number, show_total, show_year, town_name
from scorer.scorecard import Batch, Scorecard

_COMMANDS = {Weight.HEAVY: "warning", Weight.SLIGHT: "notice", Weight.OPEN: "notice"}


def render(batch: Batch) -> str:
    """The commands: for each report its total, then its remarks; then what was not scored."""
    return "".join(f"{command}\n" for command in _commands(batch))


def _commands(batch: Batch) -> Iterator[str]:
    for scorecard in batch.scorecards:
        yield _total(scorecard)
        yield from (_annotate(scorecard, issue) for issue in list_issues(scorecard))
    for refusal in batch.refused:
        reason = f"{refusal.document_type}：{refusal.reason}"
        yield _command("error", reason, file=refusal.file, title="未予评分")
    for error in batch.errors:
        yield _command("error", error.reason, file=error.file, title="无法读取")
    for name in batch.not_submitted or ():
        yield _command("error", name, title="未报送")


def _total(scorecard: Scorecard) -> str:
    report, total = scorecard.report, scorecard.total
    words = f"总分 {show_total(total)} / {show_number(scorecard.rubric.total)}"
    return _command(
        "notice",
        f"{words}　{total.band or '等次待定'}",
        file=report.file,
        title=f"{town_name(report)} {show_year(report.year)}",
    )


def _annotate(scorecard: Scorecard, issue: Issue) -> str:
    place: dict[str, str] = {}
    if issue.quotes:
        first = issue.quotes[0]
        last = first.line + len(find_line_starts(first.text)) - 1
        place = {"line": str(first.line), "endLine": str(last)}
    return _command(
        _COMMANDS[issue.weight],
        issue.message,
        file=scorecard.report.file,
        **place,
        title=f"{issue.title}（{issue.rule}）",
    )


def _command(name: str, message: str, **properties: str) -> str:
    """`::name key=value,key=value::message`, with the escapes that the runner undoes."""
    listed = ",".join(f"{key}={_escape_property(value)}" for key, value in properties.items())
    return f"::{name} {listed}::{_escape(show_line(message))}"


def _escape_property(value: str) -> str:
    return _escape(value).replace(":", "%3A").replace(",", "%2C")


def _escape(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
