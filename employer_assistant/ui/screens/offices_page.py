"""The desks of a case: who is in charge, how to reach them, and how far the details can be trusted."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from employer_assistant.cases.commands import Answer
from employer_assistant.content.model import Body, Office
from employer_assistant.plan.model import Plan
from employer_assistant.plan.offices import Desk, Desks
from employer_assistant.ui.context import Context
from employer_assistant.ui.kit import theme
from employer_assistant.ui.kit.layout import clear, stack
from employer_assistant.ui.kit.notice import Notice
from employer_assistant.ui.kit.widgets import Button, Card, ComboBox, PlainLabel, PrimaryButton
from employer_assistant.ui.page import ScrollingPage
from employer_assistant.ui.screens.desk_cards import role_cards, rule_cards, side_by_side
from employer_assistant.ui.screens.fold import WordsButton, fold
from employer_assistant.ui.screens.missions import mission_card
from employer_assistant.ui.screens.office_card import full_desk
from employer_assistant.ui.screens.parts import Fitting, buttons, headed
from employer_assistant.ui.screens.thinking import shown_desks, shown_plan

PLACE, TOWN = "job.site_postcode", "job.site_municipality"


class OfficesPage(ScrollingPage):
    """All desks for the place of work and the occupation of the case."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.subtitle = PlainLabel("", quiet=True)
        self.change = Button(context.t("page.offices.place"))
        self.change.clicked.connect(self._ask_place)
        acts = Fitting(self.change)
        self.body.column.insertWidget(0, headed(self.heading, self.subtitle, acts))
        self._content = QVBoxLayout()
        self._content.setSpacing(theme.px(14))
        self.body.column.addLayout(self._content)
        self.towns: ComboBox | None = None
        self._shown: object = None

    def first_focus(self) -> QWidget | None:
        """The choice of the municipality if there is one, else the button for the place."""
        return self.towns or self.change

    def refresh(self) -> None:
        """Show the desks of the present case."""
        assessment = self.context.controller.assessment()
        if assessment is self._shown:
            return
        self._shown = assessment
        found = shown_desks(self.context)
        t = self.context.t
        self.heading.setText(t("page.offices.title"))
        self.subtitle.setText(self._where(found))
        clear(self._content)
        self.towns = None
        if found.reason is not None:
            self._content.addWidget(Notice(t(f"reason.{found.reason}"), "caution"))
        if len(found.candidates) > 1:
            self._content.addWidget(self._choose_town(found))
        self._content.addWidget(self._cards(found))

    def _where(self, found: Desks) -> str:
        if found.district is None:
            return self.context.t("page.offices.no_place")
        names = ", ".join(place.name for place in found.candidates)
        return self.context.t("page.offices.intro", place=names, district=self.context.words(found.district.name))

    def _choose_town(self, found: Desks) -> Card:
        t = self.context.t
        same = found.district is not None
        self.towns = ComboBox(t("page.offices.town"))
        for place in sorted(found.candidates, key=lambda place: place.name):
            district = self.context.words(self.context.library.districts[place.district].name)
            self.towns.addItem(place.name if same else f"{place.name} ({district})", place.id)
        take = Button(t("page.offices.town.take")) if same else PrimaryButton(t("page.offices.town.take"))
        take.clicked.connect(self._take_town)
        # nobody's town is guessed: the first of the list is as likely wrong as right
        self.towns.setPlaceholderText(t("page.directory.choose"))
        self.towns.setCurrentIndex(-1)
        take.setEnabled(False)
        self.towns.currentIndexChanged.connect(lambda place: take.setEnabled(place >= 0))
        words = t("page.offices.towns.same" if same else "page.offices.towns", n=len(found.candidates))
        return Card(t("page.offices.town"), PlainLabel(words), buttons(self.towns, take))

    def _cards(self, found: Desks) -> QWidget:
        near, rest = role_cards(self._with_those_of_the_road(found), found.fallbacks, self._desk, self.context)
        mission = mission_card(self.context)
        return side_by_side([*near, *([mission] if mission else []), *rest, *rule_cards(found, self.context)])

    def _with_those_of_the_road(self, found: Desks) -> list[Desk]:
        """Return all desks, those included that only a step of the road names."""
        desks = [*found.desks, *found.fallbacks]
        named = {desk.desk.id for desk in desks}
        for office in self._needed():
            if office.id not in named:
                named.add(office.id)
                role = office.role if isinstance(office, Office) else "recognition_body"
                desks.append(Desk(role, office))
        return desks

    def _needed(self) -> list[Office | Body]:
        plan = shown_plan(self.context)
        return [step.office for step in plan.steps if step.office is not None] if isinstance(plan, Plan) else []

    def _desk(self, desk: Desk) -> QWidget:
        plan = shown_plan(self.context)
        steps = [step for step in plan.steps if step.office is not None] if isinstance(plan, Plan) else []
        mine = [step for step in steps if step.office is not None and step.office.id == desk.desk.id]
        box = full_desk(desk.desk, self.context)
        mine = [step for step in mine if not step.contingent and not step.optional]
        if not mine:
            return box
        steps_words = partial(self._steps, [step.step.id for step in mine])
        return stack(
            box, fold(self.context.t("page.offices.needed", n=len(mine)), steps_words, self.context.t), space=0
        )

    def _steps(self, steps: list[str]) -> QWidget:
        made: list[QWidget] = []
        for step in steps:
            button = WordsButton(self.context.words(self.context.library.steps[step].title))
            button.clicked.connect(partial(self._open_step, step))
            made.append(button)
        return stack(*made, space=0)

    def _open_step(self, step: str, _on: bool = False) -> None:
        self.context.go("road", step)

    def _take_town(self, _on: bool = False) -> None:
        if self.towns is not None:
            self.context.do(Answer(TOWN, str(self.towns.currentData())))

    def _ask_place(self, _on: bool = False) -> None:
        self.context.go("answers", PLACE)
