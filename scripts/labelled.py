"""A folder of labelled reports, read once and judged as often as wanted."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path
from unittest.mock import patch

from scorer import ingest, masthead, mentions, reading
from scorer import rubric as rubrics
from scorer.agreement import GoldReport, load_gold
from scorer.document import Document
from scorer.evidence.lexicon import Hits, Lexicon
from scorer.evidence.topics import TopicModel
from scorer.masthead import Masthead
from scorer.mentions.model import Mentions
from scorer.rubric.model import Rubric
from scorer.scorecard import Scorecard
from scorer.scoring.admission import refusing_type
from scorer.scoring.judge import judge

ROOT = Path(__file__).resolve().parents[1]
CORPUS = ROOT / "corpus"


@dataclass(frozen=True, slots=True, kw_only=True)
class Parsed:
    """A document with all that is found in it before it is judged."""

    document: Document
    masthead: Masthead
    mentions: Mentions


@dataclass(frozen=True, slots=True, kw_only=True)
class Labelled:
    """The labels of a folder and the documents of its files."""

    name: str
    reports: tuple[GoldReport, ...]
    parsed: tuple[Parsed, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RememberedLexicon(Lexicon):
    """A lexicon that looks through the same text only once."""

    seen: dict[str, Hits] = field(default_factory=dict, repr=False)

    def scan(self, text: str) -> Hits:
        """Find every phrase in `text`."""
        if text not in self.seen:
            self.seen[text] = Lexicon.scan(self, text)
        return self.seen[text]


@dataclass(frozen=True, slots=True, kw_only=True)
class RememberedModel(TopicModel):
    """A model that scores the same text only once."""

    seen: dict[str, dict[str, int]] = field(default_factory=dict, repr=False)

    def score(self, text: str) -> dict[str, int]:
        """How much the text is about each criterion."""
        if text not in self.seen:
            self.seen[text] = dict(TopicModel.score(self, text))
        return self.seen[text]


def remember_results(function: Callable[..., object]) -> Callable[..., object]:
    """The function, called once for each first argument; that one is kept, so its id is its own."""
    kept: dict[int, tuple[object, object]] = {}

    def remembered(first: object, *others: object) -> object:
        if id(first) not in kept:
            kept[id(first)] = (first, function(first, *others))
        return kept[id(first)][1]

    return remembered


@contextmanager
def parsing_once() -> Iterator[None]:
    """Texts that are judged again meanwhile, blind sentences too, are not parsed again."""
    with ExitStack() as stack:
        stack.enter_context(patch.object(ingest, "read", cache(ingest.read)))
        for room in (masthead, mentions):
            stack.enter_context(patch.object(room, "read", remember_results(room.read)))
        yield


def load_rubric() -> Rubric:
    """The shipped rubric, made for judging the same texts many times.

    Checks that cost nothing are left out.
    """
    rubric = rubrics.load(ROOT / "rubrics" / "township.yaml")
    return replace(
        rubric,
        checks=tuple(deduction for deduction in rubric.checks if deduction.each),
        lexicon=RememberedLexicon(finder=rubric.lexicon.finder, users=rubric.lexicon.users),
        topics=remember(rubric.topics),
    )


def remember(model: TopicModel | None) -> TopicModel | None:
    """The same model with a memory."""
    if model is None:
        return None
    return RememberedModel(criteria=model.criteria, bias=model.bias, weights=model.weights)


def read_labelled(folder: Path) -> Labelled:
    """Read the labels and parse each text once, even where it holds several labelled reports."""
    reports = load_gold(folder)
    files = {report.file: report.path for report in reports}
    return Labelled(
        name=f"{folder.parent.name}/{folder.name}",
        reports=reports,
        parsed=tuple(
            Parsed(
                document=document,
                masthead=masthead.read(document),
                mentions=mentions.read(document.plain),
            )
            for file, path in files.items()
            for document in ingest.read_path(path, file)
        ),
    )


def judge_all(rubric: Rubric, parsed: Sequence[Parsed]) -> tuple[Scorecard, ...]:
    """The scorecards of all documents that the rubric does not refuse, as `scorer evaluate`."""
    return tuple(
        judge(rubric, reading.read(each.document, each.masthead, each.mentions, rubric.part_cues))
        for each in parsed
        if refusing_type(rubric, each.document, each.masthead) is None
    )
