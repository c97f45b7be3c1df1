"""What really happened at a step: the days to enter, late or early, so that everything after it moves."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import partial

from PySide6.QtCore import Qt, Signal

from employer_assistant.cases.commands import Command, EnterEvent, TickStep
from employer_assistant.content.model import Step
from employer_assistant.plan.model import PlannedStep
from employer_assistant.ui.context import Context
from employer_assistant.ui.kit.layout import Turning
from employer_assistant.ui.kit.widgets import Card, PlainLabel
from employer_assistant.ui.screens.day_field import DayField

DONE = "done"


class HappenedCard(Card):
    """The days of one step. It stays while other cards are made anew, so that focus and typed text stay too."""

    entered = Signal(object)

    def __init__(self, context: Context, planned: PlannedStep) -> None:
        super().__init__(context.t("happened.title"), PlainLabel(context.t("happened.intro"), "small"))
        self.context = context
        self.step: Step = planned.step
        self.events = self._events(planned)
        self.fields: dict[str, DayField] = {}
        title = context.words(self.step.title)
        for event, label in self._days():
            made = DayField(context, context.t("happened.field", day=label, step=title), may_be_empty=True)
            made.entered.connect(partial(self._enter, event))
            self.fields[event] = made
            line = Turning(300)
            line.line.addWidget(PlainLabel(label), 1, Qt.AlignmentFlag.AlignVCenter)
            line.line.addWidget(made, 0, Qt.AlignmentFlag.AlignTop)
            self.add(line)
        self.future = PlainLabel(context.t("happened.future"), "small")
        self.future.hide()
        self.add(self.future)
        self.refresh()

    def about(self, planned: PlannedStep) -> bool:
        """Tell whether the card is about this step and still asks for the days that count for the case."""
        return self.step is planned.step and self.events == self._events(planned)

    def _events(self, planned: PlannedStep) -> tuple[str, ...]:
        """Return what the deadlines of the case count from; what was entered stays, so that it can be taken back."""
        case, known = self.context.controller.case, self.context.library.events
        counted = {clause.deadline.anchor_event for clause in planned.deadlines}
        entered = set(case.events) if case is not None else set()
        anchors = dict.fromkeys(clause.anchor_event for clause in planned.step.deadlines)
        return tuple(event for event in anchors if event in known and event in counted | entered)

    def _days(self) -> Iterator[tuple[str, str]]:
        """Return the events that can be entered here with their names: what deadlines count from, beginning, end."""
        context, step = self.context, self.step
        for event in self.events:
            yield event, context.words(context.library.events[event].title)
        if step.start_event is not None:
            yield step.start_event, context.t(f"event.{step.start_event}")
        if step.finish_event is not None:
            yield DONE, context.t("happened.done")

    def refresh(self) -> None:
        """Show the days as they are entered."""
        days = {event: self._day(event) for event in self.fields}
        for event, field in self.fields.items():
            field.show_day(days[event])
        today, done = self.context.controller.today(), days.get(DONE)
        self.future.setVisible(done is not None and done > today)

    def _day(self, event: str) -> date | None:
        case = self.context.controller.case
        if case is None:
            return None
        if event != DONE:
            return case.events.get(event)
        return case.events.get(str(self.step.finish_event), case.ticks.get(self.step.id))

    def _enter(self, event: str, day: date | None) -> None:
        self.entered.emit(self._command(event, day))

    def _command(self, event: str, day: date | None) -> Command:
        """Return the command for a day. An end entered as an event is changed as one, for it outranks a tick."""
        case = self.context.controller.case
        if event != DONE:
            return EnterEvent(event, day)
        finish = str(self.step.finish_event)
        if case is not None and finish in case.events:
            return EnterEvent(finish, day)
        return TickStep(self.step.id, day)
