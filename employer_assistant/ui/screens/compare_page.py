"""The regular and the accelerated procedure side by side for this case, and the choice between them."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from employer_assistant.cases.commands import ChooseProcedure
from employer_assistant.content.model import Procedure
from employer_assistant.plan.comparison import Comparison, Side
from employer_assistant.plan.planning import NotPossible
from employer_assistant.ui.context import Context
from employer_assistant.ui.kit import theme
from employer_assistant.ui.kit.layout import Columns, clear, stack
from employer_assistant.ui.kit.notice import Notice
from employer_assistant.ui.kit.widgets import Badge, Button, Card, PlainLabel
from employer_assistant.ui.page import ScrollingPage
from employer_assistant.ui.screens.compare_side import side_parts
from employer_assistant.ui.screens.fold import fold
from employer_assistant.ui.screens.parts import Fitting, buttons, headed
from employer_assistant.ui.screens.thinking import shown_procedure, shown_route


class ComparePage(ScrollingPage):
    """Both procedures for the route the pages are about."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.heading.setText(context.t("page.name.compare"))
        self.subtitle = PlainLabel("", quiet=True)
        self.to_road = Button(context.t("compare.back"))
        self.to_road.clicked.connect(self._back_to_road)
        self.body.column.insertWidget(0, headed(self.heading, self.subtitle, Fitting(self.to_road)))
        self._content = QVBoxLayout()
        self._content.setSpacing(theme.px(14))
        self.body.column.addLayout(self._content)
        self.choose: dict[Procedure, Button] = {}

    def first_focus(self) -> QWidget | None:
        """The way back; both sides are to be read first."""
        return self.to_road

    def refresh(self) -> None:
        """Show the comparison for the present case."""
        clear(self._content)
        self.choose = {}
        route = shown_route(self.context)
        try:
            found = None if route is None else self.context.controller.compare(route.route.id)
        except NotPossible:
            found = None
        if route is None or found is None:
            self.subtitle.setText(self.context.t("page.road.none"))
            return
        self.subtitle.setText(self.context.t("compare.route", route=self.context.words(route.route.short)))
        self._content.addWidget(self._verdict(found))
        chosen = shown_procedure(self.context, route)
        sides = [self._side(found.regular, chosen, found.accelerated)]
        if found.accelerated is not None:
            sides.append(self._side(found.accelerated, chosen, found.regular))
            self._content.addWidget(Columns(sides[0], sides[1], shares=(1, 1)))
        else:
            self._content.addWidget(sides[0])
        self._content.addWidget(PlainLabel(self.context.t("compare.no_promise"), "small"))

    def _verdict(self, found: Comparison) -> QWidget:
        """Say what § 81a brings here, why, and what else to know."""
        t, helps = self.context.t, found.brings == "may_help"
        lines = [t(f"comparison.brings.{found.brings}")]
        for reason in found.reasons:
            norm = f" ({reason.norm})" if reason.norm else ""
            lines.append(t(f"comparison.reason.{reason.id}") + norm)
        if found.likely_days is not None and found.likely_days > 0:
            lines.append(t("comparison.likely", days=found.likely_days))
            lines += [] if found.sure else [t("comparison.overlap")]
        parts: list[QWidget] = [Notice("\n".join(lines), "neutral" if helps else "caution")]
        if found.accelerated is not None:
            advice = [self.context.words(hint) for hint in found.advice]
            parts.append(fold(t("compare.advice", n=len(advice)), partial(_sentences, advice), t))
        return stack(*parts)

    def _side(self, side: Side, chosen: Procedure, other: Side | None) -> Card:
        t, procedure = self.context.t, side.plan.procedure
        name = t(f"page.procedure.{procedure}")
        card = Card(name)
        if procedure == chosen:
            card.add(Badge(t("compare.chosen"), "positive"))
        elif other is not None:
            choose = Button(t("compare.choose"), name=t("compare.choose.of", procedure=name))
            choose.clicked.connect(partial(self._choose, procedure))
            self.choose[procedure] = choose
            card.add(buttons(choose))
        for part in side_parts(side, other, self.context):
            card.add(part)
        return card

    # ---- acts

    def _choose(self, procedure: Procedure, _on: bool = False) -> None:
        if self.context.do(ChooseProcedure(procedure)):
            self.to_road.setFocus()

    def _back_to_road(self, _on: bool = False) -> None:
        self.context.go("road")


def _sentences(said: list[str]) -> QWidget:
    return stack(*(PlainLabel(one) for one in said), space=6)
