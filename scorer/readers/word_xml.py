"""WordprocessingML by its names: elements, attributes, switches, small numbers."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

_MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
W = f"{{{_MAIN}}}"
_MATH = "http://schemas.openxmlformats.org/officeDocument/2006/math"
MATH = f"{{{_MATH}}}"
#: The namespaces of "Strict Open XML", and the common ones that mean the same.
STRICT = {
    b"http://purl.oclc.org/ooxml/wordprocessingml/main": _MAIN.encode(),
    b"http://purl.oclc.org/ooxml/officeDocument/math": _MATH.encode(),
}
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
ALTERNATE, CHOICE, FALLBACK = f"{_MC}AlternateContent", f"{_MC}Choice", f"{_MC}Fallback"
_OFF = frozenset(("0", "false", "off", "none"))
#: What a counter or a level may be; files that say otherwise are broken.
_LARGEST = 1_000_000


def find(element: etree._Element | None, *names: str) -> etree._Element | None:
    """The first child of that name, its first child of the next name, and so on."""
    for name in names:
        element = element.find(W + name) if element is not None else None
    return element


def get(element: etree._Element | None, name: str = "val") -> str | None:
    """The attribute of that name."""
    return element.get(W + name) if element is not None else None


def get_number(element: etree._Element | None, name: str = "val") -> int | None:
    """The attribute as a whole number; None where it is none, or absurdly large."""
    try:
        number = int(get(element, name) or "")
    except ValueError:
        return None
    return number if abs(number) <= _LARGEST else None


def is_on(element: etree._Element | None) -> bool:
    """Whether a switch is there and not turned off."""
    return element is not None and get(element) not in _OFF


def choose(alternate: etree._Element) -> etree._Element | None:
    """What a current program shows of an alternative: the choice, else the fallback."""
    choice = alternate.find(CHOICE)
    return choice if choice is not None else alternate.find(FALLBACK)


def find_ids(
    root: etree._Element | None, name: str, key: str
) -> Iterator[tuple[str, etree._Element]]:
    """Children of that name with the attribute that names each."""
    for element in root.iterchildren(W + name) if root is not None else ():
        value = get(element, key)
        if value is not None:
            yield value, element
