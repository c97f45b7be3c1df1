"""Own experience at a step: how long it took in the user's cases, beside law and reports and in no reckoning."""

from __future__ import annotations

from datetime import date
from functools import partial

from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from employer_assistant.cases.reading import ReadingError, read_number
from employer_assistant.plan.model import PlannedStep
from employer_assistant.storage.experience import (
    MOST_DAYS,
    Observation,
    Summary,
    drop,
    kept,
    observations,
    summaries,
    take,
)
from employer_assistant.ui.context import Context
from employer_assistant.ui.kit import theme
from employer_assistant.ui.kit.layout import Turning, clear, stack
from employer_assistant.ui.kit.widgets import Button, Card, LinkButton, PlainLabel
from employer_assistant.ui.screens.fold import fold
from employer_assistant.ui.screens.parts import buttons
from employer_assistant.ui.screens.step_detail import HELPERS

DAYS_OF_WEEK = 7
DAYS_OF_A_DESK = 3


def others_decide(planned: PlannedStep) -> bool:
    """Tell whether a desk's pace decides how long a step takes, so that experience is worth keeping.

    What somebody does alone, with advice, or within a day or two does not count.
    """
    step, length = planned.step, planned.duration
    short = length.unit == "days" and (length.likely or 0) < DAYS_OF_A_DESK
    return step.responsible not in ("employer", "worker") or (step.office not in (None, *HELPERS) and not short)


class ExperienceCard(Card):
    """What was observed at a step, and fields to enter more. It stays while other cards are made anew."""

    def __init__(self, context: Context, planned: PlannedStep) -> None:
        t = context.t
        super().__init__(t("experience.title"), PlainLabel(t("experience.intro"), "small"))
        self.context = context
        self.step = planned.step
        self.desk = planned.office.id if planned.office else planned.step.office or planned.step.responsible
        self._list = QVBoxLayout()
        self._list.setSpacing(theme.px(4))
        self.column.addLayout(self._list)
        title = context.words(planned.step.title)
        self.weeks = _field(t("happened.field", day=t("experience.weeks"), step=title), "9")
        self.month = _field(t("happened.field", day=t("experience.month"), step=title), "03.2027")
        self.problem = PlainLabel("", "small")
        self.problem.ink(theme.colours().negative.text)
        self.problem.hide()
        self.save = Button(t("experience.save"), name=t("experience.save.of", step=title))
        self.save.clicked.connect(self._save)
        self._entry = self._fields()
        self.enter = fold(t("experience.enter"), lambda: self._entry, t, name=t("experience.enter.of", step=title))
        self.add(self.enter)
        self.refresh()

    def _fields(self) -> QWidget:
        lines = [_line(self.context.t("experience.weeks"), self.weeks)]
        lines.append(_line(self.context.t("experience.month"), self.month))
        box = stack(*lines, self.problem, buttons(self.save), space=4)
        box.setParent(self)  # what no widget owns could be freed in the thread that makes papers
        box.hide()
        return box

    def refresh(self) -> None:
        """Show what was observed at this step, this desk first."""
        found = [one for one in summaries(observations(self.context.controller.workspace)) if one.step == self.step.id]
        clear(self._list)
        for one in sorted(found, key=lambda one: one.desk != self.desk):
            self._list.addWidget(PlainLabel(self._words(one)))
        if not found:
            self._list.addWidget(PlainLabel(self.context.t("experience.none"), "small"))
            return
        t, title = self.context.t, self.context.words(self.step.title)
        entries = fold(
            t("experience.entries"), self._entries, t, name=t("happened.field", day=t("experience.entries"), step=title)
        )
        self._list.addWidget(entries)

    def _entries(self) -> QWidget:
        """Return every entry of this step with a way to delete it."""
        lines: list[QWidget] = []
        for origin, one in kept(self.context.controller.workspace).items():
            if one.step == self.step.id:
                words = self.context.t("experience.entry", days=one.days, month=self._month(one.month))
                delete = LinkButton(self.context.t("history.note.delete"))
                delete.setAccessibleName(self.context.t("experience.delete.of", entry=words))
                delete.clicked.connect(partial(self._delete, origin))
                lines.append(buttons(PlainLabel(words), delete))
        return stack(*lines, space=0)

    def _delete(self, origin: str, _on: bool = False) -> None:
        controller = self.context.controller
        if self.context.window.safely(lambda: drop(controller.workspace, origin)):
            self.refresh()
            self.enter.button.setFocus()

    def _words(self, found: Summary) -> str:
        t = self.context.t
        words = {
            "desk": self._desk(found.desk),
            "n": found.count,
            "shortest": found.shortest,
            "middle": found.middle,
            "longest": found.longest,
            "month": self._month(found.newest_month),
        }
        return t("experience.one" if found.count == 1 else "experience.many", **words)

    def _month(self, stored: str) -> str:
        year, _, month = stored.partition("-")
        return self.context.t("experience.month.name", month=self.context.t(f"month.{int(month)}"), year=year)

    def _desk(self, desk: str) -> str:
        library = self.context.library
        known = library.offices.get(desk) or library.bodies.get(desk)
        if known is not None:
            return self.context.words(known.name)
        return self.context.words(self.step.authority)

    def _save(self, _on: bool = False) -> None:
        try:
            weeks = read_number(self.weeks.text())
            month = _read_month(self.month.text())
        except ReadingError as error:
            self._mark(error.say(self.context.language))
            return
        days = int(weeks * DAYS_OF_WEEK)
        if not 0 < days <= MOST_DAYS:
            self._mark(self.context.t("experience.slip", most=MOST_DAYS // DAYS_OF_WEEK))
            return
        if (month.year, month.month) > (self.context.controller.today().year, self.context.controller.today().month):
            self._mark(self.context.t("experience.future"))
            return
        seen = Observation(self.step.id, self.desk, days, f"{month:%Y-%m}")
        controller = self.context.controller
        if self.context.window.safely(lambda: take(controller.workspace, str(controller.case_id), [seen])):
            self._mark("")
            self.weeks.clear()
            self.month.clear()
            self.refresh()
            self.weeks.setFocus()

    def _mark(self, sentence: str) -> None:
        self.problem.setText(sentence)
        self.problem.setVisible(bool(sentence))
        self.weeks.setAccessibleDescription(sentence)


def _read_month(typed: str) -> date:
    """Read 03.2027, 3/2027 or 2027-03. Raises ReadingError."""
    parts = typed.strip().replace("/", ".").replace("-", ".").split(".")
    if len(parts) == 2 and all(part.isdigit() for part in parts):
        first, second = map(int, parts)
        month, year = (second, first) if first > 12 else (first, second)
        if 1 <= month <= 12 and 2000 <= year <= 2100:
            return date(year, month, 1)
    raise ReadingError("experience.month.form")


def _field(name: str, example: str) -> QLineEdit:
    field = QLineEdit()
    field.setMaxLength(12)
    field.setAccessibleName(name)
    field.setPlaceholderText(example)
    field.setFixedWidth(field.fontMetrics().horizontalAdvance("00.0000") + theme.px(34))
    return field


def _line(label: str, field: QLineEdit) -> QWidget:
    line = Turning(240)
    line.line.addWidget(PlainLabel(label), 1)
    line.line.addWidget(field)
    return line
