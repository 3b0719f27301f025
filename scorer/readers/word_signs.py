"""Signs that Word documents write by the place in a picture font, as Unicode."""

from __future__ import annotations

_PRIVATE = range(0xE000, 0xF900)
_LOW = 0xFF
_FONTS = {
    "symbol": {0xB7: "•", 0xB0: "°", 0xB1: "±", 0xB4: "×", 0xA3: "≤", 0xB3: "≥", 0xB8: "÷"},
    "wingdings": {
        0x6C: "●", 0x6E: "■", 0x6F: "□", 0x70: "□", 0x71: "□", 0x72: "□", 0x75: "◆", 0x76: "❖",
        0xA1: "○", 0xA8: "□", 0xAB: "★", 0xD8: "➢", 0xE0: "→", 0xFB: "×", 0xFC: "√", 0xFD: "☒",
        0xFE: "☑",
    },
    "wingdings 2": {0x4F: "×", 0x50: "√", 0x51: "☒", 0x52: "☑", 0x53: "☒", 0x54: "☒", 0xA3: "□"},
}  # fmt: skip


def read_sign(code: str | None, font: str | None) -> str:
    """The sign that stands at a hexadecimal place of a font; "" for a mere ornament."""
    try:
        point = int(code or "", 16)
    except ValueError:
        return ""
    table = _FONTS.get((font or "").lower())
    if table is not None:
        return table.get(point & _LOW, "")
    if not 0x20 <= point <= 0x10FFFF or point in _PRIVATE or 0xD800 <= point <= 0xDFFF:  # noqa: PLR2004
        return ""
    return chr(point)
