"""Which files of a folder or an archive are reports, by their names alone."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from pathlib import PurePosixPath

#: Suffixes of what may be a report, or a package of reports. What a file is, its bytes tell.
_SUFFIX_LIST = """
    .txt .html .htm .mht .mhtml .docx .docm .doc .wps .rtf .pdf .ofd
    .png .jpg .jpeg .bmp .tif .tiff .zip .rar .7z
"""
SUFFIXES = frozenset(_SUFFIX_LIST.split())
#: What the suffixes are, for messages.
SUFFIX_WORDS = "文本、网页、Word、WPS、PDF、OFD、RTF、图片、压缩包"
_LOCK = "~$"
_HIDDEN = (".", "__MACOSX")
#: Browsers and WPS keep the pictures and frames of a page in a folder named after it.
_ASSETS = ("_files", ".files")
_PAGES = (".html", ".htm")


def is_hidden(part: str) -> bool:
    """Whether a file or folder of this name is kept from people: by systems, or by open editors."""
    return part.startswith((*_HIDDEN, _LOCK))


def choose(names: Collection[str]) -> Iterable[str]:
    """Of paths below one folder, those that may be reports, in the order given."""
    pages = {name.lower() for name in names if name.lower().endswith(_PAGES)}
    for name in names:
        path = PurePosixPath(name)
        hidden = any(is_hidden(part) for part in path.parts)
        if not hidden and path.suffix.lower() in SUFFIXES and not _is_asset(path, pages):
            yield name


def _is_asset(path: PurePosixPath, pages: Collection[str]) -> bool:
    """Whether the file lies in the folder of a saved page that is there too."""
    for folder in path.parents:
        shown = folder.as_posix().lower()
        stem = next((shown.removesuffix(end) for end in _ASSETS if shown.endswith(end)), None)
        if stem is not None and any(f"{stem}{page}" in pages for page in _PAGES):
            return True
    return False
