"""What became of a broken file: documents, or a named error; anything else is raised."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from unittest.mock import patch

from scorer import ingest, pipeline
from scorer.errors import IngestError
from scorer.render import wire
from scorer.rubric.model import Rubric
from tests.makers.seeds import SEEDS

#: In characters; a report of a town has a tenth of it.
LONGEST = 40_000


@dataclass(slots=True)
class Probe:
    """Counts the files that got past their first bytes."""

    reached: bool = False


@contextmanager
def probing() -> Iterator[Probe]:
    """Every seed's probe set: each tells when its reader is past the first bytes."""
    probe = Probe()
    patches = [_set(place, probe) for place in {seed.probe for seed in SEEDS}]
    try:
        for each in patches:
            each.start()
        yield probe
    finally:
        for each in patches:
            each.stop()


def _set(place: str, probe: Probe) -> patch:  # type: ignore[valid-type]  # a class for mypy
    module, _, name = place.rpartition(".")
    target = __import__(module, fromlist=[name])
    found = getattr(target, name)

    def note(*args: object, **options: object) -> object:
        probe.reached = True
        return found(*args, **options)

    return patch.object(target, name, note)


def score_all(name: str, data: bytes, standard: Rubric) -> Counter[str]:
    """By report in the file what came of it: a scorecard, a refusal, one line after its name.

    What is too long to be scored beside the program is "long": its worker would end it in time.
    """
    outcomes: Counter[str] = Counter()
    for member in ingest.open_bytes(name, data):
        try:
            documents = ingest.read_member(member)
        except IngestError as error:
            check_line(member.name, str(error))
            outcomes["error"] += 1
            continue
        if max(len(document.text) for document in documents) > LONGEST:
            outcomes["long"] += 1
            continue
        scored = pipeline.score_member(member, standard)
        assert not scored.errors
        assert wire.render(pipeline.make_batch(standard, [scored]))
        outcomes += Counter(card=len(scored.scorecards), refused=len(scored.refused))
    return outcomes


def read_all(name: str, data: bytes) -> list[str]:
    """By report in the file what came of it: its text, or one line after its name."""
    outcomes: list[str] = []
    for member in ingest.open_bytes(name, data):
        try:
            documents = ingest.read_member(member)
        except IngestError as error:
            check_line(member.name, str(error))
            outcomes.append("error")
        else:
            outcomes.extend("text" for document in documents if document.text)
    return outcomes


def check_line(name: str, line: str) -> None:
    """One Chinese sentence after the name of the file, and nothing a console could trip over."""
    assert line.startswith(f"{name}：")
    assert line.endswith("。")
    assert "\n" not in line
    assert ".." not in name
    line.encode()
