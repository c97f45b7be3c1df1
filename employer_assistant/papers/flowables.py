"""The few things that stand on a page: text laid out once, headings with bookmarks, tick boxes, lines to write on."""

from __future__ import annotations

from reportlab.lib.colors import black
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import CondPageBreak, Flowable, PageBreak, Paragraph, Table

from employer_assistant.papers.fonts import REGULAR
from employer_assistant.papers.long_words import broken, holds_address, loosened
from employer_assistant.papers.styles import BOX, GREY, HEIGHT, LINE


class KeptPages(PageBreak):
    """The end of the pages that are handed on; what follows stays with the reader."""


class Prose(Paragraph):
    """A paragraph that is laid out once per width; tables and pages ask several times.

    An address wider than its line is broken after a slash, a point or a hyphen, other words that belong together at
    their spaces.
    """

    _laid: tuple[float, tuple[float, float]] | None = None

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """Return the size at this width."""
        if self._laid is None or self._laid[0] != width or not hasattr(self, "blPara"):
            room = width - self.style.leftIndent - self.style.rightIndent
            if any(holds_address(piece) for piece in self.frags):
                self.frags = broken(self.frags, room)
            self.frags = loosened(self.frags, room)
            self._laid = (width, super().wrap(width, height))
        return self._laid[1]


class Headline(Prose):
    """A heading that is also a bookmark. ``level`` 0 = section, 1 and 2 = parts of it; ``key`` is unique."""

    level: int = 0
    key: str = ""
    plain: str = ""

    def draw(self) -> None:
        """Draw the heading and add it to the outline."""
        self.canv.bookmarkHorizontal(self.key, 0, self.height)
        self.canv.addOutlineEntry(self.plain, self.key, level=self.level, closed=self.level == 0)
        super().draw()


class TickLine(Prose):
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


ENOUGH = 170.0
"""Room at the foot of a page that is worth the beginning of a row."""


LONE = 2
"""Rows that may stand alone at the foot or the head of a page, with the head of their table."""
TALL = 70.0
"""Height of a row that does not look lost alone."""


class Rows(Table):
    """A table that breaks between rows, as wide as the room; only a row higher than a page breaks inside.

    ``resumed`` opens each further page of it.
    """

    anywhere: bool = False
    resumed: Prose | None = None

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """Return the size. A page that is made smaller has more room; then the columns grow with it."""
        own = vars(self)
        total = sum(own["_argW"])
        if abs(width - total) > 1:
            own["_argW"] = own["_colWidths"] = [share * width / total for share in own["_argW"]]
            own["_argH"] = own["_rowHeights"] = [None] * len(own["_argH"])
            own.pop("_width_calculated_once", None)
        size: tuple[float, float] = super().wrap(width, height)
        return size

    def split(self, width: float, height: float) -> list[Flowable]:
        """Split where no row is left alone, else, where no page could hold the row, inside it; ``anywhere``: at any
        line. Nothing if all of it goes to the next page.
        """
        self.splitInRow = int(self.anywhere and height > ENOUGH)
        parts: list[Flowable] = []
        if self.splitInRow or self.opening() > HEIGHT:
            parts = super().split(width, height)
        elif fitting := self._fitting(height):
            parts = super().split(width, sum(self._heights()[:fitting]) + 0.01)
        if not parts and self._heights()[self.repeatRows] + self._above() > HEIGHT:
            self.splitInRow = 1
            parts = super().split(width, height)
        return self._named(parts) if self.resumed else parts

    def _named(self, parts: list[Flowable]) -> list[Flowable]:
        """Put what names the table above the pieces that go on elsewhere, never alone at the foot of a page."""
        opened: list[Flowable] = parts[:1]
        for rest in parts[1:]:
            if isinstance(rest, Rows) and self.resumed is not None:
                rest.resumed = self.resumed
                opened += [CondPageBreak(HEIGHT), self.resumed]
            opened.append(rest)
        return opened

    def _fitting(self, height: float) -> int:
        """Return how many rows, with the head, stay before the break; 0 if there is no good place for one."""
        heights = self._heights()
        for count in range(len(heights) - 1, self.repeatRows, -1):
            before, after = heights[self.repeatRows : count], heights[count:]
            # a high row may open a page alone, but only below a head that says what table it is of
            lost = len(after) < LONE and not self.repeatRows
            alone = lost or any(len(rows) < LONE and sum(rows) < TALL for rows in (before, after))
            if not alone and sum(heights[:count]) <= height:
                return count
        return 0

    def opening(self) -> float:
        """Return the height of the head and the rows that must follow it, once the table was wrapped."""
        rows = self._heights()[self.repeatRows :]
        return self._above() + sum(rows[: 1 if rows[0] >= TALL else LONE])

    def _above(self) -> float:
        return sum(self._heights()[: self.repeatRows])

    def _heights(self) -> list[float]:
        found: list[float] = vars(self)["_rowHeights"]
        return found


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


class WritingLine(Flowable):
    """An empty line to write on; ``share`` of the width at hand."""

    def __init__(self, share: float, height: float = 15) -> None:
        super().__init__()
        self.share, self.height = share, height

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        """Take the share of the width."""
        self.width = width * self.share
        return (self.width, self.height)

    def draw(self) -> None:
        """Draw the line at the foot."""
        self.canv.setStrokeColor(LINE)
        self.canv.setLineWidth(0.6)
        self.canv.line(0, 2, self.width, 2)


SIGNATURE = 38.0
"""Room for a signature and the line below it, in points: 13 millimetres."""


class SigningLines(Flowable):
    """Lines to sign on, side by side, with what belongs there below."""

    def __init__(self, labels: list[Paragraph]) -> None:
        super().__init__()
        self.labels = labels

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """Return the whole width and the room for a signature."""
        self.width = width
        self.each = width / len(self.labels)
        self.below = max(label.wrap(self.each - 14, height)[1] for label in self.labels)
        self.height = self.below + SIGNATURE
        return (width, self.height)

    def draw(self) -> None:
        """Draw the lines and the labels."""
        self.canv.setStrokeColor(GREY)
        self.canv.setLineWidth(0.6)
        for place, label in enumerate(self.labels):
            left = place * self.each
            self.canv.line(left, self.below + 7, left + self.each - 14, self.below + 7)
            label.drawOn(self.canv, left, self.below - label.height + 3)


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


def code_drawing(url: str, side: float) -> Flowable:
    """Return an address as QR code of that side length, black on white."""
    from reportlab.graphics.barcode.qr import QrCodeWidget
    from reportlab.graphics.shapes import STATE_DEFAULTS, Drawing

    # a picture names a font even if it holds no letters: ours is in the file
    STATE_DEFAULTS["fontName"] = REGULAR
    widget = QrCodeWidget(url, barLevel="M", barBorder=2)
    left, bottom, right, _ = widget.getBounds()
    scale = side / (right - left)
    drawing = Drawing(side, side, transform=[scale, 0, 0, scale, -left * scale, -bottom * scale])
    drawing.add(widget)
    return drawing
