"""Calls the roll: who has sent nothing, who twice, and which files are nobody's."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from scorer.register.match import Fit, find_bodies, find_named, find_place, fit
from scorer.register.model import Body, Register
from scorer.register.names import Place, compact, related, same_body
from scorer.scorecard import Batch, Misplaced, Repeated, ReportFacts, RollCall, Unsettled

_UNREAD = "文件名写有该单位，但文件无法读取，请处理后重新评分。"
_REFUSED = "文件名写有该单位，但不是法治政府建设年度报告，请核对是否报错文件。"
_LOOK = "可能是该单位的报告，但不能认定，请打开核对。"
_OTHER = "文件名写有该单位，报告却是{issuer}的，请核对是否放错文件。"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Claim:
    """A file and the bodies that it may be of, or is surely of where `reason` is empty."""

    file: str
    bodies: tuple[Body, ...]
    reason: str = ""
    report: ReportFacts | None = None


def call_roll(register: Register, batch: Batch) -> Batch:
    """The batch with the register held against it."""
    reports = [card.report for card in batch.scorecards]
    judged = [_judge(register, report) for report in reports]
    claims = [claim for claim, _ in judged]
    claims += _claim_by_name(register, [error.file for error in batch.errors], _UNREAD)
    claims += _claim_by_name(register, [refusal.file for refusal in batch.refused], _REFUSED)
    misfiled = [_check_name(register, claim) for claim in claims if claim.report]
    claims += [claim for claim in misfiled if claim]
    sent = _group(register, [claim for claim in claims if not claim.reason])
    open_ = _group(register, [claim for claim in claims if claim.reason])
    unsettled = tuple(
        _unsettle(register, body, open_[body.place])
        for body in register.bodies
        if open_[body.place] and not sent[body.place]
    )
    told = [misplaced for _, misplaced in judged if misplaced]
    return replace(
        batch,
        not_submitted=tuple(
            register.label(body)
            for body in register.bodies
            if not sent[body.place] and not open_[body.place]
        ),
        roll_call=RollCall(
            register=register.file,
            owing=len(register.bodies),
            submitted=sum(1 for files in sent.values() if files),
            repeated=tuple(_find_repeated(register, sent)),
            unsettled=unsettled,
            misplaced=(*told, *(_tell_misfiled(register, c) for c in misfiled if c)),
        ),
    )


def _judge(register: Register, report: ReportFacts) -> tuple[_Claim, Misplaced | None]:
    """Whose report it is; where that is not sure, whose it may be and what to tell of it."""
    place = find_place(report)
    if place is None:
        named = find_named(register, report.file)
        return _doubt(report, named, "报告没有写明报告主体，请打开核对。")
    best, bodies = find_bodies(register, place, report.file)
    if best is not Fit.CONFLICT and len(bodies) == 1:
        return _Claim(file=report.file, bodies=bodies, report=report), None
    issuer = _full_name(place)
    if best is not Fit.CONFLICT:
        names = "、".join(map(register.label, bodies))
        reason = (
            f"报告主体是{issuer}，名册上有{len(bodies)}个同名单位（{names}），请核对属于哪一个。"
        )
    elif bodies:
        names = "、".join(_full_name(body.place) for body in bodies)
        reason = f"报告主体是{issuer}，名册上同名的是{names}，请核对。"
    else:
        bodies = _find_related(register, place)
        reason = f"报告主体是{issuer}，不在名册上，请核对名册和文件。"
        if bodies:
            names = "、".join(map(register.label, bodies))
            reason = f"报告主体是{issuer}，名册上只有名称相近的{names}，请核对是否改了名称。"
    named = () if place.unit in compact(report.file) else find_named(register, report.file)
    return _doubt(report, bodies or named, reason)


def _doubt(
    report: ReportFacts, bodies: tuple[Body, ...], reason: str
) -> tuple[_Claim, Misplaced | None]:
    told = Misplaced(file=report.file, issuer=report.issuer, reason=reason)
    return _Claim(file=report.file, bodies=bodies, reason=_LOOK), told


def _find_related(register: Register, place: Place) -> tuple[Body, ...]:
    """Bodies that may be this one under another name; a county that differs rules them out."""
    return tuple(
        body
        for body in register.bodies
        if related(body.place.unit, place.unit)
        and fit(body.place.outer, place.outer) is not Fit.CONFLICT
    )


def _claim_by_name(register: Register, files: Sequence[str], reason: str) -> Iterator[_Claim]:
    """Files without a scorecard: their names are all that tells whose they are."""
    for file in files:
        yield _Claim(file=file, bodies=find_named(register, file), reason=reason)


def _check_name(register: Register, claim: _Claim) -> _Claim | None:
    """The bodies that the file's name means where the report is surely another's."""
    own = claim.bodies[0]
    named = find_named(register, claim.file)
    if not named or any(same_body(body.place.unit, own.place.unit) for body in named):
        return None
    reason = _OTHER.format(issuer=register.label(own))
    return replace(claim, bodies=named, reason=reason)


def _tell_misfiled(register: Register, claim: _Claim) -> Misplaced:
    report = claim.report
    issuer = None if report is None else report.issuer
    named = "、".join(map(register.label, claim.bodies))
    reason = f"文件名写的是{named}，报告主体是{issuer}，请核对是否放错文件。"
    return Misplaced(file=claim.file, issuer=issuer, reason=reason)


def _group(register: Register, claims: Sequence[_Claim]) -> Mapping[Place, list[_Claim]]:
    """Every body of the register with the claims on it."""
    found: dict[Place, list[_Claim]] = {body.place: [] for body in register.bodies}
    for claim in claims:
        for place in dict.fromkeys(body.place for body in claim.bodies):
            found[place].append(claim)
    return found


def _unsettle(register: Register, body: Body, claims: Sequence[_Claim]) -> Unsettled:
    reasons = dict.fromkeys(claim.reason for claim in claims)
    files = tuple(dict.fromkeys(claim.file for claim in claims))
    return Unsettled(name=register.label(body), files=files, reason="".join(reasons))


def _find_repeated(
    register: Register, sent: Mapping[Place, Sequence[_Claim]]
) -> Iterator[Repeated]:
    for body in register.bodies:
        claims = sent[body.place]
        if len(claims) > 1:
            reports = [claim.report for claim in claims if claim.report]
            files = tuple(dict.fromkeys(claim.file for claim in claims))
            note = _compare(body, reports)
            yield Repeated(name=register.label(body), files=files, note=note)


def _compare(body: Body, reports: Sequence[ReportFacts]) -> str:
    """How the reports of one body differ, as far as their facts say."""
    counties = dict.fromkeys(report.region[2] for report in reports if report.region[2])
    years = dict.fromkeys(report.year for report in reports if report.year)
    if len(counties) > 1 and not body.place.outer:
        return f"报告分属{'、'.join(counties)}，名册没有写明县区，请核对。"
    if len(years) > 1:
        return f"年度不同（{'、'.join(map(str, sorted(years)))}）。"
    return "在同一个文件里。" if len({report.file for report in reports}) == 1 else ""


def _full_name(place: Place) -> str:
    return "".join((*place.outer[-1:], place.unit))
