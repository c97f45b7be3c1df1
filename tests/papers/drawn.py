"""Reading finished papers back as a viewer draws them: words, where they stand, bookmarks."""

from __future__ import annotations

import re
from dataclasses import dataclass

import pypdfium2

from employer_assistant.papers.styles import BOTTOM, MARGIN, PAGE

FOOT = BOTTOM - 4
"""What stands below is the footer."""
SLACK = 2.5
"""Points by which marks above and below letters may touch the next line."""


@dataclass(frozen=True)
class Run:
    """Letters in one line: left, bottom, right, top in points."""

    words: str
    left: float
    bottom: float
    right: float
    top: float

    def meets(self, other: Run) -> bool:
        """Tell whether two runs are written over each other."""
        wide = min(self.right, other.right) - max(self.left, other.left)
        high = min(self.top, other.top) - max(self.bottom, other.bottom)
        return wide > SLACK and high > SLACK


def pages(pdf: bytes) -> list[list[Run]]:
    """Return the runs of each page, footers left out, in the order in which they were drawn."""
    found = []
    for page in pypdfium2.PdfDocument(pdf):
        text = page.get_textpage()
        boxes = [text.get_rect(number) for number in range(text.count_rects())]
        runs = [Run(text.get_text_bounded(*box), *box) for box in boxes]
        found.append([run for run in runs if run.words.strip() and run.bottom > FOOT])
    return found


def plain(words: str) -> str:
    """Return words without white space; a hyphen at the end of a line is read as one."""
    return re.sub(r"\s+", "", re.sub("[\ufffe\x02]", "-", words))


def read(pdf: bytes) -> str:
    """Return all words of a paper in the order in which they were drawn, without white space and footers."""
    found = []
    for page in pypdfium2.PdfDocument(pdf):
        words = page.get_textpage().get_text_bounded(bottom=FOOT)
        found.append(plain(words))
    return "".join(found)


def says(written: str, words: str) -> bool:
    """Tell whether the words stand there, in one piece or torn once (between pages, or beside another column)."""
    wanted = plain(words)
    if wanted in written:
        return True
    return any(wanted[:cut] in written and wanted[cut:] in written for cut in range(1, len(wanted)))


def overfull(pdf: bytes) -> list[str]:
    """Return what is written over other words or beside the page's margins."""
    faults = []
    for runs in pages(pdf):
        faults += [run.words for run in runs if run.left < MARGIN - 2 or run.right > PAGE[0] - MARGIN + 2]
        ordered = sorted(runs, key=lambda run: -run.top)
        for place, run in enumerate(ordered):
            for other in ordered[place + 1 :]:
                if other.top < run.bottom:
                    break
                if run.meets(other):
                    faults.append(f"{run.words} | {other.words}")
    return faults


def lone_headings(pdf: bytes) -> list[str]:
    """Return the headings below which nothing follows on their page."""
    document = pypdfium2.PdfDocument(pdf)
    lowest = [min((run.bottom for run in runs), default=0.0) for runs in pages(pdf)]
    alone = []
    for bookmark in document.get_toc():
        place = bookmark.get_dest()
        top = place.get_view()[1][1]
        if lowest[place.get_index()] >= top - 25:
            alone.append(bookmark.get_title())
    return alone
