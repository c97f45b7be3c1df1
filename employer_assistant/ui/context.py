"""What every page is given: the controller, the language, and the few things it may ask of the window."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from employer_assistant.cases.commands import Command
from employer_assistant.content.library import Library
from employer_assistant.content.model import Text
from employer_assistant.content.phrases import phrase, text

if TYPE_CHECKING:
    from employer_assistant.app import Controller
    from employer_assistant.ui.main_window import MainWindow


@dataclass
class Context:
    """One per window. ``language`` changes with the switch; pages are then built anew.

    ``kept`` holds what outlives rebuilt pages; ``came_from`` is the page on which the one shown
    was asked for.
    """

    controller: Controller
    language: str
    window: MainWindow
    kept: dict[str, object] = field(default_factory=dict)
    came_from: str = ""

    def go(self, page: str, part: str = "") -> None:
        """Show a page, and a part of it (a fact, a step, a document)."""
        self.window.go(page, part)

    def go_if_there(self, page: str) -> bool:
        """Show a page if there is one of that id now; tell whether there is."""
        return self.window.go_if_there(page)

    def do(self, command: Command) -> bool:
        """Run a command. If it could not be saved the user is told why; False, and the case is as it was."""
        return self.window.do(command)

    def tell(self, sentence: str) -> None:
        """Show a sentence until it is confirmed."""
        self.window.tell(sentence)

    def moved(self) -> None:
        """Have the rail say anew where we are, after moving inside a page."""
        self.window.refresh_rail()

    @property
    def library(self) -> Library:
        """The content by id."""
        return self.controller.library

    def t(self, key: str, /, **values: object) -> str:
        """Return a sentence of the interface."""
        return phrase(key, self.language, **values)

    def words(self, words: Text) -> str:
        """Return a text of the content."""
        return text(words, self.language)
