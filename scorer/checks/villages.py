"""How many villages the issuer has, told twice with different numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from scorer.cache import regex
from scorer.reading.model import Reading
from scorer.zh.numerals import CHINESE_NUMERALS, parse_number

_NOUNS = r"村[（(](?:社区|居)[）)]|村(?:社区|居)|行政村|建制村|嘎查村|嘎查|社区|村"
_COUNTED = regex(
    rf"(?<![\d第.])(?P<number>\d{{1,3}}|[{CHINESE_NUMERALS}]{{1,3}})个(?P<noun>{_NOUNS})"
    r"(?![民级组庄寨委干务支小屯队史校医卫规社场工矫康文办服便共]|(?<!）)集|居|党组织|网格|（居|\()"
)
_GOVERNED = regex(
    r"(?:[下管现]?辖(?:区内?)?|辖有|管辖|全[镇乡](?:辖|共辖|现辖))(?:共?有|共)?$"
    r"|全(?:[镇乡]|街道)(?:现|共)?有$"
)
_ALL_OF = regex(r"(?:全[镇乡]|全街道|全苏木|我[镇乡])(?:所有)?(?:的)?$")
#: Behind a count of all villages; a count of some is followed by what they won or tried.
_OF_SOME = regex(
    r"(?!全部|均|都)[^，。；]{0,8}(?:获评|创建|创成|被评|评为|试点|入选|达标|率先|先行|受灾|试行|示范|先进|整治|完成|成功|参加|建成)"
)
#: 9个社区全部设立调解室，实现街道所辖社区全覆盖.
_COVERS_ALL = regex(
    r"(?:全部|均|都|全都)[^，。；]{0,20}，(?:真正|率先)?实现(?:全[镇乡]|街道|辖区)?(?:所辖|辖区内?)?"
    r"(?:村|社区|村（社区）|嘎查)[^，。；]{0,6}全覆盖"
)
_NAMES = regex("“[^“”]*”")
_EACH = regex(r"(?:全部|全覆盖|均|都|各|每|实现)")
#: A plan for all of them: 把7个村的村规民约全部过一遍.
_ALL_IN_PLAN = regex(r"[^，。；]{0,12}(?:全部|都|逐[村一个])")
_ELSEWHERE = regex(
    r"县|市|周边|邻|跨|外[镇乡村]|原有?|合并|调整|撤|由|增[加至]|计划|将|拟|先后|余|片区|毗"
)
#: 辖23个村、3个社区: the whole list, for no third kind follows.
_BOTH = regex(
    r"辖(?:区内?)?(?:有|共有)?(?P<villages>\d{1,3})个(?:行政|建制)?村(?:委会|民委员会)?(?:、|和|，)"
    r"(?P<towns>\d{1,3})个(?:社区|居委会|居民委员会)(?!、|和|及|居)"
)
_SEVERAL = 5
#: So far on either side the words of the comma segment are looked at.
_REACH = 80


@dataclass(frozen=True, slots=True)
class VillageCount:
    """A number of villages as told in one place; `noun` in one spelling."""

    at: int
    stop: int
    value: int
    noun: str
    is_all: bool
    is_each: bool


def find_village_clash(reading: Reading) -> tuple[VillageCount, VillageCount] | None:
    """The number the issuer has and a number in the text that it cannot be, if there are such."""
    counts = tuple(_find(reading))
    for noun in dict.fromkeys(count.noun for count in counts):
        alike = [count for count in counts if count.noun == noun]
        clash = _clash(alike, _sums(counts))
        if clash is not None:
            return clash
    return _clash_with_both(reading, counts)


def _clash_with_both(
    reading: Reading, counts: tuple[VillageCount, ...]
) -> tuple[VillageCount, VillageCount] | None:
    """辖23个村、3个社区 and 全镇27个村（社区）."""
    both = _BOTH.search(reading.document.plain.text)
    alike = [count for count in counts if count.noun == "村居" and count.is_all]
    alike = [count for count in alike if both is None or count.at > both.end()]
    if both is None or not alike:
        return None
    total = int(both["villages"]) + int(both["towns"])
    other = next((count for count in alike if count.value != total), None)
    if other is None or len({count.value for count in alike}) > 1:
        return None
    known = replace(other, at=both.start(), stop=both.end(), value=total)
    return known, other


def _find(reading: Reading) -> Iterator[VillageCount]:
    for clause in reading.clauses:
        for match in _COUNTED.finditer(clause.text):
            if clause.standing == "planned" and not _ALL_IN_PLAN.match(clause.text, match.end()):
                continue
            value = parse_number(match["number"])
            before = clause.text[max(0, match.start() - _REACH) : match.start()]
            behind = clause.text[match.end() : match.end() + _REACH]
            segment = re.split(r"[，；。]", before)[-1] + re.split(r"[，；。]", behind)[0]
            segment = _NAMES.sub("", segment)
            governed = _GOVERNED.search(before) is not None
            if value is None or (not governed and _ELSEWHERE.search(segment)):
                continue
            all_of = _ALL_OF.search(before) is not None and not _OF_SOME.match(behind)
            all_of = all_of or _COVERS_ALL.match(behind) is not None
            yield VillageCount(
                at=clause.at + match.start(),
                stop=clause.at + match.end(),
                value=int(value),
                noun=_spell(match["noun"]),
                is_all=governed or all_of,
                is_each=_EACH.match(behind) is not None,
            )


def _spell(noun: str) -> str:
    if noun in ("行政村", "建制村"):
        return "村"
    return (
        "村居" if "居" in noun or "社区）" in noun or "社区)" in noun or noun == "村社区" else noun
    )


def _sums(counts: tuple[VillageCount, ...]) -> frozenset[int]:
    """Villages and communities together are no other number of villages."""
    villages = {count.value for count in counts if count.noun in ("村", "嘎查")}
    towns = {count.value for count in counts if count.noun == "社区"}
    return frozenset(v + t for v in villages for t in towns)


def _clash(
    counts: list[VillageCount], sums: frozenset[int]
) -> tuple[VillageCount, VillageCount] | None:
    total = next((c for c in counts if c.is_all), None) or _repeated(counts)
    if total is None:
        return None
    for count in sorted(counts, key=lambda count: not count.is_all):
        if count.value in sums or count.value == total.value:
            continue
        if count.value > total.value or (count.is_all and total.is_all):
            return total, count
    return None


def _repeated(counts: list[VillageCount]) -> VillageCount | None:
    """A number told several times, once of each of them, is taken for the number of all."""
    for count in counts:
        alike = [other for other in counts if other.value == count.value]
        if len(alike) > 1 and count.value >= _SEVERAL and any(c.is_each for c in alike):
            return count
    return None
