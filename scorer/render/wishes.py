"""What a user may ask of the outputs besides their format."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from scorer.render.audience import Audience


@dataclass(frozen=True, slots=True, kw_only=True)
class Wishes:
    """`audience` is who reads the print.

    `templates` is a folder whose files stand in for shipped templates of the same name.
    `reply_by` is the last day for a town's answer, and `letterhead` the office that writes to it.
    """

    audience: Audience = Audience.REVIEWER
    templates: Path | None = None
    reply_by: date | None = None
    letterhead: str = ""


#: What a user gets who asks for nothing.
PLAIN = Wishes()
