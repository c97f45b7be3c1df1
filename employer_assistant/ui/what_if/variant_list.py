"""The kept variants of a case, each with its outcome in one line, and what can be done with it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from employer_assistant.cases.model import Case, Variant
from employer_assistant.cases.preview import Outlook
from employer_assistant.cases.what_if import outlook_of
from employer_assistant.rules.wording import answer_text, date_text
from employer_assistant.ui.context import Context
from employer_assistant.ui.kit.flow import flow
from employer_assistant.ui.kit.layout import clear, stack
from employer_assistant.ui.kit.widgets import Card, Divider, LinkButton, PlainLabel
from employer_assistant.ui.screens.difference_words import fees, route_of

Act = Callable[[str], object]
DEEDS = ("look", "take", "rename", "drop")


class VariantList(Card):
    """The list. ``acts``: what each deed does with the name of a variant."""

    def __init__(self, context: Context, acts: Mapping[str, Act]) -> None:
        super().__init__(context.t("what_if.variants"))
        self._context, self._acts = context, acts
        self._rows = QVBoxLayout()
        self.column.addLayout(self._rows)
        self._shown: Case | None = None
        self.buttons: dict[tuple[str, str], LinkButton] = {}

    def show_case(self, case: Case, now: Outlook) -> None:
        """Show the variants of a case; nothing is worked out anew if it is the same."""
        self.setVisible(bool(case.variants))
        if case is self._shown:
            return
        self._shown = case
        clear(self._rows)
        self.buttons.clear()
        for place, variant in enumerate(case.variants):
            if place:
                self._rows.addWidget(Divider())
            self._rows.addWidget(self._row(variant, outlook_of(variant, case, now)))

    def _row(self, variant: Variant, found: Outlook) -> QWidget:
        t = self._context.t
        deeds = [LinkButton(t(f"what_if.{deed}"), name=t(f"what_if.{deed}.name", name=variant.name)) for deed in DEEDS]
        for deed, button in zip(DEEDS, deeds, strict=True):
            button.clicked.connect(partial(self._act, deed, variant.name))
            self.buttons[variant.name, deed] = button
        return stack(
            PlainLabel(variant.name, "strong"),
            PlainLabel(outcome(found, self._context)),
            PlainLabel(changes(variant, self._context), "small"),
            flow(*deeds),
            space=3,
        )

    def _act(self, deed: str, name: str, _on: bool = False) -> None:
        self._acts[deed](name)


def outcome(found: Outlook, context: Context) -> str:
    """Return what a variant leads to in one line: route with status, likely first day, fees of the employer."""
    parts = [route_of(found, context)]
    if found.plan is not None:
        parts.append(context.t("what_if.likely", day=date_text(found.plan.finish.likely, context.language)))
        parts.append(context.t("what_if.fees", sum=fees(found.plan.costs["employer"], context)))
    else:
        parts.append(context.t("difference.no_plan"))
    return context.t("page.separator").join(parts)


def changes(variant: Variant, context: Context) -> str:
    """Return what a variant does otherwise than the case."""
    library, t = context.library, context.t
    said = [
        t(
            "what_if.change",
            what=context.words(library.facts[fact].label),
            answer=t("what_if.no_answer")
            if value is None
            else answer_text(library.facts[fact], value, library, context.language),
        )
        for fact, value in variant.answers.items()
        if fact in library.facts
    ]
    if variant.route in library.routes:
        route = context.words(library.routes[variant.route].short)
        said.append(t("what_if.change", what=t("difference.route"), answer=route))
    if variant.procedure is not None:
        procedure = t(f"page.procedure.{variant.procedure}")
        said.append(t("what_if.change", what=t("page.procedure.name"), answer=procedure))
    return t("page.separator").join(said)
