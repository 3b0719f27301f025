"""A rubric file and the files it names -> a Rubric, or every one of its errors with its place."""

from __future__ import annotations

import pathlib
from dataclasses import replace

from scorer.evidence.topics import TopicModel
from scorer.rubric.build import build_rubric
from scorer.rubric.files import hash_files, read_files
from scorer.rubric.links import find_link_problems
from scorer.rubric.model import Rubric
from scorer.rubric.node import Node, root_of
from scorer.rubric.problem import Problem, refuse
from scorer.rubric.references import find_table_problems, tables_of
from scorer.rubric.rules import find_rule_problems
from scorer.rubric.schema import find_shape_problems, frame_schema
from scorer.rubric.source import read_plain, read_source
from scorer.rubric.topics import read_topics
from scorer.rubric.words import read_words

#: The format of rubric files that this engine knows.
FORMAT = "rubric/1"


def load_anew(path: pathlib.Path, name: str) -> Rubric:
    """Load a rubric from its files.

    Raises:
        RubricError: all errors of the rubric and its word files, one line each.
    """
    source = read_source(path, name)
    if source.broken:
        refuse(source.problems, source.name)
    root = root_of(source)
    _refuse_other_format(root)
    words = read_words(root["words"], path.parent)
    models, absent = read_files(root["topics"], path.parent, read_plain)
    named = root["references"]
    references, lost = read_files(named, path.parent, read_plain)
    topics = read_topics(root["topics"], models)
    problems = [
        *source.problems,
        *words.problems,
        *absent,
        *lost,
        *([topics] if isinstance(topics, Problem) else []),
        *find_table_problems(named, references),
        *find_shape_problems(root, frame_schema()),
        *find_rule_problems(root),
        *find_link_problems(root, words),
    ]
    refuse(problems, source.name)
    sha256 = hash_files(root, (*words.sources, *models, *references))
    rubric = build_rubric(root, words, sha256)
    tables = tables_of(named, references)
    checks = tuple(replace(d, check=d.check.with_tables(tables)) for d in rubric.checks)
    model = topics if isinstance(topics, TopicModel) else None
    files = (*root["words"].texts, *root["topics"].texts, *root["references"].texts)
    return replace(rubric, checks=checks, topics=model, files=files)


def _refuse_other_format(root: Node) -> None:
    """Of a rubric that a later engine understands nothing else can be said."""
    declared = root["schema"].text
    if declared.startswith("rubric/") and declared != FORMAT:
        words = f"本程序只认识 {FORMAT}，不认识“{declared}”；请升级程序或改用 {FORMAT} 的评分标准"
        refuse([root["schema"].problem(words)], root.source.name)
