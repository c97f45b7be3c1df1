"""The result: which route is open, why, what the others lack, and what the route brings."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from employer_assistant.cases.commands import ChooseRoute
from employer_assistant.rules.assessment import Assessment, CaseWarning, Finding, RouteAssessment, Status
from employer_assistant.rules.warnings import warnings
from employer_assistant.rules.wording import warning_text
from employer_assistant.ui.context import Context
from employer_assistant.ui.kit import theme
from employer_assistant.ui.kit.layout import Columns, clear, stack
from employer_assistant.ui.kit.notice import Notice
from employer_assistant.ui.kit.widgets import Button, Card, Divider, PlainLabel, PrimaryButton
from employer_assistant.ui.page import ScrollingPage
from employer_assistant.ui.screens import findings, result_words
from employer_assistant.ui.screens.finding_row import badge_room, finding_row
from employer_assistant.ui.screens.fold import fold
from employer_assistant.ui.screens.outcome import outcome
from employer_assistant.ui.screens.parts import Fitting, headed
from employer_assistant.ui.screens.result_words import sorted_warnings
from employer_assistant.ui.screens.route_list import route_cards, routes_by_lever
from employer_assistant.ui.screens.thinking import accelerated_state, shown_procedure, shown_route
from employer_assistant.ui.wizard.change_page import weigh

FIRST_WAYS = 4
"""Ways out of a No that are named at once; the others are folded."""


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
        self._content.addWidget(self._columns(found))
        if had_focus and self.primary is not None:
            self.primary.setFocus(Qt.FocusReason.OtherFocusReason)

    def _columns(self, found: RouteAssessment | None) -> QWidget:
        self.primary = None
        main = stack(*self._main(found), space=14)
        side = stack(*route_cards(found, self.context), space=14)
        return Columns(main, side)

    def _main(self, found: RouteAssessment | None) -> list[QWidget]:
        t = self.context.t
        assessment = self.context.controller.assessment()
        here, elsewhere = sorted_warnings(warnings(assessment), found, assessment)
        notices: list[QWidget] = [Notice("\n".join(self._told(here)), "caution")] if here else []
        if elsewhere:
            label = t("page.warnings.elsewhere", n=len(elsewhere))
            notices.append(fold(label, partial(self._sentences, elsewhere), t))
        if found is None:
            return [*self._no_route(), *notices]
        card = Card()
        card.setAccessibleName(t("page.result.findings"))
        lead = result_words.lead(found, shown_procedure(self.context, found), self.context)
        if lead:
            card.add(PlainLabel(lead, "strong"))
        self._add_findings(card, found)
        self._show_buttons(found)
        return [card, *notices, outcome(found, accelerated_state(self.context, found), self.context)]

    def _sentences(self, found: Iterable[CaseWarning]) -> QWidget:
        return stack(*map(PlainLabel, self._told(found)))

    def _told(self, found: Iterable[CaseWarning]) -> list[str]:
        return [warning_text(warning, self.context.library, self.context.language) for warning in found]

    def _add_findings(self, card: Card, found: RouteAssessment) -> None:
        t, groups = self.context.t, findings.sort(found)
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
        fact = result_words.deciding_fact(found, self.context.controller.situation())
        shown: list[tuple[Button, Callable[..., None]]] = []
        best = self.context.controller.assessment().best
        if case is not None and case.route is not None and best is not None and best is not found:
            shown.append((Button(t("page.result.best")), self._choose_best))
        road = partial(self._go, "road", "")
        if found.status is Status.CLOSED:
            shown.append((PrimaryButton(t("page.result.answers")), partial(self._go, "answers", "")))
        elif found.status is Status.UNDECIDED and fact is not None:
            shown.append((Button(t("page.result.road")), road))
            shown.append((PrimaryButton(t("page.result.reply")), partial(self._go, "answers", fact)))
        else:
            shown.append((PrimaryButton(t("page.result.road")), road))
        self._put(shown)

    def _put(self, shown: list[tuple[Button, Callable[..., None]]]) -> None:
        """Show buttons beside the title; the last is the strong one."""
        for button, act in shown:
            button.clicked.connect(act)
        self._acts.put(*(button for button, _ in shown))
        self.primary = shown[-1][0]
        self.primary.show()  # at once, so that it can take the focus

    def _no_route(self) -> list[QWidget]:
        """Return a useful No: what would open a route, or that no title is needed."""
        t, assessment = self.context.t, self.context.controller.assessment()
        self._put([(PrimaryButton(t("page.result.answers")), partial(self._go, "answers", ""))])
        if not assessment.title_needed:
            return [Card("", PlainLabel(t("page.result.not_needed")))]
        ways = list(routes_by_lever(self.context).items())
        card = Card(
            t("page.result.levers.title"), PlainLabel(t("page.result.levers" if ways else "page.result.no_levers"))
        )
        card.add(self._ways(ways[:FIRST_WAYS]))
        rest = ways[FIRST_WAYS:]
        if rest:
            card.add(fold(t("page.result.levers.more", n=len(rest)), partial(self._ways, rest), t))
        return [card]

    def _ways(self, ways: list[tuple[str, list[str]]]) -> QWidget:
        routes = [self.context.t("page.result.lever.routes", routes=", ".join(names)) for _, names in ways]
        lines = zip(ways, routes, strict=True)
        return stack(*(stack(PlainLabel(lever), PlainLabel(line, "small"), space=2) for (lever, _), line in lines))

    def _go(self, page: str, part: str, _on: bool = False) -> None:
        self.context.go(page, part)

    def _choose_best(self, _on: bool = False) -> None:
        weigh(self.context, ChooseRoute(None))
