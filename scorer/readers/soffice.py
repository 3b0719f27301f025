"""LibreOffice, where it is installed, as a converter: a file in, a .docx out."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import tempfile
from contextlib import suppress
from pathlib import Path

from scorer.readers.limits import CONVERT_SECONDS

_NAMES = ("soffice", "libreoffice")
_WINDOWS_PLACE = Path("LibreOffice", "program", "soffice.exe")
_MAC_PLACE = Path("/Applications/LibreOffice.app/Contents/MacOS/soffice")
_TARGET = "docx:MS Word 2007 XML"
_LARGEST = 64 * 1024 * 1024
#: No macros, no links followed, and a proxy that nobody listens at: nothing is fetched.
_SETTINGS = (
    ("Office.Common/Security/Scripting", "DisableMacrosExecution", "true"),
    ("Office.Common/Security/Scripting", "MacroSecurityLevel", "3"),
    ("Office.Common/Security/Scripting", "BlockUntrustedRefererLinks", "true"),
    ("Office.Common/Security/Scripting", "DisableActiveContent", "true"),
    ("Office.Writer/Content/Update", "Link", "0"),
    ("Inet/Settings", "ooInetProxyType", "2"),
    ("Inet/Settings", "ooInetHTTPProxyName", "127.0.0.1"),
    ("Inet/Settings", "ooInetHTTPProxyPort", "9"),
    ("Inet/Settings", "ooInetHTTPSProxyName", "127.0.0.1"),
    ("Inet/Settings", "ooInetHTTPSProxyPort", "9"),
)
_ITEM = (
    '<item oor:path="/org.openoffice.{path}"><prop oor:name="{name}" oor:op="fuse">'
    "<value>{value}</value></prop></item>"
)
_PROFILE = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<oor:items xmlns:oor="http://openoffice.org/2001/registry">{items}</oor:items>'
)


def find_soffice() -> Path | None:
    """The program, on the search path or where its installer puts it."""
    found = next((path for name in _NAMES if (path := shutil.which(name))), None)
    programs = os.environ.get("ProgramFiles")  # noqa: SIM112 - the name as Windows spells it
    usual = (Path(programs, _WINDOWS_PLACE) if programs else None, _MAC_PLACE)
    places = (Path(found) if found else None, *usual)
    return next((place for place in places if place is not None and place.exists()), None)


def convert(data: bytes, suffix: str) -> bytes | None:
    """The file as .docx; None where there is no program, or it fails or takes too long.

    Each call has a profile and a folder of its own, which are gone afterwards.
    """
    program = find_soffice()
    if program is None:
        return None
    with tempfile.TemporaryDirectory(prefix="scorer-", ignore_cleanup_errors=True) as folder:
        return _convert(program, Path(folder), data, suffix)


def _convert(program: Path, folder: Path, data: bytes, suffix: str) -> bytes | None:
    profile, source = folder / "profile", folder / f"report{suffix}"
    _write_profile(profile)
    source.write_bytes(data)
    options = ("--headless", "--norestore", "--nologo", "--nolockcheck", "--convert-to", _TARGET)
    command = (
        str(program),
        f"-env:UserInstallation={profile.as_uri()}",
        *options,
        "--outdir",
        str(folder / "made"),
        str(source),
    )
    made = folder / "made" / "report.docx"
    if not _run(command) or not made.is_file() or made.stat().st_size > _LARGEST:
        return None
    return made.read_bytes()


def _write_profile(profile: Path) -> None:
    user = profile / "user"
    user.mkdir(parents=True)
    items = "".join(_ITEM.format(path=path, name=name, value=v) for path, name, v in _SETTINGS)
    (user / "registrymodifications.xcu").write_text(_PROFILE.format(items=items), "utf-8")


def _run(command: tuple[str, ...]) -> bool:
    """Whether the program ended in time; whatever it started ends with it."""
    try:
        process = subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
    except OSError:
        return False
    try:
        process.wait(CONVERT_SECONDS)
    except subprocess.TimeoutExpired:
        return False
    finally:
        _end(process)
    return True


def _end(process: subprocess.Popen[bytes]) -> None:
    if sys.platform == "win32":
        if process.poll() is None:
            command = ("taskkill", "/F", "/T", "/PID", str(process.pid))
            subprocess.run(command, check=False, capture_output=True)
    else:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
    process.wait()
