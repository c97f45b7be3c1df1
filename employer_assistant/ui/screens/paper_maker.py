"""Making papers beside the window: one at a time in a thread of their own, so that the window stays alive."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass

from PySide6.QtCore import QObject, QTimer

from employer_assistant import __version__
from employer_assistant.papers.input import PaperInput
from employer_assistant.papers.letterhead import PaperOptions
from employer_assistant.plan.model import Plan
from employer_assistant.ui.context import Context
from employer_assistant.ui.screens.thinking import shown_plan

_LOOK_EVERY = 30


@dataclass(frozen=True)
class Wish:
    """A paper that is wanted."""

    form: str
    inputs: PaperInput
    language: str
    options: PaperOptions


class PaperMaker(QObject):
    """Makes the paper asked for last and hands it over in the thread of the window; older wishes are dropped."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix="paper")
        self._running: Future[bytes] | None = None
        self._wish: Wish | None = None
        self._done: Callable[[bytes, Wish], None] | None = None
        self._failed: Callable[[Exception], None] | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_EVERY)
        self._timer.timeout.connect(self._look)

    def make(self, wish: Wish, done: Callable[[bytes, Wish], None], failed: Callable[[Exception], None]) -> None:
        """Make a paper; then call ``done`` with the PDF and what was wished, or ``failed`` with the error."""
        if self._running is not None:
            self._running.cancel()
        self._wish, self._done, self._failed = wish, done, failed
        self._running = self._pool.submit(_render, wish)
        self._timer.start()

    def _look(self) -> None:
        running, wish = self._running, self._wish
        if running is None or not running.done() or wish is None or self._done is None or self._failed is None:
            return
        self._timer.stop()
        self._running = None
        error = running.exception()
        if isinstance(error, Exception):
            self._failed(error)
        else:
            self._done(running.result(), wish)


def _render(wish: Wish) -> bytes:
    from employer_assistant.papers.printing import render

    return render(wish.form, wish.inputs, wish.language, wish.options)


def paper_input(context: Context) -> PaperInput:
    """Return what papers are made from: the open case as the pages show it."""
    controller = context.controller
    case, plan, situation = controller.case, shown_plan(context), controller.situation()
    if case is None:
        raise LookupError("no case is open")
    shown = plan if isinstance(plan, Plan) else None
    return PaperInput(context.library, case, situation, controller.assessment(), shown, situation.on, __version__)
