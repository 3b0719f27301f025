"""How much memory a process takes, and a bound on it where the system keeps one."""

from __future__ import annotations

import ctypes
import importlib
import sys
from pathlib import Path

_PAGES = Path("/proc/self/statm")
_READ_INFORMATION = 0x1000 | 0x0010


def measure_memory(pid: int) -> int | None:
    """Resident bytes of another process; None where the system does not tell (macOS)."""
    if sys.platform == "win32":
        return _ask_windows(pid)
    try:
        resident = int(_PAGES.parent.with_name(str(pid)).joinpath("statm").read_text().split()[1])
    except (OSError, IndexError, ValueError):
        return None
    return resident * _page_size()


def bound_memory(size: int) -> None:
    """Let this process have so many more bytes of addresses; allocating beyond that fails.

    Only Linux keeps such a bound; libraries reserve more than they use, so it is a rough one.
    """
    if not _PAGES.exists():
        return
    resource = importlib.import_module("resource")
    taken = int(_PAGES.read_text().split()[0]) * _page_size()
    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    resource.setrlimit(resource.RLIMIT_AS, (taken + size, hard))


def _page_size() -> int:
    return int(importlib.import_module("resource").getpagesize())


def _ask_windows(pid: int) -> int | None:  # pragma: no cover - needs Windows
    class Counters(ctypes.Structure):
        _fields_ = (
            ("size", ctypes.c_uint32),
            ("faults", ctypes.c_uint32),
            ("peak", ctypes.c_size_t),
            ("resident", ctypes.c_size_t),
            *((f"other{number}", ctypes.c_size_t) for number in range(6)),
        )

    kernel = ctypes.CDLL("kernel32")
    kernel.OpenProcess.restype = ctypes.c_void_p
    handle = ctypes.c_void_p(kernel.OpenProcess(_READ_INFORMATION, 0, pid))
    counters = Counters(size=ctypes.sizeof(Counters))
    told = kernel.K32GetProcessMemoryInfo(handle, ctypes.byref(counters), counters.size)
    kernel.CloseHandle(handle)
    return int(counters.resident) if told else None
