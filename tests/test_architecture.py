"""The house rules: a room imports only rooms on lower floors."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "scorer"

#: Bottom floor first. Rooms on one floor do not know each other.
FLOORS = (
    {"cache"},
    {"errors", "resources", "zh", "document", "places"},
    {"readers", "sequences"},
    {"finding", "ingest", "mentions", "masthead"},
    {"reading"},
    {"scorecard", "evidence", "checks"},
    {"rubric", "render", "agreement", "register"},
    {"scoring", "parcels"},
    {"pipeline"},
    # `compare` puts whole reports and their scorecards beside each other: all of the pipeline.
    {"worker", "doctor", "compare"},
    {"store"},
    {"batch"},
    {"cli"},
)
FLOOR_OF = {room: floor for floor, rooms in enumerate(FLOORS) for room in rooms}
TOP = len(FLOORS)
FACES = {"__init__", "__main__"}


def room_of(path: Path) -> str:
    """Name the room of a file: its folder under the package, or its own stem."""
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imported_rooms(path: Path) -> Iterator[str]:
    """Yield the room of every project import in the file, typing-only ones too."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import"
            names = [f"{node.module}.{alias.name}" for alias in node.names]
        elif isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        else:
            continue
        yield from (name.split(".")[1] for name in names if name.startswith("scorer."))


ROOM_FILES = [p for p in sorted(PACKAGE.rglob("*.py")) if room_of(p) not in FACES]


@pytest.mark.parametrize("path", ROOM_FILES, ids=lambda p: str(p.relative_to(PACKAGE)))
def test_a_room_imports_only_lower_floors(path: Path) -> None:
    room = room_of(path)
    assert room in FLOOR_OF, f"{room} stands on no floor: add it to FLOORS"
    others = set(imported_rooms(path)) - {room}
    back_up = {other for other in others if FLOOR_OF.get(other, TOP) >= FLOOR_OF[room]}
    assert not back_up, f"{room} may not import {sorted(back_up)}"
