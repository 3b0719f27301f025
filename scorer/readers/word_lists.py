"""The lists that a Word document defines: levels of abstract lists, and what each list changes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from lxml import etree

from scorer.readers.word_styles import Styles, read_hidden
from scorer.readers.word_xml import CHOICE, W, choose, find, find_ids, get, get_number, is_on

LEVELS = 9


@dataclass(frozen=True, slots=True, kw_only=True)
class Level:
    """One level of a list; `text` is the template, %1 standing for the number of the first level.

    `restart_after` is the lowest level (from 1) after which it counts anew, 0 for never; None is
    the rule: after any level above it. `width` pads the number with zeros.
    """

    start: int = 0
    kind: str = "decimal"
    text: str = ""
    suffix: str = "tab"
    legal: bool = False
    restart_after: int | None = None
    style: str | None = None
    hidden: bool = False
    width: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberedList:
    """A list as paragraphs name it; lists of one `family` count on from each other.

    `starts` are the levels whose first paragraph in this list counts from there.
    """

    family: str
    levels: Mapping[int, Level]
    starts: Mapping[int, int] = field(default_factory=dict)

    def find_level(self, style_id: str) -> int | None:
        """The level that belongs to a paragraph style."""
        return next((at for at, level in self.levels.items() if level.style == style_id), None)


@dataclass(slots=True, kw_only=True)
class Lists:
    """The lists of a document, each read when a paragraph first names it.

    `owners` are the abstract lists that list styles belong to, by style.
    """

    styles: Styles
    families: Mapping[str, etree._Element]
    lists: Mapping[str, etree._Element]
    owners: Mapping[str, str]
    _read: dict[int, NumberedList | None] = field(default_factory=dict)
    _levels: dict[str, Mapping[int, Level]] = field(default_factory=dict)

    def find(self, list_id: int | None) -> NumberedList | None:
        """The list of that number; None where there is none."""
        if list_id is None:
            return None
        if list_id not in self._read:
            self._read[list_id] = self._find(self.lists.get(str(list_id)))
        return self._read[list_id]

    def _find(self, element: etree._Element | None) -> NumberedList | None:
        family = self._follow(get(find(element, "abstractNumId")))
        if element is None or family is None:
            return None
        if family not in self._levels:
            self._levels[family] = _read_levels(self.families[family])
        return _read_list(element, family, self._levels[family])

    def _follow(self, family: str | None) -> str | None:
        """The abstract list that has the levels: one may point by a list style to another."""
        for _ in range(LEVELS):
            definition = self.families.get(family) if family is not None else None
            link = get(find(definition, "numStyleLink"))
            if definition is None or link is None:
                return family if definition is not None else None
            told = (style.place.list_id for style in self.styles.chain(link))
            named = next((list_id for list_id in told if list_id is not None), None)
            by_list = get(find(self.lists.get(str(named)), "abstractNumId"))
            family = self.owners.get(link, by_list)
        return None


def read_lists(root: etree._Element | None, styles: Styles) -> Lists:
    """The lists of the part; none where the document has no such part."""
    families = dict(find_ids(root, "abstractNum", "abstractNumId"))
    links = (
        (get(find(definition, "styleLink")), family) for family, definition in families.items()
    )
    return Lists(
        styles=styles,
        families=families,
        lists=dict(find_ids(root, "num", "numId")),
        owners={link: family for link, family in links if link is not None},
    )


def _read_list(element: etree._Element, family: str, base: Mapping[int, Level]) -> NumberedList:
    levels = dict(base)
    starts: dict[int, int] = {}
    for override in element.iterchildren(f"{W}lvlOverride"):
        at = get_number(override, "ilvl")
        if at is None:
            continue
        levels.update(_read_levels(override))
        start = get_number(find(override, "startOverride"))
        if start is not None:
            starts[at] = start
            levels[at] = replace(levels.get(at, Level()), start=start)
    return NumberedList(family=family, levels=levels, starts=starts)


def _read_levels(parent: etree._Element) -> dict[int, Level]:
    levels: dict[int, Level] = {}
    for element in parent.iterchildren(f"{W}lvl"):
        at = get_number(element, "ilvl")
        if at is not None and 0 <= at < LEVELS:
            levels[at] = _read_level(element)
    return levels


def _read_level(element: etree._Element) -> Level:
    kind, width = _read_kind(element)
    return Level(
        start=get_number(find(element, "start")) or 0,
        kind=kind,
        width=width,
        text="" if find(element, "lvlPicBulletId") is not None else _read_text(element),
        suffix=get(find(element, "suff")) or "tab",
        legal=is_on(find(element, "isLgl")),
        restart_after=get_number(find(element, "lvlRestart")),
        style=get(find(element, "pStyle")),
        hidden=bool(read_hidden(find(element, "rPr"))),
    )


def _read_text(element: etree._Element) -> str:
    return get(find(element, "lvlText")) or ""


def _read_kind(element: etree._Element) -> tuple[str, int]:
    """The format, and the digits of 001, which newer programs write as an alternative."""
    for alternate in element.iterchildren("{*}AlternateContent"):
        custom = find(alternate.find(CHOICE), "numFmt")
        sample = (get(custom, "format") or "").partition(",")[0].strip()
        if sample.isdecimal():
            return "decimal", len(sample)
        return get(find(choose(alternate), "numFmt")) or "decimal", 0
    return get(find(element, "numFmt")) or "decimal", 0
