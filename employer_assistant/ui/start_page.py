"""The start page: the cases of the workspace."""

from __future__ import annotations

from employer_assistant.ui.context import Context
from employer_assistant.ui.page import ScrollingPage


class StartPage(ScrollingPage):
    """All cases in a table; new, open, rename, copy, delete."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.heading.setText(context.t("ui.start.title"))
