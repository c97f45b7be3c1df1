"""The name of the open case in the rail: user's words of any length, never cut off in the middle of a letter."""

from __future__ import annotations

from PySide6.QtGui import QFontMetrics, QResizeEvent

from employer_assistant.ui.kit.widgets import Heading

MOST_LETTERS = 80
BREAK = "\u200b"
"""Where a word may break although nobody would write a space there."""


class RailTitle(Heading):
    """A title that breaks words wider than itself and takes the height it needs. Screen readers get all of it."""

    def __init__(self) -> None:
        super().__init__(section=True)
        self._whole = ""

    def name(self, title: str) -> None:
        """Show a title; a very long one ends in dots, and stands in full in the list of cases."""
        self._whole = title if len(title) <= MOST_LETTERS else title[: MOST_LETTERS - 1].rstrip() + "…"
        self.setAccessibleName(title)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Break the words anew."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        width = self.contentsRect().width()
        self.setText(" ".join(breakable(word, self.fontMetrics(), width) for word in self._whole.split()))
        self.setMinimumHeight(self.heightForWidth(self.width()))


def breakable(word: str, metrics: QFontMetrics, width: int) -> str:
    """Return the word with places to break, so that each piece is at most so wide; unchanged if it fits.

    It breaks after a slash or hyphen where there is one, so that no line begins with a comma.
    """
    pieces = [""]
    for letter in word:
        if pieces[-1] and metrics.horizontalAdvance(pieces[-1] + letter) > width:
            cut = max(pieces[-1].rfind(sign) for sign in "/-") + 1 or len(pieces[-1])
            pieces[-1:] = [pieces[-1][:cut], pieces[-1][cut:]]
        pieces[-1] += letter
    return BREAK.join(pieces)
