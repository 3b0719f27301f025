"""How many blind sentences get the level their author gave them, by wording; with no model too.

usage: python scripts/wordings.py       prints two tables and the overlap with the training part

`corpus/blind.jsonl` was written by a hand that saw neither the rubric's words nor the sentences the
model was trained on. Each line: criterion, level, wording, part it stands in, text.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from scorer import rubric as rubrics
from scorer.rubric.model import Exemplar, Rubric
from scorer.scorecard import Outcome
from scorer.scoring.exemplars import try_exemplar

ROOT = Path(__file__).resolve().parents[1]
CORPUS = ROOT / "corpus"
#: Length of the runs of characters by which wordings are compared.
RUN = 12


def read_blind() -> list[dict[str, str]]:
    """The blind sentences."""
    return [json.loads(line) for line in (CORPUS / "blind.jsonl").read_text("utf-8").splitlines()]


def measure(rubric: Rubric) -> Mapping[str, tuple[int, int]]:
    """(right, all) by wording, in the order of the file."""
    criteria = {criterion.id: criterion for criterion in rubric.criteria}
    right: Counter[str] = Counter()
    every: Counter[str] = Counter()
    for line in read_blind():
        part = line["part"] if line["part"] != "measures" else None
        exemplar = Exemplar(level=Outcome(line["level"]), text=line["text"], part=part)
        every[line["wording"]] += 1
        outcome = try_exemplar(rubric, criteria[line["criterion"]], exemplar)
        right[line["wording"]] += outcome.value == line["level"]
    return {wording: (right[wording], count) for wording, count in every.items()}


def overlap() -> float:
    """Share of the blind sentences' runs of characters that a training sentence has too."""
    trained = {
        run
        for path in sorted((CORPUS / "sentences").glob("s*.jsonl"))
        for line in path.read_text("utf-8").splitlines()
        for run in _runs(json.loads(line)["text"])
    }
    runs = [run for line in read_blind() for run in _runs(line["text"])]
    return sum(run in trained for run in runs) / len(runs)


def _runs(text: str) -> Iterator[str]:
    return (text[at : at + RUN] for at in range(len(text) - RUN + 1))


def main() -> None:
    """Print both tables."""
    rubric = rubrics.load(ROOT / "rubrics" / "township.yaml")
    for name, tried in (("with the model", rubric), ("without", replace(rubric, topics=None))):
        print(name)
        for wording, (right, count) in measure(tried).items():
            print(f"  {wording:<12} {right:>3} of {count:>3}  {right / count:.3f}")
    print(f"shared runs of {RUN} characters with the training part: {overlap():.4f}")


if __name__ == "__main__":
    main()
