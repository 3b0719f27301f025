"""A folder of hand labels: one JSON file a report, laid out as the annotation guide says."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from pathlib import Path

from scorer.errors import GoldError
from scorer.scorecard import Outcome

_LABELS = {str(outcome): outcome for outcome in Outcome if outcome is not Outcome.NOT_APPLICABLE}


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldLabel:
    """The label given by hand to one criterion."""

    criterion: str
    outcome: Outcome


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldFinding:
    """A defect marked by hand; a weak one was disputed and counts neither way."""

    kind: str
    quote: str
    weak: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldReport:
    """One report labelled by hand. `file` names the text within the folder, `path` is its place.

    Without `labels` only findings were marked in it.
    """

    id: str
    file: str
    path: Path
    issuer: str | None
    year: int | None
    signed: str | None
    published: str | None
    labels: tuple[GoldLabel, ...] = field(repr=False)
    findings: tuple[GoldFinding, ...] = field(repr=False)

    @property
    def whole(self) -> bool:
        """Whether each criterion has a label, none undetermined: then its points add up."""
        return bool(self.labels) and all(
            label.outcome is not Outcome.UNDETERMINED for label in self.labels
        )


def load_gold(folder: Path) -> tuple[GoldReport, ...]:
    """Read every label file below the folder, in the order of their names.

    JSON files that hold no labels but a scorecard are passed over; anything else that cannot be
    understood raises GoldError.
    """
    if not folder.is_dir():
        raise GoldError(f"{folder}：没有这个标注目录，请检查路径。")
    paths = sorted(folder.rglob("*.json"), key=lambda path: path.relative_to(folder).parts)
    reports = tuple(report for path in paths if (report := _read_report(path, folder)) is not None)
    if not reports:
        raise GoldError(f"{folder}：目录里没有标注文件（*.json），请检查路径。")
    return reports


def _read_report(path: Path, folder: Path) -> GoldReport | None:
    fields = _Fields(path, _parse(path))
    if "items" not in fields.values and "scorecards" in fields.values:
        return None
    report_id = fields.text("id") or path.stem
    file = fields.text("file") or f"{report_id}.txt"
    text = _find_text(path, folder, file, report_id)
    return GoldReport(
        id=report_id,
        file=_name_text(text, folder),
        path=text,
        issuer=fields.text("issuer"),
        year=fields.number("year"),
        signed=fields.text("signed"),
        published=fields.text("published"),
        labels=fields.labels(),
        findings=fields.findings(),
    )


def _parse(path: Path) -> dict[str, object]:
    try:
        value: object = json.loads(path.read_bytes())
    except json.JSONDecodeError as error:
        place = f"{path}:{error.lineno}:{error.colno}"
        raise GoldError(f"{place}：不是合法的 JSON，请改正这一处的写法。") from error
    except UnicodeDecodeError as error:
        raise GoldError(f"{path}：不是 UTF-8 编码，请另存为 UTF-8。") from error
    except OSError as error:
        raise GoldError(f"{path}：无法读取，请检查文件权限。") from error
    if not isinstance(value, dict):
        raise GoldError(f"{path}：最外层应为对象 {{…}}，请按标注说明改写。")
    return value


def _find_text(path: Path, folder: Path, file: str, report_id: str) -> Path:
    """The text: `file` below the folder above, else `<id>.txt` or `file` beside the labels."""
    places = (folder / ".." / file, path.parent / f"{report_id}.txt", path.parent / file)
    for place in places:
        if place.is_file():
            return place
    raise GoldError(f"{path}：找不到 file 所指的报告 {file}，请检查文件名和位置。")


def _name_text(text: Path, folder: Path) -> str:
    """A name that no other report of the folder has: from the labels' folder, or the one above."""
    return text.relative_to(folder).as_posix().removeprefix("../")


@dataclass(frozen=True, slots=True)
class _Fields:
    """The raw values of one label file, read with their types checked."""

    path: Path
    values: dict[str, object]

    def text(self, name: str) -> str | None:
        """A string, or None where it is null or not there."""
        value = self.values.get(name)
        if value is not None and not isinstance(value, str):
            raise GoldError(f"{self.path}：{name} 应为字符串或 null，请改正。")
        return value

    def number(self, name: str) -> int | None:
        """A whole number, or None where it is null or not there."""
        value = self.values.get(name)
        if value is not None and (not isinstance(value, int) or isinstance(value, bool)):
            raise GoldError(f"{self.path}：{name} 应为整数或 null，请改正。")
        return value

    def labels(self) -> tuple[GoldLabel, ...]:
        """The labels, in the file's order; none where only findings were marked."""
        items = self.values.get("items", {} if "findings" in self.values else None)
        if not isinstance(items, dict):
            raise GoldError(f"{self.path}：缺少 items（每项指标的标注），请补上。")
        return tuple(self._label(criterion, item) for criterion, item in items.items())

    def findings(self) -> tuple[GoldFinding, ...]:
        """The marked defects, in the file's order."""
        found = self.values.get("findings", [])
        if not isinstance(found, list):
            raise GoldError(f"{self.path}：findings 应为列表，请改正。")
        return tuple(self._finding(item) for item in found)

    def _label(self, criterion: str, item: object) -> GoldLabel:
        label = item.get("label") if isinstance(item, dict) else None
        if not isinstance(label, str) or label not in _LABELS:
            known = "、".join(_LABELS)
            raise GoldError(f"{self.path}：{criterion} 的 label 应为 {known} 之一，请改正。")
        return GoldLabel(criterion=criterion, outcome=_LABELS[label])

    def _finding(self, item: object) -> GoldFinding:
        kind, quote = (
            (item.get("kind"), item.get("quote")) if isinstance(item, dict) else (None, None)
        )
        if not isinstance(item, dict) or not isinstance(kind, str) or not isinstance(quote, str):
            raise GoldError(f"{self.path}：findings 的每一项都要有 kind 和 quote，请补上。")
        return GoldFinding(kind=kind, quote=quote, weak=item.get("strength") == "weak")
