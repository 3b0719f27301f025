from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scorer.zh.numerals import parse_digits, parse_number


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("7", "7"),
        ("120", "120"),
        ("３６", "36"),
        ("3,400", "3400"),
        ("1,203,400.5", "1203400.5"),
        ("98.99", "98.99"),
        ("1 200", "1200"),
        ("一", "1"),
        ("两", "2"),
        ("〇", "0"),
        ("十", "10"),
        ("十五", "15"),
        ("二十", "20"),
        ("廿五", "25"),
        ("卅", "30"),
        ("一百二十", "120"),
        ("一百零八", "108"),
        ("一百十五", "115"),
        ("三百五", "350"),
        ("两千零五", "2005"),
        ("三千五", "3500"),
        ("一万五", "15000"),
        ("两万零五", "20005"),
        ("两万零五百", "20500"),
        ("三千八百万", "38000000"),
        ("壹佰贰拾万", "1200000"),
        ("十二亿三千万", "1230000000"),
        ("1.2万", "12000"),
        ("3,400万", "34000000"),
        ("1.2万亿", "1200000000000"),
        ("5千", "5000"),
        ("九十八点五", "98.5"),
        ("一点二万", "12000"),
        ("二〇二三", "2023"),
        ("一二〇", "120"),
        ("半", "0.5"),
        ("一半", "0.5"),
    ],
)
def test_a_text_that_is_one_number_is_read_as_its_value(text: str, value: str) -> None:
    assert parse_number(text) == Decimal(value)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "十几",
        "数百",
        "几十",
        "两千余",
        "1万多",
        "七八",
        "三五",
        "七八百",
        "百",
        "万",
        "二十百",
        "3,40",
        "1.2.3",
        "八成",
        "98%",
        "第一",
        "三个",
        "法治",
        "点",
        "十万五千万",
        "12百",
    ],
)
def test_what_is_no_exact_number_is_none(text: str) -> None:
    assert parse_number(text) is None


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("二〇二三", 2023),
        ("二零二一", 2021),
        ("二○二二", 2022),
        ("2024", 2024),
        ("２０２４", 2024),
        ("2 0 2 4", 2024),
        ("二0二四", 2024),
        ("一九四九", 1949),
    ],
)
def test_digits_are_read_one_by_one(text: str, value: int) -> None:
    assert parse_digits(text) == value


@pytest.mark.parametrize("text", ["", "二十", "二〇二三年", "-5"])
def test_other_than_digits_is_no_digit_string(text: str) -> None:
    assert parse_digits(text) is None


def spell(number: int) -> str:
    """A number below 100 million in Chinese, by the school rule."""
    if number >= 10000:
        rest = number % 10000
        gap = "零" if 0 < rest < 1000 else ""
        return spell(number // 10000) + "万" + (gap + spell(rest) if rest else "")
    words, zero = "", False
    for unit, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = number // unit % 10
        if digit:
            words += ("零" if zero and words else "") + "零一二三四五六七八九"[digit] + name
        zero = not digit
    return words


@given(st.integers(min_value=1, max_value=99_999_999))
def test_a_number_spelled_out_is_read_back(number: int) -> None:
    assert parse_number(spell(number)) == number
    assert parse_number(f"{number:,}") == number
