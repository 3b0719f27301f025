"""Regexes that are kept are those that Python compiles."""

from __future__ import annotations

import re
import subprocess
import sys
import zlib
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scorer.cache import VARIABLE, keep_regexes, regex, regexes

PATTERNS = (
    "办结(?:行政)?处罚案件(?P<count>\\d+)件",
    "(?<![^，。；])(?P<actor>主要负责人|书记)[^，。；]{0,12}?(?:主持|听取)(?=会议|汇报)",
    "(?i)doc(x)?$",
    "[\u4e00-\u9fff]{2,8}(?:镇|乡|街道)\\b",
    "(a)(?P<b>b)?(?(b)c|d)",
    "",
)
FLAGS = (0, re.IGNORECASE, re.MULTILINE | re.DOTALL, re.VERBOSE)
#: What a process does that starts with an empty folder, or with what another one kept.
PROGRAM = """
import re, sys
from scorer.cache import keep_regexes, regex
compiled = []
encode = re._compiler._code
re._compiler._code = lambda *parsed: compiled.append(parsed) or encode(*parsed)
print([m.span() for m in regex(sys.argv[1]).finditer("审核意见3条，审核12条")])
keep_regexes()
print(len(compiled))
"""
#: Loads every module, opens every gate and reads the shipped rubric.
EVERYTHING = """
import gc, importlib, pkgutil
import scorer
from scorer.cache import keep_regexes
from scorer.pipeline import load_rubric, score_bytes
from scorer.zh.gated import Gated
for module in pkgutil.walk_packages(scorer.__path__, "scorer."):
    if not module.name.endswith("__main__"):
        importlib.import_module(module.name)
for gate in [each for each in gc.get_objects() if isinstance(each, Gated)]:
    gate.gate, gate.regex
score_bytes("a.txt", "柳湾镇2023年法治政府建设年度报告".encode(), load_rubric())
keep_regexes()
"""


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The folder of a process that starts now."""
    monkeypatch.setenv(VARIABLE, str(tmp_path / "cache"))
    _start_anew()
    yield tmp_path / "cache"
    _start_anew()


def _start_anew() -> None:
    regex.cache_clear()
    regexes._shelf.cache_clear()


def _file(place: Path) -> Path:
    (file,) = place.iterdir()
    return file


def same(one: re.Pattern[str], other: re.Pattern[str]) -> bool:
    """Whether two work alike: equality is by code, flags and words, and leaves the names out."""
    return one == other and one.groupindex == other.groupindex and one.groups == other.groups


@pytest.mark.parametrize("flags", FLAGS)
@pytest.mark.parametrize("pattern", PATTERNS)
def test_one_that_was_kept_is_as_python_compiles_it(
    place: Path, pattern: str, flags: re.RegexFlag
) -> None:
    first = regex(pattern, flags)
    keep_regexes()
    _start_anew()
    again = regex(pattern, flags)
    assert again is not first
    assert same(first, re.compile(pattern, flags))
    assert same(again, re.compile(pattern, flags))
    assert _file(place).stat().st_size


@settings(max_examples=200)
@given(
    st.lists(
        st.sampled_from(
            ["审核", "[^，。]", "(?:案|件)", "\\d", "(?P<n>三)?", "|", "*", "{2,3}", "("]
        ),
        max_size=6,
    ).map("".join)
)
def test_what_is_no_regex_is_told_as_python_tells_it(pattern: str) -> None:
    try:
        expected = re.compile(pattern)
    except re.error as error:
        with pytest.raises(re.error, match=re.escape(error.msg)):
            regex(pattern)
    else:
        assert same(regex(pattern), expected)


def test_every_regex_of_the_program_is_as_python_compiles_it(place: Path) -> None:
    """In a process of its own: only there every module is loaded anew."""
    subprocess.run([sys.executable, "-c", EVERYTHING], check=True)
    (file,) = place.glob("*.regexes")
    kept = regexes._read(file)
    assert len(kept) > 1000
    for (pattern, flags), code in kept.items():
        assert same(regexes._build(pattern, code), re.compile(pattern, flags)), pattern


@pytest.mark.usefixtures("place")
def test_the_second_process_compiles_nothing() -> None:
    command = [sys.executable, "-c", PROGRAM, "审核(?:意见)?\\d+条"]
    told = [
        subprocess.run(command, check=True, capture_output=True, text=True).stdout.splitlines()
        for _ in range(2)
    ]
    assert told == [["[(0, 6), (7, 12)]", "1"], ["[(0, 6), (7, 12)]", "0"]]


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"nothing",
        b"1\nrest",
        b"%d\n[[1]]\n" % zlib.crc32(b"[[1]]\n"),
        b"%d\n{}\n" % zlib.crc32(b"{}\n"),
        b"\xff\n\xff",
    ],
)
def test_a_damaged_file_is_as_none(place: Path, content: bytes) -> None:
    regex("法治")
    keep_regexes()
    _file(place).write_bytes(content)
    _start_anew()
    assert same(regex("法治"), re.compile("法治"))
    keep_regexes()
    assert regexes._read(_file(place))


def test_code_that_the_engine_refuses_is_compiled_anew(place: Path) -> None:
    regex("法治(?P<what>政府)")
    keep_regexes()
    file = _file(place)
    codes = regexes._read(file)
    for words in (b"", b"\xff" * 40, next(iter(codes.values())).words[:-8], b"odd"):
        for code in codes.values():
            object.__setattr__(code, "words", words)
        file.write_bytes(regexes._pack(codes))
        _start_anew()
        assert same(regex("法治(?P<what>政府)"), re.compile("法治(?P<what>政府)"))


def test_two_processes_keep_what_both_compiled(place: Path) -> None:
    regex("甲")
    first = regexes._shelf()
    _start_anew()
    regex("乙")
    keep_regexes()
    first.write()
    assert set(regexes._read(_file(place))) == {("甲", 0), ("乙", 0)}


def test_what_is_not_used_any_more_goes_when_there_is_too_much(
    place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(regexes, "_MOST", 2)
    for words in (("甲", "乙"), ("乙", "丙")):
        _start_anew()
        for word in words:
            regex(word)
        keep_regexes()
    assert set(regexes._read(_file(place))) == {("乙", 0), ("丙", 0)}


def test_nothing_is_kept_where_the_user_wants_none(
    place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(VARIABLE, "")
    _start_anew()
    assert same(regex("法治"), re.compile("法治"))
    keep_regexes()
    assert not place.exists()


def test_a_place_that_cannot_be_written_is_no_error(
    place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place.write_text("")
    monkeypatch.setenv(VARIABLE, str(place / "cache"))
    _start_anew()
    assert same(regex("法治"), re.compile("法治"))
    keep_regexes()


@pytest.mark.usefixtures("place")
def test_another_make_of_python_compiles_by_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(name: str) -> object:
        raise ImportError(name)

    monkeypatch.setattr(regexes, "import_module", refuse)
    assert same(regex("[法治]{2}x?"), re.compile("[法治]{2}x?"))
    keep_regexes()


@pytest.mark.usefixtures("place")
def test_no_name_from_a_report_is_kept(place: Path, tmp_path: Path) -> None:
    report = tmp_path / "柳湾镇.txt"
    report.write_text(
        "柳湾镇2023年法治政府建设年度报告\n一、主要举措\n镇党委书记郭长海主持会议3次，镇长郭长海讲法1次。\n",
        encoding="utf-8",
    )
    words = ("-m", "scorer", "score", str(report), "--for", "town", "-f", "json", "-f", "terminal")
    told = subprocess.run([sys.executable, *words], capture_output=True, check=True, text=True)
    assert "郭某某" in told.stderr + told.stdout
    (file,) = place.glob("*.regexes")
    assert [pattern for pattern, _ in regexes._read(file) if "长海" in pattern] == []
