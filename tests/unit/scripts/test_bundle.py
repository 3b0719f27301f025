from __future__ import annotations

import importlib.util
import sys
import zipfile
from pathlib import Path
from types import ModuleType

import pytest

pytest.importorskip("packaging")

FOLDER = Path(__file__).parents[3] / "scripts" / "bundle"
if not FOLDER.is_dir():
    pytest.skip("scripts/ is not part of an installed copy", allow_module_level=True)


def load(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(f"bundle_{name}", FOLDER / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


build = load("build")
install = load("install")


def write_wheel(folder: Path, name: str, *requires: str, version: str = "1.0") -> Path:
    folder.mkdir(exist_ok=True)
    path = folder / f"{name}-{version}-py3-none-any.whl"
    lines = ["Metadata-Version: 2.1", f"Name: {name}", *(f"Requires-Dist: {r}" for r in requires)]
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(f"{name}-{version}.dist-info/METADATA", "\n".join(lines))
    return path


@pytest.fixture
def wheels(tmp_path: Path) -> Path:
    """Ours requires a library that requires another on Windows, and a third for OCR."""
    folder = tmp_path / "wheels"
    write_wheel(folder, "scorer", "lib>=1", 'eye>=2; extra == "ocr"')
    write_wheel(folder, "lib", 'colour; sys_platform == "win32"', 'old; python_version < "3"')
    return folder


@pytest.mark.parametrize(
    ("platform", "extras", "missing"),
    [
        ("linux-x64", "office", []),
        ("linux-aarch64", "office", []),
        ("windows-x64", "office", ['colour; sys_platform == "win32" (for lib)']),
        ("linux-x64", "office,ocr", ['eye>=2; extra == "ocr" (for scorer)']),
    ],
)
def test_what_a_platform_requires_must_be_there(
    wheels: Path, platform: str, extras: str, missing: list[str]
) -> None:
    assert list(build.find_missing(wheels, extras, build.PLATFORMS[platform])) == missing


def test_a_wheel_of_another_version_does_not_do(wheels: Path) -> None:
    write_wheel(wheels, "eye", version="1.5")
    found = list(build.find_missing(wheels, "ocr", build.PLATFORMS["linux-x64"]))
    assert found == ['eye>=2; extra == "ocr" (for scorer)']


@pytest.mark.parametrize("name", ["windows-x64", "windows-x64-ocr", "linux-x64", "linux-aarch64"])
def test_a_bundle_holds_all_that_its_installer_needs(
    wheels: Path, tmp_path: Path, name: str
) -> None:
    made = build.pack(tmp_path, name, wheels / "scorer-1.0-py3-none-any.whl", wheels)
    stem = f"scorer-1.0-{name}"
    starter = "install.bat" if "windows" in name else "install.sh"
    with zipfile.ZipFile(made) as archive:
        names = {each.removeprefix(f"{stem}/") for each in archive.namelist()}
        files = {
            each: archive.read(f"{stem}/{each}") for each in (starter, "bundle.ini", "说明.txt")
        }
    assert names >= {
        starter,
        "install.py",
        "例子/xiling-zhen.txt",
        "wheels/lib-1.0-py3-none-any.whl",
    }
    extras = "office,ocr" if "ocr" in name else "office"
    assert files["bundle.ini"].split() == [b"3.11", f"scorer[{extras}]==1.0".encode()]
    assert all(
        b"@" not in data.replace(b"@echo", b"") for data in (files[starter], files["说明.txt"])
    )
    assert files["说明.txt"].startswith("\ufeffscorer 1.0".encode())


def test_what_a_windows_console_reads_is_ascii_with_its_line_ends() -> None:
    told = build._fill("install.bat", {"PYTHON": "3.11"}, windows=True)
    assert told.isascii()
    assert told.count(b"\r\n") == told.count(b"\n")
    assert install.STARTERS["scorer.cmd"].isascii()


def test_no_index_is_named() -> None:
    words = "".join(path.read_text("utf-8") for path in FOLDER.iterdir() if path.is_file())
    assert "http" not in words


def test_another_python_is_told_what_is_needed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "bundle.ini").write_text("2.7\nscorer==1\n", "ascii")
    monkeypatch.setattr(install, "HERE", tmp_path)
    assert install.main() == 1
    assert "要用 Python 2.7" in capsys.readouterr().out
    assert [path.name for path in tmp_path.iterdir()] == ["bundle.ini"]


def test_an_installation_that_fails_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    own = ".".join(map(str, sys.version_info[:2]))
    (tmp_path / "bundle.ini").write_text(f"{own}\nscorer==1\n", "ascii")
    monkeypatch.setattr(install, "HERE", tmp_path)
    monkeypatch.setattr(install, "ENVIRONMENT", tmp_path / "env")

    def fail(_requirement: str) -> None:
        raise OSError("disk full")

    monkeypatch.setattr(install, "install", fail)
    assert install.main() == 1
    assert "没有装成：disk full" in capsys.readouterr().out
    assert not (tmp_path / "env").exists()
