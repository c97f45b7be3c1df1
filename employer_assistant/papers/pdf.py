"""From blocks to the finished PDF: pages, footer, watermark, bookmarks, language."""

from __future__ import annotations

from io import BytesIO

from reportlab.lib.units import mm
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, PageTemplate

from employer_assistant.content.phrases import phrase
from employer_assistant.papers.blocks import DRAW
from employer_assistant.papers.breaks import unbroken
from employer_assistant.papers.fonts import REGULAR
from employer_assistant.papers.form import Form
from employer_assistant.papers.input import PaperInput
from employer_assistant.papers.sheet import Sheet
from employer_assistant.papers.styles import BOTTOM, GREY, HEIGHT, LINE, MARGIN, PAGE, PALE, WIDTH
from employer_assistant.rules.wording import date_text

FOOTER_SIZE = 9
MOST_LETTERS = 250
"""More letters than fit into a line of the footer, however narrow they are."""


def build(form: Form, inputs: PaperInput, language: str) -> bytes:
    """Return the PDF. It is laid out twice: the first pass only counts the pages for "page x of y"."""
    pages = _laid_out(Sheet(form, inputs, language), 0)[1]
    return _laid_out(Sheet(form, inputs, language), pages)[0]


def missing(form: Form, inputs: PaperInput, language: str) -> set[str]:
    """Return the letters that the font lacks, without laying the pages out."""
    sheet = Sheet(form, inputs, language)
    story(sheet)
    sheet.checked(sheet.case_title)
    return sheet.missing


def story(sheet: Sheet) -> list[Flowable]:
    """Return everything that stands on the pages, block by block."""
    parts = [part for block in sheet.form.sections for part in DRAW[type(block)](block, sheet)]
    return list(unbroken(parts))


def _laid_out(sheet: Sheet, pages: int) -> tuple[bytes, int]:
    title, name = sheet.words(sheet.form.title), phrase("app.name", sheet.language)
    target = BytesIO()
    document = BaseDocTemplate(
        target,
        pagesize=PAGE,
        title=f"{title} – {sheet.checked(sheet.case_title)}",
        author=name,
        subject=title,
        creator=f"{name} {sheet.inputs.app_version}",
        lang=sheet.language,
        displayDocTitle=1,
        invariant=1,
    )
    frame = Frame(MARGIN, BOTTOM, WIDTH, HEIGHT, leftPadding=0, rightPadding=0, topPadding=0, bottomPadding=0)

    def begin(canvas: Canvas, _document: BaseDocTemplate) -> None:
        canvas.showOutline()
        if sheet.inputs.case.sample:
            _watermark(canvas, sheet.say("watermark"))

    def end(canvas: Canvas, _document: BaseDocTemplate) -> None:
        _footer(canvas, sheet, pages)

    document.addPageTemplates(PageTemplate("page", [frame], onPage=begin, onPageEnd=end))
    document.build(story(sheet))
    return target.getvalue(), document.page


def _watermark(canvas: Canvas, words: str) -> None:
    canvas.saveState()
    canvas.translate(PAGE[0] / 2, PAGE[1] / 2)
    canvas.rotate(52)
    size = min(150.0, 150 * 480 / stringWidth(words, REGULAR, 150))
    canvas.setFont(REGULAR, size)
    canvas.setFillColor(PALE)
    canvas.drawCentredString(0, -size / 3, words)
    canvas.restoreState()


def _footer(canvas: Canvas, sheet: Sheet, pages: int) -> None:
    """Draw the case, the day, the state of the content and "page x of y" below the text."""
    content, language = sheet.inputs.library.content, sheet.language
    day = sheet.say("footer.date", day=date_text(sheet.inputs.on, language))
    state = sheet.say("footer.content", version=content.version, law=date_text(content.law_as_of, language))
    page = sheet.say("page", page=canvas.getPageNumber(), pages=pages)
    right = PAGE[0] - MARGIN
    canvas.saveState()
    canvas.setStrokeColor(LINE)
    canvas.setLineWidth(0.5)
    canvas.line(MARGIN, 19 * mm, right, 19 * mm)
    canvas.setFillColor(GREY)
    canvas.setFont(REGULAR, FOOTER_SIZE)
    room = WIDTH - stringWidth(page, REGULAR, FOOTER_SIZE) - 8 * mm
    canvas.drawString(MARGIN, 14.5 * mm, _fitted(sheet.checked(sheet.case_title), room))
    canvas.drawRightString(right, 14.5 * mm, page)
    canvas.drawString(MARGIN, 10 * mm, _fitted(sheet.joined((day, state)), WIDTH))
    canvas.restoreState()


def _fitted(words: str, width: float) -> str:
    """Return the words, cut at the end if they are wider than the room."""
    if stringWidth(words, REGULAR, FOOTER_SIZE) <= width:
        return words
    words = words[:MOST_LETTERS]
    while words and stringWidth(words + "…", REGULAR, FOOTER_SIZE) > width:
        words = words[:-1]
    return words.rstrip() + "…"
