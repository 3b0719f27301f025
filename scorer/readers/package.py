"""The members of a zip that is a document: read under limits, its XML parsed without entities."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass, field

from lxml import etree

from scorer.errors import IngestError
from scorer.readers.formats import Format
from scorer.readers.limits import (
    MAX_MEMBERS,
    MAX_PART,
    MAX_RATIO,
    MAX_TAGS,
    MAX_UNPACKED,
    RATIO_FROM,
)

_CENTRAL_ENTRY = b"PK\x01\x02"
_METHODS = frozenset((zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED))
_ENCRYPTED = 1
_BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    NotImplementedError,
    OSError,
    RuntimeError,
    ValueError,
)
_NONE: Mapping[bytes, bytes] = {}
_REDO = "请重新取得文件，或用 Word、WPS 打开后另存，再评分"


@dataclass(slots=True, kw_only=True)
class Package:
    """An open archive; `members` are keyed by their path in lower case, with forward slashes."""

    name: str
    form: Format
    archive: zipfile.ZipFile
    members: Mapping[str, zipfile.ZipInfo]
    _left: int = field(default=MAX_UNPACKED)

    def read(self, path: str) -> bytes | None:
        """The bytes of a member; None where there is none of that path."""
        info = self.members.get(path.lower())
        if info is None:
            return None
        self._check(info)
        try:
            data = self.archive.read(info)
        except _BROKEN as error:
            raise self.refuse(f"已损坏，其中的 {info.filename} 无法解压") from error
        self._left -= len(data)
        return data

    def parse(self, path: str, renames: Mapping[bytes, bytes] = _NONE) -> etree._Element | None:
        """The root element of an XML member; None where there is none of that path.

        `renames` are namespaces to read as others, for formats that have two names for one.
        """
        data = self.read(path)
        if data is None:
            return None
        if data.count(b"<") > MAX_TAGS:
            raise self.refuse(f"异常，其中的 {path} 内容过多，超过上限")
        for before, after in renames.items():
            data = data.replace(before, after)
        parser = etree.XMLParser(
            resolve_entities=False,
            no_network=True,
            load_dtd=False,
            huge_tree=False,
            remove_comments=True,
            remove_pis=True,
        )
        try:
            root = etree.fromstring(data, parser)
        except (etree.XMLSyntaxError, ValueError) as error:
            raise self.refuse(f"已损坏，其中的 {path} 不是完整的 XML") from error
        if root.getroottree().docinfo.internalDTD is not None:
            raise self.refuse(f"不安全，其中的 {path} 带有实体声明（DTD），没有读取")
        return root

    def refuse(self, fault: str) -> IngestError:
        """The error to raise: what is wrong with the file, and what to do."""
        return IngestError(f"{self.name}：{self.form}文件{fault}，{_REDO}。")

    def _check(self, info: zipfile.ZipInfo) -> None:
        if info.flag_bits & _ENCRYPTED:
            raise IngestError(f"{self.name}：{self.form}文件设有密码，请去掉密码另存后再评分。")
        if info.compress_type not in _METHODS:
            raise self.refuse(f"用了不支持的压缩方法（{info.filename}）")
        dense = info.file_size > RATIO_FROM and info.file_size > MAX_RATIO * info.compress_size
        if info.file_size > min(MAX_PART, self._left) or dense:
            size = info.file_size // 1024 // 1024
            raise self.refuse(f"异常，其中的 {info.filename} 解压后有 {size} MB，超过上限")


def open_package(name: str, data: bytes, form: Format) -> Package:
    """Open the archive; its members are not unpacked yet."""
    count = data.count(_CENTRAL_ENTRY)
    if count > MAX_MEMBERS:
        raise IngestError(f"{name}：{form}文件异常，里面有 {count} 个成员，超过上限，{_REDO}。")
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except _BROKEN as error:
        raise IngestError(f"{name}：{form}文件已损坏或不完整，无法打开，{_REDO}。") from error
    members = {info.filename.replace("\\", "/").lower(): info for info in archive.infolist()}
    return Package(name=name, form=form, archive=archive, members=members)
