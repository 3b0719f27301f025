"""Office packages (zip files of XML) with nothing in them that depends on when they were made."""

from __future__ import annotations

import re
from io import BytesIO
from shutil import copyfileobj
from typing import IO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

#: The earliest time that a zip file can hold.
_EPOCH = (1980, 1, 1, 0, 0, 0)
#: Bytes copied at once: a sheet of a province has hundreds of megabytes.
_AT_ONCE = 1024 * 1024
_PROPERTIES = "docProps/core.xml"
_TIME = re.compile(rb"(<dcterms:(created|modified)[^>]*>)[^<]*(</dcterms:\2>)")
_NO_TIME = rb"\g<1>1980-01-01T00:00:00Z\g<3>"


def settle(data: bytes) -> bytes:
    """The same package with fixed times; its members stay in their order."""
    settled = BytesIO()
    with ZipFile(BytesIO(data)) as given, ZipFile(settled, "w") as kept:
        for name in given.namelist():
            member = ZipInfo(name, _EPOCH)
            member.compress_type = ZIP_DEFLATED
            member.create_system = 0
            member.file_size = given.getinfo(name).file_size
            with _open(given, name) as content, kept.open(member, "w") as copy:
                copyfileobj(content, copy, _AT_ONCE)
    return settled.getvalue()


def _open(given: ZipFile, name: str) -> IO[bytes]:
    """A member, its times fixed where it tells any."""
    if name == _PROPERTIES:
        return BytesIO(_TIME.sub(_NO_TIME, given.read(name)))
    return given.open(name)
