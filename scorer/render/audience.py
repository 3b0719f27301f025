"""Two prints from one run: all of it for the reviewer, the town's own share for the town."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass, replace
from enum import Enum, StrEnum
from typing import TypeVar

from scorer.cache import regex
from scorer.finding import Strength
from scorer.scorecard import Batch, Scorecard
from scorer.sequences import Mapped
from scorer.zh.people import find_people

T = TypeVar("T")
Mask = Callable[[str], str]


class Audience(StrEnum):
    """Who reads a print; the values are what a user types."""

    REVIEWER = "reviewer"
    TOWN = "town"


_DIGIT = "[0-9０-９]"
_SEPARATOR = "[-－—– ]?"
#: Personal numbers by group; what stands in `keep` and `tail` may be shown.
_NUMBERS = regex(
    rf"""(?<![0-9０-９A-Za-z.])(?:
    (?P<id>{_DIGIT}{{6}})(?:19|20|１９|２０){_DIGIT}{{9}}[0-9０-９XxＸ]
    |(?P<mobile>[1１][3-9３-９]{_DIGIT}){_SEPARATOR}{_DIGIT}{{4}}{_SEPARATOR}{_DIGIT}{{4}}
    |(?P<line>[0０]{_DIGIT}{{2,3}}[-－—– )）]){_DIGIT}{{7,8}}
    |(?<=电话[：:])(?P<bare>){_DIGIT}{{7,8}}
    )(?![0-9０-９A-Za-z元万]|\.[0-9])""",
    re.VERBOSE,
)
_MARK = "*"
#: 郭某某 for 郭长海: as official papers write a name they do not give.
_UNNAMED = "某"


def address(batch: Batch, audience: Audience) -> Batch:
    """The batch as this reader gets it, each scorecard when it is asked for.

    Who has sent nothing is no town's business.
    """
    if audience is Audience.REVIEWER:
        return batch
    cards = Mapped(_for_town, batch.scorecards)
    withheld = batch.register_withheld or batch.not_submitted is not None
    return replace(
        batch, scorecards=cards, not_submitted=None, roll_call=None, register_withheld=withheld
    )


def _for_town(scorecard: Scorecard) -> Scorecard:
    """Without what guides the reviewer, and without personal data; places stay what they were."""
    report = replace(scorecard.report, conflicts=(), doubts=())
    parts = tuple(
        replace(
            part,
            criteria=tuple(replace(c, spoken_by=(), nearest=None) for c in part.criteria),
        )
        for part in scorecard.parts
    )
    findings = tuple(f for f in scorecard.findings if f.strength is not Strength.HINT)
    kept = replace(scorecard, report=report, parts=parts, findings=findings)
    mask = make_mask(find_people(_strings(kept)))
    return _map_text(kept, mask)


def make_mask(names: frozenset[str]) -> Mask:
    """Hides these names and personal numbers; the length of the text does not change."""
    longest_first = sorted(names, key=lambda name: (-len(name), name))
    # Not kept as the program's own are: names of people stay where they stood.
    known = re.compile("|".join(map(re.escape, longest_first))) if names else None

    def mask(text: str) -> str:
        named = known.sub(lambda found: _hide_name(found[0]), text) if known else text
        return _NUMBERS.sub(_hide_number, named)

    return mask


def _hide_name(name: str) -> str:
    """The first character stays, and what is no Chinese character (a space, a dot)."""
    return name[0] + re.sub("[一-龥]", _UNNAMED, name[1:])


def _hide_number(found: re.Match[str]) -> str:
    shown = next(group for group in found.groups() if group is not None)
    return shown + _MARK * (len(found[0]) - len(shown))


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str) and not isinstance(value, Enum):
        yield value
    elif isinstance(value, tuple):
        for each in value:
            yield from _strings(each)
    elif is_dataclass(value):
        for field in fields(value):
            yield from _strings(getattr(value, field.name))


def _map_text(value: T, mask: Mask) -> T:
    """The same value with every text in it masked."""
    return _masked(value, mask)  # type: ignore[return-value]  # the same type, field by field


def _masked(value: object, mask: Mask) -> object:
    if isinstance(value, str):
        return value if isinstance(value, Enum) else mask(value)
    if isinstance(value, tuple):
        return tuple(_masked(each, mask) for each in value)
    if is_dataclass(value) and not isinstance(value, type):
        changes = {f.name: _masked(getattr(value, f.name), mask) for f in fields(value)}
        return replace(value, **changes)
    return value
