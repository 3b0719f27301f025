"""How many runs of characters the measured texts share with what the engine was built on.

usage: python scripts/overlap.py       prints one table

A text's runs are all its stretches of twelve characters, white space left out.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

import yaml
from wordings import CORPUS, ROOT, find_blind, read_blind

from scorer import rubric as rubrics

RUN = 12
SHARED = ROOT.parent / "shared"

Texts = Sequence[str]


def cut_runs(text: str) -> Iterator[str]:
    """Every stretch of `RUN` characters of the text without its white space."""
    dense = "".join(text.split())
    return (dense[at : at + RUN] for at in range(len(dense) - RUN + 1))


def count_shared(runs: Sequence[str], texts: Iterable[str]) -> int:
    """How many of the runs stand in one of the texts, a run counted as often as it is told."""
    wanted = frozenset(runs)
    seen = {run for text in texts for run in cut_runs(text) if run in wanted}
    return sum(run in seen for run in runs)


def read_measured() -> Mapping[str, Texts]:
    """The texts that measure the engine, by the name of their set."""
    blind = {
        f"corpus/{path.name}": [line["text"] for line in read_blind(path)] for path in find_blind()
    }
    return {"corpus/held-out": _read_texts(CORPUS / "held-out"), **blind}


def read_built_on() -> Mapping[str, Mapping[str, Texts]]:
    """The texts that words, rules and the model were made from, in three groups, by their names.

    The words of the lists are taken as they stand in the files, with the sentences beside them.
    """
    rubric = rubrics.load(ROOT / "rubrics" / "township.yaml")
    words = sorted((ROOT / "rubrics" / "words").glob("*.yaml"))
    return {
        "corpus": {
            "corpus/sentences": _read_lines(CORPUS / "sentences"),
            "corpus/paragraphs": _read_lines(CORPUS / "paragraphs"),
            "corpus/reports": _read_texts(CORPUS / "reports"),
        },
        "rubric": {
            "rubrics/words": [
                string
                for path in words
                for string in find_strings(yaml.safe_load(path.read_bytes()))
            ],
            "exemplars": [e.text for criterion in rubric.criteria for e in criterion.exemplars],
        },
        "shared": {
            "../shared/gold": _read_texts(SHARED / "gold"),
            "../shared/reports": _read_texts(SHARED / "reports"),
        },
    }


def find_strings(value: object) -> Iterator[str]:
    """Every string inside lists and mappings, keys left out."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for item in value:
            yield from find_strings(item)
    elif isinstance(value, dict):
        yield from find_strings(list(value.values()))


def _read_texts(folder: Path) -> Texts:
    return [path.read_text("utf-8", "replace") for path in sorted(folder.glob("*.txt"))]


def _read_lines(folder: Path) -> Texts:
    paths = sorted(folder.glob("*.jsonl"))
    lines = (line for path in paths for line in path.read_text("utf-8").splitlines())
    return [json.loads(line)["text"] for line in lines]


def list_sources(groups: Mapping[str, Mapping[str, Texts]]) -> Iterator[tuple[str, Texts]]:
    """Every source that is there, each group of several as one, and all of them together."""
    for name, group in groups.items():
        there = {source: texts for source, texts in group.items() if texts}
        yield from there.items()
        if len(there) > 1:
            yield f"{name}, together", [text for texts in there.values() for text in texts]
    yield "all", [text for group in groups.values() for texts in group.values() for text in texts]


def main() -> None:
    """A row for each source, a column for each measured set."""
    measured = {
        name: [run for text in texts for run in cut_runs(text)]
        for name, texts in read_measured().items()
    }
    print(f"share of the runs of {RUN} characters that also stand in a source")
    print(f"{'':<20}" + "".join(f"{name:>22}" for name in measured))
    print(f"{'runs':<20}" + "".join(f"{len(runs):>22}" for runs in measured.values()))
    for name, texts in list_sources(read_built_on()):
        counts = [(count_shared(runs, texts), len(runs)) for runs in measured.values()]
        print(f"{name:<20}" + "".join(f"{part / whole:>22.4f}" for part, whole in counts))


if __name__ == "__main__":
    main()
