"""From parts to the finished PDF: pages, letterhead, footer, watermark, bookmarks, language."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, KeepInFrame, PageTemplate, Spacer

from employer_assistant.content.phrases import phrase
from employer_assistant.papers.breaks import unbroken
from employer_assistant.papers.draw import flowables
from employer_assistant.papers.flowables import KeptPages
from employer_assistant.papers.fonts import REGULAR, font
from employer_assistant.papers.footer import footer_words
from employer_assistant.papers.letterhead import checked
from employer_assistant.papers.page import (
    CountedCanvas,
    draw_footer,
    draw_letterhead,
    draw_number,
    draw_watermark,
    letterhead_height,
)
from employer_assistant.papers.paper import missing, paper
from employer_assistant.papers.parts import Part
from employer_assistant.papers.sheet import Sheet
from employer_assistant.papers.spacing import AIRY, TIGHT, USUAL, spaced
from employer_assistant.papers.styles import BOTTOM, HEIGHT, MARGIN, PAGE, WIDTH
from employer_assistant.papers.texts import printable

WORTH, LITTLE = 0.25, 0.4
"""How much of the last page must be filled to be worth turning to, and up to what a page fewer is tried."""
SHORT = 4
"""Pages of a paper of which one fewer is worth the time of a second layout."""


class Document(BaseDocTemplate):
    """A document that knows its last page to be handed on; 0 if that is the last of all."""

    handed_on = 0

    def afterFlowable(self, flowable: Flowable) -> None:  # noqa: N802 - reportlab's name
        """Note where the pages end that are handed on."""
        if isinstance(flowable, KeptPages):
            self.handed_on = self.page


@dataclass(frozen=True)
class Laid:
    """A finished PDF with the number of its pages; ``filled``: how much of the last one is, from 0 to 1."""

    pdf: bytes
    pages: int
    filled: float


def build(sheet: Sheet) -> bytes:
    """Return the PDF of a sheet. Raises LetterheadError for a letterhead that cannot be printed.

    Where little stands on the last page of a short paper, or next to nothing on that of a long one, all parts move
    closer together if that saves it; where next to nothing would stand there all the same, further apart.
    """
    return _fitted(sheet, paper(sheet))


def build_and_tell(sheet: Sheet) -> tuple[bytes, set[str]]:
    """Return the PDF of a sheet as `build` does, and the letters that the font lacks; the paper is written once."""
    parts = paper(sheet)
    return _fitted(sheet, parts), missing(sheet, parts)


def _fitted(sheet: Sheet, parts: list[Part]) -> bytes:
    usual = _laid(sheet, parts, USUAL)
    if usual.pages == 1 or usual.filled >= (LITTLE if usual.pages <= SHORT else WORTH):
        return usual.pdf
    tight = _laid(sheet, parts, TIGHT)
    if tight.pages < usual.pages:
        return tight.pdf
    if usual.filled >= WORTH:
        return usual.pdf
    airy = _laid(sheet, parts, AIRY)
    return max((usual, tight, airy), key=lambda laid: (-laid.pages, laid.filled)).pdf


def _laid(sheet: Sheet, parts: Sequence[Part], share: float) -> Laid:
    title = sheet.words(sheet.form.title)
    name = phrase("app.name", sheet.spoken)
    case_title = printable(sheet.case_title)
    head = checked(sheet.options.letterhead) if sheet.options.letterhead else None
    font(REGULAR)
    target = BytesIO()
    document = Document(
        target,
        pagesize=PAGE,
        title=f"{title} – {case_title}" if case_title else title,
        author=printable(head.sender[0]) if head and head.sender else name,
        subject=title,
        creator=f"{name} {sheet.inputs.app_version}",
        lang=sheet.language,
        displayDocTitle=1,
        invariant=1,
    )
    frame = Frame(MARGIN, BOTTOM, WIDTH, HEIGHT, leftPadding=0, rightPadding=0, topPadding=0, bottomPadding=0)
    words = footer_words(sheet)
    left = HEIGHT

    def begin(canvas: Canvas, _document: BaseDocTemplate) -> None:
        canvas.showOutline()
        if sheet.inputs.case.sample:
            draw_watermark(canvas, sheet.say("watermark"))
        if head and canvas.getPageNumber() == 1:
            draw_letterhead(canvas, head)

    def end(canvas: Canvas, _document: BaseDocTemplate) -> None:
        nonlocal left
        left = vars(frame)["_y"] - BOTTOM
        draw_footer(canvas, printable(words.left), printable(words.below))

    def number(canvas: Canvas, page: int, pages: int) -> None:
        # "page 1 of 2" would have whoever gets page 1 ask for the other
        counted = document.handed_on or pages
        if page <= counted:
            draw_number(canvas, words.page(page, counted))

    def made(*arguments: Any, **named: Any) -> CountedCanvas:
        # the file names the first font of a page even if nothing is written in it; ours is embedded
        canvas = CountedCanvas(*arguments, **{**named, "initialFontName": REGULAR})
        canvas.write_page = number
        return canvas

    document.addPageTemplates(PageTemplate("page", [frame], onPage=begin, onPageEnd=end))
    above = letterhead_height(head) if head else 0
    room = [Spacer(0, above)] if head else []
    document.build([*room, *_story(sheet, parts, HEIGHT - above, share)], canvasmaker=made)
    return Laid(target.getvalue(), document.page, 1 - left / HEIGHT)


def _story(sheet: Sheet, parts: Sequence[Part], height: float, share: float) -> list[Flowable]:
    """Return everything that stands on the pages; ``height`` is what the first page has room for."""
    drawn = flowables(parts, sheet.say("cut"))
    if sheet.form.one_page:
        return [KeepInFrame(WIDTH, height, drawn, mode="shrink")]
    spaced(drawn, share)
    return list(unbroken(drawn))
