"""Office packages (zip files of XML) with nothing in them that depends on when they were made."""

from __future__ import annotations

import re
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

#: The earliest time that a zip file can hold.
_EPOCH = (1980, 1, 1, 0, 0, 0)
_PROPERTIES = "docProps/core.xml"
_TIME = re.compile(rb"(<dcterms:(created|modified)[^>]*>)[^<]*(</dcterms:\2>)")
_NO_TIME = rb"\g<1>1980-01-01T00:00:00Z\g<3>"


def settle(data: bytes) -> bytes:
    """The same package with fixed times; its members stay in their order."""
    settled = BytesIO()
    with ZipFile(BytesIO(data)) as given, ZipFile(settled, "w") as kept:
        for name in given.namelist():
            content = given.read(name)
            if name == _PROPERTIES:
                content = _TIME.sub(_NO_TIME, content)
            member = ZipInfo(name, _EPOCH)
            member.compress_type = ZIP_DEFLATED
            member.create_system = 0
            kept.writestr(member, content)
    return settled.getvalue()
