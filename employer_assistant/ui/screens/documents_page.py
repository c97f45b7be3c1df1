"""The papers of a case: which desk wants which, and how far each is."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from employer_assistant.cases.commands import SetDocument
from employer_assistant.cases.model import DocumentState
from employer_assistant.plan.documents import MISSING, READY
from employer_assistant.plan.model import Plan
from employer_assistant.ui.context import Context
from employer_assistant.ui.kit import theme
from employer_assistant.ui.kit.layout import clear
from employer_assistant.ui.kit.widgets import Button, Card, Divider, PlainLabel
from employer_assistant.ui.page import ScrollingPage
from employer_assistant.ui.screens.document_groups import Wanted, groups
from employer_assistant.ui.screens.document_row import DocumentRow
from employer_assistant.ui.screens.documents_ready import ReadyCard
from employer_assistant.ui.screens.fold import Fold, fold
from employer_assistant.ui.screens.parts import Fitting, headed
from employer_assistant.ui.screens.thinking import shown_plan


class DocumentsPage(ScrollingPage):
    """All papers of the road. Rows stay in place while their states change."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.subtitle = PlainLabel("", quiet=True)
        self.print_button = Button(context.t("page.name.print"))
        self.print_button.clicked.connect(partial(self._go, "print"))
        acts = Fitting(self.print_button)
        self.body.column.insertWidget(0, headed(self.heading, self.subtitle, acts))
        self.ready = ReadyCard(context)
        self.ready.wanted.connect(self._show_paper)
        self.body.add(self.ready)
        self._content = QVBoxLayout()
        self.body.column.addLayout(self._content)
        self.rows: dict[str, DocumentRow] = {}
        self.folds: dict[str, Fold] = {}
        self._groups: dict[str, list[Wanted]] = {}
        self._shape: list[tuple[str, list[str]]] | None = None
        self._asked = ""

    def first_focus(self) -> QWidget | None:
        """The paper that was asked for, else the first group."""
        row = self.rows.get(self._asked)
        self._asked = ""
        if row is not None:
            return row.states
        return next((made.button for made in self.folds.values()), None)

    def open_part(self, part: str) -> None:
        """Show a paper."""
        for group, wanted in self._groups.items():
            if any(one.planned.document.id == part for one in wanted):
                self._asked = part
                self.folds[group].unfold()
                self.body.body.adjustSize()
                self.body.bring_into_view(self.rows[part])

    def _show_paper(self, paper: str) -> None:
        self.open_part(paper)
        row = self.first_focus()
        if row is not None:
            row.setFocus()

    def refresh(self) -> None:
        """Show the papers of the present plan."""
        plan = shown_plan(self.context)
        self.print_button.setVisible(isinstance(plan, Plan))
        self.ready.setVisible(isinstance(plan, Plan))
        if isinstance(plan, Plan):
            self.ready.show_plan(plan)
        found = groups(plan, self.context) if isinstance(plan, Plan) else {}
        self._say(plan)
        shape = [(group, [one.planned.document.id for one in wanted]) for group, wanted in found.items()]
        self._groups = found
        if shape != self._shape:
            self._shape = shape
            self._build()
        case = self.context.controller.case
        states = case.documents if case is not None else {}
        for document, row in self.rows.items():
            row.show_state(states.get(document))
        for group, wanted in found.items():
            there = sum(one.planned.state in READY for one in wanted)
            title = self.context.t("page.documents.group", desk=group, there=there, all=len(wanted))
            self.folds[group].rename(title)

    def _say(self, plan: object) -> None:
        t = self.context.t
        if not isinstance(plan, Plan):
            self.heading.setText(t("page.name.documents"))
            self.subtitle.setText(t("page.road.none"))
            return
        there = sum(paper.state in READY for paper in plan.documents)
        missing = sum(paper.state == MISSING for paper in plan.documents)
        self.heading.setText(t("page.documents.title", there=there, all=len(plan.documents)))
        self.subtitle.setText(t("page.documents.intro", missing=missing))

    def _build(self) -> None:
        clear(self._content)
        self.rows, self.folds = {}, {}
        if not self._groups:
            return
        card = Card()
        card.setAccessibleName(self.context.t("page.name.documents"))
        for place, (group, wanted) in enumerate(self._groups.items()):
            made = fold(group, partial(self._rows, wanted), self.context.t, section=True)
            self.folds[group] = made
            if place:
                card.add(Divider())
            card.add(made)
        self._content.addWidget(card)
        next(iter(self.folds.values())).unfold()

    def _rows(self, wanted: list[Wanted]) -> QWidget:
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(theme.px(4), 0, 0, 0)
        column.setSpacing(0)
        case = self.context.controller.case
        for place, one in enumerate(wanted):
            document = one.planned.document.id
            row = DocumentRow(self.context, one)
            row.changed.connect(partial(self._set, document))
            row.show_state(case.documents.get(document) if case is not None else None)
            self.rows[document] = row
            if place:
                column.addWidget(Divider())
            column.addWidget(row)
        return box

    def _set(self, document: str, state: DocumentState | None) -> None:
        if not self.context.do(SetDocument(document, state)):
            self.refresh()

    def _go(self, page: str, _on: bool = False) -> None:
        self.context.go(page, "")
