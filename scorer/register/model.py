"""A register as it is held against reports."""

from __future__ import annotations

from dataclasses import dataclass

from scorer.register.names import Place, same_body


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """A body that owes a report; `name` is how the register writes it."""

    name: str
    place: Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Register:
    """The bodies in the order of the file, each once; `file` is its name without folders."""

    file: str
    bodies: tuple[Body, ...]

    def label(self, body: Body) -> str:
        """The name, behind that of its county where another body of the register is named so."""
        outer = "".join(body.place.outer)
        alike = [other for other in self.bodies if same_body(other.place.unit, body.place.unit)]
        return body.name if len(alike) == 1 or outer in body.name else f"{outer}{body.name}"
