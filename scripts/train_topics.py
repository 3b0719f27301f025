"""Train `rubrics/topics.json` from the labelled sentences in `corpus/` (needs scikit-learn).

usage: python scripts/train_topics.py [HAND ...]    default: every hand but the held-out one
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from sklearn.feature_extraction.text import CountVectorizer
from sklearn.linear_model import LogisticRegression

from scorer.evidence.contest import ELSEWHERE
from scorer.evidence.topics import CONCRETE, FORMAT, find_ngrams

ROOT = Path(__file__).resolve().parents[1]
CORPUS = ROOT / "corpus"
MODEL = ROOT / "rubrics" / "topics.json"
#: Never trained on: its sentences measure the model (docs/accuracy.md).
HELD_OUT = ("4",)
#: Criteria that are no topic of a sentence.
LEFT_OUT = frozenset({"duty.statement"})
WEIGHTS_PER_CRITERION = 3000
STRENGTH = 0.2
#: Figures make a sentence concrete in themselves; the rest is learned from sentences without.
_FIGURE = re.compile(
    r"\d|[一二两三四五六七八九十百千万余多]+"
    r"[件起宗例次场期份名人位条个户家篇台处轮批堂座所辆册幅张间套亩页本天年卷票块趟遍回元]"
)


def read_sentences(hands: Sequence[str]) -> Iterator[dict[str, object]]:
    """Yield every labelled sentence of the hands, and those of their paragraphs."""
    for hand in hands:
        yield from _read_lines(CORPUS / "sentences" / f"s{hand}.jsonl")
        paragraphs = CORPUS / "paragraphs" / f"p{hand}.jsonl"
        for paragraph in _read_lines(paragraphs) if paragraphs.exists() else ():
            yield from paragraph["sentences"]  # type: ignore[misc]


def _read_lines(path: Path) -> Iterator[dict[str, object]]:
    yield from map(json.loads, path.read_text("utf-8").splitlines())


def train(hands: Sequence[str]) -> dict[str, object]:
    """Fit one classifier a criterion and keep its heaviest weights as hundredths."""
    sentences = list(read_sentences(hands))
    labels = [set(map(str, sentence["topics"])) for sentence in sentences]  # type: ignore[call-overload]
    for topics in labels:
        if not topics:
            topics.add(ELSEWHERE)
    criteria = sorted({label for topics in labels for label in topics} - LEFT_OUT)
    vectorizer = CountVectorizer(analyzer=find_ngrams, binary=True, min_df=2)
    matrix = vectorizer.fit_transform([str(sentence["text"]) for sentence in sentences])
    ngrams = vectorizer.get_feature_names_out()
    weights: dict[str, list[list[int]]] = {}
    bias = []
    told = [number for number, sentence in enumerate(sentences) if _tells_plainly(sentence)]
    for index, criterion in enumerate([*criteria, CONCRETE]):
        rows = told if criterion == CONCRETE else range(len(sentences))
        target = [
            sentences[row]["concrete"] if criterion == CONCRETE else criterion in labels[row]
            for row in rows
        ]
        fit = LogisticRegression(
            C=STRENGTH, class_weight="balanced", solver="liblinear", random_state=0, max_iter=1000
        ).fit(matrix[list(rows)], target)
        bias.append(round(100 * float(fit.intercept_[0])))
        heaviest = sorted(zip(fit.coef_[0], ngrams, strict=True), key=lambda pair: -abs(pair[0]))
        for weight, ngram in heaviest[:WEIGHTS_PER_CRITERION]:
            if rounded := round(100 * float(weight)):
                weights.setdefault(str(ngram), []).append([index, rounded])
    return {
        "schema": FORMAT,
        "criteria": [*criteria, CONCRETE],
        "bias": bias,
        "weights": dict(sorted(weights.items())),
    }


def _tells_plainly(sentence: Mapping[str, object]) -> bool:
    """Whether it tells a deed of some criterion without figures."""
    done = sentence["standing"] == "done" and bool(sentence["topics"])
    return done and _FIGURE.search(str(sentence["text"])) is None


def main() -> None:
    """Train and write the model."""
    every = sorted(path.stem[1:] for path in (CORPUS / "sentences").glob("s*.jsonl"))
    hands = sys.argv[1:] or [hand for hand in every if hand not in HELD_OUT]
    text = json.dumps(train(hands), ensure_ascii=False, separators=(",", ":"))
    MODEL.write_text(text + "\n", "utf-8")


if __name__ == "__main__":
    main()
