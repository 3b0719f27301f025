"""How many blind sentences get the level their author gave them, by wording; with no model too.

usage: python scripts/wordings.py       prints a table for each file

Each `corpus/blind*.jsonl` was written by a hand that saw neither the rubric's words nor the
sentences the model was trained on. Each line: criterion, level, wording, part it stands in, text.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from scorer import rubric as rubrics
from scorer.rubric.model import Exemplar, Rubric
from scorer.scorecard import Outcome
from scorer.scoring.exemplars import try_exemplar

ROOT = Path(__file__).resolve().parents[1]
CORPUS = ROOT / "corpus"
BLIND = CORPUS / "blind.jsonl"

#: How many sentences came out right, of how many.
Figure = tuple[int, int]


def find_blind() -> Sequence[Path]:
    """The files of blind sentences, in the order of their names."""
    return sorted(CORPUS.glob("blind*.jsonl"))


def read_blind(path: Path) -> list[dict[str, str]]:
    """The sentences of one file."""
    return [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]


def measure(rubric: Rubric) -> Mapping[str, Figure]:
    """The first blind file by wording: the bars of tests/acceptance/test_agreement.py."""
    return measure_file(rubric, BLIND)


def measure_file(rubric: Rubric, path: Path) -> Mapping[str, Figure]:
    """(right, all) by wording, in the order of the file."""
    criteria = {criterion.id: criterion for criterion in rubric.criteria}
    right: Counter[str] = Counter()
    every: Counter[str] = Counter()
    for line in read_blind(path):
        part = line["part"] if line["part"] != "measures" else None
        exemplar = Exemplar(level=Outcome(line["level"]), text=line["text"], part=part)
        every[line["wording"]] += 1
        outcome = try_exemplar(rubric, criteria[line["criterion"]], exemplar)
        right[line["wording"]] += outcome.value == line["level"]
    return {wording: (right[wording], count) for wording, count in every.items()}


def add_up(figures: Mapping[str, Figure]) -> Figure:
    """(right, all) of all wordings."""
    return sum(right for right, _ in figures.values()), sum(count for _, count in figures.values())


def print_table(path: Path, figures: Mapping[str, Figure], plain: Mapping[str, Figure]) -> None:
    """A row for each wording of a file and one for all, `plain` being those without the model."""
    print(f"{path.relative_to(ROOT).as_posix():<26}  share  without the model")
    for name in figures:
        _print_row(name, figures[name], plain[name])
    _print_row("all", add_up(figures), add_up(plain))


def _print_row(name: str, figure: Figure, plain: Figure) -> None:
    (right, count), (without, _) = figure, plain
    print(f"  {name:<12} {right:>4} of {count:>4}  {right / count:.3f}  {without / count:.3f}")


def main() -> None:
    """Print a table for each file."""
    rubric = rubrics.load(ROOT / "rubrics" / "township.yaml")
    bare = replace(rubric, topics=None)
    for path in find_blind():
        print_table(path, measure_file(rubric, path), measure_file(bare, path))


if __name__ == "__main__":
    main()
