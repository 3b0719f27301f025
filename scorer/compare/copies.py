"""All reports compared with all: who shares which text with whom, and how much is whose own."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache, partial

from scorer.compare.clusters import find_clusters
from scorer.compare.gather import Gathered
from scorer.compare.index import Index, Seeds, common_stretches, find_limit
from scorer.compare.model import MOST_PAIRS, Comparison, Pair, Relation, Report
from scorer.compare.passages import Letters, Passage, find_passages, hang_together
from scorer.compare.sides import show_passage
from scorer.compare.specimen import Specimen, count_outside, join_stretches
from scorer.compare.spool import Spool
from scorer.compare.towns import may_be_same, town_key
from scorer.compare.watch import Watch, nobody
from scorer.scorecard import Failure

#: A passage of fewer own letters may be chance, or words that a superior gave out.
LEAST = 80
_KEPT = 4096
#: The step's name for who looks on.
_COMPARING = "逐对比较"


@dataclass(slots=True)
class _Bench:
    """What a comparison works on."""

    spool: Spool
    index: Index
    references: set[int] = field(default_factory=set)
    towns: set[str] = field(default_factory=set)
    keys: set[tuple[str, str]] = field(default_factory=set)
    failures: list[Failure] = field(default_factory=list)


def compare(gathered: Iterable[Gathered], least: int = LEAST, watch: Watch = nobody) -> Comparison:
    """Compare the reports; every passage of at least so many own letters is told."""
    bench = _Bench(Spool(), Index())
    for each in gathered:
        _take(bench, each)
    return _compare(bench, least, watch)


def _take(bench: _Bench, gathered: Gathered) -> None:
    bench.failures.extend(gathered.failures)
    for specimen in gathered.specimens:
        number, issuer = bench.spool.add(specimen), specimen.issuer
        key = town_key(issuer, specimen.file)
        bench.keys.add(key)
        bench.index.add(specimen.letters, key, reference=gathered.source.reference)
        if issuer.unit:
            bench.towns.add(issuer.unit)
        if gathered.source.reference:
            bench.references.add(number)


def _compare(bench: _Bench, least: int, watch: Watch) -> Comparison:
    seeds = bench.index.find_seeds(watch)
    letters_of = lru_cache(_KEPT)(partial(_letters, bench, seeds))
    pairs: list[Pair] = []
    shared: dict[int, list[tuple[Relation, tuple[int, int]]]] = defaultdict(list)
    for (one, other), places in watch(sorted(seeds.pairs.items()), _COMPARING):
        if not hang_together(places):
            continue
        letters = [letters_of(number) for number in (one, other)]
        passages = find_passages(letters[0], letters[1], places, least)
        if passages:
            pair = _pair(bench, one, other, passages, letters)
            pairs.append(pair)
            for passage in passages:
                shared[one] += [(pair.relation, (r.here, r.here + r.size)) for r in passage.runs]
                shared[other] += [
                    (pair.relation, (r.there, r.there + r.size)) for r in passage.runs
                ]
    pairs.sort(key=lambda pair: (-pair.letters, pair.here, pair.there))
    quoted = sorted({n for pair in pairs[:MOST_PAIRS] for n in (pair.here, pair.there)})
    return Comparison(
        reports=tuple(_report(bench, seeds, n, shared[n]) for n in range(len(bench.spool))),
        pairs=tuple(pairs),
        clusters=find_clusters(pairs),
        least=least,
        common_towns=find_limit(len(bench.keys)),
        failures=tuple(bench.failures),
        texts=tuple((number, bench.spool[number]) for number in quoted),
    )


def _letters(bench: _Bench, seeds: Seeds, number: int) -> Letters:
    """A report's letters with all that is not its own."""
    text, fixed = bench.spool.brief(number)
    common = common_stretches(seeds.common.get(number, []))
    return Letters(text=text, fixed=join_stretches([*fixed, *common]))


def _pair(
    bench: _Bench, one: int, other: int, passages: tuple[Passage, ...], letters: list[Letters]
) -> Pair:
    here, there = bench.spool[one], bench.spool[other]
    total = sum(passage.own for passage in passages)
    towns = frozenset(bench.towns)
    return Pair(
        here=one,
        there=other,
        relation=_relate(here, there),
        letters=total,
        share_here=_share(total, letters[0]),
        share_there=_share(total, letters[1]),
        passages=tuple(show_passage(here, there, passage, towns) for passage in passages),
    )


def _relate(one: Specimen, other: Specimen) -> Relation:
    if not may_be_same(one.issuer, other.issuer):
        return Relation.OTHERS
    same_year = one.issuer.year is not None and one.issuer.year == other.issuer.year
    return Relation.SAME_REPORT if same_year else Relation.SAME_TOWN


def _share(part: int, letters: Letters) -> float:
    """What part of a report's own letters that is, at most all of them."""
    own = count_outside(0, len(letters.text), letters.fixed)
    return min(1.0, part / own) if own else 0.0


def _report(
    bench: _Bench, seeds: Seeds, number: int, shared: list[tuple[Relation, tuple[int, int]]]
) -> Report:
    specimen, whole = bench.spool[number], _letters(bench, seeds, number)
    fixed = sum(stop - start for start, stop in specimen.fixed)
    own = count_outside(0, len(whole.text), whole.fixed)

    def count(*relations: Relation) -> int:
        stretches = join_stretches(
            [stretch for relation, stretch in shared if relation in relations]
        )
        return sum(count_outside(start, stop, whole.fixed) for start, stop in stretches)

    taken = count(Relation.OTHERS, Relation.SAME_TOWN)
    return Report(
        file=specimen.file,
        issuer=specimen.issuer,
        letters=len(whole.text),
        fixed=fixed,
        common=len(whole.text) - fixed - own,
        with_others=count(Relation.OTHERS),
        with_itself=count(Relation.SAME_TOWN),
        own_share=(own - taken) / own if own else None,
        reference=number in bench.references,
    )
