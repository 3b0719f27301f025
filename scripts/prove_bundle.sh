#!/bin/sh
# Installs a bundle for this platform in an empty folder without network and scores an example there:
# the JSON must be what the checkout gives.        usage: scripts/prove_bundle.sh BUNDLE.zip [PYTHON]
set -eu
bundle=$(readlink -f "$1")
root=$(cd "$(dirname "$0")/.." && pwd)
python=${2:-$root/.venv/bin/python}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# A network namespace of its own has no way out; where it is not allowed, pip alone is told so.
offline="unshare --net"
$offline true 2>/dev/null || offline=""
echo "without network: ${offline:-no namespace here, only PIP_NO_INDEX=1}"

(cd "$work" && "$python" -m zipfile -e "$bundle" .)
folder=$(echo "$work"/scorer-*)
run() {
    $offline env -i HOME="$work" PATH="$PATH" LANG=C.UTF-8 PIP_NO_INDEX=1 PYTHON="${PYTHON:-}" "$@"
}
run sh "$folder/install.sh" || { echo "install.sh answered $?" >&2; exit 1; }

cd "$folder/例子"
run ../scorer score *.txt -f json >"$work/bundle.json"
PYTHONPATH="$root" "$python" -m scorer score *.txt -f json >"$work/checkout.json"
cmp "$work/bundle.json" "$work/checkout.json"
points=$("$python" -c 'import json, sys; print(json.load(open(sys.argv[1]))["scorecards"][0]["total"]["points"])' "$work/bundle.json")
echo "proved: $(basename "$bundle"): $(wc -c <"$work/bundle.json") bytes of JSON, as the checkout's; total $points"
