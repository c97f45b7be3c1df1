"""What this user found out about a desk: it is right, or a detail is otherwise. Undone at will."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QLineEdit, QScrollArea, QVBoxLayout, QWidget

from employer_assistant.content.corrections import FIELDS, WHOLE, value_of
from employer_assistant.content.model import Body, Checked, Office
from employer_assistant.papers.desk_marks import field_name
from employer_assistant.rules.wording import date_text
from employer_assistant.storage.corrections import LONGEST, CorrectionsError
from employer_assistant.ui.context import Context
from employer_assistant.ui.kit import theme
from employer_assistant.ui.kit.layout import row, stack
from employer_assistant.ui.kit.widgets import Button, ComboBox, LinkButton, PlainLabel
from employer_assistant.ui.screens import office_words
from employer_assistant.ui.screens.day_field import DayField
from employer_assistant.ui.screens.fold import Fold, fold
from employer_assistant.ui.screens.parts import buttons

OPEN, INITIALS = "desk_check.open", "desk_check.initials"
MOST_INITIALS = 10


def desk_check(desk: Office | Body, context: Context) -> Fold:
    """Return the fold in which a desk is confirmed or corrected; it stays open after an entry."""
    title = context.t("page.check.title")
    name = context.t("page.check.title.of", office=office_words.name(desk, context))
    made = fold(title, lambda: DeskCheck(desk, context), context.t, name=name)
    if context.kept.get(OPEN) == desk.id:
        del context.kept[OPEN]
        made.unfold()
        QTimer.singleShot(0, made, partial(_come_back, made))
    return made


def _come_back(made: Fold) -> None:
    made.button.setFocus()
    above = made.parentWidget()
    while above is not None and not isinstance(above, QScrollArea):
        above = above.parentWidget()
    if above is not None:
        above.ensureWidgetVisible(made)


class DeskCheck(QWidget):
    """Initials and day, the button that confirms, the line that corrects, and the entries made so far."""

    def __init__(self, desk: Office | Body, context: Context) -> None:
        super().__init__()
        t, self.desk, self.context = context.t, desk, context
        self.day = context.controller.today()
        self.initials = QLineEdit(self._known_initials())
        self.initials.setMaxLength(MOST_INITIALS)
        self.initials.setAccessibleName(t("page.check.initials"))
        self.initials.setFixedWidth(self.initials.fontMetrics().horizontalAdvance("M" * 5) + theme.px(34))
        self.on = DayField(context, t("page.check.day"))
        self.on.show_day(self.day)
        self.on.entered.connect(self._take_day)
        self.right = Button(t("page.check.right"))
        self.right.clicked.connect(self._confirm)
        self.field = ComboBox(t("page.check.field"))
        for name in fields_of(desk):
            self.field.addItem(field_name(name, context.language), name)
        self.field.setCurrentIndex(self.field.findData("phone"))
        self.value = QLineEdit()
        self.value.setMaxLength(LONGEST)
        self.field.currentIndexChanged.connect(self._show_value)
        self.correct = Button(t("page.check.correct"))
        self.correct.clicked.connect(self._correct)
        self.problem = PlainLabel("", "small")
        self.problem.ink(theme.colours().negative.text)
        self.problem.hide()
        self._lay_out()
        self._show_value()

    def _lay_out(self) -> None:
        t = self.context.t
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, theme.px(8))
        column.setSpacing(theme.px(6))
        who = stack(PlainLabel(t("page.check.initials"), "small"), self.initials, space=2)
        when = stack(PlainLabel(t("page.check.day"), "small"), self.on, space=2)
        parts = (
            row(who, when, None, space=12),
            buttons(self.right),
            stack(PlainLabel(t("page.check.field"), "small"), self.field, self.value, space=4),
            buttons(self.correct),
            self.problem,
            *(self._entry(one) for one in self.desk.checked),
        )
        for part in parts:
            column.addWidget(part)

    def _known_initials(self) -> str:
        kept = self.context.kept.get(INITIALS)
        return kept if isinstance(kept, str) else self.context.controller.all_cases.settings.initials

    def _take_day(self, day: date) -> None:
        self.day = day

    def _show_value(self, _index: int = 0) -> None:
        name = str(self.field.currentData())
        now = next((one.value for one in self.desk.checked if one.field == name), None)
        self.value.setText(value_of(self.desk, name) if now is None else now)
        self.value.setAccessibleName(self.context.t("page.check.value", field=self.field.currentText()))

    def _entry(self, one: Checked) -> QWidget:
        t, language = self.context.t, self.context.language
        who = {"day": date_text(one.on, language), "by": one.by}
        if one.field == WHOLE:
            said = t("page.check.entry.whole", **who)
        else:
            nothing = t("office.nothing")
            values = {"value": one.value or nothing, "content": one.content or nothing}
            said = t("page.check.entry.field", field=field_name(one.field, language), **values, **who)
        back = LinkButton(t("page.check.back"), name=t("page.check.back.of", what=said))
        back.clicked.connect(partial(self._take_back, one.field))
        return stack(PlainLabel(said, "small"), buttons(back), space=0)

    # ---- acts

    def _confirm(self, _on: bool = False) -> None:
        shelf = self.context.controller.shelf
        self._keep(lambda: shelf.confirm(self.desk.id, self.day, self.initials.text().strip()))

    def _correct(self, _on: bool = False) -> None:
        shelf, name = self.context.controller.shelf, str(self.field.currentData())
        value, by = self.value.text().strip(), self.initials.text().strip()
        self._keep(lambda: shelf.correct(self.desk.id, name, value, self.day, by))

    def _take_back(self, name: str, _on: bool = False) -> None:
        shelf = self.context.controller.shelf
        self._keep(lambda: shelf.take_back(self.desk.id, name))

    def _keep(self, act: Callable[[], object]) -> None:
        """Do it and show the directory as it is now; if it is refused, say why and keep what was typed."""
        try:
            act()
        except CorrectionsError as error:
            self.problem.setText(error.say(self.context.language))
            self.problem.show()
            return
        self.context.kept[INITIALS] = self.initials.text().strip()
        self.context.kept[OPEN] = self.desk.id
        controller = self.context.controller
        controller.use(controller.shelf.library())


def fields_of(desk: Office | Body) -> tuple[str, ...]:
    """Return the fields of a desk that can be corrected; a body has its address in one piece."""
    return tuple(name for name in FIELDS if not (isinstance(desk, Body) and name in ("postcode", "city", "hours")))
