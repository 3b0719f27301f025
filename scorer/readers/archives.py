"""The reports inside an archive, unpacked in memory one by one; nothing is written to disk."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from scorer.errors import IngestError
from scorer.readers.formats import Format, find_format
from scorer.readers.limits import ZIP_LIMITS, ZipLimits
from scorer.readers.names import decode_names
from scorer.readers.packed import ZIP_ERRORS, Packed, check_bounds, give_names

ARCHIVES = frozenset((Format.ZIP, Format.RAR))
_ENCRYPTED_FLAG = 0x1
_METHODS = frozenset((zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2))
_ENTRY = b"PK\x01\x02"
_MEBI = 1024 * 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """A file to read, or why it cannot be; its name leads through the archives it lies in."""

    name: str
    data: bytes = field(default=b"", repr=False)
    error: IngestError | None = None


@dataclass(slots=True)
class _Budget:
    """What may still be unpacked from the file that the user gave."""

    limits: ZipLimits
    members: int = 0
    total: int = 0

    def spend(self, packed: Packed) -> None:
        self.members += 1
        self.total += packed.size
        where = packed.name
        if self.members > self.limits.members:
            raise IngestError(
                f"{where}：压缩包里的文件超过 {self.limits.members} 个，"
                "余下的没有读取，请分成几个压缩包。"
            )
        if self.total > self.limits.total:
            raise IngestError(
                f"{where}：压缩包解开后超过 {self.limits.total // _MEBI} MB，"
                "余下的没有读取，请分成几个压缩包。"
            )


def open_members(name: str, data: bytes, limits: ZipLimits = ZIP_LIMITS) -> Iterator[Member]:
    """Each report in the archive, in its order; archives in it are opened too.

    What is wrong with one is told in its place, and the others go on.
    """
    yield from _open(name, data, _Budget(limits), depth=0)


def _open(name: str, data: bytes, budget: _Budget, *, depth: int) -> Iterator[Member]:
    try:
        files = list_files(name, data, budget.limits)
    except IngestError as error:
        yield Member(name=name, error=error)
        return
    for file in files:
        try:
            budget.spend(file)
        except IngestError as error:
            yield Member(name=file.name, error=error)
            return
        yield from _unpack(file, budget, depth=depth)


def _unpack(file: Packed, budget: _Budget, *, depth: int) -> Iterator[Member]:
    try:
        content = file.unpack()
    except IngestError as error:
        yield Member(name=file.name, error=error)
        return
    if find_format(content) not in ARCHIVES:
        yield Member(name=file.name, data=content)
    elif depth < budget.limits.depth:
        yield from _open(file.name, content, budget, depth=depth + 1)
    else:
        yield Member(
            name=file.name,
            error=IngestError(f"{file.name}：压缩包一层套一层，层数太多，请解开后再提供。"),
        )


def list_files(name: str, data: bytes, limits: ZipLimits) -> Sequence[Packed]:
    """The reports that an archive lists, none of them unpacked yet."""
    list_format = _list_rar if find_format(data) is Format.RAR else _list_zip
    files = list_format(name, data, limits)
    if not files:
        raise IngestError(f"{name}：压缩包里没有可以读取的报告，请检查是否选错文件。")
    return files


def _list_rar(name: str, data: bytes, limits: ZipLimits) -> Sequence[Packed]:
    try:
        from scorer.readers.rar import list_rar  # noqa: PLC0415 - an extra
    except ModuleNotFoundError as error:
        raise IngestError(
            f'{name}：缺少 RAR 组件，请运行 pip install "scorer[office]"，或改用 ZIP 压缩包提供。'
        ) from error
    return list_rar(name, data, limits)


def _list_zip(name: str, data: bytes, limits: ZipLimits) -> Sequence[Packed]:
    if data.count(_ENTRY) > 2 * limits.members:  # an archive inside, stored as it is, counts too
        raise IngestError(f"{name}：压缩包里的文件太多，请分成几个压缩包后重新提供。")
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except ZIP_ERRORS as error:
        raise IngestError(
            f"{name}：ZIP 压缩包不完整或已损坏，无法打开，请重新下载或重新压缩后提供。"
        ) from error
    infos = archive.infolist()
    names = give_names(name, decode_names(infos))
    chosen = [(names[i], info) for i, info in enumerate(infos) if i in names and not info.is_dir()]
    if chosen and all(info.flag_bits & _ENCRYPTED_FLAG for _, info in chosen):
        raise IngestError(f"{name}：压缩包加了密码，无法打开，请解开后提供没有密码的文件。")
    return [
        Packed(
            name=shown,
            size=info.file_size,
            unpack=_make_unpacker(archive, info, shown, limits),
        )
        for shown, info in chosen
    ]


def _make_unpacker(
    archive: zipfile.ZipFile, info: zipfile.ZipInfo, name: str, limits: ZipLimits
) -> Callable[[], bytes]:
    def unpack() -> bytes:
        if info.flag_bits & _ENCRYPTED_FLAG:
            raise IngestError(f"{name}：这个文件加了密码，无法打开，请提供没有密码的文件。")
        check_bounds(name, info.file_size, info.compress_size, limits)
        return read_member(archive, info, name)

    return unpack


def read_member(archive: zipfile.ZipFile, info: zipfile.ZipInfo, name: str) -> bytes:
    """The bytes of a member, as many as the archive says it has, their checksum right.

    Raises:
        IngestError: the member is damaged, or packed in a way that few programs know.
    """
    if info.compress_type not in _METHODS:
        raise IngestError(f"{name}：压缩方式少见，无法解开，请用常用的压缩软件重新压缩。")
    try:
        return archive.read(info)
    except ZIP_ERRORS as error:
        raise IngestError(
            f"{name}：压缩包里的这个文件已损坏，无法解开，请重新压缩后提供。"
        ) from error
