"""What each keyword of JSON Schema asks for, in Chinese with the mend."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Protocol

from scorer.rubric.compose import Path
from scorer.rubric.problem import Problem, advise, cite
from scorer.rubric.source import Source


class Violation(Protocol):
    """What we read of a `jsonschema.ValidationError`."""

    validator: str
    validator_value: object
    instance: object
    schema: Mapping[str, object]
    context: Sequence[Violation] | None

    @property
    def absolute_path(self) -> Sequence[str | int]:
        """Where in the data."""
        ...

    @property
    def relative_schema_path(self) -> Sequence[str | int]:
        """Where in the schema, from the keyword that holds this one."""
        ...


_TYPES = {
    "string": ("文字", "请改成文字（像数值的要加引号）"),
    "number": ("数值", "请改成不带引号的数值"),
    "integer": ("整数", "请改成不带引号的整数"),
    "boolean": ("真假值", "请改成不带引号的 true 或 false"),
    "array": ("列表", "请写成 [甲, 乙] 或者逐行以“- ”开头"),
    "object": ("“键: 值”的映射", "请逐行写成“键: 值”"),
    "null": ("空", "请留空"),
}


def explain(violation: Violation, source: Source, base: Path) -> Iterator[Problem]:
    """Tell a violation; `base` is the path of what was validated."""
    path = (*base, *violation.absolute_path)
    if violation.validator == "additionalProperties":
        yield from _unknown_keys(violation, source, path)
    elif violation.validator in ("anyOf", "oneOf") and violation.context:
        for inner in _nearest_branch(violation.context):
            yield from explain(inner, source, base)
    else:
        told = _TABLE.get(violation.validator, _other)(violation)
        yield from (source.problem(path, _subject(violation, path) + words) for words in told)


def _unknown_keys(violation: Violation, source: Source, path: Path) -> Iterator[Problem]:
    known = tuple(_properties(violation))
    for key in _mapping(violation.instance):
        if key not in known:
            what = f"{_subject(violation, path)}里不认识“{key}”；{advise(key, known)}"
            yield source.key_problem((*path, key), what)


def _nearest_branch(context: Sequence[Violation]) -> list[Violation]:
    """The violations of the branch whose type fits, else of the one that got deepest."""
    branches: dict[object, list[Violation]] = {}
    for inner in context:
        branches.setdefault(inner.relative_schema_path[0], []).append(inner)
    depths = {
        key: max(len(inner.absolute_path) for inner in branch) for key, branch in branches.items()
    }
    return max(branches.items(), key=lambda item: (_fits(item[1]), depths[item[0]]))[1]


def _fits(branch: list[Violation]) -> bool:
    return all(inner.validator not in ("type", "const") for inner in branch)


def _subject(violation: Violation, path: Path) -> str:
    """How the author calls the thing: by its id, its key, or what it is."""
    title = str(violation.schema.get("title", ""))
    name = _mapping(violation.instance).get("id")
    if isinstance(name, str):
        return f"{title or '条目'}“{name}”"
    if not path or (title and isinstance(path[-1], int)):
        return title
    return f"“{path[-1]}”" if isinstance(path[-1], str) else f"“{path[-2]}”的第{path[-1] + 1}项"


def _required(violation: Violation) -> Iterator[str]:
    for key in _list(violation.validator_value):
        if key not in _mapping(violation.instance):
            yield _lacks(str(key), violation)


def _dependent(violation: Violation) -> Iterator[str]:
    present = _mapping(violation.instance)
    for key, needed in _mapping(violation.validator_value).items():
        lacking = [str(other) for other in _list(needed) if key in present and other not in present]
        yield from (f"写了“{key}”就{_lacks(other, violation)}" for other in lacking)


def _lacks(key: str, violation: Violation) -> str:
    title = _mapping(_properties(violation).get(key)).get("title")
    return f"缺少“{key}”（{title}）；请补上" if title else f"缺少“{key}”；请补上"


def _type(violation: Violation) -> Iterator[str]:
    wanted = violation.validator_value
    names = [wanted] if isinstance(wanted, str) else _list(wanted)
    kinds = [_TYPES[str(name)] for name in names]
    words = "或者".join(what for what, _ in kinds)
    if violation.instance is None:
        yield f"不能留空；应为{words}"
    else:
        yield f"应为{words}，现为{_shown(violation.instance)}；{kinds[0][1]}"


def _enum(violation: Violation) -> Iterator[str]:
    choices = [str(choice) for choice in _list(violation.validator_value)]
    found = _shown(violation.instance)
    yield f"不能是{found}；{advise(str(violation.instance), choices)}"


def _const(violation: Violation) -> Iterator[str]:
    wanted = violation.validator_value
    yield f"应为“{wanted}”，现为{_shown(violation.instance)}；请改为“{wanted}”"


def _pattern(violation: Violation) -> Iterator[str]:
    if not str(violation.instance).strip():
        yield "不能留空；请补写"
    else:
        about = str(violation.schema.get("description", "请核对写法")).rstrip("。")
        yield f"的写法{_shown(violation.instance)}不对；{about}"


def _too_few(violation: Violation) -> Iterator[str]:
    found = len(violation.instance) if isinstance(violation.instance, list | dict) else 0
    yield f"至少要有 {violation.validator_value} 项，现有 {found} 项；请补足"


def _too_short(_violation: Violation) -> Iterator[str]:
    yield "的文字太短；请写完整"


def _repeats(_violation: Violation) -> Iterator[str]:
    yield "里有重复的项；请删去重复的"


def _bound(words: str) -> Callable[[Violation], Iterator[str]]:
    def tell(violation: Violation) -> Iterator[str]:
        yield f"应{words} {violation.validator_value}，现为{_shown(violation.instance)}；请改正"

    return tell


def _other(violation: Violation) -> Iterator[str]:
    yield f"不合要求（{violation.validator}）；请对照评分标准的 JSON Schema 改正"


_TABLE: Mapping[str, Callable[[Violation], Iterator[str]]] = {
    "required": _required,
    "dependentRequired": _dependent,
    "type": _type,
    "enum": _enum,
    "const": _const,
    "pattern": _pattern,
    "minItems": _too_few,
    "minProperties": _too_few,
    "minLength": _too_short,
    "uniqueItems": _repeats,
    "minimum": _bound("不小于"),
    "exclusiveMinimum": _bound("大于"),
    "maximum": _bound("不大于"),
    "maxItems": _bound("不多于"),
}


def _shown(value: object) -> str:
    """A value as its author knows it."""
    if isinstance(value, bool):
        return " true" if value else " false"
    if isinstance(value, int | Decimal):
        return f"数值 {value}"
    if isinstance(value, list | dict):
        return "列表" if isinstance(value, list) else "映射"
    return "空" if value is None else cite(str(value))


def _properties(violation: Violation) -> Mapping[str, object]:
    return _mapping(violation.schema.get("properties"))


def _mapping(value: object) -> Mapping[str, object]:
    return value if isinstance(value, dict) else {}


def _list(value: object) -> Sequence[object]:
    return value if isinstance(value, list) else ()
