"""A number of a list as Word writes it in each of its formats: 一, 十一, ①, 甲, iv, 壹."""

from __future__ import annotations

from collections.abc import Callable, Mapping

_TEN = 10
_HUNDRED = 100
_PLAIN = "〇一二三四五六七八九"
_ZERO = "零"
_LEGAL_SIMPLIFIED = "零壹贰叁肆伍陆柒捌玖拾佰仟"
_LEGAL_TRADITIONAL = "零壹貳參肆伍陸柒捌玖拾佰仟"
_COUNTED = "零一二三四五六七八九十百千"
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
_ROMAN = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"),
    (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip
_MOST_ROMAN = 32767
_LETTERS = 26
#: Word goes from z to aa, bb, up to thirty letters.
_MOST_LETTERS = _LETTERS * 30
_COUNTED_BELOW = 10_000


def format_number(number: int, kind: str) -> str:
    """The number in a format of WordprocessingML; as 12 in one that is not known here."""
    writer = _WRITERS.get(kind)
    written = writer(number) if writer is not None and number >= 0 else None
    return str(number) if written is None else written


def _spell(number: int) -> str:
    return "".join(_PLAIN[int(digit)] for digit in str(number))


def _count(number: int) -> str | None:
    """一 to 九十九 with 十, from there on digit by digit."""
    return _count_thousand(number) if number < _HUNDRED else _spell(number)


def _count_thousand(number: int) -> str | None:
    text = _write_units(number, _COUNTED)
    return text.removeprefix("一") if text and _TEN <= number < 2 * _TEN else text


def _count_japanese(number: int) -> str | None:
    """百一, not 一百零一."""
    text = _write_units(number, _COUNTED)
    if text is None or number < _TEN:
        return text
    bare = text.replace(_ZERO, "")
    return bare.replace("一十", "十").replace("一百", "百").replace("一千", "千")


def _write_units(number: int, signs: str) -> str | None:
    """By thousands, hundreds and tens, one 零 for the places that are skipped."""
    if not 0 < number < _COUNTED_BELOW:
        return signs[0] if number == 0 else None
    text = ""
    for place, digit in zip((3, 2, 1, 0), map(int, f"{number:04d}"), strict=True):
        if digit:
            text += signs[digit] + (signs[9 + place] if place else "")
        elif text and not text.endswith(signs[0]):
            text += signs[0]
    return text.rstrip(signs[0])


def _legal(signs: str) -> Callable[[int], str | None]:
    return lambda number: _write_units(number, signs)


def _pick(signs: str) -> Callable[[int], str | None]:
    """One sign a number, from 1."""
    return lambda number: signs[number - 1] if 0 < number <= len(signs) else None


def _cycle(number: int) -> str | None:
    """甲子, 乙丑, up to the sixtieth."""
    if not 0 < number <= len(_STEMS) * len(_BRANCHES) // 2:
        return None
    return _STEMS[(number - 1) % len(_STEMS)] + _BRANCHES[(number - 1) % len(_BRANCHES)]


def _widen(number: int) -> str:
    return "".join(chr(ord(digit) + 0xFEE0) for digit in str(number))


def _roman(number: int) -> str | None:
    if not 0 < number <= _MOST_ROMAN:
        return None
    text = ""
    for value, sign in _ROMAN:
        times, number = divmod(number, value)
        text += sign * times
    return text


def _letter(number: int) -> str | None:
    if not 0 < number <= _MOST_LETTERS:
        return None
    times, index = divmod(number - 1, _LETTERS)
    return chr(ord("A") + index) * (times + 1)


def _lower(writer: Callable[[int], str | None]) -> Callable[[int], str | None]:
    def write(number: int) -> str | None:
        text = writer(number)
        return text.lower() if text is not None else None

    return write


def _run(first: int, last: int) -> str:
    return "".join(map(chr, range(first, last + 1)))


_CIRCLED = _run(0x2460, 0x2473) + _run(0x3251, 0x325F) + _run(0x32B1, 0x32BF)

_WRITERS: Mapping[str, Callable[[int], str | None]] = {
    "chineseCounting": _count,
    "chineseCountingThousand": _count_thousand,
    "chineseLegalSimplified": _legal(_LEGAL_SIMPLIFIED),
    "decimalEnclosedCircle": _pick(_CIRCLED),
    "decimalEnclosedCircleChinese": _pick(_CIRCLED),
    "decimalEnclosedFullstop": _pick(_run(0x2488, 0x249B)),
    "decimalEnclosedParen": _pick(_run(0x2474, 0x2487)),
    "decimalFullWidth": _widen,
    "decimalFullWidth2": _widen,
    "decimalZero": lambda number: f"{number:02d}",
    "ideographDigital": _spell,
    "ideographEnclosedCircle": _pick(_run(0x3280, 0x3289)),
    "ideographLegalTraditional": _legal(_LEGAL_TRADITIONAL),
    "ideographTraditional": _pick(_STEMS),
    "ideographZodiac": _pick(_BRANCHES),
    "ideographZodiacTraditional": _cycle,
    "japaneseCounting": _count_japanese,
    "japaneseDigitalTenThousand": _spell,
    "lowerLetter": _lower(_letter),
    "lowerRoman": _lower(_roman),
    "none": lambda _: "",
    "numberInDash": lambda number: f"- {number} -",
    "taiwaneseCounting": _count,
    "taiwaneseCountingThousand": _count_thousand,
    "taiwaneseDigital": _spell,
    "upperLetter": _letter,
    "upperRoman": _roman,
}
