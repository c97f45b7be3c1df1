"""The page "Was wäre, wenn …?": tried on the left, now and trial side by side on the right, the case untouched."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from employer_assistant.cases.commands import Command
from employer_assistant.cases.model import Case, Variant
from employer_assistant.cases.preview import Outlook, Preview, outlook, preview
from employer_assistant.cases.variants import DropVariant, KeepVariant, RenameVariant, TakeVariant, commands_of
from employer_assistant.cases.what_if import tryable
from employer_assistant.plan.planning import NotPossible
from employer_assistant.rules.wording import answer_text
from employer_assistant.ui.context import Context
from employer_assistant.ui.dialogs import ask_text, confirm
from employer_assistant.ui.kit import theme
from employer_assistant.ui.kit.flow import flow
from employer_assistant.ui.kit.layout import Columns, clear, stack
from employer_assistant.ui.kit.notice import Notice
from employer_assistant.ui.kit.widgets import Button, Card, Divider, PlainLabel, PrimaryButton
from employer_assistant.ui.page import ScrollingPage
from employer_assistant.ui.screens.difference_view import difference_view
from employer_assistant.ui.screens.fold import Fold, fold
from employer_assistant.ui.screens.thinking import shown_route
from employer_assistant.ui.what_if.fact_row import FactRow
from employer_assistant.ui.what_if.route_choice import RouteChoice
from employer_assistant.ui.what_if.trial import trial_of
from employer_assistant.ui.what_if.variant_list import VariantList, outcome
from employer_assistant.ui.wizard.change_page import weigh


class WhatIfPage(ScrollingPage):
    """What would be otherwise if …"""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        t = context.t
        self.heading.setText(t("what_if.title"))
        self.reset_button, self.keep_button = Button(t("what_if.reset")), Button(t("what_if.keep"))
        self.take_button = PrimaryButton(t("what_if.take_trial"))
        self.reset_button.clicked.connect(self.reset)
        self.keep_button.clicked.connect(self.keep)
        self.take_button.clicked.connect(self.take)
        self.body.add(PlainLabel(t("what_if.intro"), quiet=True))
        self.body.add(flow(self.take_button, self.keep_button, self.reset_button))
        self.told = PlainLabel("")
        self.told.hide()
        self.trial = trial_of(context)
        self.rows: dict[str, FactRow] = {}
        self.choice = RouteChoice(context, self.trial)
        self.choice.tried.connect(self._tried)
        acts = {"look": self.look, "take": self.take_kept, "rename": self.rename, "drop": self.drop}
        self.variants = VariantList(context, acts)
        self.facts, self.result = Card(t("what_if.facts")), Card(t("what_if.compared"))
        self._rows, self._difference = QVBoxLayout(), QVBoxLayout()
        for card, column in ((self.facts, self._rows), (self.result, self._difference)):
            column.setSpacing(theme.px(10))
            card.column.addLayout(column)
        left = stack(self.choice, self.facts, self.variants, space=14)
        self.body.add(self.told, Columns(left, self.result, shares=(6, 11)))
        self._case: Case | None = None
        self._now: Outlook | None = None
        self.more: Fold | None = None

    # ---- showing

    def first_focus(self) -> QWidget | None:
        """Return the first thing to try."""
        return next((row.open_button for row in self.rows.values()), None)

    def refresh(self) -> None:
        """Show the present case; what is tried stays."""
        case = self.context.controller.case
        if case is None or case is self._case:
            return
        old, self._case = self._case, case
        trial_of(self.context)  # forgets what the case says by now itself
        if old is None or old.answers is not case.answers or old.route != case.route:
            self._show_facts()
        self._show_result()

    def _show_facts(self) -> None:
        """Offer what can be tried; rows that are still offered keep what is open in them only while the case stays."""
        clear(self._rows)
        self.rows.clear()
        route = shown_route(self.context)
        able = tryable(self.context.controller.assessment(), route.route.id if route else None)
        tried = [fact for fact in self.trial.answers if fact not in able.near]
        near = (*able.near, *tried)
        for fact in near:
            if self.rows:
                self._rows.addWidget(Divider())
            self._rows.addWidget(self._row(fact))
        further = [fact for fact in able.further if fact not in near]
        if further:
            title = self.context.t("what_if.further", n=len(further))
            self.more = fold(title, lambda: stack(*(self._row(fact) for fact in further), space=10), self.context.t)
            self._rows.addWidget(self.more)

    def _row(self, fact: str) -> FactRow:
        row = FactRow(self.context, self.context.library.facts[fact], self.trial)
        row.tried.connect(self._tried)
        self.rows[fact] = row
        return row

    def _tried(self) -> None:
        self.told.hide()
        self._show_result()

    def _show_result(self) -> None:
        seen = self.seen()
        for button in (self.reset_button, self.keep_button, self.take_button):
            button.setVisible(not self.trial.empty)
        clear(self._difference)
        for part in self._parts(seen):
            self._difference.addWidget(part)
        self.choice.show_preview(seen)
        sentence = "" if self.trial.empty else self.context.t("what_if.effect", outcome=outcome(seen.new, self.context))
        for row in self.rows.values():
            row.show_effect(sentence)
        self.variants.show_case(seen.old.case, seen.old)

    def seen(self) -> Preview:
        """Return the case now and as tried; what follows from the case itself is worked out once."""
        controller = self.context.controller
        assessment, case = controller.assessment(), controller.case
        if case is None:
            raise LookupError("no case is open")
        if self._now is None or self._now.assessment is not assessment or self._now.case is not case:
            self._now = outlook(case, self.context.library, assessment.situation.on, assessment)
        return preview(self._now, self._taking(self.trial.variant("")))

    def _taking(self, variant: Variant) -> Command:
        """Return the act that makes a variant or the trial count."""
        controller = self.context.controller
        if controller.case is None:
            raise LookupError("no case is open")
        return TakeVariant(commands_of(variant, controller.case, controller.situation()))

    def _parts(self, seen: Preview) -> list[QWidget]:
        t, facts = self.context.t, self.context.library.facts
        if self.trial.empty:
            return [PlainLabel(t("what_if.nothing_tried"))]
        reason = seen.new.no_plan
        told = [self._why_not(reason)] if reason is not None else []
        gone = [fact for fact in (*seen.old.case.answers, *self.trial.answers) if fact not in seen.new.case.answers]
        gone = [fact for fact in dict.fromkeys(gone) if fact in facts and self.trial.answers.get(fact, "") is not None]
        if gone:
            names = "; ".join(self.context.words(facts[fact].label) for fact in gone)
            told.append(t("what_if.overtaken", facts=names))
        return [*(Notice(sentence, "caution") for sentence in told), difference_view(seen, self.context)]

    def _why_not(self, reason: NotPossible) -> str:
        routes = self.context.library.routes
        names = {
            key: self.context.words(routes[value].short) for key, value in reason.values.items() if value in routes
        }
        return self.context.t(f"reason.{reason.reason}", **{**reason.values, **names})

    # ---- acts

    def reset(self, _on: bool = False) -> None:
        """Go back to the case as it is."""
        self.trial.clear()
        self._anew()

    def look(self, name: str) -> None:
        """Try what a variant holds."""
        found = self._variant(name)
        if found is not None:
            self.trial.load(found)
            self._anew()
            self.tell(self.context.t("what_if.looking", name=name))

    def _anew(self) -> None:
        self._case = None
        self.refresh()
        self._focus()
        self.body.verticalScrollBar().setValue(0)

    def _focus(self) -> None:
        target = self.first_focus()
        if target is not None:
            target.setFocus()

    def keep(self, _on: bool = False) -> None:
        """Ask for a name and keep the trial in the case."""
        t, case = self.context.t, self.context.controller.case
        if self.trial.empty or case is None:
            return
        name = ask_text(self, t("what_if.name"), self._proposed(), t("what_if.keep.yes"), t("ui.cancel"))
        if not name:
            return
        ask = t("what_if.replace.ask", name=name)
        if self._variant(name) and not confirm(self, ask, t("what_if.replace.yes"), t("ui.cancel")):
            return
        if self.context.do(KeepVariant(self.trial.variant(name))):
            self.tell(t("what_if.kept", name=name))

    def _proposed(self) -> str:
        """Return a name made of what is tried first."""
        for fact, value in self.trial.answers.items():
            found = self.context.library.facts[fact]
            answer = self.context.t("what_if.no_answer")
            if value is not None:
                answer = answer_text(found, value, self.context.library, self.context.language)
            return self.context.t("what_if.change", what=self.context.words(found.label), answer=answer)
        if self.trial.route is not None:
            return self.context.words(self.context.library.routes[self.trial.route].short)
        return self.context.t(f"page.procedure.{self.trial.procedure}")

    def take(self, _on: bool = False) -> None:
        """Let the trial count. What it changes stands on this page, so it is not shown a second time."""
        if not self.trial.empty and self.context.do(self._taking(self.trial.variant(""))):
            self.trial.clear()
            self._anew()
            self.tell(self.context.t("what_if.taken"))

    def take_kept(self, name: str) -> None:
        """Let a variant count, after showing what it changes."""
        found = self._variant(name)
        if found is None:
            return
        weigh(self.context, self._taking(found), lambda: self.tell(self.context.t("what_if.taken")))

    def rename(self, name: str) -> None:
        """Ask for another name."""
        t = self.context.t
        new = ask_text(self, t("what_if.name"), name, t("what_if.rename"), t("ui.cancel"))
        if not new or new == name:
            return
        if self._variant(new) is not None:
            self.context.tell(t("what_if.name.taken", name=new))
            return
        self.context.do(RenameVariant(name, new))

    def drop(self, name: str) -> None:
        """Drop a variant; undo brings it back."""
        if self.context.do(DropVariant(name)):
            self._focus()
            self.tell(self.context.t("what_if.dropped", name=name))

    def _variant(self, name: str) -> Variant | None:
        case = self.context.controller.case
        return next((one for one in case.variants if one.name == name), None) if case is not None else None

    def tell(self, sentence: str) -> None:
        """Show what became of an act."""
        self.told.setText(sentence)
        self.told.show()
