"""The word files of a rubric: read, checked, and merged into vocabularies."""

from __future__ import annotations

import pathlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from scorer.evidence.lexicon import Lexicon, Vocabulary, build_lexicon
from scorer.rubric.files import read_files
from scorer.rubric.node import Node, root_of
from scorer.rubric.phrases import compile_phrase
from scorer.rubric.problem import Problem, cite
from scorer.rubric.schema import find_shape_problems, frame_schema
from scorer.rubric.source import Source, read_source
from scorer.zh.phrase import Phrase


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A phrase of a word file: whose it is, of what weight, and where it stands."""

    owner: str
    weight: str
    node: Node
    phrase: Phrase = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """The word files in the order the rubric names them, and what is wrong with them."""

    sources: tuple[Source, ...] = ()
    #: The key of every vocabulary, once for each file it stands in.
    owners: tuple[tuple[str, Node], ...] = ()
    entries: tuple[Entry, ...] = ()
    problems: tuple[Problem, ...] = ()

    @property
    def names(self) -> frozenset[str]:
        """The criteria and lists that have words."""
        return frozenset(owner for owner, _ in self.owners)

    @property
    def vocabularies(self) -> Mapping[str, Vocabulary]:
        """The words of each criterion or named list, of all files together."""
        phrases: dict[tuple[str, str], list[Phrase]] = {}
        for entry in self.entries:
            phrases.setdefault((entry.owner, entry.weight), []).append(entry.phrase)
        return {
            owner: Vocabulary(
                id=owner,
                strong=tuple(phrases.get((owner, "strong"), ())),
                weak=tuple(phrases.get((owner, "weak"), ())),
                concrete=tuple(phrases.get((owner, "concrete"), ())),
                traps=tuple(phrases.get((owner, "traps"), ())),
            )
            for owner, _ in self.owners
        }


def read_words(names: Node, folder: pathlib.Path) -> Words:
    """Read the files that a rubric names; `folder` is where the rubric lies."""
    sources, problems = read_files(names, folder, read_source)
    return _merge(sources, list(problems))


def _merge(sources: Sequence[Source], problems: list[Problem]) -> Words:
    owners: list[tuple[str, Node]] = []
    entries: list[Entry] = []
    for source in sources:
        root = root_of(source)
        if not source.broken:
            problems.extend(find_shape_problems(root, frame_schema("words")))
        owners.extend(root.entries())
        found = tuple(_read_entries(root))
        entries.extend(entry for entry in found if isinstance(entry, Entry))
        problems.extend(problem for problem in found if isinstance(problem, Problem))
    words = Words(sources=tuple(sources), owners=tuple(owners), entries=tuple(entries))
    problems.extend(_find_repeats(entries))
    problems.extend(_find_broken_samples(words))
    return replace(words, problems=tuple(problems))


def _read_entries(root: Node) -> Iterator[Entry | Problem]:
    for owner, lists in root.entries():
        for weight, items in lists.entries():
            yield from _read_list(owner, weight, items)


def _read_list(owner: str, weight: str, items: Node) -> Iterator[Entry | Problem]:
    for item in items.items():
        phrase = item["phrase"] if isinstance(item.value, dict) else item
        compiled = compile_phrase(phrase) if phrase.text else None
        if isinstance(compiled, Phrase):
            yield Entry(owner=owner, weight=weight, node=item, phrase=compiled)
        elif compiled is not None:
            yield compiled


def _find_repeats(entries: Sequence[Entry]) -> Iterator[Problem]:
    first: dict[tuple[str, str], Entry] = {}
    for entry in entries:
        earlier = first.setdefault((entry.owner, entry.phrase.source), entry)
        if earlier is not entry:
            where = f"{earlier.node.source.name}:{earlier.node.line}"
            yield entry.node.problem(
                f"短语“{entry.phrase.source}”在“{entry.owner}”里已经写过（{where}）；请删去一处"
            )


def _find_broken_samples(words: Words) -> Iterator[Problem]:
    """Sentences beside a phrase that it must hit and does not, or must not and does."""
    tried = [entry for entry in words.entries if isinstance(entry.node.value, dict)]
    vocabularies = words.vocabularies if tried else {}
    for entry in tried:
        traps = vocabularies[entry.owner].traps if entry.weight != "traps" else ()
        alone = build_lexicon([Vocabulary(id="", strong=(entry.phrase,), traps=traps)])
        hit, near_miss = entry.node["hit"], entry.node["near_miss"]
        if hit.text and not _stands(alone, hit.text):
            yield _broken_sample(entry, hit, "没有命中")
        if near_miss.text and _stands(alone, near_miss.text):
            yield _broken_sample(entry, near_miss, "不应命中却命中了")


def _stands(lexicon: Lexicon, text: str) -> bool:
    return bool(lexicon.scan(text).of("", 0, len(text)))


def _broken_sample(entry: Entry, sentence: Node, says: str) -> Problem:
    return sentence.problem(
        f"短语“{entry.phrase.source}”{says}例句{cite(sentence.text)}；请改短语或者例句"
    )
