"""A rubric that was loaded before is fetched, and only where nothing has changed."""

from __future__ import annotations

import json
import pickle
import shutil
import zlib
from io import BytesIO
from pathlib import Path

import pytest

from scorer.cache import VARIABLE
from scorer.errors import RubricError
from scorer.pipeline import load_rubric
from scorer.rubric import anew, load
from scorer.rubric.anew import load_anew
from scorer.rubric.kept import _Unpacker, fetch_rubric
from scorer.rubric.model import Rubric

VALID = Path(__file__).parents[2] / "cases" / "rubric" / "valid"
TEXT = "柳湾镇2023年法治政府建设年度报告\n一、工作成效\n全年开展法治审核12件，组织学法4次。\n"


@pytest.fixture
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder to keep rubrics in."""
    monkeypatch.setenv(VARIABLE, str(tmp_path / "kept"))
    return tmp_path / "kept"


@pytest.fixture
def rubric(tmp_path: Path) -> Path:
    shutil.copytree(VALID, tmp_path / "valid")
    return tmp_path / "valid" / "small.yaml"


def is_kept(rubric: Path) -> bool:
    return fetch_rubric(rubric, str(rubric)) is not None


@pytest.mark.usefixtures("kept")
def test_what_is_fetched_is_what_was_loaded(rubric: Path) -> None:
    assert not is_kept(rubric)
    first = load(rubric)
    again = fetch_rubric(rubric, str(rubric))
    assert again is not None
    assert again is not first
    assert again.stamp == first.stamp
    assert again.criteria == first.criteria
    assert again.lexicon.scan(TEXT) == first.lexicon.scan(TEXT)


@pytest.mark.usefixtures("kept")
def test_the_shipped_rubric_hears_and_checks_as_before() -> None:
    first, again = load_rubric(), load_rubric()
    assert first.topics is not None
    assert again.topics is not None
    assert again.topics.score(TEXT) == first.topics.score(TEXT)
    assert [d.check.id for d in again.checks] == [d.check.id for d in first.checks]


@pytest.mark.usefixtures("kept")
@pytest.mark.parametrize("name", ["small.yaml", "words/heads.yaml"])
def test_a_changed_file_is_read_anew(rubric: Path, name: str) -> None:
    load(rubric)
    assert is_kept(rubric)
    changed = rubric.parent / name
    changed.write_text(changed.read_text("utf-8") + "\n# 改\n", "utf-8")
    assert not is_kept(rubric)


@pytest.mark.usefixtures("kept")
def test_a_named_file_that_is_gone_is_told(rubric: Path) -> None:
    load(rubric)
    (rubric.parent / "words" / "heads.yaml").unlink()
    with pytest.raises(RubricError, match="heads"):
        load(rubric)


@pytest.mark.usefixtures("kept")
def test_the_name_in_errors_is_part_of_what_is_kept(rubric: Path) -> None:
    load(rubric, "甲.yaml")
    assert fetch_rubric(rubric, "乙.yaml") is None


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{}\n",
        b"[1]\n",
        b'{"files": []}\n',
        b"\xff\n\xff",
    ],
)
def test_a_damaged_file_is_as_none(kept: Path, rubric: Path, content: bytes) -> None:
    load(rubric)
    (place,) = kept.iterdir()
    place.write_bytes(content)
    assert not is_kept(rubric)
    assert load(rubric).stamp.id
    assert is_kept(rubric)


def test_a_changed_byte_anywhere_is_seen(kept: Path, rubric: Path) -> None:
    load(rubric)
    (place,) = kept.iterdir()
    content = place.read_bytes()
    for at in range(0, len(content), len(content) // 50):
        place.write_bytes(content[:at] + bytes([content[at] ^ 4]) + content[at + 1 :])
        assert not is_kept(rubric), at


@pytest.mark.usefixtures("kept")
@pytest.mark.parametrize("name", ["small.yaml", "words/heads.yaml"])
def test_what_is_changed_while_it_is_read_is_not_kept(
    rubric: Path, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    changed = rubric.parent / name

    def read_and_change(path: Path, called: str) -> Rubric:
        found = load_anew(path, called)
        changed.write_text(changed.read_text("utf-8") + "\n# 改\n", "utf-8")
        return found

    monkeypatch.setattr(anew, "load_anew", read_and_change)
    load(rubric)
    assert not is_kept(rubric)


class _Evil:
    """Would run a command when it is unpacked."""

    def __reduce__(self) -> tuple[object, ...]:
        return Path.touch, (Path("evil"),)


def test_a_file_that_holds_anything_else_is_not_unpacked(
    kept: Path, rubric: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    load(rubric)
    (place,) = kept.iterdir()
    head = json.loads(place.read_bytes().partition(b"\n")[0])
    for value in (_Evil(), "no rubric", [1]):
        content = pickle.dumps(value)
        forged = {**head, "crc32": zlib.crc32(content)}
        place.write_bytes(json.dumps(forged).encode() + b"\n" + content)
        assert not is_kept(rubric)
    assert not Path("evil").exists()


@pytest.mark.parametrize(
    "content",
    [
        b"cscorer.rubric.kept\nos\n.",
        b"\x80\x04\x8c\x12scorer.rubric.kept\x8c\x08os.mkdir\x93\x8c\x04evil\x85R.",
        b"cscorer.batch.folder\nmake_folder\n(Vevil\ntR.",
    ],
    ids=["imported", "through a module", "of another room"],
)
def test_no_name_leads_out_of_the_rooms_a_rubric_is_made_of(content: bytes) -> None:
    with pytest.raises(pickle.UnpicklingError, match=r"os|make_folder"):
        _Unpacker(BytesIO(content)).load()


def test_nothing_is_kept_where_the_user_wants_none(
    rubric: Path, monkeypatch: pytest.MonkeyPatch, kept: Path
) -> None:
    monkeypatch.setenv(VARIABLE, "")
    assert load(rubric).stamp == load(rubric).stamp
    assert not kept.exists()


def test_a_place_that_cannot_be_written_is_no_error(
    rubric: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setenv(VARIABLE, str(tmp_path / "file" / "kept"))
    assert load(rubric).stamp.id
    assert not is_kept(rubric)


def test_only_the_latest_are_kept(kept: Path, rubric: Path) -> None:
    for number in range(12):
        load(rubric, f"{number}.yaml")
    assert len(list(kept.iterdir())) == 8
    assert fetch_rubric(rubric, "11.yaml") is not None
