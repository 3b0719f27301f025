"""Sequences behave as tuples do, whatever they keep in memory."""

from __future__ import annotations

import signal
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

import scorer.sequences
from scorer.sequences import Mapped, Spooled, SpoolError

BYTES = st.lists(st.binary(max_size=8))
CUTS = st.slices(6)


def spool(values: list[bytes]) -> Spooled:
    spooled = Spooled()
    for value in values:
        spooled.append(value)
    return spooled


@given(BYTES, CUTS)
def test_what_is_spooled_comes_back_in_order(values: list[bytes], cut: slice) -> None:
    spooled = spool(values)
    assert (len(spooled), tuple(spooled)) == (len(values), tuple(values))
    assert tuple(spooled[cut]) == tuple(values[cut])
    assert [spooled[-at] for at in range(1, len(values) + 1)] == values[::-1]


def test_readers_and_a_writer_do_not_disturb_each_other() -> None:
    spooled = spool([b"one", b"", b"three"])
    seen = []
    for one, other in zip(spooled, reversed(spooled[:3]), strict=False):
        seen.append((one, other))
        if len(spooled) < 5:
            spooled.append(b"more")
    assert seen == [(b"one", b"three"), (b"", b""), (b"three", b"one")]
    assert tuple(spooled) == (b"one", b"", b"three", b"more", b"more")


def test_what_does_not_fit_in_memory_is_on_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(scorer.sequences, "_IN_MEMORY", 100)
    values = [bytes([at]) * 30 for at in range(20)]
    assert tuple(spool(values)) == tuple(values)


@pytest.mark.skipif(sys.platform == "win32", reason="limits of a process")
def test_a_full_disk_is_told_in_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    import resource  # noqa: PLC0415 - not on Windows

    monkeypatch.setattr(scorer.sequences, "_IN_MEMORY", 10)
    spooled = spool([b"123456"])
    kept = resource.getrlimit(resource.RLIMIT_FSIZE)
    before = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (64, kept[1]))
    try:
        with pytest.raises(SpoolError, match=r"临时目录 .* 写不下"):
            spooled.append(b"1" * 100_000)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, kept)
        signal.signal(signal.SIGXFSZ, before)


@given(st.lists(st.integers()), CUTS)
def test_what_is_mapped_is_made_when_it_is_asked_for(values: list[int], cut: slice) -> None:
    made: list[int] = []

    def make(value: int) -> str:
        made.append(value)
        return str(value)

    mapped = Mapped(make, values)
    assert (len(mapped), made) == (len(values), [])
    assert list(mapped[cut]) == [str(value) for value in values[cut]]
    assert made == values[cut]
    assert list(mapped) == [str(value) for value in values]


@pytest.mark.parametrize("empty", [Spooled(), Mapped(str, ())])
def test_nothing_lies_outside(empty: Spooled | Mapped[int, str]) -> None:
    assert not empty
    with pytest.raises(IndexError):
        empty[0]
