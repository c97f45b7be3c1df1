"""Many papers at once: ask for a folder, write them beside the window with progress, stop when asked to."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from queue import SimpleQueue
from threading import Event
from typing import TYPE_CHECKING

from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QDialog, QFileDialog, QVBoxLayout, QWidget

from employer_assistant import __version__
from employer_assistant.content.phrases import SaidError
from employer_assistant.papers.form import FormError
from employer_assistant.papers.letterhead import PaperOptions
from employer_assistant.ui.context import Context
from employer_assistant.ui.dialogs import choose
from employer_assistant.ui.kit import theme
from employer_assistant.ui.kit.choice import ChoiceCard
from employer_assistant.ui.kit.layout import ScrollPage
from employer_assistant.ui.kit.progress import ProgressDialog
from employer_assistant.ui.kit.widgets import Button, Heading, PrimaryButton
from employer_assistant.ui.screens.paper_file import documents_folder
from employer_assistant.ui.screens.parts import Fitting

if TYPE_CHECKING:
    from employer_assistant.cases.model import Case
    from employer_assistant.papers.batch import Job, Progress


def jobs_for(
    context: Context, cases: Iterable[Case], forms: Sequence[str], language: str, how: PaperOptions
) -> list[Job]:
    """Return the papers to make; what a case is made from is worked out when its turn comes, and held once."""
    from employer_assistant.papers.batch import Job
    from employer_assistant.papers.input import PaperInput
    from employer_assistant.papers.of_case import input_of

    library, on = context.library, context.controller.today()
    held: dict[int, PaperInput] = {}

    def inputs(number: int, case: Case) -> PaperInput:
        if number not in held:
            held.clear()
            held[number] = input_of(case, library, on, __version__)
        return held[number]

    return [
        Job(case.title, lambda number=number, case=case: inputs(number, case), form, language, how)  # type: ignore[misc]
        for number, case in enumerate(cases)
        for form in forms
    ]


def ask_folder(parent: QWidget, context: Context, jobs: Sequence[Job]) -> tuple[Path, bool] | None:
    """Ask where the papers go, and whether files that are there may be replaced; None if the user turned back."""
    from employer_assistant.papers.batch import paths

    t = context.t
    found = QFileDialog.getExistingDirectory(parent, t("print.many.folder"), str(documents_folder()))
    if not found:
        return None
    existing = [path for path in paths(jobs, Path(found)) if path.exists()]
    if not existing:
        return Path(found), False
    sentence = t("print.many.exists" if len(existing) > 1 else "print.many.exists.one", n=len(existing))
    ways = (t("print.many.replace"), t("print.many.only_new"))
    answer = choose(parent, sentence, ways, t("print.many.back"))
    return None if answer is None else (Path(found), answer == 0)


class ManyPapers(ProgressDialog):
    """Shows how far the papers are; closing it stops after the paper that is being made."""

    def __init__(self, parent: QWidget, context: Context, jobs: Sequence[Job], folder: Path, *, force: bool) -> None:
        t = context.t
        self.stop_button, self.close_button = Button(t("print.many.stop")), PrimaryButton(t("print.many.close"))
        said = t("print.many.making", n=0, total=len(jobs))
        super().__init__(parent, t("print.many.title"), said, self.stop_button, self.close_button)
        self._context, self._folder, self._total = context, folder, len(jobs)
        self.bar.setRange(0, self._total)
        self.close_button.hide()
        self.stop_button.clicked.connect(self.stop)
        self.close_button.clicked.connect(self.accept)
        self.written, self.kept = 0, 0
        self.letters = set[str]()
        self._stopped = Event()
        self._news: SimpleQueue[Progress] = SimpleQueue()
        self._running = self.pool.submit(self._work, jobs, force)

    def stop(self) -> None:
        """Stop after the paper that is being made; what is written stays."""
        self._stopped.set()
        self.stop_button.setEnabled(False)

    def _work(self, jobs: Sequence[Job], force: bool) -> None:
        from employer_assistant.papers.batch import run
        from employer_assistant.storage.atomic_file import write_bytes

        for done in run(jobs, self._folder, write_bytes, force=force, cancelled=self._stopped.is_set):
            self._news.put(done)

    def look(self) -> None:
        """Take in what is made by now."""
        ended = self._running.done()
        while not self._news.empty():
            done = self._news.get()
            self.written += done.outcome == "written"
            self.kept += done.outcome == "kept"
            self.letters |= done.letters
            said = self._context.t("print.many.making", n=done.number, total=self._total)
            self.show_progress(done.number, self._total, said)
        if ended:
            self._finish()

    def _finish(self) -> None:
        self.rest()
        self.stop_button.hide()
        self.close_button.show()
        self.close_button.setFocus()
        self.state.setText(" ".join(self._said()))

    def _said(self) -> list[str]:
        t, error = self._context.t, self._running.exception()
        said = [t("print.many.done", n=self.written, folder=str(self._folder))]
        if self.kept:
            said.append(t("print.many.kept", n=self.kept))
        if self._stopped.is_set():
            said.append(t("print.many.stopped"))
        if self.letters:
            said.append(t("page.print.letters", letters=" ".join(sorted(self.letters))))
        if error is not None:
            said.insert(0, self._why(error))
        return said

    def _why(self, error: BaseException) -> str:
        from employer_assistant.storage.errors import outside

        if isinstance(error, OSError):
            return outside(error, Path(error.filename or self._folder / "?")).say(self._context.language)
        if isinstance(error, SaidError):
            return error.say(self._context.language)
        if isinstance(error, FormError):
            return str(error)
        raise error

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 - Qt's name
        """Stop first; the window closes when nothing is being written any more."""
        if self._running.done():
            super().closeEvent(event)
        else:
            self.stop()
            event.ignore()

    def reject(self) -> None:
        """Escape stops; once all is done it closes."""
        if self._running.done():
            super().reject()
        else:
            self.stop()


def ask_cases(parent: QWidget, context: Context) -> list[str] | None:
    """Ask which cases a paper is made for; None if the user turned back or ticked none."""
    t = context.t
    dialog = QDialog(parent)
    dialog.setWindowTitle(t("print.many.cases"))
    found = sorted(context.controller.overview(), key=lambda one: one.title.casefold())
    cards = {one.id: ChoiceCard(one.title or t("print.many.untitled"), several=True) for one in found}
    body = ScrollPage()
    body.setAccessibleName(t("print.many.cases"))
    body.add(Heading(t("print.many.cases"), section=True), *cards.values())
    everyone, nobody = Button(t("print.many.all")), Button(t("print.many.none"))
    agree, refuse = PrimaryButton(t("print.many.go")), Button(t("print.many.back"))
    agree.setDefault(True)

    def tick(on: bool) -> None:
        for card in cards.values():
            card.button.setChecked(on)

    tick(True)
    everyone.clicked.connect(lambda: tick(True))
    nobody.clicked.connect(lambda: tick(False))
    agree.clicked.connect(dialog.accept)
    refuse.clicked.connect(dialog.reject)
    column = QVBoxLayout(dialog)
    column.setContentsMargins(*(theme.px(14),) * 4)
    column.addWidget(body, 1)
    column.addWidget(Fitting(everyone, nobody, refuse, agree))
    dialog.resize(theme.px(560), theme.px(520))
    wanted = dialog.exec() == QDialog.DialogCode.Accepted
    chosen = [case_id for case_id, card in cards.items() if card.button.isChecked()]
    dialog.deleteLater()
    return chosen if wanted and chosen else None
