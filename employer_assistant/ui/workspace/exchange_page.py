"""Giving cases away and taking them back: one act each, by file or stick. The app itself sends nothing."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from employer_assistant.cases.model import Case
from employer_assistant.cases.titles import shown_title
from employer_assistant.ui.context import Context
from employer_assistant.ui.kit.choice import ChoiceCard, ChoiceGroup
from employer_assistant.ui.kit.flow import flow
from employer_assistant.ui.kit.widgets import LinkButton, PlainLabel, PrimaryButton
from employer_assistant.ui.page import ScrollingPage
from employer_assistant.ui.start_page import TAKE_IN
from employer_assistant.ui.workspace.acts import DeedCard, ask_password, busy
from employer_assistant.ui.workspace.take_in import TakeInCard

KINDS = ("handover", "case", "anonymous")
"""What can be given of one case: with memory for taking it back, as a plain case file, without who it is."""


class GiveCard(DeedCard):
    """Give one case or all of them as a file."""

    def __init__(self, context: Context) -> None:
        t = context.t
        super().__init__(context, t("ui.give.title"), t("ui.give.text"))
        self.case_id: str | None = None
        self.what = PlainLabel("", "strong")
        self.all_button = LinkButton(t("ui.give.all"))
        self.all_button.clicked.connect(lambda _on: self.choose(None))
        self.kinds = ChoiceGroup(t("ui.give.kind"))
        for kind in KINDS:
            self.kinds.add(kind, t(f"ui.give.{kind}"), t(f"ui.give.{kind}.hint"))
        self.kinds.choose(KINDS[0])
        self.kinds.chosen.connect(lambda _kind: self._show())
        self.encrypted = ChoiceCard(t("ui.give.encrypted"), several=True)
        self.give_button = PrimaryButton(t("ui.give.save"))
        self.give_button.clicked.connect(lambda _on: self.give())
        for widget in (self.what, flow(self.all_button), self.kinds, self.encrypted, flow(self.give_button)):
            self.add(widget)

    def refresh(self) -> None:
        """Say what would be given."""
        self.choose(self.case_id)

    def choose(self, case_id: str | None) -> None:
        """Choose a case, or with None all."""
        t, found = self.context.t, list[Case]()
        workspace = self.context.controller.workspace
        count: list[int] = []
        self.context.window.safely(lambda: count.append(len(workspace.heads())))
        wanted = case_id or ""
        there = bool(wanted) and self.context.window.safely(lambda: found.append(workspace.load(wanted).case))
        self.case_id = wanted if there else None
        self._title = shown_title(found[0], self.context.library, self.context.language) if found else ""
        self.what.setText(self._title or t("ui.give.all.what", n=count[0] if count else 0))
        self.give_button.setEnabled(bool(count and count[0]))
        self._show()

    def _show(self) -> None:
        one = self.case_id is not None
        self.all_button.setVisible(one)
        self.kinds.setVisible(one)
        self.encrypted.setVisible(self.kind() == "handover")

    def kind(self) -> str:
        """Return what is given."""
        return (self.kinds.value() or KINDS[0]) if self.case_id is not None else KINDS[0]

    def give(self) -> None:
        """Ask for a password if wanted, then for the place, and write the file."""
        t, cases, kind, case_id = self.context.t, self.context.controller.all_cases, self.kind(), self.case_id
        name = self._title or self.context.controller.workspace.path.stem
        made: list[bytes] = []
        window = self.context.window
        if kind == "handover":
            wanted = None if case_id is None else [case_id]
            password = None
            if self.encrypted.button.isChecked():
                password = ask_password(self, self.context, t("ui.give.password"), new=True)
                if password is None:
                    return

            def hand_over() -> None:
                with busy():
                    made.append(cases.hand_over(wanted, password))

            if window.safely(hand_over):
                self.save(t("ui.give.name", title=name), "uebergabe", made[0])
        elif case_id is not None and kind == "anonymous":
            if window.safely(lambda: made.append(cases.anonymous_copy(case_id))):
                self.save(t("ui.give.anonymous.name"), "yaml", made[0])
        elif case_id is not None and window.safely(lambda: made.append(cases.case_file(case_id))):
            self.save(name, "yaml", made[0])


class ExchangePage(ScrollingPage):
    """Give above, take back below, where both versions stand side by side."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.heading.setText(context.t("ui.exchange.title"))
        self.give, self.take_in = GiveCard(context), TakeInCard(context)
        self.body.add(PlainLabel(context.t("ui.exchange.intro"), quiet=True))
        self.body.add(self.give, self.take_in)

    def refresh(self) -> None:
        """Show what is there now."""
        self.give.refresh()

    def open_part(self, part: str) -> None:
        """Give a case, or ask for a file to take in."""
        if part == TAKE_IN:
            self.take_in.ask()
            self.body.bring_into_view(self.take_in)
        else:
            self.give.choose(part)

    def first_focus(self) -> QWidget | None:
        """Return the button that gives."""
        return self.give.give_button if self.give.give_button.isEnabled() else self.take_in.button
