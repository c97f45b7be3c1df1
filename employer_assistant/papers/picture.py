"""The timeline: one bar per phase, dark until the likely day and light until the latest, under the names of months."""

from __future__ import annotations

from datetime import date, timedelta

from reportlab.lib.colors import Color, black, white
from reportlab.lib.units import mm
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.platypus import Flowable

from employer_assistant.papers.fonts import BOLD, REGULAR
from employer_assistant.papers.parts import Timeline
from employer_assistant.papers.styles import GREY, LINE

LABEL = 58 * mm
ROW = 8.6 * mm
HEAD = 11 * mm
DARK = Color(0.25, 0.25, 0.25)
LIGHT = Color(0.78, 0.78, 0.78)
SMALLEST = 5.5
"""Points below which no letter in a picture goes."""
NARROW = 16
"""Points a month must be wide to carry its name; else only every second, third, sixth … is named."""


class TimelinePicture(Flowable):
    """Draws a timeline over the whole width."""

    def __init__(self, timeline: Timeline) -> None:
        super().__init__()
        self.timeline = timeline
        self.first = min((timeline.today, *(bar.first for bar in timeline.bars))).replace(day=1)
        ends = [bar.last or bar.likely for bar in timeline.bars]
        self.last = next_month(max((timeline.today, *ends)))

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        """Take the width; the height follows from the bars."""
        self.width, self.height = width, HEAD + ROW * len(self.timeline.bars) + 5 * mm
        return (self.width, self.height)

    def draw(self) -> None:
        """Draw months, bars and the line for today."""
        self._months()
        for place, bar in enumerate(self.timeline.bars):
            bottom = self.height - HEAD - ROW * (place + 1)
            self.canv.setFillColor(black)
            self._words(bar.label, BOLD, 9, bottom + 13)
            self._words(bar.days, REGULAR, 7.5, bottom + 4.5)
            self._bar(bar.first, bar.likely, bar.last, bottom + 6)
        self._today()

    def _at(self, day: date) -> float:
        share = (day - self.first).days / max(1, (self.last - self.first).days)
        return float(LABEL + share * (self.width - LABEL))

    def _bar(self, first: date, likely: date, last: date | None, bottom: float) -> None:
        left, middle = self._at(first), max(self._at(likely + timedelta(days=1)), self._at(first) + 2)
        end = self.width if last is None else max(self._at(last + timedelta(days=1)), middle)
        canvas = self.canv
        canvas.setLineWidth(0.6)
        canvas.setStrokeColor(GREY)
        canvas.setFillColor(LIGHT)
        if last is None:
            canvas.setDash(2, 2)
        canvas.rect(middle, bottom, end - middle, 12, stroke=1, fill=1)
        canvas.setDash()
        canvas.setFillColor(DARK)
        canvas.rect(left, bottom, middle - left, 12, stroke=0, fill=1)

    def _months(self) -> None:
        canvas, top = self.canv, self.height - HEAD
        starts = [self.first]
        while starts[-1] < self.last:
            starts.append(next_month(starts[-1]))
        width = (self.width - LABEL) / max(1, len(starts) - 1)
        every = next(step for step in (1, 2, 3, 6, 12, 24, 60) if width * step >= NARROW or step == 60)
        canvas.setStrokeColor(LINE)
        for day in starts[:-1]:
            named = (day.month - 1) % every == 0
            canvas.setLineWidth(0.7 if day.month == 1 else 0.3)
            canvas.line(self._at(day), 4 * mm, self._at(day), top + (3 if named else 0))
            canvas.setFillColor(GREY)
            if named and every <= 6:
                canvas.setFont(REGULAR, 7)
                canvas.drawString(self._at(day) + 1, top + 4, self.timeline.months[day.month - 1])
            if (day.month == 1 or day == self.first) and (day.month == 1 or day.month <= 10):
                canvas.setFont(BOLD, 8)
                canvas.drawString(self._at(day) + 1, top + 13.5, str(day.year))
        canvas.setLineWidth(0.7)
        canvas.line(LABEL, top, self.width, top)

    def _today(self) -> None:
        canvas, here = self.canv, self._at(self.timeline.today)
        canvas.setStrokeColor(black)
        canvas.setLineWidth(1.4)
        canvas.line(here, 4 * mm, here, self.height - HEAD)
        words = self.timeline.today_label
        wide = stringWidth(words, BOLD, 8)
        left = min(max(here - wide / 2, LABEL - 10), self.width - wide)
        canvas.setFillColor(white)
        canvas.rect(left - 1, 0, wide + 2, 9, stroke=0, fill=1)
        canvas.setFillColor(black)
        canvas.setFont(BOLD, 8)
        canvas.drawString(left, 1.5, words)

    def _words(self, words: str, font: str, size: float, bottom: float) -> None:
        """Write into the column at the left, smaller if that is what it takes."""
        while size > SMALLEST and stringWidth(words, font, size) > LABEL - 6:
            size -= 0.5
        self.canv.setFont(font, size)
        self.canv.drawString(0, bottom, words)


def next_month(day: date) -> date:
    """Return the first day of the next month."""
    return (day.replace(day=1) + timedelta(days=32)).replace(day=1)
