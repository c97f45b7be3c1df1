"""The whole directory without a case: by place, occupation and kind of desk; entries of this user shared as a file."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from employer_assistant.content import search
from employer_assistant.plan.offices import Desk, Desks, desks, recognition_words
from employer_assistant.storage.corrections import CorrectionsError
from employer_assistant.ui.context import Context
from employer_assistant.ui.kit import theme
from employer_assistant.ui.kit.colours import Tone
from employer_assistant.ui.kit.layout import Turning, clear, stack
from employer_assistant.ui.kit.notice import Notice
from employer_assistant.ui.kit.widgets import Button, Card, ComboBox, PlainLabel
from employer_assistant.ui.page import ScrollingPage
from employer_assistant.ui.screens.desk_cards import role_cards, rule_cards, side_by_side
from employer_assistant.ui.screens.lookup import Lookup
from employer_assistant.ui.screens.office_card import full_desk
from employer_assistant.ui.screens.office_words import entry_count
from employer_assistant.ui.screens.parts import buttons

WISH = "directory.wish"


class DirectoryPage(ScrollingPage):
    """Search by place, occupation and role; below it what this user entered."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        t, library, language = context.t, context.library, context.language
        self.heading.setText(t("page.directory.title"))
        self.place = Lookup(t("page.directory.place"), search.municipalities(library, language), context)
        self.occupation = Lookup(t("page.directory.occupation"), search.occupations(library, language), context)
        self.role = ComboBox(t("page.directory.role"))
        self.role.addItem(t("page.directory.role.all"), "")
        roles = {office.role for office in library.offices.values()} | {"recognition_body"}
        for name, role in sorted((t(f"page.role.{role}"), role) for role in roles):
            self.role.addItem(name, role)
        self.role.setMinimumContentsLength(10)
        self.role.setSizeAdjustPolicy(ComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        asked = Turning(640, 16)
        kind = stack(PlainLabel(t("page.directory.role"), "strong"), self.role, space=4)
        for part in (self.place, self.occupation, kind):
            asked.line.addWidget(part, 1, Qt.AlignmentFlag.AlignTop)
        self._told, self._found = QVBoxLayout(), QVBoxLayout()
        self.body.add(PlainLabel(t("page.directory.intro"), quiet=True), Card("", asked))
        for layout in (self._told, self._found):
            layout.setSpacing(theme.px(14))
            self.body.column.addLayout(layout)
        self._shown: object = None
        kept = context.kept.get(WISH)
        if isinstance(kept, tuple):
            self._take_up(*kept)
        self.place.chosen.connect(self.refresh)
        self.occupation.chosen.connect(self.refresh)
        self.role.currentIndexChanged.connect(self.refresh)

    def _take_up(self, place: str, occupation: str, role: str) -> None:
        """Show what was asked before, as the page may have been made anew."""
        self.place.take(place)
        self.occupation.take(occupation)
        self.role.setCurrentIndex(max(0, self.role.findData(role)))

    def first_focus(self) -> QWidget:
        """The field for the place."""
        return self.place.field

    def refresh(self) -> None:
        """Show the desks asked for, unless they stand there already."""
        wish = (self.place.value, self.occupation.value, str(self.role.currentData()))
        now = (wish, self.context.library)
        if now == self._shown:
            return
        self._shown = now
        self.context.kept[WISH] = wish
        clear(self._found)
        for card in self._cards(*wish):
            self._found.addWidget(card)

    def _cards(self, place: str, occupation: str, role: str) -> list[QWidget]:
        context, t = self.context, self.context.t
        if not (place or occupation or role):
            return [self._own_entries()]
        found = desks(context.library, None, place or None, occupation or None)
        shown = self._all_of(role) if role and not place and not occupation else self._of(found, role)
        if not shown:
            return [Notice(t("page.directory.none"), "caution"), self._own_entries()]
        where = context.words(found.district.name) if found.district else t("page.directory.saxony")
        near, rest = role_cards(shown, found.fallbacks, self._draw, context)
        title: QWidget = PlainLabel(t("page.directory.found", n=len(shown), where=where), "strong")
        job = context.library.occupations.get(occupation)
        if job is not None:
            said = f"{context.words(job.name)}: {t(recognition_words(found, job))}"
            title = stack(title, PlainLabel(said))
        return [title, side_by_side([*near, *rest, *rule_cards(found, context)]), self._own_entries()]

    def _of(self, found: Desks, role: str) -> list[Desk]:
        return [desk for desk in (*found.desks, *found.fallbacks) if not role or desk.role == role]

    def _all_of(self, role: str) -> list[Desk]:
        library = self.context.library
        if role == "recognition_body":
            return [Desk(role, body) for body in library.bodies.values()]
        return [Desk(role, office) for office in library.offices.values() if office.role == role]

    def _draw(self, desk: Desk) -> QWidget:
        return full_desk(desk.desk, self.context)

    # ---- entries as a file

    def _own_entries(self) -> Card:
        t = self.context.t
        export, take = Button(t("page.directory.export")), Button(t("page.directory.import"))
        export.clicked.connect(self._export)
        take.clicked.connect(self._import)
        count = entry_count(self.context)
        export.setEnabled(count > 0)
        said = t("page.directory.own.some", n=count) if count else t("page.directory.own.none")
        return Card(
            t("page.directory.own"),
            PlainLabel(said),
            PlainLabel(t("page.directory.own.stays"), "small"),
            buttons(export, take),
        )

    def _export(self, _on: bool = False) -> None:
        t = self.context.t
        name, _ = QFileDialog.getSaveFileName(
            self, t("page.directory.export"), t("page.directory.file"), t("page.directory.files")
        )
        if name:
            self.export_to(Path(name))

    def export_to(self, file: Path) -> None:
        """Write all entries to a file, and say so or why not."""
        try:
            count = self.context.controller.shelf.export(file)
        except CorrectionsError as error:
            self._tell(error.say(self.context.language), "negative")
            return
        self._tell(self.context.t("cli.offices.exported", file=file, n=count), "positive")

    def _import(self, _on: bool = False) -> None:
        t = self.context.t
        name, _ = QFileDialog.getOpenFileName(self, t("page.directory.import"), "", t("page.directory.files"))
        if name:
            self.import_from(Path(name))

    def import_from(self, file: Path) -> None:
        """Merge a colleague's entries, and say how many were taken or why none."""
        controller = self.context.controller
        try:
            found = controller.shelf.take_in(file, controller.today())
        except CorrectionsError as error:
            self._tell(error.say(self.context.language), "negative")
            return
        controller.use(controller.shelf.library())
        words = {"taken": len(found.taken), "kept": len(found.kept)}
        self._tell(self.context.t("cli.offices.imported", **words), "positive")

    def _tell(self, sentence: str, tone: Tone) -> None:
        clear(self._told)
        notice = Notice(sentence, tone)
        self._told.addWidget(notice)
        notice.setFocus()
