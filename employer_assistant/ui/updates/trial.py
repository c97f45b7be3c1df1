"""What other content changes: in words, and for the cases of the workspace, tested one after the other."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from PySide6.QtCore import QObject, QTimer

from employer_assistant.cases.retest import AffectedCase
from employer_assistant.content.diff import differences
from employer_assistant.content.model import Content
from employer_assistant.rules.diff_words import detail_texts, difference_text
from employer_assistant.storage.errors import WorkspaceError
from employer_assistant.ui.context import Context


@dataclass
class Trial:
    """Content beside the one in use before it. ``data``: the file it came from, None once it is in use or taken back.

    ``problem`` is set if the cases could not all be read.
    """

    old: Content
    new: Content
    data: bytes | None
    affected: list[AffectedCase] = field(default_factory=list)
    tested: int = 0
    done: bool = False
    problem: str = ""


def changes(trial: Trial, language: str) -> list[tuple[str, tuple[str, ...]]]:
    """Return what changed in words: a headline and its details, the more important kinds first."""
    return [
        (difference_text(one, language), tuple(detail_texts(one, language)))
        for one in differences(trial.old, trial.new)
        if one.collection != "sources"
    ]


class Tester(QObject):
    """Tests one case at a time and lets the window breathe in between."""

    def __init__(self, parent: QObject, context: Context, trial: Trial, step: Callable[[], object]) -> None:
        super().__init__(parent)
        self._trial, self._step, self._language = trial, step, context.language
        self._cases: Iterator[AffectedCase] = context.controller.tested_again(trial.old, trial.new)
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._one)
        if not trial.done:
            trial.affected.clear()
            trial.tested = 0
            self._timer.start()

    def stop(self) -> None:
        """Test no further case."""
        self._timer.stop()

    def _one(self) -> None:
        trial = self._trial
        try:
            found = next(self._cases, None)
        except WorkspaceError as error:
            trial.problem, found = error.say(self._language), None
        if found is None:
            trial.done = True
            self._timer.stop()
        else:
            trial.tested += 1
            if found.effects:
                trial.affected.append(found)
        self._step()
