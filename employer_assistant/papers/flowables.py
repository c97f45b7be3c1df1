"""The few things that stand on a page: headings with bookmarks, lines with a drawn tick box."""

from __future__ import annotations

from reportlab.lib.colors import black
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, Paragraph, Table

from employer_assistant.papers.styles import BOX, HEIGHT


class Heading(Paragraph):
    """A heading that is also a bookmark. ``level`` 0 = section, 1 and 2 = parts of it; ``key`` is unique."""

    level: int = 0
    key: str = ""
    plain: str = ""

    def draw(self) -> None:
        """Draw the heading and add it to the outline."""
        self.canv.bookmarkHorizontal(self.key, 0, self.height)
        self.canv.addOutlineEntry(self.plain, self.key, level=self.level, closed=self.level == 0)
        super().draw()


class TickLine(Paragraph):
    """A line with a drawn box at its left, ticked or empty."""

    ticked: bool | None = False

    def split(self, width: float, height: float) -> list[Flowable]:
        """Split as a paragraph does; only the first part keeps the box."""
        parts: list[Flowable] = super().split(width, height)
        for number, part in enumerate(parts):
            if isinstance(part, TickLine):
                part.ticked = self.ticked if number == 0 else None
        return parts

    def draw(self) -> None:
        """Draw the box, then the text."""
        if self.ticked is not None:
            top = self.height - (self.style.leading - BOX) / 2
            draw_box(self.canv, 0, top - BOX, self.ticked)
        super().draw()


class Rows(Table):
    """A table that breaks between rows; only a row higher than a page breaks inside."""

    def split(self, width: float, height: float) -> list[Flowable]:
        """Split by rows if one fits, else, where no page could hold the row, inside it."""
        self.splitInRow = 0
        parts: list[Flowable] = super().split(width, height)
        if not parts and self.height_of_first() > HEIGHT:
            self.splitInRow = 1
            parts = super().split(width, height)
        return parts

    def height_of_first(self) -> float:
        """Return the height of the head and the first row, once the table was wrapped."""
        heights: list[float] = vars(self)["_rowHeights"]
        return sum(heights[: self.repeatRows + 1])


class TickBox(Flowable):
    """A drawn box alone, for the first column of a table."""

    def __init__(self, ticked: bool = False) -> None:
        super().__init__()
        self.width = self.height = BOX
        self.ticked = ticked

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        """Return the size of the box, with a little room above."""
        return (BOX, BOX + 1)

    def draw(self) -> None:
        """Draw the box."""
        draw_box(self.canv, 0, 0, self.ticked)


def draw_box(canvas: Canvas, left: float, bottom: float, ticked: bool) -> None:
    """Draw a tick box as a shape, so that no font needs the sign."""
    canvas.saveState()
    canvas.setStrokeColor(black)
    canvas.setLineWidth(0.8)
    canvas.rect(left, bottom, BOX, BOX, stroke=1, fill=0)
    if ticked:
        canvas.setLineWidth(1.5)
        middle, low = left + BOX * 0.42, bottom + BOX * 0.2
        canvas.line(left + BOX * 0.2, bottom + BOX * 0.5, middle, low)
        canvas.line(middle, low, left + BOX * 0.85, bottom + BOX * 0.85)
    canvas.restoreState()
