from __future__ import annotations

import shutil
from collections.abc import Callable, Sequence
from dataclasses import fields, is_dataclass
from inspect import getdoc, signature
from pathlib import Path
from typing import get_args, get_type_hints

import pytest

from scorer.errors import TemplateFileError
from scorer.render.dashboard import Dashboard
from scorer.render.html import render
from scorer.render.letter import render_pages
from scorer.render.letter_view import LetterView
from scorer.render.secured import Inline
from scorer.render.templating import check_folder, environment, fill, list_names, pour
from scorer.render.view import ScorecardView
from scorer.render.wishes import Wishes
from scorer.resources import templates_folder
from scorer.scorecard import Batch, Scorecard

DOCS = Path(__file__).parents[3] / "docs"
GIVEN = {"card": ScorecardView, "board": Dashboard, "inline": Inline, "letter": LetterView}


def told(tmp_path: Path, text: str) -> str:
    """What is said of a template, behind the name of its folder."""
    (tmp_path / "letter.txt.j2").write_text(text, encoding="utf-8")
    messages = set()
    for use in (fill, lambda *args, **given: list(pour(*args, **given))):
        with pytest.raises(TemplateFileError) as raised:
            use(environment(tmp_path), "letter.txt.j2", given=1)
        messages.add(str(raised.value))
    (message,) = messages
    assert "\n" not in message
    return message.removeprefix(f"{tmp_path}/")


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("甲\n{{ lettr }}\n", 2, "没有“lettr”这项内容"),
        ("\n\n{{ given.town }}", 3, "没有“town”这项内容"),
        ("{{ given }}\n{% if %}", 2, "标签写得不完整"),
        ("{% if given %}", 1, "有标签没有结束"),
        ("{{ given | upperr }}", 1, "没有叫“upperr”的过滤器"),
        ("{% fro x in y %}", 1, "没有叫“fro”的标签"),
        ("甲\n{% include '_nix.html.j2' %}", 2, "没有模板“_nix.html.j2”"),
        ("{{ 1 // 0 }}", 1, "算不出来"),
        ("{{ '一' + given }}", 1, "算不出来"),
        ("{{ ''.__class__.__mro__ }}", 1, "不允许这样取用"),
    ],
)
def test_a_broken_template_is_told_in_one_line_with_its_place(
    tmp_path: Path, text: str, line: int, words: str
) -> None:
    message = told(tmp_path, text)
    assert message.startswith(f"letter.txt.j2:{line}：")
    assert words in message


def test_a_fault_of_the_program_is_not_blamed_on_a_template(tmp_path: Path) -> None:
    class Faulty:
        def __str__(self) -> str:
            raise RuntimeError("ours")

    (tmp_path / "letter.txt.j2").write_text("{{ given }}", encoding="utf-8")
    with pytest.raises(RuntimeError, match="ours"):
        fill(environment(tmp_path), "letter.txt.j2", given=Faulty())


def test_one_file_is_replaced_and_the_others_are_the_shipped_ones(
    tmp_path: Path, whole: Scorecard
) -> None:
    (tmp_path / "style.css").write_text("body { color: #123456 }", encoding="utf-8")
    page = render(whole, None, Wishes(templates=tmp_path))
    assert "color: #123456" in page
    assert "鹿鸣坡镇" in page
    assert "color: #123456" not in render(whole)


def test_a_letter_of_ones_own(
    tmp_path: Path, batch: Batch, dump_letter: Callable[[bytes], str]
) -> None:
    own = "# 给{{ letter.town }}的信\n@ {{ letter.addressee }}：\n得{{ letter.total }}分。\n"
    (tmp_path / "letter.txt.j2").write_text(own, encoding="utf-8")
    page = next(render_pages(batch, Wishes(templates=tmp_path)))
    assert dump_letter(page.data).splitlines()[2:] == [
        "[公文标题] 给鹿鸣坡镇的信",
        "[公文主送] 青坪县鹿鸣坡镇人民政府：",
        "[公文正文] 得80分。",
    ]


def test_a_folder_is_read_before_any_work(tmp_path: Path) -> None:
    for name in list_names():
        shutil.copy(templates_folder() / name, tmp_path / name)
    check_folder(tmp_path)
    with pytest.raises(TemplateFileError, match="没有这个模板目录"):
        check_folder(tmp_path / "无")
    (tmp_path / "style.css").write_text("{{ x | nix }}", encoding="utf-8")
    with pytest.raises(TemplateFileError, match=r"style\.css:1：没有叫“nix”的过滤器"):
        check_folder(tmp_path)
    (tmp_path / "style.css").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(TemplateFileError, match="请存为 UTF-8"):
        check_folder(tmp_path)


def test_a_name_that_nothing_uses_is_refused(tmp_path: Path) -> None:
    (tmp_path / ".gitkeep").touch()
    check_folder(tmp_path)
    (tmp_path / "leter.txt.j2").touch()
    with pytest.raises(TemplateFileError, match="没有叫这个名字的模板"):
        check_folder(tmp_path)


def test_every_template_is_documented() -> None:
    text = (DOCS / "templates.md").read_text("utf-8")
    assert [name for name in list_names() if f"`{name}`" not in text] == []


def test_every_value_is_documented(check_golden: Callable[[str, str], None]) -> None:
    lines = [
        "# What templates are given",
        "",
        "Made from the program by `make golden`; see [templates.md](templates.md).",
        "`index` of a scorecard is the file name of the page that lists it, or none.",
    ]
    seen: list[type] = []
    for name, view in GIVEN.items():
        lines += ["", f"`{name}` is a {view.__name__}."]
        queue_up(view, seen)
    for view in seen:
        hints = get_type_hints(view)
        lines += ["", f"## {view.__name__}", "", *(getdoc(view) or "").splitlines(), ""]
        lines += [f"- `{name}`: {show(hints[name])}" for name in signature(view).parameters]
    check_golden(str(DOCS / "template-values.md"), "\n".join(lines) + "\n")


def queue_up(view: type, seen: list[type]) -> None:
    """The view and every value inside it, each once."""
    if view in seen:
        return
    seen.append(view)
    for hint in (get_type_hints(view)[field.name] for field in fields(view)):
        for inner in (hint, *flatten(hint)):
            if isinstance(inner, type) and is_dataclass(inner):
                queue_up(inner, seen)


def flatten(hint: object) -> list[object]:
    return [each for part in get_args(hint) for each in (part, *flatten(part))]


def show(hint: object) -> str:
    """`tuple[QuoteView, ...]` is a list of QuoteView for whoever writes a template."""
    args = get_args(hint)
    if not args:
        return {"NoneType": "none", "str": "text", "int": "number", "bool": "yes or no"}.get(
            getattr(hint, "__name__", ""), getattr(hint, "__name__", str(hint))
        )
    origin = getattr(hint, "__origin__", None)
    if origin is Sequence or args[-1] is Ellipsis:
        return f"list of {show(args[0])}"
    if origin is tuple:
        return f"({', '.join(map(show, args))})"
    if origin is frozenset:
        return f"set of {show(args[0])}"
    return " or ".join(map(show, args))
