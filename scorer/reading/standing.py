"""What a clause claims: done, planned, demanded, lacking, negated, a quoted rule, of other years.

The part a clause stands in decides first, its own words second. This is the one place that
decides it, for every criterion.
"""

from __future__ import annotations

from collections.abc import Sequence

from scorer.cache import regex
from scorer.reading.deeds import tells_deed, tells_result
from scorer.reading.demands import demands, find_rule, goes_on
from scorer.reading.future import speaks_of_future, wishes
from scorer.reading.lacks import Lack, explains_lack, find_lack
from scorer.reading.model import Standing
from scorer.reading.outline import DEMANDS
from scorer.reading.segments import Cut

#: Titles, and short quotes that nobody is said to say: words named, not claims made.
_NAMED = regex(r"《[^》]{1,40}》|(?<![：，说讲求调])“[^”]{1,14}”")

#: What others are told to do in one breath: 要求各村全年调解83件. A year's figure there is an aim.
_ORDERED = regex(r"(?:^|[，；：])[并还]?要求(?:各|全体|全镇|全乡|广大|所有)[^，。；了已]*")

#: A year at the head of a clause, and what makes it one that lasts into the reporting year.
_DATED = regex(
    r"^(?:早在|于|我[镇乡街]|[（(]?[一二三四五六七八九十\d]{0,2}[）)、.]?)?(?P<year>20\d\d)年"
    r"(?!度?(?:以来|以后|起|至|来|开始|[—~-]))"
)
_LASTS = regex(r"今年|本年|当年|续|延|至今|一直|仍|沿用|修订|施行|以来|同比|相比|比上年")
#: Years this far back may tell what a report's figures are compared with, not what was done.
_FAR_BACK = 8

#: Standings that give way to a demand that goes on.
_CARRIED = (Standing.DONE, Standing.RULE)
_BY_PART = {"plan": Standing.PLANNED, "shortcomings": Standing.SHORTCOMING}
_LACKING = (Standing.SHORTCOMING, Standing.NEGATED)
_BY_LACK = {Lack.FALLS_SHORT: Standing.SHORTCOMING, Lack.UNDONE: Standing.NEGATED}


def find_standings(
    text: str, cuts: Sequence[Cut], parts: Sequence[str | None], year: int | None
) -> tuple[Standing, ...]:
    """Decide the standing of every clause; `year` is the reporting year where it is known."""
    standings: list[Standing] = []
    for number, cut in enumerate(cuts):
        by_part = _BY_PART.get(parts[number] or "")
        clause = _NAMED.sub("〓", text[cut.at : cut.stop])
        if by_part is not None:
            confessed = by_part is Standing.PLANNED and _confesses(clause)
            standings.append(Standing.SHORTCOMING if confessed else by_part)
            continue
        own = _own_standing(clause, year)
        if parts[number] == DEMANDS and own in _CARRIED and not tells_deed(clause):
            own = Standing.DEMANDED
        if own is Standing.DONE and _is_earlier(clause, year):
            own = Standing.EARLIER
        carried = _carries(clause, cuts[max(0, number - 2) : number + 1], standings)
        if own is Standing.DONE and number > 0 and _explains(clause, cuts[number - 1], cut):
            own = standings[number - 1] if standings[number - 1] in _LACKING else own
        standings.append(Standing.DEMANDED if own in _CARRIED and carried else own)
    return tuple(standings)


def _is_earlier(clause: str, year: int | None) -> bool:
    """Whether the clause tells what was done in a year before the reporting year."""
    dated = _DATED.match(clause)
    if dated is None or year is None or _LASTS.search(clause) is not None:
        return False
    return year - _FAR_BACK <= int(dated["year"]) < year


def _confesses(clause: str) -> bool:
    """Whether a clause of the plan only looks back on what is lacking."""
    return find_lack(clause) is not None and not wishes(clause.replace("进一步", ""))


def _own_standing(clause: str, year: int | None) -> Standing:
    """What the words of the clause alone say."""
    lack = find_lack(clause)
    if speaks_of_future(clause, year):
        return Standing.PLANNED
    if demands(clause) and not tells_deed(_ORDERED.sub("", clause)):
        return Standing.DEMANDED
    if lack is not None:
        return _BY_LACK[lack]
    rule = find_rule(clause)
    if rule is not None and not tells_deed(clause) and not tells_result(clause[rule:]):
        return Standing.RULE
    return Standing.DONE


def _explains(clause: str, before: Cut, this: Cut) -> bool:
    """Whether a clause goes on with what the one before it in the paragraph confessed."""
    return before.paragraph == this.paragraph and explains_lack(clause)


def _carries(clause: str, cuts: Sequence[Cut], standings: Sequence[Standing]) -> bool:
    """Whether a demand goes on in the last of `cuts`, unless a deed is told.

    It goes on to the end of its sentence; past it in the paragraph, also over one clause between,
    where the next has a word of obligation or a wish of its own.
    """
    if tells_deed(clause) or len(cuts) == 1:
        return False
    this = cuts[-1]
    if standings[-1] is Standing.DEMANDED and cuts[-2].sentence == this.sentence:
        return True
    near = zip(cuts[-3:-1], standings[-2:], strict=False)
    spoken = any(
        cut.paragraph == this.paragraph and standing is Standing.DEMANDED for cut, standing in near
    )
    return spoken and goes_on(clause)
