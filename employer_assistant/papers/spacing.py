"""Room between lines and parts: a little less or more of it where the last page would else hold next to nothing."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable, Paragraph, Table

from employer_assistant.papers.styles import STYLES

USUAL, TIGHT, AIRY = 1.0, 0.65, 1.4
"""Shares of the usual room between parts."""
OF_LINES, OF_ROWS = 0.12, 0.5
"""How far the room between lines and in rows of tables follows that between parts; letters keep their size."""


def spaced(drawn: Iterable[Flowable], share: float) -> None:
    """Give parts that are not laid out yet a share of the usual room, in tables too."""
    if share == USUAL:
        return
    for part in drawn:
        if isinstance(part, Paragraph):
            part.style = _style(part.style.name, share)
        elif isinstance(part, Table):
            own, room = vars(part), 1 + (share - 1) * OF_ROWS
            for style in (one for row in own["_cellStyles"] for one in row):
                style.topPadding, style.bottomPadding = style.topPadding * room, style.bottomPadding * room
            for cell in (one for row in own["_cellvalues"] for one in row):
                spaced(cell if isinstance(cell, list) else (), share)


@cache
def _style(name: str, share: float) -> ParagraphStyle:
    usual = STYLES[name]
    return ParagraphStyle(
        name,
        parent=usual,
        leading=usual.leading * (1 + (share - 1) * OF_LINES),
        spaceBefore=usual.spaceBefore * share,
        spaceAfter=usual.spaceAfter * share,
    )
