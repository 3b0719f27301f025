"""Which words of a clause spoke for a criterion, where only the learned model made it its own."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from scorer.evidence.base import Look, Spoken
from scorer.evidence.contest import Ownership
from scorer.evidence.nearness import Arena, find_learned
from scorer.evidence.topics import TopicModel
from scorer.reading.model import Clause

#: Signs of the folded text that are no words of the report: a number, the heads, a clause's start.
_FOLDED = frozenset("0H^")
#: A piece that begins or ends with one of these would be torn from its neighbours.
_NO_START = frozenset(
    "的了着在和与及是都也就把从向由于之其等个各每一还又再而或将给有里为么这那他们得并件场次份户批年月日到过条项"
)
_NO_END = frozenset(
    "的了着过在和与及是都也就把被从向对由于之其等个各每一不还又再而或将给以到有里为么这那他们来去"
    "后前时得并年月日"
)
#: Most n-grams that a clause's pieces are put together from, and most pieces told.
_NGRAMS = 8
_PIECES = 5
#: An n-gram that speaks less than this part of what the first does is not told.
_LEAST = 3


def keep_learned(arena: Arena, owned: Ownership, by_words: Ownership) -> Ownership:
    """Of what is owned, the facts that words alone would not give and the model speaks for."""
    learned = {}
    for criterion, facts in owned.by_criterion.items():
        plain = frozenset(by_words.of(criterion))
        learned[criterion] = tuple(
            fact
            for fact in facts
            if fact not in plain and find_learned(arena, fact).get(criterion, 0) > 0
        )
    return Ownership(by_criterion=learned)


def explain_clauses(look: Look, criterion: str, clauses: Iterable[Clause]) -> tuple[Spoken, ...]:
    """What speaks for the criterion in each clause; one without a readable word is left out."""
    if look.heard is None:
        return ()
    model = look.heard.model
    explained = ((clause, find_words(model, clause.text, criterion)) for clause in clauses)
    return tuple(Spoken(span=clause.span, words=words) for clause, words in explained if words)


def find_words(model: TopicModel, text: str, criterion: str) -> tuple[str, ...]:
    """The pieces of the text that speak most for the criterion, heaviest first, at most five.

    N-grams that overlap or touch in the text are one piece; one that stands there only across a
    mark of quotation is none.
    """
    weights = model.explain(text, criterion)
    pieces = (ngram for ngram in weights if _is_piece(ngram) and ngram in text)
    ranked = sorted((-_support(ngram, weights), ngram) for ngram in pieces)
    least = -ranked[0][0] // _LEAST if ranked else 0
    worth = {ngram: -support for support, ngram in ranked[:_NGRAMS] if -support >= least}
    stretches = sorted(_join(text, worth), key=lambda stretch: -stretch[0])
    words = list(dict.fromkeys(word for _, word in stretches))
    return tuple(word for word in words if not _is_inside(word, words))[:_PIECES]


def _is_piece(ngram: str) -> bool:
    """Two characters or more of the report itself, torn from nothing."""
    torn = ngram[0] in _NO_START or ngram[-1] in _NO_END
    return len(ngram) > 1 and _FOLDED.isdisjoint(ngram) and not torn


def _support(ngram: str, weights: Mapping[str, int]) -> int:
    """What the n-gram says with all n-grams inside it."""
    ends = range(1, len(ngram) + 1)
    inside = {ngram[start:end] for end in ends for start in range(end)}
    return sum(weights.get(part, 0) for part in inside)


def _join(text: str, worth: Mapping[str, int]) -> Iterator[tuple[int, str]]:
    """The stretches of the text that n-grams cover, each with the most that one of them says."""
    spots = sorted(
        (found.start(), found.start() + len(ngram), weight)
        for ngram, weight in worth.items()
        for found in re.finditer(f"(?={re.escape(ngram)})", text)
    )
    while spots:
        at, stop, weight = spots.pop(0)
        while spots and spots[0][0] <= stop:
            _, end, other = spots.pop(0)
            stop, weight = max(stop, end), max(weight, other)
        yield weight, text[at:stop]


def _is_inside(word: str, words: Sequence[str]) -> bool:
    return any(word in other for other in words if other != word)
