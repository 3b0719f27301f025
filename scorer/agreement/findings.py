"""Precision and recall of findings against the defects marked by hand."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from fractions import Fraction

from scorer.agreement.gold import GoldFinding
from scorer.agreement.labels import divide
from scorer.agreement.pairing import Pair
from scorer.finding import Finding, Strength

#: Two quotes speak of the same place when they share so many characters in a row.
OVERLAP = 8
#: Kinds of damage that count as found when the notes on the copy name them.
COPY_KINDS = ("citation.broken", "truncated", "typo", "identity.mixed")
#: Kinds whose words are confused often enough that they count as one family.
_ONE_FAMILY = ("date", "tense", "citation")


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingAgreement:
    """Counts for one kind. `marked`, `found`: by hand; `right`, `wrong`: ours of full strength."""

    kind: str
    marked: int
    found: int
    right: int
    wrong: int

    @property
    def recall(self) -> Fraction | None:
        """The share of marked defects that were found."""
        return divide(self.found, self.marked)

    @property
    def precision(self) -> Fraction | None:
        """The share of our findings that name a marked defect; disputed ones are left out."""
        return divide(self.right, self.right + self.wrong)


@dataclass(frozen=True, slots=True, kw_only=True)
class Missed:
    """A defect marked by hand that nothing of ours covers."""

    report: str
    kind: str
    quote: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FalseAlarm:
    """A finding of ours that covers nothing marked by hand, not even a disputed defect."""

    report: str
    kind: str
    rule: str
    quote: str


def find_family(kind: str) -> str:
    """The word before the dot; date, tense and citation are one family."""
    word = kind.partition(".")[0]
    return "/".join(_ONE_FAMILY) if word in _ONE_FAMILY else word


def covers(quote: str, marked: str) -> bool:
    """Whether our quote contains the marked one or shares eight characters in a row with it."""
    ours, gold = "".join(quote.split()), "".join(marked.split())
    if gold in ours:
        return True
    return any(gold[at : at + OVERLAP] in ours for at in range(len(gold) - OVERLAP + 1))


def count_findings(
    pairs: Sequence[Pair], name_of: Callable[[str], str]
) -> tuple[FindingAgreement, ...]:
    """One row for each name that `name_of` gives to a kind, in the order of the names."""
    marked = [name_of(m.kind) for pair in pairs for m in pair.gold.findings if not m.weak]
    missed = [name_of(m.kind) for m in find_missed(pairs)]
    right = [name_of(f.kind) for pair in pairs for f in _find_right(pair)]
    wrong = [name_of(f.kind) for f in find_false_alarms(pairs)]
    return tuple(
        FindingAgreement(
            kind=name,
            marked=marked.count(name),
            found=marked.count(name) - missed.count(name),
            right=right.count(name),
            wrong=wrong.count(name),
        )
        for name in sorted({*marked, *right, *wrong})
    )


def find_missed(pairs: Sequence[Pair]) -> tuple[Missed, ...]:
    """Marked defects without a finding; disputed ones are left out."""
    return tuple(
        Missed(report=pair.gold.id, kind=marked.kind, quote=marked.quote)
        for pair in pairs
        for marked in pair.gold.findings
        if not marked.weak and not _is_found(marked, pair)
    )


def find_false_alarms(pairs: Sequence[Pair]) -> tuple[FalseAlarm, ...]:
    """Findings of full strength that cover nothing marked by hand."""
    return tuple(
        FalseAlarm(report=pair.gold.id, kind=f.kind, rule=f.rule, quote=_first_quote(f))
        for pair in pairs
        for f in _list_findings(pair)
        if not any(_names(f, marked) for marked in pair.gold.findings)
    )


def _find_right(pair: Pair) -> tuple[Finding, ...]:
    sure = tuple(marked for marked in pair.gold.findings if not marked.weak)
    return tuple(f for f in _list_findings(pair) if any(_names(f, marked) for marked in sure))


def _list_findings(pair: Pair) -> tuple[Finding, ...]:
    if pair.scorecard is None:
        return ()
    return tuple(f for f in pair.scorecard.findings if f.strength is Strength.FINDING)


def _is_found(marked: GoldFinding, pair: Pair) -> bool:
    if pair.scorecard is None:
        return False
    notes = pair.scorecard.text_quality if marked.kind in COPY_KINDS else ()
    return any(_names(f, marked) for f in (*pair.scorecard.charges, *notes))


def _names(finding: Finding, marked: GoldFinding) -> bool:
    same = find_family(finding.kind) == find_family(marked.kind)
    return same and any(covers(quote.text, marked.quote) for quote in finding.quotes)


def _first_quote(finding: Finding) -> str:
    return finding.quotes[0].text if finding.quotes else ""
