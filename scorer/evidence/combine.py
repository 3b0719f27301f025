"""Evidence made of other evidence."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from scorer.evidence.base import Evidence, Kind, Look, Match, ParseNode


@dataclass(frozen=True, slots=True, kw_only=True)
class AllOf:
    """Holds when every member holds; what is missing adds up."""

    members: tuple[Evidence, ...]

    def find(self, look: Look) -> Match:
        """The words of all members, and what any of them misses."""
        matches = [member.find(look) for member in self.members]
        return Match(
            found=tuple(dict.fromkeys(span for match in matches for span in match.found)),
            missing=tuple(dict.fromkeys(name for match in matches for name in match.missing)),
            spoken=tuple(dict.fromkeys(said for match in matches for said in match.spoken)),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class AnyOf:
    """Holds when one member holds: the first that does answers."""

    members: tuple[Evidence, ...]

    def find(self, look: Look) -> Match:
        """The first match that holds, else what the first member misses."""
        matches = [member.find(look) for member in self.members]
        return next((match for match in matches if match.held), matches[0])


def _members(node: Mapping[str, object], key: str, parse: ParseNode) -> tuple[Evidence, ...]:
    members = node[key]
    assert isinstance(members, list)
    return tuple(parse(member) for member in members)


def _schema(key: str) -> Mapping[str, object]:
    return {
        "type": "object",
        "properties": {key: {"type": "array", "minItems": 1, "items": {"type": "object"}}},
        "required": [key],
        "additionalProperties": False,
    }


ALL = Kind(
    name="all",
    about="各项证据都要有",
    schema=_schema("all"),
    parse=lambda node, parse: AllOf(members=_members(node, "all", parse)),
)
ANY = Kind(
    name="any",
    about="有其中一项证据即可",
    schema=_schema("any"),
    parse=lambda node, parse: AnyOf(members=_members(node, "any", parse)),
)
