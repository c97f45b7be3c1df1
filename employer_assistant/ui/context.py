"""What every page is given: the controller, the language, and the few things it may ask of the window."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from employer_assistant.cases.commands import Command
from employer_assistant.content.library import Library
from employer_assistant.content.model import Text
from employer_assistant.content.phrases import phrase, text

if TYPE_CHECKING:
    from employer_assistant.app import Controller


@dataclass
class Context:
    """One per window. ``language`` changes with the switch; pages are then built anew.

    ``go(page, part)`` shows a page (``part`` is for the page, such as a fact); ``do(command)`` runs a command and tells
    the user if it could not be saved (False); ``tell`` shows a sentence; ``kept`` holds what outlives rebuilt pages.
    """

    controller: Controller
    language: str
    go: Callable[[str, str], None]
    do: Callable[[Command], bool]
    tell: Callable[[str], None]
    kept: dict[str, object] = field(default_factory=dict)

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
