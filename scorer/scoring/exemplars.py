"""A rubric tried on its own exemplars: every passage must earn the level it is written for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from scorer import ingest, masthead, mentions, reading
from scorer.rubric.model import Criterion, Exemplar, Rubric
from scorer.scorecard import CriterionScore, Outcome
from scorer.scoring.judge import find_looks, score_parts

_TITLE = "青禾镇2023年法治政府建设年度报告"
#: The headings of the small report a passage is tried in, by the part it stands in.
_HEADINGS = {
    "measures": "一、2023年主要举措和成效",
    "duty": "二、党政主要负责人履行推进法治建设第一责任人职责情况",
    "shortcomings": "三、存在的不足",
    "plan": "四、2024年工作安排",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Trial:
    """What an exemplar earned, beside what it must earn."""

    criterion: str
    exemplar: Exemplar
    earned: Outcome

    @property
    def held(self) -> bool:
        """Whether it earned its level."""
        return self.earned is self.exemplar.level


def try_rubric(rubric: Rubric) -> Iterator[Trial]:
    """Try every exemplar of the rubric, in its order."""
    for criterion in rubric.criteria:
        for exemplar in criterion.exemplars:
            earned = try_exemplar(rubric, criterion, exemplar)
            yield Trial(criterion=criterion.id, exemplar=exemplar, earned=earned)


def try_exemplar(rubric: Rubric, criterion: Criterion, exemplar: Exemplar) -> Outcome:
    """The outcome of the criterion for a small report that holds the passage."""
    return score_exemplar(rubric, criterion, exemplar).outcome


def score_exemplar(rubric: Rubric, criterion: Criterion, exemplar: Exemplar) -> CriterionScore:
    """The criterion judged in a small report that holds the passage."""
    text = exemplar.text if exemplar.whole else _small_report(exemplar)
    document = ingest.read("exemplar.txt", text.encode())[0]
    head = masthead.read(document)
    found = mentions.read(document.plain)
    report = reading.read(document, head, found, rubric.part_cues)
    parts = score_parts(rubric, report, find_looks(rubric, report))
    return next(s for part in parts for s in part.criteria if s.id == criterion.id)


def _small_report(exemplar: Exemplar) -> str:
    """A report with the headings of all parts, whose only body is the passage."""
    part = exemplar.part or "measures"
    lines = [_TITLE, ""]
    for name, heading in _HEADINGS.items():
        lines.append(heading)
        if name == part:
            lines.append(exemplar.text.strip())
    return "\n".join([*lines, ""])
