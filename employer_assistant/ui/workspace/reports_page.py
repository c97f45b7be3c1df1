"""What goes out of all cases: the overview as a table or report, a calendar, counts for the year, own experience."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from employer_assistant.storage.counts import LEAST, Counts, as_csv, words_of, years
from employer_assistant.ui.context import Context
from employer_assistant.ui.kit import theme
from employer_assistant.ui.kit.choice import ChoiceCard
from employer_assistant.ui.kit.flow import flow
from employer_assistant.ui.kit.layout import Columns, clear, row, stack
from employer_assistant.ui.kit.widgets import Button, ComboBox, Heading, PlainLabel
from employer_assistant.ui.page import ScrollingPage
from employer_assistant.ui.workspace.acts import DeedCard, busy
from employer_assistant.ui.workspace.experience_card import ExperienceCard

SHOWN = 12
"""Numbers of a kind shown; the table holds all."""


class TablesCard(DeedCard):
    """The overview of all cases for a spreadsheet or another program, and their days for a calendar."""

    def __init__(self, context: Context) -> None:
        t = context.t
        super().__init__(context, t("ui.tables.title"), t("ui.tables.text"))
        self.buttons = {kind: Button(t(f"ui.tables.{kind}")) for kind in ("xlsx", "csv", "json", "ics")}
        for kind, button in self.buttons.items():
            button.clicked.connect(lambda _on=False, kind=kind: self.export(kind))
        self.titles = ChoiceCard(t("ui.tables.titles"), t("ui.tables.titles.hint"), several=True)
        tables = [button for kind, button in self.buttons.items() if kind != "ics"]
        for widget in (flow(*tables), PlainLabel(t("ui.tables.calendar"), quiet=True), self.titles):
            self.add(widget)
        self.add(flow(self.buttons["ics"]))

    def export(self, kind: str) -> None:
        """Work out what is not known yet, then write the file."""
        t, cases, language = self.context.t, self.context.controller.all_cases, self.context.language
        made: list[bytes] = []

        def make() -> None:
            with busy():
                if kind == "ics":
                    made.append(cases.calendar(None, language, titles=self.titles.button.isChecked()))
                    return
                cases.refresh(None)
                write = {"xlsx": cases.table_xlsx, "csv": cases.table_csv, "json": cases.table_json}
                made.append(write[kind](cases.rows(by="next_date", language=language), language))

        if self.context.window.safely(make):
            name = t("ui.tables.calendar.name" if kind == "ics" else "portfolio.sheet")
            self.save(f"{name} {self.context.controller.today():%Y-%m-%d}", kind, made[0])


class ReportCard(DeedCard):
    """How far all cases are, as a paper to print."""

    def __init__(self, context: Context) -> None:
        t = context.t
        super().__init__(context, t("ui.report.name"), t("ui.report.text"))
        self.initials = ChoiceCard(t("ui.report.initials"), several=True)
        self.button = Button(t("ui.report.pdf"))
        self.button.clicked.connect(lambda _on: self.export())
        for widget in (self.initials, flow(self.button)):
            self.add(widget)

    def export(self) -> None:
        """Make the report beside the window, then save it; say which letters it lacks."""
        from employer_assistant.papers.form import FormError
        from employer_assistant.papers.letterhead import LetterheadError, PaperOptions
        from employer_assistant.ui.screens.paper_letterhead import letterhead_of
        from employer_assistant.ui.workspace.report_maker import make_report

        options = PaperOptions(self.initials.button.isChecked(), letterhead_of(self.context))
        try:
            made = make_report(self, self.context, options)
        except FormError as error:
            self.say(str(error), "caution")
            return
        except LetterheadError as error:
            self.say(error.say(self.context.language), "negative")
            return
        if made is not None:
            self._keep(*made)

    def _keep(self, data: bytes, letters: set[str]) -> None:
        t = self.context.t
        if self.save(f"{t('ui.report.name')} {self.context.controller.today():%Y-%m-%d}", "pdf", data) and letters:
            self.say(t("page.print.letters", letters=" ".join(sorted(letters))), "caution")


class CountsCard(DeedCard):
    """Anonymous numbers of a year."""

    def __init__(self, context: Context) -> None:
        t = context.t
        super().__init__(context, t("ui.counts.title"), t("ui.counts.text", least=LEAST))
        self.year = ComboBox(t("ui.counts.year"))
        self.year.activated.connect(lambda _place: self.show_numbers())
        self.numbers = QWidget()
        self._column = QVBoxLayout(self.numbers)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.px(4))
        self.save_button = Button(t("ui.counts.save"))
        self.save_button.clicked.connect(lambda _on: self.export())
        self.found: Counts | None = None
        for widget in (PlainLabel(t("ui.counts.year"), "small"), flow(self.year), self.numbers, flow(self.save_button)):
            self.add(widget)

    def refresh(self) -> None:
        """Offer the years there are."""
        chosen, found = self.year.currentData(), list[int]()
        self.context.window.safely(lambda: found.extend(years(self.context.controller.workspace)))
        self.year.clear()
        for year in found:
            self.year.addItem(str(year), year)
        self.year.addItem(self.context.t("ui.counts.all"), 0)
        self.year.setCurrentIndex(max(self.year.findData(chosen), 0))
        self.show_numbers()

    def show_numbers(self) -> None:
        """Count and show."""
        clear(self._column)
        t, cases, found = self.context.t, self.context.controller.all_cases, list[Counts]()
        year = self.year.currentData() or None
        if not self.context.window.safely(lambda: found.append(cases.counts(year))):
            return
        self.found = found[0]
        few = t("counts.few", least=LEAST)
        self._column.addWidget(PlainLabel(t("ui.counts.sum", n=few if found[0].cases is None else found[0].cases)))
        for kind, numbers in (
            ("routes", found[0].routes),
            ("countries", found[0].countries),
            ("outcomes", found[0].outcomes),
        ):
            if not numbers:
                continue
            heading = Heading(t(f"counts.kind.{kind}"), section=True)
            heading.setFont(theme.font("small"))
            self._column.addWidget(heading)
            ordered = sorted(numbers.items(), key=lambda one: -(one[1] or 0))
            for key, number in ordered[:SHOWN]:
                name = PlainLabel(words_of(kind, key, self.context.library, self.context.language))
                shown = PlainLabel(t("ui.counts.hidden") if number is None else str(number), "strong")
                self._column.addWidget(row(name, shown, grows=name))

    def export(self) -> None:
        """Save the numbers as a table."""
        if self.found is not None:
            data = as_csv(self.found, self.context.library, self.context.language)
            self.save(f"{self.context.t('ui.counts.name')} {self.year.currentText()}", "csv", data)


class ReportsPage(ScrollingPage):
    """Tables and numbers."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.heading.setText(context.t("ui.reports.title"))
        self.body.add(PlainLabel(context.t("ui.reports.intro"), quiet=True))
        self.tables, self.counts, self.experience = TablesCard(context), CountsCard(context), ExperienceCard(context)
        self.report = ReportCard(context)
        left, right = stack(self.tables, self.counts, space=14), stack(self.report, self.experience, space=14)
        self.body.add(Columns(left, right, shares=(1, 1)))

    def refresh(self) -> None:
        """Count anew."""
        shown: tuple[Callable[[], None], ...] = (self.counts.refresh, self.experience.refresh)
        for show in shown:
            show()

    def first_focus(self) -> QWidget | None:
        """Return the first button."""
        return self.tables.buttons["xlsx"]
