"""One unit of the administrative table, with the units that it lies in."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """A province, city, county or town; `code` has 6 digits, a town's 9.

    None where the table has no such level: 重庆市 has no city, 中山市 has no county.
    """

    code: str
    province: str
    city: str | None = None
    county: str | None = None
    town: str | None = None

    @property
    def path(self) -> tuple[str | None, str | None, str | None, str | None]:
        """Province, city, county, town."""
        return (self.province, self.city, self.county, self.town)

    @property
    def name(self) -> str:
        """The unit's own name."""
        return self.town or self.county or self.city or self.province
