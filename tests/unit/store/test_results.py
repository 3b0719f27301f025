"""What a store keeps of a run that breaks off."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from scorer.parcels import Order, Parcel, pack
from scorer.pipeline import ScoredFile
from scorer.store import STORE, ResultStore
from scorer.store.results import Entry
from tests.unit.conftest import MakeScorecard

ABSENT: Any = None


@pytest.fixture
def parcel(make_scorecard: MakeScorecard) -> Parcel:
    return pack(make_scorecard(), Order(records=True))


def enter(place: int) -> Entry:
    return Entry(place=place, file=f"{place}.zip", sha256="0", key=f"key{place}")


def fill(path: Path, *files: tuple[Parcel, ...]) -> None:
    with ResultStore(path) as store:
        for place, parcels in enumerate(files):
            store.put(enter(place), ScoredFile(parcels=parcels))


def test_a_file_that_breaks_off_half_way_is_not_kept_and_those_before_are(
    tmp_path: Path, parcel: Parcel
) -> None:
    broken = replace(parcel, packed=ABSENT)
    with pytest.raises(sqlite3.IntegrityError):
        fill(tmp_path / STORE, (parcel, parcel), (parcel, parcel, broken))
    with ResultStore(tmp_path / STORE, resume=True) as store:
        whole, half = store.find_kept("key0"), store.find_kept("key1")
        reports = store.connection.execute("SELECT place, number FROM reports").fetchall()
    assert whole is not None
    assert len(whole.packed) == 2
    assert half is None
    assert reports == [(0, 0), (0, 1)]
