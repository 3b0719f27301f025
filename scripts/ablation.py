"""What each component adds: agreement with everything, and with one component off in turn.

usage: python scripts/ablation.py       prints the tables of scripts/wordings.py, then its own

A component is turned off from outside: a function of the engine is replaced while the table's row
is counted, or the rubric is judged in a variant. The product knows nothing of it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from fractions import Fraction
from importlib import import_module
from pathlib import Path
from types import ModuleType
from unittest.mock import patch

from labelled import (
    CORPUS,
    Labelled,
    judge_all,
    load_rubric,
    parsing_once,
    read_labelled,
    remember,
    remember_results,
)
from wordings import Figure, add_up, find_blind, measure_file, print_table

from scorer import reading
from scorer.agreement import Agreement, measure
from scorer.document import Document, Span
from scorer.evidence.contest import Contestant, Ownership, hold_contest
from scorer.evidence.facts import Fact, FactKind, find_clause
from scorer.evidence.lexicon import Hits, Lexicon, Weight
from scorer.evidence.nearness import Arena
from scorer.evidence.topics import CONCRETE, Heard, TopicModel
from scorer.reading.model import Actor, Clause, PartCues, Reading, Standing
from scorer.reading.outline import Outline, Station
from scorer.reading.parts import find_parts
from scorer.reading.segments import Cut
from scorer.rubric.model import Rubric
from scorer.scoring.judge import find_contestants

#: The modules whose functions are replaced: the names are looked up where they are called.
READ = import_module("scorer.reading.read")
JUDGE = import_module("scorer.scoring.judge")
CRITERIA = import_module("scorer.scoring.criteria")
_COLUMNS = ("exact", "kappa", "quadr", "total", "lost", "won")
#: From here on the model is taken to name a matter where there is no contest.
_NAMES = 0

#: A function that stands in for one of the engine's.
StandIn = Callable[..., object]


@dataclass(frozen=True, slots=True, kw_only=True)
class Component:
    """Something that can be turned off: functions that stand in for the engine's, or a variant."""

    name: str
    instead: tuple[tuple[ModuleType, str, StandIn], ...] = ()
    variant: Callable[[Rubric], Rubric] = lambda rubric: rubric


@contextmanager
def without(component: Component, rubric: Rubric) -> Iterator[Rubric]:
    """The rubric to judge with while the component is off."""
    with ExitStack() as stack:
        for module, name, function in component.instead:
            stack.enter_context(patch.object(module, name, function))
        yield component.variant(rubric)


# What is not measured -----------------------------------------------------------------------------


def hold_once(arena: Arena, facts: Sequence[Fact], contestants: Sequence[Contestant]) -> Ownership:
    """The contest; held again, without the model that was heard, it only explains the first."""
    if arena.heard is None and arena.near:
        return Ownership(by_criterion={})
    return hold_contest(arena, facts, contestants)


#: What only explains an outcome is left out; no figure depends on it.
QUICK = Component(
    name="(explanations)",
    instead=(
        (JUDGE, "hold_contest", hold_once),
        (JUDGE, "keep_learned", lambda *_: Ownership(by_criterion={})),
        (JUDGE, "find_closure", lambda *_: ()),
        (CRITERIA, "find_nearest", lambda *_: None),
    ),
)


# Standing and actor -------------------------------------------------------------------------------


def take_all_as_done(
    _text: str, cuts: Sequence[Cut], _parts: Sequence[str | None], _year: int | None
) -> tuple[Standing, ...]:
    """Every clause tells a deed, wherever it stands."""
    return (Standing.DONE,) * len(cuts)


def trust_the_part(
    _text: str, _cuts: Sequence[Cut], parts: Sequence[str | None], _year: int | None
) -> tuple[Standing, ...]:
    """Every clause outside the plan and the shortcomings tells a deed, whatever its words say."""
    by_part = {"plan": Standing.PLANNED, "shortcomings": Standing.SHORTCOMING}
    return tuple(by_part.get(part or "", Standing.DONE) for part in parts)


def take_all_as_heads(
    _text: str, cuts: Sequence[Cut], _parts: Sequence[str | None]
) -> tuple[Actor, ...]:
    """Every act may be the principal heads' own."""
    return (Actor.HEADS,) * len(cuts)


def keep_nothing_for_heads(rubric: Rubric) -> tuple[Contestant, ...]:
    """The contestants less those that keep the heads' acts from the measures."""
    return tuple(
        rival
        for rival in find_contestants(rubric)
        if not (rival.absorbs and rival.actor is Actor.HEADS)
    )


# Ownership ----------------------------------------------------------------------------------------


def own_by_words(
    arena: Arena, facts: Sequence[Fact], contestants: Sequence[Contestant]
) -> Ownership:
    """Each criterion by itself: a fact in a clause with its strong words is its own."""
    return own_by_words_or_model(replace(arena, heard=None), facts, contestants)


def own_by_words_or_model(
    arena: Arena, facts: Sequence[Fact], contestants: Sequence[Contestant]
) -> Ownership:
    """Each criterion by itself; a clause that the model hears speak of it is as good as a word."""
    report, hits = arena.reading, arena.hits
    rivals = [rival for rival in contestants if not rival.absorbs]
    return Ownership(
        by_criterion={
            rival.id: tuple(
                sorted(
                    {
                        fact
                        for fact in (*facts, *_find_acts(report, hits, rival))
                        if _names(rival, hits, report.clauses[fact.clause], arena.heard)
                    }
                )
            )
            for rival in rivals
        }
    )


def _names(rival: Contestant, hits: Hits, clause: Clause, heard: Heard | None) -> bool:
    """Whether the clause tells of the rival's actor and speaks of its matter."""
    if rival.actor not in {None, clause.actor}:
        return False
    heaviest = hits.heaviest(rival.id, clause.at, clause.stop)
    if heaviest is not None and heaviest >= Weight.STRONG:
        return True
    if heard is None or rival.id in hits.find_trapped(clause.at, clause.stop):
        return False
    return heard.by_clause[clause.index].get(rival.id, _NAMES - 1) >= _NAMES


def _find_acts(report: Reading, hits: Hits, rival: Contestant) -> Iterator[Fact]:
    """The rival's concrete words in the body, told as done."""
    set_phrases = report.opening | report.headings
    for hit in hits.all_of(rival.id):
        clause = find_clause(report, hit.at)
        if hit.weight is not Weight.CONCRETE or clause is None:
            continue
        told = clause.standing is Standing.DONE and clause.actor is not Actor.OTHERS
        if told and clause.paragraph not in set_phrases:
            yield Fact(hit.at, hit.stop, FactKind.ACT, clause.index)


# The learned model --------------------------------------------------------------------------------


def keep_columns(model: TopicModel, keep: Callable[[str], bool]) -> TopicModel:
    """The model with the columns of some names only; the others are never heard."""
    kept = [index for index, name in enumerate(model.criteria) if keep(name)]
    place = {index: number for number, index in enumerate(kept)}
    return TopicModel(
        criteria=tuple(model.criteria[index] for index in kept),
        bias=tuple(model.bias[index] for index in kept),
        weights={
            ngram: tuple((place[index], weight) for index, weight in pairs if index in place)
            for ngram, pairs in model.weights.items()
        },
    )


def hear_only(keep: Callable[[str], bool]) -> Callable[[Rubric], Rubric]:
    """A variant of a rubric whose model has some columns only."""

    def vary(rubric: Rubric) -> Rubric:
        model = rubric.topics
        return replace(rubric, topics=remember(keep_columns(model, keep)) if model else None)

    return vary


# Parts and words ----------------------------------------------------------------------------------


def ignore_headings(
    document: Document, _frame: Sequence[Span], _cues: Sequence[PartCues], _year: int | None
) -> Outline:
    """The outline of a report without headings: parts are found by the words of the body alone."""
    bare = Station(part=None, path=())
    return Outline(stations=(bare,) * len(document.blocks), headings={})


def find_parts_by_body(
    document: Document,
    cuts: Sequence[Cut],
    _outline: Outline,
    cues: Sequence[PartCues],
    year: int | None,
) -> tuple[str | None, ...]:
    """The part of each clause as in a report without headings; form and topics still see them."""
    return find_parts(document, cuts, ignore_headings(document, (), cues, year), cues, year)


def drop_traps(rubric: Rubric) -> Rubric:
    """The rubric without traps in its word lists."""
    users = tuple(
        {
            word: tuple(user for user in entry if user.weight is not Weight.TRAP)
            for word, entry in by_word.items()
        }
        for by_word in rubric.lexicon.users
    )
    return replace(rubric, lexicon=Lexicon(finder=rubric.lexicon.finder, users=users))


EVERYTHING = Component(name="(everything on)")
NO_MODEL = Component(name="learned: both", variant=lambda rubric: replace(rubric, topics=None))
COMPONENTS = (
    Component(
        name="standing: all clauses done",
        instead=((READ, "find_standings", take_all_as_done),),
    ),
    Component(
        name="standing: by part, not words",
        instead=((READ, "find_standings", trust_the_part),),
    ),
    Component(
        name="actor: anybody is the heads",
        instead=(
            (READ, "find_actors", take_all_as_heads),
            (JUDGE, "find_contestants", keep_nothing_for_heads),
        ),
    ),
    Component(
        name="contest: own by words alone",
        instead=((JUDGE, "hold_contest", own_by_words),),
    ),
    Component(
        name="contest: own by words, model",
        instead=((JUDGE, "hold_contest", own_by_words_or_model),),
    ),
    Component(name="learned: topics", variant=hear_only(lambda name: name == CONCRETE)),
    Component(name="learned: concreteness", variant=hear_only(lambda name: name != CONCRETE)),
    NO_MODEL,
    Component(name="parts: headings ignored", instead=((READ, "read_outline", ignore_headings),)),
    Component(
        name="parts: ignored for clauses only",
        instead=((READ, "find_parts", find_parts_by_body),),
    ),
    Component(name="words: traps", variant=drop_traps),
)


# The table ----------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """The figures of one setting: agreement on each folder, each blind file by wording."""

    name: str
    folders: tuple[Agreement, ...]
    blind: tuple[Mapping[str, Figure], ...]


def count_row(
    component: Component, rubric: Rubric, folders: Sequence[Labelled], blind: Sequence[Path]
) -> Row:
    """Judge everything with the component off."""
    with without(component, rubric) as tried:
        return Row(
            name=component.name,
            folders=tuple(measure(f.reports, judge_all(tried, f.parsed)) for f in folders),
            blind=tuple(measure_file(tried, path) for path in blind),
        )


def count_rows(rubric: Rubric, folders: Sequence[Labelled], blind: Sequence[Path]) -> Iterator[Row]:
    """The row with everything on, then one for each component.

    What does not depend on the component is worked out once for all rows.
    """
    read_once = Component(name="", instead=((reading, "read", remember_results(reading.read)),))
    with parsing_once(), without(QUICK, rubric):
        for component in (EVERYTHING, *COMPONENTS):
            reads_anew = any(module is READ for module, _, _ in component.instead)
            with without(EVERYTHING if reads_anew else read_once, rubric):
                yield count_row(component, rubric, folders, blind)


def count_changes(before: Agreement, now: Agreement) -> tuple[int, int]:
    """How many labels were right before and are not now, and the other way round."""
    wrong_before = {(d.report, d.criterion) for d in before.label_differences}
    wrong_now = {(d.report, d.criterion) for d in now.label_differences}
    return len(wrong_now - wrong_before), len(wrong_before - wrong_now)


def list_figures(now: Agreement, before: Agreement) -> tuple[str, ...]:
    """A folder's figures as they are printed, `before` being those with everything on."""
    labels = now.overall
    lost, won = count_changes(before, now)
    return (
        *(_show(share, 3) for share in (labels.exact, labels.kappa, labels.weighted_kappa)),
        _show(now.total.mean_difference, 1),
        f"-{lost}",
        f"+{won}",
    )


def _show(value: Fraction | None, digits: int) -> str:
    return "-" if value is None else f"{float(value):.{digits}f}"


def make_table(full: Row, rows: Sequence[Row], folders: Sequence[str], blind: Sequence[str]) -> str:
    """One line a setting: its figures on each folder, then its share of each blind file."""
    names = max(len(row.name) for row in (full, *rows))
    width = 6 * len(_COLUMNS) + 1
    banner = "".join(f"  {f' {name} ':-^{width}}" for name in folders)
    lines = [
        " " * names + banner,
        _line("off", names, [_COLUMNS] * len(folders), blind),
    ]
    for row in (full, *rows):
        groups = list(map(list_figures, row.folders, full.folders))
        shares = [_show(Fraction(*add_up(figures)), 3) for figures in row.blind]
        lines.append(_line(row.name, names, groups, shares))
    return "\n".join(lines)


def _line(name: str, width: int, groups: Sequence[Sequence[str]], blind: Sequence[str]) -> str:
    """A name and its cells, those of the blind files a little wider."""
    figures = ["".join(f"{cell:>6}" for cell in group) + " " for group in groups]
    return "  ".join((f"{name:<{width}}", *figures)) + "".join(f"{cell:>8}" for cell in blind)


def main() -> None:
    """Print the table."""
    rubric = load_rubric()
    folders = [read_labelled(CORPUS / name) for name in ("held-out", "reports")]
    blind = find_blind()
    full, *rows = count_rows(rubric, folders, blind)
    bare = next(row for row in rows if row.name == NO_MODEL.name)
    for path, figures, plain in zip(blind, full.blind, bare.blind, strict=True):
        print_table(path, figures, plain)
    print("\nWhat each component adds: agreement with one component off in turn")
    for folder, agreement in zip(folders, full.folders, strict=True):
        print(f"{folder.name}: {agreement.reports} reports, {agreement.overall.count} labels")
    names = [folder.name for folder in folders]
    print(make_table(full, rows, names, [path.stem for path in blind]))
    print(
        "exact; Cohen's kappa; kappa with quadratic weights; mean difference of totals in points;\n"
        "labels lost: right with everything on only; won: wrong with everything on only;\n"
        "share of the blind sentences that get their level"
    )


if __name__ == "__main__":
    main()
