"""What the road costs: sums and single amounts by payer, what may not be asked back, and who may subsidise it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from employer_assistant.papers.words import money_range, sum_of
from employer_assistant.plan.costs import PAYERS
from employer_assistant.plan.model import Payer, Plan, PlannedCost, PlannedStep
from employer_assistant.ui.context import Context
from employer_assistant.ui.kit import theme
from employer_assistant.ui.kit.layout import Turning, clear, stack
from employer_assistant.ui.kit.widgets import Badge, Button, Card, Divider, PlainLabel
from employer_assistant.ui.page import ScrollingPage
from employer_assistant.ui.screens.bases import Basis, of_step
from employer_assistant.ui.screens.costs_funding import funding_card, warning_cards
from employer_assistant.ui.screens.fold import fold
from employer_assistant.ui.screens.parts import Fitting, headed
from employer_assistant.ui.screens.source_link import Sourced, source_lines
from employer_assistant.ui.screens.step_words import desk_to_ask
from employer_assistant.ui.screens.thinking import shown_plan


class CostsPage(ScrollingPage):
    """The costs of the present plan."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.subtitle = PlainLabel("", quiet=True)
        self.print_button = Button(context.t("page.name.print"))
        self.print_button.clicked.connect(self._print)
        self.body.column.insertWidget(0, headed(self.heading, self.subtitle, Fitting(self.print_button)))
        self._content = QVBoxLayout()
        self._content.setSpacing(theme.px(14))
        self.body.column.addLayout(self._content)
        self._shown: object = self

    def _print(self, _on: bool = False) -> None:
        self.context.go("print")

    def first_focus(self) -> QWidget | None:
        """The button for printing; everything else is to be read."""
        return self.print_button

    def refresh(self) -> None:
        """Show the costs of the present plan."""
        found = shown_plan(self.context)
        if found is self._shown:
            return
        self._shown = found
        clear(self._content)
        plan = found if isinstance(found, Plan) else None
        self.print_button.setVisible(plan is not None)
        if plan is None:
            self.heading.setText(self.context.t("page.name.costs"))
            self.subtitle.setText(self.context.t("page.road.none"))
            return
        self._say(plan)
        for card in self._cards(plan):
            self._content.addWidget(card)

    def _say(self, plan: Plan) -> None:
        t, mine = self.context.t, plan.costs["employer"]
        whole = sum_of(mine, self.context.language)
        perhaps = not mine.max and any(item.payer == "negotiable" or item.certainty == "unknown" for item in plan.items)
        self.heading.setText(t("costs.title.open") if perhaps else t("costs.title", sum=whole))
        unknown = sum(len(cost.unknown) for cost in plan.costs.values())
        key = "costs.unknown.none" if not unknown else "costs.unknown.one" if unknown == 1 else "costs.unknown"
        self.subtitle.setText(f"{t(key, n=unknown)} {t('papers.costs.note')}")

    def _cards(self, plan: Plan) -> Iterator[QWidget]:
        for payer in PAYERS:
            items = [item for item in plan.items if item.payer == payer]
            if items:
                yield _payer_card(payer, items, plan, self.context)
        yield from warning_cards(plan, self.context)
        card = funding_card(plan, self.context)
        if card is not None:
            yield card


def _payer_card(payer: Payer, items: list[PlannedCost], plan: Plan, context: Context) -> Card:
    t, cost = context.t, plan.costs[payer]
    known = [item for item in items if item.certainty != "unknown"]
    total = sum_of(cost, context.language) if known else t("papers.money.unknown")
    card = Card(t(f"costs.payer.{payer}", sum=total))
    steps = {step.step.id: step for step in plan.steps}
    for place, item in enumerate([*known, *(item for item in items if item not in known)]):
        if place:
            card.add(Divider())
        card.add(_item(item, steps[item.step], context))
    return card


def _item(item: PlannedCost, planned: PlannedStep, context: Context) -> QWidget:
    t, title, unknown = context.t, context.words(item.label), item.certainty == "unknown"
    line = Turning(420)
    line.line.addWidget(PlainLabel(title, "strong"), 1, Qt.AlignmentFlag.AlignTop)
    amount = PlainLabel(money_range(item.min, item.max, context.language), "strong")
    amount.setMinimumWidth(theme.px(160))
    shown = Badge(t("papers.money.unknown"), "caution") if unknown else amount
    line.line.addWidget(shown, 0, Qt.AlignmentFlag.AlignTop)
    sure = t("costs.ask", desk=desk_to_ask(planned, context)) if unknown else t(f"costs.certainty.{item.certainty}")
    told = item.basis if item.on_top and not unknown else None
    # an amount that is not the whole says at once for whom it is reckoned
    parts: list[QWidget] = [line, PlainLabel(context.words(told) if told else sure, "small")]
    parts += (PlainLabel(t("costs.on_top", text=context.words(one))) for one in item.on_top)
    further = [context.words(text) for text in (item.basis, item.note) if text is not None and text is not told]
    basis = of_step(planned.step)
    more = fold(t("costs.more"), partial(_more, further, basis, context), t, name=t("costs.more.of", item=title))
    return Sourced(stack(*parts, space=2), basis, more)


def _more(said: list[str], basis: Basis, context: Context) -> QWidget:
    return stack(*(PlainLabel(one) for one in said), source_lines(basis, context), space=4)
