"""What own cases really took: every observation, mended or deleted, beside law and reports, never mixed into them."""

from __future__ import annotations

import time
from collections.abc import Iterator

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from employer_assistant.cases.reading import ReadingError, read_number
from employer_assistant.content.phrases import phrase
from employer_assistant.storage import experience
from employer_assistant.storage.experience import MOST_DAYS, Observation
from employer_assistant.ui.context import Context
from employer_assistant.ui.dialogs import ask_text, choose
from employer_assistant.ui.kit import theme
from employer_assistant.ui.kit.flow import flow
from employer_assistant.ui.kit.layout import clear
from employer_assistant.ui.kit.widgets import Button, Heading, PlainLabel
from employer_assistant.ui.screens.fold import WordsButton
from employer_assistant.ui.workspace.acts import DeedCard

SHOWN = 40
"""Observations shown, the newest of each step first; the table holds all."""
SLICE, PAUSE = 0.03, 10
"""Seconds of work at a time, milliseconds between them."""
WHO = ("employer", "worker", "abh", "ba", "recognition_body", "mission", "other")


class ExperienceCard(DeedCard):
    """A list by step, each line an observation."""

    def __init__(self, context: Context) -> None:
        t = context.t
        super().__init__(context, t("ui.experience.title"), t("ui.experience.text"))
        self.collect_button = Button(t("ui.experience.collect"))
        self.csv_button, self.json_button = Button(t("ui.tables.csv")), Button(t("ui.tables.json"))
        self.csv_button.setAccessibleName(t("ui.experience.csv"))
        self.json_button.setAccessibleName(t("ui.experience.json"))
        self.list = QWidget()
        self._column = QVBoxLayout(self.list)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.px(2))
        self.lines: dict[str, WordsButton] = {}
        self._work: Iterator[int] = iter(())
        self._new = 0
        self._timer = QTimer(self)
        self._timer.setInterval(PAUSE)
        self._timer.timeout.connect(self._work_on)
        self.collect_button.clicked.connect(lambda _on: self.collect())
        self.csv_button.clicked.connect(lambda _on: self.export("csv"))
        self.json_button.clicked.connect(lambda _on: self.export("json"))
        self.add(flow(self.collect_button, self.csv_button, self.json_button))
        self.add(self.list)

    def refresh(self) -> None:
        """Show what is kept."""
        clear(self._column)
        self.lines = {}
        found: dict[str, Observation] = {}
        workspace, t = self.context.controller.workspace, self.context.t
        self.context.window.safely(lambda: found.update(experience.kept(workspace)))
        last = ""
        for origin, one in list(found.items())[:SHOWN]:
            if one.step != last:
                heading = Heading(self._step(one.step), section=True)
                heading.setFont(theme.font("small"))
                self._column.addWidget(heading)
                last = one.step
            words = t("ui.experience.one", days=one.days, desk=self._desk(one.desk), month=_month(one.month))
            button = WordsButton(words)
            button.setAccessibleName(f"{self._step(one.step)}: {words}")
            button.clicked.connect(lambda _on=False, origin=origin, one=one: self.change(origin, one))
            self.lines[origin] = button
            self._column.addWidget(button)
        for exporting in (self.csv_button, self.json_button):
            exporting.setVisible(bool(found))
        if not found:
            self._column.addWidget(PlainLabel(t("ui.experience.none"), "small"))
        elif len(found) > SHOWN:
            self._column.addWidget(PlainLabel(t("ui.experience.more", n=len(found) - SHOWN), "small"))

    def collect(self) -> None:
        """Keep what the finished steps of all cases took, a slice at a time."""
        self._work, self._new = self.context.controller.all_cases.observing(), 0
        self.collect_button.setEnabled(False)
        self._timer.start()

    def _work_on(self) -> None:
        end, left = time.monotonic() + SLICE, [True]

        def work() -> None:
            for new in self._work:
                self._new += new
                if time.monotonic() >= end:
                    return
            left.clear()

        if self.context.window.safely(work) and left:
            return
        self._timer.stop()
        self.collect_button.setEnabled(True)
        self.refresh()
        self.say(self.context.t("ui.experience.collected", n=self._new), "positive" if self._new else "neutral")

    def change(self, origin: str, one: Observation) -> None:
        """Mend the length of an observation, or delete it."""
        t, workspace, window = self.context.t, self.context.controller.workspace, self.context.window
        ways = (t("ui.experience.change"), t("ui.experience.drop"))
        match choose(self, t("ui.experience.ask", step=self._step(one.step), days=one.days), ways, t("ui.cancel")):
            case 0:
                typed = ask_text(self, t("ui.experience.days"), str(one.days), t("ui.workspace.keep"), t("ui.cancel"))
                days = _days(typed or "")
                if typed is not None and days is None:
                    self.say(t("ui.experience.wrong", most=MOST_DAYS), "negative")
                elif days is not None:
                    window.safely(lambda: experience.correct(workspace, origin, days))
                    self.refresh()
            case 1:
                window.safely(lambda: experience.drop(workspace, origin))
                self.refresh()

    def export(self, kind: str) -> None:
        """Save all observations, without anything about persons, firms or cases."""
        found: list[Observation] = []
        workspace, t = self.context.controller.workspace, self.context.t
        if self.context.window.safely(lambda: found.extend(experience.observations(workspace))):
            library, language = self.context.library, self.context.language
            data = experience.as_json(found) if kind == "json" else experience.as_csv(found, library, language)
            self.save(t("ui.experience.name"), kind, data)

    def _step(self, step: str) -> str:
        known = self.context.library.steps.get(step)
        return self.context.words(known.title) if known else step

    def _desk(self, desk: str) -> str:
        office = next((one for one in self.context.library.content.offices if one.id == desk), None)
        if office is not None:
            return self.context.words(office.name)
        return phrase(f"cli.who.{desk}", self.context.language) if desk in WHO else desk


def _month(month: str) -> str:
    year, _, number = month.partition("-")
    return f"{number}/{year}"


def _days(typed: str) -> int | None:
    """Return whole days, None if something else was typed."""
    try:
        found = read_number(typed)
    except ReadingError:
        return None
    return int(found) if found == int(found) and 0 < found <= MOST_DAYS else None
