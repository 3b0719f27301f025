"""Which engine made a scorecard."""

from __future__ import annotations

import scorer


def engine_version() -> str:
    """The version of this package."""
    return scorer.__version__
