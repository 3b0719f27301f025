"""What every reader returns: the words of a file, and what reading could not make out."""

from __future__ import annotations

from dataclasses import dataclass

from scorer.document import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    r"""One Chinese sentence on what a reader left out or is unsure of, and where.

    `span` is the stretch of `Extract.text` concerned, which must not be empty. With `loses_text`,
    words may be missing there: what a criterion does not find is then undetermined, not missing.
    """

    message: str
    span: Span
    loses_text: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Extract:
    r"""The words of a file, one paragraph or heading a line, each line ended by `\n`.

    Automatic numbering stands in the text as a person sees it. Cells of a table row are parted by
    tabs. The text is what offsets of the scorecard point into, and what `scorer convert` prints.
    """

    text: str
    notes: tuple[Note, ...] = ()
