"""Builds the zips for offices without internet: wheels for one platform, an installer, a note.

usage: python scripts/bundle/build.py OUT_DIR [PLATFORM ...]     (all platforms where none is named)

Wheels come from whatever index pip is configured to use, as constraints.txt pins them. pip
evaluates markers for the machine that it runs on, so each wheelhouse is then held against the
markers of its own platform: what one wheel requires there, another must give.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from email import message_from_bytes
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name, parse_wheel_filename

ROOT = Path(__file__).resolve().parents[2]
HERE = Path(__file__).resolve().parent
PYTHON = os.environ.get("BUNDLE_PYTHON", "3.11")
EXTRAS = {"": "office", "-ocr": "office,ocr"}
OCR_NOTES = {
    "": "这个安装包不含扫描件识别（OCR）；要读扫描件和图片，请用名称带 ocr 的安装包。",
    "-ocr": "",
}
EXAMPLE = "xiling-zhen"
_MOMENT = (2020, 1, 1, 0, 0, 0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Platform:
    """A kind of machine: the tags of wheels that run there, newest first, and its markers."""

    title: str
    tags: tuple[str, ...]
    markers: dict[str, str]
    #: Packages that only this platform needs, which pip elsewhere does not see.
    more: tuple[str, ...] = ()


def _linux(machine: str) -> Platform:
    glibc = [f"manylinux_2_{minor}_{machine}" for minor in (28, 27, 26, 24, 17)]
    older = ["manylinux2014", *(["manylinux2010", "manylinux1"] if machine == "x86_64" else [])]
    return Platform(
        title=f"Linux {machine}",
        tags=(*glibc, *(f"{name}_{machine}" for name in older)),
        markers={
            "sys_platform": "linux",
            "platform_system": "Linux",
            "os_name": "posix",
            "platform_machine": machine,
        },
    )


PLATFORMS = {
    "windows-x64": Platform(
        title="Windows 64 位",
        tags=("win_amd64",),
        markers={
            "sys_platform": "win32",
            "platform_system": "Windows",
            "os_name": "nt",
            "platform_machine": "AMD64",
        },
        more=("colorama",),
    ),
    "linux-x64": _linux("x86_64"),
    "linux-aarch64": _linux("aarch64"),
}


def main(target: Path, names: list[str]) -> None:
    """Build each platform's two zips."""
    target.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        wheel = build_wheel(Path(folder))
        for name in names or PLATFORMS:
            for suffix, extras in EXTRAS.items():
                wheels = Path(folder, f"{name}{suffix}")
                download(wheel, extras, PLATFORMS[name], wheels)
                missing = list(find_missing(wheels, extras, PLATFORMS[name]))
                if missing:
                    raise SystemExit(f"{name}{suffix}: not in the wheelhouse: {', '.join(missing)}")
                made = pack(target, f"{name}{suffix}", wheel, wheels)
                count = len(list(wheels.iterdir()))
                print(f"{made.name}  {made.stat().st_size / 1e6:.1f} MB  {count} wheels")


def build_wheel(folder: Path) -> Path:
    """Our own."""
    _pip("wheel", "--no-deps", "--wheel-dir", folder / "own", ROOT)
    return next((folder / "own").glob("scorer-*.whl"))


def download(wheel: Path, extras: str, platform: Platform, wheels: Path) -> None:
    """The wheels of the platform, of all that ours requires, and pip itself."""
    tags = [option for tag in platform.tags for option in ("--platform", tag)]
    _pip(
        *("download", "--only-binary=:all:", "--implementation", "cp"),
        *("--python-version", PYTHON, *tags, "--dest", wheels),
        *("--constraint", ROOT / "constraints.txt"),
        *(f"{wheel}[{extras}]", "pip", *platform.more),
    )


def find_missing(wheels: Path, extras: str, platform: Platform) -> Iterator[str]:
    """What a wheel requires on the platform and no wheel gives, each once."""
    given = {parse_wheel_filename(path.name)[0]: path for path in wheels.iterdir()}
    versions = {name: parse_wheel_filename(path.name)[1] for name, path in given.items()}
    wanted = [("scorer", frozenset(extras.split(",")))]
    seen = set()
    while wanted:
        name, chosen = wanted.pop()
        if (name, chosen) in seen:
            continue
        seen.add((name, chosen))
        for each in _requirements(given[name], chosen, platform):
            other = canonicalize_name(each.name)
            if other not in given or not each.specifier.contains(versions[other], prereleases=True):
                yield f"{each} (for {name})"
            else:
                wanted.append((other, frozenset(each.extras)))


def _requirements(path: Path, extras: frozenset[str], platform: Platform) -> Iterator[Requirement]:
    """What a wheel requires on the platform with these extras."""
    markers = {
        **platform.markers,
        "python_version": PYTHON,
        "python_full_version": f"{PYTHON}.0",
        "implementation_name": "cpython",
        "platform_python_implementation": "CPython",
    }
    with zipfile.ZipFile(path) as archive:
        listed = next(n for n in archive.namelist() if n.endswith(".dist-info/METADATA"))
        metadata = message_from_bytes(archive.read(listed))
    for line in metadata.get_all("Requires-Dist") or ():
        each = Requirement(line)
        told = ({**markers, "extra": extra} for extra in ("", *extras))
        if each.marker is None or any(each.marker.evaluate(one) for one in told):
            yield each


def pack(target: Path, name: str, wheel: Path, wheels: Path) -> Path:
    """The zip; everything in it lies in one folder."""
    version = str(parse_wheel_filename(wheel.name)[1])
    suffix = "-ocr" if name.endswith("-ocr") else ""
    platform = PLATFORMS[name.removesuffix("-ocr")]
    words = {"PYTHON": PYTHON, "VERSION": version, "TITLE": platform.title}
    words["OCR"] = OCR_NOTES[suffix]
    stem = f"scorer-{version}-{name}"
    windows = platform.markers["os_name"] == "nt"
    made = target / f"{stem}.zip"
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for path in sorted(wheels.iterdir()):
            _add(archive, f"{stem}/wheels/{path.name}", path.read_bytes(), packed=False)
        installer = "install.bat" if windows else "install.sh"
        _add(archive, f"{stem}/{installer}", _fill(installer, words, windows=windows))
        _add(archive, f"{stem}/install.py", (HERE / "install.py").read_bytes())
        requirement = f"{PYTHON}\nscorer[{EXTRAS[suffix]}]=={version}\n"
        _add(archive, f"{stem}/bundle.ini", requirement.encode("ascii"))
        note = b"\xef\xbb\xbf" + _fill("note.txt", words, windows=True)
        _add(archive, f"{stem}/说明.txt", note)
        example = ROOT / "examples" / EXAMPLE / "report.txt"
        _add(archive, f"{stem}/例子/{EXAMPLE}.txt", example.read_bytes())
    return made


def _fill(name: str, words: dict[str, str], *, windows: bool) -> bytes:
    text = (HERE / name).read_text("utf-8")
    for key, value in words.items():
        text = text.replace(f"@{key}@", value)
    return text.replace("\n", "\r\n" if windows else "\n").encode("utf-8")


def _add(archive: zipfile.ZipFile, name: str, data: bytes, *, packed: bool = True) -> None:
    """The same bytes give the same zip; scripts may be run."""
    info = zipfile.ZipInfo(name, date_time=_MOMENT)
    info.external_attr = (0o755 if name.endswith(".sh") else 0o644) << 16
    info.compress_type = zipfile.ZIP_DEFLATED if packed else zipfile.ZIP_STORED
    archive.writestr(info, data)


def _pip(*arguments: object) -> None:
    command = [sys.executable, "-m", "pip", "--disable-pip-version-check", *map(str, arguments)]
    done = subprocess.run(command, check=False, capture_output=True, text=True)
    if done.returncode:
        raise SystemExit(f"pip {arguments[0]}: {done.stderr.strip()}")


if __name__ == "__main__":
    if len(sys.argv) < 2 or not set(sys.argv[2:]) <= set(PLATFORMS):  # noqa: PLR2004
        raise SystemExit(f"{__doc__}\nplatforms: {' '.join(PLATFORMS)}")
    main(Path(sys.argv[1]), sys.argv[2:])
