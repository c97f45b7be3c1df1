"""All open and reachable routes side by side: what each needs, when work could begin, costs, risk, what it brings."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from employer_assistant.cases.commands import ChooseRoute
from employer_assistant.papers.words import span, sum_of
from employer_assistant.plan.comparison import side
from employer_assistant.plan.costs import PAYERS
from employer_assistant.plan.model import Plan
from employer_assistant.plan.planning import NotPossible
from employer_assistant.plan.selection import approval_key
from employer_assistant.rules.assessment import RouteAssessment, Status
from employer_assistant.rules.told import pitfalls_told
from employer_assistant.ui.context import Context
from employer_assistant.ui.kit import theme
from employer_assistant.ui.kit.layout import row, stack
from employer_assistant.ui.kit.widgets import Badge, Card, LinkButton, PlainLabel
from employer_assistant.ui.screens.bases import Basis, of_route
from employer_assistant.ui.screens.certainty import certainty
from employer_assistant.ui.screens.fold import Fold, fold
from employer_assistant.ui.screens.parts import labelled
from employer_assistant.ui.screens.result_words import TONES, what_it_takes
from employer_assistant.ui.screens.source_link import Sourced, source_link, sourced
from employer_assistant.ui.screens.thinking import plan_for, shown_procedure
from employer_assistant.ui.wizard.change_page import weigh

MOST, NARROWEST = 3, 250
"""Routes side by side at most, and the width in px at 100 % that each needs."""
BRINGS = ("family", "change_of_employer", "settlement")


class Aligned(QWidget):
    """Columns of cells whose rows align; as many side by side as fit, the others below them. Cells name themselves."""

    def __init__(self, columns: Sequence[Sequence[QWidget]]) -> None:
        super().__init__()
        self._columns = columns
        self._across = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(theme.px(24))
        self._grid.setVerticalSpacing(theme.px(12))
        for cell in (cell for column in columns for cell in column):
            cell.setParent(self)
        self._arrange(1)

    def _arrange(self, across: int) -> None:
        """Put the cells in their places, so many columns side by side."""
        if across == self._across:
            return
        self._across = across
        while self._grid.takeAt(0) is not None:
            pass
        height = max(len(column) for column in self._columns)
        for place, column in enumerate(self._columns):
            top, left = place // across * (height + 1), place % across
            self._grid.setRowMinimumHeight(top + height, theme.px(18) if place + across < len(self._columns) else 0)
            for line, cell in enumerate(column):
                self._grid.addWidget(cell, top + line, left, Qt.AlignmentFlag.AlignTop)
        for left in range(MOST):
            self._grid.setColumnStretch(left, int(left < across))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """As wide as the widest cell, so that a narrow window can put the columns below each other."""
        width = max(cell.minimumSizeHint().width() for column in self._columns for cell in column)
        return QSize(width, self._grid.totalMinimumSize().height())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Choose how many columns fit."""
        fitting = max(1, min(self.width() // theme.px(NARROWEST), MOST, len(self._columns)))
        self._arrange(fitting)
        super().resizeEvent(event)


def comparison(usable: Sequence[RouteAssessment], shown: RouteAssessment | None, context: Context) -> Card:
    """Return the card that sets routes of the law side by side, never people."""
    t = context.t
    card = Card(t("result.compare.title", n=len(usable)))
    card.add(PlainLabel(t("result.compare.intro"), quiet=True))
    card.add(Aligned([list(_main(found, shown, context)) for found in usable]))
    brings = fold(t("result.compare.brings"), lambda: Aligned([list(_brings(found, context)) for found in usable]), t)
    card.add(brings)
    return card


def _main(found: RouteAssessment, shown: RouteAssessment | None, context: Context) -> Iterator[QWidget]:
    t, route = context.t, found.route
    plan = plan_for(context, found, shown_procedure(context, found))
    name = PlainLabel(context.words(route.short), "strong")
    yield stack(name, row(Badge(t(f"status.{found.status.id}"), TONES[found.status]), None), space=4)
    basis = of_route(route)
    link = source_link(basis, context, context.words(route.short))
    yield _cell(t("result.compare.needs"), _needs(found, context), basis, link)
    yield labelled(t("result.compare.time"), *_time(plan, context))
    yield labelled(t("result.compare.costs"), *_costs(plan, context))
    notes = pitfalls_told(route, context.controller.assessment())
    risk = context.words(notes[0]) if notes else t("result.compare.no_risk")
    yield _cell(t("papers.result.pitfalls"), (risk,), basis, link)
    yield link
    yield PlainLabel(t("result.compare.shown"), "small") if found is shown else _choose(found, context)


def _cell(label: str, sentences: tuple[str, ...], basis: Basis, link: Fold) -> Sourced:
    """Return a cell of a route whose cells share one line with the sources."""
    return Sourced(labelled(label, *sentences), basis, link, elsewhere=True)


def _needs(found: RouteAssessment, context: Context) -> tuple[str, str]:
    approval = context.t(f"page.approval.{approval_key(found.ba_approval, context.controller.situation())}")
    if found.status is Status.REACHABLE:
        return what_it_takes(found, shown_procedure(context, found), context), approval
    return context.t("result.compare.ready"), approval


def _time(plan: Plan | NotPossible, context: Context) -> tuple[str, ...]:
    """Return the range of the first working day and on what the days on the longest chain rest; never one day."""
    if isinstance(plan, NotPossible):
        return (context.t("difference.no_plan"),)
    kinds = ((kind, len(steps)) for kind, steps in side(plan).by_kind.items() if steps)
    rests = (
        context.t(
            "result.compare.steps.one" if n == 1 else "result.compare.steps",
            n=n,
            kind=certainty(kind, context.language),
        )
        for kind, n in kinds
    )
    return span(plan.finish, context.language), context.t(
        "result.compare.rests", kinds=context.t("page.list").join(rests)
    )


def _costs(plan: Plan | NotPossible, context: Context) -> tuple[str, ...]:
    """Return the sum of each payer; what is not known is said, never taken as nothing."""
    if isinstance(plan, NotPossible):
        return (context.t("difference.no_plan"),)
    lines = []
    for payer in PAYERS:
        found = plan.costs[payer]
        if found.max or found.unknown:
            known = sum_of(found, context.language) if found.max else ""
            n = len(found.unknown)
            unknown = context.t("difference.unknown_fee" if n == 1 else "difference.unknown_fees", n=n) if n else ""
            amount = context.t("page.separator").join(part for part in (known, unknown) if part)
            lines.append(context.t("papers.findings.answer.one", label=context.t(f"papers.who.{payer}"), answer=amount))
    return tuple(lines)


def _brings(found: RouteAssessment, context: Context) -> Iterator[QWidget]:
    outcome, name = found.route.outcome, context.words(found.route.short)
    yield PlainLabel(name, "strong")
    for part in BRINGS:
        words = getattr(outcome, part)
        said = context.words(words) if words is not None else context.t("kind.unknown")
        yield sourced(labelled(context.t(f"papers.result.{part}"), said), of_route(found.route), context, name)


def _choose(found: RouteAssessment, context: Context) -> QWidget:
    button = LinkButton(context.t("page.routes.choose"))
    button.setAccessibleName(context.t("page.routes.choose.of", route=context.words(found.route.short)))
    button.clicked.connect(partial(_weigh_route, context, found.route.id))
    return row(button, None)


def _weigh_route(context: Context, route: str, _on: bool = False) -> None:
    weigh(context, ChooseRoute(route))
