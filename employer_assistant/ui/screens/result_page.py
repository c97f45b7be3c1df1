"""The result: which route is open, why, what the others lack, and what the route brings."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from employer_assistant.cases.commands import ChooseRoute
from employer_assistant.plan.selection import in_germany
from employer_assistant.rules.assessment import Assessment, Finding, RouteAssessment, Status
from employer_assistant.rules.deciding import deciding
from employer_assistant.ui.context import Context
from employer_assistant.ui.kit import theme
from employer_assistant.ui.kit.layout import Columns, clear, stack
from employer_assistant.ui.kit.widgets import Button, Card, Divider, PlainLabel, PrimaryButton
from employer_assistant.ui.page import ScrollingPage
from employer_assistant.ui.screens import findings, result_words
from employer_assistant.ui.screens.certainty import legend
from employer_assistant.ui.screens.finding_row import badge_room, finding_row
from employer_assistant.ui.screens.fold import fold
from employer_assistant.ui.screens.outcome import outcome
from employer_assistant.ui.screens.parts import Fitting, headed
from employer_assistant.ui.screens.result_checks import checks
from employer_assistant.ui.screens.result_no import useful_no
from employer_assistant.ui.screens.result_notices import next_notice, notices, standing
from employer_assistant.ui.screens.result_table import comparison
from employer_assistant.ui.screens.route_list import route_cards
from employer_assistant.ui.screens.thinking import accelerated_state, shown_procedure, shown_route
from employer_assistant.ui.wizard.change_page import weigh


class ResultPage(ScrollingPage):
    """The reasoned result of a case."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.subtitle = PlainLabel("", quiet=True)
        self._acts = Fitting()
        self.body.column.insertWidget(0, headed(self.heading, self.subtitle, self._acts))
        self._content = QVBoxLayout()
        self._content.setSpacing(theme.px(14))
        self.body.column.addLayout(self._content)
        self._shown: Assessment | None = None
        self.primary: Button | None = None

    def first_focus(self) -> QWidget | None:
        """The strong button, so that Enter goes on."""
        return self.primary

    def refresh(self) -> None:
        """Show the result of the present answers; nothing is drawn anew if they are the same."""
        assessment = self.context.controller.assessment()
        if assessment is self._shown:
            return
        self._shown = assessment
        had_focus = self.isAncestorOf(self.focusWidget()) if self.focusWidget() else False
        found = shown_route(self.context)
        self.heading.setText(result_words.title(found, self.context))
        self.subtitle.setText(result_words.subtitle(found, self.context))
        clear(self._content)
        for part in self._parts(found):
            self._content.addWidget(part)
        if had_focus and self.primary is not None:
            self.primary.setFocus(Qt.FocusReason.OtherFocusReason)

    def _parts(self, found: RouteAssessment | None) -> list[QWidget]:
        """Return what to do next, how the routes stand, the usable ones compared, then reasons and other routes."""
        self.primary = None
        assessment = self.context.controller.assessment()
        if not assessment.title_needed:
            self._put([(PrimaryButton(self.context.t("page.result.answers")), partial(self._go, "answers", ""))])
            return [Card("", PlainLabel(self.context.t("page.result.not_needed")))]
        usable = [one for one in assessment.routes if one.status <= Status.REACHABLE]
        parts = [next_notice(found, self.context), standing(self.context), *notices(found, self.context)]
        if len(usable) > 1:
            parts.append(comparison(usable, found, self.context))
        main, side = stack(*self._main(found), space=14), stack(*route_cards(found, self.context), space=14)
        return [*(part for part in parts if part is not None), Columns(main, side), legend(self.context)]

    def _main(self, found: RouteAssessment | None) -> list[QWidget]:
        """Return the reasons; without a route what would open one. Who is here may be allowed to work all the same."""
        assessment = self.context.controller.assessment()
        if found is None:
            self._put([(PrimaryButton(self.context.t("page.result.answers")), partial(self._go, "answers", ""))])
            no, beside = useful_no(self.context), checks(found, self.context)
            return [*beside, *no] if in_germany(assessment.situation) else [*no, *beside]
        card = Card()
        card.setAccessibleName(self.context.t("page.result.findings"))
        lead = result_words.lead(found, shown_procedure(self.context, found), self.context)
        card.add(PlainLabel(lead, "strong"))
        if found.status is Status.OPEN and found.assumed_facts:
            card.add(PlainLabel(self.context.t("page.result.lead.assumed"), "small"))
        self._add_findings(card, found)
        self._show_buttons(found)
        about = outcome(found, accelerated_state(self.context, found), self.context)
        asked = found.status is Status.CLOSED or not self.context.controller.interview().next_facts
        no = useful_no(self.context) if asked else []
        return [card, *no, about, *checks(found, self.context)]

    def _add_findings(self, card: Card, found: RouteAssessment) -> None:
        t, groups = self.context.t, findings.sort(found, self.context.controller.situation())
        self._add_rows(card, (*groups.deciding, *groups.met))
        folded = (
            ("page.findings.shared", groups.shared),
            ("page.findings.duties", groups.duties),
            ("page.findings.assumed", groups.assumed),
            ("page.findings.spare", groups.spare),
        )
        for title, group in folded:
            if group:
                label = t(title, n=len(group))
                card.add(fold(label, partial(self._rows, group), t))

    def _add_rows(self, card: Card, group: tuple[Finding, ...]) -> None:
        for row in self._row_list(group):
            card.add(row)
            card.add(Divider())

    def _rows(self, group: tuple[Finding, ...]) -> QWidget:
        return stack(*self._row_list(group), space=10)

    def _row_list(self, group: tuple[Finding, ...]) -> list[QWidget]:
        room = badge_room(group, self.context.language)
        situation = self.context.controller.situation()
        return [finding_row(finding, situation, self.context, room) for finding in group]

    def _show_buttons(self, found: RouteAssessment) -> None:
        t, case = self.context.t, self.context.controller.case
        choice = deciding(found, self.context.controller.situation())
        shown: list[tuple[Button, Callable[..., None]]] = []
        best = self.context.controller.assessment().best
        if case is not None and case.route is not None and best is not None and best is not found:
            shown.append((Button(t("page.result.best")), self._choose_best))
        road = partial(self._go, "road", "")
        if found.status is Status.CLOSED:
            shown.append((PrimaryButton(t("page.result.answers")), partial(self._go, "answers", "")))
        elif choice is not None and self.context.controller.interview().next_facts:
            shown.append((PrimaryButton(t("ui.answers.go_on")), partial(self._go, "answers", "")))
        elif choice is not None:
            shown.append((Button(t("page.result.road")), road))
            shown.append((PrimaryButton(t("page.result.reply")), partial(self._go, "answers", choice.question)))
        else:
            shown.append((PrimaryButton(t("page.result.road")), road))
        self._put(shown)

    def _put(self, shown: list[tuple[Button, Callable[..., None]]]) -> None:
        """Show buttons beside the title; the last is the strong one."""
        shown.insert(0, (Button(self.context.t("what_if.open")), partial(self._go, "what_if", "")))
        for button, act in shown:
            button.clicked.connect(act)
        self._acts.put(*(button for button, _ in shown))
        self.primary = shown[-1][0]
        self.primary.show()  # at once, so that it can take the focus

    def _go(self, page: str, part: str, _on: bool = False) -> None:
        self.context.go(page, part)

    def _choose_best(self, _on: bool = False) -> None:
        weigh(self.context, ChooseRoute(None))
