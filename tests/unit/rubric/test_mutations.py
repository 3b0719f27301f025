from __future__ import annotations

import re
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scorer.errors import RubricError
from scorer.rubric import describe, describe_criterion, load

CASES = Path(__file__).parents[2] / "cases" / "rubric" / "valid"
FILES = ("small.yaml", "words/work.yaml", "words/heads.yaml")
TEXTS = {name: (CASES / name).read_text("utf-8") for name in FILES}
LINE = re.compile(r"(small|words/\w+)\.yaml:[1-9]\d*:[1-9]\d*: \S.*")

#: What people and accidents put into YAML: other types, other names, broken marks.
SNIPPETS = (
    *(
        "",
        " ",
        "\n",
        "  ",
        "\t",
        ":",
        ": ",
        "- ",
        "[",
        "]",
        "{",
        "}",
        "[]",
        "{}",
        "'",
        '"',
        "|",
        "#",
    ),
    *("null", "no", "true", "-1", "0", "0.5", "1e9", "012", "9" * 20, "*x", "&x ", "!t ", "<<"),
    *("…", "(", ")", "||", "甲", "，", "\\", "\0", "\u2028", "\ufeff", "../x", "rubric/2", "id"),
    *("met", "plan", "form", "own", "any", "all", "fact", "phrases", "umbrella", "heads"),
    *("{fact: any}", "[{fact: any}]", "{any: []}", "{all: [{all: [{fact: any}]}]}"),
)
WORD = re.compile(r"[\w.]+")


@st.composite
def edits(draw: st.DrawFn, text: str) -> str:
    """The text with one to three edits: a snippet put in, words replaced, lines lost or doubled."""
    for _ in range(draw(st.integers(1, 3))):
        lines = text.split("\n")
        number = draw(st.integers(0, len(lines) - 1))
        snippet = draw(st.sampled_from(SNIPPETS))
        line = lines[number]
        words = [match.span() for match in WORD.finditer(line)] or [(0, 0)]
        start, end = draw(st.sampled_from(words))
        ways = (
            [line[:start] + snippet + line[end:]],
            [line[:end] + snippet + line[end:]],
            [line[:start] + snippet],
            [],
            [line, line],
            [line, snippet],
        )
        lines[number : number + 1] = draw(st.sampled_from(ways))
        text = "\n".join(lines)
    return text


@pytest.fixture(scope="module")
def folder() -> Iterator[Path]:
    with tempfile.TemporaryDirectory() as name:
        shutil.copytree(CASES, Path(name) / "valid")
        yield Path(name) / "valid"


def load_or_refuse(folder: Path) -> None:
    """Either a rubric that can be shown, or lines that each have a place."""
    try:
        rubric = load(folder / "small.yaml", "small.yaml")
    except RubricError as error:
        for line in str(error).splitlines():
            assert LINE.fullmatch(line), line
    else:
        describe(rubric)
        for criterion in rubric.criteria:
            describe_criterion(criterion)


@pytest.mark.parametrize("name", FILES)
def test_a_changed_file_loads_or_is_refused_with_places(folder: Path, name: str) -> None:
    @settings(max_examples=50, deadline=None, derandomize=True, database=None)
    @given(text=edits(TEXTS[name]))
    def check(text: str) -> None:
        (folder / name).write_text(text, "utf-8", newline="")
        load_or_refuse(folder)

    try:
        check()
    finally:
        (folder / name).write_text(TEXTS[name], "utf-8")


@settings(max_examples=100, deadline=None, derandomize=True, database=None)
@given(content=st.binary(max_size=60) | st.text(max_size=60).map(str.encode))
def test_any_bytes_are_refused_with_a_place(content: bytes) -> None:
    with tempfile.TemporaryDirectory() as name:
        path = Path(name) / "small.yaml"
        path.write_bytes(content)
        with pytest.raises(RubricError) as caught:
            load(path, "small.yaml")
        assert LINE.match(str(caught.value))
