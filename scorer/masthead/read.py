"""Reads the masthead of a report: every fact with the words it was read from."""

from __future__ import annotations

from scorer.document import Document
from scorer.masthead.closing import Closing, read_closing
from scorer.masthead.head import Head, read_head
from scorer.masthead.issuer import (
    Issuer,
    find_issuer_conflicts,
    find_issuers,
    find_played_on,
)
from scorer.masthead.lines import find_pieces, fold, read_lines, read_lines_back, squeeze
from scorer.masthead.model import Masthead, Origin, Sourced
from scorer.masthead.page import Page, read_page
from scorer.masthead.region import Region, find_region
from scorer.masthead.stated import find_addressed_places
from scorer.masthead.story import Story, find_kind, read_story
from scorer.masthead.year import decide_year, find_year_conflicts
from scorer.zh.traditional import simplify


def read(document: Document) -> Masthead:
    """Read who reports on which year, where, when and to whom."""
    pieces = find_pieces(document)
    head = read_head(read_lines(document, pieces))
    closing = read_closing(read_lines_back(document, pieces))
    around = tuple(read_lines(document, (piece for piece in pieces if piece.removed)))
    page = read_page([*around, *head.others])
    frame = tuple(sorted({*head.frame, *closing.frame}))
    story = read_story(document, frame)
    issuers = find_issuers(head, page, closing, story) or find_played_on(document)
    issuer = issuers[0] if issuers else None
    year = decide_year(head, page, closing, story)
    return Masthead(
        title=_read_title(document, head, page),
        issuer=Sourced(issuer.text, issuer.origin, issuer.span) if issuer else None,
        unit=issuer.unit if issuer else None,
        issuer_kind=issuer.kind if issuer else find_kind(document),
        region=_read_region(document, issuers, (head, page), story),
        year=year,
        addressee=_read_addressee(document, head),
        signature=_read_signature(closing),
        signed=_read_signed(closing),
        published=_read_published(page),
        conflicts=(*find_issuer_conflicts(issuers), *find_year_conflicts(year, story)),
        frame=frame,
    )


def _read_title(document: Document, head: Head, page: Page) -> Sourced[str] | None:
    """The title in the characters of the file; else the one that the catalogue gives."""
    if head.title:
        value = "".join(squeeze(document.slice(span)) for span in head.title.spans)
        return Sourced(value, Origin.TITLE, head.title.span)
    for _, span in page.titles:
        return Sourced(squeeze(document.slice(span)), Origin.PAGE, span)
    return None


def _read_addressee(document: Document, head: Head) -> Sourced[str] | None:
    if head.addressee is None:
        return None
    span = head.addressee.span
    value = squeeze(document.slice(span)).rstrip(":：;；")
    return Sourced(value, Origin.BODY, span)


def _read_signature(closing: Closing) -> Sourced[str] | None:
    if closing.signature is None or closing.signature_span is None:
        return None
    return Sourced(closing.signature, Origin.SIGNATURE, closing.signature_span)


def _read_signed(closing: Closing) -> Sourced[str] | None:
    iso = closing.date.iso if closing.date else None
    if iso is None or closing.date_span is None:
        return None
    return Sourced(iso, Origin.SIGNATURE, closing.date_span)


def _read_published(page: Page) -> Sourced[str] | None:
    stamp = page.published
    return Sourced(stamp.date.iso, Origin.PAGE, stamp.span) if stamp and stamp.date.iso else None


def _read_region(
    document: Document, issuers: tuple[Issuer, ...], around: tuple[Head, Page], story: Story
) -> Region:
    """Place the issuer by its own names, then by whom it reports to, then by the page."""
    head, page = around
    chains = [issuer.chain for issuer in issuers if issuer.unit == issuers[0].unit]
    chains += find_addressed_places(head.addressee.text) if head.addressee else ()
    removed = fold("\n".join(document.slice(removed.span) for removed in document.removed))
    text = f"{simplify(document.plain.text)}\n{removed}"
    town = issuers[0].unit if issuers and issuers[0].is_town else None
    return find_region([*chains, *page.places], town, text, story.opening)
