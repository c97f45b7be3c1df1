"""The content of the app: how current it is, newer content from a file, what it changes, and the way back."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from employer_assistant.content.signing import PackError
from employer_assistant.rules.wording import date_text
from employer_assistant.ui.context import Context
from employer_assistant.ui.kit import theme
from employer_assistant.ui.kit.colours import Tone
from employer_assistant.ui.kit.layout import Columns, clear, stack
from employer_assistant.ui.kit.notice import Notice
from employer_assistant.ui.kit.widgets import Button, Card, PlainLabel, PrimaryButton
from employer_assistant.ui.page import ScrollingPage
from employer_assistant.ui.screens import law_words
from employer_assistant.ui.screens.parts import buttons, labelled
from employer_assistant.ui.updates.again import again_card
from employer_assistant.ui.updates.trial import Tester, Trial
from employer_assistant.ui.updates.trial_card import TrialCard

KEPT = "updates.trial"


class UpdatesPage(ScrollingPage):
    """State of the content, a trial of newer content, kept versions."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        t = context.t
        self.heading.setText(t("page.updates.title"))
        self.body.add(PlainLabel(t("page.updates.intro"), quiet=True))
        self._told = QVBoxLayout()
        self._content = QVBoxLayout()
        for part in (self._told, self._content):
            part.setSpacing(theme.px(14))
            self.body.column.addLayout(part)
        self.choose: Button | None = None
        self.trial_card: TrialCard | None = None
        self._tester: Tester | None = None
        self._shown: object = None

    @property
    def trial(self) -> Trial | None:
        """The content that is tried or was installed last since the window was opened."""
        found = self.context.kept.get(KEPT)
        return found if isinstance(found, Trial) else None

    def first_focus(self) -> QWidget | None:
        """The button that takes a file."""
        return self.choose

    def refresh(self) -> None:
        """Show state and trial, unless both stand there already."""
        now = (self.context.library, self.trial)
        if now != self._shown:
            self._shown = now
            self._fill()

    def _fill(self) -> None:
        clear(self._content)
        if self._tester is not None:
            self._tester.stop()
        self.trial_card = None
        trial = self.trial
        if trial is not None:
            self.trial_card = TrialCard(self.context, trial, self._install, self._drop)
            self._content.addWidget(self.trial_card)
            self._tester = Tester(self, self.context, trial, self.trial_card.show_tested)
        self._content.addWidget(Columns(stack(self._state(), space=14), stack(self._next(), space=14), shares=(1, 1)))
        self._content.addWidget(again_card(self.context))

    # ---- cards

    def _state(self) -> Card:
        t, language = self.context.t, self.context.language
        shelf, content = self.context.controller.shelf, self.context.library.content
        pending = self.trial is not None and self.trial.data is not None
        self.choose = (Button if pending else PrimaryButton)(t("page.updates.choose"))
        self.choose.clicked.connect(self._choose)
        origin = "page.updates.own" if shelf.in_use.built_in else "page.updates.from-file"
        acts: list[QWidget] = [self.choose]
        if shelf.can_undo():
            undo = Button(t("page.updates.undo"))
            undo.clicked.connect(self._undo)
            acts.append(undo)
        card = Card(
            t("page.updates.state"),
            labelled(t("papers.law.version"), content.version, t(origin)),
            labelled(t("papers.law.as-of"), date_text(content.law_as_of, language)),
            labelled(t("papers.law.read-on"), date_text(content.read_on, language)),
            buttons(*acts),
            PlainLabel(t("page.updates.no-network"), "small"),
        )
        problem = shelf.in_use.problem
        if problem is not None:
            card.add(Notice(t("pack.not-in-use", sentence=problem.say(language)), "negative"))
        return card

    def _next(self) -> Card:
        t, figures = self.context.t, list(self.context.library.figures.values())
        found = law_words.endings(figures, self.context.controller.today())
        card = Card(t("page.law.next"))
        if not found:
            card.add(PlainLabel(t("page.law.next.none")))
        for line, names in law_words.ending_groups(found, self.context).items():
            card.add(labelled(line, *names))
        more = Button(t("page.updates.law"))
        more.clicked.connect(self._open_law)
        card.add(buttons(more))
        return card

    # ---- acts

    def _open_law(self, _on: bool = False) -> None:
        self.context.go("law")

    def _choose(self, _on: bool = False) -> None:
        t = self.context.t
        name, _ = QFileDialog.getOpenFileName(self, t("page.updates.choose"), "", t("page.updates.files"))
        if name:
            self.look_at(Path(name))

    def look_at(self, file: Path) -> None:
        """Read a file and show what its content would change; say why if it is refused. Nothing is installed yet."""
        controller = self.context.controller
        try:
            data = read(file)
            new = controller.shelf.look(data)
        except PackError as error:
            self._tell(error.say(self.context.language), "negative")
            return
        self._keep(Trial(controller.shelf.in_use.content, new, data))
        self._tell("")

    def _install(self, trial: Trial) -> None:
        if trial.data is None:
            return
        controller = self.context.controller
        try:
            controller.shelf.install(trial.data)
        except PackError as error:
            self._tell(error.say(self.context.language), "negative")
            return
        trial.data = None
        self._now_in_use("page.updates.installed", trial)

    def _undo(self, _on: bool = False) -> None:
        controller = self.context.controller
        old = controller.shelf.in_use.content
        try:
            controller.shelf.undo()
        except PackError as error:
            self._tell(error.say(self.context.language), "negative")
            return
        self._now_in_use("page.updates.undone", Trial(old, controller.shelf.in_use.content, None))

    def _drop(self) -> None:
        self._keep(None)
        self._tell(self.context.t("page.updates.dropped"))

    def _now_in_use(self, key: str, trial: Trial) -> None:
        self.context.kept[KEPT] = trial
        controller = self.context.controller
        controller.use(controller.shelf.library())
        words = {"version": trial.new.version, "before": trial.old.version}
        self._tell(self.context.t(key, **words), "positive")

    def _keep(self, trial: Trial | None) -> None:
        self.context.kept[KEPT] = trial
        self.refresh()

    def _tell(self, sentence: str, tone: Tone = "neutral") -> None:
        clear(self._told)
        if sentence:
            notice = Notice(sentence, tone)
            self._told.addWidget(notice)
            notice.setFocus()


def read(file: Path) -> bytes:
    """Return the bytes of a file that may be a pack. Raises PackError."""
    from employer_assistant.content.signing import MOST_BYTES

    try:
        if file.stat().st_size > MOST_BYTES:
            raise PackError("pack.too-large")
        return file.read_bytes()
    except OSError as error:
        raise PackError("pack.unreadable", file=file, problem=error.strerror or type(error).__name__) from None
