"""The shipped rubric's patterns in the formats of ready peers, and the commands that run them."""

from __future__ import annotations

import json
import re
import shutil
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

import scorer.pipeline
from scorer.zh.phrase import Phrase

_SPECIAL = re.compile(r"[\\^$.|?*+()\[\]{}/]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Patterns:
    """Every distinct phrase of a rubric: criterion and regular expression; the literal ones apart."""

    rules: tuple[tuple[str, str], ...]
    literals: tuple[str, ...]


def find_patterns() -> Patterns:
    """All phrases by which the shipped rubric looks for matters."""
    lexicon = scorer.pipeline.load_rubric().lexicon
    found: dict[str, tuple[str, Phrase]] = {}
    for user in chain.from_iterable(chain.from_iterable(u.values() for u in lexicon.users)):
        found.setdefault(user.phrase.source, (user.vocabulary, user.phrase))
    pairs = [found[source] for source in sorted(found)]
    return Patterns(
        rules=tuple((vocabulary, _regex(phrase)) for vocabulary, phrase in pairs),
        literals=tuple(phrase.source for _, phrase in pairs if not phrase.pattern),
    )


def _regex(phrase: Phrase) -> str:
    """One line; a line break in a character class is written out."""
    return phrase.pattern.replace("\n", r"\n") or _SPECIAL.sub(r"\\\g<0>", phrase.source)


def write_peers(folder: Path, patterns: Patterns) -> None:
    """Write the files that the peers read."""
    folder.mkdir(parents=True, exist_ok=True)
    rules = patterns.rules
    groups: dict[str, list[str]] = {}
    for name, regex in rules:
        groups.setdefault(name, []).append(regex)
    _put(folder / "patterns.txt", "".join(f"{regex}\n" for _, regex in rules))
    _put(folder / "literals.txt", "".join(f"{words}\n" for words in patterns.literals))
    _put(folder / "patterns.json", json.dumps([regex for _, regex in rules], ensure_ascii=False))
    _put(folder / "prh.yml", "\n".join(_list_prh(groups)) + "\n")
    _put_json(folder / "textlint-prh.json", {"rules": {"prh": {"rulePaths": ["./prh.yml"]}}})
    marked = [{"pattern": f"/{regex}/", "message": name} for name, regex in rules]
    _put_json(
        folder / "textlint-pattern.json",
        {"rules": {"@textlint-rule/pattern": {"patterns": marked}}},
    )
    _put(folder / "semgrep.yml", "\n".join(_list_semgrep(groups)) + "\n")


def _list_prh(groups: dict[str, list[str]]) -> Iterator[str]:
    """Rules for prh, which tells a match whose words differ from `expected`: the criterion's mark."""
    yield from ("version: 1", "rules:")
    for name, regexes in groups.items():
        yield f"- expected: {_quote(f'[{name}]')}"
        yield "  patterns:"
        yield from (f"  - {_quote(f'/{regex}/')}" for regex in regexes)


def _list_semgrep(groups: dict[str, list[str]]) -> Iterator[str]:
    yield "rules:"
    for name, regexes in groups.items():
        yield f"- id: {name.replace('.', '-')}"
        yield from ("  languages: [regex]", "  severity: INFO", f"  message: {name}")
        yield "  pattern-either:"
        yield from (f"  - pattern-regex: {_quote(regex)}" for regex in regexes)


def find_commands(folder: Path, corpus: Path, tools: Path) -> dict[str, list[str]]:
    """The peers that can be found on PATH, or below `tools`, and how they are run."""
    commands: dict[str, list[str]] = {}
    ripgrep = _find("rg", tools / "bin")
    if ripgrep:
        base = [ripgrep, "-j1", "-o", "-n", "--no-config"]
        commands["rg -F（只有固定短语）"] = [
            *base,
            "-F",
            "-f",
            f"{folder}/literals.txt",
            f"{corpus}",
        ]
        commands["rg -f（全部模式）"] = [
            *base, "--regex-size-limit=2G", "--dfa-size-limit=2G", "-f", f"{folder}/patterns.txt", f"{corpus}",
        ]  # fmt: skip
    textlint = tools / "node_modules" / ".bin" / "textlint"
    if textlint.exists():
        for rule in ("prh", "pattern"):
            commands[f"textlint + {rule}"] = [
                "sh", "-c", 'cd "$1" && exec node "$2" -c "$3" -f json "$4"/*/*.txt', "sh",
                f"{tools}", f"{textlint}", f"{folder}/textlint-{rule}.json", f"{corpus}",
            ]  # fmt: skip
    semgrep = _find("semgrep", tools / "bin")
    if semgrep:
        commands["semgrep（regex）"] = [
            semgrep, "scan", "-j", "1", "--config", f"{folder}/semgrep.yml", "--metrics", "off",
            "--disable-version-check", "--json", "--quiet", "--no-git-ignore", f"{corpus}",
        ]  # fmt: skip
    return commands


def naive(folder: Path, corpus: Path) -> list[str]:
    """The yardstick: `re.finditer` of every pattern over every report."""
    program = (
        "import json,re,sys;from pathlib import Path;"
        "P=[re.compile(p) for p in json.loads(Path(sys.argv[1]).read_text('utf-8'))];"
        "n=0\n"
        "for f in sorted(Path(sys.argv[2]).rglob('*.txt')):\n"
        "    t=f.read_text('utf-8')\n"
        "    for p in P:\n"
        "        for m in p.finditer(t): n+=1\n"
        "print(n)"
    )
    return [sys.executable, "-c", program, f"{folder}/patterns.json", f"{corpus}"]


def _find(name: str, folder: Path) -> str | None:
    return shutil.which(name, path=str(folder)) or shutil.which(name)


def _put(path: Path, text: str) -> None:
    path.write_text(text, "utf-8")


def _put_json(path: Path, value: object) -> None:
    _put(path, json.dumps(value, ensure_ascii=False, indent=1) + "\n")


def _quote(words: str) -> str:
    return "'" + words.replace("'", "''") + "'"
