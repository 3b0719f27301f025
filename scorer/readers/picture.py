"""Pictures of a report, photographs and scans saved as pictures, to text by OCR."""

from __future__ import annotations

import io
import struct
import warnings
from collections.abc import Iterator
from typing import Protocol

from scorer.errors import IngestError
from scorer.readers import ocr
from scorer.readers.extract import Extract
from scorer.readers.layout.lines import Page
from scorer.readers.layout.paragraphs import make_flow

#: What a picture may take when it is unpacked; its header says so before.
MAX_PIXELS = 50_000_000
#: A photograph can be unpacked at a half, a quarter or an eighth of its size.
MAX_PHOTO_PIXELS = 400_000_000
MAX_PAGES = 100
_LONG_SIDE = 4000
_KINDS = ("PNG", "JPEG", "TIFF", "BMP", "GIF")
_PHOTOGRAPHS = ("JPEG", "MPO")
_ANIMATED = "GIF"


class _Picture(Protocol):
    """What is used of a picture that PIL has opened and not yet unpacked."""

    format: str
    mode: str
    size: tuple[int, int]
    n_frames: int

    def seek(self, frame: int) -> None: ...
    def draft(self, mode: str, size: tuple[int, int]) -> object: ...
    def convert(self, mode: str) -> _Picture: ...
    def thumbnail(self, size: tuple[int, int]) -> None: ...


def read_picture(name: str, data: bytes) -> Extract:
    """The words on the picture, on each page of one that has several."""
    if not ocr.is_installed():
        raise IngestError(f"{name}：这是图片，{ocr.ADVICE}。")
    flow = make_flow(tuple(_read_pages(name, data)))
    if not flow.lines:
        raise IngestError(f"{name}：图片里没有识别出文字，请检查图片是否清晰完整。")
    return Extract(text=flow.text, notes=tuple(ocr.note_unsure(flow)))


def _read_pages(name: str, data: bytes) -> Iterator[Page]:
    from PIL import Image  # noqa: PLC0415  of the extra

    try:
        with warnings.catch_warnings():
            # PIL warns of large pictures; the limits here are lower or leave them packed.
            warnings.simplefilter("ignore")
            with Image.open(io.BytesIO(data), formats=_KINDS) as picture:
                yield from _read_frames(name, picture)
    except Image.DecompressionBombError as error:
        raise IngestError(_describe_size(name)) from error
    except (OSError, SyntaxError, ValueError, EOFError, struct.error) as error:
        raise IngestError(
            f"{name}：图片已损坏或者格式不支持，无法读取，请另存为 PNG 或 JPG 后再评分。"
        ) from error


def _describe_size(name: str, size: tuple[int, int] | None = None) -> str:
    told = f"（{size[0]}×{size[1]}像素）" if size else ""
    return f"{name}：图片尺寸过大{told}，请缩小到{MAX_PIXELS // 10_000}万像素以内后再评分。"


def _read_frames(name: str, picture: _Picture) -> Iterator[Page]:
    frames = 1 if picture.format == _ANIMATED else getattr(picture, "n_frames", 1)
    if frames > MAX_PAGES:
        raise IngestError(f"{name}：图片共{frames}页，超过{MAX_PAGES}页的上限，请拆分后再评分。")
    for frame in range(1 if picture.format in _PHOTOGRAPHS else frames):
        picture.seek(frame)
        _check_size(name, picture)
        yield _read_frame(picture)


def _check_size(name: str, picture: _Picture) -> None:
    """By the header alone; a photograph is told to unpack itself smaller."""
    photograph = picture.format in _PHOTOGRAPHS
    width, height = picture.size
    if width * height > (MAX_PHOTO_PIXELS if photograph else MAX_PIXELS):
        raise IngestError(_describe_size(name, picture.size))
    if photograph:
        picture.draft("RGB", (_LONG_SIDE, _LONG_SIDE))


def _read_frame(picture: _Picture) -> Page:
    import numpy as np  # noqa: PLC0415  of the extra
    from PIL import Image, ImageOps  # noqa: PLC0415

    upright = ImageOps.exif_transpose(picture)
    if picture.mode.startswith("I;16"):
        upright = Image.fromarray((np.asarray(upright) >> 8).astype(np.uint8))
    upright.thumbnail((_LONG_SIDE, _LONG_SIDE))
    colours = upright.convert("RGBA") if "transparency" in upright.info else upright
    if colours.mode in {"RGBA", "LA", "PA"}:
        ground = Image.new("RGBA", colours.size, "white")
        colours = Image.alpha_composite(ground, colours.convert("RGBA"))
    return ocr.read_pixels(ocr.drop_red(np.asarray(colours.convert("RGB"))))
