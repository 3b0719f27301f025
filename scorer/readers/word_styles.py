"""Styles of a Word document: what text has from its style and those that one is based on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from lxml import etree

from scorer.readers.word_xml import find, find_ids, get, get_number, is_on

#: A chain of styles this long is a circle.
_LONGEST_CHAIN = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class ListPlace:
    """The list and level that a style or paragraph names; either may be left to others to say."""

    list_id: int | None = None
    level: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """One style; `hidden` is None where it leaves the question to the style it is based on."""

    id: str
    base: str | None
    place: ListPlace
    hidden: bool | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Styles:
    """All styles by id, and the one of paragraphs that name none."""

    by_id: Mapping[str, Style] = field(default_factory=dict)
    default: str | None = None

    def chain(self, style_id: str | None) -> Iterator[Style]:
        """The style and those it is based on, nearest first."""
        for _ in range(_LONGEST_CHAIN):
            style = self.by_id.get(style_id) if style_id is not None else None
            if style is None:
                return
            yield style
            style_id = style.base

    def find_hidden(self, style_id: str | None) -> bool | None:
        """Whether text in this style is hidden; None where no style of the chain says so."""
        told = (style.hidden for style in self.chain(style_id) if style.hidden is not None)
        return next(told, None)


def read_styles(root: etree._Element | None) -> Styles:
    """The styles of the part; none where the document has no such part."""
    by_id: dict[str, Style] = {}
    default = None
    for style_id, element in find_ids(root, "style", "styleId"):
        by_id[style_id] = _read_style(style_id, element)
        if get(element, "type") == "paragraph" and get(element, "default") in {"1", "true", "on"}:
            default = style_id
    return Styles(by_id=by_id, default=default)


def read_place(properties: etree._Element | None) -> ListPlace:
    """What the properties of a paragraph or of a style say of its list."""
    place = find(properties, "numPr")
    return ListPlace(
        list_id=get_number(find(place, "numId")), level=get_number(find(place, "ilvl"))
    )


def read_hidden(properties: etree._Element | None) -> bool | None:
    """What the properties of a run say of its being hidden; None where they say nothing."""
    switch = find(properties, "vanish")
    return is_on(switch) if switch is not None else None


def _read_style(style_id: str, element: etree._Element) -> Style:
    return Style(
        id=style_id,
        base=get(find(element, "basedOn")),
        place=read_place(find(element, "pPr")),
        hidden=read_hidden(find(element, "rPr")),
    )
