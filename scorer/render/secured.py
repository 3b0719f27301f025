"""The policy by which a page may run its own style and script and load nothing at all."""

from __future__ import annotations

import base64
import hashlib
from dataclasses import dataclass

from jinja2 import Environment
from markupsafe import Markup

from scorer.render.templating import fill


@dataclass(frozen=True, slots=True, kw_only=True)
class Inline:
    """A style sheet and a script for a page's head, and the policy that allows these two alone."""

    style: Markup
    script: Markup
    policy: str


def prepare_inline(templates: Environment, style: str, script: str) -> Inline:
    """Both files as templates' own text: nothing of a report is in them."""
    sheet, program = _read(templates, style), _read(templates, script)
    allowed = f"style-src {_hash(sheet)}; script-src {_hash(program)}"
    return Inline(
        style=Markup(sheet),
        script=Markup(program),
        policy=f"default-src 'none'; {allowed}; base-uri 'none'; form-action 'none'",
    )


def prepare_style(templates: Environment, style: str) -> Inline:
    """A style sheet for a page that runs no script."""
    sheet = _read(templates, style)
    policy = f"default-src 'none'; style-src {_hash(sheet)}; base-uri 'none'; form-action 'none'"
    return Inline(style=Markup(sheet), script=Markup(), policy=policy)


def _read(templates: Environment, name: str) -> str:
    """The file between line breaks, as it will stand between its tags."""
    return f"\n{fill(templates, name).strip()}\n"


def _hash(text: str) -> str:
    digest = hashlib.sha256(text.encode("utf-8")).digest()
    return f"'sha256-{base64.b64encode(digest).decode('ascii')}'"
