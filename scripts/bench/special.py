"""Inputs that no town writes: a rubric of patterns that never hit, a report of two megabytes."""

from __future__ import annotations

import shutil
from pathlib import Path

import yaml
from make_corpus import Maker

ROOT = Path(__file__).resolve().parents[2]
LONG_BYTES = 2_000_000


def add_idle_patterns(folder: Path, count: int) -> Path:
    """A copy of the shipped rubrics in the folder, with so many more patterns; the township's."""
    shutil.copytree(ROOT / "rubrics", folder, dirs_exist_ok=True)
    path = folder / "words" / "measures.yaml"
    words = yaml.safe_load(path.read_text("utf-8"))
    rare = "龘靐齉爩鱻麤灪龖厵滟爨癵驫麣纞虋讟钃鸜麷鞻韽韾顟顠飝饙馫騳骉魕魖魗魙鬷鬸鬹鬺鬻鬿"
    names = [name for name in words if isinstance(words[name], dict) and "weak" in words[name]]
    for number in range(count):
        a, b, c = (rare[number // len(rare) ** power % len(rare)] for power in range(3))
        phrase = f"{a}{b}{c}法治" if number % 2 else f"({a}{b}|{b}{c}){c}…(公开|公示)"
        words[names[number % len(names)]]["weak"].append(phrase)
    path.write_text(yaml.safe_dump(words, allow_unicode=True, sort_keys=False), "utf-8")
    return folder / "township.yaml"


def make_long() -> str:
    """Sections of many reports under one head."""
    maker = Maker(11, 0.0)
    whole, size, number = maker.make(0)[0], 0, 1
    while size < LONG_BYTES:
        for at, (_, paragraphs) in enumerate(maker.make(number)[0].sections):
            plain = [("", words) for _, words in paragraphs]
            whole.sections[at][1].extend(plain)
            size += sum(len(words.encode()) for _, words in plain)
        number += 1
    return whole.render()
