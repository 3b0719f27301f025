"""Installs scorer beside this file from the wheels beside it: no network, no administrator."""

from __future__ import annotations

import io
import os
import shutil
import subprocess
import sys
import venv
from pathlib import Path

HERE = Path(__file__).resolve().parent
WHEELS = HERE / "wheels"
ENVIRONMENT = HERE / "env"
WINDOWS = os.name == "nt"
PYTHON = ENVIRONMENT / ("Scripts/python.exe" if WINDOWS else "bin/python")
STARTERS = {
    "scorer.cmd": '@echo off\r\n"%~dp0env\\Scripts\\python.exe" -m scorer %*\r\n',
    "scorer": '#!/bin/sh\nexec "$(dirname "$(readlink -f "$0")")/env/bin/python" -m scorer "$@"\n',
}


def main() -> int:
    """Install and try; the answer is 0 where everything that must work does."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="replace", line_buffering=True)
    needed, requirement = (HERE / "bundle.ini").read_text("ascii").split()
    own = ".".join(map(str, sys.version_info[:2]))
    if own != needed:
        print(f"这个安装包要用 Python {needed}，现在运行的是 {own}。请按“说明.txt”安装后重试。")
        return 1
    print("正在安装，约需一分钟……")
    try:
        venv.EnvBuilder(clear=True, symlinks=not WINDOWS).create(ENVIRONMENT)
        install(requirement)
    except (OSError, subprocess.CalledProcessError) as error:
        shutil.rmtree(ENVIRONMENT, ignore_errors=True)
        print(f"没有装成：{error}")
        print("请检查：文件夹能不能写、磁盘还有没有空间、压缩包有没有全部解开；改正后重新运行。")
        return 1
    starter = write_starter()
    print("装好了，正在检查各项功能……\n")
    code = subprocess.run([PYTHON, "-m", "scorer", "doctor"], check=False).returncode
    print(f"\n以后这样使用：{starter} score 报告文件夹 -o 结果文件夹")
    return code


def install(requirement: str) -> None:
    """Run pip out of its own wheel: some systems leave it out of Python.

    What the user's pip is told elsewhere (settings, variables) does not count here.
    """
    pip = next(WHEELS.glob("pip-*.whl"))
    command = [PYTHON, f"{pip}/pip", "--isolated", "install", "--quiet", "--no-index"]
    options = ["--no-cache-dir", "--disable-pip-version-check", "--no-warn-script-location"]
    wheels = ["--find-links", WHEELS, "pip", requirement]
    subprocess.run([*command, *options, *wheels], check=True)


def write_starter() -> Path:
    """The file that people run."""
    name = "scorer.cmd" if WINDOWS else "scorer"
    starter = HERE / name
    starter.write_bytes(STARTERS[name].encode("ascii"))
    starter.chmod(0o755)
    return starter


if __name__ == "__main__":
    sys.exit(main())
