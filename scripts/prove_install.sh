#!/bin/sh
# Installs the checkout without extras in an empty environment; the core must read its formats there,
# and each extra that is missing must be told in one line with its command.
# usage: scripts/prove_install.sh [PYTHON]
set -eu
root=$(cd "$(dirname "$0")/.." && pwd)
python=${1:-$root/.venv/bin/python}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

"$python" -m venv "$work/env"
"$work/env/bin/python" -m pip install --quiet --disable-pip-version-check \
    --constraint "$root/constraints.txt" "$root"
cd "$work"
env/bin/python "$root/scripts/prove_install.py" env/bin/scorer
