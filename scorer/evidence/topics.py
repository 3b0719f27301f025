"""What a stretch of text is about, learned from labelled sentences: the topic part of judging only.

A small linear model, one-against-rest, on sets of characters, pairs and triples of characters. It
was trained by `scripts/train_topics.py` on the sentences in `corpus/`; weights are small integers,
so the same text has the same scores on every machine.
"""

from __future__ import annotations

import json
import sys
from array import array
from collections.abc import Mapping
from dataclasses import dataclass, field
from operator import add

from scorer.cache import regex
from scorer.reading.model import Reading
from scorer.zh.gated import Gated

#: The principal heads by any of their titles, folded to one letter: who acts is judged elsewhere.
_HEADS = Gated(
    "书记 长 主任 主要 把手 两位 两人",
    r"(?:镇|乡|街道|苏木)?(?:党委|党工委|工委)?书记(?:、(?:镇长|乡长|主任))?|镇长|乡长|办事处主任"
    r"|党政主要(?:负责人|领导|负责同志)|主要(?:负责人|领导|负责同志)|一把手|两位|两人",
)
_NUMBER = regex(r"[0-9一二三四五六七八九十百千万两余多半.%]+")
_DROPPED = regex(r"[\s“”‘’\"《》（）()、]")
_MARKS = regex("[，。；：！？,;:!?\n]")
#: Bits of a sum that is packed with others, and what is added to each weight to keep it positive.
_LANE = 32
_MIDDLE = 1 << 15
FORMAT = "topics/1"
#: The column that says whether a clause without figures tells something concrete, no criterion.
CONCRETE = "concrete"


class TopicModelError(ValueError):
    """A model file that is none; the text says why, in Chinese."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicModel:
    """Weights by n-gram: pairs of (index into `criteria`, weight); scores are hundredths."""

    criteria: tuple[str, ...]
    bias: tuple[int, ...]
    weights: Mapping[str, tuple[tuple[int, int], ...]] = field(repr=False)
    #: The packed weights of the n-grams met so far.
    lanes: dict[str, int] = field(default_factory=dict, repr=False, compare=False)

    def score(self, text: str) -> Mapping[str, int]:
        """How much the text is about each criterion: 0 is even odds, 100 a unit of log-odds."""
        told = find_ngrams(text) & self.weights.keys()
        if not self.lanes.keys() >= told:
            new = [ngram for ngram in told if ngram not in self.lanes]
            self.lanes.update((ngram, self._pack(ngram)) for ngram in new)
        total = sum(map(self.lanes.__getitem__, told))
        sums = array("I", total.to_bytes(len(self.bias) * _LANE // 8, "little"))
        if sys.byteorder == "big":
            sums.byteswap()
        shift = len(told) * _MIDDLE
        return {
            name: bias + sum_ - shift
            for name, bias, sum_ in zip(self.criteria, self.bias, sums, strict=True)
        }

    def _pack(self, ngram: str) -> int:
        """All weights of an n-gram in one number, one lane a criterion: one addition sums all."""
        lanes = array("I", [_MIDDLE]) * len(self.bias)
        for index, weight in self.weights[ngram]:
            lanes[index] += weight
        if sys.byteorder == "big":
            lanes.byteswap()
        return int.from_bytes(lanes.tobytes(), "little")

    def explain(self, text: str, criterion: str) -> Mapping[str, int]:
        """The n-grams of the text that speak for the criterion, each with its weight."""
        index = self.criteria.index(criterion)
        return {
            ngram: weight
            for ngram in sorted(find_ngrams(text))
            for owner, weight in self.weights.get(ngram, ())
            if owner == index and weight > 0
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Heard:
    """A model and what it says of every clause of a report, by the clause's number."""

    model: TopicModel
    by_clause: Mapping[int, Mapping[str, int]] = field(repr=False)
    #: What was asked before: by text, by clause.
    by_text: dict[str, Mapping[str, int]] = field(default_factory=dict, repr=False, compare=False)
    bests: dict[int, int] = field(default_factory=dict, repr=False, compare=False)

    def score(self, text: str) -> Mapping[str, int]:
        """What the model says of a part of a clause; several criteria ask for the same."""
        if text not in self.by_text:
            self.by_text[text] = self.model.score(text)
        return self.by_text[text]

    def best(self, clause: int) -> int:
        """The score of what the clause is about most of all."""
        if clause not in self.bests:
            scores = self.by_clause[clause].items()
            self.bests[clause] = max(score for matter, score in scores if matter != CONCRETE)
        return self.bests[clause]


def hear(model: TopicModel, reading: Reading) -> Heard:
    """Score every clause of the report once."""
    return Heard(
        model=model,
        by_clause={clause.index: model.score(clause.text) for clause in reading.clauses},
    )


def parse_model(text: str) -> TopicModel:
    """Read a model from its JSON.

    Raises:
        TopicModelError: not JSON, another format, or weights that fit no criterion.
    """
    try:
        data = json.loads(text)
        if data["schema"] != FORMAT:
            raise TopicModelError(f"格式应为 {FORMAT}，不是“{data['schema']}”")
        model = TopicModel(
            criteria=tuple(map(str, data["criteria"])),
            bias=tuple(map(int, data["bias"])),
            weights={
                str(ngram): tuple((int(index), int(weight)) for index, weight in pairs)
                for ngram, pairs in data["weights"].items()
            },
        )
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        if isinstance(error, TopicModelError):
            raise
        raise TopicModelError("不是训练程序写出的词权文件") from error
    indexes = {index for pairs in model.weights.values() for index, _ in pairs}
    if any(abs(weight) >= _MIDDLE for pairs in model.weights.values() for _, weight in pairs):
        raise TopicModelError(f"词权应小于 {_MIDDLE}")
    if len(model.bias) != len(model.criteria) or not indexes <= set(range(len(model.criteria))):
        raise TopicModelError("词权与指标的个数对不上")
    return model


def fold(text: str) -> str:
    """The text with heads, numbers and marks of quotation folded away."""
    return _DROPPED.sub("", _NUMBER.sub("0", _HEADS.sub("H", text)))


def find_ngrams(text: str) -> set[str]:
    """Every run of one to three characters inside a comma clause; `^` stands before its first."""
    found: set[str] = set()
    for piece in _MARKS.split(fold(text)):
        run = f"^{piece}"
        found.update(run)
        found.update(map(add, run, run[1:]))
        found.update(map("".join, zip(run, run[1:], run[2:], strict=False)))
    return found
