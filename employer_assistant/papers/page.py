"""What stands on every page beside the text: letterhead, footer, page number, watermark."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO

from reportlab.lib.colors import HexColor, black
from reportlab.lib.units import mm
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

from employer_assistant.papers.fonts import BOLD, REGULAR
from employer_assistant.papers.letterhead import Letterhead
from employer_assistant.papers.styles import GREY, LINE, MARGIN, PAGE, PALE, TOP, WIDTH
from employer_assistant.papers.texts import printable

FOOTER_SIZE = 8.5
MOST_LETTERS = 250
"""More letters than fit into a line of the footer, however narrow they are."""
LOGO = (60 * mm, 20 * mm)
SENDER_SIZE = 9
SENDER_LEADING = 11.5
PAGES = "page-{}"


class CountedCanvas(Canvas):
    """A canvas that writes "page x of y" at the end, when y is known."""

    write_page: Callable[[Canvas, int, int], None] | None = None

    def save(self) -> None:
        """Write the number of each page where the footer left room, then save."""
        last = self.getPageNumber() - 1
        for number in range(1, last + 1):
            self.beginForm(PAGES.format(number), 0, 0, PAGE[0], PAGE[1])
            if self.write_page is not None:
                self.write_page(self, number, last)
            self.endForm()
        super().save()


def draw_watermark(canvas: Canvas, words: str) -> None:
    """Write a pale word across the page."""
    canvas.saveState()
    canvas.translate(PAGE[0] / 2, PAGE[1] / 2)
    canvas.rotate(52)
    size = min(150.0, 150 * 480 / stringWidth(words, REGULAR, 150))
    canvas.setFont(REGULAR, size)
    canvas.setFillColor(PALE)
    canvas.drawCentredString(0, -size / 3, words)
    canvas.restoreState()


def letterhead_height(head: Letterhead) -> float:
    """Return the room the letterhead takes on the first page."""
    return max(LOGO[1] if head.logo else 0.0, SENDER_LEADING * len(head.sender)) + 6 * mm


def draw_letterhead(canvas: Canvas, head: Letterhead) -> None:
    """Draw the sender at the left, the logo at the right and a line in the sender's colour below."""
    top, right = PAGE[1] - TOP, PAGE[0] - MARGIN
    canvas.saveState()
    canvas.setFillColor(black)
    for number, line in enumerate(head.sender):
        font = BOLD if number == 0 else REGULAR
        canvas.setFont(font, SENDER_SIZE)
        words = _fitted(printable(line), WIDTH - LOGO[0], SENDER_SIZE)
        canvas.drawString(MARGIN, top - SENDER_LEADING * (number + 0.8), words)
    if head.logo:
        logo = ImageReader(BytesIO(head.logo))
        canvas.drawImage(
            logo, right - LOGO[0], top - LOGO[1], *LOGO, mask="auto", preserveAspectRatio=True, anchor="ne"
        )
    canvas.setStrokeColor(HexColor(head.colour))
    canvas.setLineWidth(1.6)
    line_at = top - letterhead_height(head) + 3.5 * mm
    canvas.line(MARGIN, line_at, right, line_at)
    canvas.restoreState()


def draw_footer(canvas: Canvas, left: str, below: str) -> None:
    """Draw the case, the day, the state of the content below the text, and leave room for "page x of y"."""
    right = PAGE[0] - MARGIN
    canvas.saveState()
    canvas.setStrokeColor(LINE)
    canvas.setLineWidth(0.5)
    canvas.line(MARGIN, 18.5 * mm, right, 18.5 * mm)
    canvas.setFillColor(GREY)
    canvas.setFont(REGULAR, FOOTER_SIZE)
    canvas.drawString(MARGIN, 14.5 * mm, _fitted(left, WIDTH - 34 * mm))
    canvas.drawString(MARGIN, 10.5 * mm, _fitted(below, WIDTH))
    canvas.doForm(PAGES.format(canvas.getPageNumber()))
    canvas.restoreState()


def draw_number(canvas: Canvas, words: str) -> None:
    """Write "page x of y" where the footer left room."""
    canvas.setFillColor(GREY)
    canvas.setFont(REGULAR, FOOTER_SIZE)
    canvas.drawRightString(PAGE[0] - MARGIN, 14.5 * mm, words)


def _fitted(words: str, width: float, size: float = FOOTER_SIZE) -> str:
    """Return the words, cut at the end if they are wider than the room."""
    words = words.replace("\n", " ")
    if stringWidth(words, REGULAR, size) <= width:
        return words
    words = words[:MOST_LETTERS]
    while words and stringWidth(words + "…", REGULAR, size) > width:
        words = words[:-1]
    return words.rstrip() + "…"
