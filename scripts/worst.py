"""Where labels and outcomes part: the confusions on corpus/held-out, the worst criteria elsewhere.

usage: python scripts/worst.py       prints a matrix, then ten criteria of corpus/reports

Words are shown of corpus/reports alone, which was looked at; of corpus/held-out only counts.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from labelled import CORPUS, Labelled, judge_all, load_rubric, read_labelled

from scorer.agreement import Agreement, GoldReport, measure
from scorer.agreement.labels import Confusion
from scorer.agreement.measure import LabelDifference
from scorer.agreement.pairing import pair_reports
from scorer.rubric.model import Rubric
from scorer.scorecard import JUDGED, CriterionScore, Outcome, Scorecard

#: How many criteria, examples of each, and characters of a quote are shown.
MOST = 10
EXAMPLES = 2
LENGTH = 70


@dataclass(frozen=True, slots=True, kw_only=True)
class Worst:
    """A criterion that came out otherwise than labelled `len(differences)` times of `count`."""

    criterion: str
    count: int
    differences: tuple[LabelDifference, ...]

    @property
    def confusions(self) -> tuple[tuple[str, int], ...]:
        """How often which label became which outcome, the commonest first."""
        counts = Counter(name_confusion(each) for each in self.differences)
        return tuple(sorted(counts.items(), key=lambda item: (-item[1], item[0])))

    @property
    def examples(self) -> tuple[LabelDifference, ...]:
        """Those of the commonest confusions first, one of each while there are others."""
        ranks = {name: rank for rank, (name, _) in enumerate(self.confusions)}
        taken: Counter[str] = Counter()
        ranked = []
        for each in sorted(self.differences, key=lambda difference: difference.report):
            name = name_confusion(each)
            ranked.append((taken[name], ranks[name], each))
            taken[name] += 1
        return tuple(each for _, _, each in sorted(ranked, key=lambda item: item[:2])[:EXAMPLES])


def name_confusion(difference: LabelDifference) -> str:
    """The label given by hand and our outcome."""
    return f"{difference.gold}→{difference.ours}"


def find_worst(agreement: Agreement) -> tuple[Worst, ...]:
    """The criteria that came out otherwise most often, of those that did at all."""
    found = [
        Worst(
            criterion=group.id,
            count=group.agreement.count,
            differences=tuple(d for d in agreement.label_differences if d.criterion == group.id),
        )
        for group in agreement.criteria
    ]
    wrong = [each for each in found if each.differences]
    return tuple(sorted(wrong, key=lambda w: (-len(w.differences) / w.count, w.criterion))[:MOST])


def make_matrix(confusions: Sequence[Confusion]) -> str:
    """Rows by hand, columns by the program."""
    counts = {(each.gold, each.ours): each.count for each in confusions}
    seen = {outcome for pair in counts for outcome in pair}
    shown = [outcome for outcome in Outcome if outcome in (*JUDGED, *seen)]
    lines = [" " * 14 + "".join(f"{outcome:>14}" for outcome in shown)]
    lines += [
        f"{gold:<14}" + "".join(f"{counts.get((gold, ours), 0):>14}" for ours in shown)
        for gold in shown
    ]
    return "\n".join(lines)


def judge_folder(rubric: Rubric, folder: Labelled) -> tuple[Agreement, tuple[Scorecard, ...]]:
    """The agreement on a folder and its scorecards."""
    scorecards = judge_all(rubric, folder.parsed)
    return measure(folder.reports, scorecards), scorecards


def read_evidence(report: GoldReport) -> Mapping[str, str]:
    """What the hand quoted for each criterion, or why it quoted nothing."""
    items = json.loads(report.path.with_suffix(".json").read_text("utf-8"))["items"]
    return {
        criterion: " / ".join(item.get("evidence") or ()) or f"({item.get('why') or '-'})"
        for criterion, item in items.items()
    }


def quote_engine(score: CriterionScore) -> str:
    """What the program quoted, or the sentence that came closest."""
    if score.quotes:
        return " / ".join(quote.text for quote in score.quotes)
    if score.nearest is None:
        return "(-)"
    return f"({score.nearest.why_not}：{score.nearest.quote.text})"


def shorten(words: str) -> str:
    """The words on one line, cut where they are long."""
    line = "".join(words.split())
    return line if len(line) <= LENGTH else f"{line[: LENGTH - 1]}…"


def tell(
    worst: Worst,
    reports: Mapping[str, GoldReport],
    scores: Mapping[tuple[str, str], CriterionScore],
) -> Iterator[str]:
    """The lines on one criterion."""
    right = worst.count - len(worst.differences)
    confusions = ", ".join(f"{name} {count}" for name, count in worst.confusions)
    yield f"{worst.criterion:<22} {right / worst.count:.3f}  {confusions}"
    for each in worst.examples:
        hand = read_evidence(reports[each.report]).get(each.criterion, "(-)")
        score = scores.get((each.report, each.criterion))
        yield f"  {each.report}  {name_confusion(each)}"
        yield f"    by hand: {shorten(hand)}"
        yield f"    program: {shorten(quote_engine(score) if score else '(-)')}"


def main() -> None:
    """Print the matrix and the worst criteria."""
    rubric = load_rubric()
    unseen, _ = judge_folder(rubric, read_labelled(CORPUS / "held-out"))
    print("corpus/held-out: rows by hand, columns by the program")
    print(make_matrix(unseen.confusions))
    folder = read_labelled(CORPUS / "reports")
    agreement, scorecards = judge_folder(rubric, folder)
    scores = {
        (pair.gold.id, score.id): score
        for pair in pair_reports(folder.reports, scorecards)
        if pair.scorecard is not None
        for score in pair.scorecard.criteria
    }
    reports = {report.id: report for report in folder.reports}
    print(f"\n{folder.name}: the {MOST} worst criteria of {len(agreement.criteria)}")
    for worst in find_worst(agreement):
        print("\n".join(tell(worst, reports, scores)))


if __name__ == "__main__":
    main()
