"""Templates: the shipped folder, and before it a folder of the user's."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from traceback import walk_tb

from jinja2 import (
    ChoiceLoader,
    Environment,
    FileSystemLoader,
    StrictUndefined,
    TemplateError,
    TemplateSyntaxError,
)
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from scorer.errors import TemplateFileError
from scorer.render.template_mistakes import word_mistake
from scorer.render.visible import make_visible
from scorer.resources import templates_folder

#: Pages of `scorer compare`, which takes no folder of the user's.
_NOT_SCORECARDS = "compare"

#: Values and texts between them that are joined before they are handed on.
_PIECES = 1000

Finalize = Callable[[object], object]

#: What a template can do wrong while it is filled.
_MISTAKES = (TemplateError, ArithmeticError, LookupError, TypeError, ValueError)


@cache
def environment(folder: Path | None = None) -> Environment:
    """Where pages are made; a file in `folder` stands in for the shipped one of its name."""
    return _make(folder, _disarm, autoescape=True)


@cache
def text_environment(folder: Path | None, finalize: Finalize) -> Environment:
    """Where text is made; `finalize` makes every value harmless that a template prints."""
    return _make(folder, finalize, autoescape=False)


def fill(templates: Environment, name: str, **values: object) -> str:
    """The template with these values.

    Raises:
        TemplateFileError: a file of the user's that cannot be used, with its line.
    """
    with _telling(name):
        return templates.get_template(name).render(**values)


def pour(templates: Environment, name: str, **values: object) -> Iterator[str]:
    """The template with these values, piece by piece.

    Raises:
        TemplateFileError: a file of the user's that cannot be used, with its line.
    """
    with _telling(name):
        stream = templates.get_template(name).stream(**values)
        stream.enable_buffering(_PIECES)
        yield from stream


@contextmanager
def _telling(name: str) -> Iterator[None]:
    """Tell what is wrong with a template that is used."""
    try:
        yield
    except TemplateSyntaxError as error:
        raise _fault(error.filename or name, error.lineno, error) from error
    except _MISTAKES as error:
        place = _find_place(error)
        if place is None:
            raise
        raise _fault(*place, error) from error


def check_folder(folder: Path) -> None:
    """Read every template of the user's before any work is done.

    Raises:
        TemplateFileError: there is no such folder, or a file in it that nothing uses or reads.
    """
    if not folder.is_dir():
        raise TemplateFileError(f"{folder}：没有这个模板目录，请检查路径。")
    shipped = set(list_names())
    for path in sorted(folder.iterdir()):
        if path.name.startswith("."):
            continue
        if path.name not in shipped:
            words = "、".join(sorted(shipped))
            raise TemplateFileError(
                f"{path}：没有叫这个名字的模板，请改名或移走（可用：{words}）。"
            )
        _check_file(path)


def list_names() -> tuple[str, ...]:
    """The shipped templates of scorecards and letters, which a user may replace."""
    names = (path.name for path in templates_folder().iterdir() if path.is_file())
    return tuple(sorted(name for name in names if not name.startswith(_NOT_SCORECARDS)))


def _check_file(path: Path) -> None:
    try:
        text = path.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise TemplateFileError(f"{path}：读不了，请存为 UTF-8 文本。") from error
    try:
        environment().compile(text, filename=str(path))
    except TemplateSyntaxError as error:
        raise _fault(str(path), error.lineno, error) from error


def _make(folder: Path | None, finalize: Finalize, *, autoescape: bool) -> Environment:
    folders = (folder, templates_folder()) if folder else (templates_folder(),)
    # A template handed from office to office must not reach outside what it is given.
    return ImmutableSandboxedEnvironment(
        loader=ChoiceLoader([FileSystemLoader(each) for each in folders]),
        autoescape=autoescape,
        undefined=StrictUndefined,
        # A line of text that ends in a tag must stay a line; empty ones do no harm there.
        trim_blocks=autoescape,
        lstrip_blocks=autoescape,
        keep_trailing_newline=True,
        finalize=finalize,
    )


def _find_place(error: BaseException) -> tuple[str, int] | None:
    """The last line of a template on the way to the error; None for a fault of the program."""
    places = [
        (frame.f_code.co_filename, line)
        for frame, line in walk_tb(error.__traceback__)
        if "__jinja_exception__" in frame.f_globals
    ]
    return places[-1] if places else None


def _fault(file: str, line: int, error: Exception) -> TemplateFileError:
    return TemplateFileError(f"{file}:{line}：{word_mistake(error)}")


def _disarm(value: object) -> object:
    """Every value that a template prints passes here, before it is escaped."""
    if isinstance(value, Markup) or not isinstance(value, str):
        return value
    return make_visible(value)
