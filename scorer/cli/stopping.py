"""Ctrl-C that lets a run finish what it holds; a second one ends the program at once."""

from __future__ import annotations

import signal
import threading
from types import FrameType, TracebackType
from typing import Self

from scorer.cli.streams import say


class Stopping:
    """While it is open, the first interrupt is kept in mind; `asked` tells of it."""

    def __init__(self, *, heed: bool) -> None:
        self.asked = False
        # Signals can be handled in the main thread only.
        self._heed = heed and threading.current_thread() is threading.main_thread()
        self._before: signal._HANDLER = None

    def __enter__(self) -> Self:
        if self._heed:
            self._before = signal.signal(signal.SIGINT, self._note)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._heed:
            signal.signal(signal.SIGINT, self._before)

    def _note(self, _number: int, _frame: FrameType | None) -> None:
        if self.asked:
            raise KeyboardInterrupt
        self.asked = True
        say("正在停下，先写好已经评完的报告；再按一次 Ctrl+C 立即退出。")
