from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
import yaml

from scorer.rubric import compose as compose_module
from scorer.rubric.compose import SyntaxFaultError, compose

CASES = Path(__file__).parents[2] / "cases" / "rubric"
SYNTAX = yaml.safe_load((CASES / "syntax.yaml").read_text("utf-8"))


def fault(text: str) -> str:
    with pytest.raises(SyntaxFaultError) as caught:
        compose(text)
    line, column = caught.value.place
    return f"{line}:{column} {caught.value.message}"


@pytest.mark.parametrize("loader", [compose_module._LOADER, yaml.SafeLoader])
@pytest.mark.parametrize("case", SYNTAX, ids=lambda case: repr(case["text"]))
def test_a_syntax_error_is_told_in_chinese_where_it_stands(
    case: dict[str, str], loader: type, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(compose_module, "_LOADER", loader)
    assert fault(case["text"]) == case["error"]


def test_the_traps_of_yaml_stay_what_they_look_like() -> None:
    traps = "[no, yes, on, 1:30, 012, 0x1F, 2024-01-01, 1e3, 1_000, .5, .inf, True, Null, =, <<]"
    assert compose(traps).data == traps[1:-1].split(", ")


def test_numbers_truth_and_nothing_are_read() -> None:
    text = "[1, -2, 0, 0.5, -0.25, 10.00, true, false, null, ~, ]\n"
    data = [1, -2, 0, Decimal("0.5"), Decimal("-0.25"), Decimal("10.00"), True, False, None, None]
    assert compose(text).data == data


def test_a_fraction_is_exact() -> None:
    number = compose("0.1").data
    assert isinstance(number, Decimal)
    assert number * 3 == Decimal("0.3")


@pytest.mark.parametrize("text", ["'1'", '"1"', "!!str 1", "! 1", "|\n  1\n"])
def test_a_quoted_or_tagged_number_is_text(text: str) -> None:
    assert str(compose(text).data).strip() == "1"
    assert isinstance(compose(text).data, str)


def test_a_number_too_long_to_be_one_is_text() -> None:
    assert compose("9" * 5000).data == "9" * 5000


def test_every_value_knows_its_place() -> None:
    composed = compose("a: 1\nb:\n  - c\n  - {d: e}\n")
    assert composed.places == {
        (): (1, 1),
        ("a",): (1, 4),
        ("b",): (2, 1),
        ("b", 0): (3, 5),
        ("b", 1): (4, 5),
        ("b", 1, "d"): (4, 9),
    }


def test_every_key_knows_its_place() -> None:
    assert compose("甲: {乙: 1}\n").keys == {("甲",): (1, 1), ("甲", "乙"): (1, 5)}


def test_an_empty_value_is_pointed_at_by_its_key() -> None:
    assert compose("a: 1\nb:\n\nc: 2\n").places[("b",)] == (2, 1)


def test_columns_count_characters() -> None:
    assert compose("甲乙丙: 𠀀丁\n").places[("甲乙丙",)] == (1, 6)
    assert compose("甲乙: {𠀀丁: 一, 戊: 1}\n").places[("甲乙", "戊")] == (1, 16)


def test_keys_that_stand_twice_are_all_told() -> None:
    composed = compose("a: 1\nb: 2\na: 3\nc: {d: 1, d: 2}\n")
    assert composed.repeated == (((3, 1), "a"), ((4, 11), "d"))
    assert composed.data == {"a": 3, "b": 2, "c": {"d": 2}}


def test_keys_are_always_text() -> None:
    assert compose("1: a\ntrue: b\n~: c\n").data == {"1": "a", "true": "b", "~": "c"}


def test_an_alias_stands_for_its_anchor() -> None:
    composed = compose("a: &x {b: [1]}\nc: *x\n")
    assert composed.data == {"a": {"b": [1]}, "c": {"b": [1]}}
    assert ("c", "b") not in composed.places


def test_aliases_that_multiply_are_refused() -> None:
    rows = ["- &x0 [1, 1, 1, 1, 1, 1, 1, 1, 1, 1]"]
    rows += [f"- &x{n} [{', '.join([f'*x{n - 1}'] * 10)}]" for n in range(1, 9)]
    assert fault("\n".join(rows)) == "6:8 内容太多或别名层层展开；请精简"


@pytest.mark.parametrize(
    "text", ["[" * 100_000 + "]" * 100_000, "- " * 100_000, "[" * 1_000_000, "{a: " * 50]
)
def test_deep_nesting_is_refused_before_it_ends_the_process(text: str) -> None:
    assert fault(text).endswith("嵌套太深；请检查缩进和括号")


def test_nothing_is_a_document_too() -> None:
    assert compose("").data is None
    assert compose("# 只有注释\n").data is None


def test_a_control_character_is_told_by_its_place() -> None:
    assert fault("a: 1\nb: 甲\x07\n") == "2:5 有不可见的控制字符；请删去"
    assert fault("a: \ud800") == "1:4 有不可见的控制字符；请删去"


def test_line_separators_inside_text_do_not_move_what_follows() -> None:
    assert fault("a: 'x\u2028y'\nb: @").endswith("文字不能以“@”开头；请给整段文字加引号")
