"""The window: rail on the left, one page on the right, a footer that says what is saved and how current the law is."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from employer_assistant.cases.commands import Command
from employer_assistant.cases.labels import say
from employer_assistant.cases.titles import shown_title
from employer_assistant.rules.wording import date_text
from employer_assistant.ui import settings
from employer_assistant.ui.context import Context
from employer_assistant.ui.dialogs import choose, tell
from employer_assistant.ui.kit import theme
from employer_assistant.ui.kit.rail import Rail, RailEntry
from employer_assistant.ui.kit.title import RailTitle
from employer_assistant.ui.kit.widgets import MenuButton, PlainLabel
from employer_assistant.ui.menu import fill_menu
from employer_assistant.ui.page import Page
from employer_assistant.ui.pages import PAGES, PageSpec, spec
from employer_assistant.ui.wizard.journey import not_known, questions_left
from employer_assistant.ui.wizard.leaving import may_close

if TYPE_CHECKING:
    from employer_assistant.app import Controller
    from employer_assistant.cases.commands import Label
    from employer_assistant.storage.errors import ConflictError

RAIL_WIDTH, RAIL_SHARE = 236, 0.3
ROOMY = 480
"""Height from which the footer of the rail has room for all it says, in pixels at 100 per cent text size."""


class RailPanel(QFrame):
    """The left side of the window."""


class MainWindow(QMainWindow):
    """The one window. Pages are made when first shown and thrown away when language, look or case change."""

    spoken = Signal(str)

    def __init__(self, controller: Controller, chosen: settings.Preferences) -> None:
        super().__init__()
        self.controller = controller
        self.chosen = chosen
        self.context = Context(controller, chosen.language, self)
        self._built: dict[str, Page] = {}
        self._library = controller.library
        self._page = "cases"
        self._over: Page | None = None
        self._trail: list[str] = []
        self.note = ""
        self._tight = False
        self._unsubscribe = controller.subscribe(self.refresh)
        self._shortcuts()
        self.rebuild()
        self._take_place()

    def _take_place(self) -> None:
        """Stand where the window stood last; at first as large as drawn, if the screen has the room."""
        if not self.restoreGeometry(settings.geometry()):
            self.resize(QSize(1280, 800).boundedTo(self.screen().availableSize()))

    # ---- building

    def rebuild(self) -> None:
        """Make rail and page anew, as after a change of language, text size or scheme."""
        self.context.language = self.chosen.language
        self.setWindowTitle(self.context.t("app.name"))
        for page in self._built.values():
            page.deleteLater()
        self._built = {}
        self._over = None
        self.stack = QStackedWidget()
        frame = QWidget()
        line = QHBoxLayout(frame)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(0)
        self.panel = self._panel()
        line.addWidget(self.panel)
        line.addWidget(self.stack, 1)
        old = self.takeCentralWidget()
        if old is not None:
            old.deleteLater()
        self.setCentralWidget(frame)
        self._fit_rail()
        self._show(self._page)

    def _panel(self) -> RailPanel:
        panel = RailPanel()
        column = QVBoxLayout(panel)
        column.setContentsMargins(theme.px(14), 22, theme.px(14), 18)
        column.setSpacing(12)
        self.rail_title = RailTitle()
        self.rail_title.setContentsMargins(theme.px(8), 0, 0, 0)
        self.rail = Rail(self.context.t("ui.rail.name"))
        self.rail.wanted.connect(self._go_along_rail)
        self.footer = PlainLabel("", "small")
        self.footer.setContentsMargins(theme.px(8), 0, 0, 0)
        self.menu_button = MenuButton(self.context.t("ui.menu"))
        fill_menu(self)
        column.addWidget(self.rail_title)
        column.addWidget(self.rail, 1)
        column.addWidget(self.footer)
        column.addWidget(self.menu_button)
        return panel

    def _shortcuts(self) -> None:
        keys: dict[str, Callable[[], object]] = {
            "F1": self.help,
            "Alt+Left": self.back,
            "Ctrl+N": self.new_case,
            "Ctrl+P": lambda: self.go_if_there("print"),
            "F6": lambda: self.rail.setFocus(Qt.FocusReason.ShortcutFocusReason),
            "Ctrl+0": self.leave_case,
        }
        for number in range(1, 10):
            keys[f"Ctrl+{number}"] = lambda number=number: self._go_number(number)  # type: ignore[misc]
        for key, act in keys.items():
            QShortcut(QKeySequence(key), self, context=Qt.ShortcutContext.WindowShortcut).activated.connect(act)

    # ---- where we are

    def rows(self) -> tuple[PageSpec, ...]:
        """Return the pages that can be shown now: those of the case if one is open, else those of the start."""
        place = "case" if self.controller.case is not None else "start"
        return tuple(row for row in PAGES if row.place == place)

    def rail_rows(self) -> tuple[PageSpec, ...]:
        """Return the pages the rail offers now."""
        return tuple(row for row in self.rows() if row.in_rail)

    def go(self, page: str, part: str = "") -> None:
        """Show a page, and a part of it. A page of the start closes the case; it is saved already."""
        if spec(page).place == "start" and self.controller.case is not None:
            self.controller.close()
            self.note = ""  # it was said about the case
            self._forget_case_pages()
        if page != self._page:
            self._trail.append(self._page)
        self.context.came_from = self._page
        self._show(page, part)

    def go_if_there(self, page: str) -> bool:
        """Show a page if the rail offers it now; tell whether it does."""
        offered = self.offers(page)
        if offered:
            self.go(page)
        return offered

    def offers(self, page: str) -> bool:
        """Tell whether a page can be shown now."""
        return any(row.id == page for row in self.rows())

    def _go_along_rail(self, entry: str) -> None:
        page, _, part = entry.partition("#")
        self.go(page, part)

    def lay_over(self, page: Page | None) -> None:
        """Show a page over the present one; None takes it away, as does going anywhere."""
        if page is None:
            self._show(self._page)
            return
        self._take_away()
        self._over = page
        self.stack.addWidget(page)
        self.stack.setCurrentWidget(page)
        (page.first_focus() or page).setFocus(Qt.FocusReason.OtherFocusReason)
        page.heading.announce()

    def _take_away(self) -> None:
        over, self._over = self._over, None
        if over is not None:
            self.stack.removeWidget(over)
            over.deleteLater()

    def _show(self, page: str, part: str = "") -> None:
        self._take_away()
        self._page = page
        built = self._built.get(page)
        if built is None:
            built = spec(page).load()(self.context)
            self._built[page] = built
            self.stack.addWidget(built)
        self.stack.setCurrentWidget(built)
        self.refresh()
        if part:
            built.open_part(part)
        target = built.first_focus()
        if target is not None:
            target.setFocus(Qt.FocusReason.OtherFocusReason)
        if not part:
            built.to_top()  # large text leaves no room for both: the title comes before the field that has the focus
        built.heading.announce()

    def back(self) -> None:
        """Go one place back: inside the page, else to the page before."""
        if (self._over or self._built[self._page]).back():
            return
        while self._trail:
            page = self._trail.pop()
            if self.offers(page):
                self._show(page)
                return

    def new_case(self) -> None:
        """Make a new case and show its first page."""
        if self.safely(self.controller.create):
            self.open_case()

    def open_case(self, page: str = "answers") -> None:
        """Show the case that the controller has just opened."""
        self._forget_case_pages()
        self.context.kept.pop("journey", None)
        self._trail = ["cases"]
        self.go_if_there(page)

    def leave_case(self) -> None:
        """Go to the list of cases."""
        self.go("cases")

    def _forget_case_pages(self) -> None:
        self._forget(row.id for row in PAGES if row.place == "case")

    def _forget_old_content(self) -> None:
        """Have the other pages made anew once other content is in use; the page shown sees to itself."""
        self._library = self.controller.library
        self.context.kept.pop("plans", None)
        self._forget(row.id for row in PAGES if row.id != self._page)

    def _forget(self, pages: Iterable[str]) -> None:
        for page in pages:
            if page in self._built:
                gone = self._built.pop(page)
                self.stack.removeWidget(gone)
                gone.deleteLater()

    def _go_number(self, number: int) -> None:
        rows = self.rail_rows()
        if number <= len(rows):
            self.go(rows[number - 1].id)

    # ---- keeping it current

    def refresh(self) -> None:
        """Show the present state: rail, footer, and the visible page."""
        if self.controller.library is not self._library:
            self._forget_old_content()
        page = self._built.get(self._page)
        if page is not None and spec(self._page) in self.rows():
            page.refresh()
        if self._over is not None:
            self._over.refresh()
        self.refresh_rail()

    def refresh_rail(self) -> None:
        """Show the present state in rail and footer."""
        lines: list[RailEntry] = []
        marked = spec(self._page).belongs_to or self._page
        for place, row in enumerate(self.rail_rows(), 1):
            title = self.context.t(row.title)
            numbered = f"{place} {title}" if row.place == "case" else title
            here = row.id == marked
            parts = row.parts(self.context) if row.id == self._page else []
            lines += [RailEntry(row.id, numbered, row.state(self.context), here and not parts), *parts]
        self.rail.show_entries(lines)
        self._say_where()

    def _say_where(self) -> None:
        from employer_assistant.ui.screens.thinking import lacking_for_the_road

        t, case = self.context.t, self.controller.case
        library, language = self.context.library, self.context.language
        self.rail_title.name(shown_title(case, library, language) if case is not None else t("app.name"))
        lines, saved = [self.note] if self.note else [], ""
        if case is not None:
            assessment = self.controller.assessment()
            left = questions_left(assessment, self.controller.interview())
            unknown = 0 if left else not_known(assessment)
            done = t("ui.footer.not_known", n=unknown) if unknown else t("ui.footer.no_questions")
            lines.append(t("ui.footer.questions", n=left) if left else done)
            lacking = 0 if left else len(lacking_for_the_road(self.context))
            lines += [t("ui.footer.road_lacks", n=lacking)] if lacking else []
            if self.controller.saved_at is not None:
                saved = t("ui.footer.saved", time=f"{self.controller.saved_at:%H:%M}")
        law = t("ui.footer.law", day=date_text(library.content.law_as_of, language))
        everything = "\n".join(line for line in (*lines, saved, law) if line)
        # large text leaves the rail no lines otherwise; it counts the questions itself, the page "Recht" has the day
        brief = "\n".join(line for line in (self.note, saved) if line)
        self.footer.setText(brief if self._tight and case is not None else everything)
        self.footer.setToolTip(everything if self._tight else "")

    # ---- what pages ask

    def do(self, command: Command) -> bool:
        """Run a command. If it cannot be saved, say so and return False; the case is then as it was."""
        self.note = ""
        return self.safely(lambda: self.controller.do(command))

    def safely(self, act: Callable[[], object]) -> bool:
        """Do something with the workspace. If that fails, say why and return False."""
        from employer_assistant.storage.errors import ConflictError, WorkspaceError

        try:
            act()
        except ConflictError as error:
            self._settle(error)
            return False
        except WorkspaceError as error:
            self.tell(error.say(self.context.language))
            return False
        return True

    def _settle(self, error: ConflictError) -> None:
        """Let the user choose between what another window saved and what this one wanted to save."""
        t, case_id = self.context.t, self.controller.case_id or ""
        ways = (t("ui.conflict.theirs"), t("ui.conflict.mine"))
        chosen = choose(self, error.say(self.context.language), ways, t("ui.conflict.later"))
        acts = {0: lambda: self.controller.open(case_id), 1: lambda: self.controller.keep(error.mine)}
        if chosen in acts and self.safely(acts[chosen]):
            self.open_case()

    def tell(self, sentence: str) -> None:
        """Show a sentence until it is confirmed."""
        tell(self, self.context.t("app.name"), sentence, self.context.t("ui.understood"))

    def undo(self) -> None:
        """Take the last change back, and say which."""
        self._step(self.controller.undo_label, self.controller.undo, "ui.footer.undone")

    def redo(self) -> None:
        """Do again what was taken back, and say what."""
        self._step(self.controller.redo_label, self.controller.redo, "ui.footer.redone")

    def _step(self, label: Label | None, act: Callable[[], None], key: str) -> None:
        if label is None or not self.safely(act):
            return
        what = say(label, self.context.library, self.context.language)
        self.note = self.context.t(key, what=what)
        self._say_where()
        if "fact" in label[1] and self._page == "answers":
            self.context.came_from = "answers"
            self._built["answers"].open_part(label[1]["fact"])

    def greeted(self) -> None:
        """Remember that the notice of the first start was read."""
        self.chosen = settings.save(self.chosen, greeted=True)

    def help(self) -> None:
        """Answer F1: the page first, else the list of keys."""
        if not self._built[self._page].help():
            self.tell(self.context.t("ui.help.keys"))

    def report_fault(self, note: Path) -> None:
        """Say that the app was at fault, what is safe, and where the note lies."""
        self.tell(self.context.t("ui.fault", file=str(note)))

    def follow_system(self) -> None:
        """Take over the system's new colours, if the user did not choose."""
        if self.chosen.scheme == "system":
            self.choose()

    def choose(self, **changes: object) -> None:
        """Change language, scheme or text size, keep the choice and build anew."""
        if "language" in changes:
            self.note = ""  # it was said in the other language
        self.chosen = settings.save(self.chosen, **changes)
        self.spoken.emit(self.chosen.language)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            theme.apply(app, self.chosen.scheme, self.chosen.text_size)
        self.rebuild()

    # ---- Qt

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Give the rail its share, also of a narrow window with large text."""
        self._fit_rail()
        super().resizeEvent(event)

    def _fit_rail(self) -> None:
        tight = self.height() < theme.px(ROOMY)
        if tight is not self._tight:
            self._tight = tight
            self._say_where()
        self.panel.setFixedWidth(min(theme.px(RAIL_WIDTH), round(self.width() * RAIL_SHARE)))

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 - Qt's name
        """Stop listening. Answers are saved already; whoever closes with something only typed is asked first."""
        if event.spontaneous() and not may_close(self, self.context):
            event.ignore()
            return
        settings.keep_geometry(self.saveGeometry())
        self._unsubscribe()
        super().closeEvent(event)
