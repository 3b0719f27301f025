"""Pictures of pages to lines of words: upright, by lines, each as sure as the engine was.

The models come with the engine's own package; nothing is fetched, nothing is sent.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from itertools import groupby
from pathlib import Path
from statistics import mean, median
from typing import Any, Protocol

from scorer.cache import regex
from scorer.document import Span
from scorer.readers.beat import tell_slow_page
from scorer.readers.extract import Note
from scorer.readers.layout.lines import Glyph, Page, find_lines
from scorer.readers.layout.paragraphs import Flow, Placed

ADVICE = '缺少 OCR 组件：pip install "scorer[ocr]"'
#: One is the same text on every machine; more pages at once are worth more than threads.
_THREADS = 1
#: Of a hundred pixels so many are no lighter than paper; what is red and not much darker is seal.
_PAPER = 90
_REDDISH = 25
_PALE = 0.5
#: Pixels of the longer side of the picture on which words are looked for.
_DETECTED = 1280
#: Pieces surer than this stand upright; pieces less sure than the last are no words.
_UPRIGHT = 0.85
_UNSURE = 0.8
_NO_WORDS = 0.4
#: Nothing that is asked for is told in fewer unsure characters: the head of a column, a mark.
_FEWEST_LOST = 6
_TRIED = 4
_PAGE_WIDTH = 595.0
_LAST_NARROW = "\u02ff"
#: Height of a piece in em, where its words are too short to tell.
_PIECE_HEIGHT = 1.25
_FEWEST_CHARACTERS = 8
_CHINESE = "[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef“”]"
_HALF_MARK = regex(rf"(?<={_CHINESE})[(),:;?!]|[()](?={_CHINESE})|^\((?=\d{{1,2}}[)）])")
_FULL_WIDTH = dict(zip("(),:;?!", "（），：；？！", strict=True))


class Pixels(Protocol):
    """A picture as rows of bytes; a grey one, dark words on light ground, if nothing else is said.

    Typed by what is used of it, since the package of its true type may be missing.
    """

    @property
    def shape(self) -> tuple[int, ...]:
        """Height and width, and the number of colours."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Piece:
    """Words found on a picture: the corners from upper left clockwise, in pixels."""

    corners: tuple[tuple[float, float], ...]
    text: str = ""
    score: float = 0.0

    @property
    def width(self) -> float:
        return _distance(self.corners[0], self.corners[1])

    @property
    def height(self) -> float:
        return _distance(self.corners[0], self.corners[3])

    @property
    def tilt(self) -> float:
        """How far its upper edge drops over its length."""
        (x0, y0), (x1, y1) = self.corners[:2]
        return (y1 - y0) / max(1.0, x1 - x0)


def _distance(one: tuple[float, float], other: tuple[float, float]) -> float:
    return float(((one[0] - other[0]) ** 2 + (one[1] - other[1]) ** 2) ** 0.5)


def is_installed() -> bool:
    """Whether pictures can be read here."""
    return find_spec("rapidocr") is not None and find_spec("onnxruntime") is not None


def drop_red(colours: Pixels) -> Pixels:
    """A picture in red, green and blue as grey, without the seals.

    Seals are red: on the red channel they are pale, and the words beneath them stay.
    """
    import numpy as np  # noqa: PLC0415  of the extra

    whole = np.asarray(colours).astype(np.int16)
    red, green = whole[:, :, 0], whole[:, :, 1]
    paper = np.percentile(red, _PAPER)
    seal = (red - green > _REDDISH) & (red > _PALE * paper)
    grey: Pixels = np.where(seal, paper, red).astype(np.uint8)
    return grey


def read_pixels(pixels: Pixels) -> Page:
    """The lines of the picture, in points of a page as wide as A4."""
    tell_slow_page()
    pieces, (height, width) = _stand_upright(pixels)
    scale = _PAGE_WIDTH / width
    found = [piece for piece in pieces if piece.text.strip() and piece.score >= _NO_WORDS]
    tilt = median([p.tilt for p in sorted(found, key=lambda p: -p.width)[:_TRIED]] or [0.0])
    sizes = _measure_sizes(found)
    glyphs = [
        _make_glyph(piece, tilt, size * scale, scale)
        for piece, size in zip(found, sizes, strict=True)
    ]
    lines = find_lines(glyphs)
    return Page(width=_PAGE_WIDTH, height=height * scale, lines=lines, rough=True)


def _stand_upright(pixels: Pixels) -> tuple[list[_Piece], tuple[int, ...]]:
    """The words, and the height and width of the picture turned so that they can be read."""
    import numpy as np  # noqa: PLC0415  of the extra

    pieces = _detect(pixels)
    tall = sum(piece.height > piece.width for piece in pieces)
    if tall * 2 > len(pieces):
        pixels = np.ascontiguousarray(np.rot90(pixels))
        pieces = _detect(pixels)
    longest = sorted(pieces, key=lambda piece: -piece.width)[:_TRIED]
    if longest and _is_upside_down(pixels, longest):
        pixels = np.ascontiguousarray(np.rot90(pixels, 2))
        pieces = _detect(pixels)
    return [_recognise(pixels, piece) for piece in pieces], pixels.shape[:2]


def _is_upside_down(pixels: Pixels, pieces: Sequence[_Piece]) -> bool:
    upright = mean(_recognise(pixels, piece).score for piece in pieces)
    if upright >= _UPRIGHT:
        return False
    turned = [_Piece(corners=piece.corners[2:] + piece.corners[:2]) for piece in pieces]
    return mean(_recognise(pixels, piece).score for piece in turned) > upright


def _detect(pixels: Pixels) -> list[_Piece]:
    """Where words are, found on a smaller picture: that is most of the time saved."""
    import cv2  # noqa: PLC0415  of the extra

    height, width = pixels.shape[:2]
    scale = min(1.0, _DETECTED / max(height, width))
    size = max(1, round(width * scale)), max(1, round(height * scale))
    small = cv2.resize(pixels, size, interpolation=cv2.INTER_AREA)
    found = _load_engine()(small, use_det=True, use_cls=False, use_rec=False)
    boxes = () if found.boxes is None else found.boxes
    return [
        _Piece(corners=tuple((float(x) / scale, float(y) / scale) for x, y in box)) for box in boxes
    ]


def _recognise(pixels: Pixels, piece: _Piece) -> _Piece:
    import cv2  # noqa: PLC0415  of the extra
    import numpy as np  # noqa: PLC0415

    width, height = max(1, round(piece.width)), max(1, round(piece.height))
    target = np.float32([(0, 0), (width, 0), (width, height), (0, height)])
    matrix = cv2.getPerspectiveTransform(np.float32(piece.corners), target)
    cut = cv2.warpPerspective(
        pixels, matrix, (width, height), flags=cv2.INTER_CUBIC, borderMode=cv2.BORDER_REPLICATE
    )
    read = _load_engine()(cut, use_det=False, use_cls=False, use_rec=True)
    text = _widen(read.txts[0]) if read.txts else ""
    score = float(read.scores[0]) if read.scores else 0.0
    return _Piece(corners=piece.corners, text=text, score=score)


def _widen(text: str) -> str:
    """Brackets and marks among Chinese characters as these are printed, in full width."""
    return _HALF_MARK.sub(lambda mark: _FULL_WIDTH[mark[0]], text)


class _Found(Protocol):
    boxes: Sequence[Sequence[Sequence[float]]] | None
    txts: Sequence[str] | None
    scores: Sequence[float] | None


class _Engine(Protocol):
    def __call__(self, image: Pixels, *, use_det: bool, use_cls: bool, use_rec: bool) -> _Found: ...


@cache
def _load_engine() -> _Engine:
    import onnxruntime  # noqa: PLC0415  of the extra
    import rapidocr  # noqa: PLC0415

    onnxruntime.disable_telemetry_events()
    models = Path(rapidocr.__file__).parent / "models"
    settings: dict[str, object] = {
        "Global.log_level": "critical",
        "Global.text_score": 0.0,
        "Det.limit_type": "max",
        "Det.limit_side_len": _DETECTED,
        "EngineConfig.onnxruntime.intra_op_num_threads": _THREADS,
        "EngineConfig.onnxruntime.inter_op_num_threads": _THREADS,
    }
    # A model that is named is loaded from there or not at all, never fetched.
    for task in ("Det", "Cls", "Rec"):
        settings[f"{task}.model_path"] = str(min(models.glob(f"*_{task.lower()}_*.onnx")))
    return _as_engine(rapidocr.RapidOCR(params=settings))


def _as_engine(engine: Any) -> _Engine:  # noqa: ANN401  typed by hand: the package may be missing
    found: _Engine = engine
    return found


def _measure_sizes(pieces: Sequence[_Piece]) -> list[float]:
    """The em of each piece: by its height, and by how wide long pieces of that height are."""
    telling = [
        piece.width / _count_ems(piece.text) / piece.height
        for piece in pieces
        if len(piece.text) >= _FEWEST_CHARACTERS
    ]
    share = median(telling) if telling else 1 / _PIECE_HEIGHT
    return [piece.height * share for piece in pieces]


def _count_ems(text: str) -> float:
    return sum(0.5 if character <= _LAST_NARROW else 1.0 for character in text)


def _make_glyph(piece: _Piece, tilt: float, size: float, scale: float) -> Glyph:
    """The piece with the tilt of the page undone."""
    level = [(x + y * tilt, y - x * tilt) for x, y in piece.corners]
    return Glyph(
        text=piece.text,
        left=min(x for x, _ in level) * scale,
        right=max(x for x, _ in level) * scale,
        y=mean(y for _, y in level) * scale,
        size=size,
        score=piece.score,
    )


def note_unsure(flow: Flow) -> Iterator[Note]:
    """A note for each stretch of lines hard to make out; a few characters lose no text."""
    for unsure, run in groupby(flow.lines, key=lambda placed: placed.line.score < _UNSURE):
        if unsure:
            yield _note(list(run))


def _note(run: Sequence[Placed]) -> Note:
    page = run[0].page + 1
    message = f"第{page}页有{len(run)}行字迹不清，识别结果可能有误，请核对原件。"
    span = Span(run[0].span.start, run[-1].span.end)
    return Note(message=message, span=span, loses_text=_count_unsure(run) >= _FEWEST_LOST)


def _count_unsure(run: Sequence[Placed]) -> int:
    doubts = (doubt for placed in run for doubt in placed.line.doubts)
    return sum(length for score, length in doubts if score < _UNSURE)
