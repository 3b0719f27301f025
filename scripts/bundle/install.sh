#!/bin/sh
# Needs Python @PYTHON@ and nothing else; PYTHON=/path/to/python names one that is not found by itself.
cd "$(dirname "$0")" || exit 1
for python in "$PYTHON" python@PYTHON@ python3 python; do
    if [ -n "$python" ] && "$python" -c 'import sys; sys.exit("%d.%d" % sys.version_info[:2] != "@PYTHON@")' 2>/dev/null; then
        exec "$python" install.py
    fi
done
echo "没有找到 Python @PYTHON@，请按“说明.txt”安装，或用 PYTHON=路径 ./install.sh 指明。" >&2
exit 1
