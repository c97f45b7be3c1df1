"""The base of every page in the window."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from employer_assistant.ui.context import Context
from employer_assistant.ui.kit.layout import ScrollPage
from employer_assistant.ui.kit.widgets import Heading


class Page(QWidget):
    """A page. Derive, build in ``__init__``, fill in `refresh`, and add one row to ``ui/pages.py``.

    The window makes a page when it is first shown, calls `refresh` each time it is shown and after every change while
    it is visible, and throws it away when language, text size, scheme or case change.
    """

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context
        self.heading = Heading()
        self.outer = QVBoxLayout(self)
        self.outer.setContentsMargins(0, 0, 0, 0)
        self.outer.setSpacing(0)

    def refresh(self) -> None:
        """Show the present state of the case. Must keep what the user has typed."""

    def open_part(self, part: str) -> None:
        """Show a part of the page (a fact, a step, a document); the page decides what that means."""

    def first_focus(self) -> QWidget | None:
        """Return the widget that takes the keyboard when the page is shown."""
        return None

    def to_top(self) -> None:
        """Scroll to the title."""

    def back(self) -> bool:
        """Go one place back inside the page (Alt+Left). False: there is none, so the window goes back a page."""
        return False

    def help(self) -> bool:
        """Answer F1 here. False: the window shows its general help."""
        return False


class ScrollingPage(Page):
    """A page with a title whose body scrolls; put widgets into ``body`` with ``body.add``."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.body = ScrollPage()
        self.body.add(self.heading)
        self.outer.addWidget(self.body)

    def to_top(self) -> None:
        """Scroll to the title."""
        self.body.verticalScrollBar().setValue(0)
